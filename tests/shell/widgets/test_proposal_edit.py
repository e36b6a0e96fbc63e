"""A line with proposals takes one of them or something else, and is left as any other line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.proposal_edit import ProposalEdit
from tests.shell.widgets.hand import focus

NAMES = ("Anna", "Bo", "Hanne Louise Bjørnholm-Christensen fra demenshuset")
Key = Qt.Key


@pytest.fixture
def line(qtbot: QtBot, ui: Ui) -> ProposalEdit:
    made = ProposalEdit(ui, NAMES, placeholder="Hvem?")
    qtbot.addWidget(made)
    made.resize(160, 40)
    focus(made)
    return made


def popup() -> QWidget:
    found = QApplication.activePopupWidget()
    assert found is not None, "no proposals are shown"
    return found


def test_what_is_typed_is_found_anywhere_in_the_words(line: ProposalEdit) -> None:
    QTest.keyClicks(line, "nn")
    shown = line.finder.completionModel()
    assert [shown.index(row, 0).data() for row in range(shown.rowCount())] == [NAMES[0], NAMES[2]]
    assert popup().width() > line.width(), "the list is as wide as its words"


def test_down_shows_all_and_enter_chooses(line: ProposalEdit) -> None:
    heard: list[str] = []
    line.chosen.connect(heard.append)
    QTest.keyClick(line, Key.Key_Down)
    QTest.keyClick(popup(), Key.Key_Down)
    QTest.keyClick(popup(), Key.Key_Down)
    QTest.keyClick(popup(), Key.Key_Return)
    assert (line.text(), heard) == ("Bo", ["Bo"])
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_a_key_that_leaves_the_line_leaves_it_also_while_proposals_are_shown(
    line: ProposalEdit, key: Qt.Key
) -> None:
    heard: list[int] = []

    class Listener(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                heard.append(event.key())
            return False

    listener = Listener()
    line.installEventFilter(listener)
    QTest.keyClicks(line, "an")
    heard.clear()
    QTest.keyClick(popup(), key)
    assert heard == [key]
    assert (line.text(), QApplication.activePopupWidget()) == ("an", None)


def test_other_proposals_and_none(line: ProposalEdit) -> None:
    line.set_proposals(())
    QTest.keyClick(line, Key.Key_Down)
    assert QApplication.activePopupWidget() is None
    line.set_proposals(["Eva"])
    line.propose()
    assert popup().isVisible()
    QTest.keyClick(popup(), Key.Key_Escape)
    line.setReadOnly(True)
    line.propose()
    assert QApplication.activePopupWidget() is None
