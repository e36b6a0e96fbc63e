"""The coordinator's acts with the list in its file, which none can undo: each saves the next version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kvik_desktop.central.register.campaigns import DAY, midnight
from kvik_desktop.central.register.own_list import OwnList
from kvik_desktop.envelope import ceremony
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.packages import OpenedEnrolment, seal_invitation, seal_list
from kvik_desktop.envelope.trust_list import Campaign, Entry, Reason, TrustList

KEY_LENGTH = 3 * 365 * DAY
"""How long an approved key holds where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation, and the version of the list that its campaign stands on."""

    package: bytes
    trust_list: TrustList


def invite(
    own: OwnList,
    campaign: Campaign,
    now: datetime,
    institution: Institution | None = None,
    model: bytes | None = None,
) -> Invitation:
    """Open the campaign on the list, and make the invitation with the coordinator's keys and campaigns.

    ``model`` is the content of the model package, where it is to travel along. Raises Problem
    E_CAMPAIGN_CHANGED.
    """
    following = ceremony.open_campaign(own.trust_list, campaign)
    shortened = ceremony.cut(following, institution.id if institution else None, now)
    package = seal_invitation(shortened, campaign.id, own.key, now, institution, model)
    own.save(following, now)
    return Invitation(package, following)


def approve(own: OwnList, asking: OpenedEnrolment, now: datetime, last_day: date | None = None) -> TrustList:
    """Let an institution be known by the key it enrols, once its digits were compared.

    Raises Problem E_KEY_KNOWN, E_KEY_CHANGED.
    """
    following = ceremony.approve(
        own.trust_list,
        asking.institution,
        asking.key,
        created=asking.created,
        at=now,
        expires=midnight(last_day or (now + KEY_LENGTH).date()) + DAY,
    )
    own.save(following, now)
    return following


def revoke(own: OwnList, institution: str, reason: Reason, since: date | None, now: datetime) -> TrustList:
    """Refuse what the institution's key has signed and is first received from that day on, or from now.

    Raises Problem E_UNKNOWN_INSTITUTION, E_KEY_REVOKED.
    """
    from_then = midnight(since) if since else now
    following = ceremony.revoke(own.trust_list, institution, reason, from_then, now)
    own.save(following, now)
    return following


def cut(own: OwnList, institution: str, now: datetime) -> bytes:
    """The list's cut for one institution: coordinator's keys, campaigns that are not shut, its own entry."""
    return seal_list(ceremony.cut(own.trust_list, institution, now), own.key, now)


def entry_of(trust_list: TrustList, institution: str) -> Entry:
    """The entry of an institution that an act was just done with."""
    entry = trust_list.entry(institution)
    assert entry is not None, "just approved or revoked"
    return entry
