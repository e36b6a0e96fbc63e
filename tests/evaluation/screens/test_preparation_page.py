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
from kvik_desktop.evaluation.preparing.model import Circumstances, Time
from kvik_desktop.evaluation.preparing.path import Part
from kvik_desktop.evaluation.preparing.preparation import Preparation, preparation
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
    assert page.next_words == "Videre: datoer"
    page.to_answers()
    room = page.hand.window.room
    assert room is not None
    assert room.place == "2 "


def preview_of(page: Preparing) -> list[str]:
    """What is shown before anybody is added."""
    return [f"{box.words.text()}: {box.second.text()}" for _, box in page.page.people.preview.lines]


def test_a_pasted_list_is_shown_and_then_becomes_participants_in_one_step(start: Start) -> None:
    page = start().paste("Hej\nNavn\tRolle\nAnna\tLeder\nBo\tPædagog\n")
    assert page.names() == []
    assert preview_of(page) == ["Anna, Leder: Ny", "Bo, Pædagog: Ny"]
    assert page.page.people.new.name.text() == ""
    assert page.next_words == "Tilføj 2 deltagere"
    page.take_preview()
    assert page.names() == ["Anna", "Bo"]
    assert page.page.people.preview.isHidden()
    keys = page.hand
    assert isinstance(keys, Keys)
    keys.key(Qt.Key.Key_Z, CONTROL)
    assert page.names() == []


def test_a_single_address_is_a_name(start: Start) -> None:
    assert start().add("Anna Holm <anna.holm@skolen.dk>", "leder").names() == ["Anna Holm"]


def test_who_is_not_wanted_is_left_out_of_a_pasted_list(start: Start) -> None:
    page = start(Mouse).paste("Anna\nBo\nCarla")
    page.hand.press(page.page.people.preview.lines[1][1].box)
    assert page.next_words == "Tilføj 2 deltagere"
    page.next()
    assert page.names() == ["Anna", "Carla"]


def test_escape_drops_a_pasted_list(start: Start) -> None:
    page = start().paste("Anna\nBo")
    keys = page.hand
    assert isinstance(keys, Keys)
    keys.key(Qt.Key.Key_Escape)
    assert page.page.people.preview.isHidden()
    assert (page.names(), page.page.people.new.name.hasFocus()) == ([], True)


def test_somebody_who_is_on_the_list_stays_as_they_are(start: Start, journey: Journey) -> None:
    journey.gather_people()
    page = start().paste("anna\nFrida\televen\n")
    assert preview_of(page) == ["anna: Står allerede på listen og ændres ikke", "Frida, eleven: Ny"]
    page.take_preview()
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
    assert page.names() == []
    page.next()
    assert page.names() == ["Anna", "Bo"]
    page.toggle_leader("Bo").other("Hent fra fil…")
    assert page.names() == ["Anna", "Bo"]
    assert page.page.drop([table])
    assert preview_of(page)[1] == "Bo, pædagog: Står på listen og får en anden rolle"
    page.next()
    assert [each.leader for each in kept(page).people] == [True, False]
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
    driver = start().paste("\n".join(f"Navn {number}" for number in range(14))).take_preview()
    line = driver.page.people.new.name
    assert line.hasFocus()
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().size() == line.size())


def test_the_path_leads_through_what_can_wait_and_stands_where_it_was_left(
    start: Start, journey: Journey, qtbot: QtBot
) -> None:
    journey.gather_people()
    page = start()
    assert page.page.place == "datoer"
    assert page.said()["Program"] == page.said()["Udskrift"] == "Kan vente"
    page.propose_days()
    assert page.said()["Datoer"] == "6 datoer"
    assert kept(page).evaluation.retention is not None
    assert not page.page.days.propose.isVisible()
    page.next()
    assert page.page.place == "program"
    page.next()
    assert (page.page.place, page.said()["Program"]) == ("print", "En dag med KVIK kort")
    page.next()
    room = page.hand.window.room
    assert room is not None
    assert room.place == "2 "


def test_all_proposed_days_are_one_step_of_undo(start: Start, journey: Journey) -> None:
    journey.gather_people()
    page = start().set_day(Milestone.MEETING, date(2026, 12, 1)).propose_days()
    assert kept(page).days[Milestone.PLAN] == date(2026, 12, 15)
    keys = page.hand
    assert isinstance(keys, Keys)
    keys.key(Qt.Key.Key_Z, CONTROL)
    assert kept(page).days == {Milestone.MEETING: date(2026, 12, 1)}


@pytest.mark.parametrize("hand", HANDS)
def test_the_advice_follows_what_is_said_and_is_taken(start: Start, journey: Journey, hand: By) -> None:
    page = start(hand).go_to(Part.MODEL)
    view = page.page.model
    assert "lettest" in view.advice.words
    assert not view.advice.take.isVisible()
    page.hand.enter(view.circumstances.people.control)
    view.circumstances.people.control.selectAll()
    write("10")
    for radios, key in ((view.circumstances.time, Time.DAYS), (view.circumstances.first_time, False)):
        page.hand.choose_radio(radios.buttons[key])
    assert "10 personer × 20 timer = ca. 200 timer i alt." in view.advice.words
    assert kept(page).circumstances == Circumstances(10, Time.DAYS, experienced=True)
    page.hand.press(view.advice.take)
    assert (kept(page).package.id, kept(page).evaluation.method) == ("kvik", Method.CLASSICAL)
    assert not view.advice.take.isVisible()


def test_those_on_the_list_are_counted_and_not_asked_about(start: Start, journey: Journey) -> None:
    journey.gather_people()
    page = start().go_to(Part.MODEL)
    assert not page.page.model.circumstances.people.isVisible()
    assert "5 personer × 7 timer = ca. 35 timer i alt." in page.page.model.advice.words


@pytest.mark.parametrize("hand", HANDS)
def test_the_checklist_is_ticked_by_people_and_by_the_program(
    start: Start, journey: Journey, hand: By
) -> None:
    journey.gather_people()
    page = start(hand).tick("beslut-med")
    parts = page.page.steps.parts
    assert parts["beslut"].heading.text() == "1. Beslut og planlæg (2 af 6)"
    known = parts["beslut"].lines["beslut-model"]
    assert known.second.text() == "Modellen er valgt."
    page.hand.press(known.box)
    assert known.box.isChecked()
    assert parts["gruppe"].heading.text() == "3. Saml gruppen (1 af 6)"
    page.tick("beslut-med")
    assert parts["beslut"].heading.text() == "1. Beslut og planlæg (1 af 6)"


def test_papers_are_saved_as_files_and_none_is_replaced(
    start: Start, journey: Journey, tmp_path: Path
) -> None:
    journey.gather_people()
    folder = tmp_path / "ark"
    folder.mkdir()
    page = start(Mouse, chooser=ToldChooser([[folder], [folder]])).go_to(Part.PAPERS)
    page.hand.enter(page.page.papers.contact.control)
    write("dpo@kommunen.dk")
    assert kept(page).evaluation.privacy_contact == "dpo@kommunen.dk"
    assert page.other("Gem 4 ark…").said()["Udskrift"] == "4 ark er gemt"
    page.hand.press(page.page.papers.lines["ti trin"].box)
    page.other("Gem 5 ark…")
    assert sorted(path.name for path in folder.iterdir()) == [
        "Børnehuset De ti trin.pdf",
        "Børnehuset Oplysning til deltagerne 2.pdf",
        "Børnehuset Oplysning til deltagerne.pdf",
        "Børnehuset Opslag til alle ansatte 2.pdf",
        "Børnehuset Opslag til alle ansatte.pdf",
        "Børnehuset Program 2.pdf",
        "Børnehuset Program.pdf",
        "Børnehuset Trappen 2.pdf",
        "Børnehuset Trappen.pdf",
    ]
    assert all(path.read_bytes().startswith(b"%PDF") for path in folder.iterdir())


def test_the_programme_begins_when_the_team_does(start: Start, journey: Journey) -> None:
    journey.gather_people()
    page = start().go_to(Part.PROGRAMME)
    view = page.page.programme
    page.hand.choose_radio(view.options.buttons["en-formiddag"])
    assert kept(page).intention.programme == "en-formiddag"
    page.hand.enter(view.begins.control)
    QTest.keyClick(view.begins.control, Qt.Key.Key_Up)
    assert kept(page).intention.shift == -15
