"""Something that takes time says how far it is and can be stopped."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.progress_line import ProgressLine


def test_it_runs_until_its_end_is_known(qtbot: QtBot, ui: Ui) -> None:
    line = ProgressLine(ui, "Henter pakker")
    qtbot.addWidget(line)
    assert (line.bar.minimum(), line.bar.maximum()) == (0, 0)
    line.set_progress(187, 312, "187 færdige")
    assert (line.bar.value(), line.bar.maximum()) == (187, 312)
    assert (line.bar.accessibleName(), line.bar.accessibleDescription()) == ("Henter pakker", "187 færdige")


def test_stop_tells_once(qtbot: QtBot, ui: Ui) -> None:
    line = ProgressLine(ui, "Henter pakker")
    qtbot.addWidget(line)
    told: list[bool] = []
    line.stopped.connect(lambda: told.append(True))
    for _ in range(3):
        QTest.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    assert told == [True]
    assert line.stop.asleep


def test_what_cannot_be_stopped_has_no_button(qtbot: QtBot, ui: Ui) -> None:
    line = ProgressLine(ui, "Gemmer", stoppable=False)
    qtbot.addWidget(line)
    line.show()
    line.set_text("Gemmer stadig")
    assert not line.stop.isVisible()
    assert line.bar.accessibleName() == "Gemmer stadig"
