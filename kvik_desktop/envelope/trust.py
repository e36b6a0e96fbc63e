"""What a reader believes: which keys are whose, which campaigns are open, and who we are ourselves.

The verifier asks only this. :mod:`trust_list` makes it from a signed list; the exporter makes it from its
own key where there is no list yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kvik_desktop.envelope.keys import PublicKey
from kvik_desktop.envelope.kinds import Role
from kvik_desktop.envelope.manifest import ModelRef


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key somebody has vouched for. Every time is measured at the package's first receipt."""

    role: Role
    institution: str | None = None
    """The institution's id, for an institution's key."""
    valid_from: datetime | None = None
    expires: datetime | None = None
    """The first moment at which it no longer holds."""
    revoked_since: datetime | None = None
    """Lost, compromised or replaced: what is first received from this moment on is refused."""

    def is_revoked(self, received: datetime) -> bool:
        """Whether the key was lost, compromised or replaced at that time."""
        return self.revoked_since is not None and received >= self.revoked_since

    def is_outside_validity(self, received: datetime) -> bool:
        """Whether that time lies before the key holds or after it expired."""
        early = self.valid_from is not None and received < self.valid_from
        return early or (self.expires is not None and received >= self.expires)

    def holds(self, received: datetime) -> bool:
        """Whether the key can vouch for something first received at that time."""
        return not self.is_revoked(received) and not self.is_outside_validity(received)


@dataclass(frozen=True, slots=True)
class OpenCampaign:
    """What a package must fit to belong to a campaign; ``closes`` is the first moment it is shut."""

    opens: datetime
    closes: datetime
    models: frozenset[ModelRef]
    """The model under each method that is allowed."""

    def fits(self, model: ModelRef | None, received: datetime) -> bool:
        """Whether a package with this model (None: a kind without one) belongs here at that time."""
        return self.opens <= received < self.closes and (model is None or model in self.models)


@dataclass(frozen=True, slots=True)
class Trust:
    """Known keys by fingerprint, open campaigns by id, and our own fingerprints.

    ``campaigns`` and ``audience`` are None where nothing is known of them: then they are not judged.
    """

    keys: Mapping[str, KnownKey] = field(default_factory=dict)
    campaigns: Mapping[str, OpenCampaign] | None = None
    audience: frozenset[str] | None = None

    def with_institution(self, institution: str, key: PublicKey) -> Trust:
        """The same trust and one institution's key besides: the exporter's own, not approved yet."""
        return replace(self, keys={**self.keys, key.fingerprint: KnownKey(Role.INSTITUTION, institution)})

    def knows_other_key(self, institution: str, received: datetime) -> bool:
        """Whether the institution has a key that holds; another one is then a stranger's or a change."""
        return any(key.institution == institution and key.holds(received) for key in self.keys.values())


NO_TRUST = Trust()
"""Nobody is known: every package ends in quarantine at best."""
