"""A line of text with proposals: one of them is chosen, or something else is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton

WIDEST = 480
"""Of the list, at 100 %."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAVING = (*ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
SHOWN = 8
"""Proposals that are seen at once; the rest scroll."""


class ProposalEdit(QLineEdit):
    """Typing finds among the proposals, anywhere in their words; Down and the arrow show all of them."""

    chosen = Signal(str)
    """The user has chosen a proposal."""

    def __init__(
        self,
        ui: Ui,
        proposals: Sequence[str],
        text: str = "",
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.ui = ui
        self._proposals = QStringListModel(list(proposals), self)
        self.setPlaceholderText(placeholder)
        self.finder = QCompleter(self._proposals, self)
        self.finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self.finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.finder.setMaxVisibleItems(SHOWN)
        self._popup = QListView()
        self._popup.setProperty("look", "proposals")
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.finder.setPopup(self._popup)
        self.setCompleter(self.finder)
        self.finder.activated.connect(self.chosen)
        self._button = IconButton(ui, "chevron-down", ui.tr(say("Vis forslag")), "↓", parent=self)
        self._button.setProperty("look", "inset")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setCursor(Qt.CursorShape.ArrowCursor)
        self._button.setVisible(bool(proposals))
        self._button.clicked.connect(self.propose)
        self.setTextMargins(0, 0, ui.theme.px(24), 0)

    def set_proposals(self, proposals: Sequence[str]) -> None:
        """Propose others."""
        if list(proposals) != self._proposals.stringList():
            self._proposals.setStringList(list(proposals))
            self._button.setVisible(bool(proposals))

    def propose(self) -> None:
        """Show all proposals."""
        if self._proposals.rowCount() and not self.isReadOnly():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.finder.setCompletionPrefix("")
            self._widen()
            self.finder.complete()

    def _widen(self) -> None:
        """The list is as wide as its longest words, the field may be narrower."""
        edge = self._popup.verticalScrollBar().sizeHint().width() + self.ui.theme.px(16)
        wide = self._popup.sizeHintForColumn(0) + edge
        self._popup.setMinimumWidth(max(self.width(), min(wide, self.ui.theme.px(WIDEST))))

    def event(self, event: QEvent) -> bool:
        """While proposals are shown their list has the keys: those that leave the field still leave it."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in LEAVING
            and self._popup.isVisible()
            and not (event.key() in ENTER and self._popup.currentIndex().isValid())
        ):
            self._popup.hide()
            again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            QCoreApplication.sendEvent(self, again)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down shows the proposals, with Alt or without."""
        if event.key() == Qt.Key.Key_Down and not self._popup.isVisible():
            self.propose()
        else:
            self._widen()
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The arrow stays at the right end."""
        super().resizeEvent(event)
        side = self._button.sizeHint()
        right = self.width() - side.width() - self.ui.theme.px(6)
        self._button.setGeometry(QRect(QPoint(right, (self.height() - side.height()) // 2), side))
