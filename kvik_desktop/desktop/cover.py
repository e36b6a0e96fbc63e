"""The window before anything is in it: its surface and the program's name, painted at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.tokens import read_tokens

NAME = "KVIK selvevaluering"
"""The same in every language."""
LEFT, TOP, TYPE = 112, 45, 14
"""Where the name will stand on the start page, and its size, at 100 %."""
SHEET = """
QMainWindow {{ background: {surface}; }}
QLabel {{ color: {text}; font-size: {size}px; font-weight: 600; }}
"""
WIDTH, HEIGHT = 1366, 768
"""As large as the window is the first time, where the screen has room."""
LARGEST = 1_000_000
"""Bytes of settings that are read."""


class Name(QLabel):
    """The program's name; what follows waits until all of the picture is on the screen."""

    pictured = Signal()
    """Comes once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(NAME, parent)
        self._is_pictured = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        super().paintEvent(event)
        if not self._is_pictured:
            self._is_pictured = True
            QTimer.singleShot(0, self, self.pictured.emit)


class Cover(QMainWindow):
    """Reads only what its own picture needs; the rest of the program moves in when it is loaded.

    ``Qt`` and ``QEvent`` are not imported here: their enumerations alone take longer than the picture.
    """

    def __init__(self, settings: Path, resources: Resources) -> None:
        super().__init__()
        remembered = _remembered(settings)
        percent = remembered.get("percent")
        scale = (percent if isinstance(percent, int) and 100 <= percent <= 200 else 100) / 100
        tokens = read_tokens(resources, "dark" if _is_dark(remembered.get("theme")) else "light")
        self.setStyleSheet(
            SHEET.format(surface=tokens["surface"], text=tokens["text"], size=round(TYPE * scale))
        )
        self.setWindowTitle("KVIK")
        room = self.screen().availableSize()
        self.resize(min(WIDTH, room.width()), min(HEIGHT, room.height()))
        self.restoreGeometry(_place(remembered))
        self.name = Name(self)
        self.name.adjustSize()
        self.name.move(round(LEFT * scale), round(TOP * scale))

    def move_in(self, window: QWidget) -> None:
        """The program's window takes the place of the picture; its title is this window's."""
        self.setStyleSheet("")
        self.name.hide()
        self.name.deleteLater()
        window.windowTitleChanged.connect(self.setWindowTitle)
        self.setMinimumSize(window.minimumSize())
        self.setCentralWidget(window)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What has moved in closes first."""
        inside = self.centralWidget()
        if inside is not None:
            inside.close()
        super().closeEvent(event)


def _remembered(path: Path) -> dict[str, Any]:
    """The settings as they lie there; nothing where they cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            return {}
        raw = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return raw if isinstance(raw, dict) else {}


def _place(remembered: dict[str, Any]) -> bytes:
    """Where the window was the last time; Qt moves it where that screen is gone, and takes nothing odd."""
    try:
        return bytes.fromhex(remembered.get("place", ""))
    except (TypeError, ValueError):
        return b""


def _is_dark(theme: object) -> bool:
    if theme in ("light", "dark"):
        return theme == "dark"
    return QApplication.palette().window().color().lightness() < 128
