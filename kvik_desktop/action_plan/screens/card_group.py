"""A group on the wall: its name, how many cards it has, and the cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kvik_desktop.action_plan.screens.card_delegate import BrokenCards, Card
from kvik_desktop.action_plan.screens.card_view import CardView
from kvik_desktop.action_plan.screens.leaving_line import LeavingLine
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton
from kvik_desktop.shell.widgets.reading_text import ReadingText


class CardGroup(QWidget):
    """Measured by the wall, which knows how wide it is."""

    renamed = Signal(str, str)
    """The theme with this name is to have the other."""

    def __init__(self, ui: Ui, parent: QWidget, broken: BrokenCards) -> None:
        super().__init__(parent)
        self.ui = ui
        self.name = ""
        self._is_themed = self._is_over = False
        self._name = ReadingText(ui, "", weight=600)
        self._count = QLabel()
        self._count.setProperty("look", "small")
        self._edit: LeavingLine | None = None
        self.pencil = IconButton(ui, "pencil", "")
        self.pencil.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard it is Shift+T on a card
        self.pencil.clicked.connect(self.ask_name)
        self._head = QWidget(self)
        self._row = row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ui.theme.px(8))
        for part in (self._name, self._count, self.pencil):
            row.addWidget(part)
        row.addStretch(1)
        self.view = CardView(ui, "", broken)
        self.view.setParent(self)

    def show_name(self, name: str, *, themed: bool, renamable: bool) -> None:
        """Be this group; names of themes are equally high, though one of them is no name to change."""
        if self._edit is not None and name != self.name:
            self._edit.hide()
            self._name.show()
        self.name, self._is_themed = name, themed
        self._name.setText(name)
        self.view.setAccessibleName(name)
        self.pencil.setVisible(renamable)
        if renamable:
            self.pencil.set_words(self.ui.tr(say("Giv temaet {name} et andet navn", name=name)))
        self._lay_out()

    def show_cards(self, cards: Sequence[Card], *, choosing: bool) -> None:
        """Show these."""
        self._count.setText(str(len(cards)))
        self.view.set_cards(cards, choosing=choosing)

    @property
    def is_over(self) -> bool:
        """Whether a dragged card would land here."""
        return self._is_over

    def set_over(self, *, over: bool) -> None:
        """A dragged card would land in this group, or no longer."""
        if over != self._is_over:
            self._is_over = over
            self.update()

    # Its name

    @property
    def edit(self) -> LeavingLine:
        """Where another name is written; few ever are, so it is made when it is asked for."""
        if self._edit is None:
            self._edit = LeavingLine(self.ui.tr(say("Temaets navn")))
            self._edit.hide()
            self._edit.returnPressed.connect(self._rename)
            self._edit.left.connect(self._close)
            self._row.insertWidget(0, self._edit)
        return self._edit

    def ask_name(self) -> None:
        """Write another name where it stands."""
        self.edit.setText(self.name)
        self._name.hide()
        self.edit.show()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def _rename(self) -> None:
        name = " ".join(self.edit.text().split())
        self._close()
        if name != self.name:
            self.renamed.emit(self.name, name)

    def _close(self) -> None:
        self.edit.hide()
        self._name.show()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # How it looks

    def height_for(self, width: int) -> int:
        """How high it is at a width."""
        return self._head_height(width) + self.view.height_for(width)

    def _head_height(self, width: int) -> int:
        px = self.ui.theme.px
        more = self.pencil.sizeHint().width() + px(8) if not self.pencil.isHidden() else 0
        room = max(width - self._count.sizeHint().width() - px(8) - more, 1)
        words = self._name.heightForWidth(room)
        return max(words, self.pencil.sizeHint().height() if self._is_themed else 0) + px(8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name above, the cards below."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        width, head = self.width(), self._head_height(self.width())
        self._head.setGeometry(0, 0, width, head - self.ui.theme.px(4))
        self.view.setGeometry(0, head, width, max(self.height() - head, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Coloured where a card would land."""
        if self._is_over:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.ui.theme.colour("climbed"))
            painter.drawRoundedRect(self.rect(), self.ui.theme.px(8), self.ui.theme.px(8))
            painter.end()
