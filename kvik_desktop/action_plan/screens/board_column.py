"""The actions of one status as cards: dragged to another column, or moved there by the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from kvik_desktop.action_plan.screens.card_delegate import Card, CardDelegate
from kvik_desktop.foundation.text import Text
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.keyed_model import KeyedModel
from kvik_desktop.shell.widgets.row_view import RowView

MIME = "application/x-kvik-tiltag"
"""What a card carries: the action's id."""
LEAST = 112
"""Height at 100 %: a card is seen whole."""
SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class BoardColumn(RowView):
    """Tells what is asked of a card; what the page then shows is what counts."""

    came = Signal(str)
    """The user has gone to this card."""
    left = Signal(int)
    """An arrow leads to the column at the left (-1) or right (1)."""
    shifted = Signal(str, int)
    """This card is to go to the column at the left (-1) or right (1)."""
    numbered = Signal(str, int)
    """This card is to go to the column with this number, from 1."""
    opened = Signal(str)
    """Everything about this card is to be seen."""
    fallen = Signal(str)
    """A card from another column was let go here."""

    def __init__(self, ui: Ui, title: Text, empty: Text, *, read_only: bool) -> None:
        self.cards = CardDelegate(ui)
        self._read_only = read_only
        self._silent = False
        super().__init__(ui, title, self.cards, empty)
        self._model: KeyedModel[Card] = KeyedModel(self._spoken, self._flags, self)
        self.setModel(self._model)
        self.setProperty("look", "rail")  # on the colour of the window
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setAcceptDrops(not read_only)
        self.setMinimumHeight(ui.theme.px(LEAST))

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show these; where one is stays."""
        if tuple(cards) == self._model.items:
            return
        self._silent = True
        scrolled = self.verticalScrollBar().value()
        if self._model.set_items(cards):
            self.setCurrentIndex(self._model.index_of(self.cards.chosen))
        self.shown_anew()
        self.verticalScrollBar().setValue(scrolled)
        self._silent = False

    @property
    def keys(self) -> list[str]:
        """The cards from above."""
        return [card.key for card in self._model.items]

    def set_current(self, key: str) -> None:
        """Be at this card, at none where it is not here; without a signal."""
        self.cards.chosen = key
        self._silent = True
        index = self._model.index_of(key)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        self._silent = False
        self.viewport().update()

    def _spoken(self, card: Card) -> str:
        return ", ".join(part for part in (card.letter, card.text, card.where, card.source) if part)

    def _flags(self, card: Card) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        found = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        return found if self._read_only else found | flag.ItemIsDragEnabled

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One is at another card."""
        super().currentChanged(current, previous)
        card = self._model.item(current)
        if card is not None and not self._silent:
            self.came.emit(card.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One is at a card when focus comes."""
        super().focusInEvent(event)
        self.begin_at(self._model.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go, with Alt they move the card; a digit moves it, too; Enter shows everything about it."""
        card, key = self._model.item(self.currentIndex()), Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        digit = event.key() - Qt.Key.Key_0
        if key in SIDES and not modifiers:
            self.left.emit(SIDES[key])
        elif card is not None and key in SIDES and modifiers == Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(card.key, SIDES[key])
        elif card is not None and 1 <= digit <= 9 and not modifiers:
            self.numbered.emit(card.key, digit)
        elif card is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers:
            self.opened.emit(card.key)
        else:
            super().keyPressEvent(event)

    # Dragging

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the card one took hold of."""
        card = self._model.item(self.currentIndex())
        if card is None or self._read_only:
            return
        data = QMimeData()
        data.setData(MIME, card.key.encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only cards."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere in the column."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The card is let go; Qt would take it out of its old list by itself."""
        if event.mimeData().hasFormat(MIME):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            key = bytes(event.mimeData().data(MIME).data()).decode()
            if key not in self.keys:
                self.fallen.emit(key)
        self.setState(QAbstractItemView.State.NoState)
