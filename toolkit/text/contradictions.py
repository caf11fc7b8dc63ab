"""A text that declares itself finished and then says that work remains: 已完成。其余4公里正在施工."""

import re

from toolkit.text.phrases import Phrase, phrase_of
from toolkit.text.status import declares_finished, part_done
from toolkit.text.work_stages import says_remaining

_CLAUSE = re.compile(r"[^。，,;；!！\n]+")
_FORMALITY = re.compile(r"验收|决算|结算|审计|移交|资料|公示|备案")
"""What may follow where the work itself is done: 已完成，正在办理结算."""

_FIRMLY = ("。", "！", "!", "；", ";", "\n")
"""Behind a declaration they make it a status of its own, as a choice in a column would be."""


def contradicts_itself(text: str) -> Phrase | None:
    """Return the words by which a text that begins with 已完成 or 全部完成 says that work remains.

    已完成：方案编制 begins a list of what is completed. A clause that goes on behind a comma may
    name what is left to be signed: 已完成，正在验收.

    Returns:
        None for a text without such a declaration, or with nothing against it.
    """
    declared = declares_finished(text)
    if declared is None or text.startswith((":", "："), declared.end):
        return None
    end = declared.end
    rest = says_remaining(text[end:]) or _part(text[end:])
    if rest is None:
        return None
    if not text.startswith(_FIRMLY, end) and _FORMALITY.search(rest.text):
        return None
    return Phrase(rest.text, rest.start + end, rest.end + end)


def _part(text: str) -> Phrase | None:
    """Return the share of the work that a text says is done: 完成率75%."""
    for clause in _CLAUSE.finditer(text) if "%" in text else ():
        found = part_done(clause[0])
        if found:
            part = phrase_of(found)
            return Phrase(part.text, clause.start() + part.start, clause.start() + part.end)
    return None
