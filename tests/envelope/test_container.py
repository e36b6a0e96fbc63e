"""The container: one archive for the same members, readable by every ZIP reader, and no other is read."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.envelope.container import (
    LEADING,
    MAX_BYTES,
    MAX_MEMBERS,
    NotCanonicalError,
    pack,
    unpack,
)
from tests.envelope.hostile_containers import BAD_NAMES
from tests.forge import MEMBERS, raw_zip, result, zip_members

NAMES = st.from_regex(r"\A[a-z0-9][a-z0-9._-]{0,9}(/[a-z0-9][a-z0-9._-]{0,9}){0,2}\Z")
CONTENTS = st.dictionaries(NAMES, st.binary(max_size=200), max_size=MAX_MEMBERS - len(LEADING)).map(
    lambda members: {**members, **dict.fromkeys(LEADING, b"x")}
)


@settings(max_examples=100)
@given(CONTENTS, st.randoms())
def test_what_is_packed_is_read_back_whatever_the_order(members: dict[str, bytes], random: object) -> None:
    names = list(members)
    getattr(random, "shuffle")(names)  # noqa: B009  (hypothesis gives a Random without saying so)
    archive = pack({name: members[name] for name in names})
    assert archive == pack(members)
    assert dict(unpack(archive).members) == members
    assert list(unpack(archive).members) == [*LEADING, *sorted(members.keys() - set(LEADING))]


@settings(max_examples=100)
@given(CONTENTS)
def test_every_zip_reader_sees_the_same(members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(members))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == members
        for info in archive.infolist():
            assert (info.compress_type, info.flag_bits, info.external_attr, info.internal_attr) == (
                0,
                0,
                0,
                0,
            )
            assert (info.date_time, info.extra, info.comment) == ((1980, 1, 1, 0, 0, 0), b"", b"")


def test_the_forges_own_writer_makes_the_same_bytes() -> None:
    assert raw_zip(zip_members(result())) == result()


@settings(max_examples=300)
@given(st.data())
def test_no_changed_byte_is_read(data: st.DataObject) -> None:
    good = result()
    place = data.draw(st.integers(0, len(good) - 1))
    value = data.draw(st.integers(0, 255).filter(lambda byte: byte != good[place]))
    changed = good[:place] + bytes([value]) + good[place + 1 :]
    try:
        assert pack(unpack(changed).members) == changed
    except NotCanonicalError:
        return
    raise AssertionError(f"byte {place} may be {value}")


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_noise_is_refused_and_nothing_else_happens(noise: bytes) -> None:
    for data in (noise, b"PK\3\4" + noise, result()[:200] + noise):
        with pytest.raises(NotCanonicalError):
            unpack(data)


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_bad_name_is_not_packed(name: str) -> None:
    with pytest.raises(NotCanonicalError):
        pack({**dict.fromkeys(LEADING, b"x"), name: b""})


@pytest.mark.parametrize("name", LEADING)
def test_a_leading_member_must_be_there(name: str) -> None:
    with pytest.raises(NotCanonicalError):
        pack({other: b"x" for other in LEADING if other != name})


def test_the_limits_are_exact() -> None:
    leading = dict.fromkeys(LEADING, b"x")
    most = {f"x{number}": b"" for number in range(MAX_MEMBERS - len(LEADING))}
    assert len(unpack(pack({**leading, **most})).members) == MAX_MEMBERS
    with pytest.raises(NotCanonicalError):
        pack({**leading, **most, "y": b""})
    room = MAX_BYTES - len(pack({**leading, "z": b""}))
    largest = pack({**leading, "z": bytes(room)})
    assert len(largest) == MAX_BYTES
    assert len(unpack(largest).members["z"]) == room
    with pytest.raises(NotCanonicalError):
        pack({**leading, "z": bytes(room + 1)})


def test_the_content_is_what_the_manifest_lists() -> None:
    assert unpack(result()).content == dict(MEMBERS)
