"""Everything that can be seen, heard and copied out of a window, to look for what must not be there.

Also what is hidden at the moment counts: a screen reader, or the next to click, may come to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QBuffer, QEvent, QIODevice, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget

from tests.planted import spelled

SAYING = (
    "accessibleName",
    "accessibleDescription",
    "toolTip",
    "statusTip",
    "whatsThis",
    "windowTitle",
    "text",
    "placeholderText",
    "toPlainText",
)
"""What widgets are asked for by name, where they have it."""
HEARD = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 6),
)
CLOCK = re.compile(r"\d\d[.:]\d\d\b")
"""The time of day is another each time."""


@dataclass(frozen=True)
class Seen:
    """One look at a window."""

    name: str
    words: tuple[str, ...]
    picture: bytes


def look(name: str, root: QWidget) -> Seen:
    """Look at a window or dialog as it is now."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(2):
        QApplication.processEvents()
    words = (CLOCK.sub("--", each) for each in [*_words(root), QGuiApplication.clipboard().text()])
    return Seen(name, tuple(each for each in words if each), _picture(root))


def _words(root: QWidget) -> Iterator[str]:
    for widget in [root, *root.findChildren(QWidget)]:
        yield from (str(getattr(widget, name)()) for name in SAYING if callable(getattr(widget, name, None)))
        face = QAccessible.queryAccessibleInterface(widget)
        if face is not None:
            yield from (face.text(kind) for kind in HEARD)
        if isinstance(widget, QAbstractItemView | QComboBox) and widget.model() is not None:
            yield from _of_model(widget.model())
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())


def _of_model(model: QAbstractItemModel, above: QModelIndex | None = None) -> Iterator[str]:
    above = above or QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
    for row in range(model.rowCount(above)):
        for column in range(columns):
            index = model.index(row, column, above)
            yield from (spelled(found) for role in ROLES if (found := index.data(role)) is not None)
            yield from _of_model(model, index)


def _picture(root: QWidget) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    root.grab().save(buffer, "BMP")
    return bytes(buffer.data().data())
