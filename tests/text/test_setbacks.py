"""Works that are at an earlier stage than before."""

import pytest

from toolkit.text.setbacks import setback


@pytest.mark.parametrize(
    ("text", "former", "of"),
    [
        ("王因卫生院正在进行施工图设计。", "二是王因卫生院施工图审查已通过。", "王因卫生院"),
        ("王因卫生院正在办理施工招标。", "王因卫生院主体封顶。", "王因卫生院"),
        ("项目正在进行施工图设计。", "主体施工至三层。", ""),
        ("王因卫生院正在进行施工图设计。", "接庄卫生院主体封顶。", None),
        ("王因卫生院正在进行施工图设计。", "王因卫生院正在选址。", None),
        ("王因卫生院正在进行施工图设计。", "王因卫生院计划10月开工。", None),
        ("王因卫生院正在进行施工图设计。", "王因卫生院已完成EPC招标。", None),
        ("因选址变更，王因卫生院正在进行施工图设计。", "王因卫生院图审通过。", None),
        ("王因卫生院正在进行景观设计。", "王因卫生院主体封顶。", None),
        ("2处正在进行施工图设计。", "2处主体封顶。", None),
        ("正在进行施工图设计，主体施工至三层。", "主体施工至二层。", None),
        ("正在装修。", "主体封顶。", None),
    ],
)
def test_setback(text: str, former: str, of: str | None) -> None:
    """The same thing by its name, nothing else in the clause, and no reason to begin anew."""
    found = setback(text, former)

    assert (found.of if found else None) == of
