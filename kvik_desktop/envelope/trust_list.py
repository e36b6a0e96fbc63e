"""The trust list: the coordinator's keys, the institutions' keys and the campaigns, in numbered versions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from kvik_desktop.envelope.fields import (
    GroupSize,
    Id,
    KeyLine,
    Label,
    Release,
    Sha256,
    Slug,
    Stamp,
    check_sorted,
    moment,
)
from kvik_desktop.envelope.key_change import Coordinator, KeyChange, check_chain
from kvik_desktop.envelope.keys import PublicKey
from kvik_desktop.envelope.kinds import Role
from kvik_desktop.envelope.manifest import METHODS, Institution, MethodName, ModelRef
from kvik_desktop.envelope.trust import KnownKey, OpenCampaign, Trust
from kvik_desktop.foundation import strict_json

LIMIT = 16 * 2**20
"""Bytes in a list: about thirty thousand institutions."""

DEPTH = 8

FORMAT: Literal["kvik-tillidsliste/1"] = "kvik-tillidsliste/1"

MAX_ROWS = 50_000
MAX_KEYS = 50


class Reason(StrEnum):
    """Why a key was revoked."""

    LOST = "lost"
    COMPROMISED = "compromised"


class Status(StrEnum):
    """Whether an institution's newest key may be used."""

    ACTIVE = "active"
    REVOKED = "revoked"


class Revocation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A key is refused for whatever is first received from ``since`` on; ``at`` is when that was decided."""

    reason: Reason
    since: Stamp
    at: Stamp

    def __post_init__(self) -> None:
        if moment(self.since) > moment(self.at):
            raise ValueError("revoked in the future")


class InstitutionKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One key of an institution; ``expires`` is the first moment at which it no longer holds."""

    key: KeyLine
    valid_from: Stamp
    expires: Stamp
    revoked: Revocation | None

    def __post_init__(self) -> None:
        PublicKey.from_line(self.key)
        if moment(self.valid_from) >= moment(self.expires):
            raise ValueError("a key that never holds")

    @property
    def public(self) -> PublicKey:
        """The key itself."""
        return PublicKey.from_line(self.key)

    def known(self, institution: str) -> KnownKey:
        """The key as the verifier sees it."""
        return KnownKey(
            Role.INSTITUTION,
            institution,
            moment(self.valid_from),
            moment(self.expires),
            None if self.revoked is None else moment(self.revoked.since),
        )


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An institution and its keys, in the order they were approved."""

    institution: Institution
    keys: Annotated[tuple[InstitutionKey, ...], msgspec.Meta(min_length=1, max_length=MAX_KEYS)]

    @property
    def newest(self) -> InstitutionKey:
        """The key approved last."""
        return self.keys[-1]

    @property
    def status(self) -> Status:
        """Whether the newest key is revoked."""
        return Status.ACTIVE if self.newest.revoked is None else Status.REVOKED


class CampaignModel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The one model of a campaign; where ``method`` is null, each institution chooses."""

    id: Slug
    version: Release
    sha256: Sha256
    method: MethodName | None

    @property
    def allowed(self) -> frozenset[ModelRef]:
        """The model under each method a package may have."""
        methods = METHODS if self.method is None else (self.method,)
        return frozenset(ModelRef(self.id, self.version, self.sha256, method) for method in methods)


class Campaign(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A round of deliveries; ``closes`` is the first moment at which nothing more is taken in."""

    id: Id
    title: Label
    model: CampaignModel
    smallest_group: GroupSize
    opens: Stamp
    closes: Stamp

    def __post_init__(self) -> None:
        if moment(self.opens) >= moment(self.closes):
            raise ValueError("a campaign that is never open")

    @property
    def as_open(self) -> OpenCampaign:
        """The campaign as the verifier sees it."""
        return OpenCampaign(moment(self.opens), moment(self.closes), self.model.allowed)

    def is_open(self, at: datetime) -> bool:
        """Whether packages are taken in at that time."""
        return moment(self.opens) <= at < moment(self.closes)


class TrustList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One version of the list; ``cut_for`` names the institution that a shortened copy is made for."""

    format: Literal["kvik-tillidsliste/1"]
    version: Annotated[int, msgspec.Meta(ge=1, le=1_000_000_000)]
    coordinator: Coordinator
    signing: KeyLine
    recovery: KeyLine
    changes: Annotated[tuple[KeyChange, ...], msgspec.Meta(max_length=MAX_KEYS)]
    cut_for: Id | None
    institutions: Annotated[tuple[Entry, ...], msgspec.Meta(max_length=MAX_ROWS)]
    campaigns: Annotated[tuple[Campaign, ...], msgspec.Meta(max_length=MAX_ROWS)]

    def __post_init__(self) -> None:
        check_sorted((entry.institution.id for entry in self.institutions), "institutions")
        check_sorted((campaign.id for campaign in self.campaigns), "campaigns")
        keys = [key.fingerprint for key, _ in self._known_keys()]
        if len(keys) != len(set(keys)):
            raise ValueError("one key stands for two")
        check_chain(self.changes, self.coordinator, self.signing, self.recovery)

    @property
    def generation(self) -> int:
        """How many times the coordinator's key has been changed."""
        return len(self.changes)

    @property
    def rank(self) -> tuple[int, int]:
        """What decides which of two lists is newer: a changed key outranks any number by the old one."""
        return self.generation, self.version

    @property
    def signing_key(self) -> PublicKey:
        """The coordinator's key."""
        return PublicKey.from_line(self.signing)

    @property
    def recovery_key(self) -> PublicKey:
        """The coordinator's recovery key."""
        return PublicKey.from_line(self.recovery)

    def entry(self, institution: str) -> Entry | None:
        """The institution with this id."""
        return next((entry for entry in self.institutions if entry.institution.id == institution), None)

    def campaign(self, campaign: str) -> Campaign | None:
        """The campaign with this id."""
        return next((known for known in self.campaigns if known.id == campaign), None)

    def public_keys(self) -> tuple[PublicKey, ...]:
        """Every key on the list, the coordinator's first."""
        return tuple(key for key, _ in self._known_keys())

    def as_trust(self) -> Trust:
        """What the verifier asks of this list; we ourselves are the coordinator, under old keys too."""
        ours = {self.signing_key, *(change.previous_key for change in self.changes)}
        return Trust(
            keys={key.fingerprint: known for key, known in self._known_keys()},
            campaigns={campaign.id: campaign.as_open for campaign in self.campaigns},
            audience=frozenset(key.fingerprint for key in ours),
        )

    def _known_keys(self) -> Iterator[tuple[PublicKey, KnownKey]]:
        yield self.signing_key, KnownKey(Role.COORDINATOR)
        yield self.recovery_key, KnownKey(Role.RECOVERY)
        for change in self.changes:
            yield change.previous_key, KnownKey(Role.COORDINATOR, revoked_since=moment(change.at))
        for entry in self.institutions:
            for key in entry.keys:
                yield key.public, key.known(entry.institution.id)


def decode(data: bytes) -> TrustList:
    """A list from its JSON. Raises NotStrictError for anything but the one form."""
    return strict_json.decode(data, TrustList, limit=LIMIT, depth=DEPTH)
