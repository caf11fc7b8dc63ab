"""Numbers of persons in texts that are published, and numbers that only look like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.sensitive import Secret, find_sensitive, is_card_number, is_identity_number

SECRETS = (
    ("联系人张三13800138000", Secret.MOBILE, "13800138000"),
    ("电话138 0013 8000，", Secret.MOBILE, "138 0013 8000"),
    ("手机：138-0013-8000。", Secret.MOBILE, "138-0013-8000"),
    ("+86 13800138000", Secret.MOBILE, "+86 13800138000"),
    ("张三,13800138000李四", Secret.MOBILE, "13800138000"),
    ("电话１３８００１３８０００", Secret.MOBILE, "１３８００１３８０００"),
    ("20211018 13800138000", Secret.MOBILE, "13800138000"),
    ("身份证号11010519491231002X。", Secret.IDENTITY, "11010519491231002X"),
    ("110105 19491231 002x", Secret.IDENTITY, "110105 19491231 002x"),
    ("身份证130503670401001", Secret.IDENTITY, "130503670401001"),
    ("卡号4111 1111 1111 1111", Secret.BANK_CARD, "4111 1111 1111 1111"),
    ("汇入6222020000000000000", Secret.BANK_CARD, "6222020000000000000"),
)

HARMLESS = (
    "",
    "已缴纳130409.2元，惠及13800138000元。",
    "总投资13800138000.5",
    "编号110105194912310021",
    "370811202103150013",
    "合同编号130503670401001",
    "统一社会信用代码12370800495755123X",
    "统一社会信用代码91370800MA3C4X5Y6Z",
    "项目代码2103-370800-04-01-123456",
    "热线0537-12345678、12345、400-123-4567",
    "济高新管发〔2021〕13800138000号",
    "设备编号13800138000",
    "2021-2024年，2021 10 18，20210930",
    "6222020000000000001",
    "138001380001234567890",
)


@pytest.mark.parametrize(("text", "kind", "number"), SECRETS)
def test_secrets(text: str, kind: Secret, number: str) -> None:
    """They are found with their place, and a message can show them masked."""
    (found,) = find_sensitive(text)
    assert (found.kind, found.text) == (kind, number)
    assert text[found.start : found.end] == number
    assert "***" in found.masked


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_numbers(text: str) -> None:
    """Amounts, codes, dates and hotlines are no secrets."""
    assert find_sensitive(text) == ()


@pytest.mark.parametrize("text", ["身份证号110105194912310021", "李某110105194912310021"])
def test_mistyped_identity_number(text: str) -> None:
    """Region and birthday tell a person's number although its check digit is another."""
    (found,) = find_sensitive(text)
    assert (found.kind, found.checked) == (Secret.IDENTITY, False)


def test_mistyped_card_number() -> None:
    """Where the text itself calls a number a card's, its check digit does not matter."""
    (found,) = find_sensitive("补贴打入银行卡6222020000000000001")
    assert (found.kind, found.checked) == (Secret.BANK_CARD, False)


@pytest.mark.parametrize("between", ["、", "，", " ", ",", "/"])
def test_two_numbers(between: str) -> None:
    """Each of several numbers is found."""
    assert len(find_sensitive(f"13800138000{between}13900139000")) == 2


@given(st.integers(0, 10**17 - 1), st.sampled_from("0123456789X"))
def test_only_one_check_digit_makes_an_identity_number(first: int, check: str) -> None:
    """Whatever fails region, birthday or checksum is none."""
    number = f"{first:017d}"
    valid = [sign for sign in "0123456789X" if is_identity_number(number + sign)]
    assert len(valid) <= 1
    found = any(secret.kind is Secret.IDENTITY for secret in find_sensitive(number + check))
    assert found == (check in valid)


@given(st.integers(0, 10**15 - 1))
def test_only_one_check_digit_makes_a_card_number(first: int) -> None:
    """Luhn's check leaves one digit of ten."""
    number = f"4{first:015d}"[:15]
    assert sum(is_card_number(number + str(digit)) for digit in range(10)) == 1


@given(st.text(alphabet="0123456789 -Xx元号", max_size=40))
def test_places(text: str) -> None:
    """Whatever is found stands where it says."""
    for secret in find_sensitive(text):
        assert text[secret.start : secret.end] == secret.text
