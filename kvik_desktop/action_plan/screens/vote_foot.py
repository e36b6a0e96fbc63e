"""What the foot offers in a vote with dots: beginning, keeping somebody's dots, showing them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kvik_desktop.action_plan.dots import Turnout
from kvik_desktop.action_plan.screens.action_words import READ_ONLY
from kvik_desktop.evaluation.model import Participant
from kvik_desktop.foundation.text import Translator, say, say_n
from kvik_desktop.shell.page import Act, Asked, Foot

Do = Callable[[], None]
BACK = say("Tilbage til væggen")


@dataclass(frozen=True)
class Acts:
    """What can be done with an open vote."""

    show: Do
    back: Do
    give_up: Do


def before(tr: Translator, begin: Do, back: Do, *, read_only: bool) -> Foot:
    """No vote is open."""
    asleep = tr(READ_ONLY) if read_only else ""
    return Foot(Act(tr(say("Begynd at give prikker")), begin, asleep=asleep), (Act(tr(BACK), back),))


def voting(tr: Translator, there: Turnout, people: int, acts: Acts, *, read_only: bool) -> Foot:
    """A vote is open and nobody is at it just now."""
    asleep = tr(READ_ONLY) if read_only else ""
    if not there.ballots:
        asleep = asleep or tr(say("Ingen har givet prikker endnu."))
    left = 0 if there.hands else max(people - there.ballots, 0)
    hint = say_n("{n} mangler. Kan ikke fortrydes", "{n} mangler. Kan ikke fortrydes", left)
    give_up = Act(tr(say("Opgiv afstemningen")), acts.give_up, asleep=tr(READ_ONLY) if read_only else "")
    warning, show = tr(hint if left else say("Kan ikke fortrydes")), tr(say("Vis prikkerne"))
    asked = Asked(show, warning, acts.show)
    act = Act(show, acts.show, icon="eye", asleep=asleep, asked=asked)
    return Foot(act, (Act(tr(BACK), acts.back), give_up), warning)


def turn(tr: Translator, following: Participant | None, save: Do, leave: Do) -> Foot:
    """Somebody gives dots."""
    said = say("Gem, og giv videre") if following else say("Gem prikkerne")
    hint = tr(say("Næste: {name}", name=following.name)) if following else ""
    return Foot(Act(tr(said), save), (Act(tr(say("Tilbage til listen")), leave),), hint)


def hands(tr: Translator, save: Do, leave: Do) -> Foot:
    """Raised hands have been counted."""
    return Foot(Act(tr(say("Gem håndsoprækningen")), save), (Act(tr(say("Tilbage til listen")), leave),))
