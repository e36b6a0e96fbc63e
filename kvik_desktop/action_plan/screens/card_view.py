"""The cards of one group: as high as all of them, with the keys that place and choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QListView

from kvik_desktop.action_plan.screens.card_delegate import BrokenCards, Card, CardDelegate
from kvik_desktop.action_plan.screens.improvement_words import dots
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.keyed_model import KeyedModel
from kvik_desktop.shell.widgets.matrix import MIME
from kvik_desktop.shell.widgets.row_view import RowView

EFFECT: Mapping[int, int] = {Qt.Key.Key_0 + step: step for step in range(1, 5)}
EASE: Mapping[int, int] = {
    **EFFECT,
    Qt.Key.Key_Exclam: 1,
    Qt.Key.Key_QuoteDbl: 2,
    Qt.Key.Key_At: 2,
    Qt.Key.Key_NumberSign: 3,
    Qt.Key.Key_sterling: 3,
    Qt.Key.Key_currency: 4,
    Qt.Key.Key_Dollar: 4,
}
"""What a digit is together with Shift, on Danish and English keyboards."""

ARROWS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CardView(RowView):
    """Tells what is asked of a card; arrows that lead out of it are the wall's."""

    came = Signal(str)
    """The user has gone to this card."""
    effect_given = Signal(str, int)
    ease_given = Signal(str, int)
    """A card, and 1-4."""
    put_back = Signal(str)
    """The card's area is to be unplaced again."""
    ticked = Signal(str)
    """The card is to become an action, or not any more."""
    themed = Signal(str)
    """The card is to have a theme."""
    gathered = Signal(str)
    """The card is taken up to be merged with another, or is that other one."""
    parted = Signal(str)
    """The card is to be taken apart."""
    renamed = Signal(str)
    """The card's theme is to have another name."""
    let_go = Signal()
    """What was taken up is let go."""
    left = Signal(int, int)
    """An arrow leads out: so many columns and cards."""

    def __init__(self, ui: Ui, title: str, broken: BrokenCards) -> None:
        self.cards = CardDelegate(ui, broken)
        super().__init__(ui, title, self.cards)
        self._model: KeyedModel[Card] = KeyedModel(self._spoken, _flags, self)
        self._pressed: tuple[str, QPoint] | None = None
        self._silent = False
        self.setModel(self._model)
        self.setProperty("look", "rail")  # on the colour of the window
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_cards(self, cards: Sequence[Card], *, choosing: bool) -> None:
        """Show these; ``choosing`` gives each a box to tick."""
        same = choosing == self.cards.choosing and tuple(cards) == self._model.items
        self.cards.choosing = choosing
        if same:
            return
        self._silent = True
        if self._model.set_items(cards):
            self.setCurrentIndex(self._model.index_of(self.cards.chosen))
        self._silent = False
        self.scheduleDelayedItemsLayout()

    def mark(self, *, held: str, over: str) -> None:
        """Show which card is held, and on which one a dragged one would land; empty for none."""
        if (held, over) != (self.cards.held, self.cards.over):
            self.cards.held, self.cards.over = held, over
            self.viewport().update()

    def card_at(self, point: QPoint) -> tuple[str, float]:
        """The card at a point of the view, and how far down in it, from 0 to 1; an empty key for none."""
        index = self.indexAt(point)
        card = self._model.item(index)
        if card is None:
            return "", 0.0
        rect = self.visualRect(index)
        return card.key, (point.y() - rect.top()) / max(rect.height(), 1)

    def set_current(self, key: str) -> None:
        """Be at this card, at none where it is not here; without a signal."""
        self.cards.chosen = key
        self._silent = True
        self.setCurrentIndex(self._model.index_of(key))
        self._silent = False
        self.viewport().update()

    @property
    def keys(self) -> list[str]:
        """The cards from above."""
        return [card.key for card in self._model.items]

    def height_for(self, width: int) -> int:
        """How high all cards are at a width."""
        return sum(self.cards.height_of(card, width) for card in self._model.items)

    def top_of(self, key: str) -> int:
        """How far down a card begins."""
        return self.visualRect(self._model.index_of(key)).top()

    def height_of(self, key: str) -> int:
        """How high a card is."""
        return self.visualRect(self._model.index_of(key)).height()

    def _spoken(self, card: Card) -> str:
        """As ``B, Vi taler ikke om tallene, Hurtig gevinst, 5 prikker, 3.3 · enighed 48, valgt``."""
        given = self.ui.tr(dots(card.dots)) if card.dots else ""
        ticked = self.ui.tr(say("valgt")) if card.ticked else ""
        held = self.ui.tr(say("taget op")) if card.key == self.cards.held else ""
        parts = (card.letter, card.text, card.where, given, card.source, ticked, held)
        return ", ".join(part for part in parts if part)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One is at another card."""
        super().currentChanged(current, previous)
        card = self._model.item(current)
        if card is not None and not self._silent:
            self.came.emit(card.key)

    # What the user does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits place, Space chooses, T gives a theme, M merges, Delete puts back; arrows go."""
        card = self._model.item(self.currentIndex())
        if card is None or not self._takes(event, card):
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent, card: Card) -> bool:
        key = event.key()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ShiftModifier and key in EASE:
            self.ease_given.emit(card.key, EASE[key])
        elif modifiers == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_M:
            self.parted.emit(card.key)
        elif modifiers == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_T:
            self.renamed.emit(card.key)
        elif modifiers:
            return False
        elif key in EFFECT:
            self.effect_given.emit(card.key, EFFECT[key])
        elif key in ARROWS:
            return self._goes(*ARROWS[key])
        elif key == Qt.Key.Key_Escape and self.cards.held:
            self.let_go.emit()
        else:
            return self._asks(key, card)
        self._set_ring(True)
        return True

    def _asks(self, key: int, card: Card) -> bool:
        asked = {
            Qt.Key.Key_Space: self.ticked,
            Qt.Key.Key_T: self.themed,
            Qt.Key.Key_M: self.gathered,
            Qt.Key.Key_Delete: self.put_back,
            Qt.Key.Key_Backspace: self.put_back,
        }.get(Qt.Key(key))
        if asked is not None:
            asked.emit(card.key)
            self._set_ring(True)
        return asked is not None

    def _goes(self, across: int, down: int) -> bool:
        """True where the arrow leads out."""
        row = self.currentIndex().row() + down
        if across or not 0 <= row < self._model.rowCount():
            self.left.emit(across, down)
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses, on the box it ticks; from anywhere it may be dragged."""
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        card = self._model.item(index)
        self._pressed = None
        if card is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.cards.choosing and self.cards.box(self.visualRect(index)).contains(point):
            self.ticked.emit(card.key)
        else:
            self._pressed = (card.key, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A card that is pulled far enough is dragged."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            QListView.mouseMoveEvent(self, event)
            return
        key, begun = self._pressed
        if (event.position().toPoint() - begun).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(carried(key))
            drag.setPixmap(self.viewport().grab(self.visualRect(self._model.index_of(key))))
            drag.exec(Qt.DropAction.CopyAction)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One is at a card when focus comes."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))


def carried(key: str) -> QMimeData:
    """What a card carries to the matrix."""
    data = QMimeData()
    data.setData(MIME, key.encode())
    return data


def _flags(card: Card) -> Qt.ItemFlag:
    return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
