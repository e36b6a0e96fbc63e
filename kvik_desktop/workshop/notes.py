"""The facilitator's private notes, about each subcriterion and about the day: written, read and searched.

They stand in the file and nowhere else: no package, report, extract or projector is given them, and they go
when the individual answers are deleted, since they may tell what somebody has said.
"""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import store
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.model import DAY, PrivateNote

LONGEST = 20_000
"""Characters of one note."""


def notes(work: Transaction, evaluation: str) -> Mapping[str, str]:
    """By subject (a subcriterion's id, or ``DAY``) what the facilitator has written."""
    return {each.subject: each.text for each in store.notes_of(work, evaluation)}


def write(work: Work, evaluation: str, subject: str, text: str) -> Change[str]:
    """Keep a note as it stands now; an empty one is taken away.

    Raises Problem E_CONSENSUS for a subcriterion the model does not have, E_NOTE for more than 20,000
    characters.
    """
    if subject != DAY:
        meeting.require_known(work, evaluation, [subject])
    if len(text) > LONGEST:
        raise Problem(
            "E_NOTE",
            say("Noten er for lang."),
            say("Del den i to. Det, der var gemt før, er der stadig."),
        )
    if text.strip():
        store.private_notes.put(work, PrivateNote(evaluation, subject, text))
    else:
        store.private_notes.remove(work, evaluation, subject)
    work.merge_typing(f"note {evaluation} {subject}")
    return changed(Kind.NOTES, value=text, undo=say("egne noter"))


def found(written: Mapping[str, str], words: str) -> tuple[str, ...]:
    """The subjects whose notes hold all of the words, in whatever case; all of them where there are none."""
    wanted = words.casefold().split()
    return tuple(
        subject for subject, text in written.items() if all(word in text.casefold() for word in wanted)
    )
