"""The right panel: what helps one to answer, in sections that fold, with words that can be opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.glossary import shipped_glossary
from kvik_desktop.model_package.screens.explanation import Explanation
from kvik_desktop.model_package.screens.guidance_section import FoldSection, PassageSection
from kvik_desktop.model_package.screens.guidance_words import Section
from kvik_desktop.model_package.screens.linked_text import LinkedText
from kvik_desktop.model_package.screens.step_words import StepWords
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.score_control import Panel
from kvik_desktop.shell.widgets.scroll import Scroll

BEFORE_STEPS = ("about", "questions")
"""The sections that stand before the steps in words."""


class GuidancePanel(Scroll):
    """Knows no question: a page gives it sections and stairs. It keeps its widgets and fills them anew."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._glossary = shipped_glossary(ui.theme.resources).by_id
        self._sections: dict[str, PassageSection] = {}
        self._steps: list[StepWords] = []
        self._panels: tuple[Panel, ...] = ()
        self._order: list[FoldSection] = []
        self._marked: dict[str, int | None] | None = None
        self._explanation = Explanation(ui, self._glossary)
        self._explanation.hide()
        self._explanation.closed.connect(self.close_explanation)
        self.setProperty("look", "window")
        self.setAccessibleName(ui.tr(say("Vejledning")))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QFrame()
        content.setProperty("look", "window")
        px = ui.theme.px
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(px(20), px(12), px(20), px(24))
        self._column.setSpacing(px(4))
        self._column.addWidget(self._explanation)
        self._column.addStretch(1)
        self.setWidget(content)

    # What it shows

    def show_sections(self, sections: Sequence[Section], panels: Sequence[Panel] = ()) -> None:
        """Show this; what was folded stays folded, and one begins at the top."""
        self.close_explanation()
        self._marked = None
        shown = {section.key: section for section in sections}
        for key in shown.keys() - self._sections.keys():
            self._add(shown[key])
        for key, widget in self._sections.items():
            widget.setVisible(key in shown)
            if key in shown:
                widget.heading.set_text(shown[key].title)
                widget.show_passages(shown[key].passages)
        self._show_panels(tuple(panels))
        self._arrange([section.key for section in sections])
        self.verticalScrollBar().setValue(0)

    def mark(self, scores: Mapping[str, int | None]) -> None:
        """Mark the step of each stair's score; of several stairs the one that is used is unfolded."""
        before, self._marked = self._marked, dict(scores)
        for steps, panel in zip(self._steps, self._panels, strict=False):
            steps.mark(scores.get(panel.key))
        if before is None or len(self._panels) == 1:
            return
        used = [key for key, score in scores.items() if score != before.get(key)]
        if len(used) == 1:
            for steps, panel in zip(self._steps, self._panels, strict=False):
                steps.heading.setChecked(panel.key == used[0])

    def _add(self, section: Section) -> None:
        widget = PassageSection(self.ui, self._glossary, section, parent=self.widget())
        widget.asked.connect(lambda word, line: self._explain(word, line, widget.rows))
        self._sections[section.key] = widget

    def _show_panels(self, panels: tuple[Panel, ...]) -> None:
        """Only another kind of question has other steps."""
        if panels == self._panels:
            return
        self._panels = panels
        alone = len(panels) == 1
        titles = [self.ui.tr(say("Trinene i ord")) if alone else panel.name for panel in panels]
        while len(self._steps) < len(panels):
            first = not self._steps
            place = len(self._steps)
            self._steps.append(
                StepWords(self.ui, titles[place], panels[place], unfolded=first, parent=self.widget())
            )
        for place, steps in enumerate(self._steps):
            steps.setVisible(place < len(panels))
            if place < len(panels):
                steps.show_panel(titles[place], panels[place])

    def _arrange(self, keys: Sequence[str]) -> None:
        before = [self._sections[key] for key in keys if key in BEFORE_STEPS]
        after = [self._sections[key] for key in keys if key not in BEFORE_STEPS]
        order: list[FoldSection] = [*before, *self._steps[: len(self._panels)], *after]
        if order != self._order:
            self._order = order
            for place, section in enumerate(order):
                self._column.insertWidget(place, section)

    # Words

    def _explain(self, word: str, line: LinkedText, rows: QVBoxLayout) -> None:
        """Explain a word under its sentence; the same word once more closes it."""
        shown = self._explanation
        if not shown.isHidden() and shown.entry is not None and shown.entry.id == word:
            self.close_explanation()
            return
        shown.hide()
        rows.insertWidget(rows.indexOf(line) + 1, shown)
        shown.explain(word)
        shown.show()
        rows.activate()
        self.ensureWidgetVisible(shown)

    def close_explanation(self) -> bool:
        """Take the explanation away; False where none is open."""
        was_open = not self._explanation.isHidden()
        self._explanation.hide()
        return was_open

    def event(self, event: QEvent) -> bool:
        """Escape is ours as long as a word is explained."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and not self._explanation.isHidden()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the explanation."""
        if event.key() == Qt.Key.Key_Escape and self.close_explanation():
            return
        super().keyPressEvent(event)
