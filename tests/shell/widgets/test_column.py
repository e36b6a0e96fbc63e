"""The column of a page: never wider than can be read, and not moved by a scroll bar."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import MARGIN, WIDE, Column, ScrollColumn


@pytest.mark.parametrize(
    ("width", "centred", "left", "wide"),
    [
        (500, True, MARGIN, 500 - 2 * MARGIN),
        (WIDE + 2 * MARGIN, True, MARGIN, WIDE),
        (WIDE + 400, True, 200, WIDE),
        (WIDE + 400, False, MARGIN, WIDE),
    ],
)
def test_it_stands_where_it_is_read(
    ui: Ui, qtbot: QtBot, width: int, centred: bool, left: int, wide: int
) -> None:
    column, words = Column(ui, centred=centred), QLabel("ord")
    qtbot.addWidget(column)
    column.body.addWidget(words)
    column.resize(width, 200)
    column.show()
    qtbot.waitExposed(column)
    assert (words.x(), words.width()) == (left, wide)
    assert column.width_inside(width) == wide


def test_a_scroll_bar_lies_in_the_margin(ui: Ui, qtbot: QtBot) -> None:
    area, words, tall = ScrollColumn(ui), QLabel("ord"), QLabel("højt")
    qtbot.addWidget(area)
    area.body.addWidget(words)
    area.body.addWidget(tall)
    area.resize(700, 300)
    area.show()
    qtbot.waitExposed(area)
    before = (words.x(), words.width())
    tall.setMinimumHeight(2000)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: (words.x(), words.width()) == before)
    assert not area.horizontalScrollBar().isVisible()
