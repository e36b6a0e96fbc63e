"""The order of the agenda: by disagreement, or as the group has put it by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.text import say
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import store
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.model import AgendaPlace, Flag, Item

AGENDA_ORDER = tuple(Flag)
"""The meeting takes red first, then grey, amber and green."""


def ordered(work: Transaction, evaluation: str) -> tuple[Item, ...]:
    """The items as the meeting takes them. Raises Problem E_HIDDEN before the reveal."""
    by_name = {item.subcriterion: item for item in agenda(meeting.items(work, evaluation))}
    return tuple(by_name[name] for name in arranged(tuple(by_name), store.agenda_of(work, evaluation)))


def agenda(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items by disagreement: red, grey, amber, green; widest first, then the model's order."""

    def width(item: Item) -> Fraction:
        values = item.latest.spread.values if item.latest.spread else ()
        return values[-1] - values[0] if values else Fraction(0)

    return tuple(sorted(items, key=lambda item: (AGENDA_ORDER.index(item.latest.flag), -width(item))))


def arranged(by_disagreement: Sequence[str], by_hand: Sequence[str]) -> tuple[str, ...]:
    """The agenda in the group's own order; without one it is the order by disagreement.

    What the group has not placed follows what it stands after by disagreement; what is gone is left out.
    """
    order = [name for name in dict.fromkeys(by_hand) if name in by_disagreement]
    placed, before = set(order), 0
    for name in by_disagreement:
        if name not in placed:
            order.insert(before, name)
        before = order.index(name) + 1
    return tuple(order)


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
