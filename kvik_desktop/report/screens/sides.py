"""Two halves of a page beside each other; where there is too little room, one under the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.scroll import Scroll


class Sides(QWidget):
    """Beside each other each half scrolls by itself; under each other they scroll as one, never sideways."""

    def __init__(
        self,
        ui: Ui,
        left: QWidget,
        right: QWidget,
        *,
        fold: int,
        left_width: int = 0,
        right_width: int = 0,
        right_look: str = "surface",
    ) -> None:
        """Widths are at 100 %; 0 takes what is left. Narrower than ``fold`` the right half stands below.

        ``right_look`` is a surface of the style sheet: ``surface`` or ``window``.
        """
        super().__init__()
        self._ui, self._left, self._right = ui, left, right
        self._fold = fold
        self._is_folded = False
        self._one = _area()
        self._two = _area()
        inside = QWidget()
        self._one.setWidget(inside)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(left, 1)
        self._between = Hairline(ui, vertical=True)
        self._framed = QFrame()
        self._framed.setProperty("look", right_look)
        self._two.setWidget(self._framed)
        framed = QVBoxLayout(self._framed)
        framed.setContentsMargins(0, 0, 0, 0)
        framed.addWidget(right)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._one, 0 if left_width else 1)
        layout.addWidget(self._between)
        layout.addWidget(self._two, 0 if right_width else 1)
        self._left_width, self._right_width = left_width, right_width
        self._show_widths()

    @property
    def is_folded(self) -> bool:
        """Whether the right half stands under the left."""
        return self._is_folded

    def scroll_to(self, widget: QWidget) -> None:
        """Bring something in either half into view."""
        area = self._one if self._is_folded or self._left.isAncestorOf(widget) else self._two
        area.ensureWidgetVisible(widget, 0, self._ui.theme.px(24))

    def scroll_to_top(self) -> None:
        """Show the beginning of the left half."""
        self._one.verticalScrollBar().setValue(0)

    def _show_widths(self) -> None:
        px, free = self._ui.theme.px, 2**24 - 1
        for area, width in ((self._one, self._left_width), (self._two, self._right_width)):
            fixed = px(width) if width and not self._is_folded else 0
            area.setMinimumWidth(fixed)
            area.setMaximumWidth(fixed or free)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold and unfold."""
        super().resizeEvent(event)
        folded = event.size().width() < self._ui.theme.px(self._fold)
        if folded != self._is_folded:
            self._is_folded = folded
            self._move()

    def _move(self) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._framed.isAncestorOf(focused)
        if self._is_folded:
            self._two.takeWidget()
            self._column.addWidget(self._framed, 1)
        else:
            self._column.removeWidget(self._framed)
            self._two.setWidget(self._framed)
        self._column.setStretchFactor(self._left, 0 if self._is_folded else 1)
        self._framed.show()
        self._two.setVisible(not self._is_folded)
        self._between.setVisible(not self._is_folded)
        self._show_widths()
        if had_focus and focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)


def _area() -> Scroll:
    area = Scroll()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
