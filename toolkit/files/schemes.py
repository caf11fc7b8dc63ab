"""Reading scheme files (体例): TOML in, checked `Scheme` out, every mistake with its place."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from toolkit.errors import ProgrammeError, SchemeError
from toolkit.files.resources import schemes
from toolkit.model.period import PeriodKind
from toolkit.model.rule_settings import RuleSetting, Thresholds
from toolkit.model.scheme import Column, Key, Kind, Scheme, TableLayout
from toolkit.text.clean import match_key
from toolkit.text.deadline_rules import DEADLINE_FORMS
from toolkit.text.deadlines import deadline
from toolkit.text.periods import parse_period

SUFFIX = ".toml"
"""How the name of an office's own scheme ends; a built-in one is named without it."""

_PLACES = {
    "summary": "汇总表",
    "progress": "进展表",
    "columns": "栏目",
    "fonts": "字体",
    "thresholds": "阈值",
    "rules": "规则",
}
_FIELDS = {"place": "", "year": "", "span": "", "phrase": ""}
_A_PERIOD = {
    PeriodKind.YEAR: "2021",
    PeriodKind.QUARTER: "2021-Q3",
    PeriodKind.MONTH: "2021-09",
    PeriodKind.TEN_DAYS: "2021-09-上旬",
    PeriodKind.WEEK: "2021-W36",
}
_REASONS = {
    "missing": "缺少这一项",
    "extra_forbidden": "没有这样的设置项，可能写错了名字",
    "unexpected_keyword_argument": "没有这样的设置项，可能写错了名字",
    "string_type": "应为文字（加引号）",
    "float_type": "应为数字",
    "float_parsing": "应为数字",
    "int_type": "应为整数",
    "int_from_float": "应为整数",
    "int_parsing": "应为整数",
    "bool_type": "应为 true 或 false",
    "bool_parsing": "应为 true 或 false",
    "dataclass_type": "应为一组设置（写在方括号的小标题下）",
    "tuple_type": "应为列表（方括号）",
}


def scheme_names() -> tuple[str, ...]:
    """Return the names of the built-in schemes."""
    return tuple(
        sorted(
            entry.name.removesuffix(SUFFIX)
            for entry in schemes().iterdir()
            if entry.name.endswith(SUFFIX)
        )
    )


def scheme_text(name: str, folder: Path | None = None) -> str:
    """Return the text of a scheme file: an office's own `NAME.toml`, or a built-in one.

    Raises:
        SchemeError: There is no such scheme.
    """
    if name.endswith(SUFFIX):
        path = Path(name) if folder is None else folder / name
        try:
            return path.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise SchemeError(
                f"读不到体例文件 {path}：{_why(error)}", "请检查文件是否存在、是否为 UTF-8 文本。"
            ) from error
    if name not in scheme_names():
        raise SchemeError(
            f"没有名为“{name}”的体例。",
            f"现有体例：{'、'.join(scheme_names())}；自定体例请写文件名（以 .toml 结尾）。",
        )
    return (schemes() / f"{name}.toml").read_text("utf-8")


def _why(error: Exception) -> str:
    return "文件不存在" if isinstance(error, FileNotFoundError) else "无法读取"


def load_scheme(name: str, folder: Path | None = None) -> Scheme:
    """Read and check a scheme.

    Args:
        name: A built-in name, or the name of a .toml file.
        folder: Where an office's own file lies; the current folder when None.

    Raises:
        SchemeError: It does not exist or has mistakes; all of them are listed.
    """
    text = scheme_text(name, folder)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SchemeError(
            f"体例“{name}”的格式有误：{_toml_place(str(error))}。",
            "请对照内置体例检查括号、引号和等号。",
        ) from error
    scheme = _checked(name, data)
    mistakes = tuple(_contradictions(scheme))
    if mistakes:
        raise _scheme_error(name, mistakes)
    rules = {code.strip().upper(): setting for code, setting in scheme.rules.items()}
    return replace(scheme, rules=rules)


def _toml_place(message: str) -> str:
    """Return where TOML is broken; tomllib's own words are English, its place is not."""
    place = re.search(r"at line (\d+), column (\d+)", message)
    return f"第{place[1]}行第{place[2]}个字附近" if place else "文件末尾不完整"


def _checked(name: str, data: Mapping[str, Any]) -> Scheme:
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(Scheme).validate_python(data)
    except ValidationError as error:
        raise _scheme_error(
            name, tuple(f"{_place(e['loc'], data)}：{_reason(e)}" for e in error.errors())
        ) from error


def _scheme_error(name: str, mistakes: tuple[str, ...]) -> SchemeError:
    lines = "\n".join(f"  {number}. {mistake}" for number, mistake in enumerate(mistakes, 1))
    return SchemeError(
        f"体例“{name}”有 {len(mistakes)} 处错误：\n{lines}", "请逐处改正后重新运行。"
    )


def _place(location: tuple[int | str, ...], data: Mapping[str, Any]) -> str:
    """Return a place such as 进展表第5栏（存在问题）的 width."""
    words: list[str] = []
    value: Any = data
    for step in location:
        value = _step_into(value, step)
        if isinstance(step, int):
            title = value.get("title", "") if isinstance(value, Mapping) else ""
            if words and words[-1] == "栏目":
                words[-1] = f"第{step + 1}栏" + (f"（{title}）" if title else "")
            else:
                words.append(f"第{step + 1}个值")
        else:
            words.append(_PLACES.get(step, f"的 {step}" if words else step))
    return "".join(words)


def _step_into(value: Any, step: int | str) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None


def _reason(error: Any) -> str:
    reason = _REASONS.get(error["type"])
    if reason:
        return reason
    if error["type"] in ("enum", "literal_error"):
        allowed = "、".join(re.findall("'(.+?)'", error["ctx"]["expected"]))
        return f"“{error['input']}”不在可选值之中：{allowed}"
    return f"值“{error['input']}”不可用"


def _contradictions(scheme: Scheme) -> Iterator[str]:
    """Yield what each value allows and the whole does not."""
    for place, table in (("汇总表", scheme.summary), ("进展表", scheme.progress)):
        yield from _table_mistakes(place, table)
    if not any(column.key is Key.PROGRESS for column in scheme.progress.filled):
        yield '进展表：没有由单位填写的进展栏（key = "progress", filled_by = "unit"）'
    yield from _word_mistakes(scheme)
    yield from _threshold_mistakes(scheme.thresholds)
    yield from _rule_mistakes(scheme.rules)
    listed = {column.key for column in scheme.summary.shown}
    for column in scheme.progress.listed:
        if column.key not in listed:
            yield f'进展表的“{column.title}”由清单带出，但汇总表里没有 key = "{column.key}" 的栏目'
    if not any(key in listed for key in (Key.NAME, Key.CONTENT)):
        yield "汇总表：至少要有事项名称（name）或内容（content）一栏"
    if Key.LEAD not in listed:
        yield '汇总表：缺少牵头（主办、承办、责任）单位一栏（key = "lead"）'


def _rule_mistakes(rules: Mapping[str, RuleSetting]) -> Iterator[str]:
    """Yield settings of which only one could count."""
    for code, times in Counter(code.strip().upper() for code in rules).items():
        if times > 1:
            yield f"规则的 {code}：写了 {times} 次"
    for code, setting in rules.items():
        if setting.off and (setting.trial or setting.severity):
            yield f"规则的 {code}：停用（off = true）的规则不用再写 severity 和 trial"
        elif setting.trial and setting.severity:
            yield f"规则的 {code}：试行（trial = true）的规则只列出，不用再写 severity"


def _threshold_mistakes(thresholds: Thresholds) -> Iterator[str]:
    if not 0 <= thresholds.slack <= thresholds.yellow <= thresholds.red <= 100:
        yield "阈值：应为 0 ≤ slack ≤ yellow ≤ red ≤ 100（百分点）"
    if not (0 < thresholds.late <= 100 and 50 <= thresholds.copied <= 100):
        yield "阈值：late 应在 0 至 100 之间，copied 应在 50 至 100 之间"
    if thresholds.unchanged_plans < 2:
        yield "阈值：unchanged_plans 至少为 2"


def _table_mistakes(place: str, table: TableLayout) -> Iterator[str]:
    try:
        table.title.format(**_FIELDS)
    except (KeyError, ValueError, IndexError, AttributeError):
        yield f"{place}的 title：只能使用 {{place}}、{{year}}、{{span}}、{{phrase}}"
    keys = [column.key for column in table.columns]
    titles = [match_key(column.title) for column in table.columns]
    for number, column in enumerate(table.columns, 1):
        where = f"{place}第{number}栏（{column.title}）"
        if keys.index(column.key) != number - 1:
            yield f'{where}：key = "{column.key}" 与第{keys.index(column.key) + 1}栏重复'
        same = titles.index(match_key(column.title)) + 1
        if same != number:
            yield f"{where}：栏目名称与第{same}栏重复"
        yield from (f"{where}：{mistake}" for mistake in _column_mistakes(column))


def _column_mistakes(column: Column) -> Iterator[str]:
    """Yield what Excel or the merging of returns would not bear."""
    if not match_key(column.title):
        yield "title 不能为空"
    if len(column.title) > 32:
        yield "title 不能超过 32 个字"
    if column.grouped and column.filled_by == "unit":
        yield "由单位填写的栏目不能合并（grouped = true 只用于清单带出的栏目）"
    if not 1 <= column.width <= 120:
        yield "width 应在 1 至 120 之间"
    if not 1 <= column.max_length <= 32767:
        yield "max_length 应在 1 至 32767 之间"
    if column.kind is Kind.CHOICE and not column.choices:
        yield 'kind = "choice" 时要写 choices'
    if any("," in choice or '"' in choice or not match_key(choice) for choice in column.choices):
        yield "choices 里不能有空白选项、半角逗号和半角引号"
    if sum(len(choice) + 1 for choice in column.choices) > 255:
        yield "choices 合计不能超过 255 个字"
    if len(column.prompt) > 200:
        yield "prompt 不能超过 200 个字"


def _deadline_mistakes(scheme: Scheme) -> Iterator[str]:
    """Yield why the deadline of a kind of report cannot be told; one reason for all is told once.

    The year's own form, the summary, goes out under every scheme.
    """
    told: set[str] = set()
    for kind in (PeriodKind.YEAR, *scheme.cadence):
        try:
            deadline(scheme.report_by, parse_period(_A_PERIOD[kind]))
        except ProgrammeError as error:
            told.add(error.message.rstrip("。"))
    yield from (f"report_by：{message}；{DEADLINE_FORMS}" for message in sorted(told))


def _word_mistakes(scheme: Scheme) -> Iterator[str]:
    """Yield a deadline that nobody can compute, and statuses that nobody can choose."""
    yield from _deadline_mistakes(scheme)
    if not scheme.cadence:
        yield "cadence：至少要有一种报告周期"
    for column in scheme.progress.shown:
        finished = set(scheme.finished) & set(column.choices)
        if column.key is Key.STATUS and column.kind is Kind.CHOICE and not finished:
            yield f"进展表的“{column.title}”：choices 里没有表示完成的词（finished）"
