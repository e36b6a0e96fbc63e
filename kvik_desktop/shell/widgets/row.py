"""A row that is a button: a title with a second line, a state in the middle, a detail at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kvik_desktop.shell.look.focus_ring import by_keyboard, focus_by_key
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.look.marks import MARKS
from kvik_desktop.shell.look.marks import mark as painted_mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.lines import Lines

EDGE, TOP, COLUMNS, GAP = 16, 12, 24, 8
ICON, MARK, CHEVRON = 20, 16, 16
LEAST = 64
"""The height of a row, at 100 %."""
STATE_AT = 0.445
"""Where the state begins, as a part of the width."""
ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
WIDTHS = 4
"""So many arrangements are kept: a layout asks about a few widths, by turns."""
STACKED = 560
"""Under this width, at 100 %, the state stands under the title."""
NAME_LINE, SMALL_LINE = 20, 16
"""Lines of names are closer than those of running text."""


@dataclass
class _Column:
    """Lines under each other, and a picture before the first of them."""

    x: float
    lines: list[tuple[Lines, str]] = field(default_factory=list)
    """Each with its token."""
    picture: QPixmap | None = None
    picture_x: float = 0

    @property
    def height(self) -> float:
        return sum(lines.height for lines, _ in self.lines)


@dataclass
class _Arranged:
    columns: list[_Column]
    beside: bool
    """The state stands beside the title, not under it."""
    height: int


class Row(QPushButton):
    """Paints its own words, which wrap; Enter, Space and a click press it."""

    def __init__(
        self,
        ui: Ui,
        title: str,
        second: str = "",
        *,
        icon: str = "",
        mark: str = "",
        state: str = "",
        state_second: str = "",
        detail: str = "",
        second_size: Literal["body", "small"] = "small",
        leads: bool = False,
        gone: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``mark`` stands before ``state`` or its own word; ``leads`` shows a chevron; ``gone`` is grey."""
        super().__init__(parent)
        self.ui = ui
        self.title, self.second, self.detail = title, second, detail
        self.state = state or (ui.tr(MARKS[mark].word) if mark else "")
        self.state_second = state_second
        self._icon, self._mark, self._leads, self._gone = icon, mark, leads, gone
        self._second_size: Literal["body", "small"] = second_size
        self._arranged: dict[int, _Arranged] = {}
        self.setProperty("look", "row")
        self.setProperty("ring", False)
        self.setAccessibleName(title)
        said = (second, self.state, state_second, detail)
        self.setAccessibleDescription(", ".join(part for part in said if part))
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its names wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """64 at 100 %, more where names wrap."""
        return self._at(width).height

    def sizeHint(self) -> QSize:
        """As on the start page; it takes the width it gets."""
        width = self.ui.theme.px(STACKED if self.state else STACKED // 2)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow; the layout asks for the height at its width."""
        return QSize(self.ui.theme.px(200), self.ui.theme.px(LEAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; the arrows are the list's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _at(self, width: int) -> _Arranged:
        if width not in self._arranged:
            if len(self._arranged) == WIDTHS:
                self._arranged.clear()
            self._arranged[width] = self._arrange(width)
        return self._arranged[width]

    def _arrange(self, width: int) -> _Arranged:
        px = self.ui.theme.px
        left = px(EDGE) + (px(ICON) + px(16) if self._icon else 0)
        right = width - px(EDGE) - (px(CHEVRON) + px(GAP) if self._leads else 0)
        if self.detail:
            right -= self._detail_width() + px(COLUMNS)
        beside = bool(self.state) and width >= px(STACKED)
        state_x = round(width * STATE_AT)
        title = _Column(left, self._title_lines((state_x - px(COLUMNS) if beside else right) - left))
        if self._icon:
            title.picture = self._picture()
            title.picture_x = px(EDGE)
        columns = [title]
        if self.state:
            columns.append(self._state_column(state_x if beside else left, right))
        heights = [column.height for column in columns]
        tall = max(heights) if beside else sum(heights)
        return _Arranged(columns, beside, max(px(LEAST), round(tall) + 2 * px(TOP)))

    def _picture(self) -> QPixmap:
        """What stands before the title."""
        return pixmap(self.ui.theme, self._icon, "accent", ICON)

    def _title_lines(self, width: int) -> list[tuple[Lines, str]]:
        theme = self.ui.theme
        title = self._lines(self.title, theme.font("body", 600), width, NAME_LINE)
        found = [(title, "text-3" if self._gone else "text")]
        if self.second:
            found.append((self._second_lines(self.second, width), "text-2"))
        return found

    def _second_lines(self, text: str, width: int) -> Lines:
        leading = NAME_LINE if self._second_size == "body" else SMALL_LINE
        return self._lines(text, self.ui.theme.font(self._second_size), width, leading)

    def _state_column(self, x: int, right: int) -> _Column:
        theme = self.ui.theme
        words = x + (theme.px(MARK) + theme.px(GAP) if self._mark else 0)
        ink = "text-3" if self._gone else "text"
        column = _Column(words, [(self._lines(self.state, theme.font(), right - words, NAME_LINE), ink)])
        if self.state_second:
            small = self._lines(self.state_second, theme.font("small"), right - words, SMALL_LINE)
            column.lines.append((small, "text-2"))
        if self._mark:
            column.picture, column.picture_x = painted_mark(theme, self._mark, MARK), x
        return column

    def _lines(self, text: str, font: QFont, width: int, leading: int) -> Lines:
        return Lines.broken(text, font, width, self.ui.theme.px(leading))

    def _detail_width(self) -> int:
        return QFontMetrics(self.ui.theme.font("small")).horizontalAdvance(self.detail)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The field, the columns, the detail and the chevron."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_field(painter)
        arranged = self._at(self.width())
        y = (self.height() - sum(column.height for column in arranged.columns)) / 2
        for column in arranged.columns:
            middle = (self.height() - column.height) / 2
            self._paint_column(painter, column, middle if arranged.beside else y)
            y += column.height
        self._paint_right(painter)
        painter.end()

    def _paint_field(self, painter: QPainter) -> None:
        theme = self.ui.theme
        chosen = self.hasFocus() or self.isChecked()
        if not chosen and not (self.underMouse() and self.isEnabled()):
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
            return
        width = theme.px(2)
        ringed = self.hasFocus() and by_keyboard(self)
        painter.setPen(QPen(theme.colour("focus"), width) if ringed else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selected" if chosen else "hover"))
        inside = QRectF(self.rect())
        if ringed:
            inside.adjust(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(inside, theme.px(6), theme.px(6))

    def _paint_column(self, painter: QPainter, column: _Column, y: float) -> None:
        if column.picture is not None:
            high = column.picture.height() / column.picture.devicePixelRatio()
            top = y + (self.ui.theme.px(NAME_LINE) - high) / 2
            painter.drawPixmap(round(column.picture_x), round(top), column.picture)
        for lines, token in column.lines:
            lines.paint(painter, column.x, y, self.ui.theme.colour(token))
            y += lines.height

    def _paint_right(self, painter: QPainter) -> None:
        theme = self.ui.theme
        right = self.width() - theme.px(EDGE)
        if self._leads:
            side = theme.px(CHEVRON)
            top = (self.height() - side) // 2 if self.state else theme.px(TOP) + theme.px(2)
            painter.drawPixmap(right - side, top, pixmap(theme, "chevron-right", "text-2", CHEVRON))
            right -= side + theme.px(GAP)
        if self.detail:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text-2"))
            place = QRectF(0, 0, right, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.detail)


class RowList(QWidget):
    """Rows under each other; the arrows go between them, Home and End to the ends."""

    def __init__(self, ui: Ui, name: str, rows: Sequence[Row] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.setAccessibleName(name)
        self.rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Other rows."""
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = list(rows)
        for row in self.rows:
            self._column.addWidget(row)
            row.show()  # now, not when Qt gets to it: a row may be given focus at once

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows, which the rows leave."""
        places = [place for place, row in enumerate(self.rows) if row.hasFocus()]
        last = len(self.rows) - 1
        goals = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if places:
            goals |= {key: min(max(places[0] + step, 0), last) for key, step in ARROWS.items()}
        goal = goals.get(Qt.Key(event.key()))
        if goal is None:
            super().keyPressEvent(event)
        else:
            focus_by_key(self.rows[goal])
