"""Step 1 in a window on a real file: who, how and when, written straight in, saved and undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.evaluation.preparing import Preparation, preparation
from kvik_desktop.evaluation.screens.preparation_words import Part
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method, Sector
from kvik_desktop.shell.window import Window
from kvik_desktop.storage.opening import Access
from tests.drivers.hand import HANDS, Hand, Keys, Mouse, write
from tests.drivers.preparation import Preparing
from tests.journey import Journey
from tests.window import ToldChooser, opened

Start = Callable[..., Preparing]
By = Callable[[Window], Hand]
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return Journey(tmp_path, clock)


@pytest.fixture
def start(qtbot: QtBot, journey: Journey) -> Start:
    """Close the file that was prepared, and open it in a window at step 1."""

    def begin(hand: By = Keys, **kwargs: Any) -> Preparing:
        journey.file.close()
        return Preparing(hand(opened(qtbot, journey.path, **kwargs)))

    return begin


def kept(driver: Preparing) -> Preparation:
    """What the open file has."""
    driver.page.flush()
    found: list[Preparation] = []
    driver.page.desk.ask(preparation).then(found.append)
    return found[0]


@pytest.mark.parametrize("hand", HANDS)
def test_a_new_file_asks_for_the_people_and_then_leads_to_the_answers(start: Start, hand: By) -> None:
    page = start(hand)
    assert page.page.place == "deltagere"
    assert page.hint == "Skriv mindst én deltager først."
    page.add("Anna Holm", "Leder").add("Bo", "pædagog").add("Carla")
    assert page.names() == ["Anna Holm", "Bo", "Carla"]
    assert [(each.role, each.leader) for each in kept(page).people] == [
        ("Leder", True), ("pædagog", False), ("", False),
    ]  # fmt: skip
    assert page.page.people.new.name.text() == ""
    assert page.next_words == "Videre: de første svar"
    page.next()
    room = page.hand.window.room
    assert room is not None
    assert room.place == "2 "


def test_a_pasted_list_becomes_participants_in_one_step(start: Start) -> None:
    page = start().paste("Navn\tRolle\nAnna\tLeder\nBo\tPædagog\n")
    assert page.names() == ["Anna", "Bo"]
    assert page.page.people.new.name.text() == ""
    keys = page.hand
    assert isinstance(keys, Keys)
    keys.key(Qt.Key.Key_Z, CONTROL)
    assert page.names() == []


def test_somebody_who_is_on_the_list_stays_as_they_are(start: Start, journey: Journey) -> None:
    journey.gather_people()
    page = start().paste("anna\nFrida\televen\n")
    assert page.names() == ["Anna", "Bo", "Carla", "Dines", "Eva", "Frida"]
    assert kept(page).people[0].leader
    page.add("Anna")
    assert len(page.names()) == 6
    assert page.page.people.new.name.text() == "Anna"


@pytest.mark.parametrize("hand", HANDS)
def test_a_participant_is_renamed_made_leader_and_removed_in_place(
    start: Start, journey: Journey, hand: By
) -> None:
    journey.gather_people()
    page = start(hand).go_to(Part.PEOPLE).rename("Bo", "Bo Berg")
    assert page.names()[1] == "Bo Berg"
    page.toggle_leader("Anna")
    assert page.said()["Deltagere"] == "Lederen mangler"
    assert page.hint == "I mangler at sætte kryds ved lederen."
    page.toggle_leader("Bo Berg").remove("Carla")
    found = kept(page).people
    assert [(each.name, each.leader) for each in found] == [
        ("Anna", False), ("Bo Berg", True), ("Dines", False), ("Eva", False),
    ]  # fmt: skip
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_removing_is_undone_with_the_answers(start: Start, journey: Journey) -> None:
    journey.gather_people().answer("Bo", "k1.1", 3)
    page = start().go_to(Part.PEOPLE).remove("Bo")
    keys = page.hand
    assert isinstance(keys, Keys)
    keys.key(Qt.Key.Key_Z, CONTROL)
    assert page.names() == ["Anna", "Bo", "Carla", "Dines", "Eva"]


def test_alt_and_an_arrow_move_a_participant_and_focus_goes_along(start: Start, journey: Journey) -> None:
    journey.gather_people()
    page = start().go_to(Part.PEOPLE)
    field = page.row("Bo").name
    page.hand.enter(field)
    QTest.keyClick(field, Qt.Key.Key_Up, ALT)
    assert page.names() == ["Bo", "Anna", "Carla", "Dines", "Eva"]
    assert QApplication.focusWidget() is field
    QTest.keyClick(field, Qt.Key.Key_Up, ALT)
    assert page.names()[0] == "Bo"


def test_a_name_that_is_taken_is_refused_where_it_stands(start: Start, journey: Journey) -> None:
    journey.gather_people()
    page = start().go_to(Part.PEOPLE).rename("Bo", "Anna")
    row = next(row for row in page.rows() if row.person.name == "Bo")
    assert row.name.text() == "Anna"
    assert "samme navn" in row.name.accessibleDescription()
    assert [each.name for each in kept(page).people][1] == "Bo"
    page.hand.enter(row.name)
    row.name.selectAll()
    write("Bodil")
    assert [each.name for each in kept(page).people][1] == "Bodil"
    assert row.name.accessibleDescription() == ""


def test_what_is_being_typed_is_not_disturbed_by_a_change_elsewhere(start: Start, journey: Journey) -> None:
    journey.gather_people()
    page = start().go_to(Part.PEOPLE)
    field = page.row("Bo").name
    page.hand.enter(field)
    field.end(False)
    write(" Ber")
    page.page.refresh()
    assert field.text() == "Bo Ber"
    write("g")
    assert kept(page).people[1].name == "Bo Berg"
    assert field.cursorPosition() == len("Bo Berg")


@pytest.mark.parametrize("hand", HANDS)
def test_the_units_facts_are_saved_one_by_one(start: Start, journey: Journey, hand: By) -> None:
    journey.gather_people()
    page = start(hand).call_it("Børnehuset Solstrålen").choose_sector(Sector.SCHOOL)
    found = kept(page)
    assert (found.unit.name, found.unit.sector) == ("Børnehuset Solstrålen", Sector.SCHOOL)
    municipality = page.page.unit.municipality.control
    page.hand.enter(municipality)
    write("Odense")
    QTest.keyClick(municipality.field, Qt.Key.Key_Return)
    assert kept(page).unit.municipality == "461"
    assert page.said()["Jeres institution"] == "Børnehuset Solstrålen"


def test_a_unit_without_a_name_is_refused_beside_the_field(start: Start, journey: Journey) -> None:
    journey.gather_people()
    page = start().call_it(" ")
    assert "skal have et navn" in page.page.unit.name.error
    assert kept(page).unit.name == "Børnehuset"
    page.call_it("Skoven")
    assert page.page.unit.name.error == ""
    assert kept(page).unit.name == "Skoven"


@pytest.mark.parametrize("hand", HANDS)
def test_model_and_method_are_chosen_until_somebody_has_answered(
    start: Start, journey: Journey, hand: By
) -> None:
    journey.gather_people()
    page = start(hand).choose_model("KVIK (CAF 2020)")
    found = kept(page)
    assert (found.package.id, found.evaluation.method) == ("kvik", Method.CLASSICAL)
    page.choose_method(Method.FINE)
    assert kept(page).evaluation.method is Method.FINE
    page.choose_model("KVIK kort, for små institutioner")
    assert kept(page).evaluation.method is Method.SCALE5


def test_after_the_first_answer_model_and_method_are_only_read(start: Start, journey: Journey) -> None:
    journey.gather_people().answer("Bo", "k1.1", 3)
    page = start().go_to(Part.MODEL)
    buttons = [*page.page.model.model.buttons.values(), *page.page.model.method.buttons.values()]
    assert not any(button.isEnabled() for button in buttons)
    assert page.page.model.locked.isVisible()


def test_days_are_set_and_taken_away_and_an_odd_order_is_remarked(start: Start, journey: Journey) -> None:
    journey.gather_people()
    page = start().set_day(Milestone.MEETING, date(2026, 12, 1)).set_day(Milestone.ANSWERS, date(2026, 12, 9))
    assert kept(page).days == {
        Milestone.MEETING: date(2026, 12, 1),
        Milestone.ANSWERS: date(2026, 12, 9),
    }
    assert page.said()["Datoer"] == "2 datoer"
    assert page.page.days.odd.isVisible()
    field = page.page.days.days[Milestone.ANSWERS].control
    page.hand.enter(field)
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert kept(page).days == {Milestone.MEETING: date(2026, 12, 1)}
    assert not page.page.days.odd.isVisible()


def test_people_come_from_a_file(start: Start, tmp_path: Path) -> None:
    table, bad = tmp_path / "deltagere.csv", tmp_path / "forkert.csv"
    table.write_text("navn;rolle;leder\nAnna;leder;ja\nBo;pædagog;\n", encoding="utf-8")
    bad.write_text("hvem;hvad\nAnna;leder\n", encoding="utf-8")
    page = start(Mouse, chooser=ToldChooser([[table], [bad]])).other("Hent fra fil…")
    assert page.names() == ["Anna", "Bo"]
    page.other("Hent fra fil…")
    assert page.names() == ["Anna", "Bo"]
    assert page.page.drop([table])
    assert not page.page.drop([tmp_path / "billede.png"])


def test_after_the_reveal_nobody_comes_or_goes_but_names_are_corrected(
    start: Start, journey: Journey
) -> None:
    journey.gather_people().answer("Bo", "k1.1", 3).reveal()
    page = start().go_to(Part.PEOPLE)
    assert not page.page.people.new.isVisible()
    assert not page.row("Bo").remove.isEnabled()
    assert page.rename("Bo", "Bo Berg").names()[1] == "Bo Berg"
    assert page.next_words == "Videre: konsensus"


def test_a_file_that_can_only_be_read_changes_nothing(start: Start, journey: Journey, qtbot: QtBot) -> None:
    journey.gather_people()
    journey.file.close()
    with open_file(journey.path, Access.WRITE):
        page = Preparing(Keys(opened(qtbot, journey.path))).go_to(Part.PEOPLE)
        assert page.row("Bo").name.isReadOnly()
        assert not page.page.people.new.isVisible()
        page.go_to(Part.UNIT)
        assert page.page.unit.name.control.isReadOnly()


def test_one_comes_back_to_where_one_was(start: Start, journey: Journey, qtbot: QtBot) -> None:
    journey.gather_people()
    page = start().go_to(Part.DAYS)
    window = page.hand.window
    assert window.room is not None
    assert window.room.place == "1 datoer"
    window.leave()
    assert Preparing(Keys(opened(qtbot, journey.path))).page.place == "datoer"


def test_everything_that_can_have_focus_has_a_name(start: Start, journey: Journey) -> None:
    journey.gather_people()
    page = start()
    for part in Part:
        page.go_to(part)
        for widget in page.page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_who_has_pasted_many_names_sees_where_the_next_is_written(start: Start, qtbot: QtBot) -> None:
    driver = start()
    line = driver.paste("\n".join(f"Navn {number}" for number in range(14))).page.people.new.name
    assert line.hasFocus()
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().size() == line.size())
