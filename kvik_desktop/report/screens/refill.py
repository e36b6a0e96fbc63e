"""Putting other things in a column that is seen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget


def refill(column: QVBoxLayout, things: Iterable[QWidget] = ()) -> None:
    """Throw away what a column holds, and put these in its place; they are seen at once."""
    while (item := column.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    for thing in things:
        column.addWidget(thing)
        thing.show()
