"""The order of the agenda: by disagreement, or as the group has put it by hand."""

from __future__ import annotations

from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import store
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.model import AgendaPlace, Item, agenda, arranged


def ordered(work: Transaction, evaluation: str) -> tuple[Item, ...]:
    """The items as the meeting takes them. Raises Problem E_HIDDEN before the reveal."""
    by_name = {item.subcriterion: item for item in agenda(meeting.items(work, evaluation))}
    return tuple(by_name[name] for name in arranged(tuple(by_name), store.agenda_of(work, evaluation)))


def is_by_hand(work: Transaction, evaluation: str) -> bool:
    """Whether the group has put the agenda in its own order."""
    return bool(store.agenda_of(work, evaluation))


def place(
    work: Work, evaluation: str, subcriterion: str, beside: str, *, after: bool
) -> Change[tuple[str, ...]]:
    """Put a subcriterion right before another on the agenda, or right after it; the others keep their order.

    Raises Problem E_STATE before the reveal and after acceptance, E_CONSENSUS for one that is not there.
    """
    require(Event.SETTLE, meeting.state(work, evaluation))
    meeting.require_known(work, evaluation, [subcriterion, beside])
    found = ordered(work, evaluation)
    order = [item.subcriterion for item in found if item.subcriterion != subcriterion]
    at = order.index(beside) + after if beside in order else len(order)
    order.insert(at, subcriterion)
    store.agenda_places.put_many(work, [AgendaPlace(evaluation, name, n) for n, name in enumerate(order)])
    undo = say("flyt {name} på dagsordenen", name=subcriterion)
    return changed(Kind.CONSENSUS, value=tuple(order), undo=undo)


def by_disagreement(work: Work, evaluation: str) -> Change[None]:
    """Take the widest disagreement first again. Raises Problem E_STATE as :func:`place`."""
    require(Event.SETTLE, meeting.state(work, evaluation))
    for name in store.agenda_of(work, evaluation):
        store.agenda_places.remove(work, evaluation, name)
    return changed(Kind.CONSENSUS, value=None, undo=say("dagsorden efter uenighed"))
