"""What came of the files that were taken in: one note a file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.collecting.taking_in import Verdict
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.note import Note, detail_line

DETAILS = 6
"""Faults of one file that are told; the rest are counted."""


class Verdicts(QWidget):
    """The newest verdicts stand until they are closed or others come."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.notes: list[Note] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, ui.theme.px(16))
        self._column.setSpacing(ui.theme.px(8))
        self.hide()

    def show_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        """Show these instead of those before."""
        for note in self.notes:
            self._column.removeWidget(note)
            note.hide()
            note.deleteLater()
        self.notes = [verdict_note(self.ui, each) for each in verdicts]
        for note in self.notes:
            self._column.addWidget(note)
        self.setVisible(bool(self.notes))


def verdict_note(ui: Ui, verdict: Verdict) -> Note:
    """One file: what was kept, or everything that is wrong with it and that nothing was."""
    tr, problem = ui.tr, verdict.problem
    if problem is None:
        return _kept_note(ui, verdict)
    lines = [tr(detail_line(detail)) for detail in problem.details[:DETAILS]]
    more = len(problem.details) - len(lines)
    if more:
        lines.append(tr(say_n("og {n} til", "og {n} til", more)))
    title = tr(say("{file} blev ikke hentet", file=verdict.path.name))
    return Note(
        ui,
        "problem",
        title,
        f"{tr(problem.message)} {tr(problem.action)}",
        lines=lines,
        closable=True,
    )


def _kept_note(ui: Ui, verdict: Verdict) -> Note:
    tr, taken = ui.tr, verdict.taken
    title = tr(say("{file} er hentet", file=verdict.path.name))
    people = say_n("{n} person", "{n} personer", taken.people)
    count = taken.answers + taken.alike
    text = tr(say_n("{n} svar fra {people}.", "{n} svar fra {people}.", count, people=people))
    lines = [
        say_n(
            "{n} person har svaret noget andet før. Det er ikke ændret.",
            "{n} personer har svaret noget andet før. Det er ikke ændret.",
            len(taken.waiting),
        ),
        say_n(
            "{n} spørgsmål mangler et svar, så der er ikke afleveret.",
            "{n} spørgsmål mangler et svar, så der er ikke afleveret.",
            sum(each.missing for each in taken.drafts),
        ),
    ]
    shown = [tr(line) for line, there in zip(lines, (taken.waiting, taken.drafts), strict=True) if there]
    return Note(ui, "done", title, text, lines=shown, closable=True)
