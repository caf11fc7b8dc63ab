"""What the documents say of commands, rules, settings and files is what the code has."""

import re
from pathlib import Path

import pytest

from scripts.make_docs import README, ROOT, documents, with_blocks
from toolkit.cli.commands import main
from toolkit.files.schemes import scheme_names
from toolkit.model.programme import Settings
from toolkit.model.scheme import Filling
from toolkit.rules.registry import RULES
from toolkit.stages import programme_book

PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "templates/word/README.md")


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_a_generated_document_is_what_the_script_writes(path: Path) -> None:
    """After a change of a command or a rule, run `make docs`."""
    assert path.read_text("utf-8") == documents()[path]


def test_every_command_and_every_rule_is_in_the_readme() -> None:
    """The tables leave nothing out."""
    text = README.read_text("utf-8")

    assert set(re.findall(r"^\| `minsheng (\w+)", text, re.MULTILINE)) == set(main.commands)
    assert re.findall(r"^\| \[(\w\d+)\]", text, re.MULTILINE) == [rule.code for rule in RULES]


def test_every_rule_link_of_the_readme_has_its_place() -> None:
    """A click on a rule's code leads to its text."""
    linked = set(re.findall(r"docs/rules\.md#(\w+)", README.read_text("utf-8")))
    places = set(re.findall(r'<a id="(\w+)">', (ROOT / "docs/rules.md").read_text("utf-8")))

    assert linked == places


def test_a_block_replaces_what_stood_between_its_markers() -> None:
    """Text before and after is kept; a second run changes nothing."""
    old = "前\n<!-- rules:begin -->\n旧\n<!-- rules:end -->\n后\n"
    new = "前\n<!-- rules:begin -->\n新\n<!-- rules:end -->\n后\n"

    assert with_blocks(old, {"rules": "新\n"}) == new
    assert with_blocks(new, {"rules": "新\n"}) == new


@pytest.mark.parametrize(
    "text",
    [
        "没有标记",
        "<!-- rules:begin -->",
        "<!-- rules:end --><!-- rules:begin -->",
        "<!-- rules:begin --><!-- rules:end --><!-- rules:begin --><!-- rules:end -->",
    ],
)
def test_markers_that_are_not_one_pair_are_refused(text: str) -> None:
    """A damaged document is not written over."""
    with pytest.raises(ValueError, match="rules:begin"):
        with_blocks(text, {"rules": ""})


@pytest.mark.parametrize("page", PAGES)
def test_only_commands_that_exist_are_named(page: str) -> None:
    """Nobody is told to run a command that this version does not have."""
    named = set(re.findall(r"\bminsheng ([a-z]+)", (ROOT / page).read_text("utf-8")))

    assert named <= set(main.commands)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file(page: str) -> None:
    """Links and pictures within the repository are there."""
    path = ROOT / page
    text = path.read_text("utf-8")
    links = re.findall(r'(?:\]\(|src=")(?!https?:)([^)"#]+)', text)

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_readme_explains_every_sheet_and_every_setting() -> None:
    """A coordinator finds each line of 实事清单.xlsx explained, in its order."""
    rows = re.findall(r"^\| ([^|`\[]+) \| ", README.read_text("utf-8"), re.MULTILINE)
    sheets = [getattr(programme_book, name) for name in dir(programme_book) if "_SHEET" in name]
    example = Settings("", 2021, "", "", "", "", Filling.LEAD, "")
    settings = [name for name, _ in programme_book.settings_rows(example)]

    assert set(sheets) <= set(rows)
    assert [row for row in rows if row in settings] == settings


def test_the_readme_names_the_scheme_that_is_built_in() -> None:
    """A scheme that is added has to be told of."""
    text = README.read_text("utf-8")

    assert [name for name in scheme_names() if f"`{name}`" not in text] == []
