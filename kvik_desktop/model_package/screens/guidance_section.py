"""One section of the guidance: a heading that folds, and the passages under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.model_package.glossary import Entry
from kvik_desktop.model_package.screens.fold_heading import FoldHeading
from kvik_desktop.model_package.screens.guidance_words import Passage, Section
from kvik_desktop.model_package.screens.linked_text import LinkedText
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.reading_text import ReadingText


class FoldSection(QWidget):
    """Whether it is folded is the user's choice, and stays from question to question."""

    def __init__(self, ui: Ui, title: str, *, unfolded: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.heading = FoldHeading(ui, title, unfolded=unfolded)
        self.body = QWidget()
        if not unfolded:
            self.body.hide()  # never show what has no parent yet: it would be a window
        self.heading.toggled.connect(self.body.setVisible)
        self.rows = QVBoxLayout(self.body)
        self.rows.setContentsMargins(0, 0, 0, ui.theme.px(8))
        self.rows.setSpacing(ui.theme.px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.body)


class PassageSection(FoldSection):
    """Keeps its lines from question to question and fills them anew."""

    asked = Signal(str, LinkedText)
    """A word is to be explained: its id, and the sentence it stands in."""

    def __init__(
        self, ui: Ui, glossary: Mapping[str, Entry], section: Section, parent: QWidget | None = None
    ) -> None:
        super().__init__(ui, section.title, unfolded=section.unfolded, parent=parent)
        self._glossary = glossary
        self._dotted = section.dotted
        self._lines: list[tuple[ReadingText, LinkedText]] = []
        self._passages: Sequence[Passage] = ()
        self._filled: Sequence[Passage] = ()
        self.heading.toggled.connect(self._unfold)
        self.show_passages(section.passages)

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Show other passages; those that are folded away are filled in when they are unfolded."""
        self._passages = passages
        if self.heading.isChecked():
            self._fill()

    def _unfold(self, wanted: bool) -> None:
        if wanted:
            self._fill()

    def _fill(self) -> None:
        if self._filled is self._passages:
            return
        passages = self._filled = self._passages
        while len(self._lines) < len(passages):
            self._add()
        for place, (label, line) in enumerate(self._lines):
            is_used = place < len(passages)
            line.setVisible(is_used)
            label.setVisible(is_used and bool(passages[place].label))
            if is_used:
                label.setText(passages[place].label)
                line.set_linked(passages[place].text)

    def _add(self) -> None:
        label = ReadingText(self.ui, "", "small", 500, parent=self.body)
        line = LinkedText(self.ui, self._glossary, dotted=self._dotted, parent=self.body)
        line.asked.connect(lambda word: self.asked.emit(word, line))
        self._lines.append((label, line))
        self.rows.addWidget(label)
        self.rows.addWidget(line)

    def lines(self) -> tuple[LinkedText, ...]:
        """The sentences that are shown."""
        return tuple(line for _, line in self._lines if not line.isHidden())
