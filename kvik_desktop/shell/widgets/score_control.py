"""Where a score is given: one stair or one for each phase, with number, words and *cannot judge*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from html import escape
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.foundation.rounding import whole
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.number_field import NumberField
from kvik_desktop.shell.widgets.phase_grid import PhaseGrid
from kvik_desktop.shell.widgets.stair import Stair


@dataclass(frozen=True)
class Panel:
    """One stair to answer on: its key in the answer, its name, and its steps in the reader's language."""

    key: str
    name: str
    steps: tuple[Step, ...]

    @property
    def has_numbers(self) -> bool:
        """A step holds more than one score, so the number says something the step does not."""
        return self.steps[-1].high >= len(self.steps)


@dataclass(frozen=True)
class ScoreValue:
    """What is given: a score for each panel, None where none is chosen."""

    scores: Mapping[str, int | None] = field(default_factory=dict)
    cannot_judge: bool = False


class ScoreControl(QWidget):
    """One panel is a stair with its words; several are low stairs with their mean.

    *Cannot judge* is said of the whole. It empties every stair, and taken back brings their scores back;
    choosing anywhere takes it back. Knows no model: a page gives it the panels. What a group agrees on has no
    *cannot judge*, and no heading either: what stands right over the stair there are the answers.
    """

    changed = Signal()
    """The user has changed what ``value`` is."""

    def __init__(
        self,
        ui: Ui,
        panels: Sequence[Panel],
        title: Text | str | None = None,
        *,
        agreed: bool = False,
        over: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``title`` is the question over it, *Hvor langt er vi?* unless another is given.

        ``over`` lies right over the stair and is as wide, as the dots of the answers.
        """
        super().__init__(parent)
        self.ui = ui
        self.panels = tuple(panels)
        self._title = ui.tr(title or say("Hvor langt er vi?"))
        self._last = self.panels[0]
        self._agreed = agreed
        self._read_only = False
        self.stairs = {panel.key: self._stair(panel) for panel in self.panels}
        self.numbers = {panel.key: self._number(panel) for panel in self.panels if panel.has_numbers}
        self.cannot_judge = QCheckBox(ui.tr(say("Kan ikke vurdere")))
        self.cannot_judge.setToolTip("K")
        self.cannot_judge.toggled.connect(self._on_cannot_judge)
        self._words = self._label()
        self._words.setMinimumHeight(ui.theme.line() * 2)
        if len(self.panels) > 1:
            self._mean, self._missing = self._label("large"), self._label("small")
        self._lay_out(over)
        self._tab_order()
        self._show()

    # What it holds

    def value(self) -> ScoreValue:
        """What is given now."""
        scores = {key: stair.score for key, stair in self.stairs.items()}
        return ScoreValue(scores, self.cannot_judge.isChecked())

    def set_value(self, value: ScoreValue) -> None:
        """Show this without a signal; a panel that is not named is empty."""
        for key, stair in self.stairs.items():
            stair.set_score(value.scores.get(key))
            if value.cannot_judge:
                stair.set_cannot_judge()
        self._check(value.cannot_judge)
        self._show()

    def set_read_only(self, read_only: bool) -> None:
        """Read-only shows the same, and nothing changes it."""
        self._read_only = read_only
        for stair in self.stairs.values():
            stair.set_read_only(read_only)
        for number in self.numbers.values():
            number.setReadOnly(read_only)
        self.cannot_judge.setDisabled(read_only)
        self._show()

    # What the user does

    def _chosen(self, panel: Panel) -> None:
        self._last = panel
        for stair in self.stairs.values():
            stair.take_back()
        self._check(False)
        self._show()
        self.changed.emit()

    def _cannot(self) -> None:
        self.cannot_judge.setChecked(True)

    def _on_cannot_judge(self, checked: bool) -> None:
        for stair in self.stairs.values():
            if checked:
                stair.set_cannot_judge()
            else:
                stair.take_back()
        self._show()
        self.changed.emit()

    def _check(self, checked: bool) -> None:
        with QSignalBlocker(self.cannot_judge):
            self.cannot_judge.setChecked(checked)

    # What is shown

    def _show(self) -> None:
        for key, number in self.numbers.items():
            number.set_score(self.stairs[key].score)
        self._words.setText(self._said())
        if len(self.panels) > 1:
            self._show_mean([score for score in self.value().scores.values() if score is not None])

    def _said(self) -> str:
        """The chosen step's sentence, as markup in which every word from outside is escaped."""
        tr, step = self.ui.tr, self.stairs[self._last.key].step
        if step is not None:
            before = "" if len(self.panels) == 1 else f"{self._last.name}: "
            return (
                f'<span style="font-weight:600">{escape(before + step.name)}.</span> {escape(step.sentence)}'
            )
        if self.cannot_judge.isChecked():
            said = say("Svaret tæller ikke med i gennemsnittet, heller ikke som 0.")
        elif self._read_only:
            said = say("Ikke besvaret.")
        elif self.numbers:
            said = say("Vælg et trin, eller skriv et tal.")
        else:
            said = say("Vælg et trin.")
        return f'<span style="color:{self.ui.theme.tokens["text-2"]}">{escape(tr(said))}</span>'

    def _show_mean(self, given: list[int]) -> None:
        tr, missing = self.ui.tr, len(self.panels) - len(given)
        mean = "–" if missing else str(whole(Fraction(sum(given), len(given))))
        self._mean.setText(mean)
        if self.cannot_judge.isChecked() or not missing:
            self._missing.setText("")
        else:
            self._missing.setText(tr(say("Mangler {n} af {of}", n=missing, of=len(self.panels))))
        self._mean.setAccessibleName(f"{tr(say('Gennemsnit'))}: {mean}. {self._missing.text()}")

    # How it is built

    def _stair(self, panel: Panel) -> Stair:
        several = len(self.panels) > 1
        stair = Stair(
            self.ui, panel.steps, f"{self._title} {panel.name}" if several else self._title, low=several
        )
        stair.can_abstain = not self._agreed
        stair.chosen.connect(lambda _: self._chosen(panel))
        stair.cleared.connect(lambda: self._chosen(panel))
        stair.cannot_judge.connect(self._cannot)
        return stair

    def _number(self, panel: Panel) -> NumberField:
        name = say("{question} Tallet", question=self._asked(panel))
        number = NumberField(self.ui, panel.steps[-1].high, name, small=len(self.panels) > 1)
        number.follow(self.stairs[panel.key])
        return number

    def _asked(self, panel: Panel) -> str:
        """What a panel asks, for a screen reader."""
        return self._title if len(self.panels) == 1 else f"{self._title} {panel.name}"

    def _label(self, look: str = "") -> QLabel:
        label = QLabel()
        label.setProperty("look", look)
        label.setWordWrap(not look)
        return label

    def _lay_out(self, over: QWidget | None) -> None:
        px = self.ui.theme.px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        if self._agreed:
            self.cannot_judge.setParent(self)
            self.cannot_judge.hide()
        else:
            layout.addLayout(self._heading())
        figure = QVBoxLayout()
        figure.setSpacing(0)
        if over is not None:
            figure.addWidget(over)
        layout.addLayout(figure)
        if len(self.panels) > 1:
            layout.addLayout(self._phases())
            layout.addWidget(self._words)
            return
        figure.addWidget(self.stairs[self._last.key])
        row = QHBoxLayout()
        row.setSpacing(px(16))
        for number in self.numbers.values():
            row.addWidget(number)
        row.addWidget(self._words, 1)
        layout.addLayout(row)

    def _heading(self) -> QHBoxLayout:
        row, title = QHBoxLayout(), QLabel(self._title)
        title.setProperty("look", "heading")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        row.addWidget(title, 1)
        row.addWidget(self.cannot_judge)
        return row

    def _phases(self) -> QHBoxLayout:
        px = self.ui.theme.px
        grid = PhaseGrid(self.ui)
        for panel in self.panels:
            number = [self.numbers[panel.key]] if panel.key in self.numbers else []
            grid.add(panel.name, [self.stairs[panel.key], *number])
        heading = self._label("small")
        heading.setText(self.ui.tr(say("Gennemsnit")))
        heading.setMinimumWidth(px(88))
        column = QVBoxLayout()
        column.setSpacing(0)
        for widget in (heading, self._mean, self._missing):
            column.addWidget(widget)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(grid, 1)
        row.addLayout(column)
        return row

    def reading_order(self) -> list[QWidget]:
        """Stair, number, stair, number …, and *cannot judge* last, though it stands above."""
        order: list[QWidget] = []
        for key, stair in self.stairs.items():
            order += [stair, *([self.numbers[key]] if key in self.numbers else [])]
        return [*order, self.cannot_judge]

    def _tab_order(self) -> None:
        order = self.reading_order()
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.setFocusProxy(order[0])
