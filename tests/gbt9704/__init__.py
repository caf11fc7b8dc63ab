"""A checker for GB/T 9704-2012 (《党政机关公文格式》): what a Word document and its pages deviate in."""

from tests.gbt9704.checks import CHECKS, Deviation, deviations
from tests.gbt9704.pages import page_deviations

__all__ = ["CHECKS", "Deviation", "deviations", "page_deviations"]
