"""The rail: how high a stop is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Text, Translator
from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.rail import WIDTH, Rail
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.workspace import Stop


def test_a_name_that_needs_two_lines_only_where_one_is_has_one_elsewhere(qtbot: QtBot) -> None:
    ui = Ui(Translator(), Theme.read(Resources(), motion=False))
    name = _on_the_edge(ui)
    stops = [Stop(key, Text(name), lambda *_: pytest.fail("nobody goes there"), 1) for key in ("1", "2")]
    rail = Rail(ui, stops)
    qtbot.addWidget(rail)
    rail.resize(ui.theme.px(WIDTH), 400)
    rail.show()
    rail.show_current("2")
    heights = [
        rail.itemDelegate().sizeHint(QStyleOptionViewItem(), rail.stops.index(row)).height() for row in (0, 1)
    ]
    assert heights[0] == ui.theme.px(36) < heights[1]


def _on_the_edge(ui: Ui) -> str:
    """Two words that stand on one line in the weight of other stops, and not in that of the one here."""
    room = ui.theme.px(WIDTH - 8 - 40 - 8 - 4)
    light, heavy = (QFontMetrics(ui.theme.font("body", weight)) for weight in (500, 600))
    for first in range(1, 20):
        for second in range(1, 20):
            name = f"{'m' * first} {'i' * second}"
            if light.horizontalAdvance(name) <= room < heavy.horizontalAdvance(name):
                return name
    raise AssertionError("the two weights are alike")
