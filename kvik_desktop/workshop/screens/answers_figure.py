"""The group's answers as they may be shown: how many over the dots, the dots, and the rounds before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from kvik_desktop.foundation.text import Language, Text, say, say_n
from kvik_desktop.model_package.model import Block, Method, ModelPackage
from kvik_desktop.model_package.screens.score_words import panels
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.dot_plot import DotPlot
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.spread_strip import HEIGHT, Spread, paint_strip
from kvik_desktop.workshop.board import Dots
from kvik_desktop.workshop.screens.consensus_words import round_sentence

SMALLEST_SHOWN = say("Så få svar vises på trin, ikke på tal")


@dataclass(frozen=True, kw_only=True)
class StepSpread(Spread):
    """A spread whose dots stand in the middle of their steps; it is said in steps, not in scores."""

    said: Text

    @property
    def sentence(self) -> Text:
        """As ``3 svar, på trinnene 11-30 til 71-90``."""
        return self.said


def axis_steps(package: ModelPackage, block: Block, method: Method, language: Language) -> tuple[Step, ...]:
    """The six steps under the dots: in the fine method those of the classical, which have the same scores."""
    same = Method.CLASSICAL if method is Method.FINE else method
    return panels(package, block, same, language)[0].steps


def spread_of(dots: Dots, steps: Sequence[Step]) -> Spread | None:
    """What a strip shows of a round; None where there are too few answers."""
    if dots.values:
        return Spread.of(dots.values)
    if not dots.bands:
        return None
    middles = [step.middle for step, count in zip(steps, dots.bands, strict=True) for _ in range(count)]
    held = [step.range for step, count in zip(steps, dots.bands, strict=True) if count]
    said = say("{n} svar, fra trin {low} til {high}", n=dots.n, low=held[0], high=held[-1])
    middle = dots.median if dots.median is not None else middles[len(middles) // 2]
    return StepSpread(dots.n, middles[0], middles[-1], middle, tuple(middles), said=said)


def show_dots(plot: DotPlot, dots: Dots) -> None:
    """Show a round: dots, steps, or only why there is nothing to see."""
    if dots.values:
        plot.set_spread(Spread.of(dots.values))
    elif dots.bands:
        plot.set_bands(dots.bands)
    elif dots.n:
        plot.set_note(say("Vises ikke, når kun {n} har vurderet det.", n=dots.n))
    else:
        plot.set_note(say("Ingen har kunnet vurdere det."))


class AnswersHeading(QWidget):
    """How many answered, and what can be seen of it."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._title = Heading(ui, "")
        self._said = _small(ui)
        self._abstained = _small(ui)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ui.theme.px(12))
        layout.addWidget(self._title)
        layout.addWidget(self._said, 1)
        layout.addWidget(self._abstained)

    def show_dots(self, dots: Dots, *, deleted: bool, named: bool = False) -> None:
        """Show a round; ``named`` is that those who lie at the ends can be read by name."""
        tr = self.ui.tr
        title = say_n("Jeres {n} svar", "Jeres {n} svar", dots.n)
        if dots.number > 1:
            title = say("{title} i runde {number}", title=title, number=dots.number)
        self._title.setText(tr(title))
        self._said.setText(tr(_seen(dots, deleted=deleted, named=named)))
        cannot = say_n("{n} kan ikke vurdere", "{n} kan ikke vurdere", dots.cannot_judge)
        self._abstained.setText(tr(cannot) if dots.cannot_judge else "")


def _seen(dots: Dots, *, deleted: bool, named: bool) -> Text:
    if deleted:
        return say("De enkelte svar er slettet")
    if named:
        return say("I kan se, hvem der ligger yderst")
    if dots.bands and not dots.values:
        return SMALLEST_SHOWN
    return say("Ingen kan se, hvem der har svaret hvad")


class RoundsBefore(QWidget):
    """The rounds before the newest, each as a strip with its figures."""

    def __init__(self, ui: Ui, steps: Sequence[Step]) -> None:
        super().__init__()
        self.ui = ui
        self._steps = steps
        self._rows: list[tuple[QLabel, _Strip, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(ui.theme.px(16))
        self._grid.setVerticalSpacing(ui.theme.px(4))
        self._grid.setColumnStretch(1, 1)

    def show_rounds(self, rounds: Sequence[Dots]) -> None:
        """Show these, oldest first; there is nothing to see of none."""
        while len(self._rows) < len(rounds):
            row = (_small(self.ui), _Strip(self.ui, self._steps), _small(self.ui))
            for column, widget in enumerate(row):
                self._grid.addWidget(widget, len(self._rows), column)
            self._rows.append(row)
        for place, (name, strip, said) in enumerate(self._rows):
            for widget in (name, strip, said):
                widget.setVisible(place < len(rounds))
            if place < len(rounds):
                dots = rounds[place]
                name.setText(self.ui.tr(say("Runde {number}", number=dots.number)))
                said.setText(round_sentence(dots, self.ui.tr))
                strip.show_dots(dots)
        self.setVisible(bool(rounds))


class _Strip(QWidget):
    """A strip between its words, which say the same."""

    def __init__(self, ui: Ui, steps: Sequence[Step]) -> None:
        super().__init__()
        self.ui = ui
        self._steps = steps
        self._spread: Spread | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_dots(self, dots: Dots) -> None:
        self._spread = spread_of(dots, self._steps)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(self.ui.theme.px(200), self.ui.theme.px(HEIGHT + 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The strip, where there is anything to show."""
        if self._spread is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_strip(painter, self.ui.theme, QRectF(self.rect()), self._spread, self._steps)
        painter.end()


def _small(ui: Ui) -> QLabel:
    label = QLabel()
    label.setProperty("look", "small")
    label.setWordWrap(False)
    return label
