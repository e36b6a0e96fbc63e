"""Tells whoever shows something that it has changed, and speaks to screen readers."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from kvik_desktop.foundation.change import Kind


class Announcer(QObject):
    """``changed`` carries the kinds of things that an operation has changed."""

    changed = Signal(frozenset)

    def tell(self, kinds: frozenset[Kind]) -> None:
        """Something of these kinds is not as it was."""
        self.changed.emit(kinds)


def speak(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say something that is otherwise only seen."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
