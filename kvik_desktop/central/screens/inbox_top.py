"""The top line of the inbox: which outcomes are shown, and the search for an institution."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from kvik_desktop.central.model import Outcome
from kvik_desktop.central.screens.inbox_rows import ALL
from kvik_desktop.central.screens.verdict_words import MARKS, OUTCOMES
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.icons import icon
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.chip import Filter, FilterChips
from kvik_desktop.shell.widgets.choice import Choice

SHOWN = (Outcome.ACCEPTED, Outcome.QUARANTINED, Outcome.REJECTED, Outcome.STALE)
"""The outcomes a file can have when it lies here; one that was received before lies here once."""

SEARCH, CHOICE = 168, 152
"""Widths at 100 %."""


class InboxTop(QWidget):
    """Chips, or a drop-down of the same where there is no room for them."""

    filtered = Signal(str)
    sought = Signal(str)

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        name = tr(say("Vis"))
        words = [(ALL, tr(say("Alle")), "")]
        words += [(each.value, tr(OUTCOMES[each]), MARKS[each]) for each in SHOWN]
        self.chips = FilterChips(ui, name, [Filter(key, text, 0, mark) for key, text, mark in words])
        self.choice = Choice(ui, [(key, text) for key, text, _ in words], ALL, name=name)
        self.choice.setProperty("low", True)
        self.choice.hide()
        self.search = QLineEdit()
        self.search.setProperty("low", True)
        self.search.setPlaceholderText(tr(say("Find institution")))
        self.search.setAccessibleName(tr(say("Find institution")))
        self.search.setToolTip("Ctrl+F")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            icon(ui.theme, "search", "text-2", 16), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.setFixedWidth(px(SEARCH))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for part in (self.chips, self.choice, self.search):
            row.addWidget(part)
        self.chips.chosen.connect(self._chosen)
        self.choice.chosen.connect(self._chosen)
        self.search.textChanged.connect(self.sought)

    @property
    def key(self) -> str:
        """What is shown: all, or the value of an outcome."""
        return self.chips.key

    def show_counts(self, counts: Mapping[Outcome, int]) -> None:
        """How many ended how."""
        numbers = [sum(counts.values()), *(counts.get(each, 0) for each in SHOWN)]
        self.chips.set_counts(numbers)
        tr = self.ui.tr
        words = [tr(say("Alle")), *(tr(OUTCOMES[each]) for each in SHOWN)]
        keys = (ALL, *(each.value for each in SHOWN))
        told = [(key, f"{word} {n}") for key, word, n in zip(keys, words, numbers, strict=True)]
        self.choice.set_choices(told, self.chips.key)
        self.updateGeometry()

    def _chosen(self, key: object) -> None:
        self.chips.set_key(str(key))
        self.choice.set_key(key)
        self.filtered.emit(str(key))

    def first(self) -> QWidget:
        """Where the keyboard comes in."""
        return self.choice if self.chips.isHidden() else self.chips.chips[0]

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
