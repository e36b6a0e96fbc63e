"""How deliveries, what is decided about them and the newest trust list seen are kept in the file."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table, UniqueConstraint

from kvik_desktop.bundle.model import Delivery, PartChoice, TextChoice, TrustSeen
from kvik_desktop.storage.base import FILE
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.work import Transaction

DELIVERY = Table(
    "delivery",
    FILE,
    Column("sha256", String, primary_key=True),
    Column("evaluation", ForeignKey("evaluation.id"), nullable=False),
    Column("institution", String, nullable=False),
    Column("campaign", String, nullable=True),
    Column("edition", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("package_id", String, nullable=False),
    Column("created", String, nullable=False),
    Column("package", LargeBinary, nullable=False),
    Column("file", String, nullable=True),
    UniqueConstraint("institution", "campaign", "edition"),
)

TRUST_SEEN = Table(
    "trust_seen",
    FILE,
    Column("recovery", String, primary_key=True),
    Column("pin", LargeBinary, nullable=False),
)

PACKAGE_TEXT = Table(
    "package_text",
    FILE,
    Column("evaluation", ForeignKey("evaluation.id"), primary_key=True),
    Column("place", String, primary_key=True),
    Column("about", String, nullable=False),
    Column("text", String, nullable=False),
    Column("left_out", Integer, nullable=False),
    Column("kept", String, nullable=False),
)

PACKAGE_PART = Table(
    "package_part",
    FILE,
    Column("evaluation", ForeignKey("evaluation.id"), primary_key=True),
    Column("part", String, primary_key=True),
)

deliveries = Records(DELIVERY, Delivery)
trust_seen = Records(TRUST_SEEN, TrustSeen)
text_choices = Records(PACKAGE_TEXT, TextChoice)
part_choices = Records(PACKAGE_PART, PartChoice)


def deliveries_to(work: Transaction, institution: str, campaign: str | None) -> tuple[Delivery, ...]:
    """What has been delivered as this institution in this campaign, by edition."""
    return deliveries.all(
        work,
        DELIVERY.c.institution == institution,
        # None is a campaign of its own: what is delivered outside all of them.
        DELIVERY.c.campaign.is_(None) if campaign is None else DELIVERY.c.campaign == campaign,
        order_by=DELIVERY.c.edition,
    )


def deliveries_of(work: Transaction, evaluation: str) -> tuple[Delivery, ...]:
    """What one evaluation has delivered, by time and edition."""
    return deliveries.all(
        work, DELIVERY.c.evaluation == evaluation, order_by=(DELIVERY.c.created, DELIVERY.c.edition)
    )


def text_choices_of(work: Transaction, evaluation: str) -> dict[str, TextChoice]:
    """What is decided about texts, by place."""
    found = text_choices.all(work, PACKAGE_TEXT.c.evaluation == evaluation)
    return {choice.place: choice for choice in found}


def part_choices_of(work: Transaction, evaluation: str) -> frozenset[str]:
    """The parts about which something else than usual is decided."""
    return frozenset(
        choice.part for choice in part_choices.all(work, PACKAGE_PART.c.evaluation == evaluation)
    )
