"""Under the comparison: from when its figures are, how many have come since, and the way to new ones."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.central.published.model import Breakdown
from kvik_desktop.central.published.usecases import Look
from kvik_desktop.central.screens.comparison_words import BREAKDOWNS, standing
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import SecondaryButton
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.reading_text import ReadingText


class StandingLine(QWidget):
    """What the figures are broken down by is chosen here until it is settled for good."""

    broken_down = Signal(str)
    """By another thing."""
    renewing = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        tr = ui.tr
        self.text = ReadingText(ui, "", ink="text-2")
        self.why_not = ReadingText(ui, "", ink="text-2")
        choices = [(each.value, tr(words)) for each, words in BREAKDOWNS.items()]
        self.breakdown = Choice(ui, choices, name=tr(say("Hvad tallene deles op efter")))
        self.breakdown.setProperty("low", True)
        self.breakdown.chosen.connect(lambda key: self.broken_down.emit(str(key)))
        self.renew = SecondaryButton(ui, tr(say("Lav en ny opgørelse")), "refresh", small=True)
        self.renew.clicked.connect(self.renewing)
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self.text, self.why_not):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ui.theme.px(16))
        row.addLayout(words, 1)
        for act in (self.breakdown, self.renew):
            row.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)
        self.why_not.hide()
        self.renew.hide()

    def show_look(self, look: Look, breakdown: Breakdown) -> None:
        """From when the figures are; whether new ones may be made is told later."""
        self.text.setText(" ".join(self.ui.tr(text) for text in standing(look)))
        self.breakdown.set_key(breakdown.value)
        self.breakdown.setVisible(not look.is_kept)
        if not look.newer:
            self.why_not.hide()
            self.renew.hide()

    def show_renewal(self, problem: Problem | None) -> None:
        """Offer new figures, or say why they would give somebody away."""
        tr = self.ui.tr
        self.why_not.setText(f"{tr(problem.message)} {tr(problem.action)}" if problem else "")
        self.why_not.setVisible(problem is not None)
        self.renew.setVisible(problem is None)
