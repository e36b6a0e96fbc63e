"""A page's three panes, which give way when room is short: first guidance, then the list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from kvik_desktop.shell.reading_order import stops
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.hairline import Hairline

INDEX, GUIDANCE = 232, 272
"""Widths of list and guidance at 100 %, from the design."""

CONTENT = 560
"""Least width of the content while others stand beside it."""


class Panes(QWidget):
    """List, content and guidance side by side; one that has no room becomes a drawer over the content."""

    folded = Signal()
    """Which panes are drawers, or whether they are open, is another than before."""

    def __init__(
        self,
        ui: Ui,
        content: QWidget,
        index: QWidget | None,
        guidance: QWidget | None,
        *,
        index_width: int = INDEX,
        guidance_width: int = GUIDANCE,
        least: int = CONTENT,
    ) -> None:
        """``least`` is the width the content needs while others stand beside it; widths are at 100 %."""
        super().__init__()
        self._ui = ui
        self._index_width, self._guidance_width, self._least = index_width, guidance_width, least
        self._kept_index = index
        self.index, self.content, self.guidance = index, content, guidance
        self._wants_guidance = True
        self._drawer: QWidget | None = None
        self._edge = Hairline(ui, vertical=True)
        self._edge.setParent(self)
        self.index_is_folded = self.guidance_is_folded = False
        for pane in (index, content, guidance):  # the order of the keyboard
            if pane is not None:
                pane.setParent(self)
        for pane in (index, guidance):
            if pane is not None:
                pane.setAutoFillBackground(True)

    def sizeHint(self) -> QSize:
        """As wide as everything beside each other."""
        return QSize(self._room(with_index=True, with_guidance=True), self.content.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The content alone."""
        return self.content.minimumSizeHint()

    @property
    def guidance_is_seen(self) -> bool:
        """Whether guidance stands beside the content or open over it."""
        if self.guidance is None:
            return False
        return self._drawer is self.guidance if self.guidance_is_folded else self._wants_guidance

    def want_guidance(self, *, wanted: bool) -> None:
        """Show or hide guidance; over the content where there is no room beside it."""
        self._wants_guidance = wanted
        if self.guidance_is_folded:
            self._drawer = self.guidance if wanted else None
        self._arrange()

    def keep_guidance(self, *, wanted: bool) -> None:
        """What the user wanted the last time: never opens a drawer by itself."""
        self._wants_guidance = wanted
        self._arrange()

    def show_index(self, *, shown: bool) -> None:
        """Have the list, or be without it where there is nothing to list yet."""
        self.index = self._kept_index if shown else None
        if self._kept_index is not None and not shown:
            self._kept_index.hide()
            self._drawer = None if self._drawer is self._kept_index else self._drawer
        self._arrange()

    def open_index(self) -> None:
        """Open the list that has no room of its own, and give it focus."""
        if self.index is not None and self.index_is_folded:
            self._drawer = self.index
            self._arrange()
            self.index.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_drawer(self) -> bool:
        """Close what is open over the content; False where nothing is. Focus in it goes to the content."""
        drawer, focused = self._drawer, QApplication.focusWidget()
        if drawer is None:
            return False
        had_focus = focused is not None and (drawer is focused or drawer.isAncestorOf(focused))
        self._drawer = None
        self._arrange()
        if had_focus:
            target = self.content.focusProxy() or next(stops(self.content), self.content)
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _room(self, *, with_index: bool, with_guidance: bool) -> int:
        px = self._ui.theme.px
        index = px(self._index_width) if with_index and self.index is not None else 0
        guidance = px(self._guidance_width) if with_guidance and self.guidance is not None else 0
        return index + px(self._least) + guidance

    def _arrange(self) -> None:
        width = self.width()
        self.guidance_is_folded = width < self._room(with_index=True, with_guidance=True)
        self.index_is_folded = width < self._room(with_index=True, with_guidance=False)
        if self._drawer is self.guidance and not self.guidance_is_folded:
            self._drawer = None
        if self._drawer is self.index and not self.index_is_folded:
            self._drawer = None
        left = self._place_index()
        right = self._place_guidance()
        self.content.setGeometry(left, 0, max(width - left - right, 0), self.height())
        self._show_drawer()
        self.update()
        self.folded.emit()

    def _show_drawer(self) -> None:
        """Over the content, with a line where it ends."""
        drawer = self._drawer
        self._edge.setVisible(drawer is not None)
        if drawer is not None:
            rect = drawer.geometry()
            drawer.raise_()
            beside = rect.right() + 1 if drawer is self.index else rect.left() - 1
            self._edge.setGeometry(beside, 0, 1, self.height())
            self._edge.raise_()

    def _place_index(self) -> int:
        """Where the content begins."""
        if self.index is None:
            return 0
        width = min(self._ui.theme.px(self._index_width), self.width())
        self.index.setGeometry(0, 0, width, self.height())
        self.index.setVisible(not self.index_is_folded or self._drawer is self.index)
        return 0 if self.index_is_folded else width + 1

    def _place_guidance(self) -> int:
        """How much the content leaves free at its right."""
        if self.guidance is None:
            return 0
        width = min(self._ui.theme.px(self._guidance_width), self.width())
        self.guidance.setGeometry(self.width() - width, 0, width, self.height())
        self.guidance.setVisible(self.guidance_is_seen)
        docked = self.guidance_is_seen and not self.guidance_is_folded
        return width + 1 if docked else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes a drawer."""
        if event.key() == Qt.Key.Key_Escape and self.close_drawer():
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hairlines between the panes."""
        painter = QPainter(self)
        painter.setPen(self._ui.theme.colour("line"))
        rect = self.content.geometry()
        for x, shown in ((rect.left() - 1, rect.left() > 0), (rect.right() + 1, True)):
            if shown:
                painter.drawLine(x, 0, x, self.height())
