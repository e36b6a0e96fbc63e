"""Keeps what is typed in from paper, number by number; what was answered another way is left for a choice."""

from __future__ import annotations

from dataclasses import dataclass

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import Sheet, Team, sheet_of, team_of
from kvik_desktop.evaluation.collecting.conflicts import Comparison, compare
from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.own_code.usecases import Door, doors
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.work import Transaction, Work


@dataclass(frozen=True)
class InHand:
    """The group, and what one's sheet of paper is compared with; it is never shown to who types."""

    team: Team
    sheet: Sheet | None
    """None where no sheet is in hand, and for who is off the list."""
    is_locked: bool
    """The answers have an own code: nobody else chooses between them and the paper."""


def sheet_in_hand(work: Transaction, participant: str) -> InHand:
    """Whose sheet it is. An own code is not asked for: paper lies open to who types it in."""
    team = team_of(work)
    evaluation = team.evaluation.id
    sheet = sheet_of(work, evaluation, participant) if participant else None
    return InHand(team, sheet, sheet is not None and doors(work, evaluation)[participant] is not Door.OPEN)


def keep_typed(work: Work, evaluation: str, participant: str, answer: NewAnswer) -> Change[Comparison | None]:
    """Keep one answer as :class:`Entering` gives it, until the reveal; nothing is handed in by it.

    What was typed in before is corrected. Returns both sides where the person has answered otherwise another
    way: then nothing is kept, and :func:`conflicts.keep_chosen` keeps what is chosen. Raises Problem
    E_REVEALED.
    """
    if _lies_another_way(work, evaluation, participant, answer.subcriterion):
        compared = compare(work, evaluation, Incoming(participant, (answer,), Way.PAPER, ""))
        if compared.needs_choice or not compared.comes:
            return changed(value=compared if compared.needs_choice else None)
        (answer,) = compared.comes
    evaluations.answer(work, evaluation, participant, [answer], Way.PAPER)
    work.merge_typing(f"paper {participant} {answer.subcriterion}")
    return changed(Kind.ANSWERS, value=None, undo=say("svar på {name}", name=answer.subcriterion))


def _lies_another_way(work: Transaction, evaluation: str, participant: str, subcriterion: str) -> bool:
    own = evaluations.own_answers(work, evaluation, participant).answers
    return any(
        each.subcriterion == subcriterion and each.round == 1 and each.way is not Way.PAPER for each in own
    )
