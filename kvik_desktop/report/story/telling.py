"""What the chapters of a story share: the printed data, the words, and marks, figures and fields."""

from __future__ import annotations

from dataclasses import dataclass

from kvik_desktop.foundation.text import Translator
from kvik_desktop.report.form_words import FORM_LABELS
from kvik_desktop.report.story import blocks as b
from kvik_desktop.report.story import printed as p


@dataclass(frozen=True)
class Teller:
    """Tells parts of one report as blocks."""

    data: p.Printed
    translate: Translator

    def word(self, name: str) -> str:
        """A label of the report, or one that only the editable forms have."""
        return self.data.words.get(name) or self.translate(FORM_LABELS[name])

    def flag(self, name: str, *, short: bool = False) -> b.Mark:
        """A flag with its word."""
        return b.Mark(name, (self.data.flags_short if short else self.data.flags)[name])

    def status(self, name: str) -> b.Mark:
        """An action's status with its word."""
        return b.Mark(name, self.data.statuses[name])

    def field(self, field: p.Field) -> b.Field:
        """A label with somebody's own words: a text, a list or a small table."""
        if field.text:
            return b.Field(field.label, (b.Paragraph(b.Own(field.text)),))
        if field.items:
            items = tuple((b.Own(text), note) for text, note in field.items)
            return b.Field(field.label, (b.Bullets(items),))
        columns = tuple(b.Column(head) for head in field.head)
        rows = tuple(tuple(b.Own(cell) for cell in row) for row in field.rows)
        return b.Field(field.label, (b.Table(field.label, columns, rows),))


def figure(picture: p.Picture) -> b.Picture:
    """A figure as a block or a cell."""
    return b.Picture(picture.file, picture.width, picture.alt)


def own_facts(pairs: tuple[tuple[str, str], ...]) -> b.Facts:
    """Pairs whose values somebody may have written."""
    return b.Facts(tuple((label, b.Own(value)) for label, value in pairs))
