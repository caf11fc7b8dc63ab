"""Who issued a notice, for which place and year, and what it calls its programme."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.text.clean import match_key

_YEAR = re.compile(r"(?<!\d)(20\d\d)年(?!代)")
_YEAR_OF_NUMBER = re.compile(r"[〔\[(](20\d\d)[〕\])]\d{0,4}号")
_YEAR_OF_DATE = re.compile(r"(?<!\d)(20\d\d)[-/.]\d{1,2}[-/.]\d{1,2}")
_BODY = "人民政府|管理委员会|管委会|党工委|街道办事处|街道党工委"
_ISSUER = re.compile(
    rf"(?P<place>[一-鿿]{{2,16}}?)(?P<body>{_BODY})(?P<office>办公室|办公厅|督查室)?"
    r"(?=$|关于|[(（《〔]|\d{4}年|印发|文件)"
)
_PLACE_OF_NEWS = re.compile(
    r"^\W*(?:[(（][^()（）]{2,8}[)）])?(?:关于)?(?:(?:公布|印发|发布|下达|分解"
    r"|落实)*)?(?:20\d\d年度?)?(?P<place>[一-鿿]{1,7}?[市县区镇旗州盟])"
    r"(?:政府|人民政府|发布|20\d\d年|委|承诺|公布|民生|为民|重点)"
)
_PLACE_BEFORE_YEAR = re.compile(r"^\W*(?P<place>[一-鿿]{2,14}?)(?=20\d\d年)")
_PHRASE = re.compile(
    r"(?P<phrase>(?:重点|重大|重要)?(?:为民办实事|民生实事|惠民实事|为民实事|市办实事|区办实事"
    r"|县办实事|民心工程|民生工程|利民实事)"
    r"|十件实事|实事)"
)
_QUOTES = str.maketrans("", "", "“”\"'‘’《》")
_SPEAKS = re.compile(r"实事|民生|民心|通知|通报|意见|方案|工作要点|清单|分解|任务|工作计划")
_FIRST_LINES = 30
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Front:
    """What a notice says about itself; "" or None where it does not."""

    year: int | None
    place: str
    authority: str
    phrase: str


def read_front(heading: Sequence[str], texts: Iterable[str]) -> Front:
    """Read what a notice says about itself.

    Args:
        heading: The lines above its list, which tell best.
        texts: All of its texts.
    """
    own = [_plain(text) for text in heading]
    lines = [_plain(text) for text in texts]
    titles = own + [line for line in lines if len(line) <= _LONGEST_TITLE]
    place, authority = _issuer([*lines[:_FIRST_LINES], *own, *titles]) or ("", "")
    if not place:
        place = _place(titles[:_FIRST_LINES])
        authority = f"{place}人民政府" if place else ""
    return Front(_year(own, lines), place, authority, _phrase([*own, *lines]))


def _plain(text: str) -> str:
    return match_key(text).translate(_QUOTES)


def _issuer(lines: Sequence[str]) -> tuple[str, str] | None:
    """Return the place and the body of the first line that is a letterhead, title or signature."""
    for line in lines:
        match = _ISSUER.match(line) if len(line) <= _LONGEST_TITLE else None
        if match and not match["place"].startswith(("各", "中共", "经", "由")):
            return match["place"], match[0]
    return None


def _place(titles: Sequence[str]) -> str:
    for pattern in (_PLACE_OF_NEWS, _PLACE_BEFORE_YEAR):
        for title in titles:
            match = pattern.match(title)
            if match and _SPEAKS.search(title):
                return match["place"]
    return ""


def _year(heading: Sequence[str], lines: Sequence[str]) -> int | None:
    telling = [line for line in lines[:_FIRST_LINES] if _SPEAKS.search(line)]
    titles, first = ([t for t in some if _is_title(t)] for some in (heading, telling))
    for source in (titles, first, heading, telling, lines):
        for pattern in (_YEAR, _YEAR_OF_NUMBER, _YEAR_OF_DATE):
            found = Counter(_years(pattern, source))
            if found:
                return found.most_common(1)[0][0]
    return None


def _is_title(line: str) -> bool:
    """Tell a title from a sentence, which may look back at another year."""
    return len(line) <= _LONGEST_TITLE and not line.endswith(("。", ";", ","))


def _years(pattern: re.Pattern[str], lines: Sequence[str]) -> Iterator[int]:
    for line in lines:
        yield from (int(match[1]) for match in pattern.finditer(line))


def _phrase(lines: Sequence[str]) -> str:
    for line in lines:
        match = _PHRASE.search(line)
        if match and match["phrase"] != "实事":
            return match["phrase"]
    return "民生实事"
