"""The legend names every step and wraps where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.heat_legend import HeatLegend


def test_it_shows_the_six_colours_and_says_their_ranges(ui: Ui, steps: Sequence[Step], qtbot: QtBot) -> None:
    legend = HeatLegend(ui, steps)
    qtbot.addWidget(legend)
    legend.resize(legend.sizeHint())
    assert legend.accessibleName() == "0-10, 11-30, 31-50, 51-70, 71-90, 91-100"
    image = legend.grab().toImage()
    seen = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
    assert {ui.theme.colour(f"heat-{step}").name() for step in range(6)} <= seen


def test_it_wraps(ui: Ui, steps: Sequence[Step], qtbot: QtBot) -> None:
    legend = HeatLegend(ui, steps)
    qtbot.addWidget(legend)
    wide = legend.sizeHint()
    assert legend.heightForWidth(wide.width()) == wide.height()
    assert legend.heightForWidth(wide.width() // 2) >= 2 * wide.height()
