"""The order of the keyboard is the order one reads in, however late something was made.

Qt puts a new widget last in the window, after the foot, wherever it stands on the page; lines that come as
one writes, rows that are made anew and pages that are filled later would all be reached at the wrong place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


@runtime_checkable
class Ordered(Protocol):
    """A widget that is read in another order than its layout's."""

    def reading_order(self) -> list[QWidget]:
        """What stands in it, as it is read."""


def stops(widget: QWidget) -> Iterator[QWidget]:
    """What Tab comes to in a widget: itself, or what stands in it, as its layouts have it."""
    if not widget.isVisible() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    if isinstance(widget, Ordered):
        for part in widget.reading_order():
            yield from stops(part)
        return
    for child in _children(widget):
        yield from stops(child)


def _children(widget: QWidget) -> list[QWidget]:
    """What stands in a widget, first what its layout has, then what it places itself."""
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return [inside] if inside is not None else []
    inside_it = [child for child in widget.children() if isinstance(child, QWidget)]
    layout = widget.layout()
    placed = list(_in_layout(layout, inside_it)) if layout is not None else []
    known = set(placed)
    others = (child for child in inside_it if child not in known)
    return [*placed, *(child for child in others if not child.isWindow())]


def _in_layout(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Those of the widgets that a layout has, as it has them.

    Its items are not asked for: what Python is told of one outlives it, and is then taken for whatever Qt
    makes at the same place.
    """
    order: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(each), each) for each in widgets]
    order += [(layout.indexOf(part), part) for part in layout.children() if isinstance(part, QLayout)]
    for place, part in sorted(order, key=lambda found: found[0]):
        if place < 0:
            continue
        if isinstance(part, QLayout):
            yield from _in_layout(part, widgets)
        else:
            yield part


def step_from(root: QWidget, focused: QWidget | None, step: int) -> QWidget | None:
    """The stop after (1) or before (-1) what has focus, round and round; None where nothing can have it."""
    order = list(stops(root))
    if not order:
        return None
    here = next((place for place, stop in enumerate(order) if _holds(stop, focused)), None)
    if here is None:
        return order[0 if step > 0 else -1]
    return order[(here + step) % len(order)]


def _holds(stop: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (stop is focused or stop.isAncestorOf(focused))


def go(root: QWidget, *, on: bool) -> bool:
    """Give focus to the next stop, or the one before; False where there is none."""
    target = step_from(root, QApplication.focusWidget(), 1 if on else -1)
    if target is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    _bring_into_view(target)
    return True


def _bring_into_view(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
