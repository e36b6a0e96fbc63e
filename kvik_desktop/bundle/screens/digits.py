"""A key's digits as they are read aloud: eight groups in two lines, under each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui

A_LINE = 4


class Digits(QWidget):
    """A screen reader gets them as one sentence."""

    def __init__(self, ui: Ui, groups: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups = tuple(groups)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(ui.theme.px(24))
        grid.setVerticalSpacing(ui.theme.px(4))
        grid.setColumnStretch(A_LINE, 1)
        self.setAccessibleName(ui.tr(say("Kontroltal: {digits}", digits=" ".join(groups))))
        for place, group in enumerate(groups):
            shown = QLabel(group)
            font = ui.theme.font("body", 500)
            font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, ui.theme.px(1))
            shown.setFont(font)
            grid.addWidget(shown, place // A_LINE, place % A_LINE)
