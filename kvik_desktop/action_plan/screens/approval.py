"""Approving the plan: who does it, asked in the page; the date is today's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.proposal_edit import ProposalEdit
from kvik_desktop.shell.widgets.reading_text import ReadingText


class Approval(QWidget):
    """Stands under the table while it is asked; the foot holds what can be answered."""

    changed = Signal()
    """The name is another."""
    left = Signal()
    """Escape: not now."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        text = say(
            "Derefter begynder opfølgningen. I kan stadig rette i planen, og godkendelsen kan fortrydes."
        )
        self.who = ProposalEdit(ui, ())
        self.who.textChanged.connect(self.changed)
        self._field = Field(ui, tr(say("Navn")), self.who)
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(Heading(ui, tr(say("Hvem godkender planen?"))))
        words.addWidget(ReadingText(ui, tr(text), ink="text-2"))
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(px(24), px(16), px(24), px(16))
        row.setSpacing(px(32))
        row.addLayout(words, 1)
        row.addWidget(self._field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(ui))
        column.addLayout(row)
        self.hide()

    @property
    def name(self) -> str:
        """Who approves, as it is written."""
        return " ".join(self.who.text().split())

    def ask(self, leaders: list[str]) -> None:
        """Ask who; the only leader is filled in."""
        self.who.set_proposals(leaders)
        if not self.name and len(leaders) == 1:
            self.who.setText(leaders[0])
        self.show()
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self.who.selectAll()

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
