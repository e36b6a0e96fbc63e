"""Paper is typed in by keyboard alone; nothing that was answered another way is seen or lost by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.answering import Sheet, sheet_of
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.own_code import usecases as own_code
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import LANGUAGES, Language
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.session import FACILITATOR
from kvik_desktop.shell.settings import Settings
from tests.drivers.hand import wait_until
from tests.drivers.paper import Paper
from tests.journey import PEOPLE, Journey
from tests.window import opened


class Desk:
    """A file with five people, and the window on it."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        clock: FixedClock,
        model: str,
        method: Method,
        settings: Settings | None = None,
    ) -> None:
        self.journey = Journey(folder, clock, model, method).gather_people()
        self.before()
        self.journey.file.close()
        self.window = opened(qtbot, self.journey.path, settings)
        self.paper = Paper(self.window)
        if settings is None:
            self.paper.begin()

    def before(self) -> None:
        """Nothing has happened."""

    def sheet(self, name: str) -> Sheet:
        assert self.window.room is not None
        found: list[Sheet | None] = []
        self.window.room.desk.ask(sheet_of, self.journey.id, self.journey.people[name]).then(found.append)
        assert found[0] is not None
        return found[0]

    @property
    def actor(self) -> str:
        """Whose turn the file has it to be."""
        assert self.window.room is not None
        found: list[str] = []
        self.window.room.desk.run(lambda keeper: keeper.actor).then(found.append)
        return found[0]

    def ratings(self, name: str) -> dict[str, Rating]:
        return {key: answer.rating for key, answer in self.sheet(name).given.items() if not answer.later}

    def handed_in(self, name: str) -> bool:
        own = self.sheet(name).own
        return own is not None and own.submitted is not None


class AnsweredBefore(Desk):
    def before(self) -> None:
        anna = self.journey.people["Anna"]
        given = [
            NewAnswer("1.1", Rating(77), {StatementKind.STRENGTH: ("Hemmelig styrke",)}),
            NewAnswer("1.2", Rating(), {}),
        ]
        self.journey.file.do(evaluations.answer, self.journey.id, anna, given, Way.ANSWER_PAGE)


class LockedBefore(AnsweredBefore):
    def before(self) -> None:
        super().before()
        self.journey.file.do(own_code.set_code, self.journey.id, self.journey.people["Anna"], "tudse-7")


@pytest.fixture
def kvik(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Desk:
    return Desk(qtbot, tmp_path, clock, "kvik", Method.CLASSICAL)


@pytest.fixture
def kort(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Desk:
    return Desk(qtbot, tmp_path, clock, "kvik-kort", Method.SCALE5)


def test_every_number_is_saved_as_it_is_typed_and_marked_as_paper(kvik: Desk) -> None:
    paper = kvik.paper.take("Bo").type("457\nk")
    assert paper.at == "1.4"
    assert kvik.ratings("Bo") == {"1.1": Rating(45), "1.2": Rating(7), "1.3": Rating()}
    own = kvik.sheet("Bo").own
    assert own is not None
    assert own.way is Way.PAPER
    assert list(paper.sheet.values())[:4] == ["45", "7", "–", ""]


def test_what_is_out_of_range_is_told_at_once_and_the_caret_stays(kort: Desk) -> None:
    paper = kort.paper.take("Anna").type("9")
    field = QApplication.focusWidget()
    assert paper.refusal == "9 er ikke et tal fra 0 til 5."
    assert (paper.at, kort.ratings("Anna")) == ("k1.1", {})
    paper.type("5")
    assert QApplication.focusWidget() is field
    assert paper.refusal == ""
    assert kort.ratings("Anna") == {"k1.1": Rating(5)}


def test_one_goes_back_and_the_newest_number_stands(kvik: Desk) -> None:
    paper = kvik.paper.take("Anna").type("4550^^60")
    assert paper.at == "1.2"
    assert list(paper.sheet.values())[:2] == ["60", "50"]
    paper.type("<#")
    assert kvik.ratings("Anna") == {"1.2": Rating(50)}
    assert paper.at == "1.1"


def test_undo_takes_one_to_what_was_undone(kvik: Desk) -> None:
    paper = kvik.paper.take("Anna").type("455060").undo()
    assert paper.at == "1.3"
    assert kvik.ratings("Anna") == {"1.1": Rating(45), "1.2": Rating(50)}
    paper.undo().type("51")
    assert kvik.ratings("Anna") == {"1.1": Rating(45), "1.2": Rating(51)}
    assert paper.at == "1.3"


def test_what_the_person_did_on_the_laptop_is_neither_named_nor_undone_by_who_types(kvik: Desk) -> None:
    assert kvik.window.room is not None
    desk, eva = kvik.window.room.desk, kvik.journey.people["Eva"]
    desk.turn(eva)
    desk.do(evaluations.answer, kvik.journey.id, eva, [NewAnswer("2.1", Rating(33), {})], Way.LAPTOP)
    desk.turn(FACILITATOR)
    kvik.paper.take("Eva")
    assert not [each for each in kvik.window.findChildren(QWidget) if "2.1" in each.toolTip()]
    kvik.paper.undo()
    assert kvik.ratings("Eva") == {"2.1": Rating(33)}
    kvik.paper.type("45").undo()
    assert kvik.ratings("Eva") == {"2.1": Rating(33)}


def test_the_summary_comes_before_it_is_handed_in_and_enter_takes_the_next(kort: Desk) -> None:
    paper = kort.paper.take("Anna").type("3" * 20)
    assert paper.at == ""
    assert not kort.handed_in("Anna")
    said = paper.view.summary.counts.accessibleName()
    assert "20 besvaret, 0 »kan ikke vurdere«, 0 mangler." in said
    assert paper.buttons[-1] == "Aflevér, og gå til Bo"
    paper.type("\n")
    assert kort.handed_in("Anna")
    paper.type("1")
    assert kort.ratings("Bo") == {"k1.1": Rating(1)}
    assert set(paper.sheet.values()) == {"1", ""}


def test_half_a_sheet_is_a_draft_and_goes_on_where_it_was_left(kort: Desk) -> None:
    paper = kort.paper.take("Anna").type("333").type(">2").press("Vælg navn")
    assert not kort.handed_in("Anna")
    paper.take("Anna")
    assert paper.at == "k2.1"
    assert list(paper.sheet.values())[:4] == ["•", "•", "•", ""]
    paper.type("4")
    assert kort.ratings("Anna")["k1.3"] == Rating(3)


def test_a_sheet_with_holes_can_be_handed_in_as_it_is(kort: Desk) -> None:
    paper = kort.paper.take("Anna").type("3" * 5 + "\n" * 16)
    assert paper.buttons == ["Vælg navn", "Aflevér, som det er", "Læg til side, og gå til Bo"]
    paper.press("Aflevér, som det er")
    assert kort.handed_in("Anna")


def test_an_empty_sheet_is_never_handed_in(kort: Desk) -> None:
    paper = kort.paper.take("Anna").type("\n" * 20)
    assert "Aflevér, som det er" not in paper.buttons
    paper.type("\n")
    assert kort.sheet("Anna").own is None
    assert paper.at == "k1.1"


def test_words_are_optional_and_stand_after_what_was_written_before(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    desk = AnsweredBefore(qtbot, tmp_path, clock, "kvik", Method.CLASSICAL)
    paper = desk.paper.take("Anna").type("^^^t")
    for _ in range(2):
        paper.hand.key(Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget() or desk.window, "Vi spiser sammen")
    paper.hand.key(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    kept = desk.sheet("Anna").of("1.1")
    assert kept.rating == Rating(77)
    assert [*kept.texts[StatementKind.STRENGTH], *kept.texts[StatementKind.EVIDENCE]][0] == "Hemmelig styrke"
    assert "Vi spiser sammen" in [line for lines in kept.texts.values() for line in lines]
    paper.type("55")
    assert "Vi spiser sammen" in [
        line for lines in desk.sheet("Anna").of("1.1").texts.values() for line in lines
    ]


def test_nothing_that_was_answered_another_way_is_on_the_page(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    desk = AnsweredBefore(qtbot, tmp_path, clock, "kvik", Method.CLASSICAL)
    paper = desk.paper.take("Anna")
    assert paper.at == "1.3"
    paper.type("^^")
    shown = seen_in(paper.page)
    assert "77" not in shown
    assert "Hemmelig" not in shown
    paper.type("t")
    assert "Hemmelig" not in seen_in(paper.page)


def test_two_answers_wait_for_a_choice_that_nobody_has_to_read(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    desk = AnsweredBefore(qtbot, tmp_path, clock, "kvik", Method.CLASSICAL)
    paper = desk.paper.take("Anna").type("^^" + "60k" + "33" * 26)
    assert desk.ratings("Anna")["1.1"] == Rating(77)
    assert (paper.sheet["1.1"], paper.at) == ("60", "")
    assert "1 er besvaret anderledes" in paper.page.foot.hint
    paper.press("Brug papirets svar ved 1 spørgsmål")
    assert desk.ratings("Anna")["1.1"] == Rating(60)
    assert desk.sheet("Anna").of("1.1").texts[StatementKind.STRENGTH] == ("Hemmelig styrke",)
    assert desk.handed_in("Anna")


def test_nobody_chooses_paper_for_who_has_locked_the_answers(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    desk = LockedBefore(qtbot, tmp_path, clock, "kvik", Method.CLASSICAL)
    paper = desk.paper.take("Anna").type("^^" + "60k" + "33" * 26)
    assert paper.at == ""
    assert paper.buttons == ["Vælg navn", "Aflevér, og gå til Bo"]
    assert "Anna har låst sine svar, så det gælder." in paper.page.foot.hint
    assert desk.ratings("Anna")["1.1"] == Rating(77)


def test_what_was_answered_another_way_stands_where_paper_is_not_chosen(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    desk = AnsweredBefore(qtbot, tmp_path, clock, "kvik", Method.CLASSICAL)
    paper = desk.paper.take("Anna").type("^^" + "60k" + "33" * 26 + "\n")
    assert desk.handed_in("Anna")
    assert desk.ratings("Anna")["1.1"] == Rating(77)
    assert paper.at == "1.1"


def test_the_last_sheet_is_nowhere_when_the_next_is_taken(kort: Desk) -> None:
    paper = kort.paper.take("Anna").type("543>")
    assert set(paper.sheet.values()) == {""}
    paper.press("Vælg navn")
    assert paper.page.collecting.paper.view is None
    assert paper.page.collecting.paper.entering is None


def test_who_has_handed_in_is_closed_until_it_is_taken_back(kort: Desk) -> None:
    paper = kort.paper.take("Anna").type("3" * 20 + "\n").press("Vælg navn")
    paper.take("Anna")
    assert paper.page.collecting.paper.view is None
    paper.hand.key(Qt.Key.Key_Return)
    assert not kort.handed_in("Anna")
    assert paper.at == ""


def test_everybody_handed_in_ends_at_the_names(kort: Desk) -> None:
    kort.paper.take("Anna")
    for _ in PEOPLE:
        kort.paper.type("3" * 20 + "\n")
    assert all(kort.handed_in(name) for name in PEOPLE)
    assert kort.paper.page.collecting.paper.view is None
    kort.paper.press("Færdig med papiret")
    assert not kort.paper.page.collecting.paper.is_open


def seen_in(page: QWidget) -> str:
    """Every word and number on the page, for eyes and ears."""
    words = [each.text() for each in page.findChildren(QLabel)]
    words += [each.text() for each in page.findChildren(QLineEdit)]
    for each in page.findChildren(QWidget):
        words += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        plain = getattr(each, "toPlainText", None)
        words += [plain()] if callable(plain) else []
        model = getattr(each, "model", None)
        if callable(model) and model() is not None:
            found = model()
            words += [
                str(found.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
                for row in range(found.rowCount())
            ]
    return "\n".join(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_double_type_the_numbers_of_a_question_are_all_in_sight(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, language: Language
) -> None:
    """The fine method has four; 1.2 has the longest name."""
    desk = Desk(qtbot, tmp_path, clock, "kvik", Method.FINE, Settings(language=language, percent=200))
    desk.paper.page.collecting.open_type_in()
    people = desk.paper.page.collecting.paper.people
    assert people is not None
    people.rows[0].click()
    desk.paper.view.gone_to.emit("1.2", "")
    shown = list(desk.paper.view.fields.entries.values())
    assert len(shown) == 4
    wait_until(lambda: all(each.visibleRegion().boundingRect() == each.rect() for each in shown), "cut")
    assert len({each.width() for each in shown}) == 1


def test_files_dropped_on_a_sheet_are_taken_in_by_the_facilitator(kort: Desk, tmp_path: Path) -> None:
    table = tmp_path / "svar.csv"
    table.write_text("deltager;delkriterium;score\nBo;k1.1;4\n", encoding="utf-8")
    kort.paper.take("Anna").type("3")
    assert kort.paper.page.drop([table])
    assert not kort.paper.page.collecting.paper.is_open
    assert kort.ratings("Bo") == {"k1.1": Rating(4)}
    assert kort.actor == FACILITATOR


def test_another_look_in_the_middle_of_a_sheet_gives_the_turn_back(kort: Desk) -> None:
    kort.paper.take("Anna").type("3")
    kort.window.change_look(Settings(language="en"))
    assert kort.actor == FACILITATOR
    assert kort.ratings("Anna") == {"k1.1": Rating(3)}


def test_leaving_a_sheet_for_another_place_gives_the_turn_back(kort: Desk) -> None:
    kort.paper.take("Anna").type("3")
    assert kort.actor == kort.journey.people["Anna"]
    assert kort.window.room is not None
    kort.window.room.go("2", "hent")
    assert kort.actor == FACILITATOR
