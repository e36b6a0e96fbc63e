"""What the coordinator can publish of a campaign: a snapshot that stays as it is, and who has delivered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from kvik_desktop.central import store as kept
from kvik_desktop.central.published import store
from kvik_desktop.central.published.comparison import SMALLEST_GROUP, differences
from kvik_desktop.central.published.model import (
    Breakdown,
    Counting,
    Publication,
    RowKind,
    Stratum,
    Table,
    Tally,
    published_sets,
    tables,
)
from kvik_desktop.central.wording import HOW
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Method
from kvik_desktop.storage.work import Transaction

Sets = Mapping[tuple[str, RowKind, str], Mapping[str, frozenset[str]]]


def campaigns(work: Transaction) -> tuple[str, ...]:
    """The campaigns in which something counts; the empty name is for what is delivered outside them."""
    return kept.campaigns_counting(work)


def publish(
    work: Transaction, campaign: str, breakdown: Breakdown | None = None, *, renew: bool = False
) -> Change[Publication]:
    """The campaign's snapshot: the one there is, the first, or (``renew``) a new one.

    A snapshot never changes, and its breakdown holds for the whole campaign. A new one is taken only where
    nobody can find out a single institution from what is different. Raises Problem E_CAMPAIGN (nothing
    counts in it), E_FROZEN (another breakdown) or E_TOO_FEW_NEW.
    """
    known = _newest(work, campaign)
    if known is not None:
        if breakdown not in (None, known.breakdown):
            raise _frozen(known.breakdown)
        if not renew:
            return changed(value=known)
        breakdown = known.breakdown
    chosen = breakdown or Breakdown.SECTOR
    members = _counting(work, campaign, chosen)
    if known is not None:
        _require_safe(work, campaign, members)
    publication = figures(work, campaign, chosen, members)
    document = msgspec.json.encode(publication).decode()
    rows = [(each.sha256, each.stratum.key, each.group) for each in members]
    store.keep_snapshot(work, campaign, publication.taken, chosen.value, document, rows)
    return changed(Kind.CENTRAL, value=publication)


@dataclass(frozen=True, slots=True)
class Look:
    """What can be seen of a campaign in the coordinator's own house."""

    publication: Publication
    is_kept: bool
    """Whether it is the snapshot; else it is what the first one would be now."""
    newer: int = 0
    """How many packages have come since the snapshot."""


def titles(work: Transaction) -> tuple[tuple[str, str], ...]:
    """The campaigns in which something counts, by id and title: the newest first, those not listed last."""
    known = {name: kept.campaign_of(work, name) for name in campaigns(work)}
    opened = {name: campaign.opens.timestamp() for name, campaign in known.items() if campaign}
    newest_first = sorted(known, key=lambda name: (-opened.get(name, 0.0), not name, name))
    return tuple((name, each.title if (each := known[name]) else name) for name in newest_first)


def look(work: Transaction, campaign: str, breakdown: Breakdown = Breakdown.SECTOR) -> Look:
    """The newest snapshot, or what the first would be with this breakdown; looking publishes nothing.

    Raises Problem E_CAMPAIGN where nothing counts in the campaign.
    """
    known = _newest(work, campaign)
    if known is None:
        return Look(figures(work, campaign, breakdown), is_kept=False)
    return Look(known, is_kept=True, newer=newer_than(work, known))


def why_not_renew(work: Transaction, campaign: str) -> Problem | None:
    """Why a new snapshot is not taken now; None where it can be, or is the first."""
    known = _newest(work, campaign)
    if known is None:
        return None
    try:
        _require_safe(work, campaign, _counting(work, campaign, known.breakdown))
    except Problem as problem:
        return problem
    return None


def _newest(work: Transaction, campaign: str) -> Publication | None:
    known = store.newest_snapshot(work, campaign)
    return None if known is None else msgspec.json.decode(known, type=Publication)


def newer_than(work: Transaction, publication: Publication) -> int:
    """How many packages that count have come since the snapshot, or have been replaced."""
    now = {each.sha256 for each in _counting(work, publication.campaign, publication.breakdown)}
    members = store.snapshot_members(work, publication.campaign)
    then = {package for package, _, _ in members[max(members)]}
    return len(now - then)


def _counting(work: Transaction, campaign: str, breakdown: Breakdown) -> list[Counting]:
    year = _year(work, campaign)
    strata: dict[tuple[str, str, int], Stratum] = {}
    found = []
    for id_, sha256, model, method, own, group, version, validation in store.counting(
        work, campaign, breakdown
    ):
        key = (model, method, year or own)
        stratum = strata.setdefault(key, Stratum(model, Method(method), year or own))
        found.append(Counting(id_, sha256, stratum, group, version, validation))
    return found


def _year(work: Transaction, campaign: str) -> int | None:
    """A campaign is of the year it opened, also for who delivers in January."""
    known = kept.campaign_of(work, campaign)
    return known.opens.year if known else None


def figures(
    work: Transaction, campaign: str, breakdown: Breakdown, members: Sequence[Counting] | None = None
) -> Publication:
    """What would be published now of ``members``, by themselves all that count; nothing is kept.

    Raises Problem E_CAMPAIGN where nothing counts.
    """
    if members is None:
        members = _counting(work, campaign, breakdown)
    if not members:
        raise Problem(
            "E_CAMPAIGN",
            say("Der er ingen pakker, som tæller, i kampagnen {id}.", id=campaign or "–"),
            say("Kontrollér navnet med kvik central status. Intet er ændret."),
        )
    of_model = store.bases(work, campaign)
    known = kept.campaign_of(work, campaign)
    return Publication(
        campaign,
        known.title if known else "",
        stamp(work.now()),
        breakdown,
        tuple(_ordered(table) for table in tables(members, _tallies(work, members), of_model)),
    )


def _tallies(work: Transaction, members: Sequence[Counting]) -> Iterator[Tally]:
    """How many members of each stratum and group have each value in each row."""
    cells: dict[tuple[Stratum, str], int] = {}
    numbered = [(each.id, cells.setdefault((each.stratum, each.group), len(cells))) for each in members]
    places = list(cells)
    kinds = {kind.value: kind for kind in RowKind}
    for kind, cell, name, parts, number in store.tallies(work, numbered):
        yield Tally(*places[cell], kinds[kind], name, parts, number)


def _ordered(table: Table) -> Table:
    """Criteria first, each kind as people count: 2 before 10."""
    kinds = list(RowKind)

    def place(kind: RowKind, name: str) -> tuple[int, list[tuple[int, str]]]:
        pieces = re.findall(r"\d+|\D+", name)
        return kinds.index(kind), [(int(piece) if piece.isdigit() else -1, piece) for piece in pieces]

    return replace(table, rows=tuple(sorted(table.rows, key=lambda row: place(row.kind, row.name))))


def _require_safe(work: Transaction, campaign: str, members: Sequence[Counting]) -> None:
    """Raise Problem E_TOO_FEW_NEW where a new snapshot beside an earlier one would give somebody away."""
    new = _sets(work, [(each.sha256, each.stratum.key, each.group) for each in members])
    for earlier in store.snapshot_members(work, campaign).values():
        old = _sets(work, earlier)
        if any(_gives_away(old.get(place, {}), new.get(place, {})) for place in {*old, *new}):
            raise Problem(
                "E_TOO_FEW_NEW",
                say("For få pakker er kommet til eller ændret siden den sidste opgørelse."),
                say(
                    "En ny opgørelse ville vise, hvad enkelte har svaret. Vent, til mindst {n} er kommet til "
                    "i hver gruppe. Den gamle opgørelse gælder stadig.",
                    n=SMALLEST_GROUP,
                ),
            )


def _gives_away(old: Mapping[str, frozenset[str]], new: Mapping[str, frozenset[str]]) -> bool:
    for group in old.keys() & new.keys():
        if (
            0 < len(old[group] - new[group]) < SMALLEST_GROUP
            or 0 < len(new[group] - old[group]) < SMALLEST_GROUP
        ):
            return True
    return any(number < SMALLEST_GROUP for number in differences([*old.values(), *new.values()]))


def _sets(work: Transaction, members: Sequence[tuple[str, str, str]]) -> Sets:
    scored: dict[str, list[tuple[RowKind, str]]] = defaultdict(list)
    for sha256, kind, name in store.scored_rows(work, [package for package, _, _ in members]):
        scored[sha256].append((RowKind(kind), name))
    return published_sets(members, scored)


def _frozen(breakdown: Breakdown) -> Problem:
    return Problem(
        "E_FROZEN",
        say("Kampagnen er allerede opgjort {how}.", how=HOW[breakdown]),
        say(
            "To opgørelser, delt op på hver sin måde, kan vise, hvad enkelte har svaret. "
            "Den, der er lavet, gælder."
        ),
    )
