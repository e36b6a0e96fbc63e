"""The area one is at: its words, its effect and ease in four steps each, and its theme."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.action_plan.areas import PlacedArea
from kvik_desktop.action_plan.pages import Wall
from kvik_desktop.action_plan.screens.improvement_words import dots, letters, source, where
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.four_step import FourStep
from kvik_desktop.shell.widgets.proposal_edit import ProposalEdit
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText


class AreaDetail(QWidget):
    """Themes are shown where there are any, and to who asks for one."""

    effect_given = Signal(int)
    ease_given = Signal(int)
    """1-4, or 0 for none."""
    theme_given = Signal(str)
    """The area's theme, empty for none."""
    parted = Signal()
    """The area is to be taken apart."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._kept = ""
        tr, px = ui.tr, ui.theme.px
        self._name = ReadingText(ui, "", weight=600)
        self._facts = ReadingText(ui, "", "small", ink="text-2")
        self.parts = ReadingList(ui, (), size="small", ink="text-2")
        self.apart = LinkButton(ui, tr(say("Skil ad igen")), "minus")
        self.apart.clicked.connect(self.parted)
        self.effect, self.ease = FourStep(ui, say("Effekt")), FourStep(ui, say("Lethed"))
        self.effect.chosen.connect(self.effect_given)
        self.ease.chosen.connect(self.ease_given)
        placeholder = tr(say("Skriv et tema, eller vælg et"))
        self.theme = ProposalEdit(ui, (), placeholder=placeholder)
        self.theme.editingFinished.connect(self._give_theme)
        self.theme.chosen.connect(lambda _: self._give_theme())
        self._theme = Field(ui, tr(say("Tema")), self.theme)
        self._theme.hide()
        self._steps = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._steps.setSpacing(px(16))
        self._steps.addLayout(self._labelled(say("Effekt"), self.effect))
        self._steps.addLayout(self._labelled(say("Lethed"), self.ease))
        self._steps.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        for part in (self._name, self._facts):
            column.addWidget(part)
        column.addLayout(self._steps)
        column.addWidget(self.parts)
        column.addWidget(self.apart, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._theme)

    def _labelled(self, words: Text, step: FourStep) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.ui.theme.px(4))
        label = QLabel(self.ui.tr(words))
        label.setProperty("look", "second")
        row.addWidget(label)
        row.addWidget(step)
        row.addStretch(1)
        return row

    def show_area(self, area: PlacedArea, place: int, wall: Wall, *, read_only: bool) -> None:
        """Show an area; ``place`` is its place on the wall, which gives its letter."""
        tr, priority = self.ui.tr, area.priority
        self._name.setText(f"{letters(place)}  {area.area.text}")
        given = [] if area.dots is None else [tr(dots(area.dots))]
        self._facts.setText(" · ".join([tr(where(area)), *given, source(area, wall, tr, named=True)]))
        self.parts.set_sentences([f"{part.subcriterion} {part.text}" for part in area.parts])
        for part in (self.parts, self.apart):
            part.setVisible(bool(area.parts))
        self.apart.setEnabled(not read_only)
        self.effect.set_step(priority.effect or 0)
        self.ease.set_step(priority.ease or 0)
        for step in (self.effect, self.ease):
            step.setEnabled(not read_only)
        self.theme.set_proposals(wall.themes)
        self.theme.setReadOnly(read_only)
        if not self.theme.hasFocus() or priority.theme != self._kept:
            self.theme.setText(priority.theme)
        self._kept = priority.theme

    def show_theme(self, *, shown: bool) -> None:
        """Have the field for the theme, or be without it."""
        self._theme.setVisible(shown)

    def ask_theme(self) -> None:
        """Go to the field for the theme."""
        self._theme.show()
        self.theme.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.theme.selectAll()

    def stand(self, *, narrow: bool) -> None:
        """Effect and ease beside each other, or under each other."""
        way = QBoxLayout.Direction
        self._steps.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def _give_theme(self) -> None:
        theme = " ".join(self.theme.text().split())
        if theme != self._kept:
            self._kept = theme
            self.theme_given.emit(theme)
