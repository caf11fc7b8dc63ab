"""LibreOffice for tests: fill workbooks as departments do, and look at what comes out."""

from tests.office.driver import Office, OfficeError, RowHeight, office_available

__all__ = ["Office", "OfficeError", "RowHeight", "office_available"]
