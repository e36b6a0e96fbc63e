"""The rows of statements, gathered and moved by dragging or by the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.announcer import speak
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.keyed_model import KeyedModel
from kvik_desktop.shell.widgets.row_view import RowView
from kvik_desktop.shell.widgets.statement_delegate import INDENT, Statement, StatementDelegate

MIME = "application/x-kvik-udsagn"

Drop = QAbstractItemView.DropIndicatorPosition


class StatementView(RowView):
    """As high as its rows. It changes nothing itself: it tells what the user wants."""

    merged = Signal(str, str)
    """The first is to be gathered into the second."""
    moved = Signal(str, int)
    """This statement is to stand at this place, counted without it."""
    opened = Signal(str)
    """The user wants to see what this one is gathered from."""
    picking = Signal(bool)
    """One is picked up and waits for another, or no longer."""

    def __init__(self, ui: Ui, title: Text | str, empty: Text | str, parent: QWidget | None = None) -> None:
        self._delegate = StatementDelegate(ui)
        self._read_only = False
        super().__init__(ui, title, self._delegate, empty, parent)
        self.statements: KeyedModel[Statement] = KeyedModel(self._spoken, self._flags, self)
        self.setModel(self.statements)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_statements(self, statements: list[Statement]) -> None:
        """Show these; where one is stays."""
        at = self.statements.item(self.currentIndex())
        if self.statements.set_items(statements):
            self._pick("")
            self.setCurrentIndex(self.statements.index_of(at.key if at else ""))
        self.shown_anew()
        self.updateGeometry()

    def set_read_only(self, read_only: bool) -> None:
        """Read-only still opens what is gathered."""
        self._read_only = read_only
        self._pick("")

    def _spoken(self, statement: Statement) -> str:
        wrote = self.ui.tr(
            say_n("{n} har skrevet det", "{n} har skrevet det", statement.count)
            if statement.count
            else say("skrevet sammen")
        )
        under = self.ui.tr(say("under {heading}", heading=statement.under)) if statement.under else ""
        parts = (statement.text, wrote, self._delegate.gathered(statement), under)
        return ", ".join(part for part in parts if part)

    def _flags(self, statement: Statement) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        flags = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        return flags if self._read_only else flags | flag.ItemIsDragEnabled | flag.ItemIsDropEnabled

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """M picks up and gathers, Alt with an arrow moves, Enter opens, Esc lets go."""
        here = self.statements.item(self.currentIndex())
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if here and step and alt:
            self._move(here, step)
        elif here and plain and event.key() == Qt.Key.Key_M:
            self._pick_or_merge(here)
        elif here and plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(here)
        elif self._delegate.picked and event.key() == Qt.Key.Key_Escape:
            self._pick("")
        else:
            super().keyPressEvent(event)

    def _enter(self, here: Statement) -> None:
        if self._delegate.picked:
            self._pick_or_merge(here)
        elif here.merged > 1:
            self.opened.emit(here.key)

    def press_m(self) -> None:
        """Do what M does with the statement one is at."""
        here = self.statements.item(self.currentIndex())
        if here is not None:
            self._pick_or_merge(here)

    def _pick_or_merge(self, here: Statement) -> None:
        picked = self._delegate.picked
        if self._read_only:
            return
        self._pick("" if picked else here.key)
        if picked and picked != here.key:
            self.merged.emit(picked, here.key)
        elif not picked:
            speak(self, self.ui.tr(say("{text} er valgt. Gå til den, den skal samles med.", text=here.text)))

    def _pick(self, key: str) -> None:
        if key != self._delegate.picked:
            self._delegate.picked = key
            self.viewport().update()
            self.picking.emit(bool(key))

    def _move(self, here: Statement, step: int) -> None:
        place = self.currentIndex().row() + step
        if not self._read_only and 0 <= place < len(self.statements.items):
            self.moved.emit(here.key, place)

    # Mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click gathers what is picked up; on *samlet af 3* it opens it."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        here = event.position().toPoint()
        onto = self.statements.item(self.indexAt(here))
        gathered = self._gathered_at(here)
        if self._delegate.picked and onto is not None:
            self._pick_or_merge(onto)
        elif gathered is not None:
            self.opened.emit(gathered.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer says what leads somewhere."""
        super().mouseMoveEvent(event)
        leads = self._gathered_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def _gathered_at(self, point: QPoint) -> Statement | None:
        index = self.indexAt(point)
        statement = self.statements.item(index)
        if statement is None or statement.merged < 2:
            return None
        inside = self._delegate.gathered_rect(self.visualRect(index), statement).contains(point)
        return statement if inside else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One begins at the first."""
        super().focusInEvent(event)
        self.begin_at(self.statements.index(0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was picked up is let go."""
        super().focusOutEvent(event)
        self._pick("")

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the statement one took hold of; only this list knows what to do with it."""
        here = self.statements.item(self.currentIndex())
        if here is None or self._read_only:
            return
        data = QMimeData()
        data.setData(MIME, here.key.encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only our own."""
        if event.source() is self and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Everywhere in the list; Qt draws where it would land."""
        super().dragMoveEvent(event)
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """On a row gathers, between two moves."""
        if event.mimeData().hasFormat(MIME):
            key = bytes(event.mimeData().data(MIME).data()).decode()
            index = self.indexAt(event.position().toPoint())
            self.let_fall(key, index, self.dropIndicatorPosition())
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def let_fall(self, key: str, index: QModelIndex, where: QAbstractItemView.DropIndicatorPosition) -> None:
        """What a statement that is let go on, above or below a row asks for."""
        onto, start = self.statements.item(index), self.statements.index_of(key).row()
        if start < 0 or (onto is not None and onto.key == key):
            return
        if onto is not None and where == Drop.OnItem:
            self.merged.emit(key, onto.key)
            return
        place = len(self.statements.items) if onto is None else index.row() + (where == Drop.BelowItem)
        place -= place > start
        if place != start:
            self.moved.emit(key, place)

    # Height

    def _empty_room(self, inside: QRect) -> QRectF:
        """Under the words of the heading, where the texts stand when there are some."""
        room = super()._empty_room(inside)
        room.setLeft(self.ui.theme.px(INDENT))
        return room

    def updateGeometries(self) -> None:
        """Another width is another height."""
        super().updateGeometries()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Its rows wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows at this width, so that the page is laid out once."""
        if not self.statements.items:
            room = self._empty_room(QRect(0, 0, width, 0))
            return round(self._empty_lines(room.width()).height + 2 * room.top())
        return sum(self._delegate.height_of(statement, width) for statement in self.statements.items)

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(self.ui.theme.px(240), self._height())

    def minimumSizeHint(self) -> QSize:
        """The page asks for the height at its width."""
        return QSize(self.ui.theme.px(120), self.ui.theme.px(32))

    def _height(self) -> int:
        return self.heightForWidth(self._delegate.width or self.ui.theme.px(240))
