"""Sentences are filled in and written as the reader's language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from kvik_desktop.foundation.text import Translator, say, say_n

DA, EN = Translator("da"), Translator("en")


@pytest.mark.parametrize(
    ("value", "danish", "english"),
    [
        (Decimal("12.50"), "12,50", "12.50"),
        (Fraction(100, 3), "33,3", "33.3"),
        (date(2027, 1, 31), "31.01.2027", "31 January 2027"),
        (datetime(2027, 1, 31, 9, 5, tzinfo=UTC), "31.01.2027 kl. 09.05", "31 January 2027 09:05"),
        (7, "7", "7"),
        ("{ikke} et sted", "{ikke} et sted", "{ikke} et sted"),
    ],
)
def test_values_follow_the_language(value: object, danish: str, english: str) -> None:
    assert DA(say("{value}", value=value)) == danish
    assert EN(say("{value}", value=value)) == english


def test_texts_nest_and_count() -> None:
    assert DA(say("{a}!", a=say_n("{n} svar", "{n} svar i alt", 2))) == "2 svar i alt!"
    assert DA(say_n("{n} fil", "{n} filer", 1)) == "1 fil"


def test_somebodys_own_words_are_never_a_pattern() -> None:
    assert DA("{n} {0.__class__}") == "{n} {0.__class__}"
    with pytest.raises(KeyError):
        DA(say("{value.__class__}", value="x"))
