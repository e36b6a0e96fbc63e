"""The unit's key: made here by choosing a passphrase, or shown by its digits."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.bundle.handing_in import HandingIn
from kvik_desktop.bundle.screens.digits import Digits
from kvik_desktop.bundle.screens.new_passphrase import NewPassphrase
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.report.screens.refill import refill
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText


class KeyPart(QWidget):
    """What is typed is read once, when the key is made, and then cleared."""

    taking = Signal()
    """The user has a key elsewhere."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        px, tr = ui.theme.px, ui.tr
        self._why = ReadingText(ui, "")
        self.new = NewPassphrase(ui)
        self.first, self.second = self.new.first, self.new.second
        self._where = ReadingText(ui, "", "small", ink="text-2")
        self._digits = QVBoxLayout()
        self.take = LinkButton(ui, "")
        self.take.clicked.connect(self.taking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Heading(ui, tr(say("Jeres nøgle"))))
        column.addWidget(self._why)
        column.addLayout(self._digits)
        column.addWidget(self.new)
        column.addWidget(self._where)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)

    def show_key(self, found: HandingIn) -> None:
        """Show the key, or what is needed to make one."""
        tr, key = self.ui.tr, found.key
        self.new.setVisible(key is None)
        refill(self._digits, [] if key is None else [Digits(self.ui, key.public.digits)])
        name = found.standing.unit.name
        if key is None:
            self._why.setText(tr(_why(name)))
            self._where.setText(tr(_will_lie(found.key_path)))
            self.take.setText(tr(say("Vi har en nøgle i forvejen…")))
            return
        self.new.clear()
        told = say("{unit} har en nøgle på denne computer. Den kendes på dette kontroltal:", unit=name)
        self._why.setText(tr(told))
        self._where.setText(tr(say("Den ligger her: {path}", path=key.path)))
        self.take.setText(tr(say("Brug en anden nøgle…")))

    def passphrase(self) -> str | None:
        """What was chosen, once; None where it cannot be used, and then the fields say why."""
        return self.new.chosen()


def _why(unit: str) -> Text:
    return say(
        "Nøglen er jeres underskrift. Med den kan modtageren se, at pakken kommer fra {unit}, og at ingen "
        "har ændret den undervejs.",
        unit=unit,
    )


def _will_lie(path: Path) -> Text:
    return say(
        "Nøglen kommer til at ligge på denne computer: {path}. Skriv sætningen ned, og gem den et sikkert "
        "sted. Glemmer I den, laver I bare en ny nøgle.",
        path=path,
    )
