"""The names along a heat map: groups above with how many, things at the left where they stay in sight."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heat_cells import HEAD, HeatColumn, HeatRow
from kvik_desktop.shell.widgets.lines import Lines
from kvik_desktop.shell.widgets.painting import write

ROW = 44
NUMBER = 24
"""Height of a row and least width of the column of numbers, at 100 %."""

EDGE = 8
LINE = 16
"""Of a group's name and of how many, at 100 %."""
CENTRE = Qt.AlignmentFlag.AlignHCenter


class HeatHeader(QHeaderView):
    """A header that wraps its names."""

    def __init__(self, ui: Ui, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.ui = ui
        self.current = -1
        """The row one is at, in strong type."""
        self.setSectionsClickable(orientation == Qt.Orientation.Vertical)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(ui.theme.px(24))

    def head(self, section: int) -> HeatColumn | HeatRow:
        """What a section is of."""
        found: HeatColumn | HeatRow = self.model().headerData(section, self.orientation(), HEAD)
        return found

    def row_height(self, section: int, width: int) -> int:
        """The height of a row whose names are this wide."""
        px = self.ui.theme.px
        return max(px(ROW), ceil(self._name(section, width, 600).height) + px(12))

    def _name(self, section: int, width: int, weight: int) -> Lines:
        theme, head = self.ui.theme, self.head(section)
        number = self._number_width if isinstance(head, HeatRow) and head.number else 0
        room = width - 2 * theme.px(EDGE) - number
        name = head.name if isinstance(head, HeatRow) else head.title
        return Lines.broken(name, theme.font("body", 600 if weight == 600 else 400), room, theme.px(20))

    @property
    def _number_width(self) -> float:
        """Of the widest number with the room after it."""
        theme, metrics = self.ui.theme, QFontMetricsF(self.ui.theme.font())
        heads = (self.head(section) for section in range(self.count()))
        wide = (metrics.horizontalAdvance(head.number) for head in heads if isinstance(head, HeatRow))
        return max(theme.px(NUMBER), max(wide, default=0) + theme.px(EDGE))

    def sizeHint(self) -> QSize:
        """The groups' names over how many they are; the table says how wide it is at the left."""
        px = self.ui.theme.px
        if (
            self.orientation() == Qt.Orientation.Vertical or self.model() is None
        ):  # none: it is on its way out
            return QSize(px(200), px(ROW))
        titles = (self._title(section).height for section in range(self.count()))
        return QSize(px(200), px(ROW - LINE) + ceil(max(titles, default=px(LINE))))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802  (Qt's name)
        """Names, never cut."""
        theme, head = self.ui.theme, self.head(section)
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        if isinstance(head, HeatRow):
            self._paint_row(painter, QRectF(rect), section, head)
        else:
            self._paint_column(painter, QRectF(rect), section, head)
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRectF, section: int, head: HeatRow) -> None:
        theme, px = self.ui.theme, self.ui.theme.px
        name = self._name(section, round(rect.width()), 600 if section == self.current else 400)
        left, top = rect.left() + px(EDGE), rect.center().y() - name.height / 2
        if head.number:
            number = QRectF(left, top, self._number_width, name.leading)
            write(painter, number, head.number, theme.font(), theme.colour("text-2"))
            left += self._number_width
        name.paint(painter, left, top, theme.colour("text"))

    def _paint_column(self, painter: QPainter, rect: QRectF, section: int, head: HeatColumn) -> None:
        theme, px = self.ui.theme, self.ui.theme.px
        title = self._title(section)
        below = QRectF(rect.left(), rect.bottom() - px(LINE + EDGE), rect.width(), px(LINE))
        ink = theme.colour("text" if head.strong else "text-2")
        title.paint(painter, rect.left() + px(2), below.top() - title.height, ink)
        write(painter, below, head.second, theme.font("small", 600 if head.strong else 400), ink, CENTRE)

    def _title(self, section: int) -> Lines:
        theme, head = self.ui.theme, self.head(section)
        assert isinstance(head, HeatColumn)
        font = theme.font("small", 600 if head.strong else 500)
        room = self.sectionSize(section) - theme.px(4)
        return Lines.broken(head.title, font, room, theme.px(LINE), centred=True)
