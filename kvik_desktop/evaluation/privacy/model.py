"""One person's data as it is handed out, and what is told about answers that were to be deleted by now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from kvik_desktop.evaluation.evidence.model import Attachment
from kvik_desktop.evaluation.model import (
    Answer,
    AnswerSet,
    Evaluation,
    EventRecord,
    Participant,
    Statement,
    Unit,
)
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import ModelPackage

LONGEST_CONTACT = 200
"""Characters of whom to ask about privacy."""


@dataclass(frozen=True, slots=True)
class Extract:
    """All that the file holds on one participant in one evaluation; for that person's eyes."""

    unit: Unit
    evaluation: Evaluation
    package: ModelPackage = field(repr=False)
    participant: Participant
    made: datetime
    own: AnswerSet | None
    answers: tuple[Answer, ...] = field(repr=False)
    statements: tuple[Statement, ...] = field(repr=False)
    attachments: tuple[Attachment, ...] = field(repr=False)
    events: tuple[EventRecord, ...]
    """What the person has done that is kept with a time, or what has been noted about them."""
    belongings: Mapping[str, tuple[Mapping[str, object], ...]]
    """By table the other rows about the person, without keys and codes."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """Individual answers that are still there after the day they were to be deleted by."""

    evaluation: str
    title: str
    day: date
    may_delete: bool
    """Whether the result is accepted; before it the group still needs the answers."""
    may_move: bool = True
    """Whether another day can be set: of the newest evaluation, which is the one at hand."""

    @property
    def message(self) -> Text:
        """What has happened."""
        return say(
            "Svarene i »{title}« skulle være slettet senest den {day}, men er her endnu.",
            title=self.title,
            day=self.day,
        )

    @property
    def action(self) -> Text:
        """What to do; nothing is deleted by itself."""
        if self.may_delete and not self.may_move:
            return say("Slet dem nu. Det fælles resultat bliver.")
        if self.may_delete:
            return say("Slet dem nu, eller sæt en ny dag. Det fælles resultat bliver.")
        return say(
            "De kan slettes, når resultatet er godkendt. Godkend det, eller sæt en ny dag. Intet slettes af "
            "sig selv."
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """What can be decided about privacy now; nothing of what anybody has answered."""

    evaluation: Evaluation
    unit: Unit
    people: tuple[Participant, ...]
    has_answers: bool
    overdue: tuple[Overdue, ...]
    """Of all evaluations in the file."""

    @property
    def is_hidden(self) -> bool:
        """Whether the answers are still each person's own."""
        return self.evaluation.revealed is None

    @property
    def is_accepted(self) -> bool:
        """Whether the group no longer needs the answers."""
        return self.evaluation.accepted is not None

    @property
    def may_delete_people(self) -> bool:
        """Not during the meeting: it uses everybody's answers."""
        return self.is_hidden or self.is_accepted

    def person(self, participant: str) -> Participant | None:
        """Somebody on the list."""
        return next((each for each in self.people if each.id == participant), None)


def only_oneself(person: Participant) -> Problem:
    """The problem that somebody else asks for a person's answers before the reveal."""
    return Problem(
        "E_HIDDEN",
        say("Indtil svarene er åbnet, kan kun {name} selv tage sit uddrag.", name=person.name),
        say("Lad {name} gøre det, når det er personens tur til at svare. Alt er gemt.", name=person.name),
    )


def too_long_contact() -> Problem:
    """The problem that a contact is too long for the notice."""
    return Problem(
        "E_SETTING",
        say("Kontaktoplysningen må højst fylde {n} tegn.", n=LONGEST_CONTACT),
        say("Skriv den kortere, fx et navn og en mailadresse. Det, der var gemt før, gælder stadig."),
    )
