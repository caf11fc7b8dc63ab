"""Chinese numerals as headings of official documents use them."""

_DIGITS = "零一二三四五六七八九"


def heading_numeral(number: int) -> str:
    """Return 一, 二, … 十, 十一, … 二十, 二十一, … 九十九.

    Raises:
        ValueError: The number is not between 1 and 99.
    """
    if not 1 <= number <= 99:
        raise ValueError(f"no heading numeral for {number}")
    tens, ones = divmod(number, 10)
    leading = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return leading + (_DIGITS[ones] if ones else "")
