"""What `minsheng doctor` found, as a coordinator reads it."""

from itertools import groupby

from toolkit.cli.group import show
from toolkit.model.check_up import Check, CheckUp, Group

_Outcome = tuple[bool, str | None, str | None]

_UNREADABLE = (
    "This console cannot print Chinese characters, so the report is not shown.\n"
    "Set the environment variable PYTHONUTF8=1 (on Windows first run: chcp 65001) "
    "and run the command again, or use: minsheng doctor --json"
)


def report(result: CheckUp) -> None:
    """Print what is there in a line each, and what lacks with its effect and what to do."""
    if not result.shows_chinese:
        show(_UNREADABLE)
        return
    for group in Group:
        checks = [check for check in result.checks if check.group is group]
        if checks:
            show(group.value)
        for told, alike in groupby(checks, _outcome):
            _show(told, list(alike))
    show(_summary(result))


def _outcome(check: Check) -> _Outcome:
    return check.ok, check.effect, check.advice


def _show(told: _Outcome, checks: list[Check]) -> None:
    """Print checks; what is to be said of several that lack is said once."""
    ok, effect, advice = told
    if ok:
        for check in checks:
            show(f"  √ {check.name}：{check.found}")
    else:
        for check in checks:
            show(f"  × {check.name}（{check.purpose}）：{check.found or '没有'}")
        show(f"      影响：{_indented(effect)}")
    if advice:
        show(f"      怎么办：{_indented(advice)}")


def _indented(text: str | None) -> str:
    return (text or "").rstrip("。").replace("\n", "\n      ") + "。"


def _summary(result: CheckUp) -> str:
    lacking = result.lacking
    if not lacking:
        return "什么都不缺。"
    counts = ((group, sum(check.group is group for check in lacking)) for group in Group)
    parts = "，".join(f"{group.value} {count} 样" for group, count in counts if count)
    return f"有 {len(lacking)} 样要处理：{parts}。可选的，用不着就不用装。"
