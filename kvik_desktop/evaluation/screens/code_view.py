"""The sheet at one person's door: the own code is asked for, chosen, or exchanged for another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kvik_desktop.evaluation.own_code.model import LONGEST, SHORTEST
from kvik_desktop.evaluation.screens.forgotten_code import FIELD_WIDE, ForgottenCode
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.password_field import password_field
from kvik_desktop.shell.widgets.reading_text import ReadingText


class Asked(StrEnum):
    """Why the sheet is shown."""

    CODE = "code"
    """There is a code, and it opens the answers."""
    NEW = "new"
    """The code was reset: another is chosen before the answers are shown."""
    FIRST = "first"
    """Somebody wants a code."""
    OTHER = "other"
    """Somebody wants another code, or none."""


@dataclass(frozen=True)
class CodeWords:
    """What is said, and what the filled button does."""

    title: Text
    text: Text
    act: Text


KEEPS = say(
    "Så kan ingen vælge dit navn her og se dine svar. Koden holder nysgerrige øjne væk, men den låser ikke "
    "filen. Glemmer du den, kan den, der styrer mødet, nulstille den, og ingen svar går tabt."
)
WORDS = {
    Asked.CODE: CodeWords(
        say("Skriv din kode"),
        say("Dine svar er låst med en kode, du selv har valgt."),
        say("Vis mine svar"),
    ),
    Asked.NEW: CodeWords(
        say("Vælg en ny kode"),
        say("Din kode er nulstillet. Alle dine svar er her stadig. De vises, når du har valgt en ny kode."),
        say("Lås med den nye kode"),
    ),
    Asked.FIRST: CodeWords(say("Vælg din egen kode"), KEEPS, say("Lås med koden")),
    Asked.OTHER: CodeWords(say("Vælg en anden kode"), KEEPS, say("Skift koden")),
}
IN_TURN = frozenset({Asked.FIRST, Asked.OTHER})
"""Whoever sits there has been let in, and their name stands in the top line."""
HAVING = frozenset({Asked.CODE, Asked.OTHER})
CHOOSING = frozenset({Asked.NEW, Asked.FIRST, Asked.OTHER})


class CodeView(QWidget):
    """Made for one person and thrown away afterwards: nothing that is typed outlives it."""

    given = Signal(str)
    """The code that is to open the answers."""
    chosen = Signal(str, str)
    """The new code, and the one before."""
    dropped = Signal(str)
    """No code is wanted any more; the one there is."""

    def __init__(
        self, ui: Ui, asked: Asked, person: str, leader: str = "", parent: QWidget | None = None
    ) -> None:
        """``leader`` is who is proposed for resetting a forgotten code."""
        super().__init__(parent)
        self.ui = ui
        self.asked = asked
        tr, words = ui.tr, WORDS[asked]
        self.act = tr(words.act)
        hint = say("{low}-{high} tegn. Store og små bogstaver er ikke det samme.", low=SHORTEST, high=LONGEST)
        self.before = self._field(say("Din kode")) if asked in HAVING else None
        self.first = self._field(say("Ny kode"), tr(hint)) if asked in CHOOSING else None
        self.second = self._field(say("Skriv den igen")) if asked in CHOOSING else None
        self.forgotten = ForgottenCode(ui, person, leader) if asked is Asked.CODE else None
        scroll = ScrollColumn(ui, centred=False)
        scroll.column.set_padding(32, 24)
        body = scroll.body
        body.addWidget(
            Heading(ui, f"{person}: {tr(words.title)}" if asked not in IN_TURN else tr(words.title), "large")
        )
        body.addWidget(ReadingText(ui, tr(words.text)))
        for field in self._fields:
            body.addWidget(field)
        if self.forgotten is not None:
            body.addWidget(self.forgotten)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.setFocusProxy(self._fields[0])

    def _field(self, label: Text, hint: str = "") -> Field[QLineEdit]:
        field = Field(self.ui, self.ui.tr(label), password_field(), hint)
        field.control.setMaximumWidth(self.ui.theme.px(FIELD_WIDE))
        field.control.setMaxLength(2 * LONGEST)
        field.control.textEdited.connect(lambda _: field.set_error(""))
        return field

    @property
    def _fields(self) -> list[Field[QLineEdit]]:
        return [field for field in (self.before, self.first, self.second) if field is not None]

    def go_on(self) -> None:
        """What the filled button does; a field that is wrong says why and has focus."""
        before = self.before.control.text() if self.before is not None else ""
        if self.before is not None and not before:
            self._wrong(self.before, say("Skriv din kode."))
        elif self.first is None or self.second is None:
            self.given.emit(before)
        elif not SHORTEST <= len(self.first.control.text().strip()) <= LONGEST:
            self._wrong(self.first, say("Koden skal være på {low}-{high} tegn.", low=SHORTEST, high=LONGEST))
        elif self.first.control.text() != self.second.control.text():
            self._wrong(self.second, say("De to er ikke ens. Skriv den igen."))
        else:
            self.chosen.emit(self.first.control.text(), before)

    def drop(self) -> None:
        """Go on without a code, where the one there is has been written."""
        assert self.before is not None, "only a code that is there can be dropped"
        code = self.before.control.text()
        if code:
            self.dropped.emit(code)
        else:
            self._wrong(self.before, say("Skriv din kode."))

    def refuse(self, problem: Problem) -> None:
        """What was written was not right: it is asked for again."""
        tr = self.ui.tr
        field = self.before or self._fields[0]
        field.control.setText("")
        field.set_error(f"{tr(problem.message)} {tr(problem.action)}")
        field.setFocus()

    def forget(self) -> None:
        """Nothing that was typed is left, also before Qt has thrown the sheet away."""
        for field in self._fields:
            field.control.setText("")

    def _wrong(self, field: Field[QLineEdit], said: Text) -> None:
        field.control.setText("")
        field.set_error(self.ui.tr(said))
        field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes to the next, and in the last does what the button does."""
        focused = next((at for at, field in enumerate(self._fields) if field.control.hasFocus()), None)
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if focused is None or not is_enter:
            super().keyPressEvent(event)
        elif focused + 1 < len(self._fields):
            self._fields[focused + 1].setFocus()
        else:
            self.go_on()
