"""Keeps what is typed in from paper, number by number; what was answered another way is left for a choice."""

from __future__ import annotations

from collections.abc import Sequence

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.conflicts import Comparison, compare, hand_in_if_whole, keep_chosen
from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.collecting.paper.entering import Entering
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.storage.work import Transaction, Work


def begin_entering(work: Transaction, evaluation: str, people: Sequence[str] | None = None) -> Entering:
    """The heap of sheets, at its beginning: of everybody on the list, or of the given ``people`` (ids).

    Only what was typed in from paper stands in it: what somebody has answered another way is not for the one
    who types.
    """
    found = evaluations.get(work, evaluation)
    chosen = people or [person.id for person in evaluations.roster(work, evaluation)]
    given = {person: _typed(work, evaluation, person) for person in chosen}
    return Entering(evaluations.package_of(work, found), found.method, tuple(chosen), given).turn(0)


def keep_typed(work: Work, evaluation: str, participant: str, answer: NewAnswer) -> Change[Comparison | None]:
    """Keep one answer as :meth:`Entering.enter` and :meth:`Entering.clear` give it, until the reveal.

    What was typed in before is corrected. Returns both sides where the person has answered otherwise another
    way: then nothing is kept, and :func:`conflicts.keep_chosen` keeps what is chosen. Raises Problem
    E_REVEALED.
    """
    if answer.subcriterion in _typed(work, evaluation, participant):
        evaluations.answer(work, evaluation, participant, [answer], Way.PAPER)
        hand_in_if_whole(work, evaluation, participant)
    else:
        compared = compare(work, evaluation, Incoming(participant, (answer,), Way.PAPER, ""))
        if compared.needs_choice:
            return changed(value=compared)
        keep_chosen(work, evaluation, compared, compared.everything)
    work.merge_typing(f"paper {participant} {answer.subcriterion}")
    return changed(Kind.ANSWERS, value=None, undo=say("svar på {name}", name=answer.subcriterion))


def _typed(work: Transaction, evaluation: str, participant: str) -> dict[str, Rating]:
    own = evaluations.own_answers(work, evaluation, participant).answers
    return {
        each.subcriterion: each.rating
        for each in own
        if each.round == 1 and each.way is Way.PAPER and not each.is_undecided
    }
