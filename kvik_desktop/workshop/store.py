"""How rounds, agreed scores and gathered statements are kept in the file."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, select

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.storage.base import FILE
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.work import Transaction, Work
from kvik_desktop.workshop.gathered import GatheredOriginal, GatheredStatement
from kvik_desktop.workshop.model import (
    AgendaPlace,
    BoardDraft,
    Consensus,
    FrozenDistribution,
    PrivateNote,
    Round,
)


def _evaluation(*, key: bool = True) -> Column[str]:
    return Column("evaluation", ForeignKey("evaluation.id"), primary_key=key, nullable=False)


ROUND = Table(
    "round",
    FILE,
    _evaluation(),
    Column("subcriterion", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("opened", String, nullable=False),
    Column("closed", String, nullable=True),
)

CONSENSUS = Table(
    "consensus",
    FILE,
    _evaluation(),
    Column("subcriterion", String, primary_key=True),
    Column("outcome", String, nullable=False),
    Column("settled", String, nullable=False),
    *(
        Column(name, Integer, nullable=True)
        for name in ("score", "plan", "do", "check", "act", "trend", "target")
    ),
    Column("reason", String, nullable=False),
    Column("note", String, nullable=False),
)

GATHERED = Table(
    "gathered_statement",
    FILE,
    Column("id", String, primary_key=True),
    _evaluation(key=False),
    Column("subcriterion", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("text", String, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("heading", String, nullable=False),
    Index("ix_gathered_statement_evaluation_subcriterion", "evaluation", "subcriterion"),
)

ORIGINAL = Table(
    "gathered_original",
    FILE,
    Column("id", String, primary_key=True),
    _evaluation(key=False),
    Column("statement", ForeignKey("gathered_statement.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("text", String, nullable=False),
    Column("sources", Integer, nullable=False),
    Index("ix_gathered_original_statement", "statement"),
)

FROZEN = Table(
    "frozen_distribution",
    FILE,
    _evaluation(),
    Column("subcriterion", String, primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("n", Integer, nullable=False),
    Column("cannot_judge", Integer, nullable=False),
    Column("bands", String, nullable=False),
    Column("flag", String, nullable=False),
)

AGENDA_PLACE = Table(
    "agenda_place",
    FILE,
    _evaluation(),
    Column("subcriterion", String, primary_key=True),
    Column("position", Integer, nullable=False),
)

PRIVATE_NOTE = Table(
    "private_note",
    FILE,
    _evaluation(),
    Column("subject", String, primary_key=True),
    Column("text", String, nullable=False),
)

BOARD_DRAFT = Table(
    "board_draft",
    FILE,
    _evaluation(),
    Column("subcriterion", String, primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("draft", String, nullable=False),
)

rounds = Records(ROUND, Round)
agreements = Records(CONSENSUS, Consensus)
gathered = Records(GATHERED, GatheredStatement)
originals = Records(ORIGINAL, GatheredOriginal)
frozen = Records(FROZEN, FrozenDistribution)
agenda_places = Records(AGENDA_PLACE, AgendaPlace)
private_notes = Records(PRIVATE_NOTE, PrivateNote)
board_drafts = Records(BOARD_DRAFT, BoardDraft)


def rounds_of(work: Transaction, evaluation: str) -> tuple[Round, ...]:
    """Every round after the first, oldest first."""
    order = [ROUND.c.subcriterion, ROUND.c.number]
    return rounds.all(work, ROUND.c.evaluation == evaluation, order_by=order)


def agreements_of(work: Transaction, evaluation: str) -> dict[str, Consensus]:
    """What has been agreed or parked, by subcriterion."""
    found = agreements.all(work, CONSENSUS.c.evaluation == evaluation)
    return {each.subcriterion: each for each in found}


def gathered_of(work: Transaction, evaluation: str) -> tuple[GatheredStatement, ...]:
    """Every gathered statement, in order."""
    order = [GATHERED.c.subcriterion, GATHERED.c.kind, GATHERED.c.position]
    return gathered.all(work, GATHERED.c.evaluation == evaluation, order_by=order)


def frozen_of(work: Transaction, evaluation: str) -> tuple[FrozenDistribution, ...]:
    """What was kept when the answers were deleted."""
    return frozen.all(
        work, FROZEN.c.evaluation == evaluation, order_by=[FROZEN.c.subcriterion, FROZEN.c.round]
    )


def list_of(
    work: Transaction, evaluation: str, subcriterion: str, kind: StatementKind
) -> tuple[GatheredStatement, ...]:
    """The gathered texts of one kind about one subcriterion, in order."""
    return gathered.all(
        work,
        GATHERED.c.evaluation == evaluation,
        GATHERED.c.subcriterion == subcriterion,
        GATHERED.c.kind == kind.value,
        order_by=[GATHERED.c.position, GATHERED.c.id],
    )


def gathered_as(work: Transaction, evaluation: str, kind: StatementKind) -> tuple[GatheredStatement, ...]:
    """Every gathered text of one kind, by subcriterion and place."""
    order = [GATHERED.c.subcriterion, GATHERED.c.position, GATHERED.c.id]
    return gathered.all(
        work, GATHERED.c.evaluation == evaluation, GATHERED.c.kind == kind.value, order_by=order
    )


def ids_of(work: Transaction, evaluation: str, kind: StatementKind) -> frozenset[str]:
    """The ids of every gathered text of one kind."""
    of_kind = select(GATHERED.c.id).where(GATHERED.c.evaluation == evaluation, GATHERED.c.kind == kind.value)
    return frozenset(work.execute(of_kind).scalars())


def originals_of(work: Transaction, evaluation: str) -> tuple[GatheredOriginal, ...]:
    """Every text that another has taken the place of, in order."""
    order = [ORIGINAL.c.statement, ORIGINAL.c.position]
    return originals.all(work, ORIGINAL.c.evaluation == evaluation, order_by=order)


def originals_under(work: Transaction, statement: str) -> tuple[GatheredOriginal, ...]:
    """What one text has taken the place of, in order."""
    return originals.all(work, ORIGINAL.c.statement == statement, order_by=ORIGINAL.c.position)


def take_off(work: Work, statement: GatheredStatement) -> None:
    """Remove a gathered text and what it has taken the place of."""
    for original in originals_under(work, statement.id):
        originals.remove(work, original.id)
    gathered.remove(work, statement.id)


def replace_gathered(
    work: Work, evaluation: str, subcriterion: str, kind: StatementKind, new: list[GatheredStatement]
) -> None:
    """Put a new list in the place of the old one of the same kind."""
    kept = {each.id for each in new}
    for old in gathered_of(work, evaluation):
        if (old.subcriterion, old.kind) == (subcriterion, kind) and old.id not in kept:
            take_off(work, old)
    gathered.put_many(work, new)


def forget_replaced(work: Work, evaluation: str) -> None:
    """Leave no trace of gathered statements but those that are there now: they were somebody's own words."""
    there = gathered_of(work, evaluation)
    work.forget(ORIGINAL, evaluation=evaluation)
    work.forget(GATHERED, evaluation=evaluation)
    gathered.put_many(work, there)


def agenda_of(work: Transaction, evaluation: str) -> tuple[str, ...]:
    """The subcriteria in the order the group has put them in; empty where it has not."""
    found = agenda_places.all(
        work, AGENDA_PLACE.c.evaluation == evaluation, order_by=[AGENDA_PLACE.c.position]
    )
    return tuple(each.subcriterion for each in found)


def notes_of(work: Transaction, evaluation: str) -> tuple[PrivateNote, ...]:
    """Every private note of an evaluation."""
    return private_notes.all(work, PRIVATE_NOTE.c.evaluation == evaluation, order_by=[PRIVATE_NOTE.c.subject])


def forget_notes(work: Work, evaluation: str) -> None:
    """Delete the private notes for ever, with their traces in the journal."""
    work.forget(PRIVATE_NOTE, evaluation=evaluation)


def drafts_of(work: Transaction, evaluation: str) -> tuple[BoardDraft, ...]:
    """What the group has come to and not settled."""
    return board_drafts.all(work, BOARD_DRAFT.c.evaluation == evaluation)


def jot_draft(work: Work, draft: BoardDraft) -> None:
    """Keep a draft outside the journal: only what is settled is an act that can be undone."""
    work.jot(BOARD_DRAFT, board_drafts.row(draft))


def rub_out_drafts(work: Work, evaluation: str, subcriteria: Iterable[str]) -> None:
    """Take the drafts of these subcriteria away, of whatever round."""
    gone = set(subcriteria)
    for each in drafts_of(work, evaluation):
        if each.subcriterion in gone:
            work.rub_out(BOARD_DRAFT, evaluation, each.subcriterion, each.round)


def forget_drafts(work: Work, evaluation: str) -> None:
    """Delete every draft for ever."""
    work.forget(BOARD_DRAFT, evaluation=evaluation)
