"""The top line over a list: which of its rows are shown, and the search for an institution."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.chip import Filter, FilterChips
from kvik_desktop.shell.widgets.choice import Choice

SEARCH, CHOICE = 168, 152
"""Widths at 100 %."""
GLASS, GAP = 16, 8


class FilterTop(QWidget):
    """Chips, or a drop-down of the same where there is no room for them."""

    filtered = Signal(str)
    sought = Signal(str)

    def __init__(self, ui: Ui, filters: Sequence[Filter]) -> None:
        super().__init__()
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        name = tr(say("Vis"))
        self._filters = filters
        self.chips = FilterChips(ui, name, filters)
        self.choice = Choice(ui, [(each.key, each.text) for each in filters], filters[0].key, name=name)
        self.choice.setProperty("low", True)
        self.choice.setMaximumWidth(px(CHOICE))
        self.choice.hide()
        self.search = _Search(ui, tr(say("Find institution")))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for part in (self.chips, self.choice, self.search):
            row.addWidget(part)
        row.addStretch(1)
        self.chips.chosen.connect(self._chosen)
        self.choice.chosen.connect(self._chosen)
        self.search.textChanged.connect(self.sought)

    @property
    def key(self) -> str:
        """Which of the filters is chosen."""
        return self.chips.key

    def show_counts(self, counts: Sequence[int]) -> None:
        """How many each of them leaves, in their order."""
        self.chips.set_counts(counts)
        told = [(each.key, f"{each.text} {n}") for each, n in zip(self._filters, counts, strict=True)]
        self.choice.set_choices(told, self.chips.key)
        self.updateGeometry()

    def clear(self) -> None:
        """All of them, and nothing sought."""
        self.search.clear()
        self._chosen(self._filters[0].key)

    def _chosen(self, key: object) -> None:
        self.chips.set_key(str(key))
        self.choice.set_key(key)
        self.filtered.emit(str(key))

    def sizeHint(self) -> QSize:
        """Everything, with chips."""
        px, chips = self.ui.theme.px, self.chips.sizeHint()
        return QSize(chips.width() + px(8 + SEARCH), max(chips.height(), self.search.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """With the drop-down."""
        px = self.ui.theme.px
        return QSize(px(CHOICE + 8 + SEARCH), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chips only where all of them fit."""
        super().resizeEvent(event)
        fits = event.size().width() >= self.sizeHint().width()
        self.chips.setVisible(fits)
        self.choice.setVisible(not fits)


class _Search(QLineEdit):
    """With a magnifying glass of ours: Qt's own does not grow with the type."""

    def __init__(self, ui: Ui, words: str) -> None:
        super().__init__()
        self.ui = ui
        self.setProperty("low", True)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setToolTip("Ctrl+F")
        self.setClearButtonEnabled(True)
        self.setFixedWidth(ui.theme.px(SEARCH))
        self.setTextMargins(ui.theme.px(GLASS + GAP), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and the glass before its text."""
        super().paintEvent(event)
        px = self.ui.theme.px
        painter = QPainter(self)
        glass = pixmap(self.ui.theme, "search", "text-2", GLASS)
        painter.drawPixmap(px(GAP) + px(GAP) // 2, (self.height() - px(GLASS)) // 2, glass)
        painter.end()
