"""A sheet of paper in the shop's own simple style.

The fonts that every PDF reader brings know Western letters only. A letter that they lack is printed by its
nearest ("Wanjirũ" becomes "Wanjiru"); where there is none, as for Amharic or a smile, a box stands for it.
"""

import unicodedata
from datetime import datetime
from typing import Final

from fpdf import FPDF
from fpdf.enums import XPos, YPos

FONT: Final = "Helvetica"
A5: Final = (148, 210)
LINE: Final = 5.5
FIGURE: Final = 32
MISSING: Final = "\u00a4"
_SAME: Final = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014\u2022\u202f", "''\"\"--- ")
_MARKS: Final = {"Mn", "Cf", "Cc"}


def printable(text: str) -> str:
    """The text in letters that can be printed, each the nearest to what was written."""
    return "".join(_letter(letter) for letter in text.translate(_SAME))


def _letter(letter: str) -> str:
    if letter == "\n" or _is_western(letter):
        return letter
    plain = "".join(part for part in unicodedata.normalize("NFKD", letter) if _is_western(part))
    if plain:
        return plain
    return "" if unicodedata.category(letter) in _MARKS else MISSING


def _is_western(letter: str) -> bool:
    return " " <= letter <= "~" or "\u00a1" <= letter <= "\u00ff"


class Sheet(FPDF):
    """An A5 page that begins with the shop's name. Units: millimetres."""

    def __init__(self, title: str, made: datetime) -> None:
        super().__init__(format=A5)
        self.set_title(printable(title))
        self.set_creation_date(made)
        self.set_margins(12, 12)
        self.set_auto_page_break(auto=True, margin=12)

    def words(self, text: str, size: float = 10, *, bold: bool = False, after: float = 0) -> None:
        """Text over the whole width, in as many lines as it takes."""
        self.set_font(FONT, "B" if bold else "", size)
        line = size * 0.5
        self.multi_cell(0, line, printable(text), new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(after)

    def pair(self, left: str, right: str, *, bold: bool = False) -> None:
        """What stands at the left, in as many lines as it takes, and its figure at the right of the first."""
        self.set_font(FONT, "B" if bold else "", 10)
        width = self.epw - FIGURE
        height = self._lines(left, width) * LINE
        if self.will_page_break(height):
            self.add_page()
        top = self.get_y()
        self.multi_cell(width, LINE, printable(left), align="L", new_x=XPos.RIGHT, new_y=YPos.TOP)
        self.cell(FIGURE, LINE, printable(right), align="R")
        self.set_xy(self.l_margin, top + height)

    def rule(self) -> None:
        """A line between two parts."""
        self.ln(1.5)
        self.line(self.l_margin, self.get_y(), self.w - self.r_margin, self.get_y())
        self.ln(2.5)

    def _lines(self, text: str, width: float) -> int:
        lines = self.multi_cell(width, LINE, printable(text), dry_run=True, output="LINES")
        return len(lines) if isinstance(lines, list) and lines else 1
