"""The checklist of the ten steps: unfolded where the evaluation is, ticked where the program knows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.preparing.ten_steps import CheckState, StepState, TenSteps
from kvik_desktop.evaluation.screens.check_line import CheckLine
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.screens.guidance_section import FoldSection
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText


class StepsView(QWidget):
    """Each step folds; to begin with only the one the evaluation is at is unfolded."""

    ticked = Signal(str, bool)
    """An item of the checklist, and whether it is done."""

    def __init__(self, ui: Ui, *, read_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._read_only = read_only
        tr, px = ui.tr, ui.theme.px
        self.parts: dict[str, StepPart] = {}
        self._count = ReadingText(ui, "", ink="text-2")
        self._list = QVBoxLayout()
        self._list.setSpacing(px(4))
        scroll = ScrollColumn(ui, centred=False)
        scroll.column.set_padding(32, 24)
        body = scroll.body
        body.setSpacing(px(12))
        body.addWidget(Heading(ui, tr(say("Hvor langt er I i de ti trin?")), "large"))
        body.addWidget(self._count)
        body.addLayout(self._list)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_steps(self, found: TenSteps) -> None:
        """Show how far each is; what is unfolded stays so."""
        said = say(
            "{done} af {of} er gjort. Programmet sætter selv krydset, hvor det kan se det. Resten ved kun I.",
            done=found.done,
            of=found.of,
        )
        self._count.setText(self.ui.tr(said))
        for step in found.steps:
            if step.step.id not in self.parts:
                self._add(step, unfolded=step.step.id == found.current)
            self.parts[step.step.id].show_step(step)

    def _add(self, step: StepState, *, unfolded: bool) -> None:
        part = self.parts[step.step.id] = StepPart(
            self.ui, step, unfolded=unfolded, read_only=self._read_only
        )
        part.ticked.connect(self.ticked)
        self._list.addWidget(part)
        self._list.addWidget(Hairline(self.ui))


class StepPart(FoldSection):
    """One step: its name and count, and under it what it is for and what to do."""

    ticked = Signal(str, bool)

    def __init__(self, ui: Ui, state: StepState, *, unfolded: bool, read_only: bool) -> None:
        language, step = ui.tr.language, state.step
        self._name = f"{step.number}. {step.name.in_language(language)}"
        super().__init__(ui, self._name, unfolded=unfolded)
        self.lines: dict[str, CheckLine] = {}
        self.rows.setSpacing(0)
        self.rows.addWidget(ReadingText(ui, step.purpose.in_language(language), ink="text-2"))
        self.rows.addWidget(ReadingText(ui, step.time.in_language(language), "small", ink="text-2"))
        self.rows.addSpacing(ui.theme.px(8))
        for each in state.checks:
            line = self.lines[each.check.id] = CheckLine(ui, each.check.text.in_language(language))
            line.box.setEnabled(not read_only)
            line.ticked.connect(partial(self.ticked.emit, each.check.id))
            self.rows.addWidget(line)

    def show_step(self, state: StepState) -> None:
        """How far it is."""
        said = say("{name} ({done} af {of})", name=self._name, done=state.done, of=len(state.checks))
        self.heading.set_text(self.ui.tr(said))
        for each in state.checks:
            self._show_check(self.lines[each.check.id], each)

    def _show_check(self, line: CheckLine, check: CheckState) -> None:
        line.set_checked(check.is_done)
        line.set_fixed(check.known is not None)
        line.set_second(self.ui.tr(check.known) if check.known is not None else "")
