"""Beside the forms of the register: what happens with what is made here, in order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kvik_desktop.bundle.screens.numbered import Numbered
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.scroll import Scroll

BEGIN = (
    (
        say("Lav listen og to nøgler"),
        say("Det tager et par minutter. Den ene nøgle bruger du, den anden gemmer du et andet sted."),
    ),
    (
        say("Inviter institutionerne"),
        say("De får en fil og et brev med nogle cifre, så de ved, at filen er fra dig."),
    ),
    (
        say("Godkend deres nøgler"),
        say("I læser cifre op for hinanden i telefonen. Så tæller deres pakker med."),
    ),
)
INVITE = (
    (
        say("Send filen"),
        say("Som vedhæftet fil eller på en USB-nøgle. Der er intet hemmeligt i den."),
    ),
    (
        say("Send et brev for sig"),
        say("I brevet står cifrene for din nøgle. Så ser institutionen, at filen er fra dig."),
    ),
    (
        say("Vent på pakken"),
        say("Institutionens nøgle følger med den første pakke. Så ringer du, og I sammenligner cifre."),
    ),
)


class Guide(Scroll):
    """A few things in order, on the ground of the guidance."""

    def __init__(self, ui: Ui, title: Text, steps: Sequence[tuple[Text, Text]]) -> None:
        super().__init__()
        px, tr = ui.theme.px, ui.tr
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("look", "window")
        self.setProperty("ring", True)
        self.setAccessibleName(tr(title))
        parts: list[QWidget] = [
            Numbered(ui, n, tr(what), tr(how)) for n, (what, how) in enumerate(steps, start=1)
        ]
        self.setAccessibleDescription(" ".join(part.accessibleName() for part in parts))
        content = QFrame()
        content.setProperty("look", "window")
        self.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(px(24), px(16), px(24), px(24))
        column.setSpacing(px(8))
        column.addWidget(Heading(ui, tr(title)))
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
