"""The newest list seen: no older one, and no stranger's, is accepted again."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kvik_desktop.envelope import ceremony
from kvik_desktop.envelope.key_change import Coordinator
from kvik_desktop.envelope.pins import Pin, Pins
from kvik_desktop.envelope.trust_list import Reason, TrustList
from kvik_desktop.foundation.problems import Problem
from tests.forge import (
    COORDINATOR,
    KEY_E,
    NEXT_SIGNING,
    NOW,
    RECOVERY,
    SIGNING,
    STRANGER,
    TRUST_LIST,
    A,
    B,
)

OLDER = TRUST_LIST
NEWER = ceremony.revoke(TRUST_LIST, A.id, Reason.LOST, NOW, NOW)
NEWEST = ceremony.revoke(NEWER, B.id, Reason.LOST, NOW, NOW)
PLANNED = ceremony.rotate(OLDER, NEXT_SIGNING.public, RECOVERY, NOW, SIGNING)
EMERGENCY = ceremony.rotate(OLDER, NEXT_SIGNING.public, RECOVERY, NOW)
TWICE = ceremony.rotate(PLANNED, STRANGER.public, RECOVERY, NOW, NEXT_SIGNING)
OTHER = ceremony.rotate(OLDER, STRANGER.public, RECOVERY, NOW)


def refused(pins: Pins, trust_list: TrustList) -> str:
    with pytest.raises(Problem) as raised:
        pins.accept(trust_list)
    return raised.value.code


@pytest.fixture
def pins(tmp_path: Path) -> Pins:
    return Pins(tmp_path / "noegler")


def test_nobody_is_known_at_first(pins: Pins) -> None:
    assert pins.get(OLDER) is None


@pytest.mark.parametrize(
    ("seen", "now"),
    [(OLDER, OLDER), (OLDER, NEWEST), (NEWER, NEWEST), (OLDER, PLANNED), (OLDER, TWICE), (PLANNED, TWICE)],
)
def test_the_same_or_a_newer_list_is_accepted(pins: Pins, seen: TrustList, now: TrustList) -> None:
    pins.accept(seen)
    pins.accept(now)
    assert pins.get(seen) == Pin.of(now)


@pytest.mark.parametrize(
    ("seen", "now"),
    [(NEWER, OLDER), (NEWEST, OLDER), (PLANNED, OLDER), (EMERGENCY, NEWEST), (TWICE, PLANNED)],
)
def test_an_older_list_is_refused_and_the_pin_stays(pins: Pins, seen: TrustList, now: TrustList) -> None:
    pins.accept(seen)
    assert refused(pins, now) == "E_STALE"
    assert pins.get(seen) == Pin.of(seen)


def test_an_emergency_outranks_a_higher_number_by_the_old_key(pins: Pins) -> None:
    pins.accept(NEWEST)
    assert NEWEST.version > EMERGENCY.version
    pins.accept(EMERGENCY)
    assert refused(pins, NEWEST) == "E_STALE"


def test_two_changes_from_one_key_are_not_both_followed(pins: Pins) -> None:
    pins.accept(PLANNED)
    assert refused(pins, OTHER) == "E_UNKNOWN_KEY"


def test_a_list_with_another_key_and_no_change_is_refused(pins: Pins) -> None:
    pins.accept(OLDER)
    stranger = msgspec.structs.replace(NEWEST, signing=STRANGER.public.line)
    assert refused(pins, stranger) == "E_UNKNOWN_KEY"


def test_cuts_count_as_their_list(pins: Pins) -> None:
    pins.accept(ceremony.cut(NEWER, A.id, NOW))
    pins.accept(ceremony.cut(NEWER, B.id, NOW))
    assert refused(pins, ceremony.cut(OLDER, A.id, NOW)) == "E_STALE"


def test_coordinators_are_kept_apart_by_their_recovery_key(pins: Pins) -> None:
    pins.accept(NEWEST)
    other = ceremony.new_list(Coordinator(COORDINATOR.id, "En anden"), STRANGER.public, KEY_E.public)
    pins.accept(other)
    assert pins.get(other) == Pin.of(other)
    assert pins.get(NEWEST) == Pin.of(NEWEST)


def test_a_damaged_pin_is_named_and_kept(pins: Pins, tmp_path: Path) -> None:
    pins.accept(NEWER)
    (file,) = (tmp_path / "noegler").iterdir()
    file.write_bytes(file.read_bytes() + b" ")
    assert refused(pins, NEWEST) == "E_PIN"
    assert file.read_bytes().endswith(b" ")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("ikke en mappe")
    assert refused(Pins(tmp_path / "fil" / "noegler"), OLDER) == "E_FILE_WRITE"
