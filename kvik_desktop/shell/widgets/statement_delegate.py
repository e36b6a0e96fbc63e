"""How a statement is drawn: how many wrote it, what it says, and how many it is gathered from."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.keyed_model import ITEM
from kvik_desktop.shell.widgets.lines import Lines
from kvik_desktop.shell.widgets.painting import dashed, focus_ring, write
from kvik_desktop.shell.widgets.row_delegate import RowDelegate

PADDING = 6
"""Above and below, at 100 %."""

HEAD = 28
"""What a heading over a row takes, at 100 %."""

INDENT = 24
"""From the number to the words, at 100 %."""

EDGE = 5
"""What stays free at both sides for the ring, at 100 %."""


@dataclass(frozen=True)
class Statement:
    """One statement, gathered from the words of one person or more."""

    key: str
    text: str
    count: int = 1
    """How many wrote it; 0 where the group wrote it together."""
    merged: int = 1
    """How many statements it is gathered from."""
    heads: str = ""
    """What stands over it, where it is the first under a heading."""
    under: str = ""
    """The heading it stands under, for a screen reader."""


class StatementDelegate(RowDelegate):
    """Rows with a hairline under them; the one picked up to be gathered with another has a dashed frame."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self.picked = ""
        """The key of the statement that waits for the one it is gathered with."""
        self._lines: dict[tuple[Statement, int], Lines] = {}

    def forget(self) -> None:
        """Measure anew."""
        self._lines.clear()

    def gathered(self, statement: Statement) -> str:
        """As ``samlet af 3``; empty where it is one person's own words."""
        return self.ui.tr(say("samlet af {n}", n=statement.merged)) if statement.merged > 1 else ""

    def gathered_rect(self, row: QRect, statement: Statement) -> QRectF:
        """Where that stands in a row."""
        px = self.ui.theme.px
        width = QFontMetricsF(self.ui.theme.font("small")).horizontalAdvance(self.gathered(statement))
        top = row.top() + px(PADDING) + self._head(statement)
        return QRectF(row.right() - width - px(EDGE), top, width, px(22))

    def _head(self, statement: Statement) -> int:
        """The height of the heading over a row."""
        return self.ui.theme.px(HEAD) if statement.heads else 0

    def words(self, statement: Statement, width: int) -> Lines:
        """The statement, broken beside the number and what stands at the right of a row this wide."""
        if (statement, width) not in self._lines:
            px = self.ui.theme.px
            right = self.gathered_rect(QRect(), statement).width()
            room = width - px(INDENT) - (right + px(12) if right else 0) - px(EDGE)
            self._lines[statement, width] = Lines.broken(statement.text, self.ui.theme.font(), room, px(20))
        return self._lines[statement, width]

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words at the width of the view."""
        return QSize(self.width, self.height_of(index.data(ITEM), self.width))

    def height_of(self, statement: Statement, width: int) -> int:
        """The words and the hairline under them, in a row this wide."""
        if not width:
            return 0
        words = ceil(self.words(statement, width).height) + 2 * self.ui.theme.px(PADDING) + 1
        return words + self._head(statement)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """All of the row is ours."""
        theme, px, rect = self.ui.theme, self.ui.theme.px, QRectF(option.rect)
        statement: Statement = index.data(ITEM)
        picked = statement.key == self.picked
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        behind = "selected" if picked else "hover" if over else "surface"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if statement.heads:
            head = QRectF(rect.left(), rect.top() + px(8), rect.width(), px(HEAD - 8))
            write(painter, head, statement.heads, theme.font("small", 600), theme.colour("text-2"))
            rect.setTop(rect.top() + self._head(statement))
        painter.fillRect(rect, theme.colour(behind))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
        row = rect.adjusted(0, px(PADDING), 0, 0)
        row.setHeight(px(20))
        count = row.adjusted(px(EDGE), 0, 0, 0)
        wrote = str(statement.count) if statement.count else "+"
        write(painter, count, wrote, theme.font("body", 600), theme.colour("accent"))
        ink = theme.colour("text-selected" if picked else "text")
        self.words(statement, option.rect.width()).paint(painter, rect.left() + px(INDENT), row.top(), ink)
        if statement.merged > 1:
            place = self.gathered_rect(option.rect, statement)
            place.setHeight(row.height())
            write(painter, place, self.gathered(statement), theme.font("small"), theme.colour("accent"))
        if picked:
            painter.setPen(dashed(theme.colour("accent"), px(1)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -1.5))
        if self.ring and option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, theme, rect, px(4), behind)
        painter.restore()
