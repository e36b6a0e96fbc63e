"""How an action's measure and numbers are written and read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kvik_desktop.action_plan.model import Action
from kvik_desktop.action_plan.screens.action_words import NO_BREAK, measure, read_number
from kvik_desktop.foundation.text import Text, Translator

ACTION = Action("1", "e", 1, "Møde", indicator="Fravær", unit="%")


@pytest.mark.parametrize(
    ("baseline", "target", "told"),
    [
        ("7.5", "5", "Fravær: 7,5 → 5 %"),
        ("7", None, "Fravær: 7 %"),
        (None, "5", "Fravær: → 5 %"),
        (None, None, "Fravær"),
    ],
)
def test_a_measure_says_from_where_to_where(baseline: str | None, target: str | None, told: str) -> None:
    action = replace(
        ACTION,
        baseline=Decimal(baseline) if baseline else None,
        target=Decimal(target) if target else None,
    )
    found = measure(action, Translator())
    assert found.replace(NO_BREAK, " ") == told
    assert " " not in found.partition(": ")[2], "a line break never parts the figures"


def test_a_measure_without_a_name_is_its_figures() -> None:
    action = replace(ACTION, indicator="", unit="", baseline=Decimal(2), target=Decimal(4))
    assert measure(action, Translator()).split(NO_BREAK) == ["2", "→", "4"]


@pytest.mark.parametrize(
    ("written", "number"),
    [("3,5", Decimal("3.5")), (" 1 200 ", Decimal(1200)), ("-4.25", Decimal("-4.25")), ("", None)],
)
def test_numbers_are_read_with_comma_and_point(written: str, number: Decimal | None) -> None:
    assert read_number(written) == number


@pytest.mark.parametrize("written", ["mange", "3,5,1", "1e9", "--2", "½", "Infinity"])
def test_what_is_no_number_is_told(written: str) -> None:
    assert isinstance(read_number(written), Text)
