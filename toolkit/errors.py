"""The error tree: a run that cannot go on says why, and what to do next.

Findings and repairs are values (`toolkit.model.finding`); an exception of this module means that
the whole run stops. The command line catches `MinshengError` once and exits with status 2.
"""

from typing import Self


class MinshengError(Exception):
    """A reason in plain Chinese why the run cannot go on, with what to do next."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ArgumentError(MinshengError):
    """Something given on the command line cannot be understood or does not exist."""


class SchemeError(MinshengError):
    """A scheme file (体例) that cannot be used; the message lists every mistake with its place."""


class WorkspaceError(MinshengError):
    """The working folder lacks something, or something stands in the way of writing there."""


class ProgrammeError(MinshengError):
    """The programme workbook (实事清单.xlsx) has mistakes; the message lists all of them."""


class TemplateError(MinshengError):
    """A Word template is missing or broken; the message names the template and the field."""


class LedgerError(MinshengError):
    """The ledger (台账) cannot be opened or is from a newer version."""


class GuardError(MinshengError):
    """The separate program that reads returned files does not start."""


class UnreadableFileError(Exception):
    """One file cannot be read. It never stops the batch: whoever reads a batch turns it into a value.

    The text is a reason in plain Chinese that a coordinator can pass on to the unit.
    """

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """Say how it is made anew on its way out of a guarded process."""
        return type(self), (self.reason, self.advice)


class ScanError(UnreadableFileError):
    """A picture, or a page without text: a signed or stamped copy for people, not a broken file."""
