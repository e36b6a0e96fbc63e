"""How deliveries and the newest trust list seen are kept in the evaluation file."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table, UniqueConstraint

from kvik_desktop.bundle.model import Delivery, TrustSeen
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
    UniqueConstraint("institution", "campaign", "edition"),
)

TRUST_SEEN = Table(
    "trust_seen",
    FILE,
    Column("recovery", String, primary_key=True),
    Column("pin", LargeBinary, nullable=False),
)

deliveries = Records(DELIVERY, Delivery)
trust_seen = Records(TRUST_SEEN, TrustSeen)


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
