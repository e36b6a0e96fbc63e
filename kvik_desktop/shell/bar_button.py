"""A button of the bars: an icon with its word beside it, which can be left out where room is short."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton


class BarButton(IconButton):
    """Without its word it is the icon alone, and the word is its name and tooltip."""

    def __init__(self, ui: Ui, icon_name: str, text: str, shortcut: str = "") -> None:
        super().__init__(ui, icon_name, text, shortcut)
        self.setProperty("look", "bar")
        self.setText(text)
        self.spared = 0
        """Pixels that leaving out the word spares now."""
        self.show_words(shown=True)

    def show_words(self, *, shown: bool) -> None:
        """The icon with its word, or alone."""
        style, whole = Qt.ToolButtonStyle, self.minimumWidth() + self.spared
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly)
        self._keep_room()
        self.spared = 0 if shown else whole - self.minimumWidth()

    def event(self, event: QEvent) -> bool:
        """The sheet gives buttons a least width; this one keeps room for its word instead."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange):
            self._keep_room()
        return done

    def _keep_room(self) -> None:
        self.setMinimumWidth(self.sizeHint().width())
