"""The packages of the ceremony: writing and opening trust lists, invitations and enrolments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from kvik_desktop import __version__
from kvik_desktop.envelope import manifest as manifests
from kvik_desktop.envelope.fields import moment
from kvik_desktop.envelope.keys import PublicKey, SigningKey
from kvik_desktop.envelope.kinds import (
    ENROLMENT_PATH,
    MODEL_PATH,
    TRUST_LIST_PATH,
    VERSION,
    Kind,
)
from kvik_desktop.envelope.manifest import (
    EnrolmentManifest,
    Institution,
    InvitationManifest,
    Manifest,
    ResultManifest,
    TrustListManifest,
    describe,
)
from kvik_desktop.envelope.package import new_package_id, seal
from kvik_desktop.envelope.payloads import (
    ENROLMENT_FORMAT,
    Enrolment,
    check_enrolment,
    check_invitation,
    check_trust_list,
)
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.envelope.verdict import RULINGS, CheckFailed, Code
from kvik_desktop.envelope.verification import Opened, open_package
from kvik_desktop.foundation import strict_json
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.problems import Problem

OLD_AFTER = timedelta(days=183)
"""A list older than half a year deserves a warning before export."""


_LISTS: Mapping[Kind, Callable[[Manifest, Mapping[str, bytes]], TrustList]] = MappingProxyType(
    {Kind.TRUST_LIST: check_trust_list, Kind.INVITATION: check_invitation}
)
"""The kinds that carry a trust list."""


@dataclass(frozen=True, slots=True)
class OpenedList:
    """A trust list out of a package that holds together, with the package's own facts."""

    trust_list: TrustList
    created: datetime
    sha256: str
    is_invitation: bool

    def is_old(self, now: datetime) -> bool:
        """Whether the list is over six months old."""
        return now - self.created > OLD_AFTER


@dataclass(frozen=True, slots=True)
class OpenedInvitation:
    """An invitation out of a package that holds together: the cut of the list, and what it is for."""

    opened: OpenedList
    campaign: str
    institution: Institution | None
    model: bytes | None
    """The model package's content, where it travels along."""


@dataclass(frozen=True, slots=True)
class OpenedEnrolment:
    """An enrolment out of a package that holds together: who wants to be known by which key."""

    institution: Institution
    key: PublicKey
    enrolment: Enrolment
    campaign: str | None
    created: datetime


def seal_list(trust_list: TrustList, key: SigningKey, now: datetime) -> bytes:
    """The package of one version of the list; ``key`` is the coordinator's or, in an emergency, recovery."""
    members = {TRUST_LIST_PATH: strict_json.encode(trust_list)}
    manifest = TrustListManifest(
        format=manifests.FORMAT,
        format_version=VERSION,
        kind=Kind.TRUST_LIST,
        package_id=new_package_id(),
        created=stamp(now),
        program_version=__version__,
        signer=key.public.fingerprint,
        members=describe(Kind.TRUST_LIST, members),
    )
    return seal(manifest, members, key)


def seal_invitation(
    shortened: TrustList,
    campaign: str,
    key: SigningKey,
    now: datetime,
    institution: Institution | None = None,
    model: bytes | None = None,
) -> bytes:
    """An invitation with a cut of the list; ``model`` is the model package's canonical content."""
    members = {TRUST_LIST_PATH: strict_json.encode(shortened)}
    if model is not None:
        members[MODEL_PATH] = model
    manifest = InvitationManifest(
        format=manifests.FORMAT,
        format_version=VERSION,
        kind=Kind.INVITATION,
        package_id=new_package_id(),
        institution=institution,
        campaign=campaign,
        created=stamp(now),
        program_version=__version__,
        signer=key.public.fingerprint,
        members=describe(Kind.INVITATION, members),
    )
    return seal(manifest, members, key)


def enrolment_of(key: PublicKey, invitation: str | None = None) -> bytes:
    """The member that enrols a key: in a ``tilmelding``, or inside the first ``resultat``."""
    return strict_json.encode(Enrolment(ENROLMENT_FORMAT, key.line, invitation))


def seal_enrolment(
    institution: Institution,
    key: SigningKey,
    now: datetime,
    campaign: str | None = None,
    audience: PublicKey | None = None,
    invitation: str | None = None,
) -> bytes:
    """An enrolment, signed by the key it enrols; the last three come from the invitation it answers."""
    members = {ENROLMENT_PATH: enrolment_of(key.public, invitation)}
    manifest = EnrolmentManifest(
        format=manifests.FORMAT,
        format_version=VERSION,
        kind=Kind.ENROLMENT,
        package_id=new_package_id(),
        institution=institution,
        campaign=campaign,
        created=stamp(now),
        program_version=__version__,
        signer=key.public.fingerprint,
        audience=None if audience is None else audience.fingerprint,
        members=describe(Kind.ENROLMENT, members),
    )
    return seal(manifest, members, key)


def open_list(data: bytes) -> OpenedList:
    """The trust list in a ``tillidsliste`` or an ``invitation`` that is signed by a key it names itself.

    Whether that coordinator is ours is the reader's to know: by pin, by own key or by digits. Raises
    Problem with the code of the check that failed.
    """
    return _list_in(_open(data))


def open_invitation(data: bytes) -> OpenedInvitation:
    """An invitation, checked as :func:`open_list` checks it. Raises Problem."""
    package = _open(data)
    if not isinstance(package.manifest, InvitationManifest):
        raise package_problem(Code.E_FORMAT)
    manifest = package.manifest
    model = package.members.get(MODEL_PATH)
    return OpenedInvitation(_list_in(package), manifest.campaign, manifest.institution, model)


def open_enrolment(data: bytes) -> OpenedEnrolment:
    """The enrolment in a ``tilmelding``, or in a first ``resultat`` that carries one. Raises Problem."""
    opened = _open(data)
    manifest = opened.manifest
    if not isinstance(manifest, EnrolmentManifest | ResultManifest) or ENROLMENT_PATH not in opened.members:
        raise package_problem(Code.E_FORMAT)
    try:
        enrolment = check_enrolment(manifest, opened.members)
    except strict_json.NotStrictError as error:
        raise package_problem(Code.E_SCHEMA) from error
    except CheckFailed as failed:
        raise package_problem(failed.code) from failed
    return OpenedEnrolment(
        manifest.institution, opened.signer, enrolment, manifest.campaign, moment(manifest.created)
    )


def package_problem(code: Code) -> Problem:
    """A failed check as a problem, in the words of the one table."""
    ruling = RULINGS[code]
    return Problem(code, ruling.message, ruling.action)


def _list_in(package: Opened) -> OpenedList:
    kind = package.rule.kind
    if kind not in _LISTS:
        raise package_problem(Code.E_FORMAT)
    try:
        listed = _LISTS[kind](package.manifest, package.members)
    except strict_json.NotStrictError as error:
        raise package_problem(Code.E_SCHEMA) from error
    except CheckFailed as failed:
        raise package_problem(failed.code) from failed
    return OpenedList(listed, moment(package.manifest.created), package.sha256, kind is Kind.INVITATION)


def _open(data: bytes) -> Opened:
    try:
        return open_package(data)
    except CheckFailed as failed:
        raise package_problem(failed.code) from failed
