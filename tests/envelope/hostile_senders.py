"""Well-formed packages from the wrong key, about the wrong unit, to the wrong reader or of wrong content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

import msgspec

from kvik_desktop.envelope import ceremony, container
from kvik_desktop.envelope.keys import SigningKey
from kvik_desktop.envelope.kinds import (
    ENROLMENT_PATH,
    JSON,
    PLAN_PATH,
    README_PATH,
    REPORT_PATH,
    RESULT_PATH,
    TEXTS_PATH,
    TRUST_LIST_PATH,
    Kind,
)
from kvik_desktop.envelope.manifest import Institution, Member, decode, describe
from kvik_desktop.envelope.package import seal
from kvik_desktop.envelope.packages import enrolment_of, seal_invitation, seal_list
from kvik_desktop.envelope.verdict import Code
from kvik_desktop.foundation import strict_json
from tests.envelope.hostile import Case, Cases, Layer
from tests.forge import (
    CAMPAIGN,
    KEY_A,
    KEY_B,
    KEY_C,
    KEY_D,
    KEY_E,
    LATER_CAMPAIGN,
    MEMBERS,
    MODEL,
    NOW,
    RECOVERY,
    SHUT_CAMPAIGN,
    SIGNING,
    STRANGER,
    TRUST_LIST,
    A,
    B,
    C,
    D,
    E,
    enrolment,
    result,
    result_manifest,
    unit,
    with_member,
    withdrawal,
)

AGE = (
    b"age-encryption.org/v1\n-> X25519 " + b"a" * 43 + b"\n" + b"b" * 43 + b"\n--- " + b"c" * 43 + b"\n\xff",
    b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n",
)


def cases() -> Cases:
    """Every package that fails on who sent it, to whom, or what is in it."""
    yield from _before_the_container()
    yield from _keys()
    yield from _belonging()
    yield from _members()
    yield from _payloads()


def _before_the_container() -> Cases:
    for number, data in enumerate(AGE):
        yield Case(f"age file {number}", data, Code.E_DECRYPT, Layer.CONTAINER)
    too_large = bytes(container.MAX_BYTES + 1)
    yield Case("one byte too large", too_large, Code.E_SIZE, Layer.CONTAINER)


def _keys() -> Cases:
    strangers: tuple[tuple[str, Institution], ...] = (
        ("for A", A), ("for nobody we know", unit("institution-x")), ("for C, whose key is revoked", C),
    )  # fmt: skip
    for name, institution in strangers:
        data = result(owner=STRANGER, institution=institution)
        yield Case(f"stranger's result {name}", data, Code.E_UNKNOWN_KEY, Layer.CONTENT)
    yield Case("stranger's withdrawal", withdrawal(STRANGER), Code.E_UNKNOWN_KEY, Layer.CONTENT)
    yield Case("stranger's enrolment", enrolment(STRANGER), Code.E_UNKNOWN_KEY, Layer.CONTENT)
    yield Case("stranger's list", _list_by(STRANGER), Code.E_UNKNOWN_KEY, Layer.CONTENT)
    yield Case("stranger's invitation", _invitation_by(STRANGER), Code.E_UNKNOWN_KEY, Layer.CONTENT)
    for whose, owner, institution, code in (
        ("revoked key", KEY_C, C, Code.E_KEY_REVOKED),
        ("expired key", KEY_D, D, Code.E_KEY_EXPIRED),
        ("key of tomorrow", KEY_E, E, Code.E_KEY_EXPIRED),
        ("coordinator's key", SIGNING, A, Code.E_KEY_ROLE),
        ("recovery key", RECOVERY, A, Code.E_KEY_ROLE),
    ):
        data = result(owner=owner, institution=institution)
        yield Case(f"result by a {whose}", data, code, Layer.KEY)
        data = withdrawal(owner, institution=institution)
        yield Case(f"withdrawal by a {whose}", data, code, Layer.KEY)
        data = enrolment(owner, institution=institution)
        yield Case(f"enrolment by a {whose}", data, code, Layer.KEY)
    yield Case("institution's trust list", _list_by(KEY_A), Code.E_KEY_ROLE, Layer.KEY)
    yield Case("institution's invitation", _invitation_by(KEY_A), Code.E_KEY_ROLE, Layer.KEY)
    yield Case("recovery key's invitation", _invitation_by(RECOVERY), Code.E_KEY_ROLE, Layer.KEY)
    past = result(owner=KEY_C, institution=C, created="2026-01-02T00:00:00Z")
    yield Case("revoked key, dated back", past, Code.E_KEY_REVOKED, Layer.KEY)
    past = result(owner=KEY_D, institution=D, created="2026-10-01T00:00:00Z")
    yield Case("expired key, dated back", past, Code.E_KEY_EXPIRED, Layer.KEY)


def _belonging() -> Cases:
    for name, data in (
        ("A's key, B's result", result(institution=B)),
        ("B's key, A's result", result(owner=KEY_B)),
        ("A's key, unknown unit", result(institution=unit("institution-x"))),
        ("A's key, B's withdrawal", withdrawal(institution=B)),
        ("A's key, B's enrolment", enrolment(institution=B)),
        ("A's key, the coordinator's unit", result(institution=unit("koordinator-01"))),
    ):
        yield Case(name, data, Code.E_INSTITUTION, Layer.BELONGING)
    for name, audience in (("a stranger", STRANGER), ("A", KEY_A), ("the recovery key", RECOVERY)):
        to = audience.public.fingerprint
        yield Case(f"result to {name}", result(audience=to), Code.E_AUDIENCE, Layer.BELONGING)
        yield Case(f"withdrawal to {name}", withdrawal(audience=to), Code.E_AUDIENCE, Layer.BELONGING)
        yield Case(f"enrolment to {name}", enrolment(audience=to), Code.E_AUDIENCE, Layer.BELONGING)
        data = result(owner=STRANGER, institution=unit("institution-x"), audience=to)
        yield Case(f"stranger's result to {name}", data, Code.E_AUDIENCE, Layer.BELONGING)
    for campaign in ("kampagne-ukendt", SHUT_CAMPAIGN, LATER_CAMPAIGN):
        yield Case(f"result in {campaign}", result(campaign=campaign), Code.E_CAMPAIGN, Layer.BELONGING)
        data = withdrawal(campaign=campaign)
        yield Case(f"withdrawal in {campaign}", data, Code.E_CAMPAIGN, Layer.BELONGING)
        data = enrolment(campaign=campaign)
        yield Case(f"enrolment in {campaign}", data, Code.E_CAMPAIGN, Layer.BELONGING)
    for field, value in (("id", "kvik-kort"), ("version", "2.0"), ("sha256", "cd" * 32)):
        other = msgspec.structs.replace(MODEL, **{field: value})
        yield Case(f"other model {field}", result(model=other), Code.E_CAMPAIGN, Layer.BELONGING)


def _members() -> Cases:
    for name, data in _changed_members():
        yield Case(f"members: {name}", data, Code.E_MEMBER_HASH, Layer.BELONGING)


def _changed_members() -> Iterator[tuple[str, bytes]]:
    for path, content in MEMBERS.items():
        yield f"{path} missing", with_member(path, None)
        yield f"{path} longer", with_member(path, content + b" ")
        yield f"{path} empty", with_member(path, b"")
        yield f"{path} changed", with_member(path, bytes([content[0] ^ 1]) + content[1:])
    for path in (REPORT_PATH, ENROLMENT_PATH, "data/andet.json", "a", "z.exe", "mimetype2"):
        yield f"{path} added, not listed", with_member(path, b"{}")
    yield (
        "two contents swapped",
        _repacked(TEXTS_PATH, RESULT_PATH),
    )
    listed = describe(Kind.RESULT, MEMBERS)
    yield "listed in reverse", _told(listed[::-1])
    yield "listed twice", _told((*listed, listed[0]))
    yield "one not listed", _told(listed[1:])
    yield "one listed more", _told((*listed, Member("z.json", 2, JSON, "ab" * 32)))
    for number, member in enumerate(listed):
        for field, value in (
            ("path", "data/andet.json"),
            ("size", member.size + 1),
            ("size", 0),
            ("media_type", "text/html"),
            ("sha256", "00" * 32),
            ("sha256", listed[number - 1].sha256 if number != 1 else "11" * 32),
        ):
            told = list(listed)
            told[number] = msgspec.structs.replace(member, **{field: value})
            yield f"{member.path}: {field} told as {str(value)[:12]}", _told(tuple(told))
    for path in (RESULT_PATH, TEXTS_PATH, PLAN_PATH, README_PATH):
        yield f"{path} neither listed nor there", _unlisted(path)
    for path in ("data/andet.json", "kvik.exe", "data/tilbagekaldelse.json"):
        yield f"{path} listed, not of the kind", _listed_too_many(path)
    leading = Member("mimetype", 37, "text/plain", "ab" * 32)
    yield "mimetype listed", _told((*listed, leading))


def _told(members: tuple[Member, ...], there: Mapping[str, bytes] = MEMBERS) -> bytes:
    """A result that lists ``members`` whatever is there."""
    return seal(msgspec.structs.replace(result_manifest(), members=members), there, KEY_A)


def _unlisted(path: str) -> bytes:
    members = {name: data for name, data in MEMBERS.items() if name != path}
    listed = tuple(member for member in describe(Kind.RESULT, MEMBERS) if member.path != path)
    return _told(listed, members)


def _listed_too_many(path: str) -> bytes:
    listed = [*describe(Kind.RESULT, MEMBERS), Member(path, 2, JSON, hashlib.sha256(b"{}").hexdigest())]
    return _told(tuple(sorted(listed, key=lambda each: each.path)), {**MEMBERS, path: b"{}"})


def _repacked(one: str, other: str) -> bytes:
    swapped = {one: MEMBERS[other], other: MEMBERS[one]}
    return container.pack({**container.unpack(result()).members, **swapped})


def _payloads() -> Cases:
    """Steps 14 and 15: the signature is good, and what was signed is not."""
    for name, payload in (
        ("no JSON", b"\xff"),
        ("empty", b""),
        ("unknown field", b'{"n":7,"scores":[40,55],"total":95,"x":1}'),
        ("other order", b'{"scores":[40,55],"n":7,"total":95}'),
        ("white space", b'{"n": 7,"scores":[40,55],"total":95}'),
        ("a float", b'{"n":7,"scores":[40,55.0],"total":95}'),
        ("NaN", b'{"n":7,"scores":[NaN],"total":95}'),
        ("deep", b'{"n":7,"scores":' + b"[" * 5000),
        ("too long", b'{"n":7,"scores":[' + b"1," * 20_000 + b'1],"total":20001}'),
        ("surrogate", b'{"n":"\\ud800","scores":[],"total":0}'),
    ):
        yield Case(f"payload: {name}", _with_payload(payload), Code.E_SCHEMA, Layer.CONTENT)
    wrong = b'{"n":7,"scores":[40,55],"total":96}'
    yield Case("payload: sum is wrong", _with_payload(wrong), Code.E_SEMANTIC, Layer.CONTENT)
    few = b'{"n":4,"scores":[40,55],"total":95}'
    yield Case("payload: four answers", _with_payload(few), Code.E_PRIVACY, Layer.CONTENT)
    yield from _own_payloads()


def _own_payloads() -> Cases:
    other = {ENROLMENT_PATH: enrolment_of(KEY_B.public)}
    data = enrolment(members=other)
    yield Case("enrolment of another key", data, Code.E_SEMANTIC, Layer.CONTENT)
    for name, bad in (
        ("no JSON", b"{"),
        ("rsa", enrolment_of(KEY_A.public).replace(b"ssh-ed25519", b"ssh-rsa4096")),
        ("other base64", enrolment_of(KEY_A.public).replace(b"AAAAC3", b"AAAAC4")),
        ("too long", b" " * 5000),
    ):
        data = enrolment(members={ENROLMENT_PATH: bad})
        yield Case(f"enrolment: {name}", data, Code.E_SCHEMA, Layer.CONTENT)
    for name, replaced in _broken_lists():
        yield Case(f"list: {name}", _list_of(replaced), Code.E_SCHEMA, Layer.CONTENT)
    stolen = msgspec.structs.replace(TRUST_LIST, signing=STRANGER.public.line)
    stolen = msgspec.structs.replace(stolen, recovery=KEY_E.public.line, institutions=())
    data = _list_of(strict_json.encode(stolen))
    yield Case("list names another coordinator", data, Code.E_KEY_ROLE, Layer.CONTENT)
    without = msgspec.structs.replace(TRUST_LIST, campaigns=())
    data = seal_invitation(without, CAMPAIGN, SIGNING, NOW)
    yield Case("invitation without its campaign", data, Code.E_SEMANTIC, Layer.CONTENT)
    data = seal_invitation(TRUST_LIST, CAMPAIGN, SIGNING, NOW, model=b"{}")
    yield Case("invitation with another model", data, Code.E_SEMANTIC, Layer.CONTENT)


def _broken_lists() -> Iterator[tuple[str, bytes]]:
    good = strict_json.encode(TRUST_LIST)
    rotated = strict_json.encode(ceremony.rotate(TRUST_LIST, STRANGER.public, RECOVERY, NOW, SIGNING))
    yield "no JSON", b"\0"
    yield "white space", good + b" "
    yield "version 0", good.replace(b'"version":1', b'"version":0').replace(b'"version":10', b'"version":0')
    yield "institutions out of order", good.replace(b"institution-a", b"institution-z")
    yield "institution twice", good.replace(b"institution-b", b"institution-a")
    yield "campaigns out of order", good.replace(b"kampagne-2025", b"kampagne-9999")
    yield "one key for two", good.replace(KEY_B.public.line.encode(), KEY_A.public.line.encode())
    yield (
        "institution has the coordinator's key",
        good.replace(KEY_B.public.line.encode(), SIGNING.public.line.encode()),
    )
    yield (
        "one key for coordinator and recovery",
        good.replace(RECOVERY.public.line.encode(), SIGNING.public.line.encode()),
    )
    yield "no such day", good.replace(b"2026-", b"2026-02-31T00:00:00Z", 1)
    yield "wild card id", good.replace(b"institution-b", b"institution-*")
    yield (
        "change signed by another",
        rotated.replace(RECOVERY.public.line.encode(), KEY_E.public.line.encode()),
    )
    yield "change of another coordinator", rotated.replace(b"koordinator-01", b"koordinator-02")
    yield "planned change told as an emergency", rotated.replace(b'"planned"', b'"emergency"')
    yield "change without a signature", rotated.replace(b"BEGIN SSH", b"BEGIN PGP")
    yield "deep", b"[" * 100_000


def _with_payload(payload: bytes) -> bytes:
    return result(members={**MEMBERS, RESULT_PATH: payload})


def _list_by(owner: SigningKey) -> bytes:
    return seal_list(TRUST_LIST, owner, NOW)


def _invitation_by(owner: SigningKey) -> bytes:
    return seal_invitation(ceremony.cut(TRUST_LIST, None, NOW), CAMPAIGN, owner, NOW)


def _list_of(payload: bytes) -> bytes:
    """A ``tillidsliste`` by the coordinator with these bytes for a list."""
    members = {TRUST_LIST_PATH: payload}
    manifest = decode(container.unpack(_list_by(SIGNING)).manifest, Kind.TRUST_LIST)
    return seal(
        msgspec.structs.replace(manifest, members=describe(Kind.TRUST_LIST, members)), members, SIGNING
    )
