"""One hint: what is lacking, why it matters, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.action_plan.screens.hint_words import JUMPS, Told
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.reading_text import ReadingText

SIGN = 16


class HintItem(QWidget):
    """Its button leads to the place where it can be put right."""

    followed = Signal(object)
    """The user wants to put this :class:`Hint` right."""

    def __init__(self, ui: Ui, told: Told) -> None:
        super().__init__()
        tr, px = ui.tr, ui.theme.px
        sign = QLabel()
        sign.setPixmap(pixmap(ui.theme, "warning", "amber", SIGN))
        sign.setFixedHeight(ui.theme.line())
        self.button = LinkButton(ui, tr(JUMPS[told.first.kind]))
        self.button.setAccessibleDescription(tr(told.what))
        self.button.clicked.connect(lambda: self.followed.emit(told.first))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(ReadingText(ui, tr(told.what), weight=500))
        words.addWidget(ReadingText(ui, tr(told.first.advice), ink="text-2"))
        words.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(8), 0, px(12))
        row.setSpacing(px(8))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
