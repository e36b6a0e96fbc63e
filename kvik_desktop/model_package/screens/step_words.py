"""The steps of a stair in words: each with its scores and its sentence, and the chosen one marked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QWidget

from kvik_desktop.model_package.screens.guidance_section import FoldSection
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import step_at
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.score_control import Panel

GAP = 12
"""Between the scores and the sentences, at 100 %."""


class StepWords(FoldSection):
    """Small type, as a legend beside the stair."""

    def __init__(
        self, ui: Ui, title: str, panel: Panel, *, unfolded: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(ui, title, unfolded=unfolded, parent=parent)
        self._chosen = -1
        self.lines: list[tuple[ReadingText, ReadingText]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(ui.theme.px(4))
        self._grid.setColumnStretch(1, 1)
        self.rows.addLayout(self._grid)
        for _ in panel.steps:
            self._add()
        self.show_panel(title, panel)

    def _add(self) -> None:
        scores, words = (ReadingText(self.ui, "", "small", ink="text-2") for _ in range(2))
        row = len(self.lines)
        self._grid.addWidget(scores, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, row, 1)
        self.lines.append((scores, words))

    def show_panel(self, title: str, panel: Panel) -> None:
        """Show another stair's steps."""
        self.panel = panel
        self.heading.set_text(title)
        metrics = QFontMetrics(self.ui.theme.font("small", 600))
        widest = max(metrics.horizontalAdvance(step.range) for step in panel.steps)
        self._grid.setColumnMinimumWidth(0, widest + self.ui.theme.px(GAP))
        for (scores, words), step in zip(self.lines, panel.steps, strict=True):
            scores.setText(step.range)
            words.setText(step.sentence)

    def mark(self, score: int | None) -> None:
        """Mark the step of a score, None for no step."""
        chosen = -1 if score is None else step_at(self.panel.steps, score)
        if chosen == self._chosen:
            return
        self._chosen = chosen
        for place, line in enumerate(self.lines):
            for part in line:
                part.ink = "accent" if place == chosen else "text-2"
                part.setFont(self.ui.theme.font("small", 600 if place == chosen else 400))
                part.setText(part.text())
