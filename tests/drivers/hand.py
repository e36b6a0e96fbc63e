"""The user's two hands: one has only a mouse, the other only a keyboard; both reach what is really there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from kvik_desktop.shell.frame import Frame
from kvik_desktop.shell.window import Window

SOON = 1000
"""Milliseconds after which what is not there will not come."""

FAR = 300
"""More stops than any page has."""


class Hand(Protocol):
    """What both can do; typing needs letters, so the mouse's hand has them as well."""

    window: Window
    inputs: int
    """Clicks and keys so far, without the letters of a text."""

    def press(self, button: QWidget) -> None:
        """Press a button."""

    def enter(self, field: QWidget) -> None:
        """Put the caret in a field."""

    def choose(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Choose a row."""

    def choose_radio(self, button: QRadioButton) -> None:
        """Choose one of a few."""

    def primary(self) -> None:
        """Do what the filled button says."""

    def go(self, step: int) -> None:
        """Go to a step of the rail."""


class Mouse:
    """Clicks on what is seen; what is scrolled away is scrolled to first."""

    def __init__(self, window: Window) -> None:
        self.window, self.inputs = window, 0
        activate(window)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """One click, on the middle unless a point is given."""
        wait_until(widget.isVisible, f"{widget.accessibleName()!r} is not seen")
        bring_into_view(widget)

        def point() -> QPoint:
            return at or widget.rect().center()

        hold(self.window)
        free = f"{widget.accessibleName()!r} is hidden behind something"
        wait_until(lambda: widget.visibleRegion().contains(point()), free)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point())
        self.inputs += 1

    def press(self, button: QWidget) -> None:
        """See :class:`Hand`."""
        self.click(button)

    def enter(self, field: QWidget) -> None:
        """See :class:`Hand`."""
        self.click(field)

    def choose(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """See :class:`Hand`."""
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def choose_radio(self, button: QRadioButton) -> None:
        """On its words: the ring is small."""
        self.click(button, QPoint(button.sizeHint().width() // 2, button.height() // 2))

    def primary(self) -> None:
        """See :class:`Hand`."""
        self.click(frame(self.window).foot.primary)

    def go(self, step: int) -> None:
        """See :class:`Hand`."""
        rail = frame(self.window).rail
        self.choose(rail, rail.model().index(step - 1, 0))


class Keys:
    """Goes by Tab and arrows, and presses; what Tab does not reach, it does not reach."""

    def __init__(self, window: Window) -> None:
        self.window, self.inputs = window, 0
        activate(window)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, where focus is."""
        hold(self.window)
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.inputs += 1

    def reach(self, widget: QWidget) -> None:
        """Tab until the widget has focus."""
        wait_until(widget.isVisible, f"{widget.accessibleName()!r} is not seen")
        for _ in range(FAR):
            if QApplication.focusWidget() is (widget.focusProxy() or widget):
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {widget.accessibleName()!r} ({widget!r})")

    def press(self, button: QWidget) -> None:
        """See :class:`Hand`."""
        self.reach(button)
        self.key(Qt.Key.Key_Space)

    def enter(self, field: QWidget) -> None:
        """See :class:`Hand`."""
        self.reach(field)

    def choose(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """See :class:`Hand`."""
        self.reach(view)
        for _ in range(FAR):
            here = view.currentIndex().row()
            if here == index.row():
                self.key(Qt.Key.Key_Return)
                return
            self.key(Qt.Key.Key_Down if here < index.row() else Qt.Key.Key_Up)
        raise AssertionError("the arrows never came to the row")

    def choose_radio(self, button: QRadioButton) -> None:
        """Tab comes to the one that is chosen, or the first; the arrows go on from there."""
        group = button.group()
        chosen = group.checkedButton() if group is not None else None
        first = group.buttons()[0] if group is not None else button
        self.reach(chosen or first)
        for _ in range(FAR):
            if button.isChecked():
                return
            # where none is chosen yet, the arrows only go there
            is_there = QApplication.focusWidget() is button
            self.key(Qt.Key.Key_Space if is_there else towards(button))
        raise AssertionError(f"the arrows never came to {button.text()!r}")

    def primary(self) -> None:
        """See :class:`Hand`."""
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def go(self, step: int) -> None:
        """See :class:`Hand`."""
        self.key(Qt.Key(Qt.Key.Key_0 + step), Qt.KeyboardModifier.AltModifier)


class Unhurried(Keys):
    """Lets the window do what it has in line before each key, so that the keys alone come to the same."""

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """See :class:`Keys`."""
        QTest.qWait(1)
        super().key(key, modifiers)


HANDS: tuple[Callable[[Window], Hand], ...] = (Mouse, Keys)


def frame(window: Window) -> Frame:
    """The frame of the open file."""
    assert window.room is not None
    return window.room.frame


def towards(target: QWidget) -> Qt.Key:
    """The arrow that leads from what has focus to a widget: up or down first, then to the side."""
    focused = QApplication.focusWidget()
    assert focused is not None
    way = target.mapToGlobal(QPoint()) - focused.mapToGlobal(QPoint())
    if way.y():
        return Qt.Key.Key_Down if way.y() > 0 else Qt.Key.Key_Up
    return Qt.Key.Key_Right if way.x() > 0 else Qt.Key.Key_Left


def activate(window: Window) -> None:
    """It is the window the user has before them."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def hold(window: Window) -> None:
    """The screen of tests forgets the window when a list of proposals over it closes."""
    if QApplication.activeWindow() is None:
        activate(window)


def write(text: str) -> None:
    """Letters, where the caret is."""
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has the caret"
    QTest.keyClicks(focused, text)


def wait_until(is_so: Callable[[], bool], otherwise: str) -> None:
    """Let the window do what it has in line, until something is so."""
    for _ in range(SOON):
        if is_so():
            return
        QTest.qWait(1)
    raise AssertionError(otherwise)


def bring_into_view(widget: QWidget) -> None:
    """Scroll as somebody with a wheel would."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def pick(hand: Hand, choice: QComboBox, words: str) -> None:
    """Choose one of a few, in a drop-down."""
    place = choice.findText(words)
    assert place >= 0, [choice.itemText(each) for each in range(choice.count())]
    if isinstance(hand, Keys):
        hand.enter(choice)
        while choice.currentIndex() != place:
            hand.key(Qt.Key.Key_Down if choice.currentIndex() < place else Qt.Key.Key_Up)
        return
    hand.press(choice)
    view = choice.view()
    at = view.visualRect(choice.model().index(place, 0)).center()

    def is_picked() -> bool:
        if view.isVisible():  # for a moment it takes no click, so that none meets it by mistake
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        return choice.currentIndex() == place and not view.isVisible()

    wait_until(is_picked, f"{words!r} was not chosen")
