"""Texts for people: Danish source sentences that are translated only where they are shown.

A :class:`Text` is data, so models and use cases can say something without knowing the reader's
language; the command, the window and the report each hold a :class:`Translator`. Changing language is
therefore showing the same texts with another translator.
"""

from __future__ import annotations

import gettext
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Literal

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.rounding import half_up

Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """A Danish sentence with named places, kept untranslated until somebody reads it."""

    message: str
    plural: str | None = None
    count: int = 1
    values: Mapping[str, object] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.message, self.plural, self.count))


def say(message: str, **values: object) -> Text:
    """A sentence with ``{named}`` places; the extractor of translations looks for this name."""
    return Text(message, values=values)


def say_n(singular: str, plural: str, n: int, **values: object) -> Text:
    """A sentence that depends on how many; ``{n}`` is filled with the number."""
    return Text(singular, plural, n, {"n": n, **values})


@dataclass(frozen=True)
class Translator:
    """Shows texts, numbers and dates in one language."""

    language: Language = "da"
    resources: Resources = field(default_factory=Resources)

    def __call__(self, text: Text | str) -> str:
        """The sentence in the reader's language; a plain string is somebody's own words and stays."""
        if isinstance(text, str):
            return text
        if text.plural is None:
            pattern = self._catalogue.gettext(text.message)
        else:
            pattern = self._catalogue.ngettext(text.message, text.plural, text.count)
        shown = {name: self.value(value) for name, value in text.values.items()}
        return _SafeFormatter().vformat(pattern, (), shown) if shown else pattern

    def value(self, value: object) -> str:
        """One value as the reader's language writes it: 12,5 and 31.12.2026 in Danish."""
        match value:
            case Text():
                return self(value)
            case datetime():
                return (
                    f"{self.date(value.date())} {value:%H:%M}"
                    if self.language == "en"
                    else (f"{self.date(value.date())} kl. {value:%H.%M}")
                )
            case date():
                return self.date(value)
            case Decimal() | float():
                return self.number(Decimal(str(value)))
            case Fraction():
                return self.number(half_up(value, 1))
            case _:
                return str(value)

    def number(self, value: Decimal) -> str:
        """A decimal number with the language's decimal sign and no grouping."""
        written = f"{value:f}"
        return written.replace(".", ",") if self.language == "da" else written

    def date(self, day: date) -> str:
        """A calendar day: dd.mm.yyyy in Danish, 31 December 2026 in English."""
        if self.language == "da":
            return f"{day:%d.%m.%Y}"
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        if self.language == "da":
            return gettext.NullTranslations()
        path = self.resources.path("sprog", self.language, "LC_MESSAGES", "kvik.mo")
        with path.open("rb") as file:
            return gettext.GNUTranslations(file)


_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class _SafeFormatter(string.Formatter):
    """``str.format`` without attribute or index access: values may be somebody's own words."""

    def get_field(self, field_name: str, args: object, kwargs: Mapping[str, object]) -> tuple[object, str]:
        return kwargs[field_name], field_name
