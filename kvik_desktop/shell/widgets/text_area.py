"""A field for several lines that grows with what is written."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from kvik_desktop.shell.ui import Ui


class TextArea(QPlainTextEdit):
    """Tab goes on to the next field; from ``most`` lines it scrolls."""

    def __init__(
        self,
        ui: Ui,
        text: str = "",
        *,
        placeholder: str = "",
        least: int = 2,
        most: int = 10,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.ui = ui
        self._least, self._most = least, most
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        lines = min(max(ceil(self.document().size().height()), self._least), self._most)
        self.setFixedHeight(ceil(lines * self._line) + self._around)

    @property
    def _line(self) -> float:
        """The height of a line as it is laid out, which some fonts have otherwise than they say."""
        block = self.document().firstBlock()
        self.blockBoundingRect(block)  # lays it out
        layout = block.layout()
        said = float(self.fontMetrics().lineSpacing())
        return layout.lineAt(0).height() if layout.lineCount() else said

    @property
    def _around(self) -> int:
        """Pixels above and below the text; Qt scrolls where a margin and a pixel more are not free."""
        margins = self.contentsMargins()
        return margins.top() + margins.bottom() + ceil(3 * self.document().documentMargin()) + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._grow()

    def minimumSizeHint(self) -> QSize:
        """Its height is fixed; it may be narrow."""
        return QSize(self.ui.theme.px(120), self.minimumHeight())
