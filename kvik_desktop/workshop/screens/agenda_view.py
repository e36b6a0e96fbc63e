"""The agenda as an overview: what is to be discussed, in which order, and what counts as disagreement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.filter_bar import FilterBar
from kvik_desktop.shell.widgets.flow_row import FlowRow
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll
from kvik_desktop.workshop import agenda_order
from kvik_desktop.workshop.board import Board
from kvik_desktop.workshop.screens.agenda_rows import ALL, counts, filters, left, row
from kvik_desktop.workshop.screens.agenda_table import AgendaTable
from kvik_desktop.workshop.screens.answers_figure import axis_steps
from kvik_desktop.workshop.screens.board_acts import RESULT
from kvik_desktop.workshop.screens.limits_part import LimitsPart
from kvik_desktop.workshop.screens.seen_part import SeenPart
from kvik_desktop.workshop.screens.settling_green import green_act
from kvik_desktop.workshop.screens.view_top import SIDE, TOP, question_over

SHORT = 20
"""So many questions have few enough of each standing: nobody needs them by criterion, too."""
BESIDE = 480
"""At 100 %: from this width the criteria have room beside the question."""
LEAST, LOW = 220, 440
"""Heights at 100 %: of a table that scrolls by itself, and of a page that scrolls as a whole instead."""


class AgendaView(Scroll):
    """Enter on a row opens that subcriterion; what is more than a table stands behind two quiet words."""

    foot_changed = Signal()
    wanted = Signal(str)
    """Another place is wanted."""

    def __init__(self, ui: Ui, desk: Desk[Any], board: Board) -> None:
        super().__init__()
        self.ui = ui
        self._desk = desk
        self._board = board
        self.used: Callable[[str], str] = lambda _key: ""
        """What a subcriterion has taken, in words; empty where no time is kept."""
        tr, language = ui.tr, ui.tr.language
        method = board.evaluation.method
        self._steps = axis_steps(board.package, board.lines[0].block, method, language)
        self.filters = FilterBar(ui, tr(say("Vis på dagsordenen")), filters(tr))
        criteria = [(each.id, each.name.in_language(language)) for each in board.package.criteria]
        choices = [("", tr(say("Alle kriterier"))), *((key, f"{key} {name}") for key, name in criteria)]
        self.criterion = Choice(ui, choices, "", name=tr(say("Vis kriterium")))
        self.criterion.setProperty("low", True)
        if len(board.lines) <= SHORT:
            self.criterion.hide()
        self.table = AgendaTable(ui)
        self.limits = LimitsPart(ui, desk, method)
        self.seen = SeenPart(ui, desk)
        self._heading = Heading(ui, "", "large")
        self._said = ReadingText(ui, "", ink="text-2")
        self.when = self._quiet(tr(say("Hvornår er I uenige?")), self.limits)
        self.what = self._quiet(tr(say("Hvad må man se?")), self.seen)
        self._lay_out()
        self.filters.chosen.connect(self._filter)
        self.criterion.chosen.connect(self._filter)
        self.table.chosen.connect(lambda _key: self.foot_changed.emit())
        self.table.opened.connect(lambda key: self.wanted.emit(str(key)))
        self.table.moved.connect(self._move)
        self.table.folded.connect(self._refill)

    def _quiet(self, words: str, part: QWidget) -> LinkButton:
        """A word that opens and closes a part of the page."""
        link = LinkButton(self.ui, words, "chevron-right", trailing=True, small=True)
        link.setCheckable(True)
        part.hide()

        def turn(on: bool) -> None:
            link.set_icon("chevron-down" if on else "chevron-right", trailing=True)
            part.setVisible(on)
            self._fit()
            if on:
                self._bring_into_view(part)

        link.toggled.connect(turn)
        return link

    def _lay_out(self) -> None:
        px = self.ui.theme.px
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        self.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(px(SIDE), px(TOP), px(SIDE), px(8))
        column.setSpacing(px(8))
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addLayout(question_over(self._heading, self._said), 1)
        self._top.addWidget(self.criterion, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(self._top)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        column.addWidget(FlowRow(self.ui, [self.when, self.what], gap=24))
        column.addWidget(self.limits)
        column.addWidget(self.seen)

    def _bring_into_view(self, part: QWidget) -> None:
        """What opens under the table is seen, also where the page scrolls."""
        inside = self.widget()
        if inside is not None:
            QCoreApplication.sendEvent(inside, QEvent(QEvent.Type.LayoutRequest))
        self.ensureWidgetVisible(part, 0, self.ui.theme.px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the page scrolls as a whole, else the table does."""
        super().resizeEvent(event)
        px = self.ui.theme.px
        is_beside = event.size().width() >= px(BESIDE)
        way = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._top.setDirection(way)
        self._top.setSpacing(px(16 if is_beside else 8))
        self._fit()

    def _fit(self) -> None:
        px = self.ui.theme.px
        scrolls = self.height() >= px(LOW)
        high = self.table.rows_high
        self.table.setMinimumHeight(min(high, px(LEAST)) if scrolls else high)

    # What is shown

    def show_board(self, board: Board) -> None:
        """Show how far the meeting has come."""
        self._board = board
        frozen = self._desk.read_only or board.is_accepted
        self.limits.show_limits(board.evaluation, read_only=frozen)
        self.seen.show_choices(board.evaluation, read_only=frozen)
        asked = say("Hvad skal I tale om?") if board.to_discuss or board.together else say("Alt er afgjort")
        self._heading.setText(self.ui.tr(asked))
        self._said.setText(self._sentence())
        self._fill()
        if self.table.key is None and board.to_discuss:
            self.table.set_key(board.to_discuss[0].id)
        self.foot_changed.emit()

    def _sentence(self) -> str:
        tr, board = self.ui.tr, self._board
        talk, agreed = len(board.to_discuss), len(board.together)
        parts = [
            tr(say_n("{n} skal drøftes", "{n} skal drøftes", talk)) if talk else "",
            tr(say_n("{n} er I enige om", "{n} er I enige om", agreed)) if agreed else "",
            tr(say_n("{n} er afgjort", "{n} er afgjort", len(board.settled))) if board.settled else "",
            tr(say("Rækkefølgen er jeres egen")) if board.by_hand else "",
        ]
        return " · ".join(part for part in parts if part)

    def _fill(self) -> None:
        board, criterion = self._board, str(self.criterion.key)
        self.filters.set_counts(counts(board, criterion))
        lines = left(board, self.filters.key or ALL, criterion)
        frozen = self._desk.read_only or board.is_accepted
        movable = () if frozen else tuple(line.id for line in board.to_discuss)
        narrow = self.table.is_narrow
        rows = [row(self.ui, line, self._steps, narrow=narrow, used=self.used(line.id)) for line in lines]
        self.table.show_rows(rows, movable)
        self._fit()

    def _refill(self) -> None:
        """With other columns; before anything is shown it waits for that."""
        if self.table.model().rowCount():
            self._fill()

    def _filter(self, _key: object) -> None:
        self._fill()
        self.foot_changed.emit()

    # What the user does

    def _move(self, what: str, beside: str, after: bool) -> None:
        self._desk.do(agenda_order.place, self._board.evaluation.id, what, beside, after=after)

    def by_disagreement(self) -> None:
        """Take the widest disagreement first again."""
        self._desk.do(agenda_order.by_disagreement, self._board.evaluation.id)

    def flush(self) -> None:
        """Save what is being typed."""
        self.limits.flush()

    def first_focus(self) -> QWidget:
        """The table."""
        return self.table

    @property
    def foot(self) -> Foot:
        """Taking up the row one is at; where nothing is left to discuss, what comes then."""
        board = self._board
        if not board.to_discuss and board.together:
            return Foot(green_act(self.ui, self._desk, board, self._done), self._others(green=False))
        return Foot(self._primary(), self._others(green=True))

    def _primary(self) -> Act:
        tr, board = self.ui.tr, self._board
        line = next((line for line in board.lines if line.id == self.table.key), None)
        if not board.to_discuss or line is None:
            return Act(tr(say("Se resultatet")), lambda: self.wanted.emit(RESULT))
        words = say("Se {name}", name=line.id) if line.is_settled else say("Tag {name}", name=line.id)
        return Act(tr(words), lambda: self.wanted.emit(line.id))

    def _others(self, *, green: bool) -> tuple[Act, ...]:
        board, acts = self._board, []
        if green and board.together and not board.is_accepted:
            acts.append(green_act(self.ui, self._desk, board, lambda: None))
        if board.by_hand and not (board.is_accepted or self._desk.read_only):
            again = self.ui.tr(say("Efter uenighed igen"))
            acts.append(Act(again, self.by_disagreement, "undo"))
        return tuple(acts)

    def _done(self) -> None:
        self.wanted.emit(RESULT)
