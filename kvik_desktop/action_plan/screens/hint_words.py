"""Hints as they are told: several of a kind as one, and the words of the button that leads there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kvik_desktop.action_plan.hints import Hint, HintKind
from kvik_desktop.action_plan.screens.action_model import Column
from kvik_desktop.foundation.text import Text, say, say_n

JUMPS: Mapping[HintKind, Text] = {
    HintKind.OVERDUE: say("Sæt en ny frist"),
    HintKind.FOLLOW_UP_DUE: say("Gå til opfølgning"),
    HintKind.NO_RESPONSIBLE: say("Vælg en ansvarlig"),
    HintKind.NO_DEADLINE: say("Sæt en frist"),
    HintKind.NO_MEASURE: say("Tilføj et mål"),
    HintKind.NO_ORIGIN: say("Vælg et område"),
    HintKind.RED_WITHOUT_ACTION: say("Se områderne"),
    HintKind.LOW_WITHOUT_ACTION: say("Se områderne"),
    HintKind.BEFORE_PREREQUISITE: say("Ret fristen"),
    HintKind.AFTER_NEXT: say("Ret fristen"),
    HintKind.NO_BASELINE: say("Skriv, hvad tallet er nu"),
    HintKind.ALL_ON_ONE: say("Vælg en anden"),
}

COLUMNS: Mapping[HintKind, Column] = {
    HintKind.OVERDUE: Column.WHEN,
    HintKind.NO_RESPONSIBLE: Column.WHO,
    HintKind.NO_DEADLINE: Column.WHEN,
    HintKind.NO_MEASURE: Column.HOW,
    HintKind.BEFORE_PREREQUISITE: Column.WHEN,
    HintKind.AFTER_NEXT: Column.WHEN,
    HintKind.ALL_ON_ONE: Column.WHO,
}
"""The column that is edited where that is what a hint asks for."""

NUMBERS = (
    say("Én"), say("To"), say("Tre"), say("Fire"), say("Fem"), say("Seks"), say("Syv"), say("Otte"),
    say("Ni"), say("Ti"), say("Elleve"), say("Tolv"),
)  # fmt: skip


MANY: Mapping[HintKind, Callable[[int], Text]] = {
    HintKind.OVERDUE: lambda n: say_n("{n} tiltag er over fristen.", "{n} tiltag er over fristen.", n),
    HintKind.FOLLOW_UP_DUE: lambda n: say_n(
        "{n} tiltag skulle følges op nu.", "{n} tiltag skulle følges op nu.", n
    ),
    HintKind.NO_RESPONSIBLE: lambda n: say_n(
        "{n} tiltag har ingen ansvarlig.", "{n} tiltag har ingen ansvarlig.", n
    ),
    HintKind.NO_DEADLINE: lambda n: say_n("{n} tiltag har ingen frist.", "{n} tiltag har ingen frist.", n),
    HintKind.NO_MEASURE: lambda n: say_n(
        "Ved {n} tiltag står der ikke, hvordan I kan se, at det virker.",
        "Ved {n} tiltag står der ikke, hvordan I kan se, at de virker.",
        n,
    ),
    HintKind.NO_ORIGIN: lambda n: say_n(
        "{n} tiltag hænger ikke sammen med noget, I har vurderet.",
        "{n} tiltag hænger ikke sammen med noget, I har vurderet.",
        n,
    ),
    HintKind.RED_WITHOUT_ACTION: lambda n: say_n(
        "I var meget uenige om {n} delkriterium, som ikke har noget tiltag.",
        "I var meget uenige om {n} delkriterier, som ikke har noget tiltag.",
        n,
    ),
    HintKind.BEFORE_PREREQUISITE: lambda n: say_n(
        "{n} tiltag har frist før det tiltag, det venter på.",
        "{n} tiltag har frist før de tiltag, de venter på.",
        n,
    ),
    HintKind.AFTER_NEXT: lambda n: say_n(
        "{n} frist ligger efter næste evaluering.", "{n} frister ligger efter næste evaluering.", n
    ),
    HintKind.NO_BASELINE: lambda n: say_n(
        "{n} tiltag skal måles, men der står ikke, hvad tallet er nu.",
        "{n} tiltag skal måles, men der står ikke, hvad tallet er nu.",
        n,
    ),
    HintKind.LOW_WITHOUT_ACTION: lambda n: say_n(
        "{n} delkriterium ligger lavt, men har intet tiltag.",
        "{n} delkriterier ligger lavt, men har intet tiltag.",
        n,
    ),
}
"""Several of a kind told as one; one person who has everything is always alone."""


@dataclass(frozen=True, slots=True)
class Told:
    """One or more hints of a kind, told as one; it leads to the first of them."""

    hints: tuple[Hint, ...]

    @property
    def first(self) -> Hint:
        """Where it leads."""
        return self.hints[0]

    @property
    def what(self) -> Text:
        """What is lacking."""
        return self.first.what if len(self.hints) == 1 else MANY[self.first.kind](len(self.hints))


def told(hints: Sequence[Hint]) -> tuple[Told, ...]:
    """The hints as they are told, in their order."""
    return tuple(Told(tuple(same)) for _, same in groupby(hints, key=lambda hint: hint.kind))


def count_of(things: int) -> Text:
    """The heading over the hints."""
    if not things:
        return say("Der mangler ikke noget")
    number = NUMBERS[things - 1]  # there are no more kinds than that
    return say_n("{number} ting at se på", "{number} ting at se på", things, number=number)
