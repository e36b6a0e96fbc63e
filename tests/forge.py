"""An in-memory forge of signed packages: a small world of keys, and good packages to break by one fault each.

A fault is planted in a good package that is then signed again and repacked canonically wherever that is
needed, so that it meets the layer meant for it. The tables of broken packages stand in
``tests/envelope/hostile*.py``.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any

import msgspec

from kvik_desktop.envelope import ceremony, container
from kvik_desktop.envelope import manifest as manifests
from kvik_desktop.envelope.key_change import Coordinator
from kvik_desktop.envelope.keys import SigningKey
from kvik_desktop.envelope.kinds import (
    ENROLMENT_PATH,
    PLAN_PATH,
    README_PATH,
    RESULT_PATH,
    RULES,
    TEXTS_PATH,
    WITHDRAWAL_PATH,
    Kind,
)
from kvik_desktop.envelope.manifest import (
    EnrolmentManifest,
    Institution,
    Manifest,
    ModelRef,
    ResultManifest,
    WithdrawalManifest,
    describe,
)
from kvik_desktop.envelope.package import seal
from kvik_desktop.envelope.packages import enrolment_of
from kvik_desktop.envelope.payloads import OWN_CHECKS
from kvik_desktop.envelope.signature import sign
from kvik_desktop.envelope.trust import Trust
from kvik_desktop.envelope.trust_list import Campaign, CampaignModel, Reason, TrustList
from kvik_desktop.envelope.verdict import CheckFailed, Code, Verdict
from kvik_desktop.envelope.verification import LedgerCheck, PayloadCheck, verify
from kvik_desktop.foundation import strict_json
from kvik_desktop.foundation.clock import stamp

NOW = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
DAY = timedelta(days=1)

Json = dict[str, Any]


def key(name: str) -> SigningKey:
    """The same key for the same name, in every run."""
    return SigningKey.from_seed(hashlib.sha256(name.encode()).digest())


def unit(id_: str, name: str = "Eksempelskolen", sector: str = "skole") -> Institution:
    """An institution with this id."""
    return Institution(id_, name, "institution", "Eksempel Kommune", sector)


COORDINATOR = Coordinator("koordinator-01", "Eksempel Kommune")
SIGNING, RECOVERY = key("koordinator"), key("genopretning")
NEXT_SIGNING = key("koordinatorens næste")
STRANGER = key("fremmed")

A, B, C, D, E = (unit(f"institution-{letter}") for letter in "abcde")
"""A and B are sound, C's key was compromised, D's has expired, E's does not hold yet."""

KEY_A, KEY_B, KEY_C, KEY_D, KEY_E = (key(letter) for letter in "ABCDE")

CAMPAIGN, SHUT_CAMPAIGN, LATER_CAMPAIGN = "kampagne-2026", "kampagne-2025", "kampagne-2027"
MODEL = ModelRef("kvik", "1.0", "ab" * 32, "classical")
COMPROMISED = NOW - 10 * DAY


def _trust_list() -> TrustList:
    """The coordinator's list in this world."""
    listed = ceremony.new_list(COORDINATOR, SIGNING.public, RECOVERY.public)
    for id_, opens, closes in (
        (CAMPAIGN, -30, 30),
        (SHUT_CAMPAIGN, -400, -1),
        (LATER_CAMPAIGN, 1, 400),
    ):
        model = CampaignModel(MODEL.id, MODEL.version, MODEL.sha256, None)
        opening, closing = stamp(NOW + opens * DAY), stamp(NOW + closes * DAY)
        listed = ceremony.open_campaign(listed, Campaign(id_, "Kampagne", model, 5, opening, closing))
    for institution, owner, begins, ends in (
        (A, KEY_A, -100, 1000),
        (B, KEY_B, -100, 1000),
        (C, KEY_C, -100, 1000),
        (D, KEY_D, -100, -5),
        (E, KEY_E, 5, 1000),
    ):
        made = NOW + begins * DAY
        listed = ceremony.approve(
            listed, institution, owner.public, created=made, at=made, expires=NOW + ends * DAY
        )
    return ceremony.revoke(listed, C.id, Reason.COMPROMISED, COMPROMISED, NOW - DAY)


TRUST_LIST = _trust_list()
TRUST = TRUST_LIST.as_trust()
"""What the coordinator of this world believes."""


class SmallPayload(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stand-in for the payload of a ``resultat``: enough to fail steps 14 and 15."""

    n: int
    scores: tuple[int, ...]
    total: int


def check_small_payload(_: Manifest, members: Mapping[str, bytes]) -> SmallPayload:
    """Steps 14 and 15 of the stand-in: strict form, a sum that is right, at least five answers."""
    payload = strict_json.decode(members[RESULT_PATH], SmallPayload, limit=10_000)
    if sum(payload.scores) != payload.total:
        raise CheckFailed(Code.E_SEMANTIC)
    if payload.n < 5:
        raise CheckFailed(Code.E_PRIVACY)
    return payload


CHECKS: Mapping[Kind, PayloadCheck] = MappingProxyType(
    {**OWN_CHECKS, Kind.RESULT: check_small_payload, Kind.WITHDRAWAL: lambda _manifest, _members: None}
)

MEMBERS: Mapping[str, bytes] = MappingProxyType(
    {
        RESULT_PATH: strict_json.encode(SmallPayload(7, (40, 55), 95)),
        TEXTS_PATH: b"{}",
        PLAN_PATH: b"{}",
        README_PATH: "Sådan kontrolleres pakken i hånden.\n".encode(),
    }
)


def result_manifest(
    members: Mapping[str, bytes] = MEMBERS, institution: Institution = A, owner: SigningKey = KEY_A
) -> ResultManifest:
    """The manifest of a good result."""
    return ResultManifest(
        format=manifests.FORMAT,
        format_version=1,
        kind=Kind.RESULT,
        package_id="0123456789abcdef",
        institution=institution,
        campaign=CAMPAIGN,
        edition=1,
        supersedes=None,
        created=stamp(NOW - timedelta(hours=1)),
        program_version="0.1.0",
        model=MODEL,
        signer=owner.public.fingerprint,
        audience=SIGNING.public.fingerprint,
        smallest_group=5,
        members=describe(Kind.RESULT, members),
    )


def result(
    members: Mapping[str, bytes] = MEMBERS,
    institution: Institution = A,
    owner: SigningKey = KEY_A,
    **changes: object,
) -> bytes:
    """A result, signed and packed; ``changes`` are to the manifest's fields."""
    manifest = result_manifest(members, institution, owner)
    return seal(msgspec.structs.replace(manifest, **changes), members, owner)


def withdrawal(owner: SigningKey = KEY_A, **changes: object) -> bytes:
    """A withdrawal of an edition."""
    members = {WITHDRAWAL_PATH: b"{}"}
    manifest = WithdrawalManifest(
        format=manifests.FORMAT,
        format_version=1,
        kind=Kind.WITHDRAWAL,
        package_id="0123456789abcdef",
        institution=A,
        campaign=CAMPAIGN,
        edition=2,
        supersedes="cd" * 32,
        created=stamp(NOW),
        program_version="0.1.0",
        signer=owner.public.fingerprint,
        audience=SIGNING.public.fingerprint,
        members=describe(Kind.WITHDRAWAL, members),
    )
    return seal(msgspec.structs.replace(manifest, **changes), members, owner)


def enrolment(
    owner: SigningKey = KEY_A, members: Mapping[str, bytes] | None = None, **changes: object
) -> bytes:
    """An enrolment; by A's own, known key where nothing else is said."""
    members = members or {ENROLMENT_PATH: enrolment_of(owner.public)}
    manifest = EnrolmentManifest(
        format=manifests.FORMAT,
        format_version=1,
        kind=Kind.ENROLMENT,
        package_id="0123456789abcdef",
        institution=A,
        campaign=CAMPAIGN,
        created=stamp(NOW),
        program_version="0.1.0",
        signer=owner.public.fingerprint,
        audience=SIGNING.public.fingerprint,
        members=describe(Kind.ENROLMENT, members),
    )
    return seal(msgspec.structs.replace(manifest, **changes), members, owner)


def judge(
    data: bytes, trust: Trust = TRUST, ledger: LedgerCheck | None = None, at: datetime = NOW
) -> Verdict:
    """The verdict of this world's coordinator."""
    return verify(
        data,
        received=at,
        checks=CHECKS,
        trust=trust,
        ledger=ledger,
    )


def fields_of(data: bytes) -> Json:
    """A package's manifest as loose JSON, to change into what no class of ours could hold."""
    loose: Json = json.loads(container.unpack(data).manifest)
    return loose


def loose_json(value: object) -> bytes:
    """JSON as our own encoder writes it, of anything."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


def with_manifest(
    manifest: bytes, good: bytes | None = None, owner: SigningKey = KEY_A, kind: Kind = Kind.RESULT
) -> bytes:
    """A good package with these bytes in its manifest's place, properly signed and packed."""
    members = dict(container.unpack(result() if good is None else good).members)
    members[container.MANIFEST] = manifest
    members[container.SIGNATURE] = sign(manifest, owner, RULES[kind].namespace)
    return container.pack(members)


def with_member(name: str, content: bytes | None, good: bytes | None = None) -> bytes:
    """A good package with one member replaced, added or (None) taken away, and nothing signed again."""
    members = dict(container.unpack(result() if good is None else good).members)
    members.pop(name, None)
    if content is not None:
        members[name] = content
    return container.pack(members)


@dataclass(frozen=True)
class ZipMember:
    """One member of a ZIP with every field free; the central header repeats the local unless told."""

    name: bytes
    data: bytes
    method: int = 0
    flags: int = 0
    time: int = 0
    date: int = 0x21
    made_by: int = 20
    needed: int = 20
    crc: int | None = None
    size: int | None = None
    stored: int | None = None
    local_extra: bytes = b""
    central_extra: bytes = b""
    comment: bytes = b""
    disk: int = 0
    internal: int = 0
    external: int = 0
    after: bytes = b""
    """Bytes behind the data: a data descriptor, or junk."""
    central: Mapping[str, Any] = field(default_factory=dict)
    """Fields that the central header tells otherwise."""

    def local_header(self) -> bytes:
        """The header before the data."""
        return b"PK\3\4" + self._common(self.local_extra) + self.name + self.local_extra

    def central_header(self, offset: int) -> bytes:
        """The header in the directory."""
        other = replace(self, **self.central)
        return (
            b"PK\1\2"
            + struct.pack("<H", other.made_by)
            + other._common(other.central_extra)
            + struct.pack("<HHHLL", len(other.comment), other.disk, other.internal, other.external, offset)
            + other.name
            + other.central_extra
            + other.comment
        )

    def _common(self, extra: bytes) -> bytes:
        crc = zlib.crc32(self.data) if self.crc is None else self.crc
        size = len(self.data) if self.size is None else self.size
        stored = len(self.data) if self.stored is None else self.stored
        numbers = (self.needed, self.flags, self.method, self.time, self.date, crc, stored, size)
        return struct.pack("<5H3L2H", *numbers, len(self.name), len(extra))


def raw_zip(
    members: Sequence[ZipMember],
    *,
    comment: bytes = b"",
    before: bytes = b"",
    between: bytes = b"",
    listed: Sequence[ZipMember] | None = None,
    shift: int = 0,
    end: Mapping[str, int] = MappingProxyType({}),
) -> bytes:
    """A ZIP of these members; ``listed`` is what the directory holds, ``shift`` moves every offset."""
    body, offsets = before, {}
    for member in members:
        offsets[id(member)] = len(body)
        body += member.local_header() + member.data + member.after
    body += between
    directory = b"".join(
        member.central_header(offsets.get(id(member), 0) + shift)
        for member in (members if listed is None else listed)
    )
    count = len(members if listed is None else listed)
    told = {"disk": 0, "start": 0, "here": count, "total": count, "size": len(directory)}
    told |= {"offset": len(body) + shift, **end}
    numbers = (told["disk"], told["start"], told["here"], told["total"], told["size"], told["offset"])
    return body + directory + b"PK\5\6" + struct.pack("<4H2LH", *numbers, len(comment)) + comment


def zip_members(data: bytes) -> list[ZipMember]:
    """The members of a good package, free to change."""
    return [ZipMember(name.encode(), content) for name, content in container.unpack(data).members.items()]
