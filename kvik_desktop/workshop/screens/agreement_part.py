"""The last move: the answers over the stair, the score the group agrees on, and why."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.foundation.rounding import whole
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Block, Method, ModelPackage
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.model_package.screens.score_words import given, panels, shown
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.dot_plot import DotPlot
from kvik_desktop.shell.widgets.score_control import ScoreControl
from kvik_desktop.shell.widgets.stair import Stair
from kvik_desktop.shell.widgets.text_area import TextArea
from kvik_desktop.workshop.board import Line
from kvik_desktop.workshop.screens.answers_figure import AnswersHeading, RoundsBefore, axis_steps, show_dots

LABEL = 96
"""Width of what stands before the reason, at 100 %: that of the number over it."""
DOWN = 12
"""From the field's edge to the line of its words, at 100 %."""


class AgreementPart(QWidget):
    """One for each block, since the steps of efforts and results have other words."""

    changed = Signal()
    """The score or the reason is another."""
    accepted = Signal()
    """Enter was pressed at the score."""

    def __init__(self, ui: Ui, package: ModelPackage, block: Block, method: Method) -> None:
        super().__init__()
        self.ui = ui
        self._line: Line | None = None
        self._steps = axis_steps(package, block, method, ui.tr.language)
        self._heading = AnswersHeading(ui)
        self._before = RoundsBefore(ui, self._steps)
        self.plot = DotPlot(ui, self._steps)
        self._mean: Stair | None = None
        found = panels(package, block, method, ui.tr.language)
        over = self.plot if len(found) == 1 else self._with_axis()
        self.score = ScoreControl(ui, found, say("Jeres fælles vurdering"), agreed=True, over=over)
        self.why = TextArea(ui, name=ui.tr(say("Fordi")))
        self.score.changed.connect(self._changed)
        self.why.textChanged.connect(self.changed)
        self._lay_out()

    def _with_axis(self) -> QWidget:
        """The dots over a low stair that shows the mean of the phases."""
        self._mean = Stair(self.ui, self._steps, say("Gennemsnit"), low=True)
        self._mean.set_read_only(True)
        self._mean.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.plot)
        column.addWidget(self._mean)
        return both

    def _lay_out(self) -> None:
        px = self.ui.theme.px
        because = QLabel(self.ui.tr(say("Fordi")))
        because.setProperty("look", "heading")
        because.setFixedWidth(px(LABEL))
        because.setContentsMargins(0, px(DOWN), 0, 0)
        because.setBuddy(self.why)
        self._because = QWidget()
        row = QHBoxLayout(self._because)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addWidget(because, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.why, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for widget in (self._before, self._heading, self.score, self._because):
            column.addWidget(widget)
        self.setFocusProxy(self.score)

    # What it shows

    def show_line(
        self, line: Line, rating: Rating, reason: str, *, deleted: bool, read_only: bool, named: bool = False
    ) -> None:
        """Show the answers to a subcriterion, and what the group has come to so far."""
        self._line = None
        self._before.show_rounds(line.rounds[:-1])
        self._heading.show_dots(line.dots, deleted=deleted, named=named)
        show_dots(self.plot, line.dots)
        self.score.set_value(shown(rating, cannot_judge=False))
        self.score.set_read_only(read_only)
        if self.reason != reason:
            with QSignalBlocker(self.why):
                self.why.setPlainText(reason)
        self.why.setReadOnly(read_only)
        self._because.setHidden(read_only and not reason)
        self._line = line
        self._show_need()

    @property
    def rating(self) -> Rating:
        """The score as it stands."""
        return given(self.score.value())

    @property
    def reason(self) -> str:
        """Why, as it is written."""
        return self.why.toPlainText().strip()

    @property
    def value(self) -> Fraction | None:
        """The score of the rating; None while a phase is missing."""
        return self._line.value(self.rating) if self._line else None

    @property
    def needs_reason(self) -> bool:
        """The score is so far from the answers that the group should say why."""
        value = self.value
        return value is not None and self._line is not None and self._line.needs_reason(value)

    def rise(self) -> None:
        """Let the dots rise, the first time they are seen."""
        self.plot.rise()

    def ask_why(self) -> None:
        """Go to the reason."""
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the user does

    def _changed(self) -> None:
        self._show_need()
        self.changed.emit()

    def _show_need(self) -> None:
        tr, value = self.ui.tr, self.value
        asked = say("I er langt fra jeres svar. Skriv kort, hvorfor I lander her.")
        if self._line is not None and not self._line.dots.n:
            asked = say("Ingen har kunnet vurdere det. Skriv kort, hvorfor I lander her.")
        self.why.setPlaceholderText(
            tr(asked if self.needs_reason else say("Hvorfor lander I her? Kan udelades."))
        )
        self.why.setAccessibleDescription(self.why.placeholderText())
        if self._mean is not None:
            self._mean.set_score(None if value is None else whole(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter at the score accepts it; in the reason it begins a new line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.accepted.emit()
        else:
            super().keyPressEvent(event)
