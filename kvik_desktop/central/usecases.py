"""What the coordinator can do with packages: adopt a trust list, take files in, see who has delivered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kvik_desktop.bundle.checks import Reader
from kvik_desktop.central import store
from kvik_desktop.central.arrivals import Arrival, find, read
from kvik_desktop.central.intake import Desk, Intake, Settled
from kvik_desktop.central.ledger import Standing
from kvik_desktop.central.model import (
    Campaign,
    CampaignStatus,
    Delivered,
    FileVerdict,
    ImportReport,
    Institution,
    Outcome,
    Receipt,
    Status,
    TrustSeen,
    outcome_of,
)
from kvik_desktop.central.own_models.store import files_made_with
from kvik_desktop.central.own_models.usecases import hand_in, own_models
from kvik_desktop.envelope.fields import moment
from kvik_desktop.envelope.packages import open_list
from kvik_desktop.envelope.pins import Pin
from kvik_desktop.envelope.trust import NO_TRUST
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.envelope.verdict import Code
from kvik_desktop.foundation import strict_json
from kvik_desktop.foundation.change import Change, Kind, changed
from kvik_desktop.foundation.collation import danish_order
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.storage.central_database import CentralDatabase
from kvik_desktop.storage.work import Transaction

BATCH_FILES = 64
BATCH_BYTES = 8 * 2**20
"""A transaction holds at most this many files, and about this many bytes."""

REPLACED = frozenset({Standing.SUPERSEDED, Standing.STALE})

Progress = Callable[[Sequence[FileVerdict]], None]
"""Told after each transaction which files are on the medium now."""


def adopt_list(work: Transaction, package: bytes) -> Change[bool]:
    """Take over a trust list; whether it is newer than the one before.

    Raises Problem E_STALE for an older list, E_UNKNOWN_KEY for another coordinator's, or the code of the
    check that failed.
    """
    opened = open_list(package)
    listed, before = opened.trust_list, store.newest_list(work)
    pin = Pin.of(listed)
    if before is not None:
        known = strict_json.decode(before.pin, Pin, limit=len(before.pin))
        pin = known.newer(listed)
        if pin == known:
            return changed(value=False)
    seen = TrustSeen(listed.recovery, strict_json.encode(pin), package, work.now())
    store.keep_list(work, seen, _institutions(listed), _campaigns(listed))
    return changed(Kind.TRUST, value=True)


def desk(work: Transaction, models: Sequence[ModelPackage]) -> Desk:
    """What to judge by: the newest trust list there is, the campaigns on it, these models and our own."""
    models = (*models, *own_models(work))
    seen = store.newest_list(work)
    if seen is None:
        return Desk(NO_TRUST, Reader(models))
    listed = open_list(seen.package).trust_list
    groups = {campaign.id: campaign.smallest_group for campaign in listed.campaigns}
    return Desk(listed.as_trust(), Reader(models, groups))


def import_paths(
    database: CentralDatabase,
    paths: Iterable[Path],
    models: Sequence[ModelPackage],
    trust_list: bytes | None = None,
    progress: Progress = lambda _verdicts: None,
    cancelled: Callable[[], bool] = lambda: False,
    own: Sequence[ModelPackage] = (),
) -> ImportReport:
    """Take in files and folders; one bad file never stops the rest, and every file gets one verdict.

    A newer trust list first lets out of quarantine what it vouches for, and refuses what it no longer does.
    What has come before with one of the municipality's ``own`` models is checked against it now.
    What ``progress`` has been told is on the medium; ``cancelled`` is asked between transactions.
    """
    run = Import(paths, models, trust_list, own)
    run.begin(database)
    while batch := run.read_on():
        if cancelled():
            run.cancelled = True
            break
        progress(run.take(database, batch))
    return run.report()


def coordinator_name(work: Transaction) -> str:
    """Who keeps the newest trust list; empty before the first."""
    seen = store.newest_list(work)
    return open_list(seen.package).trust_list.coordinator.name if seen else ""


def status(work: Transaction) -> Status:
    """Who has delivered in which campaign, and what waits."""
    listed = {each.id: each for each in store.institutions.all(work)}
    known = {each.id: each for each in store.campaigns.all(work, order_by=store.CAMPAIGN.c.opens)}
    elsewhere = [name for name in store.campaigns_counting(work) if name not in known]
    return Status(
        {Outcome(outcome): number for outcome, number in store.receipt_counts(work).items()},
        store.waiting(work),
        tuple(_campaign_status(work, name, known.get(name), listed) for name in (*known, *elsewhere)),
    )


def _campaign_status(
    work: Transaction, name: str, campaign: Campaign | None, listed: Mapping[str, Institution]
) -> CampaignStatus:
    delivered = store.deliverers(work, name)
    names = store.names_of(work, [id_ for id_ in delivered if id_ not in listed])
    unlisted = (
        Institution(id_, names.get(id_, id_), each.level, each.sector, each.parent)
        for id_, each in delivered.items()
        if id_ not in listed
    )
    everybody = sorted((*listed.values(), *unlisted), key=lambda each: (danish_order(each.name), each.id))
    rows = (Delivered(each, delivered.get(each.id), each.id in listed) for each in everybody)
    return CampaignStatus(campaign, tuple(rows))


class Import:
    """One import as it goes along, a transaction at a time: between two of them it can be left as it is."""

    def __init__(
        self,
        paths: Iterable[Path],
        models: Sequence[ModelPackage],
        trust_list: bytes | None = None,
        own: Sequence[ModelPackage] = (),
    ) -> None:
        """See :func:`import_paths`."""
        self._models, self._trust_list = models, trust_list
        self._own = [each for each in own if each.sha256 not in {model.sha256 for model in models}]
        self._desk = Desk(NO_TRUST, Reader())
        self._batches = _batches(find(paths))
        self._before: dict[str, Standing | None] = {}
        """How each package that moved stood before the import."""
        self._now: dict[str, Settled] = {}
        """How it stands now."""
        self._released = self._refused = self._checked = self._unfit = 0
        self._new_models: Sequence[ModelPackage] = ()
        self._verdicts: list[FileVerdict] = []
        self.cancelled = False

    def begin(self, database: CentralDatabase) -> None:
        """Let a newer trust list and the municipality's models have their say.

        Raises Problem as :func:`adopt_list` and :func:`hand_in` do; then nothing is taken in.
        """
        self._new_models = database.do(hand_in, self._own).value if self._own else ()
        is_newer = self._trust_list is not None and database.do(adopt_list, self._trust_list).value
        self._desk = database.ask(desk, self._models)
        if is_newer:
            self._judge_again(database)
        self._check_again(database, {each.id for each in self._own})

    def read_on(self) -> Sequence[Arrival]:
        """The next files, read once and not judged yet; none when there are no more."""
        return next(self._batches, ())

    def take(self, database: CentralDatabase, batch: Sequence[Arrival]) -> Sequence[FileVerdict]:
        """Take some files in; when this returns, they are on the medium."""
        verdicts = database.do(self._take, batch).value
        self._verdicts += verdicts
        return verdicts

    def _judge_again(self, database: CentralDatabase) -> None:
        """Let the newer trust list have its say about what is here."""
        self._refused = database.do(self._refuse).value
        strangers = database.ask(store.waiting_for_key)
        waiting = [file for file, signer in strangers if signer in self._desk.trust.keys]
        for start in range(0, len(waiting), BATCH_FILES):
            self._released += database.do(self._release, waiting[start : start + BATCH_FILES]).value

    def _check_again(self, database: CentralDatabase, models: Collection[str]) -> None:
        """Check what has come before against the models that have been handed in."""
        files = database.ask(files_made_with, models)
        for start in range(0, len(files), BATCH_FILES):
            receipts = database.do(self._check, files[start : start + BATCH_FILES]).value
            self._checked += len(receipts)
            self._unfit += sum(receipt.outcome is Outcome.REJECTED for receipt in receipts)

    def report(self) -> ImportReport:
        """Every file with its verdict as the ledgers stand in the end."""
        files = tuple(self._in_the_end(verdict) for verdict in self._verdicts)
        stale = {each.package for each in files if each.outcome is Outcome.STALE}
        superseded = sum(
            settled.standing in REPLACED and self._before[sha256] not in REPLACED and sha256 not in stale
            for sha256, settled in self._now.items()
        )
        return ImportReport(
            files,
            superseded,
            self._released,
            self._refused,
            self.cancelled,
            tuple(self._new_models),
            self._checked,
            self._unfit,
        )

    def _in_the_end(self, verdict: FileVerdict) -> FileVerdict:
        settled = self._now.get(verdict.package or "")
        if settled is None or verdict.outcome in (Outcome.DUPLICATE, Outcome.REJECTED):
            return verdict
        return replace(verdict, outcome=outcome_of(settled.code), code=settled.code, facts=settled.facts)

    def _take(self, work: Transaction, batch: Sequence[Arrival]) -> Change[list[FileVerdict]]:
        checksums = [arrival.sha256 for arrival in batch if arrival.data is not None]
        intake = Intake(work, self._desk, store.receipts_of(work, checksums))
        verdicts = [intake.take(arrival) for arrival in batch]
        self._finish(intake)
        return changed(Kind.CENTRAL, value=verdicts)

    def _release(self, work: Transaction, waiting: Sequence[str]) -> Change[int]:
        known = store.receipts_of(work, waiting)
        intake = Intake(work, self._desk, known)
        for each in waiting:
            intake.judge(store.original(work, each), each, "", known[each])
        self._finish(intake)
        out = (Outcome.ACCEPTED, Outcome.STALE, Outcome.DUPLICATE)
        judged = store.receipts_of(work, waiting).values()
        return changed(Kind.CENTRAL, value=sum(receipt.outcome in out for receipt in judged))

    def _refuse(self, work: Transaction) -> Change[int]:
        """Take out of the ledgers what was first received after its key was lost or compromised."""
        keys = self._desk.trust.keys
        out = {
            file: keys[signer].is_revoked(received)
            for file, signer, received in store.signed_files(work)
            if signer in keys and not keys[signer].holds(received)
        }
        intake = Intake(work, self._desk, {})
        receipts = store.receipts_of(work, list(out))
        for package in store.packages_in(work, list(out)):
            code = Code.E_KEY_REVOKED if out[package.file] else Code.E_KEY_EXPIRED
            intake.refuse(package, receipts[package.file], code)
        self._finish(intake)
        return changed(Kind.CENTRAL, value=len(out))

    def _check(self, work: Transaction, files: Sequence[str]) -> Change[list[Receipt]]:
        """Judge the content of these files; the receipts of those of which something else is said now."""
        receipts = store.receipts_of(work, files)
        intake = Intake(work, self._desk, {})
        for package in store.packages_in(work, files):
            intake.check_again(package, receipts[package.file], store.original(work, package.file))
        self._finish(intake)
        now = store.receipts_of(work, files)
        moved = [now[file] for file in files if now[file].code != receipts[file].code]
        return changed(Kind.CENTRAL, value=moved)

    def _finish(self, intake: Intake) -> None:
        for settled in intake.finish():
            self._before.setdefault(settled.package, settled.before)
            self._now[settled.package] = settled


def _batches(paths: Iterable[Path]) -> Iterator[list[Arrival]]:
    batch: list[Arrival] = []
    held = 0
    for path in paths:
        batch.append(read(path))
        held += len(batch[-1].data or b"")
        if len(batch) == BATCH_FILES or held >= BATCH_BYTES:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _institutions(listed: TrustList) -> list[Institution]:
    units = (entry.institution for entry in listed.institutions)
    return [Institution(u.id, u.name, u.level, u.sector or "", u.parent or "") for u in units]


def _campaigns(listed: TrustList) -> list[Campaign]:
    return [
        Campaign(
            each.id,
            each.title,
            each.model.id,
            each.model.version,
            each.model.sha256,
            each.model.method,
            each.smallest_group,
            moment(each.opens),
            moment(each.closes),
        )
        for each in listed.campaigns
    ]
