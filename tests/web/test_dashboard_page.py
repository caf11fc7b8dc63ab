"""The period's page in a real browser: opens, shows the right numbers, filters, prints."""

import re
from pathlib import Path

import pdfplumber
import pytest
from selenium.webdriver.common.keys import Keys

from tests.months import PERIOD
from tests.web.browser import Browser
from tests.web.pages import EVIL, long_page, quarter

pytestmark = pytest.mark.browser

ROWS = "#list tbody.item > tr:first-child > .code"
CONTRAST = """
const lum = c => { const f = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92
  : ((v + .055) / 1.055) ** 2.4; }); return .2126 * f[0] + .7152 * f[1] + .0722 * f[2]; };
const rgba = t => t.match(/[\\d.]+/g).map(Number);
const behind = e => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e)
  .backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
const low = [];
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let n; (n = walk.nextNode());) {
  const e = n.parentElement;
  if (!n.textContent.trim() || !e.checkVisibility() || e.closest('script,style,option')) continue;
  const [a, b] = [lum(rgba(getComputedStyle(e).color)), lum(behind(e))].sort((x, y) => y - x);
  const ratio = (a + .05) / (b + .05);
  if (ratio < 4.5) low.push(`${n.textContent.trim()} ${ratio.toFixed(2)}`);
}
return low;
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of a September in which one item stands in each group."""
    made = quarter(tmp_path_factory.mktemp("季 度") / "w")
    return made.root / PERIOD / "4汇总" / "看板.html"


@pytest.fixture
def opened(browser: Browser, page: Path) -> Browser:
    """Return the browser with the page open at a desk's width."""
    browser.open(page)
    return browser


@pytest.fixture(scope="module")
def printed(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[float, float, str]]:
    """Return width, height and text of each page on which sixty items are printed."""
    folder = tmp_path_factory.mktemp("打印")
    browser.open(long_page(folder / "看板.html"))
    with pdfplumber.open(browser.pdf(folder / "看板.pdf")) as pdf:
        return [(p.width, p.height, p.extract_text()) for p in pdf.pages]


def test_a_double_click_opens_it_without_an_error(opened: Browser) -> None:
    """The console stays empty."""
    assert "进展看板" in opened.find("h1").text
    assert opened.complaints() == []


def test_nothing_but_the_file_is_asked_for(opened: Browser, page: Path) -> None:
    """One request, for the file itself."""
    assert opened.requested() == [page.resolve().as_uri()]


def test_what_comes_from_elsewhere_is_refused(opened: Browser) -> None:
    """The page's own policy stops a picture and a script that somebody would put in."""
    opened.run(
        "const i = new Image(); i.src = 'http://127.0.0.1:9/x.png'; document.body.append(i);"
        "const s = document.createElement('script'); s.textContent = 'window.bad = 1';"
        "document.body.append(s);"
    )
    refused: list[str] = []

    def both_told() -> bool:
        refused.extend(opened.complaints())
        return len(refused) >= 2

    opened.wait(both_told)
    assert len(refused) == 2
    assert all("Content Security Policy" in message for message in refused)
    assert opened.run("return window.bad") is None


def test_the_groups_show_the_right_numbers(opened: Browser) -> None:
    """One item each, none unclear; they add up."""
    found = opened.texts(".tile")
    assert [text.split("\n")[:2] for text in found] == [
        ["已完成", "1 项"],
        ["达到序时", "1 项"],
        ["落后序时", "1 项"],
        ["看不出进度", "0 项"],
        ["未报送", "1 项"],
    ]


def test_an_item_shows_light_unit_target_done_share_and_trend(opened: Browser) -> None:
    """16 of 20 kilometres in September, after 5 in July and 10 in August."""
    row = opened.find("#M001 tr").text
    for text in ("城乡建设和交通局", "达到序时", "绿灯", "20公里", "已完成 16公里", "由文字判断"):
        assert text in row
    for text in ("80%", "时序 75%", "8月 50%", "9月 80%"):
        assert text in row
    trend = opened.find("#M001 svg.trend").get_attribute("aria-label")
    assert trend == "7月25%，8月50%，9月80%"


def test_each_value_leads_to_the_cell_that_it_was_read_from(opened: Browser) -> None:
    """File, sheet and cell, and a link that finds the file."""
    opened.find("#M001 summary").click()
    sources = opened.texts("#M001 .src")
    assert sources
    assert all(re.fullmatch(r"来源：.+\.xlsx，“进展表”表，[A-Z]+\d+", text) for text in sources)
    links = opened.run(
        "return [...document.querySelectorAll('#M001 .src a')].map(a => decodeURI(a.href))"
    )
    assert all(Path(link.removeprefix("file://")).is_file() for link in links)
    assert {Path(link).parent.name for link in links} == {"2回收"}


def test_what_units_write_is_shown_to_the_letter(opened: Browser) -> None:
    """Markup stays text: no script, no picture."""
    assert EVIL in opened.find("#problems table").text
    assert opened.run("return document.images.length") == 0
    assert opened.run("return document.scripts.length") == 1
    assert opened.run("return document.title") != "bad"


def test_a_filter_narrows_the_rows_and_says_how_many_are_left(opened: Browser) -> None:
    """By standing, light and unit; the way back shows all."""
    opened.choose("standing", "落后序时")
    assert opened.texts(ROWS) == ["M002"]
    assert opened.find("#shown").text == "显示 1 项，共 4 项"
    opened.find("#tools button").click()
    opened.wait(lambda: len(opened.texts(ROWS)) == 4)
    opened.choose("light", "绿灯")
    assert opened.texts(ROWS) == ["M001", "M003"]
    opened.choose("unit", "城乡建设和交通局")
    assert opened.texts(ROWS) == ["M001"]


def test_a_search_looks_into_what_units_wrote(opened: Browser) -> None:
    """Two words have to stand in a row, wherever; what nobody wrote finds nothing and says so."""
    opened.find("#words").send_keys("护眼灯 已完成")
    assert opened.texts(ROWS) == ["M003"]
    opened.find("#words").send_keys("没有这样的字")
    assert opened.texts(ROWS) == []
    assert opened.texts("#none") == ["没有符合条件的事项。"]


def test_a_number_at_the_top_leads_to_its_items(opened: Browser) -> None:
    """查看 beside 未报送 leaves the one item that nobody reported."""
    opened.find("a.pick[data-standing=未报送]").click()
    opened.wait(lambda: opened.texts(ROWS) == ["M004"])


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("落后的在前", ["M002", "M004", "M001", "M003"]),
        ("完成比例从低到高", ["M001", "M003", "M002", "M004"]),
        ("清单次序", ["M001", "M002", "M003", "M004"]),
    ],
)
def test_the_rows_can_be_sorted(opened: Browser, order: str, first: list[str]) -> None:
    """What needs attention first, by share, and back to the list's order."""
    opened.choose("order", order)
    assert opened.texts(ROWS) == first


def test_the_keyboard_reaches_the_filter(opened: Browser) -> None:
    """Tab leads to the search, which shows that it has the focus, and typing narrows the rows."""
    assert opened.tab_to("words")
    assert opened.run("return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    opened.press("公路")
    assert opened.texts(ROWS) == ["M001"]
    opened.press(Keys.TAB)
    assert opened.focused().tag_name == "select"


def test_a_screen_reader_finds_its_way(opened: Browser) -> None:
    """Language, one h1, named sections and controls, scopes, and a count that is announced."""
    assert opened.run("return document.documentElement.lang") == "zh-CN"
    assert opened.run("return document.querySelectorAll('h1').length") == 1
    assert opened.find("#shown").aria_role == "status"
    unnamed = "return [...document.querySelectorAll('{0}')].filter(e => {1}).map(e => e.outerHTML)"
    assert opened.run(unnamed.format("input,select", "!e.labels.length")) == []
    assert opened.run(unnamed.format("table th", "!e.scope")) == []
    assert opened.run(unnamed.format("section", '!e.getAttribute("aria-labelledby")')) == []
    assert opened.run(unnamed.format("svg", "!e.ariaHidden && !e.ariaLabel")) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_every_text_stands_out_from_its_ground(browser: Browser, page: Path, width: int) -> None:
    """A contrast of 4.5 to 1 at least, as WCAG 2.2 asks (1.4.3)."""
    browser.open(page, width)
    browser.run("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    assert browser.run(CONTRAST) == []


def test_a_telephone_shows_it_without_scrolling_sideways(browser: Browser, page: Path) -> None:
    """390 points wide."""
    browser.open(page, 390)
    assert browser.run("return document.documentElement.scrollWidth - innerWidth") <= 0
    assert "单位" in browser.run(
        "return getComputedStyle(document.querySelector('#M001 td[data-label]'), '::before').content"
        ".replace('attr(data-label)', document.querySelector('#M001 td[data-label]').dataset.label)"
    )


def test_it_can_be_read_where_scripts_are_forbidden(browser: Browser, page: Path) -> None:
    """All rows are there, and no filter that would do nothing."""
    browser.scripts(on=False)
    try:
        browser.open(page)
        html = browser.html()
        assert re.search(r'<form id="tools"[^>]* hidden', html)
        assert all(f'id="M00{n}"' in html for n in (1, 2, 3, 4))
        assert 'class="item" hidden' not in html
    finally:
        browser.scripts(on=True)


def test_print_is_a4_on_its_side(printed: list[tuple[float, float, str]]) -> None:
    """842 by 595 points, within one."""
    assert len(printed) > 2
    assert all(abs(w - 842) < 1 and abs(h - 595) < 1 for w, h, _ in printed)


def test_print_numbers_its_pages(printed: list[tuple[float, float, str]]) -> None:
    """Sheets that fall to the ground can be put in order again."""
    texts = ["".join(text.split()) for _, _, text in printed]

    # A PDF may call 页 by the code of the radical that looks like it.
    assert all(re.search(f"第{n}.共{len(texts)}.$", text) for n, text in enumerate(texts, 1))


def test_print_holds_every_row_and_repeats_the_header(
    printed: list[tuple[float, float, str]],
) -> None:
    """Sixty items over several pages, each page with the titles of the columns."""
    texts = [text for _, _, text in printed]
    codes = re.findall(r"^(M\d{3})\b", "\n".join(texts), re.MULTILINE)
    assert sorted(set(codes)) == [f"M{n:03d}" for n in range(1, 61)]
    with_items = [text for text in texts if re.search(r"^M\d{3}\b", text, re.MULTILINE)]
    assert all("编号 事项" in text for text in with_items)
    assert "搜索" not in "".join(texts)
