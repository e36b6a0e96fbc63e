"""The one verifier: bytes, trust, ledger and clock in, a verdict out, with no side effect and no exception.

The comments name the steps of the order of checks in the design. Nothing is parsed before the signature
holds, and the first failure stops. Step 16, keeping what was accepted, is the importer's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from kvik_desktop.envelope import container
from kvik_desktop.envelope import manifest as manifests
from kvik_desktop.envelope.container import Container
from kvik_desktop.envelope.encryption import is_encrypted
from kvik_desktop.envelope.fields import moment
from kvik_desktop.envelope.keys import PublicKey
from kvik_desktop.envelope.kinds import Kind, KindRule, is_newer, rule_of
from kvik_desktop.envelope.manifest import EnrolmentManifest, Manifest, ResultManifest, WithdrawalManifest
from kvik_desktop.envelope.signature import NotASignatureError, Signature
from kvik_desktop.envelope.trust import NO_TRUST, KnownKey, Trust
from kvik_desktop.envelope.verdict import (
    RULINGS,
    CheckFailed,
    Code,
    Fact,
    Facts,
    Outcome,
    Verdict,
    deny,
    remarks_on,
)
from kvik_desktop.foundation.files import read_limited
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.strict_json import NotStrictError

PayloadCheck: TypeAlias = Callable[[Manifest, Mapping[str, bytes]], object]
"""Steps 14 and 15 of one kind: reads the members strictly and judges them.

Returns the payload for the verdict. Raises CheckFailed (E_SCHEMA, E_SEMANTIC, E_PRIVACY) or NotStrictError.
"""

LedgerCheck: TypeAlias = Callable[[Manifest, str], Code | None]
"""Step 13: manifest and its SHA-256 → None, a note (I_DUPLICATE, W_GAP) or E_STALE, E_FORK, E_JUMP."""

CLOCK_TOLERANCE = timedelta(days=1)
"""How much later than our own clock a package may say it was made."""

FIRST_RELEASE = datetime(2026, 1, 1, tzinfo=UTC)
"""No package is older than the program."""


def read_package(path: Path) -> bytes:
    """A file's bytes, read once. Raises CheckFailed E_SIZE: unreadable, not a regular file, too large."""
    # step 1: regular file, size
    try:
        return read_limited(path, container.MAX_BYTES)
    except Problem as problem:
        raise CheckFailed(Code.E_SIZE) from problem


def verify_file(
    path: Path,
    *,
    received: datetime,
    checks: Mapping[Kind, PayloadCheck],
    trust: Trust = NO_TRUST,
    ledger: LedgerCheck | None = None,
) -> Verdict:
    """The verdict on a file; a file that cannot be read is rejected, never raised."""
    try:
        data = read_package(path)
    except CheckFailed as failed:
        return Verdict(RULINGS[failed.code].outcome, failed.code, deny(Facts(), failed.code))
    return verify(data, received=received, checks=checks, trust=trust, ledger=ledger)


def verify(
    data: bytes,
    *,
    received: datetime,
    checks: Mapping[Kind, PayloadCheck],
    trust: Trust = NO_TRUST,
    ledger: LedgerCheck | None = None,
) -> Verdict:
    """The verdict on the bytes of a package that was first received at ``received`` (UTC).

    ``checks`` holds steps 14 and 15 of every kind that may be accepted, ``ledger`` step 13; without one
    *current* stays unknown. Never raises for anything the bytes can hold.
    """
    run = _Verification(received, trust, checks, ledger)
    try:
        run.judge(data)
    except CheckFailed as failed:
        return run.verdict(failed.code)
    return run.verdict(min(run.notes, key=list(Code).index, default=None))


@dataclass(slots=True)
class _Verification:
    """One package on its way through the checks: what is asked, and what is known so far."""

    received: datetime
    trust: Trust
    checks: Mapping[Kind, PayloadCheck]
    ledger: LedgerCheck | None
    facts: Facts = field(default_factory=Facts)
    notes: list[Code] = field(default_factory=list)
    kind: Kind | None = None
    signer: PublicKey | None = None
    manifest: Manifest | None = None
    sha256: str | None = None
    members: Mapping[str, bytes] = field(default_factory=dict)
    payload: object = None

    def verdict(self, code: Code | None) -> Verdict:
        """What has been found, with ``code`` as the bottom line."""
        return Verdict(
            outcome=Outcome.ACCEPTED if code is None else RULINGS[code].outcome,
            code=code,
            facts=self.facts if code is None else deny(self.facts, code),
            notes=tuple(self.notes),
            kind=self.kind,
            signer=self.signer,
            manifest=self.manifest,
            manifest_sha256=self.sha256,
            members=self.members,
            payload=self.payload,
        )

    def judge(self, data: bytes) -> None:
        """Steps 1 to 15. Raises CheckFailed at the first failure."""
        opened = open_container(data)
        rule = kind_of(opened)
        self.kind = rule.kind
        self.signer = signer_of(opened, rule)
        self._know(intact=Fact.YES, authentic=Fact.YES)
        known = self._known_key(rule, self.signer)
        manifest = read_manifest(opened, rule, self.signer)
        self.manifest, self.sha256 = manifest, manifests.identity(opened.manifest)
        self._check_belonging(manifest, known)
        self.members = matching_members(opened, manifest, rule)
        if known is None:
            raise CheckFailed(Code.E_UNKNOWN_KEY)
        self._check_ledger(manifest, self.sha256)
        self._check_payload(rule, manifest)

    def _know(self, **facts: Fact) -> None:
        self.facts = replace(self.facts, **facts)

    def _known_key(self, rule: KindRule, signer: PublicKey) -> KnownKey | None:
        # step 7: the key is known; an unknown one goes on as far as step 12, for display in quarantine
        known = self.trust.keys.get(signer.fingerprint)
        if known is None:
            return None
        # step 8: status, validity, role
        if known.is_revoked(self.received):
            raise CheckFailed(Code.E_KEY_REVOKED)
        if known.is_outside_validity(self.received):
            raise CheckFailed(Code.E_KEY_EXPIRED)
        if known.role not in rule.roles:
            raise CheckFailed(Code.E_KEY_ROLE)
        self._know(trusted=Fact.YES)
        return known

    def _check_belonging(self, manifest: Manifest, known: KnownKey | None) -> None:
        # step 11: the key's institution, our audience, an open campaign
        self._check_clock(moment(manifest.created))
        if not isinstance(manifest, ResultManifest | WithdrawalManifest | EnrolmentManifest):
            return
        if known is None:
            stranger = self.trust.knows_other_key(manifest.institution.id, self.received)
            self._know(trusted=Fact.NO if stranger else Fact.UNKNOWN)
        elif known.institution != manifest.institution.id:
            raise CheckFailed(Code.E_INSTITUTION)
        self._check_audience(manifest.audience)
        model = manifest.model if isinstance(manifest, ResultManifest) else None
        self._check_campaign(manifest.campaign, model)

    def _check_audience(self, audience: str | None) -> None:
        if audience is not None and self.trust.audience is not None and audience not in self.trust.audience:
            raise CheckFailed(Code.E_AUDIENCE)

    def _check_campaign(self, campaign: str | None, model: manifests.ModelRef | None) -> None:
        if campaign is None or self.trust.campaigns is None:
            return
        known = self.trust.campaigns.get(campaign)
        if known is None or not known.fits(model, self.received):
            raise CheckFailed(Code.E_CAMPAIGN)

    def _check_clock(self, created: datetime) -> None:
        if not FIRST_RELEASE <= created <= self.received + CLOCK_TOLERANCE:
            self.notes.append(Code.W_CLOCK)

    def _check_ledger(self, manifest: Manifest, sha256: str) -> None:
        # step 13: the ledger's view of this edition
        if self.ledger is None:
            return
        code = self.ledger(manifest, sha256)
        if code is not None:
            if RULINGS[code].outcome is not Outcome.ACCEPTED:
                raise CheckFailed(code)
            self.notes.append(code)
        self._know(current=Fact.YES)

    def _check_payload(self, rule: KindRule, manifest: Manifest) -> None:
        # steps 14 and 15: strict payload; means, sums and smallest group recomputed
        try:
            self.payload = self.checks[rule.kind](manifest, self.members)
        except NotStrictError as error:
            raise CheckFailed(Code.E_SCHEMA) from error
        remarks = remarks_on(self.payload)
        self.notes += remarks
        self._know(complete=Fact.UNKNOWN if remarks else Fact.YES)


@dataclass(frozen=True, slots=True)
class Opened:
    """A package whose form, signature and members hold, before anybody says whether to trust its key."""

    rule: KindRule
    signer: PublicKey
    manifest: Manifest
    sha256: str
    members: Mapping[str, bytes]


def open_package(data: bytes) -> Opened:
    """All checks that need no trust: steps 1-6, 9, 10, 12. Raises CheckFailed."""
    opened = open_container(data)
    rule = kind_of(opened)
    signer = signer_of(opened, rule)
    manifest = read_manifest(opened, rule, signer)
    members = matching_members(opened, manifest, rule)
    return Opened(rule, signer, manifest, manifests.identity(opened.manifest), members)


def open_container(data: bytes) -> Container:
    """Steps 1 to 3 on bytes. Raises CheckFailed."""
    # step 1: size
    if len(data) > container.MAX_BYTES:
        raise CheckFailed(Code.E_SIZE)
    # step 2: kind by magic; an encrypted file is not opened in this version
    if is_encrypted(data):
        raise CheckFailed(Code.E_DECRYPT)
    # step 3: canonical container
    try:
        return container.unpack(data)
    except container.NotCanonicalError as error:
        raise CheckFailed(Code.E_CONTAINER) from error


def kind_of(opened: Container) -> KindRule:
    """Step 4. Raises CheckFailed."""
    # step 4: mimetype gives kind and version
    rule = rule_of(opened.mimetype)
    if rule is None:
        raise CheckFailed(Code.E_FORMAT_NEWER if is_newer(opened.mimetype) else Code.E_FORMAT)
    return rule


def signer_of(opened: Container, rule: KindRule) -> PublicKey:
    """Steps 5 and 6: the key that has signed the manifest's bytes. Raises CheckFailed."""
    # step 5: signature form
    try:
        signature = Signature.read(opened.signature, rule.namespace)
    except NotASignatureError as error:
        raise CheckFailed(Code.E_SIGNATURE_FORM) from error
    # step 6: the signature holds under the key it carries
    if not signature.holds(opened.manifest):
        raise CheckFailed(Code.E_SIGNATURE)
    return signature.key


def read_manifest(opened: Container, rule: KindRule, signer: PublicKey) -> Manifest:
    """Steps 9 and 10. Raises CheckFailed."""
    # step 9: strict manifest
    try:
        manifest = manifests.decode(opened.manifest, rule.kind)
    except NotStrictError as error:
        raise CheckFailed(Code.E_SCHEMA) from error
    # step 10: kind and version equal the mimetype's, the named signer is the one who signed
    if (manifest.kind, manifest.format_version) != (rule.kind, rule.version):
        raise CheckFailed(Code.E_FORMAT)
    if manifest.signer != signer.fingerprint:
        raise CheckFailed(Code.E_SIGNATURE)
    return manifest


def matching_members(opened: Container, manifest: Manifest, rule: KindRule) -> Mapping[str, bytes]:
    """Step 12: the members, once set, order, media type, size and hash hold. Raises CheckFailed."""
    # step 12: members: set, order, size, hash
    content = opened.content
    paths = [member.path for member in manifest.members]
    if paths != list(content) or not rule.required.keys() <= content.keys():
        raise CheckFailed(Code.E_MEMBER_HASH)
    for member in manifest.members:
        data = content[member.path]
        found = (rule.media_type(member.path), len(data), hashlib.sha256(data).hexdigest())
        if (member.media_type, member.size, member.sha256) != found:
            raise CheckFailed(Code.E_MEMBER_HASH)
    return MappingProxyType(content)
