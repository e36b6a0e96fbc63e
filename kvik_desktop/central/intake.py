"""Taking files in: each is judged by the one verifier, and one transaction keeps what a few of them bring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from kvik_desktop.bundle.checks import DeliveredResult, Reader
from kvik_desktop.central import store
from kvik_desktop.central.arrivals import Arrival, shown, text_of
from kvik_desktop.central.books import Books, Moved
from kvik_desktop.central.figures import Figures, figures_of
from kvik_desktop.central.ledger import Standing
from kvik_desktop.central.model import FileVerdict, Outcome, Package, Receipt, outcome_of
from kvik_desktop.central.own_models.store import change_figures
from kvik_desktop.central.store import Kept
from kvik_desktop.envelope.fields import moment
from kvik_desktop.envelope.kinds import Kind
from kvik_desktop.envelope.manifest import (
    EnrolmentManifest,
    Manifest,
    ResultManifest,
    WithdrawalManifest,
)
from kvik_desktop.envelope.payloads import OWN_CHECKS
from kvik_desktop.envelope.trust import Trust
from kvik_desktop.envelope.verdict import RULINGS, CheckFailed, Code, Fact, Facts, Verdict, deny, remarks_on
from kvik_desktop.envelope.verification import PayloadCheck, open_package, verify
from kvik_desktop.foundation.strict_json import NotStrictError
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.storage.work import Transaction

_WAITS = frozenset({Code.E_STALE, Code.E_FORK, Code.E_JUMP})
"""What the ledger says of packages that it knows from now on, though they do not count."""

_KNOWN = _WAITS | {None, Code.W_MODEL, Code.W_GAP, Code.W_CLOCK}
"""Codes of packages that belong in the ledger."""


def _no_delivery(_manifest: Manifest, _members: Mapping[str, bytes]) -> NoReturn:
    """What only a coordinator sends out is no delivery."""
    raise CheckFailed(Code.E_FORMAT)


@dataclass(frozen=True)
class Desk:
    """What the coordinator judges by: whom to believe, and which models and groups."""

    trust: Trust
    reader: Reader

    @property
    def models(self) -> Mapping[str, ModelPackage]:
        """The models the coordinator has, by id; of several versions the one that is named first."""
        return {model.id: model for model in reversed(self.reader.models)}

    def knows(self, model: str, version: str) -> bool:
        """Whether the coordinator has this very version of a model."""
        return any((each.id, each.version) == (model, version) for each in self.reader.models)

    @property
    def checks(self) -> Mapping[Kind, PayloadCheck]:
        """Steps 14 and 15 of every kind."""
        none = dict.fromkeys((Kind.TRUST_LIST, Kind.INVITATION), _no_delivery)
        return {Kind.ENROLMENT: OWN_CHECKS[Kind.ENROLMENT], **none, **self.reader.checks}


@dataclass(frozen=True, slots=True)
class Settled:
    """A package whose standing has changed, or that is new, with the last word on its file."""

    package: str
    """SHA-256 of the manifest."""
    before: Standing | None
    """None for a new one."""
    standing: Standing
    code: Code | None
    facts: Facts


class Intake:
    """The files of one transaction: judged one by one; :meth:`finish` writes what they brought."""

    def __init__(self, work: Transaction, desk: Desk, known: Mapping[str, Receipt]) -> None:
        self._books = Books(work)
        self._work = work
        self._desk = desk
        self._checks, self._models = desk.checks, desk.models
        self._known = dict(known)
        self._results: dict[str, Receipt] = {}
        self._originals: dict[str, bytes] = {}
        self._figures: dict[str, Figures | None] = {}
        self._next_id = store.next_package_id(work)

    def take(self, arrival: Arrival) -> FileVerdict:
        """Judge one file. One that has been taken in before changes nothing."""
        path = text_of(arrival.path)
        if arrival.data is None:
            return FileVerdict(path, Outcome.REJECTED, Code.E_SIZE, Facts())
        before = self._results.get(arrival.sha256) or self._known.get(arrival.sha256)
        if before is None or before.outcome is Outcome.REJECTED:
            name = shown(text_of(Path(arrival.path.name)))
            return told(path, self.judge(arrival.data, arrival.sha256, name, before))
        if before.outcome is Outcome.QUARANTINED:
            return told(path, before)
        return replace(told(path, before), outcome=Outcome.DUPLICATE, code=Code.I_DUPLICATE)

    def judge(self, data: bytes, sha256: str, name: str, before: Receipt | None) -> Receipt:
        """Judge bytes as of their first receipt, and note what they bring."""
        received = before.received if before else self._work.now()
        verdict = verify(
            data,
            received=received,
            checks=self._checks,
            trust=self._desk.trust,
            ledger=self._books.code_for,
        )
        if verdict.code in _WAITS:
            verdict = self._with_content(verdict)
        receipt = _receipt(verdict, sha256, before.name if before else name, len(data), received)
        if before is not None:
            receipt = replace(receipt, decided=self._work.now())
        self._results[sha256] = receipt
        if receipt.outcome not in (Outcome.REJECTED, Outcome.DUPLICATE):
            self._originals[sha256] = data
        if verdict.code in _KNOWN:
            self._enter(receipt, verdict)
        return receipt

    def check_again(self, package: Package, receipt: Receipt, data: bytes) -> None:
        """Judge what a package of the ledgers holds once more, now that its model may be known."""
        opened = open_package(data)
        try:
            content = self._content(package.kind, opened.manifest, opened.members)
        except CheckFailed as failed:
            self.refuse(package, receipt, failed.code)
            return
        assert isinstance(opened.manifest, ResultManifest)
        assert isinstance(content, DeliveredResult)
        change_figures(self._work, Kept(package, self._figures_of(opened.manifest, content)))
        complete = Fact.UNKNOWN if content.notes else Fact.YES
        code = self._last_word(package, receipt, self._books.code_of(package))
        receipt = replace(receipt, facts=replace(receipt.facts, complete=complete))
        self._known[receipt.sha256] = receipt
        self._results[receipt.sha256] = self._decided(receipt, code)

    def refuse(self, package: Package, receipt: Receipt, code: Code) -> None:
        """Take a package out of its ledger again: its key does not vouch for it any more."""
        self._books.leave(package)
        store.remove_package(self._work, package)
        self._known[receipt.sha256] = receipt
        self._results[receipt.sha256] = self._decided(receipt, code)

    def finish(self) -> list[Settled]:
        """Judge every ledger that was touched as a whole, and write everything; what moved."""
        moved = list(self._books.moved())
        elsewhere = [each.package.file for each in moved if each.package.file not in self._results]
        self._known |= store.receipts_of(self._work, elsewhere)
        for each in moved:
            file = each.package.file
            receipt = self._results.get(file) or self._known[file]
            self._results[file] = self._decided(receipt, self._last_word(each.package, receipt, each.code))
        self._write_receipts()
        new = {each.package.sha256: each.package for each in moved if each.package.sha256 in self._figures}
        store.add_packages(self._work, [Kept(new[sha256], self._figures[sha256]) for sha256 in new])
        store.change_standings(self._work, [e.package for e in moved if e.package.sha256 not in new])
        return [self._settled(each) for each in moved]

    def _settled(self, moved: Moved) -> Settled:
        package = moved.package
        receipt = self._results[package.file]
        return Settled(package.sha256, moved.before, package.standing, receipt.code, receipt.facts)

    def _write_receipts(self) -> None:
        new = [receipt for sha256, receipt in self._results.items() if sha256 not in self._known]
        store.add_receipts(self._work, new)
        store.change_receipts(
            self._work, [receipt for sha256, receipt in self._results.items() if sha256 in self._known]
        )
        store.keep_originals(self._work, self._originals)

    def _last_word(self, package: Package, receipt: Receipt, code: Code | None) -> Code | None:
        """What weighs most: what the ledger says, an unknown model, or the odd clock that was noted."""
        stranger = package.model and not self._desk.knows(package.model, package.model_version)
        said = (
            code,
            Code.W_MODEL if stranger else None,
            Code.W_CLOCK if receipt.code is Code.W_CLOCK else None,
        )
        return min((each for each in said if each), key=list(Code).index, default=None)

    def _decided(self, receipt: Receipt, code: Code | None) -> Receipt:
        """The receipt with what is said of it now."""
        if receipt.code == code:
            return receipt
        facts = replace(receipt.facts, current=Fact.YES)
        return replace(
            receipt,
            outcome=outcome_of(code),
            code=code,
            facts=deny(facts, code) if code else facts,
            decided=self._work.now(),
        )

    def _with_content(self, verdict: Verdict) -> Verdict:
        """The verdict once the content has been judged too: a ledger knows only packages that hold."""
        assert verdict.kind is not None
        assert verdict.manifest is not None
        try:
            content = self._content(verdict.kind, verdict.manifest, verdict.members)
        except CheckFailed as failed:
            code, facts = failed.code, deny(verdict.facts, failed.code)
            return replace(verdict, code=code, outcome=RULINGS[code].outcome, facts=facts)
        complete = Fact.UNKNOWN if remarks_on(content) else Fact.YES
        return replace(verdict, payload=content, facts=replace(verdict.facts, complete=complete))

    def _content(self, kind: Kind, manifest: Manifest, members: Mapping[str, bytes]) -> object:
        """Steps 14 and 15. Raises CheckFailed."""
        try:
            return self._checks[kind](manifest, members)
        except NotStrictError as error:
            raise CheckFailed(Code.E_SCHEMA) from error

    def _figures_of(self, manifest: ResultManifest, content: DeliveredResult) -> Figures:
        model = self._desk.reader.model_of(manifest.model)
        models = {**self._models, model.id: model} if model else self._models
        return figures_of(content.result, manifest.model.id, Method(manifest.model.method), models)

    def _enter(self, receipt: Receipt, verdict: Verdict) -> None:
        manifest, sha256 = verdict.manifest, verdict.manifest_sha256
        if not isinstance(manifest, ResultManifest | WithdrawalManifest) or sha256 is None:
            return
        package = _package(self._next_id, receipt, verdict, manifest)
        self._next_id += 1
        if isinstance(manifest, ResultManifest) and isinstance(verdict.payload, DeliveredResult):
            self._figures[sha256] = self._figures_of(manifest, verdict.payload)
        else:
            self._figures[sha256] = None
        self._books.enter(package)


def told(path: str, receipt: Receipt) -> FileVerdict:
    """A receipt as the verdict on a file."""
    return FileVerdict(
        path,
        receipt.outcome,
        receipt.code,
        receipt.facts,
        receipt.package,
        receipt.institution_name,
        receipt.edition,
        receipt.sha256,
    )


def _receipt(verdict: Verdict, sha256: str, name: str, size: int, received: datetime) -> Receipt:
    manifest, content = verdict.manifest, verdict.payload
    receipt = Receipt(
        sha256,
        name,
        size,
        received,
        outcome_of(verdict.code),
        verdict.code,
        verdict.facts,
        verdict.kind,
        verdict.signer.fingerprint if verdict.signer else None,
        verdict.manifest_sha256,
        title=content.result.title if isinstance(content, DeliveredResult) else "",
    )
    if not isinstance(manifest, ResultManifest | WithdrawalManifest | EnrolmentManifest):
        return receipt
    return replace(
        receipt,
        institution=manifest.institution.id,
        institution_name=manifest.institution.name,
        campaign=manifest.campaign,
        edition=None if isinstance(manifest, EnrolmentManifest) else manifest.edition,
    )


def _package(
    id_: int, receipt: Receipt, verdict: Verdict, manifest: ResultManifest | WithdrawalManifest
) -> Package:
    unit = manifest.institution
    package = Package(
        id=id_,
        sha256=verdict.manifest_sha256 or "",
        file=receipt.sha256,
        kind=Kind(manifest.kind),
        institution=unit.id,
        campaign=manifest.campaign or "",
        edition=manifest.edition,
        supersedes=manifest.supersedes,
        received=receipt.received,
        signer=manifest.signer,
        standing=Standing.CURRENT,
        counts=False,
        sector=unit.sector or "",
        level=unit.level,
        parent=unit.parent or "",
    )
    if not isinstance(manifest, ResultManifest) or not isinstance(verdict.payload, DeliveredResult):
        return package
    result = verdict.payload.result
    return replace(
        package,
        model=manifest.model.id,
        model_version=manifest.model.version,
        method=manifest.model.method,
        year=moment(result.accepted).year,
        validation=result.validation,
    )
