"""The agenda: the widest disagreement first, then the green ones, and what is settled folded away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.choice_delegate import ChoiceItem
from kvik_desktop.shell.widgets.choice_list import ChoiceList
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.workshop.board import Board, Line
from kvik_desktop.workshop.screens.answers_figure import axis_steps, spread_of
from kvik_desktop.workshop.screens.board_acts import OVERVIEW, RESULT, TOGETHER
from kvik_desktop.workshop.screens.consensus_words import agreed_score, mark_of, standing

SETTLED = "afgjort"
"""The key of the group that folds."""


class AgendaPane(QFrame):
    """Tells which row is wanted; the page says where one is."""

    chosen = Signal(str)
    """The key of a place of the page."""

    def __init__(self, ui: Ui, board: Board) -> None:
        super().__init__()
        self.ui = ui
        self._board = board
        self._at = ""
        self._is_filled = False
        self.used: Callable[[str], str] = lambda _key: ""
        """What a subcriterion has taken, in words; empty where no time is kept."""
        self._unfolded = False
        self.setProperty("look", "surface")
        tr, px = ui.tr, ui.theme.px
        block, method = board.lines[0].block, board.evaluation.method
        self._steps: Sequence[Step] = axis_steps(board.package, block, method, tr.language)
        self.list = ChoiceList(ui, say("Dagsorden"), steps=self._steps)
        self.list.leaves_space = True
        self.list.chosen.connect(self._choose)
        self._order = order = QLabel(tr(say("Størst uenighed først")))
        order.setProperty("look", "small")
        order.setWordWrap(True)
        order.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top = QHBoxLayout()
        top.setContentsMargins(px(8), px(8), px(8), px(8))
        top.addWidget(Heading(ui, tr(say("Dagsorden"))))
        top.addWidget(order, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(4), px(8), px(4))
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def show_board(self, board: Board, key: str) -> None:
        """Show the agenda, and where one is."""
        same, before = board is self._board, (self._is_unfolded, self._shows_dots)
        self._board, self._at = board, key
        how = say("I jeres rækkefølge") if board.by_hand else say("Størst uenighed først")
        self._order.setText(self.ui.tr(how))
        if not same or before != (self._is_unfolded, self._shows_dots) or not self._is_filled:
            self.list.set_items(list(self._items()))
            self._is_filled = True
        self.list.set_chosen(key)
        if board.to_discuss and key == board.to_discuss[0].id:
            self.list.scrollToTop()  # what is settled folds away over it

    def order(self) -> list[str]:
        """The places one goes through with Ctrl and the arrows."""
        return [item.key for item in self._items() if item.key != SETTLED and not item.heading]

    def _choose(self, key: str) -> None:
        if key == SETTLED:
            self._unfolded = not self._is_unfolded
            self.list.set_items(list(self._items()))
        else:
            self.chosen.emit(key)

    # Rows

    @property
    def _is_unfolded(self) -> bool:
        """What one looks at is never folded away."""
        return self._unfolded or any(line.id == self._at for line in self._board.settled)

    @property
    def _shows_dots(self) -> bool:
        """The overview has them itself."""
        return self._at != OVERVIEW

    def _items(self) -> Iterator[ChoiceItem]:
        board = self._board
        yield ChoiceItem(OVERVIEW, self.ui.tr(say("Overblik")), mark="overview", strong=True)
        if board.settled:
            yield self._settled_group()
            if self._is_unfolded:
                yield from (self._row(line) for line in board.settled)
        if board.to_discuss:
            yield self._heading(say("Skal drøftes"), len(board.to_discuss))
            yield from (self._row(line) for line in board.to_discuss)
        if board.together:
            name = self.ui.tr(say("Kan tages samlet"))
            yield self._heading(say("I er enige"), len(board.together))
            yield ChoiceItem(TOGETHER, name, mark="together", strong=True)
            yield from (self._row(line) for line in board.together)
        yield self._result()

    def _heading(self, name: Text, count: int) -> ChoiceItem:
        words = self.ui.tr(name)
        return ChoiceItem(f"heading {words}", words, trailing=str(count), heading=True)

    def _settled_group(self) -> ChoiceItem:
        tr, settled = self.ui.tr, self._board.settled
        lacking = sum(1 for line in settled if line.lacks_reason)
        second = say_n("{n} mangler begrundelse", "{n} mangler begrundelse", lacking)
        return ChoiceItem(
            SETTLED,
            tr(say("Afgjort")),
            mark="settled",
            trailing=str(len(settled)),
            second=tr(second) if lacking else "",
            second_ink="amber",
            opened=self._is_unfolded,
        )

    def _row(self, line: Line) -> ChoiceItem:
        score = agreed_score(line)
        urgent = line.lacks_reason or line.open_round is not None
        return ChoiceItem(
            line.id,
            line.subcriterion.name.in_language(self.ui.tr.language),
            line.id,
            mark=mark_of(line),
            trailing="" if score is None else str(score),
            second=" · ".join(filter(None, (standing(line, self.ui.tr), self._used(line)))),
            second_ink="amber" if urgent else "text-2",
            spread=spread_of(line.dots, self._steps) if self._shows_dots and not line.is_settled else None,
        )

    def _used(self, line: Line) -> str:
        """What a settled one took; of others the clock itself tells."""
        return self.used(line.id) if line.is_settled else ""

    def _result(self) -> ChoiceItem:
        tr, board = self.ui.tr, self._board
        done = tr(say("{n} af {of} er på plads", n=len(board.settled), of=len(board.lines)))
        mark = "approved" if board.is_accepted else "not-begun" if board.to_discuss else "in-progress"
        return ChoiceItem(RESULT, tr(say("Resultatet")), mark=mark, second=done)
