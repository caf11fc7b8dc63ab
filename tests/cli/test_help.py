"""Help in Chinese, in the order in which a year uses the commands."""

import re

import pytest

from tests.months import minsheng
from toolkit.cli.commands import main

COMMANDS = ("init", "forms", "gather", "check", "merge", "status", "trace", "rules", "schemes")


def test_the_commands_are_listed_in_working_order() -> None:
    """Not by the alphabet."""
    out = minsheng("--help").out
    positions = [out.index(f"\n  {name} ") for name in COMMANDS]
    assert positions == sorted(positions)


@pytest.mark.parametrize("command", [None, *main.commands])
def test_help_speaks_chinese(command: str | None) -> None:
    """No English sentence of the library's shows through; status 0."""
    for flag in ("--help", "-h"):
        ran = minsheng(*([command] if command else []), flag)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.startswith("用法：")
        assert "选项" in ran.out
        for english in ("Usage", "Options", "Show this", "[default", "[required]", "OPTIONS"):
            assert english not in ran.out


def test_the_version_is_told() -> None:
    """On standard output."""
    ran = minsheng("--version")
    assert ran.status == 0
    assert re.fullmatch(r"minsheng \d+\.\d+\.\d+\S*\n", ran.out)


@pytest.mark.parametrize("flag", [("-w", "没有"), ("--workspace", "没有"), ("--workspace=没有",)])
def test_shared_options_may_stand_before_the_command(flag: tuple[str, ...]) -> None:
    """`minsheng -w 文件夹 status` is `minsheng status -w 文件夹`."""
    for words in ((*flag, "status"), ("status", *flag), ("--json", *flag, "status")):
        ran = minsheng(*words)
        assert ran.status == 2
        assert "文件夹“没有”里没有 实事清单.xlsx" in ran.err
