"""Where one page of a document is seen: whole, or as wide as there is room, and turned by the keyboard."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.scroll import Scroll

Zoom = Literal["page", "width"]

ALL = 2**16
"""More pages, and more pixels, than there are."""

TURNS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Home: -ALL, Qt.Key.Key_End: ALL}
PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1, Qt.Key.Key_PageUp: -1}

MARGIN = 16
"""Round the page, at 100 %."""


class PageArea(Scroll):
    """Page keys scroll to the end of the page, then turn; arrows to the sides turn, Home and End far."""

    turned = Signal(int)
    """The keyboard asks for another page: so many on, or as many as there are."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._image = QImage()
        self._zoom: Zoom = "page"
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("look", "second")
        self._label.setMargin(ui.theme.px(MARGIN))
        self.setWidget(self._label)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("look", "window")

    def show_picture(self, png: bytes, name: str) -> None:
        """Another page, from its beginning; ``name`` is what a screen reader calls it."""
        self._image = QImage.fromData(png)
        if self._image.isNull():
            self.show_note(self.ui.tr(say("Siden kan ikke vises.")))
            return
        self._label.setAccessibleName(name)
        self.setAccessibleName(name)
        self._draw()
        self.verticalScrollBar().setValue(0)

    def show_note(self, note: str) -> None:
        """Why there is no page."""
        self._image = QImage()
        self._label.setText(note)
        self._label.setAccessibleName("")
        self.setAccessibleName(note)

    def scroll_to_end(self) -> None:
        """The foot of the page, for who turns back."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def set_zoom(self, zoom: Zoom) -> None:
        """The whole page, or all the width."""
        self._zoom = zoom
        policy = Qt.ScrollBarPolicy
        # Whole pages never need the bar, and one that comes and goes would change the width it depends on.
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if zoom == "width" else policy.ScrollBarAlwaysOff
        )
        self._draw()

    @property
    def page_size(self) -> QSize:
        """How large the page is drawn now."""
        margin = 2 * self.ui.theme.px(MARGIN)
        room = self.viewport().size() - QSize(margin, margin)
        if self._zoom == "width":
            room.setHeight(ALL)
        return self._image.size().scaled(room.expandedTo(QSize(1, 1)), Qt.AspectRatioMode.KeepAspectRatio)

    def _draw(self) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = self._image.scaled(self.page_size * ratio, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        scaled.setDevicePixelRatio(ratio)
        self._label.setPixmap(QPixmap.fromImage(scaled))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page follows the room."""
        super().resizeEvent(event)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn where the page ends."""
        bar, key = self.verticalScrollBar(), Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in TURNS:
            self.turned.emit(TURNS[key])
        elif key not in PAGES:
            super().keyPressEvent(event)
        elif bar.value() == (bar.maximum() if PAGES[key] > 0 else bar.minimum()):
            self.turned.emit(PAGES[key])
        else:
            bar.setValue(bar.value() + PAGES[key] * bar.pageStep())
