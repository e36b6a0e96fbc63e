"""The inbox in a window on a real database: taking in, verdicts, the act beside each, and lists to keep."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionFrame

from kvik_desktop.central.screens.verdict_words import SHORT
from kvik_desktop.envelope.verdict import Code
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.shell.window import Window
from tests.central.screens.conftest import Start
from tests.central.town import PASSPHRASE, TownHall
from tests.drivers.coordinator import Inbox, texts
from tests.drivers.hand import HANDS, Hand, Keys, Mouse, frame
from tests.forge import enrolment, key
from tests.held_tasks import HeldTasks

CONTROL = Qt.KeyboardModifier.ControlModifier
NEWCOMER = 8


def test_an_empty_inbox_says_what_to_do(start: Start) -> None:
    inbox = Inbox(Keys(start()))
    assert inbox.heading == "0 af 8 har afleveret"
    assert inbox.page.empty.isVisible()
    assert inbox.next_words == "Hent pakker…"


@pytest.mark.parametrize("hand", HANDS)
def test_files_are_taken_in_with_a_verdict_each(
    start: Start, hall: TownHall, hand: Callable[[Window], Hand]
) -> None:
    paths = hall.files([*hall.packages([0, 1]), b"junk", hall.packages([0])[0]])
    inbox = Inbox(hand(start())).fetch(*paths)
    assert inbox.heading == "2 af 8 har afleveret"
    assert inbox.rows() == [
        ("Afvist", "pakke-00002.kvik", "Er ikke en hel KVIK-pakke"),
        ("Godkendt", "Børnehuset Engblomme", "28 delkriterier"),
        ("Godkendt", "Åkandenskolen", "28 delkriterier"),
    ]
    assert inbox.note[:2] == ["4 filer er hentet", "2 godkendt, 1 afvist, 1 modtaget før."]
    inbox.see_files()
    assert [outcome for outcome, _, _ in inbox.verdicts()] == [
        "Afvist",
        "Godkendt",
        "Godkendt",
        "Modtaget før",
    ]
    assert inbox.next_words == "Til indbakken"
    inbox.hand.primary()
    assert inbox.page.table.isVisible()
    assert "pakke-00002.kvik" in inbox.panel


@pytest.mark.parametrize("hand", HANDS)
def test_a_file_of_an_import_is_told_about_and_found_in_the_inbox(
    start: Start, hall: TownHall, hand: Callable[[Window], Hand]
) -> None:
    paths = hall.files([*hall.packages([0]), hall.newcomer(), b"junk"])
    inbox = Inbox(hand(start())).fetch(*paths).filter("Godkendt").see_files()
    assert not inbox.page.filters.isVisible()
    assert [outcome for outcome, _, _ in inbox.verdicts()] == ["Karantæne", "Afvist", "Godkendt"]
    assert "Vælg filen i indbakken, ring til lederen, og godkend nøglen der." in inbox.panel
    inbox.hand.press(inbox.act)
    assert inbox.page.table.isVisible()
    assert inbox.page.panel.check is not None
    assert inbox.rows()[inbox.page.table.currentIndex().row()][0] == "Karantæne"


def test_the_digits_one_types_are_seen_whole(start: Start, hall: TownHall) -> None:
    inbox = Inbox(Mouse(start())).fetch(*hall.files([hall.newcomer()]))
    check = inbox.page.panel.check
    assert check is not None
    for field in check.fields:
        inbox.hand.enter(field)
        option, contents = QStyleOptionFrame(), QStyle.SubElement.SE_LineEditContents
        field.initStyleOption(option)
        room = field.style().subElementRect(contents, option, field)
        assert QFontMetrics(field.font()).horizontalAdvance("08888") + 4 <= room.width()
    bar = inbox.page.panel.horizontalScrollBar()
    assert bar.maximum() == 0


def test_a_refresh_of_the_import_takes_no_focus(start: Start, hall: TownHall) -> None:
    inbox = Inbox(Keys(start())).fetch(*hall.files(hall.packages([0]))).see_files()
    assert inbox.imported.table.hasFocus()
    primary = frame(inbox.hand.window).foot.primary
    primary.setFocus()
    inbox.page.refresh()
    assert primary.hasFocus()


@pytest.mark.parametrize("hand", HANDS)
def test_a_folder_is_taken_in(start: Start, hall: TownHall, hand: Callable[[Window], Hand]) -> None:
    [first, *_] = hall.files(hall.packages(range(5)))
    inbox = Inbox(hand(start())).fetch_folder(first.parent)
    assert inbox.heading == "5 af 8 har afleveret"


def test_nothing_is_asked_of_the_database_when_no_file_is_chosen(start: Start) -> None:
    inbox = Inbox(Keys(start())).fetch()
    assert inbox.rows() == []
    assert inbox.page.office.running is None


def test_a_folder_with_nothing_in_it_is_told(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "andet"
    folder.mkdir()
    (folder / "brev.txt").write_text("Kære koordinator")
    inbox = Inbox(Mouse(start())).fetch_folder(folder)
    assert inbox.note[0] == "Der var ingen pakker at hente"
    assert ".kvik" in inbox.note[1]


def test_a_model_alone_is_told_as_a_model(start: Start) -> None:
    example = Resources().path("modelpakker", "eksempel", "fjordby-tillaeg.json")
    made = start()
    made.take([example])
    assert Inbox(Mouse(made)).note[0] == "Modellen er hentet"


def test_a_file_dropped_twice_is_taken_in_once(start: Start, hall: TownHall) -> None:
    [path] = hall.files(hall.packages([0]))
    inbox = Inbox(Mouse(start()))
    inbox.hand.window.take([path, path, path.parent])
    assert inbox.note[:2] == ["3 filer er hentet", "1 godkendt, 2 modtaget før."]
    assert len(inbox.rows()) == 1


def test_a_database_that_is_gone_takes_nothing_in(start: Start, hall: TownHall, tmp_path: Path) -> None:
    [path] = hall.files(hall.packages([0]))
    inbox = Inbox(Mouse(start()))
    for part in hall.folder.glob("central.db*"):
        part.unlink()
    inbox.hand.window.take([path])
    assert inbox.page.office.running is None
    assert "flyttet eller slettet" in " ".join(texts(frame(inbox.hand.window)._problem))


def test_files_and_folders_can_be_dropped(start: Start, hall: TownHall, tmp_path: Path) -> None:
    paths = hall.files(hall.packages([0]))
    inbox = Inbox(Keys(start()))
    assert not inbox.page.drop([tmp_path / "brev.txt"])
    inbox.hand.window.take([paths[0].parent])
    assert inbox.heading == "1 af 8 har afleveret"


def test_packages_named_on_the_way_in_are_taken_in(start: Start, hall: TownHall) -> None:
    paths = hall.files(hall.packages([0, 3]))
    made = start()
    made.open(hall.folder / "central.db", "coordinator", paths)
    assert Inbox(Keys(made)).heading == "2 af 8 har afleveret"


@pytest.mark.parametrize("hand", HANDS)
def test_a_key_is_approved_after_its_digits_were_compared(
    start: Start, hall: TownHall, hand: Callable[[Window], Hand]
) -> None:
    paths = hall.files([hall.newcomer(), *hall.packages([NEWCOMER])])
    inbox = Inbox(hand(start())).fetch(*paths)
    name = hall.world.institution(NEWCOMER).name
    assert inbox.rows() == [("Karantæne", name, "Nøglen er ikke godkendt endnu")] * 2
    assert inbox.page.panel.check is not None
    shown = [text for text in inbox.panel if text.isdigit() and len(text) == 5]
    own = hall.world.key(NEWCOMER).public
    assert len(shown) == 6
    assert set(shown) < set(own.digits)
    inbox.compare(inbox.page.panel.check, own, wrong=True)
    assert any("Cifrene passer ikke" in text for text in inbox.panel)
    assert inbox.page.signing is None
    for field in inbox.page.panel.check.fields:
        field.clear()
    inbox.compare(inbox.page.panel.check, own)
    inbox.sign("forkert")
    assert inbox.dialog.field.error
    inbox.sign(PASSPHRASE)
    assert [outcome for outcome, _, _ in inbox.rows()] == ["Godkendt", "Godkendt"]
    assert "Nøglen for" in inbox.said
    assert "1 pakke er kommet ud" not in inbox.said  # the enrolment and the package: two
    assert "2 pakker er kommet ud af karantænen" in inbox.said
    assert inbox.heading == "1 af 9 har afleveret"


def test_a_package_without_an_enrolment_cannot_be_approved_from(start: Start, hall: TownHall) -> None:
    inbox = Inbox(Keys(start())).fetch(*hall.files(hall.packages([NEWCOMER])))
    assert inbox.page.panel.check is None
    assert any("ingen tilmelding" in text for text in inbox.panel)


def test_without_a_list_the_act_is_to_make_one(start: Start, hall: TownHall) -> None:
    (hall.folder / "tillidsliste.kvik").unlink()
    inbox = Inbox(Mouse(start())).fetch(*hall.files([hall.newcomer()]))
    assert inbox.act.text() == "Lav tillidslisten først"


def test_another_key_for_a_known_institution_is_a_hard_stop(start: Start, hall: TownHall) -> None:
    impostor = enrolment(key("fremmed"), institution=hall.world.institution(0), campaign=None, audience=None)
    inbox = Inbox(Mouse(start())).fetch(*hall.files([impostor]))
    [(outcome, _, what)] = inbox.rows()
    assert (outcome, what) == (
        "Karantæne",
        "Er underskrevet med en anden nøgle end den, du har godkendt",
    )
    assert inbox.page.panel.check is None
    assert inbox.act.text() == "Gå til Institutioner"


def test_the_municipalitys_own_model_is_handed_in(start: Start, hall: TownHall) -> None:
    example = Resources().path("modelpakker", "eksempel", "fjordby-tillaeg.json")
    own = hall.with_own_model(example)
    paths = own.files(own.packages([0]))
    (hall.folder / "tillidsliste.kvik").write_bytes(own.list_bytes())
    inbox = Inbox(Mouse(start())).fetch(*paths)
    assert inbox.rows()[0][2] == SHORT[Code.W_MODEL].message
    inbox.answer_chooser(example)
    inbox.hand.press(inbox.act)
    assert inbox.rows()[0][2] == "28 delkriterier"
    assert any("kontrolleret efter jeres egen model" in text for text in inbox.note)


def test_a_faulty_model_is_told_and_nothing_is_changed(start: Start, hall: TownHall, tmp_path: Path) -> None:
    faulty = tmp_path / "egen.json"
    faulty.write_text(json.dumps({"format": "kvik-modelpakke/1"}))
    made = start()
    made.take([faulty])
    inbox = Inbox(Keys(made))
    assert inbox.page.office.running is None
    assert made.room is not None
    assert made.room.frame._problem is not None


@pytest.mark.parametrize("hand", HANDS)
def test_the_list_is_filtered_and_searched(
    start: Start, hall: TownHall, hand: Callable[[Window], Hand]
) -> None:
    hall.take([*hall.packages([0, 1, 2]), b"junk"], hall.approved)
    inbox = Inbox(hand(start())).filter("Godkendt")
    assert {outcome for outcome, _, _ in inbox.rows()} == {"Godkendt"}
    inbox.filter("Afvist")
    assert [who for _, who, _ in inbox.rows()] == ["pakke-00003.kvik"]
    inbox.filter("Alle").find("åkand")
    assert [who for _, who, _ in inbox.rows()] == ["Åkandenskolen"]


def test_a_search_that_finds_nothing_leaves_nothing_chosen(start: Start, hall: TownHall) -> None:
    hall.take(hall.packages([0]), hall.approved)
    inbox = Inbox(Keys(start())).find("findes ikke")
    assert inbox.rows() == []
    assert "Når du vælger en fil" in " ".join(inbox.panel)


@pytest.mark.parametrize("hand", HANDS)
def test_many_accepted_files_of_an_import_are_one_row(
    start: Start, hall: TownHall, hand: Callable[[Window], Hand]
) -> None:
    many = replace(hall, size=20)
    many.settle_in()
    many.take([*many.packages(range(12)), b"junk"], many.approved)
    many.database.close()
    inbox = Inbox(hand(start()))
    assert [row[:2] for row in inbox.rows()] == [("Afvist", "pakke-00012.kvik"), ("Godkendt", "12 godkendt")]
    inbox.choose("12 godkendt").open()
    assert len(inbox.rows()) == 14
    inbox.choose("12 godkendt").open()
    assert len(inbox.rows()) == 2
    inbox.filter("Godkendt")
    assert len(inbox.rows()) == 12


def test_a_refresh_keeps_the_chosen_file_and_what_is_typed_about_it(start: Start, hall: TownHall) -> None:
    inbox = Inbox(Mouse(start())).fetch(*hall.files([hall.newcomer(), b"junk"]))
    check = inbox.page.panel.check
    assert check is not None
    check.fields[0].setText("123")
    inbox.fetch(*hall.files(hall.packages([0]), "mere"))
    assert inbox.page.panel.check is check
    assert check.fields[0].text() == "123"


def test_enter_goes_to_what_can_be_done(start: Start, hall: TownHall) -> None:
    inbox = Inbox(Keys(start())).fetch(*hall.files([hall.newcomer()])).open()
    assert inbox.page.panel.check is not None
    assert inbox.page.panel.check.fields[0].hasFocus()


def test_the_verdicts_can_be_kept_as_a_table(start: Start, hall: TownHall, tmp_path: Path) -> None:
    inbox = Inbox(Mouse(start())).fetch(*hall.files([*hall.packages([0]), b"junk"]))
    out = tmp_path / "liste.csv"
    inbox.see_files().answer_chooser(out)
    inbox.other("Gem listen…")
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig")), delimiter=";"))
    assert [row["Kode"] for row in rows] == ["", "E_CONTAINER"]
    assert rows[0]["Institution"] == "Børnehuset Engblomme"
    assert rows[1]["Det skal du gøre"]
    assert "liste.csv" in inbox.said


def test_the_list_is_copied_as_a_table(start: Start, hall: TownHall) -> None:
    hall.take(hall.packages([0]), hall.approved)
    inbox = Inbox(Mouse(start()))
    inbox.other("Kopiér listen")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Afgørelse\tInstitution\tHvad skete der?\tModtaget"
    assert lines[1].startswith("Godkendt\tBørnehuset Engblomme, Dagtilbud, udgave 1\t28 delkriterier\t")


def test_keys_of_the_page(start: Start, hall: TownHall) -> None:
    inbox = Inbox(Keys(start()))
    inbox.answer_chooser(*hall.files(hall.packages([0])))
    assert isinstance(inbox.hand, Keys)
    inbox.hand.key(Qt.Key.Key_I, CONTROL)
    assert inbox.heading == "1 af 8 har afleveret"
    inbox.hand.key(Qt.Key.Key_F, CONTROL)
    assert inbox.page.filters.search.hasFocus()


def test_every_code_has_a_short_sentence() -> None:
    assert set(SHORT) == set(Code)


def waiting(start: Start, held: HeldTasks) -> Inbox:
    """The inbox of a window where nothing is done until the test lets it."""
    made = start(tasks=held)
    held.step_until(lambda: made.room is not None and made.room.page is not None)
    inbox = Inbox(Keys(made))
    held.step_until(lambda: bool(inbox.heading))
    return inbox


def test_a_running_import_is_seen_stopped_and_survives_another_language(start: Start, hall: TownHall) -> None:
    paths = hall.files([hall.packages([0])[0]] * 400)
    held = HeldTasks()
    inbox = waiting(start, held)
    made, office = inbox.hand.window, inbox.page.office
    inbox.fetch(*paths)
    held.step_until(lambda: office.running is not None and office.running.done > 0)
    assert inbox.page.notes.progress is not None
    assert inbox.hint == "Vent, til de andre filer er hentet."
    made.take(paths[:1])
    assert inbox.said.startswith("Vent, til de andre filer er hentet.")
    made.change_settings(replace(made.settings, language="en"))
    assert inbox.page.notes.progress is not None
    QTest.mouseClick(inbox.page.notes.progress.stop, Qt.MouseButton.LeftButton)
    held.release()
    assert office.running is None
    report = office.last
    assert report is not None
    assert report.cancelled
    assert 0 < len(report.files) < 400
    assert inbox.page.notes.note is not None


def test_when_the_database_is_left_an_import_stops_after_the_files_at_hand(
    start: Start, hall: TownHall
) -> None:
    paths = hall.files([hall.packages([0])[0]] * 400)
    held = HeldTasks()
    inbox = waiting(start, held)
    office = inbox.page.office
    inbox.fetch(*paths)
    held.step_until(lambda: office.running is not None and office.running.done > 0)
    inbox.hand.window.leave()
    held.release()
    assert office.running is not None
    assert office.running.done < 400
