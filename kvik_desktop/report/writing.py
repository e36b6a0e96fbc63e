"""Scores, amounts and days as the reader's language writes them, and the pictures of one document."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from reportlab.graphics.shapes import Drawing

from kvik_desktop.foundation.rounding import half_up
from kvik_desktop.foundation.text import Text, Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Figure
from kvik_desktop.report.content import Step
from kvik_desktop.report.figures.axis import range_words
from kvik_desktop.report.figures.pen import Pen
from kvik_desktop.report.svg import svg
from kvik_desktop.report.words import LABELS

NOTHING = "–"
"""What stands where there is no figure."""

UNBROKEN = "\u00a0"
"""Keeps a number and its unit on one line."""

Data = dict[str, object]


def mean_words(value: Fraction | None, translate: Translator) -> str:
    """A mean, always with one decimal."""
    return NOTHING if value is None else translate.number(half_up(value, 1))


@dataclass(frozen=True)
class Writer:
    """Writes for one reader, draws with one pen and collects the pictures of one document."""

    translate: Translator
    pen: Pen
    pictures: dict[str, bytes] = field(default_factory=dict)

    def words(self, text: Text) -> str:
        """A text in the reader's language."""
        return self.translate(text)

    def label(self, name: str) -> str:
        """One of the report's own labels."""
        return self.translate(LABELS[name])

    def score(self, value: Fraction | None) -> str:
        """One score: whole as it is, else with one decimal."""
        if value is None:
            return NOTHING
        return str(value.numerator) if value.denominator == 1 else self.mean(value)

    def mean(self, value: Fraction | None) -> str:
        """A mean, always with one decimal."""
        return mean_words(value, self.translate)

    def amount(self, value: Decimal | None, unit: str = "") -> str:
        """A measured amount without trailing zeros, with its unit; empty where there is none."""
        if value is None:
            return ""
        plain = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
        return UNBROKEN.join(part for part in (self.translate.number(plain), unit) if part)

    def money(self, value: Decimal | None) -> str:
        """An amount of money with the language's grouping, øre only where there are any."""
        if value is None:
            return ""
        written = f"{value:,.2f}".removesuffix(".00")
        if self.translate.language == "da":
            return written.translate(str.maketrans(",.", ".,"))
        return written

    def day(self, day: date | None) -> str:
        """A calendar day; empty where there is none."""
        return "" if day is None else self.translate.date(day)

    def step(self, figure: Figure, steps: tuple[Step, ...], method: Method) -> str:
        """The step a figure lies on, as ``Udført (31-50)``; empty where nothing was scored."""
        if figure.band is None:
            return ""
        return f"{steps[figure.band].name} ({range_words(figure.band, method)})"

    def picture(self, name: str, drawing: Drawing, title: str, description: str) -> Data:
        """Keeps the drawing as a picture and tells the template how to place it."""
        file = f"{name}.svg"
        safe = self.pen.characters.safe
        self.pictures[file] = svg(drawing, safe(title), safe(description))
        return {"file": file, "width": drawing.width, "alt": f"{title}. {description}"}
