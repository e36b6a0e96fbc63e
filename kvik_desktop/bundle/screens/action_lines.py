"""Everything a package says about one action, as lines to read: a field that is empty is not told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from kvik_desktop.action_plan.model import Status
from kvik_desktop.action_plan.screens.action_words import status_word
from kvik_desktop.bundle.payload import ActionNeed, ActionRow, MeasurementRow
from kvik_desktop.foundation.text import Text, say

Value = Text | str | date | Decimal | int
Line = tuple[Text, Value]

_WORDS: Mapping[str, Text] = {
    "theme": say("Tema"),
    "description": say("Beskrivelse"),
    "responsible": say("Ansvarlig"),
    "phase": say("Fase"),
    "goal": say("Politisk mål"),
    "serves_effect": say("Effekt, det tjener"),
    "success": say("Sådan kan vi se det"),
    "indicator": say("Måling"),
    "dropped_reason": say("Derfor er det droppet"),
}
_DAYS: Mapping[str, Text] = {
    "start": say("Begynder"),
    "deadline": say("Frist"),
    "follow_up": say("Følges op"),
}
_NUMBERS: Mapping[str, Text] = {
    "baseline": say("Udgangspunkt"),
    "target": say("Mål"),
    "hours": say("Timer"),
    "money": say("Kroner"),
    "effect": say("Effekt (1-4)"),
    "ease": say("Lethed (1-4)"),
}


def action_lines(action: ActionRow) -> Iterator[Line]:
    """Names and values, in the order one reads a plan."""
    yield say("Status"), status_word(Status(action.status))
    yield from ((name, value) for key, name in _WORDS.items() if (value := getattr(action, key)))
    if action.participants:
        yield say("Deltagere"), ", ".join(action.participants)
    for key, name in _DAYS.items():
        if (day := getattr(action, key)) is not None:
            yield name, date.fromisoformat(day)
    for key, name in _NUMBERS.items():
        if (number := getattr(action, key)) is not None:
            yield name, Decimal(number)
    if action.unit:
        yield say("Enhed"), action.unit
    if action.subcriteria:
        yield say("Kommer fra"), ", ".join(source.id for source in action.subcriteria)
    yield from ((say("Forbedringsområde"), area) for area in action.areas)
    yield from ((say("Forudsætning"), _need(need)) for need in action.prerequisites)
    yield from ((say("Målt"), _measured(row)) for row in action.measurements)


def _need(need: ActionNeed) -> Text | str:
    return say("tiltag {number}", number=need.action) if need.action else need.text


def _measured(row: MeasurementRow) -> Text:
    day, value = date.fromisoformat(row.day), Decimal(row.value)
    if row.note:
        return say("{day}: {value} ({note})", day=day, value=value, note=row.note)
    return say("{day}: {value}", day=day, value=value)
