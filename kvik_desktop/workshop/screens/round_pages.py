"""Answer pages for an open round: made for everybody at once, and taken in again with one verdict a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.evaluation.collecting.taking_in import Outcome, Verdict
from kvik_desktop.evaluation.screens.collecting.verdict_line import VerdictLine
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import SecondaryButton
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.workshop import round_files
from kvik_desktop.workshop.board import Board, Line

FILES = say("Svarfiler og tabeller (*.kviksvar *.csv)")


class RoundPages(QWidget):
    """Tells who has sent an answer back and never what it is."""

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__()
        self.ui = ui
        self._desk = desk
        self._about: tuple[str, str] | None = None
        self._names: dict[str, str] = {}
        self.lines: list[VerdictLine] = []
        tr, px = ui.tr, ui.theme.px
        how = say(
            "Hver får en fil med kun dette spørgsmål. Den åbnes i en browser og sendes tilbage. Træk "
            "svarfilerne hertil, eller vælg dem."
        )
        self.make = SecondaryButton(ui, tr(say("Lav svarsider…")), "file", small=True)
        self.fetch = SecondaryButton(ui, tr(say("Hent svarfiler…")), "inbox", small=True)
        self.make.clicked.connect(lambda *_: self._make())
        self.fetch.clicked.connect(lambda *_: self._fetch())
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.make)
        row.addWidget(self.fetch)
        row.addStretch(1)
        self._sum = ReadingText(ui, "", weight=600)
        self._verdicts = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(ReadingText(ui, tr(how), "small", ink="text-2"))
        column.addLayout(row)
        column.addWidget(self._sum)
        column.addLayout(self._verdicts)
        self._sum.hide()

    def show_line(self, board: Board, line: Line, asleep: str) -> None:
        """The round of a subcriterion; another round has no files yet."""
        about = (board.evaluation.id, line.id)
        if about != self._about:
            self._show_verdicts(())
        self._about = about
        self._names = {person.id: person.name for person in board.people}
        for button in (self.make, self.fetch):
            button.set_asleep(asleep)

    def _make(self) -> None:
        assert self._about is not None
        folder = self._desk.choose.folder(self.ui.tr(say("Mappe til svarsiderne")))
        if folder is None:
            return
        evaluation, subcriterion = self._about
        job = partial(
            round_files.write_pages,
            evaluation=evaluation,
            subcriterion=subcriterion,
            folder=folder,
            translate=self.ui.tr,
        )
        told = partial(self._made, folder)
        self._desk.run(job, Kind.PARTICIPANTS).then(told)

    def _made(self, folder: Path, count: int) -> None:
        said = say_n("{n} svarside ligger i {name}", "{n} svarsider ligger i {name}", count, name=folder.name)
        self._desk.say(self.ui.tr(said))

    def _fetch(self) -> None:
        tr = self.ui.tr
        self.take(self._desk.choose.files(tr(say("Hent svar til runden")), tr(FILES)))

    def take(self, paths: Sequence[Path]) -> None:
        """Take in files that came back, and those of folders."""
        if not paths or self._about is None or self.fetch.asleep:
            return
        job = partial(round_files.take_in, evaluation=self._about[0], paths=tuple(paths))
        self._desk.run(job, Kind.ANSWERS).then(self._show_verdicts)

    def _show_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        for line in self.lines:
            self._verdicts.removeWidget(line)
            line.hide()
            line.deleteLater()
        in_order = sorted(verdicts, key=lambda each: each.outcome is not Outcome.REFUSED)
        self.lines = [VerdictLine(self.ui, each, self._names) for each in in_order]
        for line in self.lines:
            self._verdicts.addWidget(line)
            line.show()
        kept = sum(each.outcome is not Outcome.REFUSED for each in verdicts)
        said = say_n("{kept} af {n} fil er hentet", "{kept} af {n} filer er hentet", len(verdicts), kept=kept)
        self._sum.setText(self.ui.tr(said))
        self._sum.setVisible(bool(verdicts))
