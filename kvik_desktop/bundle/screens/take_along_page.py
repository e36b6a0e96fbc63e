"""Take the evaluation along: a locked copy on a stick, under a passphrase; a page that is no step."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.bundle.screens.new_passphrase import NewPassphrase
from kvik_desktop.bundle.taking_along import ENDING, is_locked_copy, locked_name, strength, take_along
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Foot, Page
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note, problem_note
from kvik_desktop.shell.widgets.reading_text import ReadingText

NAME = say("Tag med på en USB-nøgle…")
KEY = "tag-med"
COPIES = say("Låste kopier (*.kvikdb.age)")


class TakeAlongPage(Page):
    """What is typed is handed on once and kept nowhere."""

    help = say(
        "En evalueringsfil kan læses af alle, der har den. Skal den med på en USB-nøgle, så tag en låst "
        "kopi: den kan kun åbnes med den adgangssætning, du vælger her. Kopien bliver læst tilbage og "
        "kontrolleret. På den anden computer åbner du kopien fra startsiden, og du får at vide, om den er "
        "nyere end den fil, der ligger dér."
    )

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__(ui, desk)
        tr = ui.tr
        self.words = NewPassphrase(ui)
        self.words.edited.connect(self._edited)
        self.strength = ReadingText(ui, "", "small", ink="text-2")
        self.note: Note | None = None
        self._is_working = False
        self._notes = QVBoxLayout()
        column = ScrollColumn(ui, centred=False)
        column.column.set_padding(32, 24)
        column.body.addWidget(Heading(ui, tr(say("Tag evalueringen med på en USB-nøgle")), "large"))
        column.body.addLayout(self._notes)
        told = say(
            "Du får en låst kopi, der kun kan åbnes med adgangssætningen. Filen her bliver, som den er. "
            "Skriv adgangssætningen ned et andet sted end på USB-nøglen: uden den kan ingen åbne kopien."
        )
        for part in (ReadingText(ui, tr(told)), self.words, self.strength):
            column.body.addWidget(part)
        column.body.addStretch(1)
        self.set_panes(column)
        self._show_foot()

    def first_focus(self) -> QWidget:
        """The passphrase."""
        return self.words.first.control

    def _edited(self) -> None:
        told = strength(self.words.first.control.text())
        self.strength.setText(self.ui.tr(told) if told is not None else "")
        self._tell(None)
        self._show_foot()

    def _show_foot(self) -> None:
        tr = self.ui.tr
        asleep = say("Skriv adgangssætningen to gange.") if not self.words.is_written else None
        if self._is_working:
            asleep = say("Kopien bliver låst og læst tilbage …")
        act = Act(
            tr(say("Gem låst kopi…")), self._save, "lock", asleep=tr(asleep) if asleep is not None else ""
        )
        self.set_foot(Foot(act))

    def _save(self) -> None:
        tr, words = self.ui.tr, self.words.chosen()
        if words is None:
            return
        path = self.desk.choose.save(tr(say("Gem låst kopi")), locked_name(self.desk.path), tr(COPIES))
        if path is None:
            return
        out = path if is_locked_copy(path) else path.with_name(f"{path.name}{ENDING}")
        self._is_working = True
        self._show_foot()
        job = partial(take_along, out=out, words=words)
        self.desk.telling(self._failed).run(job).then(lambda _: self._saved(out))

    def _saved(self, out: Path) -> None:
        tr = self.ui.tr
        self._is_working = False
        self.words.clear()
        self.strength.setText("")
        told = say(
            "Den er læst tilbage og kan åbnes med adgangssætningen. På den anden computer åbner du den fra "
            "startsiden."
        )
        title = say("{name} er gemt og kontrolleret", name=out.name)
        self._tell(Note(self.ui, "done", tr(title), tr(told)))
        self._show_foot()

    def _failed(self, problem: Problem) -> None:
        self._is_working = False
        self._tell(problem_note(self.ui, problem))
        self._show_foot()

    def _tell(self, note: Note | None) -> None:
        if self.note is not None:
            self._notes.removeWidget(self.note)
            self.note.hide()
            self.note.deleteLater()
        self.note = note
        if note is not None:
            self._notes.addWidget(note)
