"""What has been sent back is taken in, with one verdict a file; nothing is overwritten by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import sheet_of
from kvik_desktop.evaluation.collecting.conflicts import Comparison, compare, hand_in_if_whole, keep_chosen
from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.collecting.returned import files_in, read_returned
from kvik_desktop.evaluation.model import Way
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.storage.work import Transaction, Work

if TYPE_CHECKING:
    from kvik_desktop.storage.evaluation_file import EvaluationFile


class Outcome(StrEnum):
    """What came of one file."""

    TAKEN_IN = "taken-in"
    ALIKE = "alike"
    """Everything in it lay here already."""
    WAITING = "waiting"
    """Somebody in it must choose; what the others answered is kept."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Draft:
    """A participant who has answered some, and therefore has not handed in."""

    participant: str
    missing: int
    """How many questions are still open."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was kept of what came in, and what waits for somebody to choose."""

    people: int = 0
    answers: int = 0
    alike: int = 0
    """Answers that lay here already just as they came."""
    drafts: tuple[Draft, ...] = ()
    """Of those whose answers are kept, who is not done."""
    waiting: tuple[Comparison, ...] = ()
    """Nothing of these has been kept; :func:`conflicts.keep_chosen` keeps what is chosen."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who has answered in a file, and how much of it; never what."""

    participant: str
    way: Way
    answers: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one file: what was taken in, or why nothing was."""

    path: Path
    taken: TakenIn = TakenIn()
    problem: Problem | None = None
    senders: tuple[Sender, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """The verdict in one word."""
        if self.problem is not None:
            return Outcome.REFUSED
        if self.taken.waiting:
            return Outcome.WAITING
        return Outcome.TAKEN_IN if self.taken.answers else Outcome.ALIKE


Keep = Callable[Concatenate[Work, str, Sequence[Incoming], ...], Change[TakenIn]]
"""A use case that keeps what came for an evaluation."""


Read = Callable[[Transaction, str, Path], Sequence[Incoming]]
"""A query that reads a file for an evaluation."""


def take_in(file: EvaluationFile, evaluation: str, paths: Sequence[Path]) -> tuple[Verdict, ...]:
    """Every file in the order given, and every file of a folder; one that cannot be used stops no other.

    After the reveal none is read: each verdict is Problem E_REVEALED.
    """
    found = file.ask(evaluations.get, evaluation)
    if found.revealed is not None:
        return tuple(Verdict(path, problem=too_late(path.name, found.revealed)) for path in files_in(paths))
    return verdicts_of(file, evaluation, paths, receive)


def verdicts_of(
    file: EvaluationFile, evaluation: str, paths: Sequence[Path], keep: Keep, read: Read = read_returned
) -> tuple[Verdict, ...]:
    """Every file in the order given, and every file of a folder; one that cannot be used stops no other."""
    return tuple(verdict_of(file, evaluation, path, keep, read) for path in files_in(paths))


def verdict_of(
    file: EvaluationFile, evaluation: str, path: Path, keep: Keep, read: Read = read_returned
) -> Verdict:
    """One file: read by what it is, and kept in one step."""
    try:
        incoming = file.ask(read, evaluation, path)
        senders = tuple(Sender(each.participant, each.way, len(each.given)) for each in incoming)
        return Verdict(path, file.do(keep, evaluation, incoming).value, senders=senders)
    except Problem as problem:
        return Verdict(path, problem=problem)


def receive(
    work: Work, evaluation: str, incoming: Sequence[Incoming], *, replace: bool = False
) -> Change[TakenIn]:
    """Keep what overwrites nothing until the reveal; of those who wait for a choice nothing is kept.

    With ``replace`` the choice is made: what comes holds, unless it was asked otherwise than it is now.
    Who lacks nothing has handed in with it; the others' answers are drafts. Raises Problem E_REVEALED.
    """
    compared = [compare(work, evaluation, each) for each in incoming]
    clear = [each for each in compared if not each.needs_choice or (replace and not each.is_odd)]
    count = sum(keep_chosen(work, evaluation, each, each.everything).value for each in clear)
    for each in clear:
        hand_in_if_whole(work, evaluation, each.incoming.participant)
    drafts = tuple(draft for each in clear if (draft := _draft(work, evaluation, each.incoming.participant)))
    waiting = tuple(each for each in compared if each not in clear)
    taken = TakenIn(len(clear), count, sum(each.alike for each in clear), drafts, waiting)
    work.merge_typing(None)
    return changed(Kind.ANSWERS, value=taken, undo=say_n("{n} svar", "{n} svar", count))


def _draft(work: Transaction, evaluation: str, participant: str) -> Draft | None:
    sheet = sheet_of(work, evaluation, participant)
    assert sheet is not None, "what comes in has been matched with the list of participants"
    return Draft(participant, len(sheet.missing)) if sheet.is_changeable and sheet.missing else None


def too_late(name: str, revealed: datetime) -> Problem:
    """The problem that answers come after the reveal, with the way on; the file is not even read."""
    return Problem(
        "E_REVEALED",
        say("{name} kom, efter at svarene blev åbnet {when}.", name=name, when=revealed),
        say(
            "Lad den, der har svaret, sige det på mødet, eller åbn en ny runde for et delkriterium og svar "
            "dér. Filen er ikke læst, og alle svar er gemt, som de var."
        ),
    )
