"""Buttons: primary, secondary, quiet, link and icon; each may sleep and then says why."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.announcer import speak
from kvik_desktop.shell.look.icons import icon, pixmap
from kvik_desktop.shell.look.stylesheet import restyle
from kvik_desktop.shell.ui import Ui

PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)
ICON = 18
GAP = 4
"""What Qt's own four pixels between icon and words lack to eight, at 100 %."""


class Button(QPushButton):
    """A button with words. Asleep it keeps its place and its focus, and pressing it only says why."""

    refused = Signal(str)
    """It was pressed asleep; the reason."""

    look: ClassVar[str]
    ink: ClassVar[str] = "text"
    """The token its icon is painted in."""

    def __init__(
        self,
        ui: Ui,
        text: str,
        icon: str = "",
        *,
        trailing: bool = False,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``trailing`` puts the icon after the words; ``small`` is 32 high instead of 40, for lists."""
        super().__init__(text, parent)
        self.ui = ui
        self.asleep = ""
        """Why it cannot be pressed now; empty when it can."""
        self.setProperty("look", self.look)
        self.setProperty("low", small)
        self.setAutoDefault(False)
        self.set_icon(icon, trailing=trailing)

    def set_icon(self, name: str, *, trailing: bool = False) -> None:
        """Another icon; an empty name is none."""
        self._icon, self._trailing = name, trailing
        after = bool(name) and trailing
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if after else Qt.LayoutDirection.LeftToRight)
        self.setIcon(QIcon(self._picture()) if name else QIcon())
        self.setIconSize(QSize(self.ui.theme.px(ICON) + self.ui.theme.px(GAP), self.ui.theme.px(ICON)))

    def _picture(self) -> QPixmap:
        """The icon with room towards the words."""
        drawn = pixmap(self.ui.theme, self._icon, "text-3" if self.asleep else self.ink, ICON)
        gap = round(self.ui.theme.px(GAP) * drawn.devicePixelRatio())
        picture = QPixmap(drawn.width() + gap, drawn.height())
        picture.setDevicePixelRatio(drawn.devicePixelRatio())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.drawPixmap(self.ui.theme.px(GAP) if self._trailing else 0, 0, drawn)
        painter.end()
        return picture

    def set_asleep(self, reason: str) -> None:
        """Sleep for a reason, as "Tag stilling til 2 tekster først"; an empty one wakes it."""
        if reason == self.asleep:
            return
        self.asleep = reason
        tr = self.ui.tr
        self.setAccessibleDescription(tr(say("Ikke nu. {reason}", reason=reason)) if reason else "")
        self.setToolTip(reason)
        self.setProperty("asleep", bool(reason))
        self.set_icon(self._icon, trailing=self._trailing)
        restyle(self)

    def hitButton(self, pos: QPoint) -> bool:
        """Asleep nothing is hit."""
        return not self.asleep and super().hitButton(pos)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say why where it was pressed asleep."""
        super().mouseReleaseEvent(event)
        if self.asleep and self.rect().contains(event.position().toPoint()):
            self._refuse()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does; asleep both say why."""
        if event.key() not in PRESSING:
            super().keyPressEvent(event)
        elif self.asleep:
            self._refuse()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def _refuse(self) -> None:
        speak(self, self.asleep)
        self.refused.emit(self.asleep)


class PrimaryButton(Button):
    """The one filled button of a page, named after what happens."""

    look = "primary"
    ink = "on-accent"


class SecondaryButton(Button):
    """A bordered button."""

    look = "secondary"


class QuietButton(Button):
    """A button without a border, in the accent."""

    look = "quiet"
    ink = "accent"


class LinkButton(Button):
    """Words that lead somewhere, in a line of text or under a note."""

    look = "link"
    ink = "accent"


class IconButton(QToolButton):
    """An icon with its words as tooltip and name; ``shortcut`` is shown there, not made."""

    def __init__(
        self,
        ui: Ui,
        icon_name: str,
        text: str,
        shortcut: str = "",
        *,
        ink: str = "text-2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = ui
        self._ink = ink
        self.shortcut_shown = shortcut
        side = ui.theme.px(ICON)
        self.setIconSize(QSize(side, side))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_icon(icon_name)
        self.set_words(text)

    def set_icon(self, name: str) -> None:
        """Another icon."""
        self.setIcon(icon(self.ui.theme, name, self._ink, ICON, on="text-selected", alone=True))

    def set_words(self, text: str) -> None:
        """Another name, as "Fortryd: slet området"."""
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({self.shortcut_shown})" if self.shortcut_shown else text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        if event.key() in PRESSING[1:] and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
