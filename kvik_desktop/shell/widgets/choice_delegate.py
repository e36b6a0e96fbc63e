"""How a row of a choice list is drawn: mark, number, wrapping name, count, second line and spread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.look.theme import Size, Weight
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.hyphens import hyphenated
from kvik_desktop.shell.widgets.keyed_model import ITEM
from kvik_desktop.shell.widgets.lines import Lines
from kvik_desktop.shell.widgets.painting import focus_ring, put, write
from kvik_desktop.shell.widgets.row_delegate import RowDelegate
from kvik_desktop.shell.widgets.spread_strip import HEIGHT, Spread, paint_strip

LINE = 20
"""Height of a line of a name in a list, at 100 %."""

PADDING = 6
"""Above and below, at 100 %."""

EDGE = 8
"""From the row's ends to what is in it, at 100 %."""


@dataclass(frozen=True)
class ChoiceItem:
    """A row. Words are in the reader's language."""

    key: str
    name: str
    number: str = ""
    """As ``3.3``; beside a mark it is part of the name, alone it has a column of its own."""
    mark: str = ""
    """Name of a mark, whose word a screen reader says."""
    trailing: str = ""
    """At the right, as ``2/3``."""
    second: str = ""
    """Small under the name; it wraps."""
    second_ink: str = "text-2"
    spread: Spread | None = None
    level: int = 0
    heading: bool = False
    """The name of a group: cannot be chosen."""
    strong: bool = False
    """Where one is, though not chosen itself."""
    opened: bool | None = None
    """A group that is opened or closed by choosing it; None is no such group."""


@dataclass(frozen=True)
class _Row:
    """What a row is at one width."""

    name: Lines
    left: float
    number: float
    """Where the number column begins; the name begins at ``left``."""
    second: Lines | None
    height: int


class ChoiceDelegate(RowDelegate):
    """Measures every row once, until items or width change."""

    def __init__(self, ui: Ui, steps: Sequence[Step], parent: QObject | None = None) -> None:
        super().__init__(ui, parent)
        self.steps = tuple(steps)
        self.chosen = ""
        """The key of the row that is written in strong type."""
        self._rows: dict[tuple[ChoiceItem, int, bool], _Row] = {}
        self._pictures: dict[str, QPixmap] = {}

    def forget(self) -> None:
        """Measure anew."""
        self._rows.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the name at the width of the view."""
        item: ChoiceItem = index.data(ITEM)
        if not self.width:
            return QSize()
        return QSize(self.width, self._row(item, self.width, item.key == self.chosen).height)

    def _row(self, item: ChoiceItem, width: int, strong: bool) -> _Row:
        known = self._rows.get((item, width, strong))
        if known is None:
            known = self._measured(item, width, strong)
            self._rows[item, width, strong] = known
        return known

    def _measured(self, item: ChoiceItem, width: int, strong: bool) -> _Row:
        px = self.ui.theme.px
        number = px(EDGE + 20 * item.level)
        left = number + (px(22) if item.mark else self._number_width(item))
        text = f"{item.number} {item.name}" if item.number and item.mark else item.name
        room = width - left - px(EDGE) - self._trailing_width(item)
        name = Lines.broken(
            hyphenated(text), self._font(item, strong), room, px(16 if item.heading else LINE)
        )
        height = name.height + self._above(item) + px(PADDING)
        second = self._second(item, width - left - px(EDGE))
        if second is not None:
            height += second.height
        if item.spread:
            height += px(HEIGHT)
        return _Row(name, left, number, second, ceil(height))

    def _second(self, item: ChoiceItem, room: float) -> Lines | None:
        if not item.second:
            return None
        return Lines.broken(item.second, self.ui.theme.font("small"), room, self.ui.theme.px(16))

    def _number_width(self, item: ChoiceItem) -> float:
        """The same for ``1`` and ``9``; more for ``k1``."""
        if not item.number:
            return 0
        wide = QFontMetricsF(self.ui.theme.font("body", 600)).horizontalAdvance(item.number)
        return max(self.ui.theme.px(20), ceil(wide) + self.ui.theme.px(8))

    def _above(self, item: ChoiceItem) -> int:
        """Room over the name; a group stands off from the one before."""
        return self.ui.theme.px(PADDING + 4 if item.heading else PADDING)

    def _trailing_width(self, item: ChoiceItem) -> float:
        width = 0.0
        if item.trailing:
            width += QFontMetricsF(self.ui.theme.font("small")).horizontalAdvance(
                item.trailing
            ) + self.ui.theme.px(8)
        if item.opened is not None:
            width += self.ui.theme.px(24)
        return width

    def _font(self, item: ChoiceItem, strong: bool) -> QFont:
        size: Size = "small" if item.heading else "body"
        weight: Weight = 600 if (strong or item.strong) and not item.heading else 400
        return self.ui.theme.font(size, weight)

    # Painting

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """All of the row is ours."""
        item: ChoiceItem = index.data(ITEM)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver) and not item.heading
        behind = "selected" if chosen else "hover" if over else "surface"
        rect, radius = QRectF(option.rect), self.ui.theme.px(6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if behind != "surface":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.ui.theme.colour(behind))
            painter.drawRoundedRect(rect, radius, radius)
        row = self._row(item, round(rect.width()), item.key == self.chosen)
        top = rect.top() + self._above(item)
        self._paint_name(painter, QRectF(rect.left(), top, rect.width(), row.name.leading), item, row, chosen)
        below = QRectF(rect.left() + row.left, top + row.name.height, rect.width() - row.left, 0)
        self._paint_below(painter, below, item, row, behind)
        if self.ring and option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, self.ui.theme, rect, radius, behind)
        painter.restore()

    def _paint_name(self, painter: QPainter, line: QRectF, item: ChoiceItem, row: _Row, chosen: bool) -> None:
        """What stands on the first line, and the rest of the name under it."""
        theme = self.ui.theme
        quiet = item.heading or item.opened is not None
        ink = "text-selected" if chosen else "text-2" if quiet else "text"
        row.name.paint(painter, line.left() + row.left, line.top(), theme.colour(ink))
        if item.mark:
            put(painter, self._picture(item.mark), line.left() + row.number, line)
        elif item.number:
            number = line.adjusted(row.number, 0, 0, 0)
            write(painter, number, item.number, self._font(item, chosen), theme.colour(ink))
        trailing = line.adjusted(0, 0, -theme.px(EDGE), 0)
        quiet_ink = "text-selected" if chosen else "text-2"
        if item.opened is not None:
            chevron = pixmap(theme, "chevron-down" if item.opened else "chevron-right", quiet_ink, 16)
            put(painter, chevron, trailing.right() - theme.px(16), line)
            trailing.setRight(trailing.right() - theme.px(24))
        if item.trailing:
            right = Qt.AlignmentFlag.AlignRight
            write(painter, trailing, item.trailing, theme.font("small"), theme.colour(quiet_ink), right)

    def _paint_below(
        self, painter: QPainter, below: QRectF, item: ChoiceItem, row: _Row, behind: str
    ) -> None:
        """The second line and the strip."""
        theme, px = self.ui.theme, self.ui.theme.px
        if row.second is not None:
            plain = behind == "selected" and item.second_ink == "text-2"
            ink = theme.colour("text-selected" if plain else item.second_ink)
            row.second.paint(painter, below.left(), below.top(), ink)
            below.translate(0, row.second.height)
        if item.spread:
            strip = QRectF(below.left(), below.top(), below.width() - px(EDGE), px(HEIGHT))
            paint_strip(painter, theme, strip, item.spread, self.steps, behind)

    def _picture(self, name: str) -> QPixmap:
        if name not in self._pictures:
            self._pictures[name] = mark(self.ui.theme, name, 14)
        return self._pictures[name]
