"""One seat at the table while raised cards are typed in: number, name, and whether its card is typed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.lines import Lines
from kvik_desktop.shell.widgets.painting import write

EDGE, TOP, GAP, MARK = 12, 8, 8, 14
WIDTH = 204
"""The least width of a seat, at 100 %."""


class SeatTile(QPushButton):
    """A button that says who sits there; only the seat at hand may say what was typed."""

    def __init__(self, ui: Ui, number: int, name: str) -> None:
        super().__init__()
        self.ui = ui
        self.number, self.person = number, name
        self.state, self.sign, self.is_at_hand = "", "", False
        self.setProperty("look", "row")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_state(self, state: str, sign: str, *, at_hand: bool) -> None:
        """Say how it is with this seat; Tab comes to the one at hand."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at_hand else Qt.FocusPolicy.ClickFocus)
        if (state, sign, at_hand) == (self.state, self.sign, self.is_at_hand):
            return
        self.state, self.sign, self.is_at_hand = state, sign, at_hand
        self.setAccessibleName(f"{self.number} {self.person}, {state}")
        self.update()

    def _name(self, width: int) -> Lines:
        theme = self.ui.theme
        room = width - theme.px(2 * EDGE)
        return Lines.broken(f"{self.number}  {self.person}", theme.font("body", 600), room, theme.px(20))

    def hasHeightForWidth(self) -> bool:
        """A long name takes more lines where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The name, and the state under it."""
        return self.ui.theme.px(2 * TOP + 2) + round(self._name(width).height) + self.ui.theme.line("small")

    def sizeHint(self) -> QSize:
        """As high as the name needs in the least width."""
        width = self.ui.theme.px(WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One line of a name; the layout asks for more where it is needed."""
        px = self.ui.theme.px
        return QSize(px(WIDTH), px(2 * TOP + 2 + 20) + self.ui.theme.line("small"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space presses it; every other key is the table's, where a button would take the arrows."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The seat, filled where the next card goes."""
        theme, px = self.ui.theme, self.ui.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selected" if self.is_at_hand else "sunk"))
        painter.drawRoundedRect(QRectF(self.rect()), px(8), px(8))
        self._name(self.width()).paint(painter, px(EDGE), px(TOP), theme.colour("text"))
        line = theme.line("small")
        top = self.height() - px(TOP) - line
        painter.drawPixmap(px(EDGE), top + (line - px(MARK)) // 2, mark(theme, self.sign, MARK))
        said = QRectF(px(EDGE + MARK + GAP), top, self.width() - px(2 * EDGE + MARK + GAP), line)
        ink = theme.colour("text-selected" if self.is_at_hand else "text-2")
        write(painter, said, self.state, theme.font("small"), ink)
