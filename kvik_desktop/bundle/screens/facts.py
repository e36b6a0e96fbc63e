"""The five facts of a package, in the same order and words for the sender and for the coordinator."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.envelope.verdict import Fact, Facts
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.report.screens.refill import refill
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.reading_text import ReadingText

FactName = Literal["intact", "authentic", "trusted", "current", "complete"]

FACT_NAMES: Mapping[FactName, Text] = {
    "intact": say("Hel"),
    "authentic": say("Underskrevet"),
    "trusted": say("Godkendt nøgle"),
    "current": say("Nyeste udgave"),
    "complete": say("Komplet"),
}
"""In the order they are always told."""

NAMES_WIDE = 160
"""The column of the names, at 100 %."""


class Answer(StrEnum):
    """What is known of a fact; somebody's approval may be on its way."""

    YES = "yes"
    NO = "no"
    WAITS = "waits"
    NOT_TRIED = "not_tried"


MARKS: Mapping[Answer, tuple[str, Text]] = {
    Answer.YES: ("approved", say("Ja")),
    Answer.NO: ("rejected", say("Nej")),
    Answer.WAITS: ("waiting", say("Venter")),
    Answer.NOT_TRIED: ("not-begun", say("Ikke prøvet")),
}
"""The mark of each answer and the word for it."""


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact: what is known, and a sentence of what that means here."""

    name: FactName
    answer: Answer
    sentence: Text | str


def fact_lines(
    facts: Facts, sentences: Mapping[FactName, Text | str], waits: Collection[FactName] = ()
) -> tuple[FactLine, ...]:
    """All five; what is not known waits for somebody where ``waits`` says so, else it was not tried."""

    def answer(name: FactName) -> Answer:
        match getattr(facts, name):
            case Fact.YES:
                return Answer.YES
            case Fact.NO:
                return Answer.NO
            case _:
                return Answer.WAITS if name in waits else Answer.NOT_TRIED

    return tuple(FactLine(name, answer(name), sentences.get(name, "")) for name in FACT_NAMES)


class FactList(QWidget):
    """Rows with hairlines between; narrow, they stand close, the sentence small under the name."""

    def __init__(
        self, ui: Ui, lines: Sequence[FactLine] = (), *, narrow: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = ui
        self._narrow = narrow
        self.rows: list[FactRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(ui.tr(say("Fem ting, der er kontrolleret")))
        self.set_lines(lines)

    def set_lines(self, lines: Sequence[FactLine]) -> None:
        """Other facts."""
        self.rows = [FactRow(self.ui, line, narrow=self._narrow) for line in lines]
        things: list[QWidget] = [Hairline(self.ui)] if self.rows and not self._narrow else []
        for row in self.rows:
            things += [row] if self._narrow else [row, Hairline(self.ui)]
        refill(self._column, things)


class FactRow(QWidget):
    """The mark, the name, the sentence; a screen reader hears name, answer and sentence as one."""

    def __init__(self, ui: Ui, line: FactLine, *, narrow: bool) -> None:
        super().__init__()
        px, tr = ui.theme.px, ui.tr
        shape, word = MARKS[line.answer]
        name, sentence = tr(FACT_NAMES[line.name]), tr(line.sentence)
        self.setAccessibleName(f"{name}: {tr(word)}. {sentence}")
        picture = QLabel()
        picture.setPixmap(mark(ui.theme, shape))
        picture.setFixedHeight(ui.theme.line())
        picture.setAccessibleName(tr(word))
        picture.setToolTip(tr(word))
        named = QLabel(name)
        named.setProperty("look", "label")
        named.setFixedHeight(ui.theme.line())
        told = ReadingText(ui, sentence, "small" if narrow else "body", ink="text-2")
        air = px(4) if narrow else px(9)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, air, 0, air)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0 if narrow else px(2))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(picture, 0, 0, top)
        grid.addWidget(named, 0, 1, top)
        if narrow:
            grid.addWidget(told, 1, 1)
            grid.setColumnStretch(1, 1)
        else:
            grid.setColumnMinimumWidth(1, px(NAMES_WIDE))
            grid.addWidget(told, 0, 2, top)
            grid.setColumnStretch(2, 1)
