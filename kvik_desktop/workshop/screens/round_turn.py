"""One participant's hidden answer in a further round, on the laptop that goes round."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.model import Participant
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.model_package.screens.score_words import given
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.score_control import Panel, ScoreControl, ScoreValue
from kvik_desktop.workshop.screens.view_top import question_over


class RoundTurn(QWidget):
    """Always begins empty: an answer that is kept is shown to nobody before the round is closed."""

    changed = Signal()
    accepted = Signal()
    """Enter was pressed at the score."""

    def __init__(self, ui: Ui, panels: Sequence[Panel], question: Text) -> None:
        super().__init__()
        self.ui = ui
        self._heading = Heading(ui, "")
        self._said = ReadingText(ui, "", ink="text-2")
        self.score = ScoreControl(ui, panels, question)
        self.score.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ui.theme.px(12))
        column.addLayout(question_over(self._heading, self._said))
        column.addWidget(self.score)
        self.setFocusProxy(self.score)

    def begin(self, person: Participant, *, again: bool) -> None:
        """Somebody sits down at the laptop."""
        tr = self.ui.tr
        self._heading.setText(tr(say("{name} svarer", name=person.name)))
        hidden = say("Kun du ser dit svar, til I lukker runden.")
        anew = say("{hidden} Du har svaret før. Et nyt svar træder i stedet.", hidden=hidden)
        self._said.setText(tr(anew if again else hidden))
        self.score.set_value(ScoreValue())
        self.changed.emit()

    @property
    def rating(self) -> Rating:
        """The answer; empty for *cannot judge*."""
        return given(self.score.value())

    @property
    def is_complete(self) -> bool:
        """Every stair is answered, or the whole cannot be judged."""
        value = self.score.value()
        return value.cannot_judge or None not in value.scores.values()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the answer."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.accepted.emit()
        else:
            super().keyPressEvent(event)
