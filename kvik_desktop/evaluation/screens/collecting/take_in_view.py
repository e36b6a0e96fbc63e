"""Taking in: what came of each file, with those who must choose on top and what is well in order below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kvik_desktop.evaluation.collecting.taking_in import Outcome, Verdict
from kvik_desktop.evaluation.collecting.waiting import Conflict
from kvik_desktop.evaluation.screens.collecting import verdict_words
from kvik_desktop.evaluation.screens.collecting.conflict_card import ConflictCard
from kvik_desktop.evaluation.screens.collecting.hand_out_view import CALM
from kvik_desktop.evaluation.screens.collecting.verdict_line import VerdictLine
from kvik_desktop.evaluation.screens.collecting.verdict_words import Names
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.empty_state import EmptyState
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.progress_line import ProgressLine
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll

AT_A_TIME = 20
"""So many files are shown; a folder of thousands is unfolded by these."""

ORDER = (Outcome.WAITING, Outcome.REFUSED, Outcome.TAKEN_IN, Outcome.ALIKE)
"""What asks for something stands first."""


class TakeInView(QWidget):
    """Before the reveal it shows names, counts and ways, and nothing of what anybody has answered."""

    wants_files = Signal()
    wants_meeting = Signal()
    """The answers came too late: on to where a new round is opened."""
    stopped = Signal()
    sits = Signal(str)
    settled = Signal(object, bool)

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        px, tr = ui.theme.px, ui.tr
        self.cards: list[ConflictCard] = []
        self.lines: list[VerdictLine] = []
        self.progress: ProgressLine | None = None
        self._verdicts: Sequence[Verdict] = ()
        self._shown_verdicts: Sequence[Verdict] | None = None
        self._names: Names = {}
        self._most = AT_A_TIME
        self._title = Heading(ui, "", "large")
        self._sum = ReadingText(ui, "", ink="text-2")
        self.more = LinkButton(ui, "")
        self.more.clicked.connect(lambda *_: self._show_more())
        self.meeting = LinkButton(ui, tr(say("Gå til Konsensus, og åbn en ny runde")))
        self.meeting.clicked.connect(self.wants_meeting)
        self.empty = EmptyState(
            ui,
            "inbox",
            tr(say("Træk filerne hertil")),
            tr(
                say(
                    "Svarfiler, udfyldte PDF-skemaer og tabeller, også en hel mappe på én gang. Hver fil "
                    "bliver set efter for sig, og intet bliver overskrevet, uden at nogen vælger det."
                )
            ),
            tr(say("Vælg filer…")),
        )
        self.empty.acted.connect(self.wants_files)
        self._nothing = Scroll()
        self._nothing.setWidgetResizable(True)
        self._nothing.setFrameShape(QFrame.Shape.NoFrame)
        self._nothing.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing.setWidget(self.empty)
        self._head = QVBoxLayout()
        self._head.setSpacing(px(8))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(12))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(4))
        self._scroll = ScrollColumn(ui, margin=CALM, centred=False)
        self._scroll.column.set_padding(32, 24)
        self._lay_out()

    def _lay_out(self) -> None:
        px, body = self.ui.theme.px, self._scroll.body
        body.setSpacing(px(8))
        body.addWidget(self._title)
        body.addWidget(self._sum)
        body.addLayout(self._head)
        body.addWidget(self.meeting)
        body.addSpacing(px(8))
        body.addLayout(self._cards)
        body.addSpacing(px(8))
        body.addLayout(self._lines)
        body.addWidget(self.more)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        column.addWidget(self._nothing)
        self._nothing.hide()

    def show_files(
        self,
        verdicts: Sequence[Verdict],
        waiting: Sequence[Conflict],
        names: Names,
        locked: frozenset[str],
        *,
        unseen: int,
        asleep: str,
    ) -> None:
        """What came of the newest files, and everybody who waits; ``unseen`` files have no verdict yet."""
        tr = self.ui.tr
        is_running = self.progress is not None
        if self._shown_verdicts is None or list(verdicts) != list(self._shown_verdicts):
            self._most = AT_A_TIME
        self._verdicts = sorted(verdicts, key=lambda each: ORDER.index(each.outcome))
        self._names = names
        self._title.setText(tr(verdict_words.heading(verdicts, is_running=is_running)))
        told = verdict_words.summary(verdicts, 0 if is_running else unseen)
        self._sum.setText(" ".join(tr(text) for text in told))
        has_any = bool(verdicts or waiting or is_running)
        self._scroll.setVisible(has_any)
        self._nothing.setVisible(not has_any)
        self.empty.button.set_asleep(asleep)
        late = [each for each in verdicts if each.problem and each.problem.code == "E_REVEALED"]
        self.meeting.setVisible(bool(late))
        self._show_cards(waiting, locked, asleep)
        self._show_lines(verdicts)

    @property
    def summary(self) -> str:
        """What is said of all files together."""
        return self._sum.text()

    def _show_cards(self, waiting: Sequence[Conflict], locked: frozenset[str], asleep: str) -> None:
        focused = next((place for place, card in enumerate(self.cards) if _has_focus(card)), None)
        for card in self.cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [
            ConflictCard(
                self.ui,
                each,
                self._names.get(each.participant, "?"),
                is_locked=each.participant in locked,
                asleep=asleep,
            )
            for each in waiting
        ]
        for card in self.cards:
            card.sits.connect(self.sits)
            card.settled.connect(self.settled)
            self._cards.addWidget(card)
            card.show()
        if focused is not None and self.cards:
            self.cards[min(focused, len(self.cards) - 1)].look.setFocus()

    def _show_lines(self, verdicts: Sequence[Verdict]) -> None:
        shown = list(verdicts)
        if shown == self._shown_verdicts and len(self.lines) == min(self._most, len(shown)):
            return
        self._shown_verdicts = shown
        for line in self.lines:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        self._add_lines()

    def _show_more(self) -> None:
        self._most += AT_A_TIME
        first = len(self.lines)
        self._add_lines()
        if self.more.isHidden() and first < len(self.lines):
            self._scroll.ensureWidgetVisible(self.lines[first])

    def _add_lines(self) -> None:
        for verdict in self._verdicts[len(self.lines) : self._most]:
            line = VerdictLine(self.ui, verdict, self._names)
            self.lines.append(line)
            self._lines.addWidget(line)
            line.show()
        rest = len(self._verdicts) - len(self.lines)
        self.more.setVisible(rest > 0)
        self.more.setText(self.ui.tr(say("Vis {n} til", n=min(rest, AT_A_TIME))))

    def show_running(self, done: int, total: int) -> None:
        """How far it is; a total of 0 takes the line away."""
        if not total:
            if self.progress is not None:
                self._head.removeWidget(self.progress)
                self.progress.hide()
                self.progress.deleteLater()
                self.progress = None
            return
        if self.progress is None:
            self.progress = ProgressLine(self.ui, self.ui.tr(say("Ser filerne efter, én ad gangen")))
            self.progress.stopped.connect(self.stopped)
            self._head.addWidget(self.progress)
            self.progress.show()
        count = say("{done} af {total}", done=done, total=total)
        self.progress.set_progress(done, total, self.ui.tr(count))

    def first_focus(self) -> QWidget | None:
        """Who must choose, or the button that asks for files."""
        if self.cards:
            return self.cards[0].look
        return None if self._nothing.isHidden() else self.empty.button


def _has_focus(card: ConflictCard) -> bool:
    return any(button.hasFocus() for button in card.buttons)
