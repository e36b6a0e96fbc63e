"""Handing out: how the group answers, to whom sheets are made, and what to write with them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.collecting.handed_out.model import Handing, advised
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.screens.collecting import hand_out_words
from kvik_desktop.evaluation.screens.collecting.mail_part import MailPart
from kvik_desktop.evaluation.screens.collecting.recipients import Recipients
from kvik_desktop.evaluation.screens.collecting.way_choice import WayChoice
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.progress_line import ProgressLine
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText

NAMED = 6
"""So many files are named; the rest are counted."""

CALM = 48
"""The margin, as on the page with the names, at 100 %."""


WHOLE = say("Hele skemaet")


class HandOutView(QWidget):
    """Asks two things, how and to whom; everything else is told."""

    changed = Signal()
    """Another way, or other people: the foot says something else."""
    stopped = Signal()
    copied = Signal(str)

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        px, tr = ui.theme.px, ui.tr
        self._of: Handing | None = None
        self.notes: list[Note] = []
        self.done: Note | None = None
        self.progress: ProgressLine | None = None
        self._advice = ReadingText(ui, "", ink="text-2")
        self.ways = WayChoice(ui)
        self.ways.chosen.connect(lambda _: self._way_chosen())
        self._who_reads = ReadingList(ui, [])
        self._to_whom = Heading(ui, tr(say("Til hvem?")))
        self.extent = Field(ui, tr(say("Hvad skal stå på papiret?")), Choice(ui, [(None, tr(WHOLE))]))
        self.extent.setContentsMargins(0, 0, 0, px(16))
        self.people = Recipients(ui)
        self.people.ticked.connect(self.changed)
        self.mail = MailPart(ui)
        self.mail.copied.connect(self.copied)
        self._said = QVBoxLayout()
        self._said.setSpacing(px(8))
        self._said.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn(ui, margin=CALM, centred=False)
        self._scroll.column.set_padding(32, 32)
        body = self._scroll.body
        body.setSpacing(px(8))
        body.addLayout(self._said)
        body.addWidget(Heading(ui, tr(say("Hvordan vil I svare?")), "large"))
        body.addWidget(self._advice)
        body.addSpacing(px(16))
        body.addWidget(self.ways)
        body.addSpacing(px(24))
        body.addWidget(self.extent)
        body.addWidget(self._to_whom)
        body.addWidget(self.people)
        body.addSpacing(px(24))
        body.addWidget(Heading(ui, tr(say("Hvem kan læse svarene?"))))
        body.addWidget(self._who_reads)
        body.addSpacing(px(24))
        body.addWidget(self.mail)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    @property
    def way(self) -> Way:
        """The way that is chosen."""
        return self.ways.way

    @property
    def criterion(self) -> str | None:
        """The one criterion that is to stand on paper, None for all of them."""
        key = self.extent.control.key
        return key if isinstance(key, str) and self.way is Way.PAPER else None

    def show_handing(self, of: Handing) -> None:
        """Show who has what now."""
        is_first = self._of is None
        self._of = of
        advice = advised(len(of.people), of.questions)
        self._advice.setText(self.ui.tr(advice.reason))
        self.ways.show_way(advice.way if is_first else self.way, advice.way)
        language = self.ui.tr.language
        parts = [(each.id, f"{each.id} {each.name.in_language(language)}") for each in of.criteria]
        self.extent.control.set_choices([(None, self.ui.tr(WHOLE)), *parts], self.extent.control.key)
        self.people.show_people(of)
        self._show_notes(of)
        self._show_way()

    def _way_chosen(self) -> None:
        self._show_way()
        self.changed.emit()

    def _show_way(self) -> None:
        assert self._of is not None, "a way is chosen when it is shown"
        tr = self.ui.tr
        told = (hand_out_words.WHO_READS[self.way], hand_out_words.HIDDEN)
        self._who_reads.set_sentences([tr(text) for text in told])
        self.extent.setVisible(self.way is Way.PAPER)
        by_files = self.way is not Way.LAPTOP
        self._to_whom.setVisible(by_files)
        self.people.setVisible(by_files)
        self.mail.show_mails(self._of, self.way)

    # What is told over it

    def _show_notes(self, of: Handing) -> None:
        for note in self.notes:
            self._take_away(note)
        self.notes = [*self._stale(of), *self._gone(of)]
        for note in self.notes:
            self._said.addWidget(note)

    def _stale(self, of: Handing) -> list[Note]:
        tr, stale = self.ui.tr, of.stale()
        if not stale:
            return []
        people = hand_out_words.names([each.participant.name for each in stale])
        title = say("Model eller metode er ændret, siden {names} fik skemaet", names=people)
        text = hand_out_words.if_stale_comes_back(of)
        return [Note(self.ui, "caution", tr(title), tr(text))]

    def _gone(self, of: Handing) -> list[Note]:
        count = len({each.participant for each in of.gone})
        if not count:
            return []
        title = say_n(
            "{n} person har et skema, men står ikke længere på listen",
            "{n} personer har et skema, men står ikke længere på listen",
            count,
        )
        text = say("Kommer skemaet tilbage, bliver det ikke hentet ind.")
        return [Note(self.ui, "info", self.ui.tr(title), self.ui.tr(text))]

    def show_running(self, done: int, total: int) -> None:
        """How far the writing is; a total of 0 takes the line away."""
        if not total:
            if self.progress is not None:
                self._take_away(self.progress)
                self.progress = None
            return
        if self.progress is None:
            self.show_done(self.way, ())
            self.progress = ProgressLine(self.ui, self.ui.tr(say("Gemmer skemaer")))
            self.progress.stopped.connect(self.stopped)
            self._said.insertWidget(0, self.progress)
        count = say("{done} af {total}", done=done, total=total)
        self.progress.set_progress(done, total, self.ui.tr(count))

    def show_done(self, way: Way, paths: Sequence[Path]) -> None:
        """What lies in the folder now; without any the words are taken away."""
        if self.done is not None:
            self._take_away(self.done)
            self.done = None
        if not paths:
            return
        tr = self.ui.tr
        title = say(
            "{made} ligger i mappen {folder}",
            made=hand_out_words.made(way, len(paths)),
            folder=paths[0].parent.name,
        )
        text = {
            Way.PAPER: say("Udskriv dem, og del dem ud. Hver fil har en persons navn."),
        }.get(way, say("Send hver person sin egen fil. Teksten til mailen står nederst."))
        lines = [path.name for path in paths[:NAMED]]
        if more := len(paths) - len(lines):
            lines.append(tr(say_n("og {n} til", "og {n} til", more)))
        self.done = Note(self.ui, "done", tr(title), tr(text), lines=lines, closable=True)
        self._said.insertWidget(0, self.done)
        self._scroll.verticalScrollBar().setValue(0)

    def _take_away(self, widget: QWidget) -> None:
        self._said.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def first_focus(self) -> QWidget:
        """The way that is chosen."""
        return self.ways.buttons[self.way] if self._of is not None else self.people
