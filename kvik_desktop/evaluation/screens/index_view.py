"""The list of criteria and questions: one tab stop, painted, with a mark before each question."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kvik_desktop.evaluation.screens.index_rows import IndexRow, RowKind
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.look.theme import Size, Weight
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.hyphens import hyphenated
from kvik_desktop.shell.widgets.lines import Lines

Index = QModelIndex | QPersistentModelIndex

NAME_LINE, SMALL_LINE = 20, 16
"""Lines of names are closer than those of running text."""
EDGE = 8
"""From the pane's edge to the field of the row one is at."""
NUMBER, WORDS, DEEPER, MARK = 16, 36, 58, 14
"""Where number, name and a question's name begin, and the size of a mark."""
LEAST = 32


class IndexModel(QAbstractListModel):
    """The rows as they are handed over."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[IndexRow] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        """Every row."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, and what is heard."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        return row.heard if role == Qt.ItemDataRole.AccessibleTextRole else None

    def show_rows(self, shown: Sequence[IndexRow]) -> None:
        """Show other rows; the same places in the same order only change what they say."""
        same = [(row.kind, row.place) for row in shown] == [(row.kind, row.place) for row in self.rows]
        if not same:
            self.beginResetModel()
            self.rows = shown
            self.endResetModel()
        elif shown != self.rows:
            self.rows = shown
            self.layoutChanged.emit()


class IndexView(QListView):
    """Paints its rows; the one that is here is chosen."""

    went = Signal(str)

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self.index_model = IndexModel()
        self.setModel(self.index_model)
        self.setItemDelegate(_Delegate(ui, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(ui.tr(say("Kriterier og delkriterier")))
        self.clicked.connect(self._go)

    def show_rows(self, shown: Sequence[IndexRow]) -> None:
        """Show other rows; while one is elsewhere, the arrows begin at the row one is at."""
        self.index_model.show_rows(shown)
        here = next((place for place, row in enumerate(shown) if row.here and _is_place(row)), -1)
        if here >= 0 and (not self.hasFocus() or not self.currentIndex().isValid()):
            self.setCurrentIndex(self.index_model.index(here))
        if here >= 0:
            self.scrollTo(self.index_model.index(here))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space go to the row's place."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and not event.modifiers():
            self._go(self.currentIndex())
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the page's own
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names wrap elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _go(self, index: Index) -> None:
        if index.isValid():
            self.went.emit(self.index_model.rows[index.row()].place)


def _is_place(row: IndexRow) -> bool:
    return row.kind is not RowKind.CRITERION


class _Delegate(QStyledItemDelegate):
    """A criterion with its count, a question with its mark, and the way to hand in."""

    def __init__(self, ui: Ui, view: IndexView) -> None:
        super().__init__(view)
        self._ui = ui
        self._view = view
        self._broken: dict[tuple[str, int, Size, Weight], Lines] = {}
        self._pictures: dict[str, QPixmap] = {}

    def _lines(self, text: str, width: int, size: Size, weight: Weight) -> Lines:
        key = (text, width, size, weight)
        if key not in self._broken:
            theme = self._ui.theme
            leading = theme.px(NAME_LINE if size == "body" else SMALL_LINE)
            self._broken[key] = Lines.broken(hyphenated(text), theme.font(size, weight), width, leading)
        return self._broken[key]

    def _left(self, row: IndexRow) -> int:
        return self._ui.theme.px(WORDS if row.kind is not RowKind.QUESTION else DEEPER)

    def _name(self, row: IndexRow) -> Lines:
        px = self._ui.theme.px
        width = self._view.viewport().width() - self._left(row) - px(EDGE * 2)
        if row.count:
            width -= px(28)
        return self._lines(row.name, width, "body", 600 if row.here else 400)

    def _note(self, row: IndexRow) -> Lines | None:
        width = self._view.viewport().width() - self._left(row) - self._ui.theme.px(EDGE * 2)
        return self._lines(row.note, width, "small", 400) if row.note else None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the lines of the name need."""
        px = self._ui.theme.px
        row = self._view.index_model.rows[index.row()]
        note = self._note(row)
        height = self._name(row).height + (note.height if note else 0)
        return QSize(self._view.viewport().width(), max(ceil(height) + px(12), px(LEAST)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = self._view.index_model.rows[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_field(painter, rect, state, is_here=row.here and _is_place(row))
        self._paint_words(painter, rect, row)
        self._paint_mark(painter, rect, row)
        painter.restore()

    def _paint_field(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, is_here: bool) -> None:
        theme = self._ui.theme
        inner = rect.adjusted(theme.px(EDGE), 1, -theme.px(EDGE), -1)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        if is_here or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if is_here else "hover"))
            painter.drawRoundedRect(inner, theme.px(6), theme.px(6))
        if has_focus:
            painter.setPen(QPen(theme.colour("focus"), theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))

    def _paint_words(self, painter: QPainter, rect: QRect, row: IndexRow) -> None:
        theme = self._ui.theme
        name, note = self._name(row), self._note(row)
        height = name.height + (note.height if note else 0)
        top = rect.top() + (rect.height() - height) / 2
        chosen = row.here and _is_place(row)
        name.paint(
            painter, rect.left() + self._left(row), top, theme.colour("text-selected" if chosen else "text")
        )
        if note is not None:
            ink = theme.colour("text-selected" if chosen else "text-2")
            note.paint(painter, rect.left() + self._left(row), top + name.height, ink)
        if row.kind is RowKind.CRITERION:
            self._paint_number(painter, rect, row, top)

    def _paint_number(self, painter: QPainter, rect: QRect, row: IndexRow, top: float) -> None:
        theme = self._ui.theme
        line = QRect(rect.left(), round(top), rect.width() - theme.px(NUMBER), theme.px(NAME_LINE))
        painter.setPen(theme.colour("text-2"))
        painter.setFont(theme.font("small"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.count)
        painter.setFont(theme.font("body", 600 if row.here else 400))
        line.setLeft(rect.left() + theme.px(NUMBER))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.number)

    def _paint_mark(self, painter: QPainter, rect: QRect, row: IndexRow) -> None:
        theme = self._ui.theme
        if row.kind is RowKind.CRITERION:
            return
        name, note = self._name(row), self._note(row)
        height = name.height + (note.height if note else 0)
        top = rect.top() + (rect.height() - height) / 2
        side = theme.px(MARK)
        picture = self._picture(row.mark)
        left = rect.left() + self._left(row) - theme.px(22)
        painter.drawPixmap(left, round(top + (theme.px(NAME_LINE) - side) / 2), picture)

    def _picture(self, name: str) -> QPixmap:
        """A mark, or the arrow where there is none; drawn once, for the list is painted at every key."""
        if name not in self._pictures:
            theme = self._ui.theme
            self._pictures[name] = (
                mark(theme, name, MARK) if name else pixmap(theme, "arrow-right", "text-2", MARK)
            )
        return self._pictures[name]
