"""What the coordinator keeps: every file that was handed in, what became of it, and which editions count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kvik_desktop.central.ledger import Known, LedgerState, Standing
from kvik_desktop.envelope.kinds import Kind
from kvik_desktop.envelope.verdict import ACCEPTED, RULINGS, Code, Facts
from kvik_desktop.envelope.verdict import Outcome as Bottom
from kvik_desktop.foundation.collation import danish_order
from kvik_desktop.foundation.text import Text
from kvik_desktop.model_package.model import ModelPackage, Sector


class Outcome(StrEnum):
    """What became of a file: exactly one of these."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    STALE = "stale"
    QUARANTINED = "quarantined"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The registration of one file: date, sender, title, edition and checksum, as the archive rules want."""

    sha256: str
    """Of the file's bytes."""
    name: str
    size: int
    received: datetime
    """The first time; what keys and campaigns are measured at."""
    outcome: Outcome
    code: Code | None
    facts: Facts
    kind: Kind | None = None
    signer: str | None = None
    package: str | None = None
    """SHA-256 of the manifest, once it could be read."""
    institution: str | None = None
    institution_name: str = ""
    campaign: str | None = None
    edition: int | None = None
    title: str = ""
    decided: datetime | None = None
    """When the outcome last changed."""


@dataclass(frozen=True, slots=True)
class Package:
    """A delivery whose key is known and whose content holds; ``standing`` says whether it counts."""

    id: int
    sha256: str
    """Of the manifest."""
    file: str
    """SHA-256 of the bytes that are kept."""
    kind: Kind
    institution: str
    campaign: str
    """Empty for what is delivered outside campaigns."""
    edition: int
    supersedes: str | None
    received: datetime
    signer: str
    standing: Standing
    counts: bool
    model: str = ""
    model_version: str = ""
    method: str = ""
    year: int = 0
    """The year the result was accepted."""
    validation: str = ""
    sector: str = ""
    level: str = ""
    parent: str = ""

    @property
    def known(self) -> Known:
        """What the ledger needs."""
        return Known(self.sha256, self.edition, self.supersedes, self.kind is Kind.WITHDRAWAL)


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution as the newest trust list tells it."""

    id: str
    name: str
    level: str
    sector: str
    parent: str


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign as the newest trust list tells it."""

    id: str
    title: str
    model: str
    model_version: str
    model_sha256: str
    method: str | None
    smallest_group: int
    opens: datetime
    closes: datetime


@dataclass(frozen=True, slots=True)
class TrustSeen:
    """The newest trust list the coordinator's database has been given, and its bytes."""

    recovery: str
    pin: bytes
    package: bytes
    seen: datetime


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """What became of one file in an import."""

    path: str
    outcome: Outcome
    code: Code | None
    facts: Facts
    package: str | None = None
    institution_name: str = ""
    edition: int | None = None
    sha256: str | None = None
    """Of the file's bytes, by which it lies in the inbox; None where they could not be read."""

    @property
    def message(self) -> Text:
        """What happened, in one sentence."""
        return ACCEPTED.message if self.code is None else RULINGS[self.code].message

    @property
    def action(self) -> Text:
        """What to do now."""
        return ACCEPTED.action if self.code is None else RULINGS[self.code].action


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Every file with its verdict in the end, and what the import did besides."""

    files: Sequence[FileVerdict]
    superseded: int
    """Editions that were replaced by newer ones."""
    released: int
    """Files that left the quarantine because the trust list is newer."""
    refused: int
    """Files that no longer count because the trust list is newer: their key was lost or compromised."""
    cancelled: bool
    models: tuple[ModelPackage, ...] = ()
    """The municipality's own that were not known before."""
    checked: int = 0
    """Files that had come before and are checked now, because their model is known."""
    unfit: int = 0
    """Those among them that do not fit their model and no longer count."""

    def count(self, outcome: Outcome) -> int:
        """How many files ended this way."""
        return sum(1 for each in self.files if each.outcome is outcome)


def sector_place(sector: str) -> tuple[int, tuple[str, str]]:
    """Where a sector stands in a list: ours in the order they are always told, then others by name."""
    ours = [each.value for each in Sector]
    return (ours.index(sector) if sector in ours else len(ours)), danish_order(sector)


_OUTCOMES = {
    Bottom.ACCEPTED: Outcome.ACCEPTED,
    Bottom.QUARANTINED: Outcome.QUARANTINED,
    Bottom.REJECTED: Outcome.REJECTED,
}


def outcome_of(code: Code | None) -> Outcome:
    """What a code of the one table means to the importer, who tells duplicates and stale ones apart too."""
    match code:
        case None:
            return Outcome.ACCEPTED
        case Code.I_DUPLICATE:
            return Outcome.DUPLICATE
        case Code.E_STALE:
            return Outcome.STALE
        case _:
            return _OUTCOMES[RULINGS[code].outcome]


def ledger_code(state: LedgerState, sha256: str) -> Code | None:
    """What the ledger says of one of its packages: nothing, a gap before it, or why it does not count."""
    match state.standings[sha256]:
        case Standing.FORK:
            return Code.E_FORK
        case Standing.JUMP:
            return Code.E_JUMP
        case Standing.STALE:
            return Code.E_STALE
        case _:
            return Code.W_GAP if sha256 in state.gaps else None


@dataclass(frozen=True, slots=True)
class Delivered:
    """One institution in one campaign: what counts of it, None where it has not delivered."""

    institution: Institution
    package: Package | None
    is_expected: bool
    """Whether it is on the trust list."""


@dataclass(frozen=True, slots=True)
class CampaignStatus:
    """How far a campaign is; ``campaign`` is None for what is delivered outside campaigns."""

    campaign: Campaign | None
    institutions: tuple[Delivered, ...]

    @property
    def delivered(self) -> int:
        """How many have delivered."""
        return sum(each.package is not None for each in self.institutions)

    @property
    def by_sector(self) -> dict[str, tuple[int, int]]:
        """By sector how many have delivered, of how many."""
        counts: dict[str, tuple[int, int]] = {}
        for each in self.institutions:
            delivered, of = counts.get(each.institution.sector, (0, 0))
            counts[each.institution.sector] = (delivered + (each.package is not None), of + 1)
        return dict(sorted(counts.items(), key=lambda pair: sector_place(pair[0])))


@dataclass(frozen=True, slots=True)
class Status:
    """What the coordinator's database holds."""

    files: Mapping[Outcome, int]
    """Every file that has been handed in, by what became of it."""
    waiting: tuple[Receipt, ...]
    """The quarantine."""
    campaigns: tuple[CampaignStatus, ...]
