"""A visit by somebody from outside: questions to verify, what was seen, and own observations.

All of it is the visitor's. Nothing of it changes a score, and no score is worked out with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say

MOST_QUESTIONS = 3
"""To verify in one criterion: a visit looks into something, it does not evaluate once more."""

LONGEST = 2_000
"""Characters in a question, in what one wants to see, and where."""

LONGEST_OBSERVATION = 20_000


class Seen(StrEnum):
    """What the visitor found when the question was looked into."""

    CONFIRMED = "confirmed"
    PARTLY = "partly"
    NOT_SEEN = "not_seen"


@dataclass(frozen=True, slots=True)
class Visit:
    """The visit of one evaluation. The name stays in the file; role and day may be told."""

    evaluation: str
    begun: datetime
    role: str
    name: str = ""
    day: date | None = None
    """When the institution was visited."""
    finished: datetime | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Something to verify in a criterion; the place counts from 0."""

    id: str
    evaluation: str
    criterion: str
    position: int
    text: str
    wanted: str = ""
    """What one wants to see."""
    place: str = ""
    """Where or with whom, by role."""
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """What the visitor has noticed; ``subject`` is a criterion's or a subcriterion's id."""

    evaluation: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Validation:
    """That a result was looked into on a visit: all that is told of it outside the file."""

    day: date
    role: str
    confirmed: int
    partly: int
    not_seen: int

    @property
    def asked(self) -> int:
        """How many questions were looked into."""
        return self.confirmed + self.partly + self.not_seen


def require_room(questions: Sequence[Question]) -> None:
    """Raise Problem E_VISIT where the criterion has its three questions already."""
    if len(questions) >= MOST_QUESTIONS:
        raise Problem(
            "E_VISIT",
            say("Et kriterium kan højst få {most} spørgsmål ved et besøg.", most=MOST_QUESTIONS),
            say("Skriv et af de andre om, eller slet et. Intet er ændret."),
        )


def require_finishable(visit: Visit, questions: Sequence[Question]) -> None:
    """Raise Problem E_VISIT unless all is said that makes a result validated."""
    missing = sum(1 for each in questions if each.seen is None)
    if visit.day is None:
        raise Problem(
            "E_VISIT", say("Dagen for besøget mangler."), say("Skriv den, og prøv igen. Intet er ændret.")
        )
    if not visit.role.strip():
        raise Problem(
            "E_VISIT",
            say("Den besøgendes rolle mangler."),
            say("Skriv fx proceskonsulent. Intet er ændret."),
        )
    if not questions:
        raise Problem(
            "E_VISIT",
            say("Der er ingen spørgsmål at efterprøve."),
            say("Skriv mindst ét, og sæt mærke ved det. Intet er ændret."),
        )
    if missing:
        raise Problem(
            "E_VISIT",
            say("{n} spørgsmål mangler et mærke.", n=missing),
            say("Vælg bekræftet, delvist eller ikke set ved hvert. Intet er ændret."),
        )


def validation(
    visit: Visit | None, questions: Iterable[Question], accepted: datetime | None
) -> Validation | None:
    """What the visit says of a result; None where it is not finished, or the result was accepted after it.

    A result that was opened again and accepted anew is another result than the one that was looked into.
    """
    if visit is None or visit.finished is None or visit.day is None:
        return None
    if accepted is None or accepted > visit.finished:
        return None
    counts = Counter(each.seen for each in questions)
    return Validation(
        visit.day, visit.role, counts[Seen.CONFIRMED], counts[Seen.PARTLY], counts[Seen.NOT_SEEN]
    )
