"""What the application wears when a test begins: whatever the test before it put on is taken off again."""

from __future__ import annotations

from functools import cache

from PySide6.QtWidgets import QApplication

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.shell.look.stylesheet import apply
from kvik_desktop.shell.look.theme import Theme


def dress(app: QApplication) -> None:
    """Light, 100 %, without motion; costs nothing where it is worn already."""
    apply(app, _plain())


@cache
def _plain() -> Theme:
    return Theme.read(Resources(), motion=False)
