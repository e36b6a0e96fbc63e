"""Tables: rows of one or two lines with a hairline under them and a bar at the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cell_delegate import CellDelegate
from kvik_desktop.shell.widgets.cells import KEY

ROW = 56
SIDE = 8
"""Beside the words over a column, at 100 %."""
FITTED = 150
"""Rows up to which all are as high as their words; in longer tables they are so when they are seen."""


class Table(QTableView):
    """Whole rows are chosen; Enter and a double click open, Ctrl+C copies the chosen rows as a table."""

    opened = Signal(object)
    """The key of a row that was opened."""
    chosen = Signal(object)
    """The key of the row that is current now, None for none."""

    def __init__(self, ui: Ui, name: str, *, edge: int = 8, parent: QWidget | None = None) -> None:
        """``name`` is for screen readers; ``edge`` is the air at both sides, 24 where it fills a page."""
        self._fitted: list[int] = []
        """The widths of the columns that the rows are fitted to."""
        self._seen: set[int] = set()
        """The rows of a long table that are fitted."""
        super().__init__(parent)
        self.ui = ui
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cells = CellDelegate(ui, self, edge)
        self.setItemDelegate(self._cells)
        self.setProperty("wide", edge > 8)
        self._dress_headers()
        self.verticalScrollBar().valueChanged.connect(self._fit_seen)

    def _dress_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.ui.theme.px(ROW))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def set_columns(self, *widths: int) -> None:
        """Widths at 100 %, never less than the words over a column; one of 0 shares what is left."""
        for place, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            self.horizontalHeader().setSectionResizeMode(place, mode)
            if width:
                self.setColumnWidth(place, max(self.ui.theme.px(width), self._header_width(place)))

    def _header_width(self, place: int) -> int:
        """That of the words over a column, with air at both sides."""
        model, theme = self.model(), self.ui.theme
        said = "" if model is None else str(model.headerData(place, Qt.Orientation.Horizontal) or "")
        words = QFontMetrics(theme.font("small", 600)).horizontalAdvance(said)
        return words + 2 * theme.px(SIDE) if said else 0

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802  (Qt's name)
        """Show a model, a CellModel or a proxy of one."""
        super().setModel(model)
        if model is None:
            return
        for told in (model.modelReset, model.layoutChanged, model.rowsInserted, model.dataChanged):
            told.connect(self.fit_rows)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.fit_rows()

    def fit_rows(self, *_: object) -> None:
        """Make each row as high as its words; where there are very many, those that are seen."""
        self._seen.clear()
        self._fitted = self._widths()
        if self.model() is not None and self.model().rowCount() <= FITTED:
            self.resizeRowsToContents()
        else:
            self._fit_seen()

    def _fit_seen(self, *_: object) -> None:
        model = self.model()
        if model is None or model.rowCount() <= FITTED:
            return
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return
        new = set(range(first, (last if last >= 0 else model.rowCount() - 1) + 1)) - self._seen
        self._seen |= new
        for row in new:
            self.resizeRowToContents(row)
        if self.currentIndex().row() in new:
            self.updateGeometries()  # how far one can scroll is another now
            self.scrollTo(self.currentIndex())

    @property
    def key(self) -> object:
        """The key of the current row, None for none."""
        return self.currentIndex().data(KEY) if self.currentIndex().isValid() else None

    def set_key(self, key: object) -> None:
        """Make the row of a key the current one; one that is not there is none."""
        model = self.model()
        for row in range(model.rowCount()):
            if model.index(row, 0).data(KEY) == key:
                self.setCurrentIndex(model.index(row, 0))
                return
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def copied(self) -> str:
        """The chosen rows with their headers, as spreadsheets read them: tabs and lines."""
        model = self.model()
        columns = [place for place in range(model.columnCount()) if not self.isColumnHidden(place)]
        headers = [str(model.headerData(place, Qt.Orientation.Horizontal) or "") for place in columns]
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        table = [headers, *([self._words(model.index(row, place)) for place in columns] for row in rows)]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in table) + "\n"

    def _words(self, index: QModelIndex) -> str:
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
        return str(spoken if spoken is not None else index.data() or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, and open by Enter where nothing is edited."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.key)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit(self.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The whole row under the pointer is marked."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._cells.hovered:
            self._cells.hovered = row
            self.viewport().update()

    def updateGeometries(self) -> None:
        """Another width of a column breaks the words elsewhere."""
        super().updateGeometries()
        if self._widths() != self._fitted:
            self.fit_rows()

    def _widths(self) -> list[int]:
        return [self.columnWidth(place) for place in range(self.horizontalHeader().count())]

    def _tell(self, current: QModelIndex | QPersistentModelIndex) -> None:
        self.viewport().update()
        self.chosen.emit(current.data(KEY) if current.isValid() else None)
