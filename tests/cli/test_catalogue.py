"""`minsheng rules`, `minsheng schemes` and `minsheng demo`."""

from pathlib import Path

import pytest

from tests.months import minsheng
from toolkit.files.schemes import load_scheme, scheme_names, scheme_text
from toolkit.rules.registry import RULES

SCHEME = "jining-gaoxin-2021"


def test_all_rules_are_listed() -> None:
    """Every code stands in the table, on standard output."""
    ran = minsheng("rules")
    assert (ran.status, ran.err) == (0, "")
    assert all(rule.code in ran.out for rule in RULES)


def test_one_rule_is_explained() -> None:
    """What, why, an example of either kind, and what to do; the code in any case."""
    ran = minsheng("rules", "v403")
    assert ran.status == 0
    for heading in ("核查什么", "为什么", "不妥的例子", "妥当的例子", "怎么办"):
        assert f"{heading}：" in ran.out


def test_rules_as_json() -> None:
    """All, or one, under `rules`."""
    assert [rule["code"] for rule in minsheng("rules", "--json").json["rules"]] == [
        rule.code for rule in RULES
    ]
    (rule,) = minsheng("rules", "V403", "--json").json["rules"]
    assert (rule["code"], rule["severity"]) == ("V403", "error")


def test_all_schemes_are_listed() -> None:
    """With what people call them."""
    out = minsheng("schemes").out
    assert all(name in out and load_scheme(name).label in out for name in scheme_names())
    listed = minsheng("schemes", "--json").json["schemes"]
    assert [scheme["name"] for scheme in listed] == list(scheme_names())


def test_the_text_of_a_scheme_is_printed() -> None:
    """So that it can be read, or sent into a file."""
    assert minsheng("schemes", SCHEME).out.strip() == scheme_text(SCHEME).strip()


def test_one_scheme_as_json(tmp_path: Path) -> None:
    """Its name, its text, and where it was saved: null when it was not."""
    whole = {"name": SCHEME, "path": None, "text": scheme_text(SCHEME)}
    assert minsheng("schemes", SCHEME, "--json").json == whole
    path = tmp_path / "本单位.toml"
    saved = minsheng("schemes", SCHEME, "--save", path, "--json").json
    assert saved == {**whole, "path": str(path)}
    assert path.read_text("utf-8") == scheme_text(SCHEME)


def test_a_scheme_is_saved_to_be_changed(tmp_path: Path) -> None:
    """Into a new file only."""
    path = tmp_path / "本单位.toml"
    assert minsheng("schemes", SCHEME, "--save", path).status == 0
    assert load_scheme(str(path)) == load_scheme(SCHEME)
    path.write_text("改过", "utf-8")
    ran = minsheng("schemes", SCHEME, "--save", path)
    assert ran.status == 2
    assert "不会覆盖" in ran.err
    assert path.read_text("utf-8") == "改过"


def test_a_scheme_saved_into_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """The computer's refusal in Chinese, with the path."""
    ran = minsheng("schemes", SCHEME, "--save", tmp_path / "没有" / "本单位.toml")
    assert ran.status == 2
    assert "找不到" in ran.err


def test_the_demonstration_ends_with_0(tmp_path: Path) -> None:
    """Its samples have mistakes on purpose; showing them is what it is for."""
    ran = minsheng("demo", tmp_path / "演示", "--json")
    assert ran.status == 0
    assert ran.json["items"]["total"] == 15
    assert ran.json["units"]["missing"] == []
    assert any(f["severity"] == "error" for f in ran.json["findings"])
    assert minsheng("demo", tmp_path / "演示").status == 2


@pytest.mark.parametrize("scheme", scheme_names())
def test_every_sample_can_be_shown(scheme: str, tmp_path: Path) -> None:
    """Status 0 whatever the sample has to object to; the results are named."""
    ran = minsheng("demo", tmp_path / "演示", "--scheme", scheme)
    assert ran.status == 0, ran.err
    assert "汇总表" in ran.err
    assert ran.err.rstrip().endswith(str(tmp_path / "演示"))


def test_a_sample_that_does_not_ship(tmp_path: Path) -> None:
    """Status 2, and the names of those that do."""
    ran = minsheng("demo", tmp_path / "演示", "--scheme", "没有")
    assert ran.status == 2
    assert "qingdao-2024" in ran.err
