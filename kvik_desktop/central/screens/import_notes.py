"""Over a page's list: how far an import is, and what the newest came to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.central.model import ImportReport, Outcome
from kvik_desktop.central.screens import inbox_words
from kvik_desktop.central.screens.office import Running
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.progress_line import ProgressLine

EDGE, UNDER = 24, 16
LOOKED_FOR = say("Der bliver ledt efter filer, som ender på .kvik, også i mapper inde i mappen.")


class ImportNotes(QWidget):
    """Takes no room while there is nothing to say."""

    stopped = Signal()
    wants_files = Signal()
    """The user wants the verdict on each file."""
    wants_list = Signal()
    """The user wants to keep them."""
    closed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self.progress: ProgressLine | None = None
        self.note: Note | None = None
        self._column = QVBoxLayout(self)
        self._fit()

    def _fit(self) -> None:
        px = self.ui.theme.px
        under = px(UNDER) if self.progress or self.note else 0
        self._column.setContentsMargins(px(EDGE), 0, px(EDGE), under)

    def show_running(self, running: Running | None) -> None:
        """A line with how far it is and a way to stop it; None takes it away."""
        if running is None:
            if self.progress is not None:
                self._take_away(self.progress)
                self.progress = None
                self._fit()
            return
        tr = self.ui.tr
        if self.progress is None:
            self.show_report(None)
            self.progress = ProgressLine(self.ui, tr(say("Henter og prøver pakker")))
            self.progress.stopped.connect(self.stopped)
            self._column.addWidget(self.progress)
            self._fit()
        count = say("{done} af {total}", done=running.done, total=running.total)
        self.progress.set_progress(running.done, running.total, tr(count) if running.total else "")

    def show_report(self, report: ImportReport | None) -> None:
        """What came of it, with the way to every file; None takes it away."""
        if self.note is not None:
            self._take_away(self.note)
            self.note = None
        if report is not None:
            self.note = self._note(report)
            self.note.closed.connect(self.closed)
            self._column.addWidget(self.note)
        self._fit()

    def _note(self, report: ImportReport) -> Note:
        tr = self.ui.tr
        told = ", ".join(tr(text) for text in inbox_words.summary(report))
        besides = inbox_words.besides(report)
        fine = all(each.outcome in (Outcome.ACCEPTED, Outcome.DUPLICATE) for each in report.files)
        acts = [
            (tr(say("Se hver fil")), self.wants_files.emit),
            (tr(say("Gem listen…")), self.wants_list.emit),
        ]
        return Note(
            self.ui,
            "done" if fine and not report.cancelled and (report.files or besides) else "caution",
            tr(inbox_words.heading(report)),
            f"{told[:1].upper()}{told[1:]}." if told else "" if besides else tr(LOOKED_FOR),
            acts if report.files else (),
            lines=[tr(text) for text in besides],
            closable=True,
        )

    def _take_away(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
