"""The fields that open in the cells of the plan: words, a name with proposals, a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QTableView, QWidget

from kvik_desktop.action_plan.screens.action_model import ActionModel, Column, Heading
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.look.stylesheet import restyle
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cell_delegate import CellDelegate
from kvik_desktop.shell.widgets.cells import KEY, Index
from kvik_desktop.shell.widgets.day_edit import DayEdit, read_day
from kvik_desktop.shell.widgets.painting import write
from kvik_desktop.shell.widgets.proposal_edit import ProposalEdit

LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
HEIGHT, LEAST = 40, 168
"""Of a field, at 100 %."""
HEADING = 36
"""Height of a heading at 100 %."""


class ActionDelegate(CellDelegate):
    """A field that cannot be read keeps what is written in it, and says why."""

    faulted = Signal(str)
    """What was written cannot be read as a day; why."""

    def __init__(self, ui: Ui, view: QTableView, edge: int) -> None:
        super().__init__(ui, view, edge)
        self.by_cell = True
        self.people: Sequence[str] = ()
        """Who is proposed as responsible."""
        self.editor: QLineEdit | None = None
        """The field that is open now."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading is lower than an action."""
        if isinstance(index.data(KEY), Heading):
            return QSize(0, self.ui.theme.px(HEADING))
        return super().sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A heading stands on the colour of the window."""
        heading = index.data(KEY)
        if not isinstance(heading, Heading):
            super().paint(painter, option, index)
            return
        theme, rect = self.ui.theme, QRectF(option.rect)
        painter.fillRect(rect, theme.colour("window"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
        inside = rect.adjusted(theme.px(self._edge), 0, -theme.px(self._edge), 0)
        write(painter, inside, heading.title, theme.font("small", 600), theme.colour("text-2"))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The field of a column."""
        editor = self._made(Column(index.column()))
        editor.setParent(parent)
        header = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        title = index.model().index(index.row(), Column.WHAT).data()
        editor.setAccessibleName(self.ui.tr(say("{field}: {title}", field=header, title=title)))
        self.editor = editor
        return editor

    def _made(self, column: Column) -> QLineEdit:
        if column is Column.WHEN:
            return DayEdit(self.ui)
        if column is Column.WHO:
            editor = ProposalEdit(self.ui, self.people, placeholder=self.ui.tr(say("Hvem har ansvaret?")))
            editor.chosen.connect(lambda _: self.commit())
            return editor
        words = QLineEdit()
        if column is Column.HOW:
            words.setPlaceholderText(self.ui.tr(say("Hvad kan I se eller tælle?")))
        return words

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the field once: what is typed in it outlives a table that is shown anew."""
        model = index.model()
        if not isinstance(model, ActionModel) or editor.property("filled"):
            return
        editor.setProperty("filled", True)
        kept = model.field_at(index)
        if isinstance(editor, DayEdit):
            editor.set_day(kept if isinstance(kept, date) else None)
        elif isinstance(editor, QLineEdit):
            editor.setText(str(kept))
        if isinstance(editor, QLineEdit):
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        """Hand over what is written, where it can be read."""
        if not isinstance(editor, QLineEdit) or not isinstance(model, ActionModel):
            return
        if isinstance(editor, DayEdit):
            day = read_day(editor.text(), self.ui.tr.language)
            if isinstance(day, Text):
                self.faulted.emit(self.ui.tr(day))
                return
            model.setData(index, day)
            return
        written = editor.text().strip()
        if written or index.column() != Column.WHAT:
            model.setData(index, written)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """In the middle of its row, and wide enough to write in."""
        rect: QRect = option.rect
        px, room = self.ui.theme.px, self._view.viewport().width()
        width = max(rect.width() - px(4), px(LEAST))
        left = min(rect.left() + px(2), room - width - px(2))
        editor.setGeometry(left, rect.top() + (rect.height() - px(HEIGHT)) // 2, width, px(HEIGHT))

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: N802  (Qt's name)
        """It is closed."""
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def commit(self) -> None:
        """Take over what is written in the field that is open, and close it."""
        if self.editor is not None:
            editor = self.editor
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """A day that cannot be read is not left by a key."""
        if (
            isinstance(editor, DayEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in LEAVING
            and isinstance(fault := read_day(editor.text(), self.ui.tr.language), Text)
        ):
            editor.setProperty("faulty", True)
            restyle(editor)
            self.faulted.emit(self.ui.tr(fault))
            return True
        return super().eventFilter(editor, event)
