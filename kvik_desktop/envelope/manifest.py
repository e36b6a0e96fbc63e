"""The manifest: the signed table of contents of a package, in exactly one form for each kind.

The keys and their order are a contract. A kind leaves out what has no meaning for it, so each form has a
class of its own; a released class never changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal, TypeAlias, get_args

import msgspec

from kvik_desktop.envelope.container import MAX_MEMBERS
from kvik_desktop.envelope.fields import (
    Edition,
    Fingerprint,
    FormatVersion,
    GroupSize,
    Id,
    Label,
    MediaType,
    Path,
    Release,
    Sha256,
    Size,
    Slug,
    Stamp,
    check_stamps,
)
from kvik_desktop.envelope.kinds import RULES, Kind
from kvik_desktop.foundation import strict_json

LIMIT = 64 * 2**10
"""Bytes in a manifest; the longest possible one is well below."""

DEPTH = 4

FORMAT: Literal["kvik-pakke"] = "kvik-pakke"

Level: TypeAlias = Literal["institution", "afdeling", "fagforvaltning", "centralforvaltning", "koncern"]
MethodName: TypeAlias = Literal["classical", "fine", "scale5"]


class Institution(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The unit a package is about; ``parent`` is the unit above it, by id or name."""

    id: Id
    name: Label
    level: Level
    parent: Label | None
    sector: Slug | None


class ModelRef(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The frozen model package and the method of scoring."""

    id: Slug
    version: Release
    sha256: Sha256
    method: MethodName


METHODS: tuple[MethodName, ...] = get_args(MethodName)


class Member(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One member of the package beyond mimetype, manifest and signature."""

    path: Path
    size: Size
    media_type: MediaType
    sha256: Sha256


Members: TypeAlias = Annotated[tuple[Member, ...], msgspec.Meta(min_length=1, max_length=MAX_MEMBERS)]


class ResultManifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The manifest of a ``resultat``."""

    format: Literal["kvik-pakke"]
    format_version: FormatVersion
    kind: Slug
    package_id: Id
    institution: Institution
    campaign: Id | None
    edition: Edition
    supersedes: Sha256 | None
    created: Stamp
    program_version: Release
    model: ModelRef
    signer: Fingerprint
    audience: Fingerprint | None
    smallest_group: GroupSize
    members: Members


class WithdrawalManifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The manifest of a ``tilbagekaldelse``: an edition that takes the one it supersedes back."""

    format: Literal["kvik-pakke"]
    format_version: FormatVersion
    kind: Slug
    package_id: Id
    institution: Institution
    campaign: Id | None
    edition: Edition
    supersedes: Sha256
    created: Stamp
    program_version: Release
    signer: Fingerprint
    audience: Fingerprint | None
    members: Members


class EnrolmentManifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The manifest of a ``tilmelding``."""

    format: Literal["kvik-pakke"]
    format_version: FormatVersion
    kind: Slug
    package_id: Id
    institution: Institution
    campaign: Id | None
    created: Stamp
    program_version: Release
    signer: Fingerprint
    audience: Fingerprint | None
    members: Members


class InvitationManifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The manifest of an ``invitation``; ``institution`` is null where it is meant for many."""

    format: Literal["kvik-pakke"]
    format_version: FormatVersion
    kind: Slug
    package_id: Id
    institution: Institution | None
    campaign: Id
    created: Stamp
    program_version: Release
    signer: Fingerprint
    members: Members


class TrustListManifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The manifest of a ``tillidsliste``."""

    format: Literal["kvik-pakke"]
    format_version: FormatVersion
    kind: Slug
    package_id: Id
    created: Stamp
    program_version: Release
    signer: Fingerprint
    members: Members


Manifest: TypeAlias = (
    ResultManifest | WithdrawalManifest | EnrolmentManifest | InvitationManifest | TrustListManifest
)

CLASSES: Mapping[Kind, type[Manifest]] = MappingProxyType(
    {
        Kind.RESULT: ResultManifest,
        Kind.WITHDRAWAL: WithdrawalManifest,
        Kind.ENROLMENT: EnrolmentManifest,
        Kind.INVITATION: InvitationManifest,
        Kind.TRUST_LIST: TrustListManifest,
    }
)


def encode(manifest: Manifest) -> bytes:
    """The bytes that are signed."""
    return strict_json.encode(manifest)


def decode(data: bytes, kind: Kind) -> Manifest:
    """A manifest of this kind. Raises NotStrictError for anything but the one form."""
    manifest = strict_json.decode(data, CLASSES[kind], limit=LIMIT, depth=DEPTH)
    if isinstance(manifest, ResultManifest | WithdrawalManifest):
        _require_first(manifest)
    try:
        check_stamps(manifest.created)
    except ValueError as error:
        raise strict_json.NotStrictError("no such moment") from error
    return manifest


def _require_first(manifest: ResultManifest | WithdrawalManifest) -> None:
    """The first edition has none before it. Raises NotStrictError where it names one."""
    if manifest.edition == 1 and manifest.supersedes is not None:
        raise strict_json.NotStrictError("nothing comes before the first edition")


def identity(manifest_bytes: bytes) -> str:
    """The identity of a package: SHA-256 of its manifest's bytes."""
    return hashlib.sha256(manifest_bytes).hexdigest()


def describe(kind: Kind, members: Mapping[str, bytes]) -> tuple[Member, ...]:
    """What a manifest says about its members, sorted by path.

    Raises ValueError for a set of members the kind does not have: that is a fault of the caller.
    """
    rule = RULES[kind]
    if not rule.required.keys() <= members.keys() <= rule.required.keys() | rule.optional.keys():
        raise ValueError(f"members of {kind}: {sorted(members)}")
    return tuple(_member(path, members[path], rule.media_type(path) or "") for path in sorted(members))


def _member(path: str, data: bytes, media_type: str) -> Member:
    return Member(path, len(data), media_type, hashlib.sha256(data).hexdigest())
