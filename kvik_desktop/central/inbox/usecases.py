"""What the coordinator has received, put together from receipts, packages and ledgers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from kvik_desktop.central import store as kept
from kvik_desktop.central import usecases
from kvik_desktop.central.inbox import store
from kvik_desktop.central.inbox.model import Inbox, Received
from kvik_desktop.central.model import Outcome, Receipt
from kvik_desktop.foundation.collation import danish_order
from kvik_desktop.storage.work import Transaction

PAUSE = timedelta(minutes=2)
"""Files that were received with less between them came in one import."""


def inbox(work: Transaction) -> Inbox:
    """The whole inbox as it is now."""
    found = usecases.status(work)
    sectors = {each.id: each.sector for each in kept.institutions.all(work)}
    packages = {each.file: each for each in kept.packages.all(work)}
    scored = store.scored(work)
    by_hash = {each.sha256: each for each in packages.values()}
    current = {(each.institution, each.campaign): each.edition for each in packages.values() if each.counts}

    def received(receipt: Receipt) -> Received:
        package = packages.get(receipt.sha256)
        if package is None:
            return Received(receipt, sectors.get(receipt.institution or "", ""))
        before = by_hash.get(package.supersedes or "")
        counting = current.get((package.institution, package.campaign))
        return Received(
            receipt,
            sectors.get(package.institution, package.sector),
            package,
            scored.get(package.id, 0),
            before.edition if before else None,
            counting if counting != package.edition else None,
        )

    newest_first = kept.receipts.all(work, order_by=kept.RECEIPT.c.received.desc())
    return Inbox(
        tuple(_waiting_first([received(each) for each in one]) for one in _imports(newest_first)),
        found,
        kept.newest_list(work) is not None,
        work.now(),
    )


def _imports(newest_first: Sequence[Receipt]) -> Iterator[list[Receipt]]:
    """The files that were received together."""
    together: list[Receipt] = []
    for receipt in newest_first:
        if together and together[-1].received - receipt.received > PAUSE:
            yield together
            together = []
        together.append(receipt)
    if together:
        yield together


_ORDER = (Outcome.QUARANTINED, Outcome.REJECTED, Outcome.STALE, Outcome.DUPLICATE, Outcome.ACCEPTED)


def _waiting_first(received: Sequence[Received]) -> tuple[Received, ...]:
    def place(each: Received) -> tuple[int, tuple[str, str]]:
        receipt = each.receipt
        return _ORDER.index(receipt.outcome), danish_order(receipt.institution_name or receipt.name)

    return tuple(sorted(received, key=place))
