"""What tests of step 2 share: a window at the page, what can be read of it, and what the file has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation.answering import Sheet, sheet_of
from kvik_desktop.shell.window import Window
from tests.drivers.answering import Answering
from tests.drivers.hand import Hand, Keys
from tests.journey import Journey
from tests.window import opened


def begin(qtbot: QtBot, journey: Journey, hand: Callable[[Window], Hand] = Keys, **kwargs: Any) -> Answering:
    """Close the file that was prepared, and open it in a window at step 2."""
    journey.file.close()
    return Answering(hand(opened(qtbot, journey.path, **kwargs)))


def kept(driver: Answering, journey: Journey, name: str) -> Sheet:
    """What the open file has of somebody."""
    room = driver.hand.window.room
    assert room is not None
    driver.page.flush()
    found: list[Any] = []
    room.desk.ask(sheet_of, journey.id, journey.people[name]).then(found.append)
    sheet: Sheet = found[0]
    return sheet


def words_on(page: QWidget) -> str:
    """Everything a reader, seen or not, could find on a page when the window has had its turn."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = [page.accessibleName(), page.accessibleDescription()]
    for widget in page.findChildren(QWidget):
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            found.append(widget.text())
        if isinstance(widget, QTextEdit):
            found.append(widget.toPlainText())
    return "\n".join(found)
