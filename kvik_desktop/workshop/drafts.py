"""What the group has come to at the board and not yet settled: kept in the file, so that a crash loses none.

A draft is no act: it has no name, is not in the journal, and nothing that can be undone ends by it. It goes
when its subcriterion is settled, and no package or report is given it. It is the group's own text, so it is
in nobody's extract, as what is settled is not; and nobody is deleted while there are drafts that may name
them, since that waits for the result, and the result for everything to be settled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.change import Change, changed
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import store
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.model import BoardDraft, Draft

LONGEST = 20_000
"""Characters of a reason or a note that are kept."""


def drafts(work: Transaction, evaluation: str) -> Mapping[tuple[str, int], Draft]:
    """By subcriterion and round."""
    return {(each.subcriterion, each.round): each.draft for each in store.drafts_of(work, evaluation)}


def keep(work: Work, evaluation: str, subcriterion: str, number: int, draft: Draft) -> Change[None]:
    """Keep what the group has come to in a round; nothing where it is settled already, or still hidden.

    Raises Problem E_CONSENSUS for a subcriterion the model does not have.
    """
    meeting.require_known(work, evaluation, [subcriterion])
    found = evaluations.get(work, evaluation)
    is_open = found.revealed is not None and found.accepted is None
    if is_open and subcriterion not in store.agreements_of(work, evaluation):
        store.jot_draft(work, BoardDraft(evaluation, subcriterion, number, _short(draft)))
    return changed(value=None)


def _short(draft: Draft) -> Draft:
    parking = None if draft.parking is None else draft.parking[:LONGEST]
    return replace(draft, reason=draft.reason[:LONGEST], parking=parking)
