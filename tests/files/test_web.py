"""The page as a file: one document that needs nothing else, whatever units write."""

import re
from base64 import b64encode
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.stages.months import month
from tests.stages.returns import ROADS
from tests.tables import programme
from toolkit.files.web import dashboard_html, write_dashboard
from toolkit.model.dashboard import Dashboard, Listing
from toolkit.model.scheme import Key
from toolkit.stages.assess import assessed
from toolkit.stages.dashboard import dashboard
from toolkit.stages.merge import merge


def page(progress: str = "已改造16公里。") -> Dashboard:
    """Return the page of a month in which one unit wrote this."""
    made = assessed(month(programme(), {ROADS: {"M003": {Key.PROGRESS: progress}}}))
    return dashboard(made, merge(made), (), (), datetime(2021, 10, 12, 9, 10))


class Tags(HTMLParser):
    """Gathers every start tag with its attributes, and every text."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep a text, as people read it."""
        self.texts.append(data)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "</style><b>", '" onclick="x', "{{ 7*7 }}", "&lt;"]
)
def test_what_a_unit_writes_is_text(text: str) -> None:
    """No tag and no field comes out of it."""
    document = dashboard_html(page(text))
    tags = [tag for tag, _ in Tags(document).found]
    assert (tags.count("script"), tags.count("style"), tags.count("b")) == (1, 1, 0)
    assert not any("onclick" in attributes for _, attributes in Tags(document).found)
    assert text in "".join(Tags(document).texts)


def test_the_policy_knows_the_style_and_the_script_by_their_digests() -> None:
    """Nothing else is allowed: no word `unsafe`, no address."""
    document = dashboard_html(page())
    (policy,) = (
        attributes["content"] or ""
        for tag, attributes in Tags(document).found
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for kind in ("style", "script"):
        (text,) = re.findall(rf"<{kind}>(.*?)</{kind}>", document, re.DOTALL)
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_nothing_is_loaded_and_every_link_is_relative() -> None:
    """No address of the web, no style and no handler at an element."""
    for tag, attributes in Tags(dashboard_html(page())).found:
        assert tag not in ("img", "link", "iframe", "base", "object")
        assert "src" not in attributes
        assert "style" not in attributes
        assert (attributes.get("href") or "#").startswith(("#", "../"))


def test_the_same_page_gives_the_same_bytes(tmp_path: Path) -> None:
    """Line ends included, whatever the system's are."""
    first, second = tmp_path / "a.html", tmp_path / "b.html"
    write_dashboard(page(), first)
    write_dashboard(page(), second)
    assert first.read_bytes() == second.read_bytes()
    assert b"\r" not in first.read_bytes()


def test_what_no_document_may_hold_is_replaced(tmp_path: Path) -> None:
    """Control marks and broken file names do not break the page."""
    target = tmp_path / "a.html"
    write_dashboard(replace(page(), authority="局\x00\x0b\udcb1"), target)
    assert "局\ufffd\ufffd\ufffd" in target.read_text("utf-8")


def test_a_list_that_is_cut_says_so() -> None:
    """How many there are, how many are shown, and where the rest is."""
    whole = page()
    cut = replace(whole, items=Listing(whole.items.rows[:1], 36_391))
    document = dashboard_html(cut)
    assert "清单共 36391 个事项，太长，这里只列需要关注的 1 个" in document
    assert "太长" not in dashboard_html(whole)


def test_an_empty_list_makes_a_page_too() -> None:
    """Nothing is divided by nothing."""
    nothing = replace(page(), items=Listing((), 0), standings={})
    assert "没有事项" in dashboard_html(nothing)
