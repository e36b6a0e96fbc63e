"""What can be seen and heard of a window, looked through for what would shut somebody out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontInfo, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heat_map import HeatMap

Role = QAccessible.Role
TAB = Qt.FocusPolicy.TabFocus
ROLES: dict[type[QWidget], set[QAccessible.Role]] = {
    QAbstractButton: {Role.Button, Role.CheckBox, Role.RadioButton, Role.ButtonMenu, Role.Switch, Role.Link},
    QLineEdit: {Role.EditableText},
    QTextEdit: {Role.EditableText},
    QPlainTextEdit: {Role.EditableText},
    QComboBox: {Role.ComboBox},
    QAbstractItemView: {Role.List, Role.Table, Role.Tree},
    QAbstractSlider: {Role.Slider},
    QAbstractSpinBox: {Role.SpinBox},
}
NO_ROLE = {Role.NoRole, Role.Client, Role.Window}
MAY_SCROLL_SIDEWAYS = HeatMap
FAR = 250
"""More stops than any page has."""


def seen(root: QWidget) -> list[QWidget]:
    """A window, and everything in it that is shown, also what is scrolled away."""
    return [root, *(widget for widget in root.findChildren(QWidget) if widget.isVisible())]


def called(widget: QWidget) -> str:
    """Enough to find a widget by."""
    name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    above = widget.parentWidget()
    return f"{type(widget).__name__} {str(name)[:50]!r} in {type(above).__name__}"


# Names, roles and states


def stops(view: Sequence[QWidget]) -> list[QWidget]:
    """What Tab is to come to."""
    return [
        widget
        for widget in view
        if widget.focusPolicy() & TAB
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not isinstance(widget, QScrollBar)
        and widget.objectName() != "qt_spinbox_lineedit"
    ]


def unheard(view: Sequence[QWidget]) -> Iterator[str]:
    """What can have focus without a name, a role or its state."""
    for widget in stops(view):
        face = QAccessible.queryAccessibleInterface(widget)
        if not face.text(QAccessible.Text.Name).strip():
            yield f"no name: {called(widget)}"
        role = face.role()
        if role in NO_ROLE and not isinstance(widget, QScrollArea):
            yield f"no role: {called(widget)}"
        for kind, roles in ROLES.items():
            if isinstance(widget, kind) and role not in roles:
                yield f"is a {role.name}: {called(widget)}"
        if isinstance(widget, QAbstractButton) and widget.isCheckable() and not face.state().checkable:
            yield f"does not say whether it is chosen: {called(widget)}"


# The order of the keyboard


def unreached(view: Sequence[QWidget]) -> Iterator[str]:
    """What Tab leaves out, and where it goes back against the direction of reading."""
    root, expected = view[0], stops(view)
    if not expected:
        return
    visited = _walk(root, expected)
    yield from (f"Tab leaves out {called(widget)}" for widget in expected if widget not in visited)
    places = {widget: _Place.of(widget, root) for widget in visited}
    turns = zip(visited, visited[1:] + visited[:1], strict=True)
    back = [(one, other) for one, other in turns if places[other].is_before(places[one])]
    if len(back) > 1:  # once from the last to the first, wherever one began
        yield from (f"Tab goes back from {called(one)} to {called(other)}" for one, other in back)


def _walk(root: QWidget, expected: Sequence[QWidget]) -> list[QWidget]:
    """What has focus, Tab by Tab, until it comes round."""
    if QApplication.focusWidget() not in expected:
        QTest.keyClick(root, Qt.Key.Key_Tab)
    visited: list[QWidget] = []
    for _ in range(FAR):
        focused = QApplication.focusWidget()
        if focused in visited:
            return visited
        if focused is not None:
            visited.append(focused)
        QTest.keyClick(focused or root, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes round from {called(visited[0]) if visited else called(root)}")


@dataclass(frozen=True)
class _Place:
    """Where a widget is in its window, and where its pane is when it is in one that scrolls."""

    rect: QRect
    pane: QRect | None

    @classmethod
    def of(cls, widget: QWidget, root: QWidget) -> _Place:
        above = widget.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        pane = _rect(above.viewport(), root) if above is not None and above is not root else None
        return cls(_rect(widget, root), pane)

    def is_before(self, other: _Place) -> bool:
        """Whether one reads this first: it is over the other in a column, or left of it in a line."""
        same = self.pane == other.pane
        mine, others = (self.rect, other.rect) if same else (self.pane or self.rect, other.pane or other.rect)
        is_under = others.left() <= mine.right() and mine.left() <= others.right()
        is_beside = mine.top() <= others.center().y() <= mine.bottom()
        is_beside = is_beside or others.top() <= mine.center().y() <= others.bottom()
        return (is_under and mine.bottom() < others.top()) or (is_beside and mine.right() < others.left())


def _rect(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


# What is cut


def cut(view: Sequence[QWidget]) -> Iterator[str]:
    """Words without the room they need, and what lies beyond the edge."""
    for widget in view:
        lacking = _lacking(widget)
        if lacking and widget.width() > 1 and widget.height() > 1:
            yield f"{lacking} cut: {called(widget)}"
        if _lies_outside(widget):
            yield f"outside: {called(widget)} {widget.geometry().getRect()}"
        if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, MAY_SCROLL_SIDEWAYS):
            beyond = widget.horizontalScrollBar().maximum()
            if beyond and not isinstance(widget, QLineEdit):
                yield f"scrolls sideways by {beyond}: {called(widget)}"


def _lacking(widget: QWidget) -> str:
    """By what measure a widget's words are cut; empty where they are not."""
    if isinstance(widget, QLabel) and widget.text():
        return _short(widget)
    if isinstance(widget, QPushButton | QToolButton) and widget.text():
        return _short(widget)
    if isinstance(widget, QAbstractButton) and widget.iconSize().width() > widget.width():
        return "icon"
    if isinstance(widget, QLineEdit) and not widget.text() and widget.placeholderText():
        room = widget.contentsRect().width() - widget.textMargins().left() - widget.textMargins().right() - 4
        need = QFontMetrics(widget.font()).horizontalAdvance(widget.placeholderText())
        return f"{need - room} px wide placeholder" if need > room else ""
    if isinstance(widget, QAbstractItemView):
        return _short_rows(widget)
    return ""


def _short(widget: QWidget) -> str:
    hint = widget.sizeHint()
    if widget.minimumSizeHint().width() == 0:  # it shows as much as there is room for, by itself
        return ""
    if widget.hasHeightForWidth():
        need = widget.heightForWidth(widget.width())
        return f"{need - widget.height()} px high" if need > widget.height() + 1 else ""
    if hint.width() > widget.width() + 1:
        return f"{hint.width() - widget.width()} px wide"
    return f"{hint.height() - widget.height()} px high" if hint.height() > widget.height() + 1 else ""


def _short_rows(view: QAbstractItemView) -> str:
    model = view.model()
    for row in range(min(model.rowCount(), 40)):
        index = model.index(row, 0)
        need, has = view.sizeHintForIndex(index).height(), view.visualRect(index).height()
        if need > has + 1 and has > 0:
            return f"{need - has} px high row {row}"
    return ""


def _lies_outside(widget: QWidget) -> bool:
    above = widget.parentWidget()
    if above is None or widget.isWindow() or widget.width() <= 1 or widget.height() <= 1:
        return False
    over = above.parentWidget()
    if isinstance(over, QAbstractScrollArea) and over.viewport() is above:
        return False
    return not above.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())


def sizes_of_type(view: Sequence[QWidget], ui: Ui) -> Iterator[str]:
    """Words in another size than the three."""
    known = {QFontInfo(ui.theme.font(size)).pixelSize() for size in ("large", "body", "small")}
    for widget in view:
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QTextEdit) and widget.width() > 1:
            text = widget.toPlainText() if isinstance(widget, QTextEdit) else widget.text()
            pixels = QFontInfo(widget.font()).pixelSize()
            if text and pixels not in known:
                yield f"{pixels} px type: {called(widget)}"
