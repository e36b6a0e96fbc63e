"""The bottom line while paper is typed in: the next sheet, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kvik_desktop.evaluation.collecting.paper.entering import Entering
from kvik_desktop.foundation.text import Translator, say, say_n
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


def of_people(stop: Callable[[], None], tr: Translator) -> Foot:
    """While no sheet is in hand."""
    return Foot(
        Act(tr(say("Færdig med papiret")), stop),
        hint=tr(say("Skemaerne bliver gemt, mens du taster. Du kan stoppe og komme igen.")),
    )


def of_sheet(entering: Entering, following: str, acts: Acts, tr: Translator) -> Foot:
    """While a sheet is typed in; ``following`` is the name of who comes next, empty where nobody does."""
    missing = len(entering.missing)
    back = Act(tr(say("Vælg navn")), acts.leave, BACK)
    if not missing:
        words = (
            say("Aflevér, og tag {name}", name=following) if following else say("Aflevér det sidste skema")
        )
        return Foot(Act(tr(words), acts.finish, ON), (back,))
    words = say("Læg til side, og tag {name}", name=following) if following else say("Læg til side")
    hint = tr(say_n("{n} mangler på skemaet.", "{n} mangler på skemaet.", missing))
    if entering.at is not None or not entering.given:
        return Foot(Act(tr(words), acts.finish, ON), (back,), hint)
    as_it_is = Act(tr(say("Aflevér, som det er")), acts.hand_in)
    return Foot(Act(tr(words), acts.finish, ON), (back, as_it_is), hint)
