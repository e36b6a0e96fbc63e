"""What a team is advised to begin with: model, method and programme, why, and what it takes in all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kvik_desktop.evaluation.preparing.model import Circumstances, Time
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.process import Programme

SHORT, FULL = "kvik-kort", "kvik"
"""Ids of the two shipped models."""

SMALL = 8
"""Fewer than this are advised to take the short model."""


@dataclass(frozen=True, slots=True)
class Effort:
    """What a way of doing it takes: persons × time."""

    people: int | None
    together: int
    """Minutes that all spend in the same room, breaks included."""
    alone: int
    """Minutes that each answers before that."""

    @property
    def each(self) -> int:
        """Minutes of one participant."""
        return self.together + self.alone

    @property
    def said(self) -> Text:
        """In one sentence; without a number of people what it takes of each."""
        each = hours(self.each)
        if self.people is None:
            return say("Det tager ca. {each} timer pr. person.", each=each)
        return say(
            "{people} personer × {each} timer = ca. {total} timer i alt.",
            people=self.people,
            each=each,
            total=hours(self.people * 30 * _halves(self.each)),
        )

    @property
    def parts(self) -> Text:
        """How much of it is alone and how much together."""
        if not self.alone:
            return say("Det hele er på mødet: {together} timer med pauser.", together=hours(self.together))
        return say(
            "{alone} timer alene og {together} timer sammen, med pauser.",
            alone=hours(self.alone),
            together=hours(self.together),
        )


@dataclass(frozen=True, slots=True)
class Advice:
    """A model's id, a method of it and a programme, and what is said of them."""

    model: str
    method: Method
    programme: str
    title: Text
    reason: Text
    effort: Effort


def hours(minutes: int) -> str:
    """To the nearest half hour, as one writes it: ``6½``; more than twenty in whole hours."""
    whole, half = divmod(_halves(minutes), 2)
    return f"{whole or ''}{'½' if half else ''}"


def _halves(minutes: int) -> int:
    """Half hours; the product that is told is that of the figures that are told."""
    return max((minutes + 15) // 30 if minutes < 20 * 60 else 2 * ((minutes + 30) // 60), 1)


def advise(given: Circumstances, programmes: Sequence[Programme]) -> Advice:
    """Simple by default: the short model for a small team, a short time, and the first time.

    ``programmes`` are those that come with the program. Who does not say how many they are is advised as if
    they were enough; who does not say whether they have tried it, as if they had not.
    """
    model, method = edition_for(given)
    programme = programme_for(model, given.time, programmes)
    title = say("Vi foreslår hele KVIK") if model == FULL else say("Vi foreslår KVIK kort")
    reason = _why_short(given) or say(
        "Alle 28 delkriterier og ét tal fra 0 til 100, fordi I har prøvet det før og har tid."
    )
    return Advice(model, method, programme.id, title, reason, effort_of(given, programme))


def edition_for(given: Circumstances) -> tuple[str, Method]:
    """The model and method that are advised, as :func:`advise` says them with the reason."""
    return (FULL, Method.CLASSICAL) if _why_short(given) is None else (SHORT, Method.SCALE5)


def _why_short(given: Circumstances) -> Text | None:
    if given.people is not None and given.people < SMALL:
        return say("20 spørgsmål og seks trin, fordi I er færre end otte.")
    if given.experienced is None:
        return say("20 spørgsmål og seks trin: det er lettest at begynde med.")
    if not given.experienced:
        return say("20 spørgsmål og seks trin, fordi det er jeres første gang.")
    if given.time is Time.MORNING:
        return say("20 spørgsmål og seks trin, fordi hele KVIK ikke kan nås på en formiddag.")
    if given.time is Time.DAY:
        return say("20 spørgsmål og seks trin, fordi hele KVIK ikke kan nås på én dag.")
    return None


def programme_for(model: str, time: Time | None, programmes: Sequence[Programme]) -> Programme:
    """The programme of a model that fits the time best: the longest that is no longer, else the shortest.

    A model of one's own has none; then it is the one of the full model.
    """
    own = programmes_of(model, programmes)
    if time is Time.MORNING:
        return min(own, key=lambda each: each.minutes)
    return max(own, key=lambda each: each.minutes)


def programmes_of(model: str, programmes: Sequence[Programme]) -> tuple[Programme, ...]:
    """The programmes that are made for a model; those of the full model for one of one's own."""
    own = tuple(each for each in programmes if each.model == model)
    return own or tuple(each for each in programmes if each.model == FULL)


def effort_of(given: Circumstances, programme: Programme) -> Effort:
    """What a programme takes of so many."""
    return Effort(given.people, programme.minutes, programme.alone)
