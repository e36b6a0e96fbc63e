"""The projector's button and keys in one frame, and the keys that work while it covers the frame."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from kvik_desktop.shell import shortcuts
from kvik_desktop.shell.frame import Frame
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.projector.projector import Projector


class Showing(QObject):
    """Lives and dies with the frame, as its keys do."""

    def __init__(self, frame: Frame, projector: Projector) -> None:
        super().__init__(frame)
        self._frame, self._projector = frame, projector
        self._page: Page | None = None
        self._toggle = self._bind(shortcuts.PROJECTOR.keys, projector.toggle)
        self._while_on = [
            self._bind(shortcuts.BLANK.keys, projector.blank),
            self._bind(shortcuts.SLIDE_ON.keys, lambda: projector.turn(1)),
            self._bind(shortcuts.SLIDE_BACK.keys, lambda: projector.turn(-1)),
        ]
        frame.projector.connect(projector.toggle)
        frame.blank.connect(projector.blank)
        frame.slide.connect(projector.turn)
        frame.foot.changed.connect(self._foot_changed)
        projector.changed.connect(self._show)
        projector.pressed.connect(self._press)
        self._show()

    def retire(self) -> None:
        """Another frame takes this one's place."""
        self._projector.changed.disconnect(self._show)
        self._projector.pressed.disconnect(self._press)
        self._page = None

    def follow(self, page: Page, name: str) -> None:
        """Another page is seen; ``name`` is that of its step."""
        self._page = page
        self._projector.follow(page, name)
        self._show()

    def _show(self) -> None:
        projector, page = self._projector, self._page
        offered = page is not None and page.projects
        self._frame.top.show_projector(
            offered=offered, on=projector.is_on, blank=projector.is_blank, page=projector.page
        )
        self._toggle.setEnabled(offered or projector.is_on)
        for shortcut in self._while_on:
            shortcut.setEnabled(projector.is_on)

    def _bind(self, key: str, act: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._frame)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        return shortcut

    def _press(self, key: str) -> None:
        """A key in the projector's window: it leaves, blanks, turns a page, or drives the meeting."""
        projector = self._projector
        if projector.asked is not None and key not in shortcuts.DOING:
            projector.withdraw()
            if key == shortcuts.CLOSE.keys:
                return
        keys: dict[str, Callable[[], object]] = {
            shortcuts.PROJECTOR.keys: projector.leave,
            shortcuts.CLOSE.keys: projector.leave,
            shortcuts.BLANK.keys: projector.blank,
            "PgDown": lambda: projector.turn(1),
            "PgUp": lambda: projector.turn(-1),
        }
        page = self._page
        if page is not None and page.projects:
            keys |= page.driving
            if page.may_act_unseen:
                keys |= dict.fromkeys(shortcuts.DOING, self._act)
        act = keys.get(key)
        if act is not None:
            act()

    def _act(self) -> None:
        """What the filled button says; where nobody sees what its page warns of, the room is asked first."""
        projector, foot = self._projector, self._frame.foot
        asked = foot.asked if projector.is_over else None
        if asked is None:
            foot.act()
        elif asked == projector.asked:
            projector.withdraw()
            asked.do()
        else:
            projector.ask(asked)

    def _foot_changed(self) -> None:
        """What was asked may not be what would be done any more."""
        if self._projector.asked != self._frame.foot.asked:
            self._projector.withdraw()
