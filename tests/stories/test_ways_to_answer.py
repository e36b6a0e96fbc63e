"""Sheets are given out, filled in and dropped as one folder; every way leads to the same place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation.answering import Sheet, sheet_of
from kvik_desktop.evaluation.collecting.answer_page import usecases as answer_pages
from kvik_desktop.evaluation.collecting.sheets.content import field_name
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.own_code import usecases as own_code
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.window import Window
from kvik_desktop.storage.opening import Access
from tests.drivers.answering import Answering
from tests.drivers.collecting import Collecting
from tests.drivers.hand import HANDS, Hand, Keys, Mouse
from tests.evaluation.collecting.answer_page.filled import as_bytes, sealed_file, sheet
from tests.evaluation.collecting.pdf_form.filling import filled
from tests.held_tasks import HeldTasks
from tests.journey import PEOPLE, Journey
from tests.window import ToldChooser, opened, window

SCORES = {"Anna": 2, "Bo": 4, "Carla": 1}
"""Who answers everything by which figure: one by a page, one by a form, one by a table."""


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return Journey(tmp_path, clock).gather_people()


@pytest.fixture
def back(tmp_path: Path) -> Path:
    folder = tmp_path / "retur"
    folder.mkdir()
    return folder


Start = Callable[..., Collecting]


@pytest.fixture
def start(qtbot: QtBot, journey: Journey, tmp_path: Path) -> Start:
    out = tmp_path / "skemaer"
    out.mkdir()

    def begin(hand: Callable[[Window], Hand] = Mouse, *answers: list[Path]) -> Collecting:
        journey.file.close()
        chooser = ToldChooser([list(each) for each in answers] or [[out]] * 4)
        return Collecting(hand(opened(qtbot, journey.path, chooser=chooser)))

    return begin


def sheet_in(page: Collecting, journey: Journey, name: str) -> Sheet:
    room = page.hand.window.room
    assert room is not None
    found: list[Sheet | None] = []
    room.desk.ask(sheet_of, journey.id, journey.people[name]).then(found.append)
    assert found[0] is not None
    return found[0]


def answer_page(journey: Journey, name: str, score: int, folder: Path) -> Path:
    """What a browser saves for somebody, from the evaluation's own key and that person's page."""
    with open_file(journey.path, Access.READ) as file:
        pages = {page.participant: page for _, page in file.ask(answer_pages.contents, journey.id)}
    given = {each: {"score": score} for each in journey.subcriteria}
    path = folder / f"{name}.kviksvar"
    path.write_bytes(as_bytes(sealed_file(pages[name], sheet(pages[name], given))))
    return path


def pdf_form(journey: Journey, form: Path, score: int, folder: Path) -> Path:
    """A form filled in and sent back under another name."""
    values = {field_name(each, "score"): str(score) for each in journey.subcriteria}
    path = folder / f"udfyldt {form.stem}.pdf"
    path.write_bytes(filled(form.read_bytes(), values))
    return path


def table(journey: Journey, name: str, score: int, folder: Path) -> Path:
    """Scores in a spreadsheet."""
    rows = [f"{name};{each};{score}" for each in journey.subcriteria]
    path = folder / f"{name}.csv"
    path.write_text("\n".join(["deltager;delkriterium;score", *rows]), encoding="utf-8")
    return path


@pytest.mark.parametrize("hand", HANDS)
def test_every_way_by_files_leads_to_the_same_place(
    start: Start, journey: Journey, tmp_path: Path, back: Path, hand: Callable[[Window], Hand]
) -> None:
    out = tmp_path / "skemaer"
    page = start(hand).hand_out()
    assert set(page.given().values()) == {"Har ikke fået noget"}
    page.by(Way.ANSWER_PAGE).only_to("Anna").next()
    page.by(Way.PDF_FORM).only_to("Bo").next()
    page.by(Way.PAPER).only_to("Carla").next()
    page.about("k2 Strategi og mål").only_to("Dines").next()
    assert sorted(path.name for path in out.iterdir()) == [
        "Papirskema Carla.pdf",
        "Papirskema Dines, kriterium k2.pdf",
        "Svarside Anna.html",
        "Svarskema Bo.pdf",
    ]
    assert page.given()["Anna"].startswith("Svarside ")
    assert page.given()["Eva"] == "Har ikke fået noget"
    answer_page(journey, "Anna", SCORES["Anna"], back)
    pdf_form(journey, out / "Svarskema Bo.pdf", SCORES["Bo"], back)
    table(journey, "Carla", SCORES["Carla"], back)
    (back / "ferie.pdf").write_bytes(b"%PDF-1.4\nnoget helt andet")
    page.drop([back])
    told = page.verdicts()
    assert told["Anna.kviksvar"] == "Anna: 20 svar (Svarside)."
    assert told["udfyldt Svarskema Bo.pdf"] == "Bo: 20 svar (PDF-skema)."
    assert told["Carla.csv"] == "Carla: 20 svar (Tabel)."
    assert "beskadiget" in told["ferie.pdf"] and "Bed om et nyt eksemplar" in told["ferie.pdf"]
    page.back()
    states = page.people()
    assert all(states[name].startswith("Afleveret") for name in SCORES)
    assert {states[name] for name in ("Dines", "Eva")} == {"Ikke begyndt"}
    for name, score in SCORES.items():
        own = sheet_in(page, journey, name)
        assert {own.of(each).rating for each in journey.subcriteria} == {Rating(score)}


def test_nothing_that_lies_in_the_folder_is_written_over(start: Start, tmp_path: Path) -> None:
    out = tmp_path / "skemaer"
    (out / "Svarside Anna.html").write_text("mit", encoding="utf-8")
    page = start().hand_out().by(Way.ANSWER_PAGE).only_to("Anna")
    page.next()
    assert (out / "Svarside Anna.html").read_text(encoding="utf-8") == "mit"
    assert (out / "Svarside Anna 2.html").exists()


def test_the_mail_is_copied_and_says_how_and_who_can_read_it(start: Start) -> None:
    page = start().hand_out().by(Way.ANSWER_PAGE)
    words = page.mail()
    assert "Hej Anna" in words and ".kviksvar" in words and "forseglet" in words
    assert "Børnehuset" in words


def test_a_folder_that_cannot_be_written_to_is_told_and_nothing_is_noted(
    start: Start, tmp_path: Path
) -> None:
    page = start(Mouse, [tmp_path / "væk"]).hand_out().by(Way.PDF_FORM).only_to("Anna")
    page.next()
    assert page.given()["Anna"] == "Har ikke fået noget"
    assert page.hand.window.room is not None
    assert page.view.hand_out.done is None


# Two answers from one person


@pytest.fixture
def twice(journey: Journey, start: Start, back: Path) -> Callable[..., Collecting]:
    """Bo has answered here, and sends a table that says otherwise in two places and more in a third."""

    def begin(hand: Callable[[Window], Hand] = Mouse) -> Collecting:
        journey.answer("Bo", "k1.1", 2, strength=("Hemmelig styrke",)).answer("Bo", "k1.2", 3)
        page = start(hand)
        rows = "Bo;k1.1;4;Hemmelig fra fil\nBo;k1.2;5;\nBo;k1.3;1;\n"
        (back / "bo.csv").write_text(f"deltager;delkriterium;score;styrke\n{rows}", encoding="utf-8")
        return page.drop([back])

    return begin


def ratings(page: Collecting, journey: Journey) -> list[Rating]:
    own = sheet_in(page, journey, "Bo")
    return [own.of(name).rating for name in ("k1.1", "k1.2", "k1.3")]


BEFORE = [Rating(2), Rating(3), Rating()]
TAKEN = [Rating(4), Rating(5), Rating(1)]


def test_before_the_reveal_only_the_person_sees_the_two(
    twice: Callable[..., Collecting], journey: Journey
) -> None:
    page = twice()
    assert page.conflicts() == ["Bo har svaret to gange, og 2 svar er ikke de samme"]
    assert ratings(page, journey) == BEFORE
    shown = "\n".join(seen(page))
    assert "Hemmelig" not in shown
    assert "Denne computer" in shown and "bo.csv" in shown
    page.back()
    assert page.page.foot.hint.startswith("1 person skal vælge mellem to svar.")


def seen(page: Collecting) -> list[str]:
    """Everything that can be read or heard on the page."""
    words: list[str] = []
    for widget in [page.page, *page.page.findChildren(QWidget)]:
        words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        text = getattr(widget, "text", None)
        words.append(str(text()) if callable(text) else "")
    return words


def test_a_fault_is_told_with_its_place_and_not_with_what_was_written(start: Start, back: Path) -> None:
    (back / "bo.csv").write_text("deltager;delkriterium;score\nBo;k1.1;hemmelig\n", encoding="utf-8")
    page = start()
    page.drop([back])
    words = "\n".join(seen(page))
    assert "Linje 2, score" in words
    assert "hemmelig" not in words


@pytest.mark.parametrize("hand", HANDS)
def test_the_person_chooses_question_by_question_and_can_undo_it(
    twice: Callable[..., Collecting], journey: Journey, hand: Callable[[Window], Hand]
) -> None:
    page = twice(hand).sit_down()
    assert [each.subcriterion for each in page.choice.points] == ["k1.1", "k1.2"]
    assert any("Hemmelig styrke" in words for words in seen(page))
    assert page.hint == "Vælg ved 2 spørgsmål mere."
    page.pick("k1.1", file=False).pick("k1.2", file=True).next()
    assert ratings(page, journey) == [Rating(2), Rating(5), Rating(1)]
    assert page.view.choice is None
    assert page.hand.window.room is not None
    page.hand.window.room.undo()
    assert ratings(page, journey) == BEFORE
    page.other("Vælg mellem to svar…")
    assert page.choice.open == 2
    page.leave()
    assert not any("Hemmelig" in words for words in seen(page))


def test_all_at_once_unread_and_undone(twice: Callable[..., Collecting], journey: Journey) -> None:
    page = twice()
    page.hand.press(page.view.take_in.cards[0].buttons[1])
    assert ratings(page, journey) == TAKEN
    assert not page.conflicts()
    assert page.hand.window.room is not None
    page.hand.window.room.undo()
    assert ratings(page, journey) == BEFORE
    assert len(page.conflicts()) == 1
    page.hand.press(page.view.take_in.cards[0].buttons[2])
    assert ratings(page, journey) == [Rating(2), Rating(3), Rating(1)]
    assert not page.conflicts()


def test_whoever_has_locked_their_answers_chooses_alone(
    twice: Callable[..., Collecting], journey: Journey
) -> None:
    journey.file.do(own_code.set_code, journey.id, journey.people["Bo"], "1234")
    page = twice()
    assert [button.text() for button in page.view.take_in.cards[0].buttons] == ["Se begge og vælg…"]
    page.sit_down()
    assert page.view.choice is None
    assert page.page.door.view is not None
    assert "Hemmelig" not in "\n".join(seen(page))
    room = page.hand.window.room
    assert room is not None
    page.page.door.view.given.emit("1234")
    assert page.choice.open == 2


def test_late_answers_are_refused_with_a_way_on(start: Start, journey: Journey, back: Path) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 3)).reveal()
    page = start()
    page.drop([table(journey, "Anna", 4, back)])
    assert "efter at svarene blev åbnet" in page.verdicts()["Anna.csv"]
    page.hand.press(page.view.take_in.meeting)
    assert page.hand.window.room is not None
    assert page.hand.window.room.place.startswith("3")


def test_a_form_from_before_the_model_was_changed_is_told(start: Start, journey: Journey) -> None:
    page = start(Keys).hand_out().by(Way.PDF_FORM).only_to("Anna")
    page.next()
    room = page.hand.window.room
    assert room is not None
    room.desk.do(settings.change_model, journey.id, journey.package, Method.CLASSICAL)
    assert page.given()["Anna"].endswith("Passer ikke længere til spørgsmålene.")
    assert "Anna" in page.view.hand_out.notes[0].accessibleName()


def test_a_form_from_before_waits_until_its_person_has_looked(
    start: Start, journey: Journey, back: Path, tmp_path: Path
) -> None:
    page = start().hand_out().by(Way.PDF_FORM).only_to("Bo")
    page.next()
    pdf_form(journey, tmp_path / "skemaer" / "Svarskema Bo.pdf", 4, back)
    room = page.hand.window.room
    assert room is not None
    first, *rest = journey.package.criteria
    fewer = msgspec.structs.replace(first, subcriteria=first.subcriteria[1:])
    changed = msgspec.structs.replace(journey.package, version="99.1", criteria=(fewer, *rest))
    room.desk.do(settings.change_model, journey.id, changed, journey.method)
    page.drop([back])
    assert page.conflicts() == ["Bo har svaret på et skema, som er ældre end spørgsmålene nu"]
    page.sit_down()
    assert len(page.choice.points) == len(journey.subcriteria) - 1
    page.hand.press(page.choice.all_file)
    page.pick("k1.2", file=False).next()
    own = sheet_in(page, journey, "Bo")
    assert own.of("k1.2").rating == Rating()
    assert own.of("k1.3").rating == Rating(4)
    assert own.missing == ("k1.2",)


def test_hundreds_of_files_are_one_verdict_each(start: Start, back: Path) -> None:
    for number in range(300):
        (back / f"{number:03}.csv").write_text("noget;andet\n", encoding="utf-8")
    page = start()
    page.drop([back])
    assert len(page.verdicts()) == 20
    page.hand.press(page.view.take_in.more)
    assert len(page.verdicts()) == 40
    assert page.view.take_in.summary == "300 filer kunne ikke bruges."


def test_it_can_be_stopped_and_says_what_was_not_seen(
    qtbot: QtBot, journey: Journey, back: Path, tmp_path: Path
) -> None:
    for name in ("Anna", "Bo", "Carla"):
        table(journey, name, 3, back)
    journey.file.close()
    tasks = HeldTasks()
    shown = window(qtbot, tasks=tasks)
    shown.open(journey.path)
    tasks.step_until(lambda: shown.room is not None and shown.room.page is not None)
    assert shown.room is not None
    shown.room.go("2")
    tasks.step_until(lambda: bool(Answering(Mouse(shown)).people()))
    page = Collecting(Mouse(shown))
    page.drop([back])
    view = page.view.take_in
    tasks.step_until(lambda: view.progress is not None and view.progress.bar.value() == 1)
    assert view.progress is not None
    page.hand.press(view.progress.stop)
    tasks.release()
    assert list(page.verdicts()) == ["Anna.csv", "Bo.csv"]  # the one at hand is finished
    assert view.summary == "1 fil blev ikke set efter, fordi hentningen blev stoppet. Hent den igen."
