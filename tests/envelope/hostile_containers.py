"""Archives that some ZIP reader would open, and none of them is a container in its one form."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kvik_desktop.envelope import container
from kvik_desktop.envelope.kinds import RESULT_PATH, TEXTS_PATH
from kvik_desktop.envelope.verdict import Code
from tests.envelope.hostile import Case, Cases, Layer
from tests.forge import ZipMember, raw_zip, result, zip_members

BAD_NAMES = (
    "../evil.json",
    "data/../../evil.json",
    "/etc/passwd",
    "data//resultat2.json",
    "./data/x.json",
    "data/./x.json",
    "data/",
    "data\\x.json",
    "c:/x.json",
    "DATA/x.json",
    "data/X.json",
    "data/x.json ",
    " data/x.json",
    "data/.skjult",
    ".skjult",
    "data/x\n.json",
    "data/x\x00.json",
    "data/æ.json",
    "data/x\x7f.json",
    "data/x\u202ejson.exe",
    "~/x",
    "$home/x",
    "x?.json",
    "x*.json",
    "x:strøm",
    "a" * 101,
    "-rf",
    "_x.json",
    "",
)

FIELDS: dict[str, tuple[Any, ...]] = {
    "method": (8, 1, 12, 99, 0xFFFF),
    "flags": (1, 8, 0x20, 0x40, 0x800, 0x2000),
    "time": (1, 0x6000, 0xFFFF),
    "date": (0, 0x22, 0x5B76, 0xFFFF),
    "made_by": (0x0314, 10, 45, 0x0A14),
    "needed": (10, 45, 0),
    "crc": (0, 1, 0xFFFFFFFF),
    "size": (0, 1, 0xFFFFFFFF),
    "stored": (0, 1, 0xFFFFFFFF),
    "local_extra": (b"\0\0\0\0", b"UT\5\0\1\0\0\0\0"),
    "central_extra": (b"\0\0\0\0", b"\1\0\x10\0" + bytes(16)),
    "comment": (b"x",),
    "disk": (1, 0xFFFF),
    "internal": (1,),
    "external": (0o120777 << 16, 0o100755 << 16, 0o040755 << 16, 0x10, 0x20, 1),
    "after": (b"x", b"PK\7\x08" + bytes(12)),
}
"""Header fields and what they must not be; 0o120777 is a symbolic link, flag 8 a data descriptor."""

CENTRAL_ONLY: dict[str, tuple[Any, ...]] = {
    "name": (b"data/andet.json", b"mimetype", b"../x"),
    "crc": (0,),
    "size": (0, 7),
    "stored": (0, 7),
    "method": (8,),
    "flags": (1,),
    "date": (0x5B76,),
    "needed": (45,),
}
"""What the directory tells otherwise than the local header."""

ENDS: tuple[dict[str, int], ...] = (
    {"disk": 1},
    {"start": 1},
    {"here": 0},
    {"total": 0},
    {"total": 0xFFFF, "here": 0xFFFF},
    {"size": 0},
    {"size": 0xFFFFFFFF},
    {"offset": 0},
    {"offset": 0xFFFFFFFF},
)


def cases() -> Cases:
    """Every broken container."""
    good = result()
    for name, data in _all(good):
        yield Case(f"container: {name}", data, Code.E_CONTAINER, Layer.CONTAINER)


def _all(good: bytes) -> Iterator[tuple[str, bytes]]:
    yield from _not_archives(good)
    yield from _headers(good)
    yield from _names(good)
    yield from _sets_and_orders(good)
    yield from _from_other_writers(good)


def _not_archives(good: bytes) -> Iterator[tuple[str, bytes]]:
    yield "empty file", b""
    yield "one zero byte", b"\0"
    yield "only zeros", bytes(1000)
    yield "text", b"Hej, her er vores resultat.\n"
    yield "html", b"<!DOCTYPE html><script>alert(1)</script>"
    yield "pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    yield "sqlite", b"SQLite format 3\0" + bytes(4080)
    yield "gzip", b"\x1f\x8b\x08\0\0\0\0\0\0\3" + bytes(10)
    yield "json", b'{"kind":"resultat"}'
    yield "empty archive", b"PK\5\6" + bytes(18)
    yield "local header alone", b"PK\3\4"
    yield "noise", random.Random(1).randbytes(5000)
    yield "noise behind a good beginning", good[:60] + random.Random(2).randbytes(5000)
    yield "twice in a row", good + good
    yield "reversed", good[::-1]
    for junk in (b"\0", b"\n", b"x", b"PK", b"#!/bin/sh\n", b"MZ" + bytes(62), b"\xef\xbb\xbf"):
        yield f"{junk[:4]!r} in front", junk + good
        yield f"{junk[:4]!r} behind", good + junk
    members = zip_members(good)
    yield "stub in front, offsets moved", raw_zip(members, before=b"#!/bin/sh\nexit\n")
    yield "junk before the directory", raw_zip(members, between=b"junk")
    yield "archive comment", raw_zip(members, comment=b"hej")
    yield "archive in the comment", raw_zip(members, comment=good)
    for length in random.Random(3).sample(range(len(good)), 12):
        yield f"cut to {length}", good[:length]


def _headers(good: bytes) -> Iterator[tuple[str, bytes]]:
    for place in (0, 4):
        members = zip_members(good)
        for name, values in FIELDS.items():
            for value in values:
                changed = [*members]
                changed[place] = replace(changed[place], **{name: value})
                yield f"{name}={value!r} in member {place}", raw_zip(changed)
    members = zip_members(good)
    for name, values in CENTRAL_ONLY.items():
        for value in values:
            changed = [*members]
            changed[3] = replace(changed[3], central={name: value})
            yield f"directory tells {name}={value!r}", raw_zip(changed)
    for end in ENDS:
        yield f"end tells {end}", raw_zip(members, end=end)
    yield "offsets too high", raw_zip(members, shift=1)
    yield "offsets to another member", raw_zip(members, listed=[members[1], *members[1:]])
    yield "zip64 locator", _with_zip64(good)


def _names(good: bytes) -> Iterator[tuple[str, bytes]]:
    for name in BAD_NAMES:
        extra = ZipMember(name.encode("utf-8"), b"{}")
        yield f"name {name[:30]!r}", raw_zip([*zip_members(good), extra])
        first, signed, signature, *rest = zip_members(good)
        ordered = sorted([*rest, extra], key=lambda member: member.name)
        yield f"name {name[:30]!r} in its place", raw_zip([first, signed, signature, *ordered])


def _sets_and_orders(good: bytes) -> Iterator[tuple[str, bytes]]:
    members = zip_members(good)
    by_name = {member.name.decode(): member for member in members}
    yield "reversed order", raw_zip(members[::-1])
    yield "mimetype last", raw_zip([*members[1:], members[0]])
    yield "signature before manifest", raw_zip([members[0], members[2], members[1], *members[3:]])
    yield "data before manifest", raw_zip([members[0], members[3], *members[1:3], *members[4:]])
    for shuffled in range(5):
        order = members[1:]
        random.Random(10 + shuffled).shuffle(order)
        yield f"shuffled {shuffled}", raw_zip([members[0], *order])
    for name in container.LEADING:
        yield f"without {name}", raw_zip([member for member in members if member.name != name.encode()])
    for name in (*container.LEADING, RESULT_PATH, TEXTS_PATH):
        yield f"{name} twice", raw_zip([*members, by_name[name]])
        yield f"{name} twice, side by side", raw_zip(_doubled(members, by_name[name], by_name[name].data))
        yield f"{name} twice, other content", raw_zip(_doubled(members, by_name[name], b"{}"))
    yield "listed once, there twice", raw_zip([*members, members[3]], listed=members)
    yield "listed twice, there once", raw_zip(members, listed=[*members, members[3]])
    yield "hidden member", raw_zip([*members, ZipMember(b"x.json", b"{}")], listed=members)
    yield "listed, not there", raw_zip(members, listed=[*members, ZipMember(b"x.json", b"{}")])
    yield "directory in another order", raw_zip(members, listed=members[::-1])
    yield "directory empty", raw_zip(members, listed=[])
    extra = [ZipMember(f"x{number:03}.json".encode(), b"") for number in range(26)]
    yield "33 members", raw_zip([*members, *extra])
    yield "5,000 members", raw_zip([*members, *(ZipMember(b"x%04d" % n, b"") for n in range(5000))])


def _doubled(members: list[ZipMember], twin: ZipMember, content: bytes) -> list[ZipMember]:
    place = members.index(twin)
    return [*members[: place + 1], replace(twin, data=content), *members[place + 1 :]]


def _from_other_writers(good: bytes) -> Iterator[tuple[str, bytes]]:
    members = container.unpack(good).members
    yield "python's zipfile, stored", _zipfile(members, zipfile.ZIP_STORED)
    yield "python's zipfile, deflated", _zipfile(members, zipfile.ZIP_DEFLATED)
    yield "python's zipfile, bzip2", _zipfile(members, zipfile.ZIP_BZIP2)
    yield "python's zipfile, lzma", _zipfile(members, zipfile.ZIP_LZMA)
    bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = bomb.compress(bytes(20 * 2**20)) + bomb.flush()
    yield (
        "deflate bomb",
        raw_zip([*zip_members(good), ZipMember(b"x.json", packed, method=8, size=20 * 2**20)]),
    )
    yield "archive in an archive", _zipfile({"pakke.kvik": good}, zipfile.ZIP_STORED)


def _zipfile(members: Mapping[str, bytes], method: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return file.getvalue()


def _with_zip64(good: bytes) -> bytes:
    """The end of the archive told in the ZIP64 way as well."""
    end = good[-22:]
    place = len(good) - 22
    record = b"PK\6\6" + (44).to_bytes(8, "little") + bytes(44)
    locator = b"PK\6\7" + bytes(4) + place.to_bytes(8, "little") + (1).to_bytes(4, "little")
    return good[:-22] + record + locator + end
