"""What the foot of the preparation offers: on to the next, past it to the answers, and a part's own acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kvik_desktop.evaluation.preparing.path import Part, following
from kvik_desktop.evaluation.preparing.preparation import Preparation
from kvik_desktop.evaluation.screens.preparation_words import ONWARD
from kvik_desktop.foundation.text import Translator, say, say_n
from kvik_desktop.shell.page import Act, Foot

ON = "chevron-right"


@dataclass(frozen=True)
class Doing:
    """What the page can do, for the buttons of its foot."""

    go_on: Callable[[Part], None]
    to_step: Callable[[str], None]
    """To another step of the rail."""
    take_preview: Callable[[], None]
    drop_preview: Callable[[], None]


def foot_of(found: Preparation, part: Part, doing: Doing, tr: Translator, own: tuple[Act, ...]) -> Foot:
    """On to what is unfinished, or to the answers; ``own`` are acts of the part."""
    if found.evaluation.revealed is not None:
        return Foot(Act(tr(say("Videre: konsensus")), lambda: doing.to_step("3"), ON), own)
    answers = lambda: doing.to_step("2")  # noqa: E731  (the same act under two names)
    after = following(part, found)
    if part is Part.PEOPLE and not found.people:
        asleep = tr(say("Skriv mindst én deltager først."))
        return Foot(Act(tr(say("Videre: de første svar")), answers, ON, asleep=asleep), own)
    hint = ""
    if part is Part.PEOPLE and not found.has_leader:
        hint = tr(say("I mangler at sætte kryds ved lederen."))
    if after is None:
        return Foot(Act(tr(say("Videre: de første svar")), answers, ON), own, hint)
    skip = (Act(tr(say("Gå til svarene")), answers, shortcut="Alt+2"),) if found.people else ()
    return Foot(Act(tr(ONWARD[after]), lambda: doing.go_on(after), ON), (*own, *skip), hint)


def preview_foot(count: int, doing: Doing, tr: Translator) -> Foot:
    """While a list is shown there is one thing to decide."""
    drop = Act(tr(say("Brug ikke listen")), doing.drop_preview, shortcut="Esc")
    words = say_n("Tilføj {n} deltager", "Tilføj {n} deltagere", count)
    asleep = "" if count else tr(say("Der er ingen at tilføje."))
    return Foot(Act(tr(words), doing.take_preview, asleep=asleep), (drop,))
