"""What a word means, told in a note under the sentence it stands in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.glossary import Entry
from kvik_desktop.model_package.screens.linked_text import LinkedText
from kvik_desktop.shell.announcer import speak
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText


class Explanation(QFrame):
    """One word at a time; the words to read next lead on from it."""

    closed = Signal()

    def __init__(self, ui: Ui, glossary: Mapping[str, Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._glossary = glossary
        self.entry: Entry | None = None
        """What it explains now."""
        self.setProperty("kind", "info")
        self._word = Heading(ui, "")
        self._text = ReadingText(ui, "")
        self.see = LinkedText(ui, glossary, size="small", ink="text-2")
        self.see.asked.connect(self.explain)
        self.close_button = LinkButton(ui, ui.tr(say("Luk")))
        self.close_button.setToolTip("Esc")
        self.close_button.clicked.connect(self.closed)
        px = ui.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.setSpacing(px(4))
        for part in (self._word, self._text, self.see):
            column.addWidget(part)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)

    def explain(self, word: str) -> None:
        """Explain the word with this id, and let a screen reader say it."""
        language, entry = self.ui.tr.language, self._glossary[word]
        self.entry = entry
        name, text = entry.word.in_language(language), entry.explanation.in_language(language)
        self._word.setText(name[:1].upper() + name[1:])
        self._text.setText(text)
        self.see.setVisible(bool(entry.see))
        self.see.set_linked(self._see_also(entry))
        speak(self, f"{name}: {text}")

    def _see_also(self, entry: Entry) -> str:
        words = [self._glossary[other] for other in entry.see if other in self._glossary]
        links = ", ".join(f"[[{each.id}|{each.word.in_language(self.ui.tr.language)}]]" for each in words)
        return self.ui.tr(say("Se også {words}", words=links))
