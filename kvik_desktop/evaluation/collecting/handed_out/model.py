"""A sheet that was handed out, whether it still fits, and which way a group should answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kvik_desktop.evaluation.model import Evaluation, Participant, Way
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Criterion, Method

FEW, SHORT = 4, 20
"""So many people at most, and so many questions, are done in turn on one computer within a meeting."""

IN_FILES = (Way.ANSWER_PAGE, Way.PDF_FORM, Way.PAPER)
"""The ways for which a file is written to each person."""


@dataclass(frozen=True, slots=True)
class HandedOut:
    """One sheet for one participant, and which questions it asks."""

    id: str
    evaluation: str
    participant: str
    way: Way
    at: datetime
    model: str
    """SHA-256 of the frozen model."""
    method: Method

    def is_stale(self, evaluation: Evaluation) -> bool:
        """Whether model or method are others by now."""
        return (self.model, self.method) != (evaluation.model, evaluation.method)


@dataclass(frozen=True, slots=True)
class Recipient:
    """A participant and what they have been given, newest first."""

    participant: Participant
    sheets: tuple[HandedOut, ...]
    has_answered: bool


@dataclass(frozen=True, slots=True)
class Handing:
    """Everything there is to say of handing out, and nothing of what was answered."""

    evaluation: Evaluation
    unit: str
    deadline: date | None
    """When everybody is to have answered."""
    people: tuple[Recipient, ...]
    gone: tuple[HandedOut, ...]
    """What was given to people who are not on the list any more."""
    criteria: tuple[Criterion, ...]

    @property
    def questions(self) -> int:
        """How many are asked."""
        return sum(len(each.subcriteria) for each in self.criteria)

    def stale(self) -> tuple[Recipient, ...]:
        """Those who have sheets, and none that asks what is asked now."""
        return tuple(
            each
            for each in self.people
            if each.sheets and all(sheet.is_stale(self.evaluation) for sheet in each.sheets)
        )

    def without(self) -> tuple[Recipient, ...]:
        """Those who have been given nothing and have not answered either."""
        return tuple(each for each in self.people if not each.sheets and not each.has_answered)


@dataclass(frozen=True, slots=True)
class Advice:
    """The way that fits a group, and why."""

    way: Way
    reason: Text


def advised(people: int, questions: int) -> Advice:
    """In turn at one computer for a few people and a short model; else each with a page of their own."""
    if 0 < people <= FEW and questions <= SHORT:
        return Advice(
            Way.LAPTOP,
            say(
                "I er {people} og har {questions} spørgsmål. Det kan I nå efter tur på denne computer, og så "
                "er der ingen filer at sende frem og tilbage.",
                people=people,
                questions=questions,
            ),
        )
    return Advice(
        Way.ANSWER_PAGE,
        say(
            "I er {people} og har {questions} spørgsmål. Med hver sin svarside kan I svare samtidig, hvor I "
            "vil, også på en telefon, og svarene kommer forseglede tilbage.",
            people=people,
            questions=questions,
        ),
    )


def by_person(sheets: Sequence[HandedOut]) -> Mapping[str, tuple[HandedOut, ...]]:
    """What each has been given, newest first."""
    found: dict[str, tuple[HandedOut, ...]] = {}
    for each in sorted(sheets, key=lambda sheet: sheet.at, reverse=True):
        found[each.participant] = (*found.get(each.participant, ()), each)
    return found
