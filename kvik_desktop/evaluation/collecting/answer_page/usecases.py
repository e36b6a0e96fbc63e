"""What an evaluation keeps for its answer pages: its key, and a token for each participant's page."""

from __future__ import annotations

import secrets
from collections.abc import Collection

from kvik_desktop.envelope.sealing import SealingKey
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.answer_page import store
from kvik_desktop.evaluation.collecting.answer_page.model import AboutRound, CollectingKey, Ticket, about
from kvik_desktop.evaluation.collecting.answer_page.page import PageContent
from kvik_desktop.evaluation.collecting.answer_page.reading import Expected
from kvik_desktop.evaluation.states import Event, require
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.storage.work import Transaction, Work


def is_lacking(work: Transaction, evaluation: str) -> bool:
    """Whether the key or somebody's token is still to be made. Raises Problem E_REVEALED after the reveal."""
    require(Event.ANSWER, evaluations.known_state(work, evaluations.get(work, evaluation)))
    have = {each.participant for each in store.tickets_of(work, evaluation)}
    missing = any(each.id not in have for each in evaluations.roster(work, evaluation))
    return missing or store.keys.get(work, evaluation) is None


def prepare(work: Work, evaluation: str) -> Change[None]:
    """Make the evaluation's key and everybody's token, where they are not there. It can never be undone."""
    require(Event.ANSWER, evaluations.known_state(work, evaluations.get(work, evaluation)))
    return _prepared(work, evaluation)


def prepare_round(work: Work, evaluation: str) -> Change[None]:
    """As :func:`prepare`, for the pages of a further round: they cannot be called back."""
    require(Event.ANSWER_ROUND, evaluations.known_state(work, evaluations.get(work, evaluation)))
    return _prepared(work, evaluation)


def _prepared(work: Work, evaluation: str) -> Change[None]:
    if store.keys.get(work, evaluation) is None:
        store.keys.put(work, CollectingKey(evaluation, SealingKey.create().secret))
    have = {each.participant for each in store.tickets_of(work, evaluation)}
    for person in evaluations.roster(work, evaluation):
        if person.id not in have:
            store.tickets.put(work, Ticket(person.id, evaluation, secrets.token_hex(16)))
    work.border()
    return changed(Kind.PARTICIPANTS, value=None)


def renew(work: Work, evaluation: str, participant: str) -> Change[Ticket]:
    """Give a participant a new token: the page they had, and files from it, are refused from now on."""
    require(Event.ANSWER, evaluations.known_state(work, evaluations.get(work, evaluation)))
    ticket = Ticket(participant, evaluation, secrets.token_hex(16))
    store.tickets.put(work, ticket)
    work.border()
    return changed(Kind.PARTICIPANTS, value=ticket)


def contents(
    work: Transaction, evaluation: str, asked: AboutRound | None = None
) -> tuple[tuple[str, PageContent], ...]:
    """By participant's id, in the list's order, what their page is made of; after :func:`prepare`."""
    found = evaluations.get(work, evaluation)
    package, unit = evaluations.package_of(work, found), evaluations.unit_of(work, found)
    tokens = {each.participant: each.token for each in store.tickets_of(work, evaluation)}
    public = _key(work, evaluation).public
    return tuple(
        (
            person.id,
            PageContent(
                about(found, package, asked),
                package,
                unit.sector,
                unit.name,
                found.title,
                person.name,
                tokens[person.id],
                public,
            ),
        )
        for person in evaluations.roster(work, evaluation)
        if person.id in tokens
    )


def expected(work: Transaction, evaluation: str, rounds: Collection[AboutRound] | None = None) -> Expected:
    """What the evaluation knows about its own pages: what an answer file is read against.

    ``rounds`` are those that are open now; None while it is the individual assessment that is collected.
    """
    found = evaluations.get(work, evaluation)
    package = evaluations.package_of(work, found)
    there = {person.id for person in evaluations.roster(work, evaluation)}
    tickets = {t.token: t for t in store.tickets_of(work, evaluation) if t.participant in there}
    key = _key(work, evaluation) if store.keys.get(work, evaluation) else None
    asked = None if rounds is None else frozenset(rounds)
    return Expected(about(found, package), package, key, tickets, asked)


def _key(work: Transaction, evaluation: str) -> SealingKey:
    kept = store.keys.get(work, evaluation)
    assert kept is not None, "the key is made before the first page"
    return SealingKey.from_secret(kept.secret)
