"""A button of the bars: an icon with its word beside it, which can be left out where room is short."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton

EDGE, GAP = 12, 8


class BarButton(IconButton):
    """Without its word it is the icon alone, and the word is its name and tooltip.

    It paints its own words: Qt sets an icon closer to them than the eye likes, and off the middle.
    """

    def __init__(
        self, ui: Ui, icon_name: str, text: str, shortcut: str = "", *, trailing: bool = False
    ) -> None:
        """``trailing`` sets the icon after the word."""
        super().__init__(ui, icon_name, text, shortcut)
        self._trailing = trailing
        self.setProperty("look", "bar")
        self.setText(text)
        self.spared = 0
        """Pixels that leaving out the word spares now."""
        self.show_words(shown=True)

    @property
    def _has_words(self) -> bool:
        return self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon

    def show_words(self, *, shown: bool) -> None:
        """The icon with its word, or alone."""
        style, whole = Qt.ToolButtonStyle, self.minimumWidth() + self.spared
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly)
        self._keep_room()
        self.spared = 0 if shown else whole - self.minimumWidth()

    def call(self, text: str) -> None:
        """Another word."""
        if text == self.text():
            return
        shown = self._has_words
        self.setText(text)
        self.set_words(text)
        self.spared = 0
        self.show_words(shown=True)
        self.show_words(shown=shown)

    def sizeHint(self) -> QSize:
        """The icon, the word and some air."""
        px = self.ui.theme.px
        words = px(GAP) + QFontMetrics(self.font()).horizontalAdvance(self.text()) if self._has_words else 0
        return QSize(self.iconSize().width() + words + 2 * px(EDGE), super().sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """The sheet gives buttons a least width; this one keeps room for its word instead."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._keep_room()
        return done

    def _keep_room(self) -> None:
        self.setMinimumWidth(self.sizeHint().width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The field as the sheet has it, then icon and word."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        side, edge = self.iconSize().width(), self.ui.theme.px(EDGE)
        left = edge if self._has_words else (self.width() - side) // 2
        if self._has_words and self._trailing:
            left = self.width() - edge - side
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        state = QIcon.State.On if self.isChecked() else QIcon.State.Off
        place = QRect(left, (self.height() - side) // 2, side, side)
        self.icon().paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode, state)
        if self._has_words:
            words = self.rect().adjusted(
                edge if self._trailing else left + side + self.ui.theme.px(GAP), 0, 0, 0
            )
            painter.setPen(self.ui.theme.colour("text-selected" if self.isChecked() else "text-2"))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
