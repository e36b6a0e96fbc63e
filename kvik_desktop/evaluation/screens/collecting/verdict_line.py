"""One file that came back: its mark and name, what came of it, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.evaluation.collecting.taking_in import Outcome, Verdict
from kvik_desktop.evaluation.screens.collecting import verdict_words
from kvik_desktop.evaluation.screens.collecting.verdict_words import MARKS, Names
from kvik_desktop.foundation.text import say_n
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.note import DETAILS, detail_line
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText


class VerdictLine(QWidget):
    """Read as a paragraph; nothing in it can be pressed."""

    def __init__(self, ui: Ui, verdict: Verdict, names: Names) -> None:
        super().__init__()
        self.ui = ui
        self.verdict = verdict
        px = ui.theme.px
        sign = QLabel()
        name = MARKS[verdict.outcome]
        sign.setPixmap(mark(ui.theme, name))
        sign.setFixedHeight(ui.theme.line())
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        self.texts = [verdict.path.name, *self._told(names)]
        words.addWidget(ReadingText(ui, verdict.path.name, weight=600))
        for text in self.texts[1:]:
            words.addWidget(ReadingText(ui, text))
        if details := self._details():
            words.addWidget(ReadingList(ui, details))
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(12))
        column.addLayout(row)
        column.addWidget(Hairline(ui))

    def _told(self, names: Names) -> list[str]:
        tr, verdict = self.ui.tr, self.verdict
        if verdict.problem is not None:
            return [tr(verdict.problem.message), tr(verdict.problem.action)]
        told = [verdict_words.kept(verdict, names, tr)]
        if verdict.outcome is Outcome.WAITING:
            told.append(tr(verdict_words.waits(verdict, names)))
        return [text for text in told if text]

    def _details(self) -> Sequence[str]:
        if self.verdict.problem is None:
            return ()
        tr, details = self.ui.tr, self.verdict.problem.details
        lines = [tr(detail_line(verdict_words.hidden(detail))) for detail in details[:DETAILS]]
        more = len(details) - len(lines)
        return [*lines, tr(say_n("og {n} til", "og {n} til", more))] if more else lines
