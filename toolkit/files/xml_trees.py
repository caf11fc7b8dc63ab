"""Parsing XML that strangers wrote: nothing is fetched, no entity grows."""

from typing import Any

from toolkit.errors import UnreadableFileError


def parse_xml(data: bytes) -> Any:
    """Return the root element of an XML document.

    Raises:
        UnreadableFileError: It is damaged, or declares entities, which no table needs.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise _damaged() from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _damaged()
    return root


def local(node: Any) -> str:
    """Return an element's name without its namespace; "" for a comment."""
    tag = node.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def attribute(node: Any, name: str) -> str | None:
    """Return an attribute by its name, whatever its namespace."""
    for key, value in node.attrib.items():
        if key[key.rfind("}") + 1 :] == name:
            return str(value)
    return None


def children(node: Any, name: str) -> list[Any]:
    """Return an element's children of a name."""
    return [child for child in node if local(child) == name]


def count_of(node: Any, name: str, default: int) -> int:
    """Return an attribute that counts something; the default where it is none."""
    value = (attribute(node, name) or "").strip()
    return int(value) if value.isdecimal() and len(value) < 10 else default


def _damaged() -> UnreadableFileError:
    return UnreadableFileError(
        "文件已损坏，打不开（XML 有误）",
        "请报送单位在 WPS 或 Excel 中打开、另存为 .xlsx 后重新发送。",
    )
