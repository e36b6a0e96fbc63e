"""The bottom line while paper is typed in: the next sheet, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kvik_desktop.evaluation.collecting.paper.entering import Entering
from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.shell.page import Act, Foot

ON, BACK = "chevron-right", "chevron-left"


@dataclass(frozen=True)
class Acts:
    """What can be done with a sheet."""

    finish: Callable[[], None]
    """Hand in what lacks nothing, lay the rest aside, and take the next."""
    hand_in: Callable[[], None]
    """As it is."""
    leave: Callable[[], None]
    choose_paper: Callable[[], None]
    """Over what was answered otherwise another way."""


def of_people(stop: Callable[[], None], tr: Translator) -> Foot:
    """While no sheet is in hand."""
    return Foot(
        Act(tr(say("Færdig med papiret")), stop),
        hint=tr(say("Skemaerne bliver gemt, mens du taster. Du kan stoppe og komme igen.")),
    )


def of_sheet(
    entering: Entering, following: str, waiting: int, acts: Acts, tr: Translator, *, locked: str = ""
) -> Foot:
    """While a sheet is typed in; ``following`` is the name of who comes next, empty where nobody does.

    ``waiting`` counts the questions that were answered otherwise another way; ``locked`` is the name of
    whose sheet it is, where the answers have an own code.
    """
    missing = len(entering.missing)
    others = [Act(tr(say("Vælg navn")), acts.leave, BACK)]
    if waiting and entering.at is None and not locked:
        paper = say_n("Brug papirets svar ved {n} spørgsmål", "Brug papirets svar ved {n} spørgsmål", waiting)
        others.append(Act(tr(paper), acts.choose_paper))
    if missing and entering.at is None and entering.given:
        others.append(Act(tr(say("Aflevér, som det er")), acts.hand_in))
    hint = tr(_hint(missing, waiting, locked))
    return Foot(Act(tr(_on(missing, following)), acts.finish, ON), others, hint)


def _on(missing: int, following: str) -> Text:
    if missing:
        return say("Læg til side, og gå til {name}", name=following) if following else say("Læg til side")
    return say("Aflevér, og gå til {name}", name=following) if following else say("Aflevér det sidste skema")


def _hint(missing: int, waiting: int, locked: str) -> Text | str:
    if waiting and locked:
        return say_n(
            "{n} er besvaret anderledes på en anden måde. {name} har låst sine svar, så det gælder.",
            "{n} er besvaret anderledes på en anden måde. {name} har låst sine svar, så de gælder.",
            waiting,
            name=locked,
        )
    if waiting:
        return say_n(
            "{n} er besvaret anderledes på en anden måde. Det gælder, til du vælger papiret.",
            "{n} er besvaret anderledes på en anden måde. De gælder, til du vælger papiret.",
            waiting,
        )
    return say_n("{n} mangler på skemaet.", "{n} mangler på skemaet.", missing) if missing else ""
