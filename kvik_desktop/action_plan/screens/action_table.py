"""The table of the plan: arrows go from cell to cell, Enter edits, and the amber words are buttons."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from kvik_desktop.action_plan.screens.action_delegate import ActionDelegate
from kvik_desktop.action_plan.screens.action_model import MISSING, ActionModel, Column, Heading
from kvik_desktop.action_plan.screens.action_words import day_width
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.focus_ring import focus_by_key
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import CELL, Cell
from kvik_desktop.shell.widgets.proposal_edit import ProposalEdit
from kvik_desktop.shell.widgets.table import Table

Hint = QAbstractItemDelegate.EndEditHint
GOING_ON = (Hint.EditNextItem, Hint.EditPreviousItem)
EDGE = 24
WHEN = 128
"""The least width of a day at 100 %."""
ASIDE = 44
"""What a mark and the air in a cell take beside its words, at 100 %."""
SHARES = {Column.WHAT: 18, Column.WHO: 9, Column.HOW: 14}
"""How the other columns share the rest."""


class ActionTable(Table):
    """What is done with a row is told by signals; the page knows the plan."""

    removed = Signal()
    """The chosen action is to go."""
    shifted = Signal(int)
    """The chosen action is to go up (-1) or down (1)."""
    sorted_by = Signal(int)
    """The head of this column was clicked."""

    def __init__(self, ui: Ui, model: ActionModel) -> None:
        super().__init__(ui, ui.tr(say("Handlingsplan")), edge=EDGE)
        self.fields = ActionDelegate(ui, self, EDGE)
        self._cells = self.fields
        self.setItemDelegate(self.fields)
        self._plan_model = model
        self.setModel(model)
        model.modelReset.connect(self._span)
        self.set_columns(1, 1, WHEN, 0)
        self.setColumnWidth(Column.WHEN, max(day_width(ui), ui.theme.px(WHEN)))
        self.clicked.connect(self._press)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self.sorted_by)

    def _span(self) -> None:
        """A heading goes across the table."""
        self.clearSpans()
        for place, each in enumerate(self._plan_model.rows):
            if isinstance(each.key, Heading):
                self.setSpan(place, 0, 1, len(Column))

    def show_order(self, column: int | None, *, falling: bool) -> None:
        """Show by an arrow what is sorted by; None is the plan's own order."""
        self._plan_model.show_order(column, falling=falling)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the room."""
        super().resizeEvent(event)
        room = self.viewport().width() - self.columnWidth(Column.WHEN)
        shares = {column: room * share // sum(SHARES.values()) for column, share in SHARES.items()}
        self.setColumnWidth(Column.WHO, max(shares[Column.WHO], self._who))
        self.setColumnWidth(Column.WHAT, shares[Column.WHAT] - max(self._who - shares[Column.WHO], 0) // 2)

    @property
    def _who(self) -> int:
        """The least width in which no word of what stands where nobody is responsible is broken."""
        metrics = QFontMetrics(self.ui.theme.font("body", 600))
        longest = max(map(metrics.horizontalAdvance, self.ui.tr(MISSING[Column.WHO]).split()))
        return longest + self.ui.theme.px(ASIDE)

    def _press(self, index: QModelIndex) -> None:
        """A click on the words that say what is missing."""
        cell = index.data(CELL)
        if isinstance(cell, Cell) and cell.icon:
            self._open(index)

    def begin(self, key: str, column: Column) -> bool:
        """Edit a field of an action; False where it is not in the table."""
        model = self.model()
        row = model.row_of(key) if isinstance(model, ActionModel) else None
        if row is None:
            return False
        self.commit()
        focus_by_key(self)
        self.setCurrentIndex(model.index(row, column))
        self._open(self.currentIndex())
        return True

    def _open(self, index: QModelIndex) -> None:
        """Open the field; where there is nothing yet, with what can be chosen."""
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        self.edit(index)
        editor = self.fields.editor
        if isinstance(editor, ProposalEdit) and not editor.text():
            editor.propose()

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:  # noqa: N802  (Qt's name)
        """Focus comes back to the table, also where a list of proposals had the keys.

        Tab goes from field to field, but not round and round: after the last one it goes on from the table.
        """
        following = self._beside(1 if hint is Hint.EditNextItem else -1) if hint in GOING_ON else None
        super().closeEditor(editor, Hint.NoHint if hint in GOING_ON else hint)
        if following is not None:
            self.setCurrentIndex(following)
            self.edit(following)
        elif self.fields.editor is None and self.window().focusWidget() in (None, editor):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _beside(self, way: int) -> QModelIndex | None:
        """The cell after this one, or before it; past a heading, and nowhere at the end of the table."""
        model, here = self.model(), self.currentIndex()
        place = here.row() * len(Column) + here.column() + way
        while 0 <= place < model.rowCount() * len(Column):
            index = model.index(place // len(Column), place % len(Column))
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                return index
            place += way
        return None

    def commit(self) -> None:
        """Take over what is being written."""
        self.fields.commit()

    def keep_place(self, key: object, column: int) -> None:
        """Be at this action again after other rows have come, without moving what is seen."""
        model = self.model()
        row = model.row_of(key) if isinstance(model, ActionModel) else None
        if row is not None and self.currentIndex() != model.index(row, column):
            self.setCurrentIndex(model.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Delete removes, Alt and an arrow move the action; the rest is the table's."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case _ if self.fields.editor is not None:
                event.ignore()  # what the open field has no use for
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers():
                self._open(self.currentIndex())
            case Qt.Key.Key_Delete:
                self.removed.emit()
            case Qt.Key.Key_Up if alt:
                self.shifted.emit(-1)
            case Qt.Key.Key_Down if alt:
                self.shifted.emit(1)
            case _:
                super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the cell."""
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.fields.editor is None:
            self._open(index)
