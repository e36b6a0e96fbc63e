"""Asks for the passphrase of the coordinator's key, and whether it may be spared for the next acts."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kvik_desktop.bundle.screens.passphrase_dialog import PassphraseDialog
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui


class SigningDialog(PassphraseDialog):
    """The passphrase is never kept; the key may stay in memory until the database is closed."""

    def __init__(self, parent: QWidget, ui: Ui, text: str, act: str, working: str) -> None:
        super().__init__(parent, ui, text, act, working)
        self.keep = QCheckBox(ui.tr(say("Hold nøglen åben, til jeg lukker indbakken")))
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self.field) + 1, self.keep)
        QWidget.setTabOrder(self.field.control, self.keep)
        QWidget.setTabOrder(self.keep, self.cancel)
        QWidget.setTabOrder(self.cancel, self.go_on)
