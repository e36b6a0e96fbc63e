"""Areas that say the same, merged on the wall also across subcriteria, and taken apart again.

The group's lists stay as they were accepted: what is merged here is a card on the wall. The parts keep their
own priority meanwhile, so that taking apart gives everything back.
"""

from __future__ import annotations

from collections.abc import Sequence

from kvik_desktop.action_plan import store, votes
from kvik_desktop.action_plan.areas import AreaPart, PlacedArea, together
from kvik_desktop.action_plan.model import AreaPriority
from kvik_desktop.action_plan.priorities import chosen
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.storage.work import Work
from kvik_desktop.workshop import usecases as meeting


def merge(work: Work, evaluation: str, into: str, others: Sequence[str]) -> Change[PlacedArea]:
    """Make one card of several: with the first one's words, every source, and all their subcriteria.

    It is placed as the first one; where that is not placed, as the next one that is. Raises Problem
    E_STATEMENT where an area is gone or there is nothing to merge, E_VOTE while people give dots.
    """
    first, *rest = _chosen(work, evaluation, [into, *others])
    if not rest:
        raise Problem(
            "E_STATEMENT",
            say("Der er kun ét område at samle."),
            say("Vælg et andet at samle det med. Intet er ændret."),
        )
    whole = first.id if first.parts else work.new_id()
    texts = [text for each in (first, *rest) for text in each.statements]
    parts = [AreaPart(text.id, evaluation, whole, place) for place, text in enumerate(texts)]
    store.parts.put_many(work, parts)
    for each in rest:
        if each.parts:
            store.priorities.remove(work, each.id)
    begun = first.priority if first.parts else AreaPriority(whole, evaluation)
    store.keep_priority(work, together(begun, [each.priority for each in (first, *rest)]))
    [value] = chosen(work, evaluation, [whole])
    undo = say_n("saml {n} forbedringsområde", "saml {n} forbedringsområder", len(texts))
    return changed(Kind.AREAS, value=value, undo=undo)


def split(work: Work, evaluation: str, area: str) -> Change[tuple[PlacedArea, ...]]:
    """Take a merged card apart; each part is where it was before.

    Raises Problem E_STATEMENT where it is not merged, E_VOTE while people give dots.
    """
    [before] = _chosen(work, evaluation, [area])
    if not before.parts:
        raise Problem(
            "E_STATEMENT",
            say("Området er ikke samlet af flere."),
            say("Vælg et andet. Intet er ændret."),
        )
    for part in before.parts:
        store.parts.remove(work, part.id)
    store.priorities.remove(work, area)
    value = chosen(work, evaluation, [part.id for part in before.parts])
    return changed(Kind.AREAS, value=value, undo=say("skil forbedringsområder ad"))


def _chosen(work: Work, evaluation: str, areas: Sequence[str]) -> tuple[PlacedArea, ...]:
    """Those that may be changed now: letters must not move under people who write them on a slip."""
    require(Event.EDIT_PLAN, meeting.state(work, evaluation))
    if votes.open_vote(work, evaluation) is not None:
        raise Problem(
            "E_VOTE",
            say("I er ved at give prikker, så kortene skal blive, som de er."),
            say("Vis prikkerne først, eller opgiv afstemningen. Intet er ændret."),
        )
    return chosen(work, evaluation, areas)
