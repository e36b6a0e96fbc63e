"""What is told before the meeting begins: who can see the answers, and how the group goes about it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.screens.guidance_words import Passage, Section
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.workshop.screens.moves_row import MOVES, Move


def lock_line(ui: Ui) -> QWidget:
    """Who can see the answers now, at the place where one looks for it."""
    line, icon = QWidget(), QLabel()
    icon.setPixmap(pixmap(ui.theme, "lock", "text-2", 16))
    said = QLabel(ui.tr(say("Ingen kan se svarene endnu, heller ikke du")))
    said.setProperty("look", "small")
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(ui.theme.px(8))
    row.addWidget(icon)
    row.addWidget(said)
    return line


def how_to(ui: Ui) -> Section:
    """The four moves, as they are told before the meeting begins."""
    asked = {
        Move.EVIDENCE: say("Hvad har vi at vise frem?"),
        Move.TEXTS: say("Saml det, der ligner hinanden."),
        Move.SPREAD: say("Se, hvor langt I er fra hinanden."),
        Move.AGREEMENT: say("Begynd ved medianen, og skriv hvorfor."),
    }
    passages = tuple(
        Passage(ui.tr(asked[move]), ui.tr(say("{n} {name}", n=int(move), name=MOVES[move]))) for move in Move
    )
    return Section("moves", ui.tr(say("Sådan går I frem")), passages, dotted=False)
