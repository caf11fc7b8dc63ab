"""Numbers of persons that must not stand in a text that is published.

Resident identity numbers by GB 11643-1999 (18 digits, ISO 7064 MOD 11-2) and the older 15 digits,
mobile numbers, and bank cards (Luhn, ISO/IEC 7812-1). Amounts, dates, credit codes, project codes
and telephone numbers of offices are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from toolkit.text.searching import searched


class Secret(StrEnum):
    """What kind of number it is."""

    IDENTITY = "身份证号"
    MOBILE = "手机号"
    BANK_CARD = "银行卡号"


@dataclass(frozen=True, slots=True)
class Sensitive:
    """A number that should not be published.

    Attributes:
        kind: What it is.
        text: As written.
        start: Where it begins in the text.
        end: Where it ends.
        masked: What a message may show of it: its kind's first and last figures.
        checked: False for an identity or card number whose check digit is another: mistyped,
            and yet that of a person.
    """

    kind: Secret
    text: str
    start: int
    end: int
    masked: str
    checked: bool = True


_RUN = re.compile(r"(?:\+86[ -]?)?\d(?:[ -]?\d){10,}[Xx]?(?![\dA-Za-z])")
_LONG_NUMBER = re.compile(r"\d(?=[\d -]{10})(?:[ -]?\d){10}")
"""What every such number has; quickly found, because it begins with a digit."""

_PIECE = re.compile(r"[^ ]+")
_GAPS = re.compile(r"[ -]")
_MOBILE = re.compile(r"(?:\+?86[ -]?)?(1[3-9]\d)([ -]?)\d{4}\2\d{4}")
_IDENTITY = re.compile(r"\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx]")
_OLD_IDENTITY = re.compile(r"\d{15}")
_CARD = re.compile(r"(?:62|4|5[1-5]|9558)\d*|(?:62|4|5[1-5]|9558)[\d]*(?:[ -]\d{2,4})+")
_CARD_LENGTHS = {"6": (16, 17, 18, 19), "9": (19,), "4": (16,), "5": (16,)}
_NAMED_IDENTITY = re.compile(r"身份证[^，。；\d]{0,10}$")
_NAMED_CARD = re.compile(r"(?:银行卡|储蓄卡|工资卡|卡号)[^，。；\d]{0,8}$")
_CARD_LIKE = re.compile(r"\d{16,19}")
_OTHER_NUMBER = re.compile(
    r"(?:编号|编码|代码|单号|文号|档案号|合同号?|发票号?|批号|序列号|流水号|许可证号?|信用代码"
    r"|〔\d{4}〕|号码段)"
    r"[^，。；\d]{0,6}$"
)
_AMOUNT_BEFORE = searched(r"[￥¥$#A-Za-z_]$|(?<!\d)\d{1,3}[.,]$")
_AMOUNT_AFTER = re.compile(r"[ ]?(?:[.,]\d{1,4}(?!\d)|[元万亿%％])|[A-Za-z_]|-\w")
_REGIONS = ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
_PROVINCES = frozenset(str(code) for first, last in _REGIONS for code in range(first, last + 1))
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_CENTURY = ("18", "19", "20")
_RECENT = "2010"


@lru_cache(maxsize=256)
def find_sensitive(text: str) -> tuple[Sensitive, ...]:
    """Return the identity, mobile and bank card numbers of a text, in their order.

    Blanks and dashes inside them, and full-width digits, hide none. Each rule on a kind of number
    asks for those of the same texts.
    """
    return tuple(_found(text)) if holds_long_number(text) else ()


def holds_long_number(text: str) -> bool:
    """Tell at a glance whether a text may hold any such number."""
    return _LONG_NUMBER.search(text) is not None


def is_identity_number(number: str) -> bool:
    """Tell whether 18 characters are a resident identity number: region, birthday, check."""
    if not re.fullmatch(r"\d{17}[\dXx]", number) or number[:2] not in _PROVINCES:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _is_birthday(number[6:14]) and _CHECKS[total % 11] == number[17].upper()


def is_card_number(number: str) -> bool:
    """Tell whether digits are a bank card's: its first digits, length and Luhn check."""
    begins = number.startswith(("62", "4", "9558")) or "51" <= number[:2] <= "55"
    if not begins or len(number) not in _CARD_LENGTHS[number[0]]:
        return False
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])
    return (sum(doubled) + sum(map(int, number[-1::-2]))) % 10 == 0


def _found(text: str) -> Iterator[Sensitive]:
    for run in _RUN.finditer(text):
        whole = _sensitive(text, *run.span())
        if whole:
            yield whole
        elif " " in run[0]:
            pieces = (
                _sensitive(text, *piece.span()) for piece in _PIECE.finditer(text, *run.span())
            )
            yield from filter(None, pieces)


def _sensitive(text: str, start: int, end: int) -> Sensitive | None:
    before = text[max(0, start - 16) : start]
    if _AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.match(text, end):
        return None
    kind = _kind(_narrow(text[start:end]), before)
    if kind is None:
        return None
    words = text[start:end]
    bare = _GAPS.sub("", words)
    return Sensitive(kind, words, start, end, _masked(kind, bare), _is_checked(kind, _narrow(bare)))


def _is_checked(kind: Secret, number: str) -> bool:
    """Tell whether a number's check digit is right; mobile numbers and old ones have none."""
    if kind is Secret.BANK_CARD:
        return is_card_number(number)
    return kind is Secret.MOBILE or len(number) < 18 or is_identity_number(number)


def _kind(number: str, before: str) -> Secret | None:
    bare = _GAPS.sub("", number)
    if _IDENTITY.fullmatch(number) and is_identity_number(bare):
        return Secret.IDENTITY
    if _OLD_IDENTITY.fullmatch(number) and _NAMED_IDENTITY.search(before):
        born = any(_is_birthday(century + bare[6:12]) for century in _CENTURY)
        return Secret.IDENTITY if born and bare[:2] in _PROVINCES else None
    if _OTHER_NUMBER.search(before):
        return None
    if _MOBILE.fullmatch(number):
        return Secret.MOBILE
    if _CARD.fullmatch(number) and is_card_number(bare):
        return Secret.BANK_CARD
    if _CARD_LIKE.fullmatch(bare) and _NAMED_CARD.search(before):
        return Secret.BANK_CARD
    mistyped = _IDENTITY.fullmatch(number) and _may_be_identity(bare, before)
    return Secret.IDENTITY if mistyped else None


def _may_be_identity(number: str, before: str) -> bool:
    """Tell whether 18 characters are an identity number but for the check digit.

    Files' numbers too are made of a region, a day and a count; their days are recent ones.
    """
    if number[:2] not in _PROVINCES or not _is_birthday(number[6:14]):
        return False
    return number[6:10] < _RECENT or _NAMED_IDENTITY.search(before) is not None


def _narrow(number: str) -> str:
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in number)


def _is_birthday(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if digits[:2] not in _CENTURY:
        return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _masked(kind: Secret, number: str) -> str:
    first, last = {Secret.MOBILE: (3, 2), Secret.IDENTITY: (4, 2), Secret.BANK_CARD: (4, 4)}[kind]
    return number[:first] + "*" * (len(number) - first - last) + number[-last:]
