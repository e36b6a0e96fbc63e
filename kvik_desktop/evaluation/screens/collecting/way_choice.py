"""One way to answer is chosen: each with its sentence, and the one that fits the group is named."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.screens.collecting.hand_out_words import ORDER, SENTENCES
from kvik_desktop.evaluation.screens.way_words import WAYS
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.radios import keep_one_stop
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.tag import Tag

INDENT = 28
"""Where the words of a radio button begin, at 100 %."""


class WayChoice(QWidget):
    """Arrows go between the ways; Tab goes on."""

    chosen = Signal(object)
    """The :class:`Way` the user has chosen."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        px = ui.theme.px
        self.setAccessibleName(ui.tr(say("Hvordan vil I svare?")))
        self.buttons = {way: QRadioButton(ui.tr(WAYS[way])) for way in ORDER}
        self.tags = {
            way: Tag(ui, ui.tr(say("Forslag")), "chosen", pixmap(ui.theme, "check", "accent", 14))
            for way in ORDER
        }
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for way in ORDER:
            self.buttons[way].setAccessibleDescription(ui.tr(SENTENCES[way]))
            group.addButton(self.buttons[way])
            column.addLayout(self._row(way))
        keep_one_stop(group)
        group.buttonClicked.connect(lambda _: self.chosen.emit(self.way))

    def _row(self, way: Way) -> QVBoxLayout:
        px = self.ui.theme.px
        first = QHBoxLayout()
        first.setSpacing(px(12))
        first.addWidget(self.buttons[way])
        first.addWidget(self.tags[way])
        first.addStretch(1)
        sentence = ReadingText(self.ui, self.ui.tr(SENTENCES[way]), ink="text-2")
        under = QHBoxLayout()
        under.setContentsMargins(px(INDENT), 0, 0, 0)
        under.addWidget(sentence)
        row = QVBoxLayout()
        row.setSpacing(0)
        row.addLayout(first)
        row.addLayout(under)
        return row

    @property
    def way(self) -> Way:
        """What is chosen."""
        return next(way for way, button in self.buttons.items() if button.isChecked())

    def show_way(self, way: Way, advised: Way) -> None:
        """Choose without a signal, and name what is proposed."""
        self.buttons[way].setChecked(True)
        for each, tag in self.tags.items():
            tag.setVisible(each is advised)
