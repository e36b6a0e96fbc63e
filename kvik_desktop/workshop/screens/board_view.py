"""The board for one subcriterion: heading, moves, and what the move at hand needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.model_package.model import Block
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Foot
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import Column, ScrollColumn
from kvik_desktop.shell.widgets.dot_plot import DotPlot
from kvik_desktop.shell.widgets.scroll_edge import ScrollEdge
from kvik_desktop.shell.widgets.typing import TypingPause
from kvik_desktop.workshop import drafts
from kvik_desktop.workshop.board import Board, Line
from kvik_desktop.workshop.model import Draft
from kvik_desktop.workshop.screens.agreement_part import AgreementPart
from kvik_desktop.workshop.screens.board_acts import BoardActs
from kvik_desktop.workshop.screens.board_drafts import Drafts, Walked
from kvik_desktop.workshop.screens.board_heading import BoardHeading
from kvik_desktop.workshop.screens.last_line import LastTime
from kvik_desktop.workshop.screens.moves_row import Move
from kvik_desktop.workshop.screens.park_part import ParkPart
from kvik_desktop.workshop.screens.round_view import RoundView
from kvik_desktop.workshop.screens.spread_part import SpreadPart
from kvik_desktop.workshop.screens.texts_part import TextsPart, first_move
from kvik_desktop.workshop.screens.view_top import SIDE

WIDE = 960
LARGEST = 16_777_215
"""What Qt calls no limit."""
GIVES = 24
"""What the dots give way where room is short: no more, and only where it helps; at 100 %."""
STAYS_FROM = 440
"""Height from which the heading stays while the rest scrolls, at 100 %."""


class BoardView(QWidget):
    """Keeps its widgets and fills them anew, so that going from one subcriterion to the next costs little."""

    foot_changed = Signal()
    wanted = Signal(str)
    """Another place is wanted: a subcriterion, or one of the page's other places."""
    moved = Signal()
    """The move is another."""

    def __init__(self, ui: Ui, desk: Desk[Any], last_time: LastTime | None = None) -> None:
        super().__init__()
        self.ui = ui
        self._desk = desk
        self._board: Board | None = None
        self._line: Line | None = None
        self._move = Move.EVIDENCE
        self._drafts = desk.kept(Drafts)
        self._last_time = last_time
        self._walked = desk.kept(Walked)
        self._seen: set[tuple[str, int]] = set()
        self.heading = BoardHeading(ui)
        self.texts = TextsPart(ui, desk)
        self.park = ParkPart(ui)
        self.spreads: dict[Block, SpreadPart] = {}
        self.agreements: dict[Block, AgreementPart] = {}
        self.rounds: dict[Block, RoundView] = {}
        self._acts = BoardActs(self)
        self._typing = TypingPause(self, self._save_draft)
        self._lay_out()
        self.heading.moves.chosen.connect(lambda move: self.set_move(Move(move)))
        self.park.changed.connect(self._keep)

    def _lay_out(self) -> None:
        px = self.ui.theme.px
        self._top = Column(self.ui, wide=WIDE, margin=SIDE, centred=False)
        self._top.body.addWidget(self.heading)
        self.area = ScrollColumn(self.ui, wide=WIDE, margin=SIDE, centred=False)
        self._top.body.setSpacing(0)
        self._top.body.addWidget(ScrollEdge(self.ui, self.area))
        self._body = self.area.body
        self._body.setContentsMargins(0, px(8), 0, px(8))
        self._body.addWidget(self.texts)
        self._body.addWidget(self.park)
        self._body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top)
        layout.addWidget(self.area, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The heading stays in sight where there is room for it."""
        super().resizeEvent(event)
        stays = event.size().height() >= self.ui.theme.px(STAYS_FROM)
        if stays == self._top.isHidden():
            self._body.setContentsMargins(0, self.ui.theme.px(8) if stays else 0, 0, self.ui.theme.px(8))
            self._top.setVisible(stays)
            if stays:
                self._top.body.insertWidget(0, self.heading)
            else:
                self._body.insertWidget(0, self.heading)
        if self._line is not None:
            self._lay_out_now()

    # What is shown

    @property
    def desk(self) -> Desk[Any]:
        """Where acts are done."""
        return self._desk

    @property
    def board(self) -> Board:
        """The meeting as it is shown."""
        assert self._board is not None, "acts belong to a board that is shown"
        return self._board

    @property
    def line(self) -> Line:
        """The subcriterion that is shown."""
        assert self._line is not None, "acts belong to a board that is shown"
        return self._line

    @property
    def current_move(self) -> Move:
        """What the group talks about now."""
        return self._move

    @property
    def draft(self) -> Draft:
        """What the group has come to for this subcriterion."""
        return self._drafts.of(self.line)

    @property
    def agreement(self) -> AgreementPart:
        """Score and reason for the block of this subcriterion."""
        block = self.line.block
        if block not in self.agreements:
            part = AgreementPart(self.ui, self.board.package, block, self.board.evaluation.method)
            part.changed.connect(self._keep)
            part.accepted.connect(self._acts.accept)
            part.hide()
            self.agreements[block] = part
            self._add(part)
        return self.agreements[block]

    @property
    def is_frozen(self) -> bool:
        """Nothing on the board can be changed now."""
        return self._desk.read_only or self.board.is_accepted

    @property
    def round_is_seen(self) -> bool:
        """An open round stands where the spread and the score stood."""
        return self.line.open_round is not None and self._move >= Move.SPREAD

    def show_line(self, board: Board, line: Line, move: Move | None = None) -> None:
        """Show a subcriterion; at its first move, or where all is settled at the last."""
        another = self._line is None or self._line.id != line.id
        if another:
            self.flush()
        self._drafts.learn(board.drafts)
        self._walked.learn(board.drafts)
        if board is not self._board:
            self.heading.last.ask(self._desk, self._last_time, board)
        self._board, self._line = board, line
        if another or move is not None:
            self._move = move or (Move.AGREEMENT if line.is_settled else first_move(board, line))
            self.area.verticalScrollBar().setValue(0)
        self.heading.show_line(line)
        self._show_move()

    def set_move(self, move: Move) -> None:
        """Go to a move."""
        if self._line is None:
            return
        self._move = move
        self._show_move()
        self._save_draft()
        self.moved.emit()

    def _show_move(self) -> None:
        line, move = self.line, self._move
        skipped = self._walked.skipped(line.id, first_move(self.board, line), move)
        self.heading.moves.set_move(move, skipped)
        self.heading.last.show_of(line.id, move)
        self.texts.setVisible(not self.round_is_seen)
        self.texts.show_line(self.board, line, move, read_only=self.is_frozen)
        self._show_round()
        self._show_spread()
        self._show_agreement()
        self._lay_out_now()
        self.foot_changed.emit()

    def _lay_out_now(self) -> None:
        """Where room is short the dots give way first; what is left over scrolls, the score in sight."""
        plot = self._plot
        if plot is not None:
            plot.setMaximumHeight(LARGEST)
        over = self._rest() - self.area.viewport().height()
        gives = self.ui.theme.px(GIVES)
        if plot is not None and 0 < over <= 2 * gives:
            plot.setMaximumHeight(plot.sizeHint().height() - min(over, gives))
            self._rest()
        if self._move >= Move.SPREAD and not self.round_is_seen and not self.line.is_settled:
            self._bring_into_view(self._last_part)

    def _rest(self) -> int:
        """Lay out from the inside out, as texts that wrap need, in one go; how high it all is."""
        column = self.area.column
        self.texts.fit(column.width_inside(column.width()))
        for inner in (*reversed(column.findChildren(QWidget)), column):
            layout = inner.layout()
            if layout is not None and inner.isVisible():
                layout.activate()
        QCoreApplication.sendEvent(self.area, QEvent(QEvent.Type.LayoutRequest))
        return column.heightForWidth(column.width())

    @property
    def _plot(self) -> DotPlot | None:
        """The dots that are seen."""
        if self._move < Move.SPREAD or self.round_is_seen or not self.park.isHidden():
            return None
        return self._spread.plot if self._move is Move.SPREAD else self.agreement.plot

    @property
    def _last_part(self) -> QWidget:
        """What the last two moves are about."""
        if self._move is Move.SPREAD:
            return self._spread
        return self.agreement if self.park.isHidden() else self.park

    def _bring_into_view(self, part: QWidget) -> None:
        """The dots, the score and its reason are seen; what stands over them may be scrolled away."""
        foot = part.geometry().bottom() + self.ui.theme.px(16)
        above = min(foot - self.area.viewport().height(), part.y())
        self.area.verticalScrollBar().setValue(max(above, 0))

    def _show_round(self) -> None:
        for block, view in self.rounds.items():
            view.setVisible(self.round_is_seen and block is self.line.block)
        if self.round_is_seen:
            view = self._round_of(self.line.block)
            view.show_line(self.board, self.line)
            view.show()
        else:
            for view in self.rounds.values():
                view.leave()

    def _show_spread(self) -> None:
        seen = self._move is Move.SPREAD and not self.round_is_seen
        for block, part in self.spreads.items():
            part.setVisible(seen and block is self.line.block)
        if seen:
            part = self._spread
            part.show_line(self.line, deleted=self._deleted, voices=self.board.voices.get(self.line.id))
            part.show()
            self._rise(part)

    def _show_agreement(self) -> None:
        seen = self._move is Move.AGREEMENT and not self.round_is_seen
        parking = seen and self.draft.parking is not None
        self.park.setVisible(parking)
        for block, part in self.agreements.items():
            part.setVisible(seen and not parking and block is self.line.block)
        read_only = self.is_frozen or self.line.is_settled
        if parking:
            self.park.show_note(self.draft.parking or "", read_only=read_only)
        elif seen:
            part, draft = self.agreement, self.draft
            voices = self.board.voices.get(self.line.id)
            part.show_line(
                self.line,
                draft.rating,
                draft.reason,
                deleted=self._deleted,
                read_only=read_only,
                named=voices is not None and voices.named,
            )
            part.show()
            self._rise(part)

    @property
    def _deleted(self) -> bool:
        return self.board.evaluation.answers_deleted is not None

    def _rise(self, part: SpreadPart | AgreementPart) -> None:
        """The dots rise once, when a round is seen for the first time."""
        place = (self.line.id, self.line.dots.number)
        if place not in self._seen:
            self._seen.add(place)
            if not self.line.is_settled:
                part.rise()

    @property
    def _spread(self) -> SpreadPart:
        block = self.line.block
        if block not in self.spreads:
            part = SpreadPart(self.ui, self.board.package, block, self.board.evaluation.method)
            self.spreads[block] = part
            self._add(part)
        return self.spreads[block]

    def _round_of(self, block: Block) -> RoundView:
        if block not in self.rounds:
            view = RoundView(self.ui, self._desk, self.board, block)
            view.foot_changed.connect(self.foot_changed)
            view.closed.connect(self._see_closed)
            self.rounds[block] = view
            self._add(view)
        return self.rounds[block]

    def _see_closed(self) -> None:
        """A round has been closed: what it came to is what one looks at now."""
        self.set_move(Move.SPREAD)
        self.focus_start()

    def take(self, paths: Sequence[Path]) -> bool:
        """Files were dropped: they are answers where a round is seen."""
        if self._line is None or not self.round_is_seen:
            return False
        self._round_of(self.line.block).take(paths)
        return True

    def _add(self, part: QWidget) -> None:
        self._body.insertWidget(self._body.count() - 1, part)

    # What the group does

    def _keep(self) -> None:
        """What stands in the fields is the draft now."""
        if self._line is None or self.line.is_settled or self.is_frozen:
            return
        draft = self.draft
        if draft.parking is not None and not self.park.isHidden():
            draft = replace(draft, parking=self.park.words)
        elif not self.agreement.isHidden():
            part = self.agreement
            asked = draft.asked and part.needs_reason
            draft = replace(draft, rating=part.rating, reason=part.reason, asked=asked)
        is_typing = replace(draft, reason="", parking=None) == replace(self.draft, reason="", parking=None)
        self._drafts.keep(self.line, draft)
        self._typing.edited()
        if not is_typing:
            self._typing.flush()
        self.foot_changed.emit()

    def _save_draft(self) -> None:
        """A crash loses no more than the sentence that is being written."""
        line = self.line
        if not self.is_frozen and not line.is_settled:
            draft = replace(self.draft, stops=self._walked.of(line.id))
            self._desk.do(drafts.keep, self.board.evaluation.id, line.id, line.dots.number, draft)

    def change_draft(self, draft: Draft) -> None:
        """The group has come to something else by an act."""
        self._drafts.keep(self.line, draft)
        self._save_draft()
        self._show_agreement()
        self.foot_changed.emit()

    @property
    def foot(self) -> Foot:
        """What can be done now."""
        if self._line is None:
            return Foot()
        return self._round_of(self.line.block).foot if self.round_is_seen else self._acts.foot

    @property
    def scores(self) -> Mapping[str, int | None]:
        """What stands on the stairs that are seen."""
        part = self.agreements.get(self.line.block) if self._line else None
        return {} if part is None or part.isHidden() else part.score.value().scores

    def act(self, key: str) -> None:
        """A letter was pressed where nobody writes: R, P."""
        self._acts.press(key)

    def flush(self) -> None:
        """Save what is being written."""
        self._typing.flush()
        self.texts.flush()

    def focus_start(self) -> None:
        """Where the keyboard begins at this move."""
        if self.round_is_seen:
            focus = self._round_of(self.line.block).first_focus()
            if focus is not None:
                focus.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._move is Move.AGREEMENT and not self.agreement.isHidden():
            self.agreement.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.heading.moves.focus_current()
