"""The canonical container: a ZIP that can be written in exactly one way.

STORED members, one fixed time stamp, all attributes, flags and extra fields zero, names ASCII and
lower-case, ``mimetype``, ``manifest.json`` and ``manifest.json.sig`` first and the rest sorted. The reader
collects the members, builds the archive again and demands byte equality, so whatever another ZIP reader
might see differently cannot exist in a container that has been read.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kvik_desktop.envelope.fields import MAX_PATH, MEMBER_PATH

MAX_BYTES = 32 * 2**20
"""The largest container that is read: 32 MiB."""

MAX_MEMBERS = 32

MIMETYPE, MANIFEST, SIGNATURE = "mimetype", "manifest.json", "manifest.json.sig"
LEADING = (MIMETYPE, MANIFEST, SIGNATURE)
"""The members every container begins with, in this order."""

_VERSION = 20
_MIDNIGHT_1980 = (0, 0x0021)
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_NAME = re.compile(MEMBER_PATH)


class NotCanonicalError(ValueError):
    """The bytes are not a container in its one form, or members cannot be put into one."""


@dataclass(frozen=True, slots=True)
class Container:
    """What a container holds: every member by name, in the canonical order."""

    members: Mapping[str, bytes]

    @property
    def mimetype(self) -> bytes:
        """Kind and version, before anything else is looked at."""
        return self.members[MIMETYPE]

    @property
    def manifest(self) -> bytes:
        """The signed bytes."""
        return self.members[MANIFEST]

    @property
    def signature(self) -> bytes:
        """The armoured signature over the manifest."""
        return self.members[SIGNATURE]

    @property
    def content(self) -> Mapping[str, bytes]:
        """The members the manifest lists: all but the leading three."""
        return {name: data for name, data in self.members.items() if name not in LEADING}


def pack(members: Mapping[str, bytes]) -> bytes:
    """The one archive of these members, whatever their order in the mapping.

    Raises NotCanonicalError for a missing leading member, a name outside the rules, more than
    ``MAX_MEMBERS`` members or more than ``MAX_BYTES`` bytes.
    """
    names = _ordered(members)
    body, directory, offset = [], [], 0
    for name in names:
        data = members[name]
        central, local = _headers(name.encode("ascii"), data, offset)
        body += [local, data]
        directory.append(central)
        offset += len(local) + len(data)
    index = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(names), len(names), len(index), offset, 0)
    archive = b"".join([*body, index, end])
    if len(archive) > MAX_BYTES:
        raise NotCanonicalError("too large")
    return archive


def unpack(data: bytes) -> Container:
    """The members of a container. Raises NotCanonicalError unless ``data`` is in the one form."""
    if len(data) > MAX_BYTES:
        raise NotCanonicalError("too large")
    members: dict[str, bytes] = {}
    for name, content in _walk(data):
        if name in members or len(members) == MAX_MEMBERS:
            raise NotCanonicalError("repeated or too many members")
        members[name] = content
    if pack(members) != data:
        raise NotCanonicalError("not canonical")
    return Container(MappingProxyType(members))


def _ordered(members: Mapping[str, bytes]) -> list[str]:
    if len(members) > MAX_MEMBERS or any(name not in members for name in LEADING):
        raise NotCanonicalError("too many members, or a leading one is missing")
    for name in members:
        if len(name) > MAX_PATH or not _NAME.match(name):
            raise NotCanonicalError("name outside the rules")
    return [*LEADING, *sorted(name for name in members if name not in LEADING)]


def _headers(name: bytes, data: bytes, offset: int) -> tuple[bytes, bytes]:
    """The central and the local header of one stored member."""
    flags = method = 0
    common = (_VERSION, flags, method, *_MIDNIGHT_1980, zlib.crc32(data), len(data), len(data), len(name), 0)
    local = _LOCAL.pack(b"PK\3\4", *common) + name
    central = _CENTRAL.pack(b"PK\1\2", _VERSION, *common, 0, 0, 0, 0, offset) + name
    return central, local


def _walk(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Names and contents as the local headers tell them; nothing here is believed until rebuilt."""
    offset = 0
    while data.startswith(b"PK\3\4", offset) and offset + _LOCAL.size <= len(data):
        *_, size, name_length, extra_length = _LOCAL.unpack_from(data, offset)
        name_start = offset + _LOCAL.size
        start = name_start + name_length + extra_length
        name = data[name_start : name_start + name_length].decode("latin-1")
        offset = start + size
        yield name, data[start:offset]
