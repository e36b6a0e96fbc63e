"""The shipped fonts: what they are called, how wide their text is and which characters they hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kvik_desktop.foundation.resources import Resources


@dataclass(frozen=True, slots=True)
class Face:
    """One font file under its true family name; ``name`` is what a figure calls it."""

    name: str
    family: str
    weight: int
    italic: bool = False


REGULAR = Face("Inter-Regular", "Inter", 400)
BOLD = Face("Inter-SemiBold", "Inter", 600)
ITALIC = Face("Inter-Italic", "Inter", 400, italic=True)
BOLD_ITALIC = Face("Inter-SemiBoldItalic", "Inter", 600, italic=True)
EMOJI = Face("NotoEmoji-Regular", "Noto Emoji", 400)
TEXT_FACES = (REGULAR, BOLD, ITALIC, BOLD_ITALIC)
FACES = {face.name: face for face in (*TEXT_FACES, EMOJI)}


@dataclass(frozen=True)
class Fonts:
    """The font files of ``resources``, opened when they are first asked for."""

    resources: Resources

    @property
    def folder(self) -> Path:
        """Where the font files lie."""
        return self.resources.path("skrifter")

    def path(self, face: Face) -> Path:
        """The file of a face."""
        return self.folder / f"{face.name}.ttf"

    def width(self, text: str, face: Face, size: float) -> float:
        """How wide a line is in points; characters the face lacks count as its empty box."""
        return float(self._opened[face.name].stringWidth(text, size))

    def wrap(self, text: str, face: Face, size: float, width: float) -> list[str]:
        """The text in lines of at most ``width`` points; a single longer word keeps a line of its own."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, face, size) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    @cached_property
    def text_characters(self) -> frozenset[int]:
        """The characters that every style of the text font holds."""
        tables = [self._table(face) for face in TEXT_FACES]
        return tables[0].intersection(*tables[1:])

    @cached_property
    def emoji_characters(self) -> frozenset[int]:
        """The characters that the emoji font holds."""
        return self._table(EMOJI)

    def register(self) -> None:
        """Make the faces known to reportlab, for figures that are drawn straight into its pages."""
        for font in self._opened.values():
            pdfmetrics.registerFont(font)

    def _table(self, face: Face) -> frozenset[int]:
        return frozenset(self._opened[face.name].face.charToGlyph)

    @cached_property
    def _opened(self) -> dict[str, TTFont]:
        return {name: TTFont(name, str(self.path(face))) for name, face in FACES.items()}
