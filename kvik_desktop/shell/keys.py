"""Binds the keys of the overview to what they do, for one frame."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from kvik_desktop.shell import shortcuts
from kvik_desktop.shell.frame import Frame
from kvik_desktop.shell.help_dialog import show_help
from kvik_desktop.shell.reading_order import stops

if TYPE_CHECKING:
    from kvik_desktop.shell.room import Room
    from kvik_desktop.shell.window import Window

MOST_STOPS = 9


def bind(frame: Frame, room: Room, window: Window) -> None:
    """The keys of an open file; they live and die with the frame."""
    keys: dict[str, Callable[[], object]] = {
        **dict.fromkeys(shortcuts.DOING, frame.foot.act),
        shortcuts.UNDO.keys: room.undo,
        shortcuts.REDO.keys: room.redo,
        "Ctrl+Shift+Z": room.redo,
        shortcuts.GUIDANCE.keys: frame.toggle_guidance,
        shortcuts.INDEX.keys: frame.open_index,
        shortcuts.NEXT_ZONE.keys: lambda: next_zone(frame, 1),
        shortcuts.LAST_ZONE.keys: lambda: next_zone(frame, -1),
        shortcuts.START.keys: window.leave,
        shortcuts.HELP.keys: lambda: show_help(window, window.ui, room.page, finds=room.finds),
        shortcuts.CLOSE.keys: frame.close_last,
        **sizes(window),
    }
    for number in range(1, MOST_STOPS + 1):
        keys[f"Alt+{number}"] = _going(room, number)
    bind_all(frame, keys)
    frame.help.connect(keys[shortcuts.HELP.keys])


def sizes(window: Window) -> dict[str, Callable[[], object]]:
    """The keys that change the size of type, everywhere."""
    return {
        shortcuts.LARGER.keys: lambda: window.resize_type(1),
        "Ctrl+=": lambda: window.resize_type(1),
        shortcuts.SMALLER.keys: lambda: window.resize_type(-1),
        shortcuts.NORMAL.keys: lambda: window.resize_type(0),
    }


def bind_all(owner: QWidget, keys: dict[str, Callable[[], object]]) -> None:
    """Each key calls its function while ``owner`` or what is in it has focus.

    Held down, the one that does the primary act does it once: what asks first is not answered by that press.
    """
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(key not in shortcuts.DOING)
        shortcut.activated.connect(act)


def bind_seen(page: QWidget, keys: dict[str, Callable[[], object]]) -> None:
    """Each key calls its function while the page is seen, wherever in the window focus is."""
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)


def _going(room: Room, number: int) -> Callable[[], None]:
    return lambda: room.go_number(number)


def next_zone(frame: Frame, step: int) -> None:
    """Give focus to the first thing in the next zone that can have it, round and round."""
    zones = frame.zones()
    focused = QApplication.focusWidget()
    here = next((place for place, zone in enumerate(zones) if _holds(zone, focused)), -1 if step > 0 else 0)
    for distance in range(1, len(zones) + 1):
        target = next(stops(zones[(here + step * distance) % len(zones)]), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _holds(zone: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (zone is focused or zone.isAncestorOf(focused))
