"""One question of a visit: what is asked, what one wants to see and where, and what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kvik_desktop.foundation.text import say
from kvik_desktop.report.screens.saved_text import SavedText
from kvik_desktop.report.visit_sheet import SEEN
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.radios import Radios
from kvik_desktop.workshop.visit.model import Question, Seen


class QuestionCard(QFrame):
    """Its words are saved by themselves, a mark at once."""

    written = Signal()
    """The words stand otherwise now."""
    marked = Signal(object)
    """A ``Seen``, or None where it has not been looked into."""
    dropped = Signal()

    def __init__(self, ui: Ui, question: Question, number: int) -> None:
        super().__init__()
        tr = ui.tr
        self.question = question
        title = tr(say("Spørgsmål {n}", n=number))
        self._heading = Heading(ui, title)
        self.drop = IconButton(ui, "trash", tr(say("Slet spørgsmål {n}", n=number)))
        self.drop.clicked.connect(self.dropped)
        self.text = SavedText(ui, title, placeholder=tr(say("Hvad vil du efterprøve?")))
        self.wanted = Field(ui, tr(say("Vil gerne se")), SavedText(ui, tr(say("Vil gerne se"))))
        self.where = Field(
            ui,
            tr(say("Hvor og hos hvem")),
            SavedText(ui, tr(say("Hvor og hos hvem"))),
            tr(say("Skriv rollen, ikke navnet: fx souschefen, køkkenet.")),
        )
        marks = [("", tr(say("Ikke endnu"))), *((seen.value, tr(word)) for seen, word in SEEN.items())]
        self.marks = Radios(ui, tr(say("Hvad fandt du?")), marks, "", columns=0)
        self.marks.chosen.connect(lambda key: self.marked.emit(Seen(key) if key else None))
        for field in self.fields:
            field.typed.connect(self.written)
        self._lay_out(ui)
        self.show_question(question, read_only=False)

    @property
    def fields(self) -> tuple[SavedText, SavedText, SavedText]:
        """Question, what one wants to see, and where."""
        return self.text, self.wanted.control, self.where.control

    def _lay_out(self, ui: Ui) -> None:
        px = ui.theme.px
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(12))
        column.setSpacing(px(12))
        column.addWidget(Hairline(ui))
        column.addLayout(top)
        for part in (self.text, self.wanted, self.where, self.marks):
            column.addWidget(part)

    def show_question(self, question: Question, *, read_only: bool) -> None:
        """Show it as it is kept; what is being typed stays."""
        self.question = question
        for field, text in zip(self.fields, (question.text, question.wanted, question.place), strict=True):
            field.show_text(text)
            field.setReadOnly(read_only)
        self.marks.set_key(question.seen.value if question.seen else "")
        self.marks.setEnabled(not read_only)
        self.drop.setVisible(not read_only)

    def flush(self) -> None:
        """Save now what is being typed."""
        for field in self.fields:
            field.flush()
