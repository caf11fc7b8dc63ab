"""LibreOffice for tests: fill workbooks as departments do, and look at what comes out."""

from tests.office.driver import OFFICE_FONTS, Office, OfficeError, RowHeight, office_available

__all__ = ["OFFICE_FONTS", "Office", "OfficeError", "RowHeight", "office_available"]
