"""The group's lists of one subcriterion: write, rewrite, merge, take apart, group, move and delete texts.

What a participant wrote is kept under the text that took its place until the answers are deleted, so that
what was merged can be taken apart again, each with the number of people behind it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop import store
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.gathered import GatheredOriginal, GatheredStatement, merged, taken_apart

LONGEST_HEADING = 80
"""Characters of a heading word."""

_NOTHING_CHANGED = say("Vælg en anden tekst. Intet er ændret.")


def originals(work: Transaction, evaluation: str) -> Mapping[str, tuple[GatheredOriginal, ...]]:
    """By statement the texts it took the place of; a statement that is as it was gathered is not there."""
    found: dict[str, list[GatheredOriginal]] = defaultdict(list)
    for each in store.originals_of(work, evaluation):
        found[each.statement].append(each)
    return {statement: tuple(texts) for statement, texts in found.items()}


def areas(work: Transaction, evaluation: str) -> tuple[GatheredStatement, ...]:
    """Every gathered area for improvement, by subcriterion and place."""
    return store.gathered_as(work, evaluation, StatementKind.AREA)


def area_ids(work: Transaction, evaluation: str) -> frozenset[str]:
    """The ids of :func:`areas`, without reading their texts."""
    return store.ids_of(work, evaluation, StatementKind.AREA)


def add(
    work: Work, evaluation: str, subcriterion: str, kind: StatementKind, text: str
) -> Change[GatheredStatement]:
    """Write a text of the group's own last on a list, before any headings; nobody's answer is behind it.

    Raises Problem E_CONSENSUS for a subcriterion the model does not have, E_STATEMENT for an empty text.
    """
    require(Event.GATHER, meeting.state(work, evaluation))
    meeting.require_known(work, evaluation, [subcriterion])
    order = list(store.list_of(work, evaluation, subcriterion, kind))
    place = _free(order)
    new = GatheredStatement(work.new_id(), evaluation, subcriterion, kind, place, _filled(text), 0)
    _place(work, [*order[:place], new, *order[place:]])
    return _done(new, say("ny tekst til {name}", name=subcriterion))


def rewrite(work: Work, evaluation: str, statement: str, text: str) -> Change[GatheredStatement]:
    """Give a text other words; what stood there first is kept. Raises Problem E_STATEMENT for no words."""
    before = _the(work, evaluation, statement)
    after = replace(before, text=_filled(text))
    if after != before and before.sources and not store.originals_under(work, statement):
        store.originals.put(work, GatheredOriginal.of(before, before.id, 0))
    store.gathered.put(work, after)
    work.merge_typing(f"statement {statement}")
    return _done(after, say("ret tekst til {name}", name=before.subcriterion))


def remove(work: Work, evaluation: str, statement: str) -> Change[GatheredStatement]:
    """Take a text off the list, with what was merged into it."""
    before = _the(work, evaluation, statement)
    store.take_off(work, before)
    _close_gaps(work, before)
    return _done(before, say("slet tekst til {name}", name=before.subcriterion))


def merge(
    work: Work, evaluation: str, into: str, others: Sequence[str], text: str | None = None
) -> Change[GatheredStatement]:
    """Make one text of several of the same subcriterion: the first one's words, or ``text``.

    The sources are counted together. Raises Problem E_STATEMENT for texts of different subcriteria, and
    where there is nothing to merge.
    """
    first = _the(work, evaluation, into)
    rest = [_the(work, evaluation, other) for other in dict.fromkeys(others) if other != into]
    if not rest:
        raise Problem("E_STATEMENT", say("Der er kun én tekst at samle."), _NOTHING_CHANGED)
    if any(each.subcriterion != first.subcriterion for each in rest):
        raise Problem(
            "E_STATEMENT",
            say("Teksterne hører til hvert sit delkriterium."),
            say("Saml kun tekster under samme delkriterium. Intet er ændret."),
        )
    under = {each.id: store.originals_under(work, each.id) for each in (first, *rest)}
    one, kept = merged(first, rest, under)
    for each in rest:
        store.take_off(work, each)
    store.gathered.put(work, one if text is None else replace(one, text=_filled(text)))
    store.originals.put_many(work, kept)
    for each in rest:
        _close_gaps(work, each)
    undo = say_n("saml {n} tekst", "saml {n} tekster", len(rest) + 1)
    return _done(_the(work, evaluation, into), undo)


def split(work: Work, evaluation: str, statement: str) -> Change[tuple[GatheredStatement, ...]]:
    """Take a merged text apart, or give a rewritten one its first words again.

    Raises Problem E_STATEMENT where the text is as it was gathered.
    """
    before = _the(work, evaluation, statement)
    under = store.originals_under(work, statement)
    if not under:
        raise Problem("E_STATEMENT", say("Teksten er ikke samlet af flere og ikke rettet."), _NOTHING_CHANGED)
    pieces = taken_apart(before, under)
    store.take_off(work, before)
    for kind in dict.fromkeys(each.kind for each in (before, *pieces)):
        order = list(store.list_of(work, evaluation, before.subcriterion, kind))
        place = before.position if kind is before.kind else len(order)
        order[place:place] = [each for each in pieces if each.kind is kind]
        _place(work, order)
    undo = say("skil tekst til {name} ad", name=before.subcriterion)
    placed = tuple(_the(work, evaluation, piece.id) for piece in pieces)
    return changed(Kind.AREAS, Kind.CONSENSUS, value=placed, undo=undo)


def move(
    work: Work, evaluation: str, statement: str, kind: StatementKind, position: int | None = None
) -> Change[GatheredStatement]:
    """Move a text to a place (0 is first, None is last) on the list of ``kind``: its own or another.

    Between two texts under the same heading it comes under that one.
    """
    before = _the(work, evaluation, statement)
    there = store.list_of(work, evaluation, before.subcriterion, kind)
    order = [each for each in there if each.id != statement]
    place = len(order) if position is None else min(max(position, 0), len(order))
    order.insert(place, replace(before, kind=kind, heading=_heading_at(order, place, before.heading)))
    _place(work, order)
    if kind is not before.kind:
        _close_gaps(work, before)
    undo = say("flyt tekst til {name}", name=before.subcriterion)
    return _done(_the(work, evaluation, statement), undo)


def put_under(work: Work, evaluation: str, statement: str, heading: str) -> Change[GatheredStatement]:
    """Put a text under a heading word, last among those that are there; an empty word takes it out again.

    Case and blanks make no other heading. Raises Problem E_STATEMENT for one of more than 80 characters.
    """
    before = _the(work, evaluation, statement)
    word = " ".join(heading.split())
    if len(word) > LONGEST_HEADING:
        raise Problem(
            "E_STATEMENT",
            say("Overskriften er for lang."),
            say("Skriv et ord eller to, fx »Tid«. Intet er ændret."),
        )
    there = store.list_of(work, evaluation, before.subcriterion, before.kind)
    order = [each for each in there if each.id != statement]
    same = [place for place, each in enumerate(order) if each.heading.casefold() == word.casefold()]
    place = _free(order) if not word else same[-1] + 1 if same else len(order)
    word = order[same[-1]].heading if same else word
    _place(work, [*order[:place], replace(before, heading=word), *order[place:]])
    undo = say("overskrift til {name}", name=before.subcriterion)
    return _done(_the(work, evaluation, statement), undo)


def _free(order: Sequence[GatheredStatement]) -> int:
    """The place after the first texts that stand under no heading."""
    return next((place for place, each in enumerate(order) if each.heading), len(order))


def _heading_at(order: Sequence[GatheredStatement], place: int, own: str) -> str:
    """The heading of a text put in a list here: its own beside others of that, else that of those before."""
    before = order[place - 1].heading if place else own
    after = order[place].heading if place < len(order) else own
    return own if own in (before, after) else before


def _the(work: Work, evaluation: str, statement: str) -> GatheredStatement:
    """A text that may be changed now. Raises Problem E_STATE, and E_STATEMENT where it is gone."""
    require(Event.GATHER, meeting.state(work, evaluation))
    found = store.gathered.get(work, statement)
    if found is None or found.evaluation != evaluation:
        raise Problem("E_STATEMENT", say("Teksten er ikke på listen længere."), _NOTHING_CHANGED)
    return found


def _filled(text: str) -> str:
    if not text.strip():
        raise Problem(
            "E_STATEMENT",
            say("Teksten er tom."),
            say("Skriv noget, eller slet teksten. Det, der stod før, er der stadig."),
        )
    return text.strip()


def _close_gaps(work: Work, gone: GatheredStatement) -> None:
    _place(work, store.list_of(work, gone.evaluation, gone.subcriterion, gone.kind))


def _place(work: Work, order: Sequence[GatheredStatement]) -> None:
    store.gathered.put_many(work, [replace(each, position=place) for place, each in enumerate(order)])


def _done(statement: GatheredStatement, undo: Text) -> Change[GatheredStatement]:
    return changed(Kind.AREAS, Kind.CONSENSUS, value=statement, undo=undo)
