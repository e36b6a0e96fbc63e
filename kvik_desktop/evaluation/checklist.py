"""What a team has ticked off in a process guide, step by step."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.evaluation import store
from kvik_desktop.evaluation.model import ChecklistAnswer
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.evaluation.usecases import get, known_state
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.process import Guide
from kvik_desktop.storage.work import Transaction, Work


def tick(
    work: Work, evaluation: str, guide: Guide, item: str, *, done: bool, note: str = ""
) -> Change[ChecklistAnswer]:
    """Tick an item off or take the tick away, with or without a note; a first tick keeps its time.

    Raises Problem E_CHECKLIST for an item that the guide does not have.
    """
    require(Event.TICK, known_state(work, get(work, evaluation)))
    if not any(check.id == item for step in guide.steps for check in step.checklist):
        raise Problem(
            "E_CHECKLIST",
            say("Tjeklisten har ikke punktet {item}.", item=item),
            say("Vælg et af de punkter, der er vist. Intet er ændret."),
        )
    before = ticked(work, evaluation, guide.id).get(item)
    at = before.done if before and before.done else work.now()
    answer = ChecklistAnswer(evaluation, guide.id, item, at if done else None, note.strip())
    if done or answer.note:
        store.checklist_answers.put(work, answer)
    else:
        store.checklist_answers.remove(work, evaluation, guide.id, item)
    return changed(Kind.EVALUATION, value=answer, undo=say("tjekliste"))


def ticked(work: Transaction, evaluation: str, guide: str) -> Mapping[str, ChecklistAnswer]:
    """By item what has been ticked off or noted; items without either are not there."""
    return {each.item: each for each in store.checklist_of(work, evaluation, guide)}
