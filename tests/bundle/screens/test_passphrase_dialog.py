"""The dialog that signs shows all it says, whatever it says, at every size of type."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.bundle.screens.passphrase_dialog import PassphraseDialog
from kvik_desktop.central.screens.signing_dialog import SigningDialog
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Language, Translator, say
from kvik_desktop.shell.look import stylesheet
from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.ui import Ui

RING = 2
"""A field with focus is so much lower inside its ring."""
LONG = "Daginstitutionen Skovmosen og Tudsen, Selvevaluering 2026, udgave 1.kvik bliver underskrevet og gemt."
WRONG = Problem(
    "E_PASSPHRASE",
    say("Adgangssætningen passer ikke til nøglen {name}.", name="380-eksempelskolen.key"),
    say("Prøv igen. Er den glemt, så lav en ny nøgle, og tilmeld den: intet andet går tabt."),
)


def _ask(_dialog: PassphraseDialog) -> None:
    pass


def _work(dialog: PassphraseDialog) -> None:
    dialog.work()


def _refuse(dialog: PassphraseDialog) -> None:
    dialog.refuse(WRONG)


@pytest.mark.parametrize("made", [PassphraseDialog, SigningDialog])
@pytest.mark.parametrize("act", [_ask, _work, _refuse])
@pytest.mark.parametrize(("language", "percent"), [("da", 100), ("en", 150), ("da", 200)])
def test_nothing_in_it_is_cut(
    qtbot: QtBot,
    made: type[PassphraseDialog],
    act: Callable[[PassphraseDialog], None],
    language: Language,
    percent: int,
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    ui = Ui(Translator(language), Theme.read(Resources(), percent=percent, motion=False))
    stylesheet.apply(app, ui.theme)
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    dialog = made(window, ui, LONG, "Underskriv, og gem", "Underskriver, gemmer og læser tilbage")
    dialog.open()
    app.processEvents()
    act(dialog)
    app.processEvents()
    assert list(_cut(dialog)) == []
    dialog.finish()


def _cut(dialog: PassphraseDialog) -> Iterator[str]:
    for kind in (QLabel, QLineEdit, QPushButton, QCheckBox):
        for part in dialog.findChildren(kind):
            wanted = (
                part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.sizeHint().height()
            )
            if part.isVisible() and part.height() < wanted - RING:
                yield f"{kind.__name__} {part.accessibleName()!r}: {part.height()} of {wanted}"
