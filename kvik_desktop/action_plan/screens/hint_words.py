"""What a hint leads to: the words of its button."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.action_plan.hints import HintKind
from kvik_desktop.action_plan.screens.action_model import Column
from kvik_desktop.foundation.text import Text, say, say_n

JUMPS: Mapping[HintKind, Text] = {
    HintKind.OVERDUE: say("Sæt en ny frist"),
    HintKind.FOLLOW_UP_DUE: say("Gå til opfølgning"),
    HintKind.NO_RESPONSIBLE: say("Vælg en ansvarlig"),
    HintKind.NO_DEADLINE: say("Sæt en frist"),
    HintKind.NO_MEASURE: say("Tilføj et mål"),
    HintKind.NO_ORIGIN: say("Vælg et område"),
    HintKind.LOW_WITHOUT_ACTION: say("Se områderne"),
}

COLUMNS: Mapping[HintKind, Column] = {
    HintKind.OVERDUE: Column.WHEN,
    HintKind.NO_RESPONSIBLE: Column.WHO,
    HintKind.NO_DEADLINE: Column.WHEN,
    HintKind.NO_MEASURE: Column.HOW,
}
"""The column that is edited where that is what a hint asks for."""

NUMBERS = (
    say("Én"), say("To"), say("Tre"), say("Fire"), say("Fem"), say("Seks"),
    say("Syv"), say("Otte"), say("Ni"), say("Ti"), say("Elleve"), say("Tolv"),
)  # fmt: skip


def count_of(hints: int) -> Text:
    """The heading over the hints."""
    if not hints:
        return say("Der mangler ikke noget")
    number = NUMBERS[hints - 1] if hints <= len(NUMBERS) else hints
    return say_n("{number} ting at se på", "{number} ting at se på", hints, number=number)
