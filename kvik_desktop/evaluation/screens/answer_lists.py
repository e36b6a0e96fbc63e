"""What a participant writes about a question: evidence, strengths, areas for improvement and ideas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kvik_desktop.evaluation.evidence.model import Attachment
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.screens.attached_files import AttachedFiles
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.short_list import ShortList

Texts = Mapping[StatementKind, tuple[str, ...]]

TWO_COLUMNS_FROM = 480
"""Width at 100 % from which strengths and areas stand beside each other."""


@dataclass(frozen=True)
class ListWords:
    """How a list is asked for."""

    title: Text
    question: Text
    icon: str


LISTS: Mapping[StatementKind, ListWords] = {
    StatementKind.EVIDENCE: ListWords(say("Dokumentation"), say("Hvad kan vi vise frem?"), "document"),
    StatementKind.STRENGTH: ListWords(say("Styrker"), say("Hvad gør vi godt?"), "trend"),
    StatementKind.AREA: ListWords(say("Forbedringsområder"), say("Hvad kan blive bedre?"), "flag"),
    StatementKind.IDEA: ListWords(say("Idéer"), say("Hvad kunne vi prøve?"), "pencil"),
}
"""In the order they are read."""

ONE_OF_EACH: Mapping[StatementKind, ListWords] = {
    **LISTS,
    StatementKind.STRENGTH: ListWords(say("En styrke"), say("Hvad gør vi godt?"), "trend"),
    StatementKind.AREA: ListWords(say("Et forbedringsområde"), say("Hvad kan blive bedre?"), "flag"),
}
"""As the short edition asks."""

EXTRA = frozenset({StatementKind.IDEA})
EXTRA_WHEN_SIMPLE = frozenset({StatementKind.EVIDENCE, StatementKind.IDEA})
"""What is shown only when somebody asks for more, or when something is written there."""


class AnswerLists(QWidget):
    """Simple, it asks for one strength and one area; whoever wants to write more gets all four lists."""

    edited = Signal()
    committed = Signal()

    def __init__(self, ui: Ui, *, simple: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._extra = EXTRA_WHEN_SIMPLE if simple else EXTRA
        self._simple = simple
        self._wants_more = False
        words = ONE_OF_EACH if simple else LISTS
        self.lists = {kind: self._list(said) for kind, said in words.items()}
        self.attached = AttachedFiles(ui)
        self._evidence = self._with_files(self.lists[StatementKind.EVIDENCE])
        self.more = LinkButton(ui, "")
        self.more.clicked.connect(self._toggle)
        self._columns = 0
        px = ui.theme.px
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(32))
        self._grid.setVerticalSpacing(px(16))
        self._arrange(2)
        self._show()

    def _list(self, words: ListWords) -> ShortList:
        made = ShortList(self.ui, words.title, words.question, words.icon)
        made.edited.connect(self.edited)
        made.committed.connect(self.committed)
        return made

    def _with_files(self, evidence: ShortList) -> QWidget:
        """The files stand right under what is written about them."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.ui.theme.px(4))
        column.addWidget(evidence)
        column.addWidget(self.attached)
        return both

    def texts(self) -> Texts:
        """Everything that is written."""
        return {kind: made.texts() for kind, made in self.lists.items()}

    def set_texts(self, texts: Texts) -> None:
        """Show these, without a signal."""
        for kind, made in self.lists.items():
            made.set_texts(texts.get(kind, ()))
        self._show()

    def show_files(self, files: Sequence[Attachment]) -> None:
        """Show what lies beside the answer."""
        self.attached.show_files(files)
        self._show()

    def clear(self) -> None:
        """Nothing of what somebody has written or attached is left."""
        self.set_texts({})
        self.attached.clear()
        self._show()

    def set_read_only(self, read_only: bool) -> None:
        """Nothing can be changed."""
        for made in self.lists.values():
            made.set_read_only(read_only)
        self.attached.set_read_only(read_only)

    def first(self) -> ShortList:
        """Where one begins to write."""
        return next(made for made in self.lists.values() if not made.isHidden())

    def _toggle(self) -> None:
        self._wants_more = not self._wants_more
        self._show()
        if self._wants_more:
            self.lists[min(self._extra, key=list(self.lists).index)].setFocus()

    def _show(self) -> None:
        if self._simple:
            for kind in (StatementKind.STRENGTH, StatementKind.AREA):
                self.lists[kind].set_asked(None if self._wants_more else 1)
        unfolded = False
        for kind in self._extra:
            made = self.lists[kind]
            is_used = bool(made.texts()) or (kind is StatementKind.EVIDENCE and bool(self.attached.files))
            made.setVisible(self._wants_more or is_used)
            unfolded = unfolded or not is_used
        has_evidence = not self.lists[StatementKind.EVIDENCE].isHidden()
        self.attached.setVisible(has_evidence)
        self._evidence.setVisible(has_evidence)
        self.more.setVisible(unfolded)
        tr = self.ui.tr
        self.more.setText(tr(say("Vis færre felter")) if self._wants_more else tr(say("Vis flere felter")))
        self.more.set_icon("chevron-up" if self._wants_more else "chevron-down")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Strengths and areas beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange(2 if event.size().width() >= self.ui.theme.px(TWO_COLUMNS_FROM) else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        top = Qt.AlignmentFlag.AlignTop
        strength, area = self.lists[StatementKind.STRENGTH], self.lists[StatementKind.AREA]
        self._grid.addWidget(self._evidence, 0, 0, 1, 2, top)
        self._grid.addWidget(strength, 1, 0, 1, 3 - columns, top)
        self._grid.addWidget(area, 1 if columns == 2 else 2, columns - 1, 1, 3 - columns, top)
        self._grid.addWidget(self.lists[StatementKind.IDEA], 3, 0, 1, 2, top)
        self._grid.addWidget(self.more, 4, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
