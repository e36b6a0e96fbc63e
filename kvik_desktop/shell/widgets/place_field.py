"""Where something new will lie, and the way to another place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.field import Field


class PathLabel(QLabel):
    """A path on one line, cut in the middle where there is no room; the whole is its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_path(self, path: Path) -> None:
        """Another path."""
        self.setText(str(path))
        self.setToolTip(str(path))
        self.setAccessibleName(str(path))

    def minimumSizeHint(self) -> QSize:
        """As narrow as it must be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The path as far as there is room."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class _Line(QWidget):
    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.path = PathLabel()
        self.other = LinkButton(ui, ui.tr(say("Vælg et andet sted…")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ui.theme.px(16))
        row.addWidget(self.path, 1)
        row.addWidget(self.other)
        self.setFocusProxy(self.other)


class PlaceField(Field[_Line]):
    """The path under its label, with what is wrong with it below."""

    asked = Signal()
    """The user wants another place."""

    def __init__(self, ui: Ui, label: str = "", hint: str = "") -> None:
        """``label`` is for what is no file, or for one that has another name."""
        super().__init__(ui, label or ui.tr(say("Her kommer filen til at ligge")), _Line(ui), hint)
        self.control.other.clicked.connect(self.asked)

    @property
    def button(self) -> LinkButton:
        """The way to another place."""
        return self.control.other

    def show_path(self, path: Path) -> None:
        """Another path; what was wrong with the one before is over."""
        self.control.path.show_path(path)
        self.set_error("")
