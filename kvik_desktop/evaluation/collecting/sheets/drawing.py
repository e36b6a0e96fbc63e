"""Draws set pages as a PDF: everything that is printed, with empty boxes where answers are written."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from kvik_desktop.evaluation.collecting.sheets.asking import RULING
from kvik_desktop.evaluation.collecting.sheets.pages import HEIGHT, WIDTH, Box, Page, Place, PlaceKind, Words
from kvik_desktop.evaluation.collecting.sheets.type import BOLD, REGULAR, Type
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Language
from kvik_desktop.foundation.tokens import read_tokens


@dataclass(frozen=True)
class Drawer:
    """Draws in the light theme's colours; all of them can be told apart in grey."""

    resources: Resources
    type: Type

    def draw(self, pages: Sequence[Page], title: str, language: Language, *, ruled: bool) -> bytes:
        """The pages as a PDF, the same bytes each time; ``ruled`` gives lines to write on by hand."""
        self.type.register()
        colours = read_tokens(self.resources, "light")
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, lang=language)
        canvas.setTitle(title)
        canvas.setCreator("Kvik Desktop")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        for number, page in enumerate(pages):
            self._page(canvas, page, number, colours, ruled)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    def _page(self, canvas: Canvas, page: Page, number: int, colours: dict[str, str], ruled: bool) -> None:
        for part in page.parts:
            if part.bookmark:
                canvas.bookmarkPage(f"side-{number}")
                canvas.addOutlineEntry(self.type.safe(part.bookmark), f"side-{number}", 0)
            for box in part.boxes:
                self._box(canvas, box, colours)
            for words in part.words:
                self._words(canvas, words, colours)
            for place in part.places:
                self._place(canvas, place, colours, ruled)

    def _box(self, canvas: Canvas, box: Box, colours: dict[str, str]) -> None:
        canvas.setLineWidth(0.6)
        if box.fill:
            canvas.setFillColor(HexColor(colours[box.fill]))
        if box.edge:
            canvas.setStrokeColor(HexColor(colours[box.edge]))
        low = HEIGHT - box.y - box.height
        canvas.rect(box.x, low, box.width, box.height, stroke=bool(box.edge), fill=bool(box.fill))

    def _words(self, canvas: Canvas, words: Words, colours: dict[str, str]) -> None:
        canvas.setFont(BOLD if words.bold else REGULAR, words.size)
        canvas.setFillColor(HexColor(colours[words.ink]))
        draw = canvas.drawCentredString if words.centred else canvas.drawString
        draw(words.x, HEIGHT - words.y, self.type.safe(words.text))

    def _place(self, canvas: Canvas, place: Place, colours: dict[str, str], ruled: bool) -> None:
        wide = 1.1 if place.kind is not PlaceKind.LINES else 0.7
        canvas.setStrokeColor(HexColor(colours["edge"]))
        canvas.setLineWidth(wide)
        canvas.rect(place.x, HEIGHT - place.y - place.height, place.width, place.height, stroke=1, fill=0)
        if ruled and place.kind is PlaceKind.LINES:
            canvas.setStrokeColor(HexColor(colours["line"]))
            count = max(1, int(place.height / RULING))
            for line in range(1, count):
                y = HEIGHT - place.y - line * place.height / count
                canvas.line(place.x + 4, y, place.x + place.width - 4, y)
