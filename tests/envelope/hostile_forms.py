"""Hostile mimetypes, signatures and manifests in a sound container."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import msgspec

from kvik_desktop.envelope import container
from kvik_desktop.envelope.keys import wire
from kvik_desktop.envelope.kinds import RULES, Kind
from kvik_desktop.envelope.manifest import encode
from kvik_desktop.envelope.signature import sign
from kvik_desktop.envelope.verdict import Code
from tests.envelope.hostile import Case, Cases, Layer
from tests.forge import (
    KEY_A,
    KEY_B,
    STRANGER,
    Json,
    enrolment,
    fields_of,
    loose_json,
    result,
    result_manifest,
    with_manifest,
    with_member,
    withdrawal,
)

RESULT_TYPE = RULES[Kind.RESULT].mimetype

NEWER = (b"2", b"3", b"10", b"999999")
STRANGE_TYPES = (
    b"",
    b"application/zip",
    b"application/vnd.kvik.resultat+zip",
    b"application/vnd.kvik.resultat+zip;v=",
    b"application/vnd.kvik.resultat+zip;v=0",
    b"application/vnd.kvik.resultat+zip;v=01",
    b"application/vnd.kvik.resultat+zip;v=-1",
    b"application/vnd.kvik.resultat+zip;v=1.0",
    b"application/vnd.kvik.resultat+zip;v=1\n",
    b"application/vnd.kvik.resultat+zip;v=2\n",
    b" application/vnd.kvik.resultat+zip;v=1",
    b"application/vnd.kvik.resultat+zip; v=1",
    b"Application/vnd.kvik.resultat+zip;v=1",
    b"application/vnd.kvik.RESULTAT+zip;v=1",
    b"application/vnd.kvik.resultat+zip;v=\xc2\xb9",
    b"application/vnd.kvik.resultat+zip;v=1;v=2",
    b"application/vnd.kvik.ukendt+zip;v=1",
    b"application/vnd.kvik.kvittering+zip;v=1",
    b"application/vnd.kvik.+zip;v=1",
    b"application/vnd.oasis.opendocument.text",
    b"\xff\xfe\x00",
    b"a" * 100_000,
)


def cases() -> Cases:
    """Every hostile mimetype, signature and manifest."""
    yield from _mimetypes()
    yield from _signatures()
    yield from _replays()
    for name, data in _json_forms():
        yield Case(f"manifest: {name}", with_manifest(data), Code.E_SCHEMA, Layer.KEY)
    for name, data in _fields():
        yield Case(f"manifest: {name}", with_manifest(data), Code.E_SCHEMA, Layer.KEY)
    yield from _other_kind_or_signer()


def _mimetypes() -> Cases:
    for version in NEWER:
        data = with_member(container.MIMETYPE, RESULT_TYPE[:-1] + version)
        yield Case(f"mimetype: version {version!r}", data, Code.E_FORMAT_NEWER, Layer.CONTAINER)
    for strange in STRANGE_TYPES:
        data = with_member(container.MIMETYPE, strange)
        yield Case(f"mimetype: {strange[:50]!r}", data, Code.E_FORMAT, Layer.CONTAINER)


def _signatures() -> Cases:
    good = result()
    manifest, armoured = container.unpack(good).manifest, container.unpack(good).signature
    for name, bad in _signature_forms(manifest, armoured):
        data = with_member(container.SIGNATURE, bad)
        yield Case(f"signature: {name}", data, Code.E_SIGNATURE_FORM, Layer.SIGNATURE)
    for name, bad in _false_signatures(manifest, armoured):
        data = with_member(container.SIGNATURE, bad)
        yield Case(f"signature: {name}", data, Code.E_SIGNATURE, Layer.SIGNATURE)
    for name, changed in (
        ("manifest with a space more", manifest + b" "),
        ("manifest with another edition", manifest.replace(b'"edition":1', b'"edition":2')),
        ("manifest of nothing", b""),
        ("manifest that is no JSON", b"\xff\x00"),
        ("deep manifest", b"[" * 60_000),
    ):
        data = with_member(container.MANIFEST, changed)
        yield Case(f"signature: {name}", data, Code.E_SIGNATURE, Layer.SIGNATURE)


def _signature_forms(manifest: bytes, armoured: bytes) -> Iterator[tuple[str, bytes]]:
    namespace = RULES[Kind.RESULT].namespace
    lines = armoured.splitlines(keepends=True)
    blob = base64.b64decode(b"".join(lines[1:-1]))
    yield "empty", b""
    yield "text", b"underskrevet af skolelederen"
    yield "only the frame", lines[0] + lines[-1]
    yield "no begin", b"".join(lines[1:])
    yield "no end", b"".join(lines[:-1])
    yield "no last newline", armoured[:-1]
    yield "a newline more", armoured + b"\n"
    yield "windows newlines", armoured.replace(b"\n", b"\r\n")
    yield "old mac newlines", armoured.replace(b"\n", b"\r")
    yield "a comment in front", b"hej\n" + armoured
    yield "a space in front", b" " + armoured
    yield "twice", armoured * 2
    yield "pgp frame", armoured.replace(b"SSH SIGNATURE", b"PGP SIGNATURE")
    yield "five dashes less", armoured.replace(b"-----BEGIN", b"----BEGIN")
    yield "lines of 76", _armour(blob, 76)
    yield "one line", _armour(blob, 10_000)
    yield "no base64", _armour(blob).replace(b"U1NIU0lH", b"U1NI*0lH")
    yield "url-safe base64", lines[0] + base64.urlsafe_b64encode(b"\xff" * 150) + b"\n" + lines[-1]
    yield "no padding", armoured.replace(b"=", b"")
    yield "blob empty", _armour(b"")
    yield "blob cut", _armour(blob[:-1])
    yield "blob longer", _armour(blob + b"\0")
    yield "blob of zeros", _armour(bytes(len(blob)))
    yield "other magic", _armour(b"SSHSIX" + blob[6:])
    yield "version 2", _armour(blob[:9] + b"\2" + blob[10:])
    yield "version 0", _armour(blob[:9] + b"\0" + blob[10:])
    yield "huge length", _armour(blob[:10] + b"\xff\xff\xff\xff" + blob[14:])
    yield "sha256", _armour(blob.replace(wire(b"sha512"), wire(b"sha256")))
    yield "no hash", _armour(blob.replace(wire(b"sha512"), wire(b"")))
    yield "reserved field used", _armour(blob.replace(wire(b""), wire(b"x"), 1))
    yield "rsa key", _armour(blob.replace(b"ssh-ed25519", b"ssh-rsa4096", 1))
    yield "sk key", _armour(blob.replace(b"ssh-ed25519", b"sk-ed25519@"))
    yield "huge", b"-----BEGIN SSH SIGNATURE-----\n" + b"A" * 1_000_000 + lines[-1]
    for other in ("file", "", "kvik-resultat@2", "kvik-tilmelding@1", "kvik-tillidsliste@1", namespace * 30):
        yield f"namespace {other[:20]!r}", sign(manifest, KEY_A, other)


def _false_signatures(manifest: bytes, armoured: bytes) -> Iterator[tuple[str, bytes]]:
    namespace = RULES[Kind.RESULT].namespace
    lines = armoured.splitlines(keepends=True)
    blob = base64.b64decode(b"".join(lines[1:-1]))
    yield "of another manifest", sign(manifest + b" ", KEY_A, namespace)
    yield "of nothing", sign(b"", KEY_A, namespace)
    yield (
        "for another namespace, renamed",
        _armour(blob[:-64] + base64.b64decode(b"".join(sign(manifest, KEY_A, "x").splitlines()[1:-1]))[-64:]),
    )
    yield (
        "A's key on B's signature",
        _armour(
            blob[:-64] + base64.b64decode(b"".join(sign(manifest, KEY_B, namespace).splitlines()[1:-1]))[-64:]
        ),
    )
    for place in (0, 31, 32, 62, 63):
        changed = bytearray(blob)
        changed[len(blob) - 64 + place] ^= 1
        yield f"bit {place} of the signature", _armour(bytes(changed))
    changed = bytearray(blob)
    changed[40] ^= 1
    yield "bit of the key", _armour(bytes(changed))
    yield "signature of zeros", _armour(blob[:-64] + bytes(64))
    yield "signature of ones", _armour(blob[:-64] + b"\xff" * 64)
    order = 2**252 + 27742317777372353535851937790883648493
    number = int.from_bytes(blob[-32:], "little") + order
    yield "the same signature, not reduced", _armour(blob[:-32] + number.to_bytes(32, "little"))


def _armour(blob: bytes, width: int = 70) -> bytes:
    text = base64.b64encode(blob)
    lines = b"".join(text[at : at + width] + b"\n" for at in range(0, len(text), width))
    return b"-----BEGIN SSH SIGNATURE-----\n" + lines + b"-----END SSH SIGNATURE-----\n"


def _replays() -> Cases:
    """One kind under another's mimetype: the namespace in the signature gives it away."""
    good = {Kind.RESULT: result(), Kind.WITHDRAWAL: withdrawal(), Kind.ENROLMENT: enrolment()}
    for kind, data in good.items():
        for other in Kind:
            if other is not kind:
                replayed = with_member(container.MIMETYPE, RULES[other].mimetype, data)
                yield Case(f"replay: {kind} as {other}", replayed, Code.E_SIGNATURE_FORM, Layer.SIGNATURE)


def _other_kind_or_signer() -> Cases:
    for kind in Kind:
        if kind is not Kind.RESULT:
            yield Case(f"manifest says {kind}", _as_result(kind=kind), Code.E_FORMAT, Layer.KEY)
    yield Case("manifest says an unknown kind", _as_result(kind="ukendt"), Code.E_FORMAT, Layer.KEY)
    yield Case("manifest says version 2", _as_result(format_version=2), Code.E_FORMAT, Layer.KEY)
    for name, signer in (("B", KEY_B), ("a stranger", STRANGER)):
        data = _as_result(signer=signer.public.fingerprint)
        yield Case(f"manifest says {name} signed", data, Code.E_SIGNATURE, Layer.KEY)


def _as_result(**changes: object) -> bytes:
    return with_manifest(encode(msgspec.structs.replace(result_manifest(), **changes)))


def _json_forms() -> Iterator[tuple[str, bytes]]:
    """The same content in other words, and other things than JSON."""
    good = encode(result_manifest())
    loose = fields_of(result())
    yield "empty", b""
    yield "null", b"null"
    yield "a number", b"1"
    yield "a text", b'"x"'
    yield "a list", b"[" + good + b"]"
    yield "empty object", b"{}"
    yield "no JSON", b"<xml/>"
    yield "white space in front", b" " + good
    yield "newline behind", good + b"\n"
    yield "white space inside", good.replace(b":", b": ", 1)
    yield "pretty", msgspec.json.format(good)
    yield "BOM", b"\xef\xbb\xbf" + good
    yield "UTF-16", good.decode().encode("utf-16")
    yield "latin-1", good.replace(b"Eksempel Kommune", "Skødekommune".encode("latin-1"))
    yield "NUL behind", good + b"\0"
    yield "two documents", good + good
    yield "cut", good[:-1]
    yield "a bracket more", good + b"}"
    yield "comment", good[:-1] + b"/* hej */}"
    yield "trailing comma", good[:-1] + b",}"
    yield "single quotes", good.replace(b'"', b"'")
    yield "other order", loose_json(dict(reversed(loose.items())))
    yield "sorted keys", loose_json(dict(sorted(loose.items())))
    yield "key twice", good[:-1] + b',"edition":2}'
    yield "key twice in front", b'{"edition":9,' + good[1:]
    yield "unknown field", good[:-1] + b',"x":1}'
    yield "unknown field in front", b'{"x":1,' + good[1:]
    yield "prototype", good[:-1] + b',"__proto__":{"x":1}}'
    yield "escaped letter", good.replace(b'"kvik-pakke"', b'"kvik\\u002dpakke"')
    yield "escaped key", good.replace(b'"edition"', b'"\\u0065dition"')
    yield "escaped slash", good.replace(b"data/resultat", b"data\\/resultat")
    yield "lone surrogate", good.replace(b"Eksempelskolen", b"\\ud800")
    yield "raw surrogate", good.replace(b"Eksempelskolen", b"\xed\xa0\x80")
    yield "pair turned round", good.replace(b"Eksempelskolen", b"\\udc00\\ud800")
    yield "overlong UTF-8", good.replace(b"Eksempelskolen", b"\xc0\xaf")
    yield "raw control character", good.replace(b"Eksempelskolen", b"a\x01b")
    for number in (
        b"1.0", b"1e0", b"1E0", b"01", b"+1", b"-0", b"0x1", b"1_0", b"NaN", b"Infinity", b"-Infinity",
        b"1e400", b"-1e400", b"9" * 20, b"9" * 5000, b"1.", b".5", b'"1"', b"true", b"null", b"[1]",
    ):  # fmt: skip
        yield f"edition {number[:25]!r}", good.replace(b'"edition":1', b'"edition":' + number)
    yield "deep list", b"[" * 60_000
    yield "deep object", b'{"a":' * 10_000
    yield "deep and closed", b"[" * 20_000 + b"]" * 20_000
    yield "deep in a field", good.replace(b'"supersedes":null', b'"supersedes":' + b"[" * 50 + b"]" * 50)
    yield "brackets in a text, and no end", b'{"' + b"[" * 60_000
    yield "huge text", good.replace(b"Eksempelskolen", b"x" * 1_000_000)
    yield "huge text of escapes", good.replace(b"Eksempelskolen", b"\\u0000" * 10_000)
    yield "a million spaces", good[:-1] + b" " * 1_000_000 + b"}"


WRONG: tuple[object, ...] = ("", -1, True, [], {}, 1.5)
"""What no field of the manifest may be, beside what a field's own row says."""

FIELDS: dict[str, tuple[object, ...]] = {
    "format": ("kvik", "kvik-pakke/2", None),
    "format_version": (None, "1", 1000, 2**63, 2**64),
    "kind": (None, "Resultat", "a" * 41, "resultat\n"),
    "package_id": (None, "kort", "a" * 41, "ABCDEFGH", "abcdefg*", "abcdefg,h", "abc defgh", "abcdefgh\n"),
    "institution": (None, "institution-a", [1]),
    "campaign": ("kort", "a" * 41, "*", "kampagne-2026,x", "kampagne 2026"),
    "edition": (None, "1", 1_000_001, 2**64, -(2**63)),
    "supersedes": ("x", "AB" * 32, "ab" * 31, "ab" * 33, "g" * 64, "ab" * 32 + "\n"),
    "created": (
        None,
        "2026-11-22",
        "2026-11-22T10:00:00",
        "2026-11-22T10:00:00+01:00",
        "2026-11-22 10:00:00Z",
        "2026-11-22T10:00:00.000Z",
        "2026-02-31T10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-11-22T24:00:00Z",
        "2026-11-22T10:00:60Z",
        "0000-01-01T00:00:00Z",
        "٢٠٢٦-11-22T10:00:00Z",
        "2026-11-22T10:00:00Z\n",
    ),
    "program_version": (None, "a" * 41, "-1", "1 0", "1/0", "<b>1</b>"),
    "model": (None, "kvik", {"id": "kvik"}),
    "signer": (None, "SHA256:", "MD5:00", "SHA256:" + "a" * 42, "SHA256:" + "a" * 44, "SHA256:" + "*" * 43),
    "audience": ("x", "SHA256:" + "a" * 42, "SHA256:" + "=" * 43),
    "smallest_group": (None, 2, 101, "5", 2**70),
    "members": (None, "x", {"path": "x"}, [1], [None], [[]], [{}]),
}

INSTITUTION: dict[str, tuple[object, ...]] = {
    "id": ("kort", "*", "institution-a,b", "INSTITUTION-A", None),
    "name": (
        None,
        "x" * 201,
        "a\nb",
        "a\tb",
        "a\0b",
        "a\x1b[31mb",
        "\u202eab",
        "a\u2028b",
        "\ufeffa",
        "a\x85b",
    ),
    "level": (None, "skole", "Institution"),
    "parent": ("x" * 201, "a\rb", "\u2066a"),
    "sector": ("Skole", "a" * 41, "=1+1"),
}

MODEL: dict[str, tuple[object, ...]] = {
    "id": (None, "Kvik", "../kvik", "a" * 41),
    "version": (None, "1 0", "a" * 41, 1.0),
    "sha256": (None, "x", "AB" * 32),
    "method": (None, "Fine", "classical ", 0),
}

MEMBER: dict[str, tuple[object, ...]] = {
    "path": (
        None,
        "../x",
        "/x",
        "data//x",
        "A",
        "x" * 101,
        "mimetype/",
        "data/\u0000",
        "data/resultat.json\n",
    ),
    "size": (None, "1", 2**25 + 1, 2**64, 1.0),
    "media_type": (None, "json", "Text/plain", "a" * 101, "text/html; x"),
    "sha256": (None, "x", "AB" * 32, "ab" * 31),
}


def _fields() -> Iterator[tuple[str, bytes]]:
    """Every field missing, of the wrong type, and outside its bounds."""
    top = fields_of(result())
    for name, values in FIELDS.items():
        yield from _changed(top, (), name, values)
    for place, table in ((("institution",), INSTITUTION), (("model",), MODEL), (("members", 0), MEMBER)):
        for name, values in table.items():
            yield from _changed(top, place, name, values)
    yield "33 members told", loose_json({**top, "members": top["members"] * 9})
    yield "no members told", loose_json({**top, "members": []})


def _changed(
    top: Json, place: tuple[str | int, ...], name: str, values: tuple[object, ...]
) -> Iterator[tuple[str, bytes]]:
    where = ".".join([*map(str, place), name])
    for value in (*WRONG, *values):
        said = f"{type(value).__name__} {str(value)[:30]!r} of {len(str(value))}"
        yield f"{where} = {said}", _edited(top, place, {name: value})
    yield f"{where} is missing", _edited(top, place, {}, without=name)
    yield f"{where} in capitals", _edited(top, place, {name.upper(): 1}, without=name)


def _edited(top: Json, place: tuple[str | int, ...], changes: Json, without: str = "") -> bytes:
    copy: Json = msgspec.json.decode(loose_json(top))
    found = _at(copy, place)
    found.update(changes)
    found.pop(without, None)
    return loose_json(copy)


def _at(top: Json, place: tuple[str | int, ...]) -> Json:
    found: object = top
    for step in place:
        found = found[step]  # type: ignore[index]
    assert isinstance(found, dict)
    return found
