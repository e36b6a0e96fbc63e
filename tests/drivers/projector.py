"""Looks at the room's screen while a meeting is driven."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.projector.projector_window import ProjectorWindow
from kvik_desktop.shell.projector.slide_text import SlideText
from kvik_desktop.shell.projector.way_out import WayOut
from kvik_desktop.shell.room import Room
from kvik_desktop.shell.window import Window
from tests.drivers.hand import activate
from tests.looking import Seen, look
from tests.window import PATIENCE

WIDE = (1366, 768)
START = QPoint(0, 0)


class Screen:
    """What the room sees. The facilitator's window has the keyboard, as where there are two screens."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.window = window
        self.room.projector.toggle()
        qtbot.waitUntil(self.projector.isActiveWindow, timeout=PATIENCE)
        self.projector.showNormal()
        self.projector.resize(*WIDE)
        for said in self.projector.findChildren(WayOut):
            said.hide()  # it goes by itself after some seconds, and is the same wherever one is
        activate(window)
        qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)

    @property
    def room(self) -> Room:
        """The open file."""
        assert self.window.room is not None
        return self.window.room

    @property
    def projector(self) -> ProjectorWindow:
        """The window on the projector."""
        found = self.room.projector.window
        assert found is not None, "the projector is off"
        return found

    def look(self, name: str = "") -> Seen:
        """All that can be seen and heard of it, with its picture."""
        return look(name, self.projector)

    def told(self) -> str:
        """Every word of it, hidden ones as well."""
        return " ".join(self.look().words)

    def texts(self) -> list[str]:
        """What is written on the slide, from above."""
        self.look()
        found = [text for text in self.projector.findChildren(SlideText) if text.isVisible() and text.text()]
        return [text.text() for text in sorted(found, key=lambda each: each.mapTo(self.projector, START).y())]
