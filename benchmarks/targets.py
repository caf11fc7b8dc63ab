"""How many of the five official notices' targets are found, and how many finds are targets.

`python -m benchmarks.targets FOLDER`: the folder holds the notices as .txt files whose names begin
with 000 to 004. What should be found is in `tests/text/data/targets.toml`. A find is right when
number, measure and comparator are, and when its subject holds the term given there.
"""

import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from toolkit.text.quantities import Quantity, item_targets

GOLD = Path(__file__).parent.parent / "tests" / "text" / "data" / "targets.toml"
UNIT_CELL = re.compile(
    r"\s*(?:[^、\s]*(?:局|街道|部|集团|党政办公室[(（]宣传[)）])[、\s]*)+", re.DOTALL
)

Texts = Mapping[str, tuple[str, ...]]
Target = tuple[float, str, str, str]


def paragraphs(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the numbered paragraphs of 000."""
    body = text.rsplit("清单\n", 1)[1]
    for match in re.finditer(r"(?ms)^\s*-?\s*(\d+)\.\s(.*?)\(责任部门", body):
        yield match[1], (match[2],)


def table(text: str, width: int, texts: slice) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the rows of a table whose cells each begin with a tab, without its header."""
    cells = text.split("\t")[1:]
    for number, first in enumerate(range(width, len(cells), width), 1):
        yield str(number), tuple(cells[first : first + width][texts])


def works_and_progress(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the paragraphs of 002, then the rows of its progress table."""
    works = re.finditer(r"(?ms)^\([一二三四五六七八九十]+\)\S+?[:：](.*?)主办单位", text)
    for number, match in enumerate(works, 1):
        yield str(number), (match[1],)
    cells = text.split("项目表\n序号", 1)[1].split("|")
    contents = [
        content
        for content, unit in pairwise(cells)
        if UNIT_CELL.fullmatch(unit) and content.strip() and not UNIT_CELL.fullmatch(content)
    ]
    for number, content in enumerate(contents, 1):
        yield f"表{number}", (content,)


def pieces(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the pieces of 004 by their parts, or whole when they have none."""
    body = text.split("发表于")[0]
    for number, piece in enumerate(re.split(r"(?m)^第[一二三四五六七八九十]+件", body)[1:], 1):
        head, *parts = re.split(r"(?m)^\d+\.", piece)
        for place, part in enumerate(parts, 1):
            name, _, content = part.partition("\n")
            yield f"{number}.{place}", (name, content)
        if not parts:
            yield str(number), (head,)


LAYOUTS: Mapping[str, Callable[[str], Iterator[tuple[str, tuple[str, ...]]]]] = {
    "000": paragraphs,
    "001": lambda text: table(text, 6, slice(2, 5)),
    "002": works_and_progress,
    "003": lambda text: table(text, 5, slice(1, 3)),
    "004": pieces,
}


def compare(expected: list[Target], found: list[Quantity]) -> tuple[list[Target], list[Quantity]]:
    """Return what was not found and what was found beside it."""
    missing, extra = [], list(found)
    for target in expected:
        hit = next((q for q in extra if is_right(target, q)), None)
        if hit is None:
            missing.append(target)
        else:
            extra.remove(hit)
    return missing, extra


def is_right(target: Target, quantity: Quantity) -> bool:
    """Tell whether a find is what the list says."""
    number, unit, comparator, term = target
    figures = (quantity.number, quantity.unit, quantity.comparator.value)
    return figures == (number, unit, comparator) and term in quantity.subject


def measure(name: str, texts: Texts, gold: Mapping[str, list[Target]]) -> tuple[int, int, int]:
    """Print what is wrong in a document; return how many are expected, found and right."""
    expected = found = right = 0
    for item in dict.fromkeys((*texts, *gold)):
        targets = gold.get(item, [])
        quantities = list(item_targets(texts.get(item, ())))
        missing, extra = compare(targets, quantities)
        expected += len(targets)
        found += len(quantities)
        right += len(targets) - len(missing)
        for target in missing:
            print(f"  {name} {item} 漏 {target}")
        for q in extra:
            words = f"{q.number:g} {q.unit} {q.comparator} {q.subject} {q.original!r}"
            print(f"  {name} {item} 多 {words}")
    return expected, found, right


def report(name: str, expected: int, found: int, right: int) -> None:
    """Print precision and recall."""
    print(
        f"{name:>4}  应有{expected:4}  找到{found:4}  正确{right:4}"
        f"  准确率 {right / found if found else 0:.3f}  召回率 {right / expected:.3f}"
    )


def main(folder: Path) -> None:
    """Measure every document of the folder and all together."""
    gold = tomllib.loads(GOLD.read_text(encoding="utf-8"))
    totals = [0, 0, 0]
    for name, layout in LAYOUTS.items():
        file = next(folder.glob(f"{name}*.txt"))
        texts = dict(layout(file.read_text(encoding="utf-8")))
        counts = measure(name, texts, gold[name])
        report(name, *counts)
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
    report("总计", *totals)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
