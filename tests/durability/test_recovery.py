"""Killed while somebody writes, the next start asks in words: what was found, from when; nothing is lost."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.places import Places
from kvik_desktop.shell.settings import SettingsFile
from kvik_desktop.storage import lock
from kvik_desktop.storage.opening import Access
from tests.drivers.hand import Keys
from tests.drivers.recovery import Recovering
from tests.drivers.start import Starting
from tests.durability.test_typing import killed_after
from tests.durability.typist import sentence
from tests.journey import Journey
from tests.window import window


def test_after_the_power_was_cut_one_chooses_and_goes_on(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    journey = Journey(tmp_path, clock, "kvik").gather_people()
    journey.file.close()
    written = killed_after(journey.path, sentences=4, moment=0.1)
    remembered = SettingsFile(Places.of_user().settings).read()
    shown = window(qtbot, remembered)
    qtbot.waitUntil(lambda: shown.start.home.is_pictured)
    start = Starting(Keys(shown))
    start.go_on()
    asked = Recovering(start)
    assert "blev ikke lukket rigtigt sidst" in asked.told
    assert lock.user_name() in asked.told
    assert asked.chosen.title == "Filen, som den er nu"
    assert asked.chosen.state == "0 af 5 har afleveret"
    assert sentence(1) not in asked.told + asked.happens
    asked.go_on()
    assert asked.opened == journey.path
    person = journey.people["Anna"]
    assert shown.room is not None
    assert shown.room.place == "2 ", "back where names are chosen"
    shown.leave()
    with open_file(journey.path, Access.READ) as file:
        kept = [each.text for each in file.ask(evaluations.own_answers, journey.id, person).statements]
    whole = [sentence(each) for each in range(1, written)]
    assert kept[: len(whole)] == whole


def test_what_was_written_before_can_be_brought_back(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    """A real program wrote the file, and then the disk fails: the backup of its opening is there."""
    journey = Journey(tmp_path, clock, "kvik").gather_people()
    journey.file.close()
    killed_after(journey.path, sentences=2, moment=0.1)
    journey.path.write_bytes(b"")
    shown = window(qtbot, SettingsFile(Places.of_user().settings).read())
    qtbot.waitUntil(lambda: shown.start.home.is_pictured)
    asked = Recovering(Starting(Keys(shown)))
    asked.start.go_on()
    assert asked.button == "Hent kopien tilbage"
    asked.go_on()
    asked.go_on()
    assert asked.opened == journey.path
