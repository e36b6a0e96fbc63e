"""The acts with the trust list: each takes one version of the list and returns the next.

None of them can be undone; what went wrong is put right by a further act.
"""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from kvik_desktop.envelope.fields import moment
from kvik_desktop.envelope.key_change import Coordinator, make_change
from kvik_desktop.envelope.keys import PublicKey, SigningKey
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.trust_list import (
    FORMAT,
    Campaign,
    Entry,
    InstitutionKey,
    Reason,
    Revocation,
    TrustList,
)
from kvik_desktop.envelope.verification import CLOCK_TOLERANCE
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say


def new_list(coordinator: Coordinator, signing: PublicKey, recovery: PublicKey) -> TrustList:
    """The first version: nobody is known but the coordinator."""
    return TrustList(FORMAT, 1, coordinator, signing.line, recovery.line, (), None, (), ())


def open_campaign(trust_list: TrustList, campaign: Campaign) -> TrustList:
    """Add a campaign, or change the title and dates of one; its model and smallest group stay.

    Raises Problem E_CAMPAIGN_CHANGED where those differ. The same campaign again changes nothing.
    """
    known = trust_list.campaign(campaign.id)
    if known == campaign:
        return trust_list
    if known and (known.model, known.smallest_group) != (campaign.model, campaign.smallest_group):
        raise Problem(
            "E_CAMPAIGN_CHANGED",
            say(
                "Kampagnen {id} findes allerede med en anden model eller en anden mindste gruppe.",
                id=campaign.id,
            ),
            say("Giv den nye kampagne et andet id. Tillidslisten er ikke ændret."),
        )
    others = [other for other in trust_list.campaigns if other.id != campaign.id]
    campaigns = sorted([*others, campaign], key=lambda each: each.id)
    return _next(trust_list, campaigns=tuple(campaigns))


def approve(
    trust_list: TrustList,
    institution: Institution,
    key: PublicKey,
    *,
    created: datetime,
    at: datetime,
    expires: datetime,
) -> TrustList:
    """Let an institution be known by a key, after its digits were compared.

    ``created`` is when the enrolment says it was made: what waits in quarantine since then is covered too.
    Raises Problem E_KEY_KNOWN where the key is on the list already, E_KEY_CHANGED where the institution
    has another key that still holds: a hard stop, because somebody may be passing for it.
    """
    if key in trust_list.public_keys():
        raise _problem("E_KEY_KNOWN", say("Nøglen står allerede på tillidslisten."))
    entry = trust_list.entry(institution.id)
    if entry and entry.newest.revoked is None and at < moment(entry.newest.expires):
        raise Problem(
            "E_KEY_CHANGED",
            say("{name} er allerede kendt med en anden nøgle.", name=entry.institution.name),
            say(
                "Godkend ikke den nye. Ring til institutionen. Har den mistet sin nøgle, så spær den gamle "
                "først. Har den ikke, giver nogen sig ud for at være den. Tillidslisten er ikke ændret."
            ),
        )
    approved = InstitutionKey(key.line, stamp(_with_grace(min(created, at))), stamp(expires), None)
    earlier = entry.keys if entry else ()
    return _with_entry(trust_list, Entry(institution, (*earlier, approved)))


def revoke(
    trust_list: TrustList, institution: str, reason: Reason, since: datetime, at: datetime
) -> TrustList:
    """Refuse what the institution's newest key has signed and is first received from ``since`` on.

    Raises Problem E_UNKNOWN_INSTITUTION, or E_KEY_REVOKED where an earlier time stands already.
    """
    entry = trust_list.entry(institution)
    if entry is None:
        raise _problem("E_UNKNOWN_INSTITUTION", say("{id} står ikke på tillidslisten.", id=institution))
    earlier = entry.newest.revoked
    if earlier is not None and moment(earlier.since) <= since:
        raise _problem("E_KEY_REVOKED", say("Nøglen er allerede spærret fra et tidligere tidspunkt."))
    revoked = replace(entry.newest, revoked=Revocation(reason, stamp(since), stamp(at)))
    return _with_entry(trust_list, replace(entry, keys=(*entry.keys[:-1], revoked)))


def rotate(
    trust_list: TrustList,
    new: PublicKey,
    recovery: SigningKey,
    at: datetime,
    old: SigningKey | None = None,
) -> TrustList:
    """Put a new coordinator's key in the place of the old: planned with ``old``, else an emergency.

    Raises Problem E_KEY_ROLE where a key is not the one on the list.
    """
    require_key(trust_list.recovery_key, recovery)
    if old is not None:
        require_key(trust_list.signing_key, old)
    change = make_change(
        trust_list.coordinator,
        trust_list.generation + 1,
        new,
        old or trust_list.signing_key,
        recovery,
        stamp(at),
    )
    return _next(trust_list, signing=new.line, changes=(*trust_list.changes, change))


def cut(trust_list: TrustList, institution: str | None, at: datetime) -> TrustList:
    """The same version with only what one institution needs: keys, campaigns not yet shut, its own entry.

    ``institution`` may be one that is not on the list yet, or None for a copy that anybody may have.
    """
    entry = trust_list.entry(institution) if institution else None
    campaigns = tuple(each for each in trust_list.campaigns if at < moment(each.closes))
    return replace(
        trust_list, cut_for=institution, institutions=(entry,) if entry else (), campaigns=campaigns
    )


def require_key(listed: PublicKey, held: SigningKey) -> None:
    """Raise Problem E_KEY_ROLE unless the private key is the one the list names."""
    if held.public != listed:
        raise _problem("E_KEY_ROLE", say("Det er en anden nøgle end den, der står på tillidslisten."))


def _with_grace(made: datetime) -> datetime:
    """The midnight at least a day earlier: clocks of two machines differ."""
    return (made - CLOCK_TOLERANCE).replace(hour=0, minute=0, second=0, microsecond=0)


def _with_entry(trust_list: TrustList, entry: Entry) -> TrustList:
    others = [other for other in trust_list.institutions if other.institution.id != entry.institution.id]
    entries = sorted([*others, entry], key=lambda each: each.institution.id)
    return _next(trust_list, institutions=tuple(entries))


def _next(trust_list: TrustList, **changes: object) -> TrustList:
    return replace(trust_list, version=trust_list.version + 1, **changes)


def _problem(code: str, message: Text) -> Problem:
    return Problem(
        code, message, say("Kontrollér, at det er den rigtige nøgle og institution. Intet er ændret.")
    )
