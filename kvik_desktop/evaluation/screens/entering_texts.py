"""What is written on a sheet about the question one is at: four lists, in the order of the paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kvik_desktop.evaluation.screens.answer_lists import LISTS, Texts
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.short_list import ShortList


class EnteringTexts(QWidget):
    """Enter begins the next line, Tab goes to the next list."""

    edited = Signal()
    committed = Signal()

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lists = {
            kind: ShortList(ui, words.title, words.question, words.icon) for kind, words in LISTS.items()
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ui.theme.px(12))
        for made in self.lists.values():
            made.edited.connect(self.edited)
            made.committed.connect(self.committed)
            column.addWidget(made)

    def texts(self) -> Texts:
        """Everything that is written."""
        return {kind: made.texts() for kind, made in self.lists.items()}

    def set_texts(self, texts: Texts) -> None:
        """Show these, without a signal."""
        for kind, made in self.lists.items():
            made.set_texts(texts.get(kind, ()))

    def first(self) -> ShortList:
        """Where one begins to write."""
        return next(iter(self.lists.values()))

    @property
    def has_caret(self) -> bool:
        """Whether one is writing."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)
