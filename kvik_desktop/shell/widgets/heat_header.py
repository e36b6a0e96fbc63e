"""The names along a heat map: groups above with how many, things at the left where they stay in sight."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heat_cells import HEAD, HeatColumn, HeatRow
from kvik_desktop.shell.widgets.lines import Lines
from kvik_desktop.shell.widgets.painting import write

ROW = 44
NUMBER = 24
"""Height of a row and width of the column of numbers, at 100 %."""

EDGE = 8
CENTRE = Qt.AlignmentFlag.AlignHCenter


class HeatHeader(QHeaderView):
    """A header that wraps its names."""

    def __init__(self, ui: Ui, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.ui = ui
        self.current = -1
        """The row one is at, in strong type."""
        self.setSectionsClickable(False)
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
        number = theme.px(NUMBER) if isinstance(head, HeatRow) and head.number else 0
        room = width - 2 * theme.px(EDGE) - number
        name = head.name if isinstance(head, HeatRow) else head.title
        return Lines.broken(name, theme.font("body", 600 if weight == 600 else 400), room, theme.px(20))

    def sizeHint(self) -> QSize:
        """Two small lines above; the table says how wide it is at the left."""
        px = self.ui.theme.px
        return QSize(px(200), px(ROW))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802  (Qt's name)
        """Names, never cut."""
        theme, head = self.ui.theme, self.head(section)
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        if isinstance(head, HeatRow):
            self._paint_row(painter, QRectF(rect), section, head)
        else:
            self._paint_column(painter, QRectF(rect), head)
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRectF, section: int, head: HeatRow) -> None:
        theme, px = self.ui.theme, self.ui.theme.px
        name = self._name(section, round(rect.width()), 600 if section == self.current else 400)
        left, top = rect.left() + px(EDGE), rect.center().y() - name.height / 2
        if head.number:
            number = QRectF(left, top, px(NUMBER), name.leading)
            write(painter, number, head.number, theme.font(), theme.colour("text-2"))
            left += px(NUMBER)
        name.paint(painter, left, top, theme.colour("text"))

    def _paint_column(self, painter: QPainter, rect: QRectF, head: HeatColumn) -> None:
        theme, px = self.ui.theme, self.ui.theme.px
        above = QRectF(rect.left(), rect.bottom() - px(40), rect.width(), px(16))
        font = theme.font("small", 600 if head.strong else 400)
        ink = theme.colour("text" if head.strong else "text-2")
        write(painter, above, head.title, theme.font("small", 600 if head.strong else 500), ink, CENTRE)
        write(painter, above.translated(0, px(16)), head.second, font, ink, CENTRE)
