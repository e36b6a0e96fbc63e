"""What a user's hand does to a widget, where QTest has no word for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def press(widget: QWidget, *keys: Qt.Key, at: int = 1000) -> None:
    """Keys pressed at a time in milliseconds."""
    for key in keys:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(at)
        QApplication.sendEvent(widget, event)


def wheel(widget: QWidget) -> bool:
    """One notch upwards; True where the widget took it."""
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def focus(widget: QWidget) -> None:
    """Its window is shown and active, and it has focus as by Tab."""
    widget.window().show()
    widget.window().activateWindow()
    assert QTest.qWaitForWindowActive(widget.window())
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert widget.hasFocus() or widget.focusProxy() is not None
