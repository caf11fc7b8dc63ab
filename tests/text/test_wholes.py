"""Wholes that a report names itself, and whether they are those of the period before."""

import pytest

from toolkit.text.wholes import changed_whole

FORMER = "全区62个村，已有58个村完成生活污水治理。"


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("全区68个村中完成治理60个。", FORMER),
        ("全区68个村，已治理60个。", FORMER),
        ("全区共68个村，已完成治理60个。", FORMER),
        ("涉及68个村，已治理60个。", FORMER),
        ("68个村中60个已完成治理。", FORMER),
        ("全区68个村已治理60个。", FORMER),
        ("全区68个村，目前已治理60个，占88.2%。", FORMER),
        ("辖区48所学校，已改造30所。", "辖区45所学校，已改造28所。"),
        ("全市412个小区，已开工400个。", "全市418个小区，已开工390个。"),
        ("清单内53个项目，已开工49个。", "清单内50个项目，已开工45个。"),
        ("全县16个乡镇，已覆盖14个。", "全县18个乡镇，已覆盖12个。"),
        ("全区21所幼儿园，已配备18所。", "全区23所幼儿园，已配备15所。"),
        ("共有35个社区，已建成30个。", "共有38个社区，已建成25个。"),
        ("35个社区中已建成30个。", "38个社区中已建成25个。"),
        ("纳入改造的26个小区，已完工20个。", "纳入改造的28个小区，已完工18个。"),
    ],
)
def test_a_whole_that_changed_without_a_word(text: str, former: str) -> None:
    """It is called the whole, and a part of it follows."""
    assert changed_whole(text, former)


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("全区62个村，已治理60个。", FORMER),
        ("全区62个村已治理61个。上周填报的“68个村”系笔误，应为62个。", "全区68个村中治理60个。"),
        ("全区村庄调整后共68个村，已治理60个。", FORMER),
        ("因撤并，全区58个村，已治理55个。", FORMER),
        ("全区60个村完成治理。", "全区45个村完成治理。"),
        ("全区60个村已完成治理，其中接入管网31个。", "全区45个村已完成治理，其中接入管网20个。"),
        ("全市在册电梯9892部，已检测9000部。", "全市在册电梯9860部，已检测8000部。"),
        ("全区老年人12万人，已签约10万人。", "全区老年人11万人，已签约9万人。"),
        ("本月排查48所学校，已整改30所。", "本月排查45所学校，已整改28所。"),
        ("完成60个村，其中甲镇20个。", "完成45个村，其中甲镇12个。"),
        ("甲镇12个村，已治理10个。", "乙镇15个村，已治理10个。"),
        ("全区62个村，已治理60个；涉及12个社区，已完成3个。", FORMER),
        ("全区5个镇，已覆盖4个。", FORMER),
        ("第二批涉及12个村，已进场8个。", "第一批涉及30个村，已进场30个。"),
        ("全区68个村，比上期新增6个，已治理60个。", FORMER),
    ],
)
def test_wholes_that_stayed_or_are_none(text: str, former: str) -> None:
    """A correction, what was done so far, what grows by itself, and parts: silent."""
    assert changed_whole(text, former) is None
