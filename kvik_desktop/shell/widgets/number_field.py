"""The exact number of a score, which follows a stair and leads it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QWidget

from kvik_desktop.foundation.text import Text
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.stair import NOTHING, Stair

DASH = "–"
"""What is shown for nothing chosen."""


class NumberField(QSpinBox):
    """A whole number from 0, or nothing; an empty field is nothing, never 0."""

    chosen = Signal(int)
    """The user has chosen this number."""
    cleared = Signal()
    """The user has emptied the field."""

    def __init__(
        self, ui: Ui, top: int, title: Text | str, *, small: bool = False, parent: QWidget | None = None
    ) -> None:
        """``title`` is what a screen reader calls it; ``small`` stands beside a low stair."""
        super().__init__(parent)
        self._size = QSize(ui.theme.px(80 if small else 96), ui.theme.px(32 if small else 40))
        self.setFont(ui.theme.font("body" if small else "large", 600))
        self.setProperty("low", small)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setRange(NOTHING, top)
        self.setValue(NOTHING)
        self.setSpecialValueText(DASH)
        self.setAccessibleName(ui.tr(title))
        self.setAccessibleDescription(f"0-{top}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._tell)

    @property
    def score(self) -> int | None:
        """The number, None for nothing."""
        return None if self.value() == NOTHING else self.value()

    def set_score(self, score: int | None) -> None:
        """Show a number, or None for nothing, without a signal; what is being typed stays as written."""
        value = NOTHING if score is None else score
        if value != self.value():
            with QSignalBlocker(self):
                self.setValue(value)

    def follow(self, stair: Stair) -> None:
        """Show what the stair shows and choose on it what is typed here: listen to the stair alone."""
        for told in (stair.chosen, stair.cleared, stair.cannot_judge):
            told.connect(lambda *_: self.set_score(stair.score))
        self.chosen.connect(stair.choose)
        self.cleared.connect(stair.clear_score)

    def _tell(self, value: int) -> None:
        if value == NOTHING:
            self.cleared.emit()
        else:
            self.chosen.emit(value)

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Digits up to the top of the scale; a digit written at the dash takes its place."""
        digits = text.replace(DASH, "")
        known = not digits or (digits.isascii() and digits.isdigit() and int(digits) <= self.maximum())
        if not known:
            return QValidator.State.Invalid, text, pos
        written = digits or (DASH if text else "")
        return QValidator.State.Acceptable, written, min(pos, len(written))

    def valueFromText(self, text: str) -> int:
        """The number that is written; a dash or nothing is nothing."""
        digits = text.replace(DASH, "")
        return int(digits) if digits else NOTHING

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page unless one is writing here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """Three digits and the arrows."""
        return self._size

    def minimumSizeHint(self) -> QSize:
        """As the hint."""
        return self._size
