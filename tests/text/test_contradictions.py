"""A text that declares itself finished and contradicts itself is shown where it does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.test_status import FINISHED_TEXTS
from toolkit.text.contradictions import contradicts_itself
from toolkit.text.status import FINISHED, read_status


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("已完成。道路已打通14条，其余4公里正在施工。", "其余4公里正在施工"),
        ("全部完成。剩余3户正在安装。", "剩余3户正在安装"),
        ("已完成\n其余2处正在施工", "其余2处正在施工"),
        ("进展情况：已完成。其余4处尚未开工。", "其余4处尚未开工"),
        ("目前已全部完成。仍有3户未交付。", "仍有3户未交付"),
        ("已完成（100%）。其余3处推进中", "其余3处推进中"),
        ("已完成。完成率75%。", "完成率75%"),
        ("已完成，占年度任务的80%。", "占年度任务的80%"),
        ("已完成，其余46张10月到货。", "其余46张10月到货"),
        ("已完成。正在组织竣工验收。", "正在组织竣工验收"),
    ],
)
def test_a_text_against_its_own_declaration(text: str, words: str) -> None:
    """The words that say that work remains are returned with their place."""
    phrase = contradicts_itself(text)
    assert phrase is not None
    assert phrase.text == words
    assert text[phrase.start : phrase.end] == words
    assert read_status(text) != FINISHED


@pytest.mark.parametrize(
    "text",
    [
        *FINISHED_TEXTS,
        "",
        "已完成75%，正在施工。",
        "已完成招标，正在施工。",
        "已完成：1.方案编制；2.正在招标。",
        "已完工，正在装修。",
        "已完成，正在验收。",
        "已完成，待办理结算。",
        "主体已完成。其余正在施工。",
        "1、已完成；2、其余正在施工。",
        "洸河街道：已完成。接庄街道：正在施工。",
        "第一批已完成，第二批正在施工。",
        "正常推进。其余4处正在施工。",
        "已完成。按计划全部完成改造，其余为往年续建。",
        "已完成。还有效缓解了停车难，还在小区内增设了座椅。",
        "已完成。确保了如期完成，65岁以上老年人签约率达到75%。",
        "已完成。预计惠及群众3万人。",
    ],
)
def test_a_text_that_does_not_contradict_itself(text: str) -> None:
    """No declaration of the whole, nothing that remains, or only papers behind a comma."""
    assert contradicts_itself(text) is None


@given(st.text(alphabet="已全部完成率正在施工其余7%：，。\n ", max_size=24))
def test_the_phrase_stands_in_the_text(text: str) -> None:
    """Reading never fails, and what is returned is a part of the text."""
    phrase = contradicts_itself(text)
    assert phrase is None or text[phrase.start : phrase.end] == phrase.text != ""
