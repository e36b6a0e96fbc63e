"""What happens on the day: a programme that fits the time, begun when the team begins."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kvik_desktop.evaluation.preparing.preparation import Preparation
from kvik_desktop.evaluation.preparing.programme import Point, beginnings, chosen_programme, points
from kvik_desktop.evaluation.preparing.recommending import effort_of, programmes_of
from kvik_desktop.evaluation.screens.options import Option, Options
from kvik_desktop.evaluation.states import Event
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.process import Programme, day_programmes
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText

CLOCK = 88
"""The column of times, and the field of the beginning is twice as wide, at 100 %."""


class ProgrammeView(QWidget):
    """The programme is there from the beginning; choosing it says that it is the one."""

    chosen = Signal(str, int)
    """A programme's id, and how many minutes later it begins."""

    def __init__(self, ui: Ui, *, read_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._read_only = read_only
        tr, px = ui.tr, ui.theme.px
        self._all = day_programmes(tr.resources)
        self.programme: Programme | None = None
        self.shift = 0
        self.options = Options(ui, tr(say("Hvilket program?")))
        self.options.chosen.connect(lambda key: self.chosen.emit(key, self.shift))
        self.begins = Field(ui, tr(say("Begynd kl.")), Choice(ui, ()))
        self.begins.control.setFixedWidth(px(2 * CLOCK))
        self.begins.control.chosen.connect(self._move)
        self._days = QVBoxLayout()
        self._days.setSpacing(px(24))
        self._shown: list[QWidget] = []
        self._made: tuple[str, int] | None = None
        scroll = ScrollColumn(ui, centred=False)
        scroll.column.set_padding(32, 24)
        body = scroll.body
        body.setSpacing(px(16))
        body.addWidget(Heading(ui, tr(say("Hvad skal der ske på dagen?")), "large"))
        body.addWidget(ReadingText(ui, self._all.note.in_language(tr.language), ink="text-2"))
        for part in (self.options, self.begins):
            body.addWidget(part)
        body.addLayout(self._days)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_preparation(self, found: Preparation) -> None:
        """Show the programmes of the model, and the one that is chosen or fits."""
        tr, language = self.ui.tr, self.ui.tr.language
        own = programmes_of(found.package.id, self._all.programmes)
        self.programme = chosen_programme(found.intention, found.package.id, self._all.programmes)
        self.shift = found.intention.shift
        options = [
            Option(
                each.id,
                each.name.in_language(language),
                f"{each.about.in_language(language)} {tr(effort_of(found.circumstances, each).said)}",
            )
            for each in own
        ]
        self.options.show_options(options, self.programme.id)
        self.options.setVisible(len(own) > 1)
        self.begins.control.set_choices(list(beginnings(self.programme)), self.shift)
        may = found.may(Event.SET_DAYS) and not self._read_only
        self.options.set_read_only(not may)
        self.begins.control.setEnabled(may)
        if self._made != (self.programme.id, self.shift):
            self._made = (self.programme.id, self.shift)
            self._make(self.programme)

    def _move(self, shift: object) -> None:
        if self.programme is not None and isinstance(shift, int):
            self.chosen.emit(self.programme.id, shift)

    def _make(self, programme: Programme) -> None:
        for old in self._shown:
            self._days.removeWidget(old)
            old.hide()
            old.deleteLater()
        language = self.ui.tr.language
        self._shown = [
            _Day(self.ui, day.name.in_language(language), points(day, self.shift)) for day in programme.days
        ]
        for day in self._shown:
            self._days.addWidget(day)
            day.show()


class _Day(QWidget):
    """A day as two columns: the clock, and what happens with whom."""

    def __init__(self, ui: Ui, name: str, held: tuple[Point, ...]) -> None:
        super().__init__()
        px, language = ui.theme.px, ui.tr.language
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(10))
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, px(CLOCK))
        grid.addWidget(Heading(ui, name), 0, 0, 1, 2)
        for row, point in enumerate(held, start=1):
            clock = ReadingText(ui, f"{point.begins}-{point.ends}", ink="text-2")
            words = QVBoxLayout()
            words.setSpacing(px(2))
            words.addWidget(ReadingText(ui, point.title.in_language(language), weight=500))
            words.addWidget(ReadingText(ui, point.what.in_language(language), ink="text-2"))
            words.addWidget(ReadingText(ui, point.who.in_language(language), "small", ink="text-2"))
            grid.addWidget(clock, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(words, row, 1)
