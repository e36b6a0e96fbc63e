"""Making a package: manifest and members from what is sent, to whom, and after which edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kvik_desktop import __version__
from kvik_desktop.bundle.draft import Draft
from kvik_desktop.bundle.payload import WithdrawalPayload
from kvik_desktop.bundle.readme import readme
from kvik_desktop.envelope import manifest as manifests
from kvik_desktop.envelope.keys import SigningKey
from kvik_desktop.envelope.kinds import (
    ENROLMENT_PATH,
    PLAN_PATH,
    README_PATH,
    RESULT_PATH,
    TEXTS_PATH,
    VERSION,
    WITHDRAWAL_PATH,
    Kind,
)
from kvik_desktop.envelope.manifest import (
    Institution,
    Manifest,
    ModelRef,
    ResultManifest,
    WithdrawalManifest,
    describe,
)
from kvik_desktop.envelope.package import new_package_id, seal
from kvik_desktop.foundation import strict_json
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.resources import Resources


@dataclass(frozen=True)
class Envelope:
    """What stands on the outside: from whom, to whom, in which campaign, signed by which key."""

    institution: Institution
    campaign: str | None
    audience: str | None
    """The coordinator's fingerprint, where it is known."""
    key: SigningKey
    resources: Resources


@dataclass(frozen=True, slots=True)
class Edition:
    """Which edition a package is; everything in it that is not its content."""

    number: int
    supersedes: str | None
    created: datetime
    package_id: str
    program_version: str

    @classmethod
    def after(cls, number: int, sha256: str | None, now: datetime) -> Edition:
        """The edition after the one with this number and identity; after 0 and None, the first."""
        return cls(number + 1, sha256, now, new_package_id(), __version__)

    @classmethod
    def again(cls, manifest: ResultManifest, created: datetime) -> Edition:
        """The very same edition once more."""
        return cls(
            manifest.edition, manifest.supersedes, created, manifest.package_id, manifest.program_version
        )


@dataclass(frozen=True, slots=True)
class Contents:
    """What a ``resultat`` holds; ``enrolment`` is the member of a key that nobody has approved yet."""

    draft: Draft
    model: ModelRef
    smallest_group: int
    enrolment: bytes | None


def result_package(envelope: Envelope, edition: Edition, contents: Contents) -> tuple[bytes, str]:
    """A signed ``resultat`` and its identity: the same bytes for the same edition and contents."""
    members = {
        RESULT_PATH: strict_json.encode(contents.draft.result),
        TEXTS_PATH: strict_json.encode(contents.draft.texts),
        PLAN_PATH: strict_json.encode(contents.draft.plan),
        README_PATH: _readme(envelope, edition, Kind.RESULT),
    }
    if contents.enrolment is not None:
        members[ENROLMENT_PATH] = contents.enrolment
    manifest = ResultManifest(
        format=manifests.FORMAT,
        format_version=VERSION,
        kind=Kind.RESULT,
        package_id=edition.package_id,
        institution=envelope.institution,
        campaign=envelope.campaign,
        edition=edition.number,
        supersedes=edition.supersedes,
        created=stamp(edition.created),
        program_version=edition.program_version,
        model=contents.model,
        signer=envelope.key.public.fingerprint,
        audience=envelope.audience,
        smallest_group=contents.smallest_group,
        members=describe(Kind.RESULT, members),
    )
    return _sealed(manifest, members, envelope.key)


def withdrawal_package(envelope: Envelope, edition: Edition, reason: str) -> tuple[bytes, str]:
    """A signed ``tilbagekaldelse`` of the edition that ``edition`` supersedes, and its identity."""
    assert edition.supersedes is not None, "only what was delivered can be taken back"
    members = {
        WITHDRAWAL_PATH: strict_json.encode(WithdrawalPayload(reason)),
        README_PATH: _readme(envelope, edition, Kind.WITHDRAWAL),
    }
    manifest = WithdrawalManifest(
        format=manifests.FORMAT,
        format_version=VERSION,
        kind=Kind.WITHDRAWAL,
        package_id=edition.package_id,
        institution=envelope.institution,
        campaign=envelope.campaign,
        edition=edition.number,
        supersedes=edition.supersedes,
        created=stamp(edition.created),
        program_version=edition.program_version,
        signer=envelope.key.public.fingerprint,
        audience=envelope.audience,
        members=describe(Kind.WITHDRAWAL, members),
    )
    return _sealed(manifest, members, envelope.key)


def _readme(envelope: Envelope, edition: Edition, kind: Kind) -> bytes:
    return readme(envelope.resources, kind, envelope.institution, edition.number, edition.created)


def _sealed(manifest: Manifest, members: Mapping[str, bytes], key: SigningKey) -> tuple[bytes, str]:
    return seal(manifest, members, key), manifests.identity(manifests.encode(manifest))
