"""The way on for whoever has forgotten the own code: whoever leads the meeting resets it, and it is noted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton, SecondaryButton
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.reading_text import ReadingText

LONGEST_NAME = 200
FIELD_WIDE = 360


class ForgottenCode(QWidget):
    """Folded until it is asked for."""

    reset = Signal(str)
    """Who resets the code."""

    def __init__(self, ui: Ui, person: str, leader: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        self.ask = LinkButton(ui, tr(say("Har du glemt koden?")), "chevron-down")
        self.ask.clicked.connect(self._unfold)
        self._part = QWidget()
        said = say(
            "Den, der styrer mødet, kan nulstille koden. Så vælger {name} selv en ny, næste gang svarene "
            "skal vises. Ingen svar bliver vist, og ingen går tabt. Det bliver noteret, hvem der gjorde det.",
            name=person,
        )
        self.by = Field(ui, tr(say("Hvem nulstiller koden?")), QLineEdit(leader))
        self.by.control.setMaxLength(LONGEST_NAME)
        self.by.control.setMaximumWidth(px(FIELD_WIDE))
        self.by.control.textEdited.connect(lambda _: self.by.set_error(""))
        self.button = SecondaryButton(ui, tr(say("Nulstil koden til {name}", name=person)))
        self.button.clicked.connect(self._reset)
        inside = QVBoxLayout(self._part)
        inside.setContentsMargins(0, px(8), 0, 0)
        inside.setSpacing(px(12))
        inside.addWidget(ReadingText(ui, tr(said)))
        inside.addWidget(self.by)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._part)
        self._part.hide()

    def _unfold(self) -> None:
        shown = self._part.isHidden()
        self._part.setVisible(shown)
        self.ask.set_icon("chevron-up" if shown else "chevron-down")
        if shown:
            self.by.setFocus()

    def _reset(self) -> None:
        by = " ".join(self.by.control.text().split())
        if by:
            self.reset.emit(by)
        else:
            self.by.set_error(self.ui.tr(say("Skriv, hvem der nulstiller koden.")))
            self.by.setFocus()
