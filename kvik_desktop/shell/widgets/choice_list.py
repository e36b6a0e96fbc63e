"""A list from which one thing is chosen: the criteria one answers, the agenda of a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kvik_desktop.foundation.text import Text
from kvik_desktop.shell.look.marks import MARKS
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.choice_delegate import ChoiceDelegate, ChoiceItem
from kvik_desktop.shell.widgets.keyed_model import KeyedModel
from kvik_desktop.shell.widgets.row_view import RowView

CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChoiceList(RowView):
    """Arrows go from row to row, Enter, Space or a click chooses; the page says what is chosen.

    A list that is shown anew keeps what is chosen, where one is, and how far it is scrolled.
    """

    chosen = Signal(str)
    """The user has chosen the row with this key."""

    def __init__(
        self,
        ui: Ui,
        title: Text | str,
        *,
        steps: Sequence[Step] = (),
        empty: Text | str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``steps`` are those of the spreads, ``empty`` is what stands where there is nothing to choose."""
        self._delegate = ChoiceDelegate(ui, steps)
        super().__init__(ui, title, self._delegate, empty, parent)
        self._items: KeyedModel[ChoiceItem] = KeyedModel(self._spoken, self._flags, self)
        self.setModel(self._items)
        self.leaves_space = False
        """Whether Space on what is chosen already goes on to the page, which has a use for it."""

    @property
    def chosen_key(self) -> str:
        """The key of the chosen row, empty for none."""
        return self._delegate.chosen

    def set_items(self, items: Sequence[ChoiceItem]) -> None:
        """Show these rows; what is chosen stays so, also while its row is not there."""
        at, scrolled = self._items.item(self.currentIndex()), self.verticalScrollBar().value()
        if self._items.set_items(items):
            self._select()
            self.setCurrentIndex(self._items.index_of(at.key if at else self.chosen_key))
        self.shown_anew()
        self.verticalScrollBar().setValue(scrolled)

    def set_chosen(self, key: str) -> None:
        """Show that this row is chosen, and bring it into view; without a signal."""
        self._delegate.chosen = key
        self._select()
        self.doItemsLayout()
        index = self._items.index_of(key)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def _select(self) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(self._items.index_of(self.chosen_key), flags.ClearAndSelect)

    def _choose(self, index: QModelIndex) -> None:
        item = self._items.item(index)
        if item and not item.heading:
            self.chosen.emit(item.key)

    def _spoken(self, item: ChoiceItem) -> str:
        """What a screen reader says; nothing twice."""
        word = self.ui.tr(MARKS[item.mark].word) if item.mark else ""
        spread = self.ui.tr(item.spread.sentence) if item.spread else ""
        parts = (f"{item.number} {item.name}".strip(), word, item.second, item.trailing, spread)
        return ", ".join(dict.fromkeys(part for part in parts if part))

    @staticmethod
    def _flags(item: ChoiceItem) -> Qt.ItemFlag:
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren if item.heading else enabled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose; letters find a row."""
        at_chosen = self.currentIndex() == self._items.index_of(self.chosen_key)
        if self.leaves_space and at_chosen and event.key() == Qt.Key.Key_Space:
            event.ignore()
        elif event.key() in CHOOSING and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One is at what is chosen, or at the first row."""
        super().focusInEvent(event)
        known = self._items.index_of(self.chosen_key)
        first = next((item.key for item in self._items.items if not item.heading), "")
        self.begin_at(known if known.isValid() else self._items.index_of(first))
