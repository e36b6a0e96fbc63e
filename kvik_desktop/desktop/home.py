"""The first page: the two big choices, the files that were open last, and what else one may want."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.desktop.note_place import NotePlace
from kvik_desktop.desktop.recent_list import RecentList
from kvik_desktop.desktop.recent_rows import Row as Words
from kvik_desktop.desktop.side_panel import EXAMPLE, LONG, WIDTH, SidePanel
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.look.marks import program_mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton, PrimaryButton, SecondaryButton
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.row import Row
from kvik_desktop.shell.widgets.scroll import Scroll
from kvik_desktop.shell.widgets.undo_line import UndoLine
from kvik_desktop.shell.window import Window

FEW = 5
"""Rows that are shown before the rest is asked for."""

CONTENT = 600
"""Least width of the left side, at 100 %; with less the right side stands under it."""

ROW_EDGE = 16
"""What a row has before its words: everything else stands in line with them."""


class Home(QWidget):
    """Shows what it is given and tells what is chosen; it knows neither files nor settings."""

    new = Signal()
    open = Signal()
    pictured = Signal()
    """The first picture has been painted."""

    def __init__(self, ui: Ui, window: Window) -> None:
        super().__init__()
        self.ui = ui
        self.is_pictured = False
        tr = ui.tr
        self.notes = NotePlace(ui)
        self.new_button = PrimaryButton(ui, tr(say("Ny selvevaluering")), "plus")
        self.new_button.setToolTip("Ctrl+N")
        self.new_button.installEventFilter(self)
        self.new_button.clicked.connect(self.new)
        self.open_button = SecondaryButton(ui, tr(say("Åbn fil…")), "folder")
        self.open_button.setToolTip("Ctrl+O")
        self.open_button.clicked.connect(self.open)
        self.recents = RecentList(ui, tr(say("Seneste")))
        self.empty = ReadingText(ui, tr(say("Når du har lavet en evaluering, ligger den her.")), ink="text-2")
        self.example = self._example()
        self.all = LinkButton(ui, "")
        self.all.clicked.connect(self._show_all)
        self.line = UndoLine(ui)
        self.side = SidePanel(ui, window)
        self._words: Sequence[Words] = ()
        self._is_all = False
        self._lay_out()

    def _example(self) -> Row:
        """For who has no files yet, the example takes their place."""
        _, icon, title, text = EXAMPLE
        row = Row(self.ui, self.ui.tr(title), self.ui.tr(text), icon=icon, second_size="body", leads=True)
        row.clicked.connect(lambda: self.side.chosen.emit("example"))
        return row

    # Laying out

    def _lay_out(self) -> None:
        self._between = Hairline(self.ui, vertical=True)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addWidget(self._left(), 1)
        self._sides.addWidget(self._between)
        self._sides.addWidget(self.side)
        page = QWidget()
        self.area = Scroll()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(page)
        page.setLayout(self._sides)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.line)

    def _left(self) -> QWidget:
        px, tr = self.ui.theme.px, self.ui.tr
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(px(56), px(40), px(40), px(24))
        column.setSpacing(0)
        column.addLayout(self._indented(self._name()))
        column.addSpacing(px(24))
        column.addLayout(self._indented(self.notes))
        column.addLayout(self._indented(Heading(self.ui, tr(say("Hvor vil du begynde?")), "large")))
        column.addSpacing(px(16))
        column.addLayout(self._choices())
        column.addSpacing(px(40))
        self._heading = Heading(self.ui, tr(say("Seneste")))
        column.addLayout(self._indented(self._heading))
        column.addSpacing(px(8))
        column.addWidget(self.recents)
        column.addWidget(self.example)
        column.addSpacing(px(8))
        column.addLayout(self._indented(self.empty))
        column.addSpacing(px(8))
        column.addLayout(self._indented(self.all, stretch=True))
        column.addStretch(1)
        return left

    def _indented(self, widget: QWidget, *, stretch: bool = False) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(self.ui.theme.px(ROW_EDGE), 0, self.ui.theme.px(ROW_EDGE), 0)
        row.addWidget(widget)
        if stretch:
            row.addStretch(1)
        return row

    def _name(self) -> QWidget:
        theme = self.ui.theme
        mark = QLabel()
        mark.setPixmap(program_mark(theme, 28))
        name = QLabel(self.ui.tr(say("KVIK selvevaluering")))
        name.setProperty("look", "heading")
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(mark)
        row.addWidget(name)
        row.addStretch(1)
        return both

    def _choices(self) -> QHBoxLayout:
        px = self.ui.theme.px
        hint = QLabel(self.ui.tr(say("eller træk en fil hertil")))
        hint.setProperty("look", "small")
        row = QHBoxLayout()
        row.setContentsMargins(px(ROW_EDGE), 0, px(ROW_EDGE), 0)
        row.setSpacing(px(12))
        row.addWidget(self.new_button)
        row.addWidget(self.open_button)
        row.addSpacing(px(8))
        row.addWidget(hint)
        row.addStretch(1)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The right side stands under the left where there is no room beside it."""
        super().resizeEvent(event)
        px = self.ui.theme.px
        beside = event.size().width() >= px(CONTENT + WIDTH)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(way)
        self._between.setFixedSize(*((1, LONG) if beside else (LONG, 1)))
        self.side.stand(beside=beside)

    # What is shown

    def show_rows(self, words: Sequence[Words]) -> None:
        """Files, the newest first; the first few of them until all are asked for."""
        self._words = words
        self.recents.show_words(words if self._is_all else words[:FEW])
        hidden = 0 if self._is_all else max(len(words) - FEW, 0)
        self.all.setText(self.ui.tr(say_n("Vis alle {n}", "Vis alle {n}", len(words))))
        self.all.setVisible(hidden > 0)
        self.recents.setVisible(bool(words))
        self.empty.setVisible(not words)
        self.example.setVisible(not words)
        self.side.rows["example"].setVisible(bool(words))

    def retell(self, words: Words) -> None:
        """Other words about one of the files."""
        self._words = [words if old.path == words.path else old for old in self._words]
        self.recents.retell(words)

    def _show_all(self) -> None:
        self._is_all = True
        before = len(self.recents.rows)
        self.show_rows(self._words)
        self.recents.rows[before].setFocus()

    def first_focus(self) -> QWidget:
        """The file one was in last, so that Enter goes on; else the first of the big choices."""
        return self.recents.rows[0] if self.recents.rows else self.new_button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """After the first picture the rest of the program may be loaded."""
        if event.type() == QEvent.Type.Paint:
            self.new_button.removeEventFilter(self)
            self.is_pictured = True
            QTimer.singleShot(0, self, self.pictured.emit)
        return super().eventFilter(watched, event)
