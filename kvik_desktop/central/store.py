"""How receipts, packages, their figures and what was published are kept in the coordinator's database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from kvik_desktop.central.figures import Figures
from kvik_desktop.central.model import (
    Campaign,
    Institution,
    Outcome,
    Package,
    Receipt,
    TrustSeen,
)
from kvik_desktop.envelope.verdict import Code
from kvik_desktop.storage.base import CENTRAL
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.work import CHUNK, Transaction


def _text(name: str, *, nullable: bool = False, key: bool = False) -> Column[str]:
    return Column(name, String, nullable=nullable, primary_key=key)


def _number(name: str, *, nullable: bool = False, key: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=nullable, primary_key=key)


RECEIPT = Table(
    "receipt",
    CENTRAL,
    _text("sha256", key=True),
    _text("name"),
    _number("size"),
    _text("received"),
    _text("outcome"),
    _text("code", nullable=True),
    _text("facts"),
    _text("kind", nullable=True),
    _text("signer", nullable=True),
    _text("package", nullable=True),
    _text("institution", nullable=True),
    _text("institution_name"),
    _text("campaign", nullable=True),
    _number("edition", nullable=True),
    _text("title"),
    _text("decided", nullable=True),
    Index("ix_receipt_outcome_code", "outcome", "code"),
    Index("ix_receipt_package", "package"),
)

ORIGINAL = Table(
    "original",
    CENTRAL,
    Column("sha256", ForeignKey("receipt.sha256"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

PACKAGE = Table(
    "package",
    CENTRAL,
    _number("id", key=True),
    Column("sha256", String, nullable=False, unique=True),
    Column("file", ForeignKey("receipt.sha256"), nullable=False),
    _text("kind"),
    _text("institution"),
    _text("campaign"),
    _number("edition"),
    _text("supersedes", nullable=True),
    _text("received"),
    _text("signer"),
    _text("standing"),
    _number("counts"),
    _text("model"),
    _text("model_version"),
    _text("method"),
    _number("year"),
    _text("validation"),
    _text("sector"),
    _text("level"),
    _text("parent"),
    Index("ix_package_institution_campaign", "institution", "campaign"),
    Index("ix_package_campaign_counts", "campaign", "counts"),
)

SCORE = Table(
    "score",
    CENTRAL,
    Column("package", ForeignKey("package.id"), primary_key=True),
    _text("subcriterion", key=True),
    _number("parts"),
    sqlite_with_rowid=False,
)

CRITERION_MEAN = Table(
    "criterion_mean",
    CENTRAL,
    Column("package", ForeignKey("package.id"), primary_key=True),
    _text("criterion", key=True),
    _text("basis"),
    _number("parts"),
    _number("scored"),
    _number("of"),
    sqlite_with_rowid=False,
)

INSTITUTION = Table(
    "institution",
    CENTRAL,
    _text("id", key=True),
    _text("name"),
    _text("level"),
    _text("sector"),
    _text("parent"),
)

CAMPAIGN = Table(
    "campaign",
    CENTRAL,
    _text("id", key=True),
    _text("title"),
    _text("model"),
    _text("model_version"),
    _text("model_sha256"),
    _text("method", nullable=True),
    _number("smallest_group"),
    _text("opens"),
    _text("closes"),
)

TRUST_SEEN = Table(
    "trust_seen",
    CENTRAL,
    _text("recovery", key=True),
    Column("pin", LargeBinary, nullable=False),
    Column("package", LargeBinary, nullable=False),
    _text("seen"),
)

GOAL = Table(
    "goal",
    CENTRAL,
    _text("id", key=True),
    _text("code"),
    _text("text"),
    _text("owner"),
    _text("period"),
)

GOOD_EXAMPLE = Table(
    "good_example",
    CENTRAL,
    _text("id", key=True),
    Column("package", ForeignKey("package.id"), nullable=False),
    _text("subcriterion"),
    Column("goal", ForeignKey("goal.id"), nullable=True),
    _text("sector"),
    _text("size"),
    _text("title"),
    _text("text"),
    _text("approved", nullable=True),
    _text("withdrawn", nullable=True),
)

receipts = Records(RECEIPT, Receipt)
packages = Records(PACKAGE, Package)
institutions = Records(INSTITUTION, Institution)
campaigns = Records(CAMPAIGN, Campaign)
trust_seen = Records(TRUST_SEEN, TrustSeen)


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything one package brings into the database."""

    package: Package
    figures: Figures | None
    """None for a withdrawal."""


def receipts_of(work: Transaction, checksums: Sequence[str]) -> dict[str, Receipt]:
    """The receipts of these files, by checksum."""
    parts = (receipts.all(work, RECEIPT.c.sha256.in_(part)) for part in _chunks(checksums))
    return {each.sha256: each for part in parts for each in part}


def waiting_for_key(work: Transaction) -> list[tuple[str, str | None]]:
    """The files whose key nobody has vouched for, with that key, the earliest first."""
    wanted = (
        select(RECEIPT.c.sha256, RECEIPT.c.signer)
        .where(RECEIPT.c.outcome == Outcome.QUARANTINED.value, RECEIPT.c.code == Code.E_UNKNOWN_KEY.value)
        .order_by(RECEIPT.c.received, RECEIPT.c.sha256)
    )
    return [(file, signer) for file, signer in work.execute(wanted)]


def original(work: Transaction, checksum: str) -> bytes:
    """The bytes as they came. Raises KeyError where they were not kept."""
    found = work.execute(select(ORIGINAL.c.content).where(ORIGINAL.c.sha256 == checksum)).first()
    if found is None:
        raise KeyError(checksum)
    return bytes(found[0])


_LEDGER = select(PACKAGE).where(
    PACKAGE.c.institution == bindparam("institution"), PACKAGE.c.campaign == bindparam("campaign")
)


def ledger_of(work: Transaction, institution: str, campaign: str) -> tuple[Package, ...]:
    """Every package of one institution in one campaign."""
    found = work.execute(_LEDGER, {"institution": institution, "campaign": campaign})
    return tuple(packages.of_rows(found))


def next_package_id(work: Transaction) -> int:
    """A number that no package has; it holds as long as the transaction writes."""
    return int(work.execute(select(func.coalesce(func.max(PACKAGE.c.id), 0))).scalar_one()) + 1


def add_receipts(work: Transaction, new: Sequence[Receipt]) -> None:
    """Keep receipts of files that have not been here before."""
    if new:
        work.execute(insert(RECEIPT), [receipts.row(receipt) for receipt in new])


def change_receipts(work: Transaction, changed: Sequence[Receipt]) -> None:
    """Keep receipts anew, after their files have been judged again."""
    if changed:
        rows = [{f"new_{name}": value for name, value in receipts.row(each).items()} for each in changed]
        work.execute(_RECEIPT, rows)


def keep_originals(work: Transaction, originals: Mapping[str, bytes]) -> None:
    """Keep the bytes of files by checksum, those that are not kept already."""
    there = select(ORIGINAL.c.sha256).where(ORIGINAL.c.sha256.in_(list(originals)))
    kept = set(work.execute(there).scalars())
    rows = [{"sha256": each, "content": originals[each]} for each in originals if each not in kept]
    if rows:
        work.execute(insert(ORIGINAL), rows)


def add_packages(work: Transaction, new: Sequence[Kept]) -> None:
    """Keep packages with their figures."""
    if new:
        work.execute(insert(PACKAGE), [packages.row(kept.package) for kept in new])
        add_figures(work, new)


def add_figures(work: Transaction, new: Sequence[Kept]) -> None:
    """Keep the figures of packages that have none."""
    scores = [row for kept in new for row in _scores(kept)]
    if scores:
        work.execute(insert(SCORE), scores)
    means = [row for kept in new for row in _means(kept)]
    if means:
        work.execute(insert(CRITERION_MEAN), means)


def _scores(kept: Kept) -> Iterable[dict[str, Any]]:
    if kept.figures is not None:
        for subcriterion, parts in kept.figures.subcriteria.items():
            yield {"package": kept.package.id, "subcriterion": subcriterion, "parts": parts}


def _means(kept: Kept) -> Iterable[dict[str, Any]]:
    if kept.figures is not None:
        for value in kept.figures.criteria:
            yield {
                "package": kept.package.id,
                "criterion": value.criterion,
                "basis": kept.figures.basis,
                "parts": value.parts,
                "scored": value.scored,
                "of": value.of,
            }


_STANDING = (
    update(PACKAGE)
    .where(PACKAGE.c.id == bindparam("key"))
    .values(standing=bindparam("new_standing"), counts=bindparam("new_counts"))
)
_RECEIPT = (
    update(RECEIPT)
    .where(RECEIPT.c.sha256 == bindparam("new_sha256"))
    .values({column.name: bindparam(f"new_{column.name}") for column in RECEIPT.c if not column.primary_key})
)


def change_standings(work: Transaction, changed: Sequence[Package]) -> None:
    """Keep the new standing of packages that are there already."""
    rows = [{"key": e.id, "new_standing": e.standing.value, "new_counts": int(e.counts)} for e in changed]
    if rows:
        work.execute(_STANDING, rows)


def remove_package(work: Transaction, package: Package) -> None:
    """Take a package out of the ledger, with its figures; its file and receipt stay."""
    for table in (SCORE, CRITERION_MEAN):
        work.execute(delete(table).where(table.c.package == package.id))
    work.execute(delete(PACKAGE).where(PACKAGE.c.id == package.id))


def signed_files(work: Transaction) -> Iterator[tuple[str, str, datetime]]:
    """Of every package in the ledgers: its file, its key and when it was first received."""
    rows = work.execute(select(PACKAGE.c.file, PACKAGE.c.signer, PACKAGE.c.received))
    for file, signer, received in rows:
        yield file, signer, datetime.fromisoformat(received)


def packages_in(work: Transaction, files: Sequence[str]) -> list[Package]:
    """The packages in the ledgers that came in these files."""
    parts = (packages.all(work, PACKAGE.c.file.in_(part)) for part in _chunks(files))
    return [each for part in parts for each in part]


def keep_list(
    work: Transaction, seen: TrustSeen, known: Sequence[Institution], open_to: Sequence[Campaign]
) -> None:
    """Take over a trust list: it, its institutions and its campaigns replace what was there."""
    work.execute(delete(TRUST_SEEN))
    work.execute(insert(TRUST_SEEN), [trust_seen.row(seen)])
    work.execute(delete(INSTITUTION))
    work.execute(delete(CAMPAIGN))
    if known:
        work.execute(insert(INSTITUTION), [institutions.row(each) for each in known])
    if open_to:
        work.execute(insert(CAMPAIGN), [campaigns.row(each) for each in open_to])


def newest_list(work: Transaction) -> TrustSeen | None:
    """The newest trust list, None before the first."""
    found = trust_seen.all(work)
    return found[0] if found else None


def campaign_of(work: Transaction, campaign: str) -> Campaign | None:
    """A campaign of the newest trust list."""
    return campaigns.get(work, campaign)


def campaigns_counting(work: Transaction) -> tuple[str, ...]:
    """Every campaign in which something counts; the empty name is for what is outside campaigns."""
    wanted = select(PACKAGE.c.campaign).where(PACKAGE.c.counts == 1).distinct()
    return tuple(work.execute(wanted.order_by(PACKAGE.c.campaign)).scalars())


def receipt_counts(work: Transaction) -> dict[str, int]:
    """How many files ended how, over all imports."""
    wanted = select(RECEIPT.c.outcome, func.count()).group_by(RECEIPT.c.outcome)
    return dict(iter(work.execute(wanted)))


def waiting(work: Transaction) -> tuple[Receipt, ...]:
    """The files in quarantine, the earliest first."""
    return receipts.all(
        work,
        RECEIPT.c.outcome == Outcome.QUARANTINED.value,
        order_by=(RECEIPT.c.received, RECEIPT.c.name),
    )


def deliverers(work: Transaction, campaign: str) -> dict[str, Package]:
    """By institution the package that counts in a campaign."""
    found = packages.all(work, PACKAGE.c.campaign == campaign, PACKAGE.c.counts == 1)
    return {package.institution: package for package in found}


def names_of(work: Transaction, ids: Sequence[str]) -> dict[str, str]:
    """The names that institutions' own packages give, for those the trust list does not know."""
    wanted = select(RECEIPT.c.institution, RECEIPT.c.institution_name)
    rows = (work.execute(wanted.where(RECEIPT.c.institution.in_(part))) for part in _chunks(ids))
    return {institution: name for part in rows for institution, name in part}


def _chunks(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """A statement can name only so many at a time."""
    return (names[start : start + CHUNK] for start in range(0, len(names), CHUNK))
