"""What the foot of the wall offers: choosing, making actions of what is chosen, and the way on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kvik_desktop.action_plan.pages import Wall
from kvik_desktop.action_plan.screens.improvement_words import unplaced
from kvik_desktop.foundation.text import Translator, say, say_n
from kvik_desktop.shell.page import Act, Foot

Do = Callable[[], None]


@dataclass(frozen=True)
class Acts:
    """What the page does."""

    choose: Do
    make_each: Do
    make_one: Do
    leave: Do
    more: Do
    vote: Do
    onwards: Do


def looking(tr: Translator, wall: Wall, acts: Acts, *, more: bool, read_only: str) -> Foot:
    """Before one chooses; ``more`` is that all ways of working are offered, else one quiet word is."""
    there = wall.turnout
    voting = say("Prikker") if there is None else say("Prikker: {n} har givet", n=there.ballots)
    others = [Act(tr(voting), acts.vote, asleep=read_only) if more else Act(tr(say("Mere")), acts.more)]
    choose, onwards = say("Vælg dem, I vil arbejde med"), say("Videre til Handlingsplan")
    hint = tr(unplaced(wall.unplaced))
    if not wall.actions:
        choosing = Act(tr(choose), acts.choose, icon="chevron-right", asleep=read_only)
        return Foot(choosing, others, hint)
    others.append(Act(tr(say("Vælg flere")), acts.choose, icon="plus", asleep=read_only))
    return Foot(Act(tr(onwards), acts.onwards, icon="chevron-right"), others, hint)


def choosing(tr: Translator, n: int, acts: Acts) -> Foot:
    """While one chooses; ``n`` are chosen."""
    none = "" if n else tr(say("Vælg mindst ét område: klik i feltet, eller tryk mellemrum."))
    few = "" if n > 1 else tr(say("Vælg mindst to områder, der kan løses med ét tiltag."))
    make = say_n("Lav tiltag af det valgte", "Lav tiltag af de {n} valgte", max(n, 1))
    others = (
        Act(tr(say("Stop")), acts.leave),
        Act(tr(say("Saml i ét tiltag")), acts.make_one, icon="merge", asleep=few),
    )
    return Foot(Act(tr(make), acts.make_each, icon="chevron-right", asleep=none), others)
