"""The page's question in the top line, and beside it how one answers where there is room for all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kvik_desktop.foundation.text import Text
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heading import Heading

GAP = 16


class PageTitle(QWidget):
    """What there is no room for stays as tooltip and description."""

    def __init__(self, ui: Ui, question: Text, how: Text) -> None:
        super().__init__()
        self.ui = ui
        self._how = QLabel(ui.tr(how))
        self._how.setProperty("look", "second")
        self._how.setTextFormat(Qt.TextFormat.PlainText)
        self._can_be_done = True
        self._question = Heading(ui, ui.tr(question))
        self.setToolTip(ui.tr(how))
        self.setAccessibleDescription(ui.tr(how))
        row = QHBoxLayout(self)
        row.setContentsMargins(ui.theme.px(8), 0, 0, 0)
        row.setSpacing(ui.theme.px(GAP))
        row.addWidget(self._question)
        row.addWidget(self._how)

    @property
    def _whole(self) -> int:
        words = QFontMetrics(self.ui.theme.font()).horizontalAdvance(self._how.text())
        return self.minimumSizeHint().width() + self.ui.theme.px(GAP) + words + 2

    def sizeHint(self) -> QSize:
        """Both."""
        return QSize(self._whole, self._question.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The question alone."""
        return QSize(
            self._question.sizeHint().width() + self.ui.theme.px(8), self._question.sizeHint().height()
        )

    def say_how(self, how: Text) -> None:
        """How one answers now."""
        self._how.setText(self.ui.tr(how))
        self.updateGeometry()
        self.show_how(shown=self._can_be_done)

    def show_how(self, *, shown: bool) -> None:
        """Say how one answers, or not while there is nothing to answer with."""
        self._can_be_done = shown
        for tell in (self.setToolTip, self.setAccessibleDescription):
            tell(self._how.text() if shown else "")
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        self._how.setVisible(self._can_be_done and width >= self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both, or the question alone."""
        super().resizeEvent(event)
        self._fit(event.size().width())
