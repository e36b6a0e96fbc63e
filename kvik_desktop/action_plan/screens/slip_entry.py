"""Slips of paper typed in fast: the letters of one slip, Enter, and the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kvik_desktop.action_plan.dots import read_slip
from kvik_desktop.action_plan.pages import Wall
from kvik_desktop.action_plan.screens.improvement_words import letters
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.reading_text import ReadingText


class SlipEntry(QWidget):
    """What is typed is gone from the screen with Enter: a slip has no name, and is shown to nobody."""

    given = Signal(dict)
    """By area the dots of one slip."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._letters: dict[str, str] = {}
        self._most = 0
        self.line = QLineEdit()
        hint = say("Skriv bogstaverne fra sedlen, fx A A F eller A2 F, og tryk Enter.")
        self.field = Field(ui, ui.tr(say("Næste seddel")), self.line, ui.tr(hint))
        self.field.setMaximumWidth(ui.theme.px(420))
        self._count = ReadingText(ui, "", ink="text-2")
        self.line.returnPressed.connect(self._give)
        self.line.textEdited.connect(lambda _: self.field.set_error(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ui.theme.px(12))
        column.addWidget(self.field)
        column.addWidget(self._count)
        self.setFocusProxy(self.line)

    def show_wall(self, wall: Wall) -> None:
        """The letters of this wall, and how many slips are in; what is being typed stays."""
        self._letters = {letters(place): each.id for place, each in enumerate(wall.areas)}
        slips = 0 if wall.turnout is None else wall.turnout.slips
        self._most = 0 if wall.turnout is None else wall.turnout.vote.dots
        said = say_n("{n} seddel er tastet ind.", "{n} sedler er tastet ind.", slips)
        if wall.turnout is not None and slips and wall.turnout.alone > len(wall.people):
            said = say(
                "{slips} Nu har flere givet prikker, end der er på listen. Er en seddel tastet to gange, "
                "så fortryd den.",
                slips=said,
            )
        self._count.setText(self.ui.tr(said))

    def _give(self) -> None:
        if not self.line.text().strip():
            return
        try:
            dots = read_slip(self.line.text(), self._letters, self._most)
        except Problem as problem:
            self.field.set_error(self.ui.tr(problem.message))
            return
        self.line.clear()
        self.given.emit(dots)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
