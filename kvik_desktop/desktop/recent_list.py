"""Files that were open last: what is missing in each, and the way back into it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from kvik_desktop.desktop.recent_rows import Row as Words
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton
from kvik_desktop.shell.widgets.row import Row, RowList

REMOVE = say("Fjern fra listen")
RECOVER = say("Gendan fra sikkerhedskopi…")


class RecentRow(Row):
    """One file. Delete, the context menu and, under the pointer, a cross take it off the list."""

    removed = Signal()
    recovered = Signal()
    """The user wants to see its backups."""

    def __init__(self, ui: Ui, words: Words, *, removable: bool) -> None:
        super().__init__(
            ui,
            words.title,
            words.subtitle,
            mark=words.mark,
            state=words.missing,
            state_second=words.step,
            detail=words.day,
            gone=words.gone,
        )
        self.words = words
        self.setToolTip(words.path)
        self.cross = IconButton(ui, "close", ui.tr(REMOVE), "Del", parent=self)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.clicked.connect(self.removed)
        self.cross.hide()
        self._is_removable = removable
        if removable:
            self._add_removal()

    def _add_removal(self) -> None:
        if self.words.kind == "institution":
            recover = QAction(self.ui.tr(RECOVER), self)
            recover.triggered.connect(self.recovered)
            self.addAction(recover)
        remove = QAction(self.ui.tr(REMOVE), self)
        remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        remove.triggered.connect(self.removed)
        self.addAction(remove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Under the pointer the day gives way to the cross."""
        super().enterEvent(event)
        self.cross.setVisible(self._is_removable)

    def leaveEvent(self, event: QEvent) -> None:
        """The day is back."""
        super().leaveEvent(event)
        self.cross.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cross is at the right."""
        super().resizeEvent(event)
        side = self.cross.sizeHint()
        left = self.width() - side.width() - self.ui.theme.px(8)
        self.cross.setGeometry(left, (self.height() - side.height()) // 2, side.width(), side.height())

    def _paint_right(self, painter: QPainter) -> None:
        if self.cross.isHidden():
            super()._paint_right(painter)


class RecentList(RowList):
    """Rows by path; what a file says of itself may come later, and changes only its own row."""

    chosen = Signal(object)
    """The words of a row that was pressed."""
    removed = Signal(object)
    """The words of a row that is to go."""
    recovered = Signal(object)
    """The words of a row whose backups are to be shown."""

    def __init__(self, ui: Ui, name: str, *, removable: bool = True, parent: QWidget | None = None) -> None:
        self._is_removable = removable
        super().__init__(ui, name, parent=parent)

    def show_words(self, words: Sequence[Words]) -> None:
        """Other rows; focus stays at its place in the list."""
        place = self._focused()
        self.set_rows([self._row(one) for one in words])
        for row in self.rows:
            row.show()
        if place is not None and self.rows:
            self.rows[min(place, len(self.rows) - 1)].setFocus()

    def retell(self, words: Words) -> None:
        """Another row for the same file, where it differs."""
        for place, old in enumerate(self.rows):
            if isinstance(old, RecentRow) and old.words.path == words.path and old.words != words:
                self._replace(place, self._row(words))

    def _row(self, words: Words) -> RecentRow:
        row = RecentRow(self.ui, words, removable=self._is_removable)
        row.clicked.connect(lambda: self.chosen.emit(words))
        row.removed.connect(lambda: self.removed.emit(words))
        row.recovered.connect(lambda: self.recovered.emit(words))
        return row

    def _replace(self, place: int, row: RecentRow) -> None:
        old = self.rows[place]
        had_focus = old.hasFocus()
        self._column.replaceWidget(old, row)
        self.rows[place] = row
        QWidget.setTabOrder(old, row)
        row.show()
        if had_focus:
            row.setFocus()
        old.hide()
        old.deleteLater()

    def _focused(self) -> int | None:
        return next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
