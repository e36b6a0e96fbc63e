"""The column of a page: what is read and written stands in it, never wider than it can be read."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.scroll import Scroll

WIDE, MARGIN = 608, 32
"""At 100 %: text lines of 80 characters with their margins, and the least margin."""


class Column(QWidget):
    """Put things in ``body``. With more room than it needs it stands in the middle, or at the left."""

    def __init__(
        self,
        ui: Ui,
        *,
        wide: int = WIDE,
        margin: int = MARGIN,
        centred: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = ui
        self._wide, self._margin, self._centred = wide, margin, centred
        self._taken = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(ui.theme.px(margin), 0, ui.theme.px(margin), 0)
        self._row.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setSpacing(ui.theme.px(16))
        self._row.addLayout(self.body)

    def width_inside(self, width: int) -> int:
        """How wide the body is in a column of this width."""
        return width - sum(self._sides(width))

    def _sides(self, width: int) -> tuple[int, int]:
        """What is free at the left and at the right."""
        px = self.ui.theme.px
        free = width - px(self._wide)
        left = max(px(self._margin), free // 2 if self._centred else 0)
        return left, max(px(self._margin), free - left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins take what the column does not need."""
        super().resizeEvent(event)
        self._place()

    def set_taken(self, pixels: int) -> None:
        """A scroll bar takes this much at the right: it lies in the margin and moves nothing."""
        if pixels != self._taken:
            self._taken = pixels
            self._place()

    def _place(self) -> None:
        left, right = self._sides(self.width() + self._taken)
        right = max(right - self._taken, 0)
        margins = self._row.contentsMargins()
        if (margins.left(), margins.right()) != (left, right):
            self._row.setContentsMargins(left, margins.top(), right, margins.bottom())
            self._row.activate()  # now: a picture between would show it elsewhere

    def set_padding(self, top: int, bottom: int) -> None:
        """Pixels at 100 % over and under the body."""
        margins, px = self._row.contentsMargins(), self.ui.theme.px
        self._row.setContentsMargins(margins.left(), px(top), margins.right(), px(bottom))

    def minimumSizeHint(self) -> QSize:
        """It may be as narrow as its margins allow."""
        hint = super().minimumSizeHint()
        inside = self.body.minimumSize().width() + 2 * self.ui.theme.px(self._margin)
        return QSize(inside, hint.height())


class ScrollColumn(Scroll):
    """A column that scrolls, never sideways."""

    def __init__(
        self,
        ui: Ui,
        *,
        wide: int = WIDE,
        margin: int = MARGIN,
        centred: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.column = Column(ui, wide=wide, margin=margin, centred=centred)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.column)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window or the scroll bar has made the view another."""
        super().resizeEvent(event)
        self.column.set_taken(self.width() - self.viewport().width())

    @property
    def body(self) -> QVBoxLayout:
        """Where things are put."""
        return self.column.body
