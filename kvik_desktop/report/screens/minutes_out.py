"""Minutes of a status meeting saved in the form one likes, or printed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from kvik_desktop.action_plan.status_meetings.usecases import Minutes
from kvik_desktop.action_plan.status_meetings.words import title
from kvik_desktop.foundation.file_names import file_stem
from kvik_desktop.foundation.text import say
from kvik_desktop.report.minutes import FORMATS, KINDS, minutes_pages, write_minutes
from kvik_desktop.report.screens.printing import PPI, Printing, SystemPrinting, can_print
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui


class MinutesOut:
    """Where Qt cannot print, they are saved as a PDF that can be."""

    def __init__(self, ui: Ui, desk: Desk[Any], page: QWidget) -> None:
        self._ui, self._desk, self._page = ui, desk, page
        self.make_printing: type[Printing] | Any = SystemPrinting

    def save(self, evaluation: str, minutes: Minutes) -> None:
        """Ask where, and write them; a name without a known ending becomes a PDF."""
        tr = self._ui.tr
        stem = file_stem(tr(title(minutes)), "statusmøde")
        path = self._desk.choose.save(tr(say("Gem referatet")), f"{stem}.pdf", tr(KINDS))
        if path is None:
            return
        out = path if path.suffix.lower() in FORMATS else path.with_name(path.name + ".pdf")
        job = partial(write_minutes, evaluation=evaluation, meeting=minutes.meeting.id, out=out, translate=tr)
        self._desk.run(job).then(lambda _size: self._saved(out))

    def _saved(self, out: Path) -> None:
        self._desk.say(self._ui.tr(say("{name} er gemt", name=out.name)))

    def print(self, evaluation: str, minutes: Minutes) -> None:
        """Print them on a printer one chooses."""
        tr = self._ui.tr
        if not can_print():
            self.save(evaluation, minutes)
            return
        printing = self.make_printing()
        if not printing.ask(self._page, tr(say("Udskriv referatet"))):
            return
        job = partial(minutes_pages, evaluation=evaluation, meeting=minutes.meeting.id, translate=tr, ppi=PPI)
        self._desk.run(job).then(printing.put)
