"""An empty page says what will be here and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.empty_state import EmptyState


def test_it_has_words_and_one_button(qtbot: QtBot, ui: Ui) -> None:
    state = EmptyState(ui, "calendar", "Ingen tiltag endnu", "Begynd med et område.", "Hent områder")
    qtbot.addWidget(state)
    assert [label.text() for label in state.findChildren(QLabel) if label.text()] == [
        "Ingen tiltag endnu",
        "Begynd med et område.",
    ]
    with qtbot.waitSignal(state.acted, timeout=0):
        QTest.mouseClick(state.button, Qt.MouseButton.LeftButton)


def test_without_an_act_there_is_no_button(qtbot: QtBot, ui: Ui) -> None:
    state = EmptyState(ui, "inbox", "Ingen pakker endnu")
    qtbot.addWidget(state)
    state.show()
    assert not state.button.isVisible()


def test_its_text_keeps_narrow_lines_in_a_wide_room(qtbot: QtBot, ui: Ui) -> None:
    text = "Når institutionerne har afleveret, kan du se deres pakker her og sammenligne dem med hinanden."
    state = EmptyState(ui, "inbox", "Ingen pakker endnu", text)
    qtbot.addWidget(state)
    state.resize(1200, 600)
    state.show()
    (label,) = [label for label in state.findChildren(QLabel) if label.text() == text]
    assert label.height() == 3 * ui.theme.line()
