"""Text as a Word document can hold it."""

import re

_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def holdable(text: str) -> str:
    """Leave out what XML cannot hold; a text marked as safe for a template stays so."""
    return type(text)(_NOT_IN_XML.sub("", text)) if _NOT_IN_XML.search(text) else text
