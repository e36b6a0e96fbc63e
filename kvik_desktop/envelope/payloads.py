"""What the envelope's own kinds hold, and steps 14 and 15 for them: enrolment, invitation, trust list."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from kvik_desktop.envelope import trust_list as trust_lists
from kvik_desktop.envelope.fields import KeyLine, Sha256
from kvik_desktop.envelope.keys import PublicKey
from kvik_desktop.envelope.kinds import ENROLMENT_PATH, MODEL_PATH, TRUST_LIST_PATH, Kind
from kvik_desktop.envelope.manifest import InvitationManifest, Manifest
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.envelope.verdict import CheckFailed, Code
from kvik_desktop.envelope.verification import PayloadCheck
from kvik_desktop.foundation import strict_json

ENROLMENT_FORMAT: Literal["kvik-tilmelding/1"] = "kvik-tilmelding/1"
_ENROLMENT_LIMIT = 2 * 2**10


class Enrolment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An institution's wish to be known by a key; who it is stands in the manifest."""

    format: Literal["kvik-tilmelding/1"]
    key: KeyLine
    invitation: Sha256 | None
    """SHA-256 of the manifest of the invitation it answers."""

    def __post_init__(self) -> None:
        PublicKey.from_line(self.key)


def check_enrolment(manifest: Manifest, members: Mapping[str, bytes]) -> Enrolment:
    """The enrolment in a ``tilmelding``, or inside a ``resultat`` that has one.

    Raises NotStrictError, or CheckFailed E_SEMANTIC where it names another key than the package's signer.
    """
    enrolment = strict_json.decode(members[ENROLMENT_PATH], Enrolment, limit=_ENROLMENT_LIMIT)
    if PublicKey.from_line(enrolment.key).fingerprint != manifest.signer:
        raise CheckFailed(Code.E_SEMANTIC)
    return enrolment


def check_trust_list(manifest: Manifest, members: Mapping[str, bytes]) -> TrustList:
    """The list in a ``tillidsliste``: it must be signed by a key that it names as the coordinator's own.

    Raises NotStrictError, or CheckFailed E_KEY_ROLE where somebody else has signed it.
    """
    listed = trust_lists.decode(members[TRUST_LIST_PATH])
    if manifest.signer not in (listed.signing_key.fingerprint, listed.recovery_key.fingerprint):
        raise CheckFailed(Code.E_KEY_ROLE)
    return listed


def check_invitation(manifest: Manifest, members: Mapping[str, bytes]) -> TrustList:
    """The cut of the trust list in an ``invitation``: it must hold the campaign, and the model in full.

    Raises as :func:`check_trust_list`, or CheckFailed E_SEMANTIC where campaign or model is another.
    """
    listed = check_trust_list(manifest, members)
    campaign = listed.campaign(manifest.campaign) if isinstance(manifest, InvitationManifest) else None
    if campaign is None:
        raise CheckFailed(Code.E_SEMANTIC)
    model = members.get(MODEL_PATH)
    if model is not None and hashlib.sha256(model).hexdigest() != campaign.model.sha256:
        raise CheckFailed(Code.E_SEMANTIC)
    return listed


OWN_CHECKS: Mapping[Kind, PayloadCheck] = MappingProxyType(
    {
        Kind.ENROLMENT: check_enrolment,
        Kind.INVITATION: check_invitation,
        Kind.TRUST_LIST: check_trust_list,
    }
)
"""Payload checks of the kinds that belong to the envelope; features add their own kinds."""
