"""When the program itself is at fault: the file is safe already, and the user is told what to do."""

from __future__ import annotations

import logging
import traceback

from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop import __version__
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import PrimaryButton, SecondaryButton
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText

WIDTH = 520
"""At 100 %; the height is what the words need."""

_log = logging.getLogger(__name__)


def report(error: BaseException) -> str:
    """Where in the program it went wrong, without a word of what the user has written.

    Messages of exceptions may quote names and texts, so only kinds and places are told.
    """
    lines = [f"KVIK Desktop {__version__}"]
    fault: BaseException | None = error
    while fault is not None:
        lines.append(type(fault).__name__)
        for frame in traceback.extract_tb(fault.__traceback__):
            place = frame.filename.replace("\\", "/").rpartition("kvik_desktop/")
            lines.append(f"  {''.join(place[1:]) or 'bibliotek'}:{frame.lineno} {frame.name}")
        fault = fault.__cause__ or fault.__context__
    return "\n".join(lines)


class CrashDialog(QDialog):
    """What happened, what is safe, and a report that can be handed on."""

    def __init__(self, parent: QWidget, ui: Ui, details: str) -> None:
        super().__init__(parent)
        self._details = details
        px, tr = ui.theme.px, ui.tr
        self.setWindowTitle(tr(say("Der er en fejl i programmet")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(24), px(24), px(16))
        layout.setSpacing(px(16))
        layout.addWidget(Heading(ui, tr(say("Der er en fejl i programmet"))))
        layout.addWidget(
            ReadingText(
                ui,
                tr(
                    say(
                        "Det, du lige bad om, blev ikke gjort. Alt, hvad du har gjort før, er gemt i filen. "
                        "Du kan arbejde videre. Sker det igen, så luk programmet, og åbn filen på ny."
                    )
                ),
            )
        )
        layout.addWidget(
            ReadingText(
                ui,
                tr(
                    say(
                        "Fejlrapporten siger, hvor i programmet det gik galt. "
                        "Der står ikke noget i den, som nogen har skrevet."
                    )
                ),
            )
        )
        copy = SecondaryButton(ui, tr(say("Kopiér fejlrapporten")))
        copy.clicked.connect(self._copy)
        go_on = PrimaryButton(ui, tr(say("Arbejd videre")))
        go_on.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(go_on)
        layout.addLayout(foot)
        self.setFixedSize(px(WIDTH), layout.totalHeightForWidth(px(WIDTH)))
        go_on.setFocus()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._details)


def show_crash(parent: QWidget, ui: Ui, error: BaseException) -> None:
    """Note the fault in the log and tell the user."""
    details = report(error)
    _log.error("%s", details)
    dialog = CrashDialog(parent, ui, details)
    dialog.exec()
    dialog.deleteLater()
