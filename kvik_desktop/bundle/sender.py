"""Who delivers to whom: the unit under the coordinator's id, the campaign, the smallest group, warnings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from kvik_desktop.bundle.enrolling import institution_of
from kvik_desktop.bundle.privacy import Choices
from kvik_desktop.envelope.keys import PublicKey, SigningKey
from kvik_desktop.envelope.manifest import Institution, ModelRef
from kvik_desktop.envelope.packages import OpenedList, enrolment_of
from kvik_desktop.envelope.trust import NO_TRUST, Trust
from kvik_desktop.envelope.trust_list import Campaign
from kvik_desktop.evaluation.model import SMALLEST_GROUP, Unit
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.workshop.model import Result


class Terms(Protocol):
    """What decides the content of a delivery: an order, or the wishes of one who has no key at hand."""

    @property
    def trust(self) -> OpenedList | None:
        """The trust list or invitation."""

    @property
    def campaign(self) -> str | None:
        """The campaign that is asked for."""

    @property
    def choices(self) -> Choices:
        """What goes along."""


@dataclass(frozen=True)
class Wishes:
    """Terms without a key: enough to see what would leave the machine."""

    trust: OpenedList | None = None
    campaign: str | None = None
    choices: Choices = field(default_factory=Choices)


@dataclass(frozen=True)
class Order:
    """What the sender asks for: by which key, under which trust list, in which campaign, with what in it."""

    key: SigningKey
    resources: Resources
    trust: OpenedList | None = None
    campaign: str | None = None
    choices: Choices = field(default_factory=Choices)


@dataclass(frozen=True)
class Sender:
    """The outside of a delivery."""

    institution: Institution
    campaign: str | None
    audience: str | None
    trust: Trust
    """What the reader believes, and our own key besides."""
    is_approved: bool
    """Whether the trust list vouches for our key."""
    smallest_group: int
    invitation: str | None
    warnings: tuple[Text, ...]

    def enrolment(self, key: PublicKey) -> bytes | None:
        """The member that asks for the key to be approved, None where it is."""
        return None if self.is_approved else enrolment_of(key, self.invitation)


def sender_of(result: Result, order: Order, now: datetime) -> Sender:
    """The outside of what this evaluation delivers now. Raises Problem E_CAMPAIGN."""
    require_campaign(result, order)
    trust = order.trust.trust_list.as_trust() if order.trust else NO_TRUST
    institution = _institution(result.unit, order, trust)
    is_approved = order.key.public.fingerprint in trust.keys
    campaign = campaign_of(result, order, now)
    return Sender(
        institution=institution,
        campaign=campaign.id if campaign else order.campaign or result.evaluation.campaign,
        audience=order.trust.trust_list.signing_key.fingerprint if order.trust else None,
        trust=trust if is_approved else trust.with_institution(institution.id, order.key.public),
        is_approved=is_approved,
        smallest_group=smallest_group_of(result, campaign),
        invitation=order.trust.sha256 if order.trust and order.trust.is_invitation else None,
        warnings=_warnings(order, institution, trust, is_approved=is_approved, now=now),
    )


def model_of(result: Result) -> ModelRef:
    """The frozen model and the method, as manifests name them."""
    package = result.package
    return ModelRef(package.id, package.version, package.sha256, result.evaluation.method.value)


def _institution(unit: Unit, order: Order, trust: Trust) -> Institution:
    """The unit, under the id that the coordinator knows it by where there is one."""
    known = trust.keys.get(order.key.public.fingerprint)
    meant = order.trust.trust_list.cut_for if order.trust else None
    return institution_of(unit, (known.institution if known else None) or meant)


def smallest_group_of(result: Result, campaign: Campaign | None) -> int:
    """Fewer answers than this are not sent as a distribution: the team's own limit or the campaign's."""
    wanted = campaign.smallest_group if campaign else SMALLEST_GROUP
    return max(result.evaluation.smallest_group, wanted)


def fitting_campaigns(result: Result, trust: OpenedList | None, now: datetime) -> tuple[Campaign, ...]:
    """The campaigns on the list that are open and take this evaluation's model and method."""
    model = model_of(result)
    listed = trust.trust_list.campaigns if trust else ()
    return tuple(each for each in listed if each.as_open.fits(model, now))


def campaign_of(result: Result, terms: Terms, now: datetime) -> Campaign | None:
    """The campaign that is asked for or, where nothing is, the only open one that fits the evaluation.

    None where that is not on the list; see :func:`require_campaign`.
    """
    name = terms.campaign or result.evaluation.campaign
    if terms.trust is None:
        return None
    if name is not None:
        return terms.trust.trust_list.campaign(name)
    fitting = fitting_campaigns(result, terms.trust, now)
    return fitting[0] if len(fitting) == 1 else None


def require_campaign(result: Result, terms: Terms) -> None:
    """Raise Problem E_CAMPAIGN where the campaign that is asked for is not on the list."""
    name = terms.campaign or result.evaluation.campaign
    if name is not None and terms.trust is not None and terms.trust.trust_list.campaign(name) is None:
        raise Problem(
            "E_CAMPAIGN",
            say("Kampagnen {id} står ikke på tillidslisten.", id=name),
            say("Kontrollér navnet, eller hent den nyeste tillidsliste. Intet er ændret."),
        )


def _warnings(
    order: Order, institution: Institution, trust: Trust, *, is_approved: bool, now: datetime
) -> tuple[Text, ...]:
    found = []
    if order.trust is not None and order.trust.is_old(now):
        found.append(
            say(
                "Tillidslisten er fra {day}, over et halvt år gammel. Bed koordinatoren om den nyeste.",
                day=order.trust.created.date(),
            )
        )
    if not is_approved and trust.knows_other_key(institution.id, now):
        found.append(
            say(
                "Koordinatoren kender jer med en anden nøgle og lader pakken vente, til I har talt sammen. "
                "Ring til koordinatoren."
            )
        )
    return tuple(found)
