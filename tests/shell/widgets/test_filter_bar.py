"""Filters in a page that changes its width and their counts: chips or the drop-down, never both."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.chip import Filter
from kvik_desktop.shell.widgets.filter_bar import FilterBar


def test_one_of_the_two_is_seen_whatever_comes_first(qtbot: QtBot, ui: Ui) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bar = FilterBar(
        ui, "Vis", [Filter("all", "Alle"), Filter("open", "Mangler noget"), Filter("done", "I gang")]
    )
    beside = QLabel("Ved siden af")
    row = QHBoxLayout(page)
    row.addWidget(bar)
    row.addWidget(beside)
    page.show()
    for width in (600, 240, 420, 250, 520, 300):
        for counts in ([1, 1, 1], [12345, 12345, 12345]):
            beside.setText("Ved siden af " * (counts[0] % 3))
            bar.set_counts(counts)
            page.resize(width, 60)
            assert bar.chips.isVisible() is not bar.choice.isVisible(), (width, counts)
