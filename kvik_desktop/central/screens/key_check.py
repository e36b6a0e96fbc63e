"""Comparing a key with its owner on the telephone: two of eight groups are hidden until they are typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kvik_desktop.envelope import digits
from kvik_desktop.envelope.keys import GROUPS, PublicKey
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.stylesheet import restyle
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import SecondaryButton
from kvik_desktop.shell.widgets.reading_text import ReadingText

A_LINE = 4
"""Groups on a line."""
DIGITS = 5
AIR, GAP = 16, 8
"""In a field besides its digits, and between fields, at 100 %."""


class KeyCheck(QWidget):
    """The other six are read along; who listens and who reads aloud need not be the same."""

    same = Signal()
    """Every group was compared, two of them by typing."""

    def __init__(self, ui: Ui, key: PublicKey, groups: tuple[int, int] | None = None) -> None:
        """``groups`` are the hidden ones; nobody can foresee them where they are not given."""
        super().__init__()
        self.ui = ui
        self.groups = groups or digits.draw_two()
        self._key = key
        self._reason = ""
        tr, px = ui.tr, ui.theme.px
        self.fields = [self._field(group) for group in self.groups]
        self._wrong = ReadingText(ui, "", "small", ink="red")
        self._wrong.hide()
        self.approve = SecondaryButton(ui, tr(say("Tallene er ens, godkend")), "key")
        self.approve.clicked.connect(self._compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(self._grid())
        column.addWidget(self._wrong)
        column.addWidget(self.approve, 0, Qt.AlignmentFlag.AlignLeft)
        self._wake()

    def _field(self, group: int) -> QLineEdit:
        field = QLineEdit()
        field.setProperty("low", True)
        field.setProperty("narrow", True)
        field.setMaxLength(DIGITS + 2)
        field.setFixedWidth(self._width)
        field.setAccessibleName(self.ui.tr(say("Gruppe {n} af {of}", n=group + 1, of=GROUPS)))
        field.textEdited.connect(self._edited)
        field.returnPressed.connect(self._compare)
        return field

    def _grid(self) -> QGridLayout:
        px, theme = self.ui.theme.px, self.ui.theme
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(GAP))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(A_LINE, 1)
        for place, group in enumerate(self._key.digits):
            if place in self.groups:
                part: QWidget = self.fields[self.groups.index(place)]
            else:
                part = QLabel(group)
                part.setFont(theme.font("body", 500, tabular=True))
                part.setFixedWidth(self._width)
                part.setAccessibleName(
                    self.ui.tr(say("Gruppe {n} af {of}: {digits}", n=place + 1, of=GROUPS, digits=group))
                )
            grid.addWidget(part, place // A_LINE, place % A_LINE)
        return grid

    @property
    def _width(self) -> int:
        """Of a group, typed or shown: under each other they stand in columns."""
        metrics = QFontMetrics(self.ui.theme.font("body", 500, tabular=True))
        return metrics.horizontalAdvance("0" * DIGITS) + self.ui.theme.px(AIR)

    def set_asleep(self, reason: str) -> None:
        """Why nothing can be approved now; empty wakes."""
        self._reason = reason
        self._wake()

    def _edited(self) -> None:
        self._show_wrong("")
        self._wake()

    def _wake(self) -> None:
        filled = all(len(field.text().strip()) >= DIGITS for field in self.fields)
        missing = self.ui.tr(say("Skriv de to grupper først."))
        self.approve.set_asleep(self._reason or ("" if filled else missing))

    def _compare(self) -> None:
        if self.approve.asleep:
            return
        try:
            for group, field in zip(self.groups, self.fields, strict=True):
                digits.compare(self._key, (group,), field.text())
        except Problem as problem:
            self._show_wrong(f"{self.ui.tr(problem.message)} {self.ui.tr(problem.action)}")
            self.fields[0].setFocus()
            self.fields[0].selectAll()
            return
        self.same.emit()

    def _show_wrong(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        for field in self.fields:
            field.setProperty("faulty", bool(words))
            field.setAccessibleDescription(words)
            restyle(field)
