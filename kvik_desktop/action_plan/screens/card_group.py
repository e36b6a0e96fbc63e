"""A group on the wall: its name, how many cards it has, and the cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kvik_desktop.action_plan.screens.card_delegate import Card
from kvik_desktop.action_plan.screens.card_view import CardView
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.reading_text import ReadingText


class CardGroup(QWidget):
    """Measured by the wall, which knows how wide it is."""

    def __init__(self, ui: Ui, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = ui
        self._name = ReadingText(ui, name, weight=600)
        self._count = QLabel()
        self._count.setProperty("look", "small")
        self._head = QWidget(self)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ui.theme.px(8))
        row.addWidget(self._name)
        row.addWidget(self._count)
        row.addStretch(1)
        self.view = CardView(ui, name)
        self.view.setParent(self)

    def show_cards(self, cards: Sequence[Card], *, choosing: bool) -> None:
        """Show these."""
        self._count.setText(str(len(cards)))
        self.view.set_cards(cards, choosing=choosing)

    def height_for(self, width: int) -> int:
        """How high it is at a width."""
        return self._head_height(width) + self.view.height_for(width)

    def _head_height(self, width: int) -> int:
        room = max(width - self._count.sizeHint().width() - self.ui.theme.px(8), 1)
        return self._name.heightForWidth(room) + self.ui.theme.px(8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name above, the cards below."""
        super().resizeEvent(event)
        width, head = event.size().width(), self._head_height(event.size().width())
        self._head.setGeometry(0, 0, width, head - self.ui.theme.px(4))
        self.view.setGeometry(0, head, width, max(event.size().height() - head, 0))
