"""The shipped type on a sheet: how wide words are, where lines break, and signs it has no shape for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kvik_desktop.foundation.resources import Resources

REGULAR, BOLD = "Inter-Regular", "Inter-SemiBold"
MISSING = "□"
"""Stands for a sign that the type has no shape for."""


@dataclass(frozen=True)
class Type:
    """The two weights that sheets are set in."""

    resources: Resources

    @cached_property
    def _fonts(self) -> dict[bool, TTFont]:
        faces = {False: REGULAR, True: BOLD}
        return {
            bold: TTFont(name, str(self.resources.path("skrifter", f"{name}.ttf")))
            for bold, name in faces.items()
        }

    def register(self) -> None:
        """Make the weights known to reportlab under their names."""
        for font in self._fonts.values():
            pdfmetrics.registerFont(font)

    def safe(self, text: str) -> str:
        """The text on one line, with a box for every sign there is no shape for."""
        known = self._fonts[False].face.charToGlyph
        plain = " ".join(unicodedata.normalize("NFC", text).split())
        # What only joins or directs other signs, as between the parts of a picture, is nothing by itself.
        seen = [
            sign for sign in plain if unicodedata.category(sign) not in ("Cf", "Mn") or ord(sign) in known
        ]
        return "".join(sign if ord(sign) in known else MISSING for sign in seen)

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide a line is, in points."""
        return float(self._fonts[bold].stringWidth(text, size))

    def wrap(self, text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
        """The text in lines of at most ``width`` points; a word that is longer is broken."""
        lines: list[str] = []
        for word in self.safe(text).split():
            for piece in self._pieces(word, size, width, bold):
                longer = f"{lines[-1]} {piece}" if lines else piece
                if lines and self.width(longer, size, bold=bold) <= width:
                    lines[-1] = longer
                else:
                    lines.append(piece)
        return lines

    def cut(self, text: str, size: float, width: float, *, bold: bool = False) -> str:
        """The text on one line of at most ``width`` points, with dots where it goes on."""
        safe = self.safe(text)
        if self.width(safe, size, bold=bold) <= width:
            return safe
        while safe and self.width(f"{safe}…", size, bold=bold) > width:
            safe = safe[:-1]
        return f"{safe.rstrip()}…"

    def _pieces(self, word: str, size: float, width: float, bold: bool) -> list[str]:
        pieces = [""]
        for sign in word:
            if pieces[-1] and self.width(pieces[-1] + sign, size, bold=bold) > width:
                pieces.append("")
            pieces[-1] += sign
        return pieces
