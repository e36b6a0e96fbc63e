"""A heading that folds what is under it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui

CHEVRON, HEIGHT = 16, 32


class FoldHeading(QAbstractButton):
    """Checked is unfolded. Its words never fold away; the chevron at the right says which way it goes."""

    def __init__(self, ui: Ui, text: str, *, unfolded: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.setCheckable(True)
        self.setFont(ui.theme.font("body", 600))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._describe)
        self.setChecked(unfolded)
        self._describe()
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Other words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def _describe(self) -> None:
        tr = self.ui.tr
        self.setAccessibleDescription(tr(say("Foldet ud")) if self.isChecked() else tr(say("Foldet sammen")))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter folds as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """The words in one line, and the chevron."""
        px = self.ui.theme.px
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + px(CHEVRON + 8), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """It is never lower."""
        return QSize(self.ui.theme.px(CHEVRON), self.ui.theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words at the left, chevron at the right."""
        theme = self.ui.theme
        over = self.underMouse()
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.colour("accent" if over else "text"))
        side = theme.px(CHEVRON)
        words = QRect(0, 0, self.width() - side, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        chevron = "chevron-up" if self.isChecked() else "chevron-down"
        picture = pixmap(theme, chevron, "accent" if over else "text-2", CHEVRON)
        painter.drawPixmap(self.width() - side, (self.height() - side) // 2, picture)
        painter.end()
