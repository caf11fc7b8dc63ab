"""What is edited in good time: that happens in the program itself, with nobody to end it."""

from toolkit.errors import UnreadableFileError
from toolkit.files.zip_parts import zip_parts

MAX_XML = 8 * 2**20
"""Bytes of XML that are taken apart; a large form has a tenth of it."""

MAX_SIZE = 128 * 2**20
"""Bytes of all parts, which are packed anew: pictures too."""

MAX_PARTS = 2_000


def can_be_edited(data: bytes) -> bool:
    """Tell whether an .xlsx package is small enough to be edited.

    Args:
        data: The package; a file that is none cannot be edited either.
    """
    try:
        parts = zip_parts(data)
    except UnreadableFileError:
        return False
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".vml")))
    whole = sum(part.file_size for part in parts)
    return len(parts) <= MAX_PARTS and xml <= MAX_XML and whole <= MAX_SIZE
