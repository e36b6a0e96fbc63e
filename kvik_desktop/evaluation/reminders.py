"""Reminders to those who have not handed in, as text for a mail: how far each is, never what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kvik_desktop.evaluation import settings, usecases
from kvik_desktop.evaluation.model import HandIn, Milestone, Participant
from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.storage.work import Transaction


@dataclass(frozen=True, slots=True)
class Reminder:
    """One mail; its paragraphs are shown in the reader's language."""

    to: tuple[Participant, ...]
    subject: Text
    paragraphs: tuple[Text, ...]

    def body(self, translate: Translator) -> str:
        """The mail's text, with an empty line between paragraphs."""
        return "\n\n".join(translate(each) for each in self.paragraphs)


def reminders(work: Transaction, evaluation: str) -> tuple[Reminder, ...]:
    """One for each who has not handed in, in the order of the list; none after the reveal."""
    found = usecases.get(work, evaluation)
    if found.revealed is not None:
        return ()
    deadline = settings.planned_days(work, evaluation).get(Milestone.ANSWERS)
    return tuple(
        Reminder((each.participant,), _subject(found.title), _to_one(each, deadline))
        for each in usecases.hand_ins(work, evaluation)
        if each.submitted is None
    )


def mails(work: Transaction, evaluation: str) -> tuple[Reminder, ...]:
    """The one to all who have not handed in, where they are several, then the one to each."""
    each, to_all = reminders(work, evaluation), reminder_to_all(work, evaluation)
    return each if to_all is None or len(each) < 2 else (to_all, *each)


def reminder_to_all(work: Transaction, evaluation: str) -> Reminder | None:
    """One to everybody who has not handed in, naming nobody; None where all have, or after the reveal."""
    found = usecases.get(work, evaluation)
    people = usecases.hand_ins(work, evaluation)
    missing = tuple(each.participant for each in people if each.submitted is None)
    if found.revealed is not None or not missing:
        return None
    deadline = settings.planned_days(work, evaluation).get(Milestone.ANSWERS)
    handed_in = len(people) - len(missing)
    lines = (
        say("Hej"),
        say_n(
            "{n} af {of} har afleveret svar til »{title}«.",
            "{n} af {of} har afleveret svar til »{title}«.",
            handed_in,
            of=len(people),
            title=found.title,
        ),
        *_by(deadline),
        _HIDDEN,
    )
    return Reminder(missing, _subject(found.title), lines)


_HIDDEN = say("Ingen ser, hvad du har svaret, før I åbner svarene sammen.")


def _subject(title: str) -> Text:
    return say("Dine svar til {title}", title=title)


def _to_one(hand_in: HandIn, deadline: date | None) -> tuple[Text, ...]:
    if hand_in.answered == 0:
        far = say("Du er ikke begyndt på dine svar endnu. Der er {of} spørgsmål.", of=hand_in.of)
    elif hand_in.answered < hand_in.of:
        far = say("Du har besvaret {answered} af {of} spørgsmål.", answered=hand_in.answered, of=hand_in.of)
    else:
        far = say("Du har besvaret alle spørgsmål og mangler kun at aflevere.")
    return (say("Hej {name}", name=hand_in.participant.name), far, *_by(deadline), _HIDDEN)


def _by(deadline: date | None) -> tuple[Text, ...]:
    return () if deadline is None else (say("Aflevér senest den {day}.", day=deadline),)
