"""A unit's key and list on this computer: made, opened by passphrase, taken from elsewhere, never lost."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kvik_desktop.bundle.enrolling import enrolment_package
from kvik_desktop.bundle.own_keys import OwnKeys
from kvik_desktop.envelope import ceremony, keys
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.packages import open_enrolment, seal_invitation, seal_list
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.reading import load
from tests.bundle.material import CAMPAIGN, trust_list
from tests.forge import KEY_A, SIGNING

CLOCK = FixedClock(datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
UNIT = "671-boernehuset"
PASSPHRASE = "fire helt almindelige ord"


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key takes a second to open by design; here it need not."""
    monkeypatch.setattr(keys, "KDF_ROUNDS", 1)


@pytest.fixture
def own(tmp_path: Path) -> OwnKeys:
    return OwnKeys(tmp_path / "noegler")


def offer(tmp_path: Path, *, invitation: bool = False) -> Path:
    listed = trust_list(load("kvik-kort", Resources()), CLOCK)
    path = tmp_path / "liste.kvik"
    if invitation:
        shortened = ceremony.cut(listed, UNIT, CLOCK.at)
        path.write_bytes(seal_invitation(shortened, CAMPAIGN, SIGNING, CLOCK.at))
    else:
        path.write_bytes(seal_list(listed, SIGNING, CLOCK.at))
    return path


def test_there_is_no_key_until_it_is_made(own: OwnKeys) -> None:
    assert own.of(UNIT) is None
    made = own.make(UNIT, PASSPHRASE)
    found = own.of(UNIT)
    assert found == made
    assert found is not None
    assert found.open(PASSPHRASE).public == made.public
    assert own.of("en-anden-enhed") is None


def test_the_public_half_needs_no_passphrase(own: OwnKeys) -> None:
    made = own.make(UNIT, PASSPHRASE)
    assert keys.load_public(made.path).fingerprint == made.public.fingerprint


def test_a_short_passphrase_makes_no_key(own: OwnKeys) -> None:
    with pytest.raises(Problem) as found:
        own.make(UNIT, "elleve tegn")
    assert found.value.code == "E_PASSPHRASE"
    assert own.of(UNIT) is None


def test_a_key_is_never_overwritten(own: OwnKeys) -> None:
    made = own.make(UNIT, PASSPHRASE)
    with pytest.raises(Problem) as found:
        own.make(UNIT, PASSPHRASE)
    assert found.value.code == "E_FILE_EXISTS"
    assert own.of(UNIT) == made


def test_a_key_from_elsewhere_is_copied_and_the_old_one_is_put_aside(own: OwnKeys, tmp_path: Path) -> None:
    own.make(UNIT, PASSPHRASE)
    brought = tmp_path / "fra-usb.key"
    keys.save_key(KEY_A, brought, "en anden sætning")
    taken = own.take(UNIT, brought)
    assert taken.open("en anden sætning").public == KEY_A.public
    aside = tmp_path / "noegler" / f"{UNIT}.tidligere-1.key"
    assert keys.load_key(aside, PASSPHRASE).public != KEY_A.public
    own.take(UNIT, brought)
    assert aside.with_name(f"{UNIT}.tidligere-2.key").exists()
    if hasattr(taken.path, "chmod"):
        assert taken.path.stat().st_mode & 0o077 == 0


def test_what_is_no_key_is_not_taken(own: OwnKeys, tmp_path: Path) -> None:
    other = tmp_path / "brev.key"
    other.write_text("kære koordinator")
    with pytest.raises(Problem) as found:
        own.take(UNIT, other)
    assert found.value.code == "E_KEY_FILE"
    assert own.of(UNIT) is None


def test_a_list_is_kept_for_the_unit_and_its_coordinator_is_known_after(own: OwnKeys, tmp_path: Path) -> None:
    offered = own.examine(offer(tmp_path))
    assert not offered.is_known
    assert own.trust(UNIT) is None
    own.accept(UNIT, offered)
    kept = own.trust(UNIT)
    assert kept is not None
    assert kept.sha256 == offered.opened.sha256
    assert own.examine(offer(tmp_path)).is_known
    assert own.invitation(UNIT) is None


def test_an_enrolment_answers_the_invitation(own: OwnKeys, tmp_path: Path) -> None:
    own.accept(UNIT, own.examine(offer(tmp_path, invitation=True)))
    invited = own.invitation(UNIT)
    assert invited is not None
    unit = Institution(UNIT, "Børnehuset", "institution", None, "dagtilbud")
    asked = open_enrolment(enrolment_package(unit, KEY_A, CLOCK.at, invited))
    assert (asked.institution, asked.key, asked.campaign) == (unit, KEY_A.public, CAMPAIGN)
    assert asked.enrolment.invitation == invited.opened.sha256
