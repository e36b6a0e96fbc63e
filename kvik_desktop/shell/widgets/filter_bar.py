"""Filters: chips where there is room for all of them, else one drop-down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.chip import Filter, FilterChips
from kvik_desktop.shell.widgets.choice import Choice


class FilterBar(QWidget):
    """Both show the same; only one of them is seen."""

    chosen = Signal(str)
    """The user has chosen a filter; its key."""

    def __init__(self, ui: Ui, name: str, filters: Sequence[Filter]) -> None:
        super().__init__()
        self.ui = ui
        self._filters = list(filters)
        self._hidden: frozenset[str] = frozenset()
        self._is_fitting = False
        self.chips = FilterChips(ui, name, filters)
        self.choice = Choice(ui, [(each.key, each.text) for each in filters], name=name)
        self.choice.setProperty("low", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chips)
        row.addWidget(self.choice)
        row.addStretch(1)
        self.chips.chosen.connect(self._choose)
        self.choice.chosen.connect(self._choose)
        self._show_one(chips=True)

    @property
    def key(self) -> str:
        """The chosen filter's."""
        return self.chips.key

    def set_key(self, key: str) -> None:
        """Choose without a signal."""
        self.chips.set_key(key)
        self.choice.set_key(key)

    def set_counts(self, counts: Sequence[int | None]) -> None:
        """How many each filter leaves, in their order."""
        self.chips.set_counts(counts)
        shown = [pair for pair in zip(self._filters, counts, strict=True) if pair[0].key not in self._hidden]
        words = [(each.key, each.text if n is None else f"{each.text} ({n})") for each, n in shown]
        self.choice.set_choices(words, self.key)
        self._fit()
        self.updateGeometry()

    def hide_filter(self, key: str, *, hidden: bool) -> None:
        """Be without a filter that there is nothing for."""
        self._hidden = self._hidden - {key} | ({key} if hidden else set())
        for each, chip in zip(self._filters, self.chips.chips, strict=True):
            chip.setVisible(each.key not in self._hidden)
        self.updateGeometry()

    def _choose(self, key: object) -> None:
        self.set_key(str(key))
        self.chosen.emit(str(key))

    def sizeHint(self) -> QSize:
        """All chips."""
        return self.chips.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The drop-down."""
        return QSize(self.ui.theme.px(120), self.choice.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chips, or the drop-down."""
        super().resizeEvent(event)
        self._fit()

    @property
    def _has_room(self) -> bool:
        return self.width() >= self.chips.sizeHint().width()

    def _fit(self) -> None:
        """Show the one there is room for; showing it may resize the bar, which is looked at afterwards."""
        if self._is_fitting:
            return
        self._is_fitting = True
        self._show_one(chips=self._has_room)
        self._is_fitting = False
        if self._has_room is self.chips.isHidden():
            self._show_one(chips=self._has_room)

    def _show_one(self, *, chips: bool) -> None:
        self.chips.setVisible(chips)
        self.choice.setVisible(not chips)
