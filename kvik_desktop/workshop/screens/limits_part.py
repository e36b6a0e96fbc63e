"""When people count as disagreeing: the limits of the agenda, changed where their effect is seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.evaluation.settings import Limits, limits_of, set_limits
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Method
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.flow_row import FlowRow
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.typing import TypingPause

RANGES = {
    "red_points": (2, 100),
    "red_bands": (2, 5),
    "amber_points": (1, 99),
    "amber_bands": (1, 4),
    "tolerance": (0, 100),
}
NAMES: Mapping[str, Text] = {
    "red_points": say("Stor uenighed fra så mange point"),
    "red_bands": say("Stor uenighed fra så mange trin"),
    "amber_points": say("Nogen uenighed fra så mange point"),
    "amber_bands": say("Nogen uenighed fra så mange trin"),
    "tolerance": say("Point fra medianen, før der skal en begrundelse til"),
}


class LimitsPart(QFrame):
    """Saved after a pause; what does not fit together is said here and changes nothing."""

    def __init__(self, ui: Ui, desk: Desk[Any], method: Method) -> None:
        super().__init__()
        self.ui = ui
        self._desk = desk.telling(self._tell)
        self._evaluation: Evaluation | None = None
        self._by_points = method is not Method.SCALE5
        tr = ui.tr
        self.fields = {name: self._field(name) for name in RANGES if self._by_points or "bands" in name}
        self._pause = TypingPause(self, self._commit)
        for field in self.fields.values():
            field.valueChanged.connect(self._pause.edited)
        self._pause.watch(*self.fields.values())
        self._wrong = ReadingText(ui, "", "small", ink="red")
        self._wrong.hide()
        self.usual = LinkButton(ui, tr(say("Nulstil grænserne")))
        self.usual.clicked.connect(self._usual)
        self._lay_out()

    def _field(self, name: str) -> QSpinBox:
        field = QSpinBox()
        field.setProperty("low", True)
        field.setRange(*RANGES[name])
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setAccessibleName(self.ui.tr(NAMES[name]))
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.setFixedWidth(self.ui.theme.px(72))
        return field

    def _lay_out(self) -> None:
        px, tr = self.ui.theme.px, self.ui.tr
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, px(8))
        column.setSpacing(px(8))
        told = say(
            "Uenigheden er afstanden mellem jeres laveste og højeste svar. Dagsordenen retter sig med det "
            "samme."
        )
        column.addWidget(ReadingText(self.ui, tr(told), "small", ink="text-2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(2, 1)
        flags = (("red", "large-disagreement"), ("amber", "some-disagreement"))
        for place, (colour, sign) in enumerate(flags):
            picture = QLabel()
            picture.setPixmap(mark(self.ui.theme, sign))
            words = say("Stor uenighed fra") if colour == "red" else say("Nogen uenighed fra")
            grid.addWidget(picture, place, 0)
            grid.addWidget(self._said(words), place, 1)
            grid.addWidget(self._distance(colour), place, 2)
        column.addLayout(grid)
        if self._by_points:
            column.addWidget(self._reason())
        column.addWidget(self._wrong)
        column.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)

    def _distance(self, colour: str) -> FlowRow:
        """As *50 point eller 3 trin*."""
        points: list[QWidget] = []
        if self._by_points:
            points = [self.fields[f"{colour}_points"], self._said(say("point eller"))]
        return FlowRow(self.ui, [*points, self.fields[f"{colour}_bands"], self._said(say("trin"))])

    def _reason(self) -> FlowRow:
        first = self._said(say("Begrundelse, når tallet ligger mere end"))
        return FlowRow(self.ui, [first, self.fields["tolerance"], self._said(say("point fra medianen"))])

    def _said(self, words: Text) -> QLabel:
        label = QLabel(self.ui.tr(words))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setMinimumHeight(self.ui.theme.px(32))
        return label

    # What is shown

    def show_limits(self, evaluation: Evaluation, *, read_only: bool) -> None:
        """Show the evaluation's own; what is being typed stays."""
        self._evaluation = evaluation
        limits = limits_of(evaluation)
        for name, field in self.fields.items():
            field.setReadOnly(read_only)
            if not self._pause.pending:
                with QSignalBlocker(field):
                    field.setValue(getattr(limits, name))
        self.usual.setVisible(limits != Limits() and not read_only)
        if not self._pause.pending:
            self._wrong.hide()

    @property
    def limits(self) -> Limits:
        """What stands in the fields; the others are as they were."""
        assert self._evaluation is not None
        kept = limits_of(self._evaluation)
        return Limits(
            **{
                name: self.fields[name].value() if name in self.fields else getattr(kept, name)
                for name in RANGES
            }
        )

    def flush(self) -> None:
        """Save what is being typed."""
        self._pause.flush()

    def _commit(self) -> None:
        if self._evaluation is not None and self.limits != limits_of(self._evaluation):
            self._desk.do(set_limits, self._evaluation.id, self.limits)

    def _usual(self) -> None:
        if self._evaluation is not None:
            self._desk.do(set_limits, self._evaluation.id, Limits())
            next(iter(self.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, problem: Problem) -> None:
        self._wrong.setText(f"{self.ui.tr(problem.message)} {self.ui.tr(problem.action)}")
        self._wrong.show()
