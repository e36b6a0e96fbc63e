"""Looking for words in everything an open file may show here: a field, and under it where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kvik_desktop.foundation.searching import excerpt, wanted
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.passages import Passage, found
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton
from kvik_desktop.shell.widgets.choice_delegate import ChoiceItem
from kvik_desktop.shell.widgets.choice_list import ChoiceList

WIDTH, HEIGHT = 640, 560
"""At 100 %; never more than the window."""

MOST = 100
"""So many are shown: who gets more writes a longer word."""

NAME = say("Søg i alle tekster")
WHAT_IS_SEARCHED = say("Spørgsmål, konsensus, forbedringer, handlingsplan og opfølgning")


class FindPanel(QDialog):
    """Stands over the page until something is chosen or Esc is pressed; nothing of what it held is left."""

    chosen = Signal(str, str)
    """The user wants to go to this stop and this place in it."""

    def __init__(self, parent: QWidget, ui: Ui) -> None:
        super().__init__(parent)
        self.ui = ui
        self.stands = True
        """It is not closed yet."""
        self._passages: Sequence[Passage] = ()
        self._shown: dict[str, Passage] = {}
        tr, px = ui.tr, ui.theme.px
        self.setWindowTitle(tr(NAME))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr(say("Søg")))
        self.field.setAccessibleName(tr(NAME))
        self.field.textChanged.connect(lambda _: self._find())
        self.field.returnPressed.connect(self._go_to_first)
        self._close = IconButton(ui, "close", tr(say("Luk søgningen")), "Esc")
        self._close.clicked.connect(self.reject)
        self.told = QLabel()
        self.told.setProperty("look", "small")
        self.told.setWordWrap(True)
        self.list = ChoiceList(ui, say("Fundet"))
        self.list.chosen.connect(self._go)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.field, 1)
        line.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(16))
        column.setSpacing(px(8))
        column.addLayout(line)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        self.resize(min(px(WIDTH), parent.width()), min(px(HEIGHT), parent.height()))
        self._find()

    def take(self, passages: Sequence[Passage]) -> None:
        """Search in these; what is written meanwhile is looked for now."""
        self._passages = passages
        self._find()

    def _find(self) -> None:
        words = self.field.text()
        hits = found(self._passages, words)
        self._shown = {str(place): each for place, each in enumerate(hits[:MOST])}
        self.list.set_items(list(self._items(wanted(words))))
        told = self.ui.tr(self._tell(len(hits)) if words.strip() else WHAT_IS_SEARCHED)
        self.told.setText(told)
        self.field.setAccessibleDescription(told)

    @staticmethod
    def _tell(n: int) -> Text:
        if not n:
            return say("Ikke fundet. Prøv med et kortere ord.")
        if n > MOST:
            return say("Fundet {n} steder. De første {most} er vist: skriv mere af ordet.", n=n, most=MOST)
        return say_n("Fundet {n} sted", "Fundet {n} steder", n)

    def _items(self, words: Sequence[str]) -> Iterator[ChoiceItem]:
        """A heading for each part of the file, and under it what is found there."""
        for group, keys in groupby(self._shown, key=lambda key: self._shown[key].group):
            yield ChoiceItem(f"in {group}", group, heading=True)
            for key in keys:
                yield self._item(key, self._shown[key], words)

    @staticmethod
    def _item(key: str, passage: Passage, words: Sequence[str]) -> ChoiceItem:
        around = excerpt(passage.text, words)
        second = ": ".join(part for part in (passage.kind, around) if part)
        return ChoiceItem(key, passage.name, number=passage.number, second=second)

    def _go_to_first(self) -> None:
        if self._shown:
            self._go(next(iter(self._shown)))

    def _go(self, key: str) -> None:
        passage = self._shown[key]
        self.accept()
        self.chosen.emit(passage.stop, passage.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down in the field goes to what is found."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus() and self._shown:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Close, and forget what was looked for and found, also before Qt has thrown it away."""
        self.stands = False
        self._passages = ()
        self.field.clear()
        super().done(result)
        self.deleteLater()
