"""One of a few: a drop-down whose choices have keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QListView, QSizePolicy, QWidget

from kvik_desktop.shell.ui import Ui


class Choice(QComboBox):
    """A key is what the program calls a choice, as ``"skole"``; the text is what is read."""

    chosen = Signal(object)
    """The user has chosen another; its key."""

    def __init__(
        self,
        ui: Ui,
        choices: Sequence[tuple[object, str]],
        key: object = None,
        *,
        name: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``placeholder`` is shown while nothing is chosen; without one the first is, unless ``key`` is."""
        super().__init__(parent)
        self.ui = ui
        self.setView(QListView(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self._choices: Sequence[tuple[object, str]] = ()
        self._keys: list[object] = []
        self.set_choices(choices, key)
        self.activated.connect(lambda place: self.chosen.emit(self._keys[place]))

    def set_choices(self, choices: Sequence[tuple[object, str]], key: object = None) -> None:
        """Other choices, one of them chosen; no signal. The same ones leave an open list open."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._keys = [one for one, _ in choices]
            with QSignalBlocker(self):
                self.clear()
                self.addItems([text for _, text in choices])
        self.set_key(key)

    @property
    def key(self) -> object:
        """What is chosen, None for nothing."""
        return self._keys[self.currentIndex()] if self.currentIndex() >= 0 else None

    def set_key(self, key: object) -> None:
        """Choose without a signal; a key that is not there is nothing, or the first without placeholder."""
        nothing = -1 if self.placeholderText() or not self._keys else 0
        with QSignalBlocker(self):
            self.setCurrentIndex(self._keys.index(key) if key in self._keys else nothing)

    def showPopup(self) -> None:  # noqa: N802  (Qt's name)
        """The list has a border of its own; Qt puts another round it."""
        super().showPopup()
        around = self.view().window()
        if isinstance(around, QFrame):
            around.setFrameShape(QFrame.Shape.NoFrame)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with focus: scrolling the page changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
