"""Where values stand, as a page in 4汇总 names and links their files."""

from urllib.parse import quote

from toolkit.model.dashboard import Place

_LONGEST = 1_500
"""Characters of an address; browsers on Windows take about 2,000."""


def place_of(
    stored: str | None, period: str, sheet: str | None = None, cell: str | None = None
) -> Place | None:
    """Return a place in a file of the working folder, None where there is no file.

    Args:
        stored: The file's path in the working folder, with forward slashes.
        period: The label of the period in whose 4汇总 the page lies.
        sheet: The worksheet.
        cell: The cell.
    """
    if not stored:
        return None
    name = stored.rsplit("/", 1)[-1]
    return Place(name, sheet or "", cell, _address(stored, period))


def _address(stored: str, period: str) -> str | None:
    inside = stored.removeprefix(f"{period}/")
    path = f"../{inside}" if inside != stored else f"../../{stored}"
    # A name that a mail program broke may not be text; its bytes are what the link must say.
    address = quote(path, safe="/", errors="surrogateescape")
    return address if len(address) <= _LONGEST else None
