"""A question with one line to fill in, asked at the bottom of the page; the foot holds the answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.proposal_edit import ProposalEdit
from kvik_desktop.shell.widgets.reading_text import ReadingText


class NameBar(QWidget):
    """Hidden until it asks."""

    changed = Signal()
    """Something else is written."""
    left = Signal()
    """Escape: not now."""

    def __init__(self, ui: Ui, question: str, text: str, label: str) -> None:
        super().__init__()
        self.ui = ui
        px = ui.theme.px
        self.line = ProposalEdit(ui, ())
        self.line.textChanged.connect(self.changed)
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(Heading(ui, question))
        words.addWidget(ReadingText(ui, text, ink="text-2"))
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(px(24), px(16), px(24), px(16))
        row.setSpacing(px(32))
        row.addLayout(words, 1)
        row.addWidget(Field(ui, label, self.line), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(ui))
        column.addLayout(row)
        self.hide()

    @property
    def text(self) -> str:
        """What is written."""
        return " ".join(self.line.text().split())

    def ask(self, proposals: Sequence[str], first: str) -> None:
        """Ask; ``first`` is filled in unless something is written."""
        self.line.set_proposals(proposals)
        if not self.text:
            self.line.setText(first)
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def event(self, event: QEvent) -> bool:
        """Escape is ours while it is asked."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape: not now."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
