"""A hairline is seen over what scrolls while something is scrolled away, and moves nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.scroll_edge import ScrollEdge


def test_it_is_seen_while_something_is_scrolled_away(ui: Ui, qtbot: QtBot) -> None:
    around, area, tall = QWidget(), ScrollColumn(ui), QLabel("højt")
    qtbot.addWidget(around)
    tall.setMinimumHeight(900)
    area.body.addWidget(tall)
    edge = ScrollEdge(ui, area)
    column = QVBoxLayout(around)
    column.addWidget(edge)
    column.addWidget(area)
    around.resize(400, 300)
    around.show()
    top = area.y()
    assert not edge.isVisible()
    area.verticalScrollBar().setValue(10)
    assert edge.isVisible()
    area.verticalScrollBar().setValue(0)
    assert (edge.isVisible(), area.y()) == (False, top)
