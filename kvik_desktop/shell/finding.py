"""The search through a whole file in one frame: its key, where a page has none of its own, and its panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from kvik_desktop.foundation.text import Translator
from kvik_desktop.shell import shortcuts
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.find_panel import FindPanel
from kvik_desktop.shell.frame import Frame
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.passages import Passage
from kvik_desktop.shell.ui import Ui

Texts = Callable[[Any, Translator], Sequence[Passage]]
"""Everything that may be found in an open file now; asked in the tasks' thread."""


class Finding(QObject):
    """Lives and dies with the frame, as its keys do."""

    def __init__(
        self, frame: Frame, ui: Ui, desk: Desk[Any], texts: Texts, flush: Callable[[], None]
    ) -> None:
        super().__init__(frame)
        self._frame, self._ui, self._desk, self._texts, self._flush = frame, ui, desk, texts, flush
        self._key = QShortcut(QKeySequence(shortcuts.FIND.keys), frame)
        self._key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._key.activated.connect(self.open)

    @property
    def has_key(self) -> bool:
        """Whether the key is ours on the page that is seen."""
        return self._key.isEnabled()

    def follow(self, page: Page) -> None:
        """Another page is seen: one that searches by itself has the key."""
        own = {each.keys for each in page.keys}
        self._key.setEnabled(shortcuts.FIND.keys not in own)

    def open(self) -> None:
        """Show the panel at once; it is given the file as it is with what was just written."""
        self._flush()
        panel = FindPanel(self._frame.window(), self._ui)
        panel.chosen.connect(self._desk.go)
        desk = self._desk.copy(stands=lambda: panel.stands)
        desk.ask(self._texts, self._ui.tr).then(panel.take)
        panel.open()
