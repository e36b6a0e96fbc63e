"""Handing out on the page of answers: who has what, and writing a file for each who is ticked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from kvik_desktop.evaluation.collecting.handed_out.model import Handing
from kvik_desktop.evaluation.collecting.handed_out.usecases import hand_out, handing
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.screens.collecting import hand_out_words
from kvik_desktop.evaluation.screens.collecting.hand_out_view import HandOutView
from kvik_desktop.evaluation.screens.collecting.one_by_one import OneByOne
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act
from kvik_desktop.shell.ui import Ui


class HandingOut(QObject):
    """Writes one person's file at a time, so that it can be stopped between two."""

    changed = Signal()
    """The act is another."""
    left = Signal()
    """Nothing is to be written: to the names."""

    def __init__(self, ui: Ui, desk: Desk[Any], owner: QObject) -> None:
        super().__init__(owner)
        self.ui = ui
        self._desk = desk
        self._found: Handing | None = None
        self._work: OneByOne[Path] | None = None
        self.view = HandOutView(ui)
        self.view.changed.connect(self.changed)
        self.view.copied.connect(self._copied)
        self.view.stopped.connect(self._stop)

    def refresh(self) -> None:
        """Ask who has been given what."""
        self._desk.ask(handing).then(self._show)

    def _show(self, found: Handing) -> None:
        self._found = found
        self.view.show_handing(found)
        self.changed.emit()

    def act(self) -> Act | None:
        """What comes next with the way that is chosen."""
        tr, found = self.ui.tr, self._found
        if found is None:
            return None
        if self.view.way is Way.LAPTOP:
            return Act(tr(say("Videre: vælg et navn")), self.left.emit, "chevron-right")
        words = tr(hand_out_words.to_make(self.view.way, len(self.view.people.chosen)))
        return Act(words, self._write, "download", asleep=self._asleep(found))

    def _asleep(self, found: Handing) -> str:
        tr = self.ui.tr
        if self._desk.read_only:
            return tr(say("Filen kan kun læses."))
        if found.evaluation.revealed is not None:
            return tr(say("Svarene er åbnet, så der kan ikke svares mere."))
        if self._work is not None:
            return tr(say("Vent, til skemaerne er gemt."))
        return "" if self.view.people.chosen else tr(say("Sæt kryds ved dem, der skal have et skema."))

    def _write(self) -> None:
        folder = self._desk.choose.folder(self.ui.tr(say("Vælg en mappe til skemaerne")))
        if folder is None or self._found is None or self._work is not None:
            return
        found, way, tr = self._found, self.view.way, self.ui.tr
        chosen = self.view.people.chosen
        people = [each.participant for each in found.people if each.participant.id in chosen]
        jobs = [
            partial(
                hand_out,
                evaluation=found.evaluation.id,
                person=person,
                way=way,
                folder=folder,
                translate=tr,
                criterion=self.view.criterion,
            )
            for person in people
        ]
        written: list[Path] = []
        ended = partial(self._ended, way, chosen, written)
        self._work = OneByOne(self._desk, jobs, partial(self._wrote, written), ended)
        self._show_running()
        self.changed.emit()
        self._work.start()

    def _wrote(self, written: list[Path], path: Path) -> None:
        written.append(path)
        self._show_running()

    def _ended(self, way: Way, chosen: tuple[str, ...], written: list[Path], problem: Problem | None) -> None:
        """Those who got nothing keep their tick."""
        self._work = None
        self.view.show_running(0, 0)
        self.view.people.tick_only(chosen[len(written) :])
        self.view.show_done(way, written)
        self._desk.run(lambda _file: None, Kind.PARTICIPANTS)
        self.refresh()
        if problem is not None:
            self._desk.tell(problem)

    def _show_running(self) -> None:
        if self._work is not None:
            self.view.show_running(self._work.done, self._work.total)

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _copied(self, name: str) -> None:
        self._desk.say(self.ui.tr(say("Teksten til {name} er kopieret. Sæt den ind i en mail.", name=name)))
