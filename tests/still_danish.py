"""Danish that is left where the reader has chosen English: everything seen and heard beside the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from pakning import sprog

ENGLISH = sprog.SPROG / "en" / "LC_MESSAGES" / "kvik.po"
PLACE = re.compile(r"\\{[^}]*\\}")
BETWEEN = re.compile(r" · |\n|\. |: |, | \(|\)")
"""What stands between texts that are put together."""
SURE = 9
"""So many letters of a text with places are nobody else's."""
MOST_ROWS, MOST_COLUMNS = 40, 12
Role = Qt.ItemDataRole
ROLES = (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole, Role.AccessibleDescriptionRole)


class Danish:
    """Knows the Danish of every text of the program that is another in English.

    ``written`` are words that somebody has written and that the program says as well: those stay.
    """

    def __init__(self, written: frozenset[str] = frozenset()) -> None:
        self._written = written
        self._judged: dict[str, bool] = {}

    @cached_property
    def _sources(self) -> set[str]:
        found: set[str] = set()
        english: set[str] = set()
        for message in sprog.read(ENGLISH):
            found.update(_forms(message.id))
            english.update(_forms(message.string))
        return {text.rstrip(".") for text in found - english if text}

    @cached_property
    def _plain(self) -> set[str]:
        return {text for text in self._sources if "{" not in text}

    @cached_property
    def _filled(self) -> re.Pattern[str]:
        """The texts with places; one that is hardly more than its places says nothing."""
        patterns = [PLACE.sub(".+", re.escape(text)) for text in self._sources if "{" in text]
        return re.compile("|".join(each for each in patterns if len(re.findall(r"\w", each)) >= SURE))

    def left(self, view: Sequence[QWidget]) -> Iterator[str]:
        """Texts of the program in Danish."""
        for widget in view:
            for text in words(widget):
                if self._is_left(text):
                    yield f"Danish: {text[:80]!r} in {type(widget).__name__}"

    def _is_left(self, text: str) -> bool:
        if text not in self._judged:
            ours = re.sub("|".join(map(re.escape, self._written)), "", text) if self._written else text
            parts = {part.strip().rstrip(".") for part in (ours, *BETWEEN.split(ours))}
            self._judged[text] = bool(parts & self._plain or self._filled.fullmatch(ours.rstrip(".")))
        return self._judged[text]


def words(widget: QWidget) -> Iterator[str]:
    """What a widget shows and says."""
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    if widget.isWindow():
        yield widget.windowTitle()
    for name in ("text", "placeholderText", "toPlainText"):
        method = getattr(widget, name, None)
        if callable(method):
            yield str(method())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget.model())


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    rows = min(model.rowCount(), MOST_ROWS)
    columns = 1 if isinstance(model, QAbstractListModel) else min(model.columnCount(), MOST_COLUMNS)
    for column in range(columns):
        yield _said(model.headerData(column, Qt.Orientation.Horizontal))
    for row in range(rows):
        for column in range(columns):
            index = model.index(row, column)
            yield from (_said(index.data(role)) for role in ROLES)


def _said(data: Any) -> str:
    return data if isinstance(data, str) else ""


def _forms(text: str | Sequence[str] | None) -> Sequence[str]:
    return [text] if isinstance(text, str) else text or []
