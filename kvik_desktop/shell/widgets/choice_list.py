"""A list from which one thing is chosen: the criteria one answers, the agenda of a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kvik_desktop.foundation.text import Text
from kvik_desktop.shell.look.marks import MARKS
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.choice_delegate import ChoiceDelegate, ChoiceItem
from kvik_desktop.shell.widgets.keyed_model import KeyedModel
from kvik_desktop.shell.widgets.lines import Lines
from kvik_desktop.shell.widgets.painting import ring_after

CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChoiceList(QListView):
    """One tab stop. Arrows go from row to row, Enter, Space or a click chooses; the page says what is chosen.

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
        super().__init__(parent)
        self.ui = ui
        self._empty = ui.tr(empty)
        self._model: KeyedModel[ChoiceItem] = KeyedModel(self._spoken, self._flags, self)
        self._delegate = ChoiceDelegate(ui, steps, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(ui.tr(title))
        self.setAccessibleDescription(self._empty)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(ui.theme.px(32))

    @property
    def chosen_key(self) -> str:
        """The key of the chosen row, empty for none."""
        return self._delegate.chosen

    def set_items(self, items: Sequence[ChoiceItem]) -> None:
        """Show these rows; what is chosen stays so, also while its row is not there."""
        at, scrolled = self._model.item(self.currentIndex()), self.verticalScrollBar().value()
        self._delegate.forget()
        if self._model.set_items(items):
            self._select()
            self.setCurrentIndex(self._model.index_of(at.key if at else self.chosen_key))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        self.setAccessibleDescription("" if items else self._empty)

    def set_chosen(self, key: str) -> None:
        """Show that this row is chosen, and bring it into view; without a signal."""
        self._delegate.chosen = key
        self._select()
        self.doItemsLayout()
        index = self._model.index_of(key)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def _select(self) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(self._model.index_of(self.chosen_key), flags.ClearAndSelect)

    def _choose(self, index: QModelIndex) -> None:
        item = self._model.item(index)
        if item and not item.heading:
            self.chosen.emit(item.key)

    # What a screen reader says

    def _spoken(self, item: ChoiceItem) -> str:
        word = self.ui.tr(MARKS[item.mark].word) if item.mark else ""
        spread = self.ui.tr(item.spread.sentence) if item.spread else ""
        parts = (f"{item.number} {item.name}".strip(), word, item.second, item.trailing, spread)
        return ", ".join(dict.fromkeys(part for part in parts if part))

    @staticmethod
    def _flags(item: ChoiceItem) -> Qt.ItemFlag:
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren if item.heading else enabled

    # What the user does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose; letters find a row; keys with Ctrl are the page's."""
        self._set_ring(True)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.key() in CHOOSING:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The ring is for the keyboard."""
        self._set_ring(False)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One is at what is chosen, or at the first row."""
        self._set_ring(ring_after(self, event.reason(), self._delegate.ring))
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            known = self._model.index_of(self.chosen_key)
            first = next((item.key for item in self._model.items if not item.heading), "")
            self.setCurrentIndex(known if known.isValid() else self._model.index_of(first))

    def _set_ring(self, ring: bool) -> None:
        self._delegate.ring = ring
        self.viewport().update()

    # Looks

    def updateGeometries(self) -> None:
        """Names wrap at the width there is just now; Qt's own way of adjusting waits a tenth of a second."""
        super().updateGeometries()
        width = self.viewport().width()
        if width != self._delegate.width:
            self._delegate.width = width
            self.doItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or why there are none."""
        super().paintEvent(event)
        if self._model.items or not self._empty:
            return
        px = self.ui.theme.px
        painter = QPainter(self.viewport())
        room = QRectF(self.viewport().rect()).adjusted(px(8), px(8), -px(8), -px(8))
        lines = Lines.broken(self._empty, self.ui.theme.font(), room.width(), self.ui.theme.line())
        lines.paint(painter, room.left(), room.top(), self.ui.theme.colour("text-2"))
