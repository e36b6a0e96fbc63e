"""One writes straight into a list: keys and pasting do what one expects, and the caret is never lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.list_line import ListLine, items_of
from kvik_desktop.shell.widgets.short_list import ShortList
from tests.shell.widgets.hand import focus

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 600)
    QVBoxLayout(made)
    return made


@pytest.fixture
def strengths(ui: Ui, page: QWidget) -> ShortList:
    made = ShortList(ui, "Styrker", "Hvad gør vi godt?", "trend", longest=40)
    layout = page.layout()
    assert layout is not None
    layout.addWidget(made)
    return made


def at(strengths: ShortList, place: int, caret: int | None = None) -> ListLine:
    """The caret in a line, at its end unless said."""
    line = strengths.lines()[place]
    focus(line)
    line.set_words(line.words, len(line.words) if caret is None else caret)
    return line


def here(strengths: ShortList) -> tuple[int, int]:
    """The line and the place in it of the caret."""
    (place,) = [n for n, line in enumerate(strengths.lines()) if line.hasFocus()]
    return place, strengths.lines()[place].textCursor().position()


def heard(strengths: ShortList) -> list[str]:
    told: list[str] = []
    strengths.edited.connect(lambda: told.append("edited"))
    strengths.committed.connect(lambda: told.append("committed"))
    return told


def paste(line: ListLine, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    line.insertFromMimeData(data)


def test_an_empty_list_asks_one_question(strengths: ShortList) -> None:
    (line,) = strengths.lines()
    assert strengths.texts() == ()
    assert line.question == "Hvad gør vi godt?" == line.accessibleDescription()
    assert line.accessibleName() == "Styrker, ny"


def test_writing_in_the_last_line_makes_it_an_item_and_asks_anew(strengths: ShortList) -> None:
    told = heard(strengths)
    QTest.keyClicks(at(strengths, 0), "Godt")
    assert strengths.texts() == ("Godt",)
    assert [line.words for line in strengths.lines()] == ["Godt", ""]
    assert strengths.lines()[0].accessibleName() == "Styrker, 1 af 1"
    assert here(strengths) == (0, 4) and told == ["edited"] * 4


def test_enter_goes_on_to_the_empty_line_that_is_there(strengths: ShortList) -> None:
    QTest.keyClicks(at(strengths, 0), "Godt")
    QTest.keyClick(strengths.lines()[0], Key.Key_Return)
    assert here(strengths) == (1, 0) and len(strengths.lines()) == 2


def test_enter_in_the_middle_divides_and_backspace_joins_again(strengths: ShortList) -> None:
    strengths.set_texts(["Alle er med", "Sidst"])
    QTest.keyClick(at(strengths, 0, 4), Key.Key_Return)
    assert strengths.texts() == ("Alle", "er med", "Sidst")
    assert here(strengths) == (1, 0)
    QTest.keyClick(strengths.lines()[1], Key.Key_Backspace)
    assert strengths.texts() == ("Alle er med", "Sidst")
    assert here(strengths) == (0, 4)


def test_backspace_in_an_empty_line_takes_it_away(strengths: ShortList) -> None:
    strengths.set_texts(["A", "B"])
    QTest.keyClick(at(strengths, 0), Key.Key_Return)
    assert [line.words for line in strengths.lines()] == ["A", "", "B", ""]
    QTest.keyClick(strengths.lines()[1], Key.Key_Backspace)
    assert [line.words for line in strengths.lines()] == ["A", "B", ""]
    assert here(strengths) == (0, 1)


def test_backspace_in_the_first_line_takes_it_away_only_when_it_is_empty(strengths: ShortList) -> None:
    strengths.set_texts(["A", "B"])
    QTest.keyClick(at(strengths, 0, 0), Key.Key_Backspace)
    assert strengths.texts() == ("A", "B")
    line = at(strengths, 0)
    QTest.keyClick(line, Key.Key_Backspace)
    QTest.keyClick(line, Key.Key_Backspace)
    assert [line.words for line in strengths.lines()] == ["B", ""] and here(strengths) == (0, 0)


def test_the_question_stays_whatever_one_takes_away(strengths: ShortList) -> None:
    QTest.keyClick(at(strengths, 0), Key.Key_Backspace)
    strengths.set_texts(["A"])
    QTest.keyClick(at(strengths, 1), Key.Key_Backspace)
    assert [line.words for line in strengths.lines()] == ["A", ""] and here(strengths) == (0, 1)


def test_arrows_go_between_lines(strengths: ShortList) -> None:
    strengths.set_texts(["A", "B"])
    QTest.keyClick(at(strengths, 2), Key.Key_Up)
    assert here(strengths) == (1, 1)
    QTest.keyClick(strengths.lines()[1], Key.Key_Down)
    assert here(strengths) == (2, 0)


def test_alt_and_arrow_moves_the_item_and_the_caret_with_it(strengths: ShortList) -> None:
    strengths.set_texts(["Anna", "Bo"])
    told = heard(strengths)
    QTest.keyClick(at(strengths, 0, 2), Key.Key_Down, ALT)
    assert strengths.texts() == ("Bo", "Anna") and here(strengths) == (1, 2)
    QTest.keyClick(strengths.lines()[1], Key.Key_Down, ALT)
    assert strengths.texts() == ("Bo", "Anna"), "nothing goes below the empty line"
    assert told == ["edited", "committed"]


def test_pasted_lines_become_items_without_bullets(strengths: ShortList) -> None:
    strengths.set_texts(["Før efter"])
    paste(at(strengths, 0, 4), "• en\n\n  - to\n3) tre ")
    assert strengths.texts() == ("Før en", "to", "treefter")
    assert here(strengths) == (2, 3)


def test_pasting_one_line_is_writing(strengths: ShortList) -> None:
    paste(at(strengths, 0), "<b>kun</b> tekst\n")
    assert strengths.texts() == ("<b>kun</b> tekst",)


def test_pasting_nothing_changes_nothing(strengths: ShortList) -> None:
    paste(at(strengths, 0), "\n \n")
    assert strengths.texts() == ()


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- 3-årige er trygge", ["3-årige er trygge"]),
        ("2026 blev godt", ["2026 blev godt"]),
        ("1. Først\r\n2. Så", ["Først", "Så"]),
        ("\uf0b7 Fra Word\x0b▪ også", ["Fra Word", "også"]),
        ("o\tWord", ["Word"]),
        ("o store", ["o store"]),
        ("a\x00b\tc", ["a b c"]),
        ("•", ["•"]),
    ],
)
def test_items_of_a_text_from_elsewhere(text: str, items: list[str]) -> None:
    assert items_of(text) == items


@given(st.text())
def test_an_item_is_one_line_with_something_on_it(text: str) -> None:
    for item in items_of(text):
        assert item == item.strip() != "" and len(item.splitlines()) == 1


def test_too_long_is_cut_and_said(strengths: ShortList) -> None:
    paste(at(strengths, 0), "x" * 50)
    assert strengths.texts() == ("x" * 40,)
    assert any("Højst 40 tegn" in text for text in visible_texts(strengths))
    QTest.keyClick(strengths.lines()[0], Key.Key_Backspace)
    assert not any("Højst 40 tegn" in text for text in visible_texts(strengths))


def visible_texts(widget: QWidget) -> list[str]:
    return [
        label.property("text")
        for label in widget.findChildren(QWidget)
        if not label.isHidden() and isinstance(label.property("text"), str)
    ]


def test_the_same_texts_leave_the_caret_and_what_is_half_written(strengths: ShortList) -> None:
    strengths.set_texts(["Anna", "Bo"])
    line = at(strengths, 0, 2)
    QTest.keyClick(at(strengths, 2), Key.Key_Space)
    line = at(strengths, 0, 2)
    strengths.set_texts(["Anna", "Bo"])
    assert here(strengths) == (0, 2) and strengths.lines()[0] is line
    assert strengths.lines()[2].words == " "


def test_other_texts_keep_the_caret_where_it_is(strengths: ShortList) -> None:
    told = heard(strengths)
    strengths.set_texts(["Anna", "Bo"])
    at(strengths, 0, 2)
    strengths.set_texts(["Anna", "Bodil", "Carl"])
    assert here(strengths) == (0, 2)
    strengths.set_texts([])
    assert strengths.texts() == () and told == []


def test_leaving_a_line_is_told_once_and_only_after_an_edit(strengths: ShortList, page: QWidget) -> None:
    other = QLineEdit()
    layout = page.layout()
    assert layout is not None
    layout.addWidget(other)
    strengths.set_texts(["A"])
    told = heard(strengths)
    at(strengths, 0)
    focus(other)
    QTest.keyClicks(at(strengths, 0), "b")
    at(strengths, 1)
    assert told == ["edited", "committed"]
    focus(other)
    assert told == ["edited", "committed"]


def test_the_list_is_one_tab_stop(strengths: ShortList) -> None:
    strengths.set_texts(["A", "B"])

    def stops() -> list[int]:
        tab = Qt.FocusPolicy.TabFocus.value
        return [n for n, line in enumerate(strengths.lines()) if line.focusPolicy().value & tab]

    assert stops() == [2]
    at(strengths, 0)
    assert stops() == [0]


def test_six_are_shown_then_all(strengths: ShortList) -> None:
    strengths.set_texts([str(number) for number in range(9)])
    more = strengths.findChild(LinkButton)
    assert isinstance(more, LinkButton)
    shown = [not line.isHidden() for line in strengths.lines()]
    assert shown == [True] * 6 + [False] * 3 + [True]
    assert more.text() == "Vis alle 9"
    more.click()
    assert not any(line.isHidden() for line in strengths.lines()) and more.text() == "Vis færre"


def test_what_one_writes_as_the_seventh_stays_seen(strengths: ShortList) -> None:
    strengths.set_texts([str(number) for number in range(6)])
    QTest.keyClicks(at(strengths, 6), "ny")
    assert not any(line.isHidden() for line in strengths.lines())


def test_read_only_shows_the_items_alone(strengths: ShortList) -> None:
    strengths.set_texts(["A"])
    strengths.set_read_only(True)
    assert [line.isHidden() for line in strengths.lines()] == [False, True]
    QTest.keyClick(strengths.lines()[0], Key.Key_Return)
    QTest.keyClick(strengths.lines()[0], Key.Key_Backspace)
    assert strengths.texts() == ("A",)
    strengths.set_texts([])
    assert "Ikke noget skrevet." in visible_texts(strengths)


@pytest.mark.parametrize("key", [Key.Key_Z, Key.Key_Y])
def test_undo_is_the_program_s(strengths: ShortList, key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
    event.ignore()
    QApplication.sendEvent(at(strengths, 0), event)
    assert not event.isAccepted()


def test_control_enter_is_the_page_s(strengths: ShortList) -> None:
    strengths.set_texts(["Anna"])
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, CONTROL)
    QApplication.sendEvent(at(strengths, 0, 2), event)
    assert not event.isAccepted() and strengths.texts() == ("Anna",)


def test_a_line_is_as_high_as_its_words(strengths: ShortList, ui: Ui) -> None:
    strengths.set_texts(
        ["Kort", "En meget længere sætning end den anden, som fylder flere linjer i den smalle liste"]
    )
    focus(strengths.lines()[0])
    assert strengths.lines()[0].height() == ui.theme.line()
    assert strengths.lines()[1].height() >= 2 * ui.theme.line()


def test_a_list_may_ask_for_one_only_and_still_keeps_more(ui: Ui, qtbot: QtBot) -> None:
    made = ShortList(ui, "Styrke", "Hvad gør vi godt?")
    qtbot.addWidget(made)
    made.set_asked(1)
    focus(made.lines()[0])
    QTest.keyClicks(made.lines()[0], "Vi lytter")
    assert [line.isHidden() for line in made.lines()] == [False, True]
    QTest.keyClick(made.lines()[0], Qt.Key.Key_Return)
    assert made.texts() == ("Vi lytter",)
    assert made.lines()[0].hasFocus()
    made.set_texts(("Vi lytter", "Vi følger op"))
    assert [line.isHidden() for line in made.lines()] == [False, False, True]
    made.set_asked(None)
    assert not made.lines()[-1].isHidden()
