"""The plan as a board: a column for each status, and cards that go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.action_plan.model import PlannedAction, Status
from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.action_plan.screens.action_words import STATUS_MARKS, status_word
from kvik_desktop.action_plan.screens.board_column import BoardColumn
from kvik_desktop.action_plan.screens.card_delegate import Card
from kvik_desktop.foundation.text import Translator, say, say_n
from kvik_desktop.shell.look.focus_ring import focus_by_key
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui

ORDER = tuple(Status)
EDGE, GAP, LEAST = 24, 12, 152
"""Round the board, between its columns, and the least width of one, at 100 %."""


class StatusBoard(QWidget):
    """Where four columns have no room beside each other, two stand over two."""

    chosen = Signal(str)
    """The user has gone to this action."""
    given = Signal(str, object)
    """An action is to have this :class:`Status`."""
    opened = Signal(str)
    """Everything about an action is to be seen."""

    def __init__(self, ui: Ui, *, read_only: bool) -> None:
        super().__init__()
        self.ui = ui
        self._read_only = read_only
        self._chosen = ""
        self._across = 0
        px = ui.theme.px
        self.columns: dict[Status, BoardColumn] = {}
        self._counts: dict[Status, QLabel] = {}
        self._frames = [self._framed(status) for status in ORDER]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(EDGE), px(16), px(EDGE), px(16))
        self._grid.setSpacing(px(GAP))
        self._lay(len(ORDER))

    def _framed(self, status: Status) -> QFrame:
        ui, px = self.ui, self.ui.theme.px
        column = BoardColumn(ui, status_word(status), say("Ingen tiltag her"), read_only=self._read_only)
        column.came.connect(self._come)
        column.left.connect(lambda way: self._go(status, way))
        column.shifted.connect(lambda key, way: self._shift(key, status, way))
        column.numbered.connect(self._number)
        column.opened.connect(self.opened)
        column.fallen.connect(lambda key: self._give(key, status))
        self.columns[status] = column
        sign, word, self._counts[status] = QLabel(), QLabel(ui.tr(status_word(status))), QLabel("0")
        sign.setPixmap(mark(ui.theme, STATUS_MARKS[status]))
        word.setProperty("look", "label")
        self._counts[status].setProperty("look", "second")
        head = QHBoxLayout()
        head.setSpacing(px(8))
        for part in (sign, word, self._counts[status]):
            head.addWidget(part)
        head.addStretch(1)
        frame = QFrame()
        frame.setProperty("look", "window")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(px(8), px(12), px(8), px(8))
        inside.setSpacing(px(8))
        inside.addLayout(head)
        inside.addWidget(column, 1)
        return frame

    def _lay(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for place, frame in enumerate(self._frames):
            self._grid.addWidget(frame, place // across, place % across)
        for place in range(len(ORDER)):
            self._grid.setColumnStretch(place, 1 if place < across else 0)
            self._grid.setRowStretch(place, 1 if place < len(ORDER) // across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Four beside each other, or two over two."""
        super().resizeEvent(event)
        px = self.ui.theme.px
        whole = len(ORDER) * px(LEAST) + (len(ORDER) - 1) * px(GAP) + 2 * px(EDGE)
        self._lay(len(ORDER) if event.size().width() >= whole else len(ORDER) // 2)

    # What it shows

    def show_plan(self, plan: Plan, actions: Sequence[PlannedAction], chosen: str) -> None:
        """Show these actions of the plan; focus follows a card to another column."""
        held = any(column.hasFocus() for column in self.columns.values())
        for status, column in self.columns.items():
            cards = [card(each, plan, self.ui.tr) for each in actions if each.action.status is status]
            column.set_cards(cards)
            self._counts[status].setText(str(len(cards)))
            said = say_n(
                "{status}, {n} tiltag", "{status}, {n} tiltag", len(cards), status=status_word(status)
            )
            column.setAccessibleName(self.ui.tr(said))
        self.set_chosen(chosen)
        if held:
            self.take_focus()

    def set_chosen(self, key: str) -> None:
        """Be at this action; without a signal."""
        self._chosen = key
        for column in self.columns.values():
            column.set_current(key)

    @property
    def column(self) -> BoardColumn:
        """The column one is in; the first that holds anything where one is nowhere."""
        columns = list(self.columns.values())
        holding = [each for each in columns if self._chosen in each.keys]
        return next(iter(holding), next((each for each in columns if each.keys), columns[0]))

    def take_focus(self) -> None:
        """Where one is has the keyboard."""
        if not self.column.hasFocus():
            focus_by_key(self.column)

    # What the user does

    def _come(self, key: str) -> None:
        self._chosen = key
        for column in self.columns.values():
            if key not in column.keys:
                column.set_current("")
            else:
                column.cards.chosen = key
                column.viewport().update()
        self.chosen.emit(key)

    def _go(self, status: Status, way: int) -> None:
        """To the nearest card in the next column that holds any."""
        row = self.columns[status].currentIndex().row()
        place = ORDER.index(status) + way
        while 0 <= place < len(ORDER):
            column = self.columns[ORDER[place]]
            if column.keys:
                key = column.keys[min(max(row, 0), len(column.keys) - 1)]
                self._come(key)
                column.set_current(key)
                focus_by_key(column)
                return
            place += way

    def _shift(self, key: str, status: Status, way: int) -> None:
        place = ORDER.index(status) + way
        if 0 <= place < len(ORDER):
            self._give(key, ORDER[place])

    def _number(self, key: str, number: int) -> None:
        if number <= len(ORDER):
            self._give(key, ORDER[number - 1])

    def _give(self, key: str, status: Status) -> None:
        if not self._read_only and key not in self.columns[status].keys:
            self.given.emit(key, status)


def card(planned: PlannedAction, plan: Plan, tr: Translator) -> Card:
    """As ``4. Fælles gang for fravær, 01.03.2027 · Bo``; what is missing is said on the card."""
    action = planned.action
    nobody, never = tr(say("Ingen ansvarlig")), tr(say("Ingen frist"))
    days = tr.date(action.deadline) if action.deadline else never
    late = tr(say("Over fristen")) if action.is_overdue(plan.today) else ""
    parts = (late, days, action.responsible or nobody)
    source = " · ".join(part for part in parts if part)
    return Card(action.id, "", f"{action.number}. {action.title}", source, "")
