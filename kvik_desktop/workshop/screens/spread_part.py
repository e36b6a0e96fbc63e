"""The third move: how far the answers lie from each other, with the rounds before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Block, Method, ModelPackage
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.dot_plot import DotPlot
from kvik_desktop.shell.widgets.stair import Stair
from kvik_desktop.workshop.board import Line
from kvik_desktop.workshop.screens.answers_figure import AnswersHeading, axis_steps, show_dots
from kvik_desktop.workshop.screens.rounds_history import RoundsCourse, RoundsHistory
from kvik_desktop.workshop.screens.voices_part import VoicesPart
from kvik_desktop.workshop.voices import Voices


class SpreadPart(QWidget):
    """Dots over a stair on which nothing is chosen yet."""

    def __init__(self, ui: Ui, package: ModelPackage, block: Block, method: Method) -> None:
        super().__init__()
        self.ui = ui
        steps = axis_steps(package, block, method, ui.tr.language)
        self._heading = AnswersHeading(ui)
        self.before = RoundsHistory(ui, steps)
        self.course = RoundsCourse(ui)
        self.plot = DotPlot(ui, steps)
        axis = Stair(ui, steps, say("Trinene"))
        axis.set_read_only(True)
        axis.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.before)
        column.addSpacing(ui.theme.px(8))
        self.voices = VoicesPart(ui)
        for widget in (self._heading, self.plot, axis, self.course, self.voices):
            column.addWidget(widget)

    def show_line(self, line: Line, *, deleted: bool, voices: Voices | None = None) -> None:
        """Show the answers to a subcriterion, and who may begin to talk about them."""
        self.before.show_rounds(line.rounds[:-1])
        self._heading.show_dots(line.dots, deleted=deleted, named=voices is not None and voices.named)
        show_dots(self.plot, line.dots)
        self.course.show_line(line)
        self.voices.show_voices(None if line.is_settled else voices)

    def rise(self) -> None:
        """Let the dots rise, the first time they are seen."""
        self.plot.rise()
