"""One question that a person has answered twice: both answers side by side, and one of them is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kvik_desktop.evaluation.answering import Sheet
from kvik_desktop.evaluation.screens.collecting.answer_words import figure, lines
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.look.stylesheet import restyle
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.radios import keep_one_stop
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText

BESIDE_FROM = 480
"""Width from which the two stand beside each other, at 100 %."""

HERE, FILE = say("Det, der ligger her"), say("Det, der er i filen")


class AnswerCard(QFrame):
    """One of the two; a click anywhere on it chooses it."""

    def __init__(self, ui: Ui, title: Text, given: NewAnswer, sheet: Sheet) -> None:
        super().__init__()
        self.ui = ui
        px, tr = ui.theme.px, ui.tr
        self.setProperty("look", "surface")
        self.button = QRadioButton(tr(title))
        self.button.toggled.connect(self._toggled)
        told = figure(given, sheet.package, sheet.evaluation.method, tr)
        written = lines(given, tr)
        self.button.setAccessibleDescription("\n".join((told, *written)))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(12))
        column.setSpacing(px(4))
        column.addWidget(self.button)
        column.addWidget(ReadingText(ui, told, weight=500))
        if written:
            column.addWidget(ReadingList(ui, written))
        column.addStretch(1)

    def _toggled(self, is_chosen: bool) -> None:
        self.setProperty("look", "selected" if is_chosen else "surface")
        restyle(self)

    def mousePressEvent(self, _event: object) -> None:
        """The whole card is the choice."""
        self.button.click()


class ChoicePoint(QWidget):
    """The arrows go between the two, Tab to the next question."""

    chosen = Signal()

    def __init__(self, ui: Ui, here: NewAnswer, comes: NewAnswer, sheet: Sheet) -> None:
        """``here`` lies in the evaluation, ``comes`` is as it would be kept from the file."""
        super().__init__()
        self.ui = ui
        self.subcriterion = here.subcriterion
        name = sheet.package.subcriterion(here.subcriterion).name.in_language(ui.tr.language)
        self.here = AnswerCard(ui, HERE, here, sheet)
        self.comes = AnswerCard(ui, FILE, comes, sheet)
        group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setSpacing(ui.theme.px(12))
        for card in (self.here, self.comes):
            group.addButton(card.button)
            card.button.setAccessibleName(f"{self.subcriterion} {name}: {card.button.text()}")
            self._row.addWidget(card, 1)
        keep_one_stop(group)
        group.buttonClicked.connect(lambda _: self.chosen.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ui.theme.px(8))
        column.addWidget(Heading(ui, f"{self.subcriterion} {name}"))
        column.addLayout(self._row)

    @property
    def takes_file(self) -> bool | None:
        """Whether the file's answer is chosen; None while nothing is."""
        if self.here.button.isChecked():
            return False
        return True if self.comes.button.isChecked() else None

    def choose(self, *, file: bool) -> None:
        """Choose as the user would, without a signal."""
        (self.comes if file else self.here).button.setChecked(True)

    def minimumSizeHint(self) -> QSize:
        """Under each other."""
        widest = max(card.minimumSizeHint().width() for card in (self.here, self.comes))
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for both beside each other."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= self.ui.theme.px(BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if way != self._row.direction():
            self._row.setDirection(way)
