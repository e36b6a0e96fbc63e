"""The whole package as its reader gets it, to be read from one end to the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from kvik_desktop.bundle.choosing import Review
from kvik_desktop.bundle.draft import Draft
from kvik_desktop.bundle.payload import ActionRow
from kvik_desktop.bundle.screens.action_lines import action_lines
from kvik_desktop.bundle.screens.sample import counted, lists_of, result_of, score_words
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import STEPS
from kvik_desktop.model_package.scoring import band_range
from kvik_desktop.shell.look.theme import Size, Weight
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.ui import Ui

WIDEST = 640
"""Of the text, at 100 %."""
TIED = "\u00a0"
"""A blank at which no line is broken."""


class PackageView(QWidget):
    """Plain words in headings and paragraphs; nothing in it is markup, and it can be searched and copied."""

    foot_changed = Signal()
    wanted = Signal(str)

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._sent: Draft | None = None
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("look", "bare")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(ui.tr(say("Hele pakken")))
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(ui.theme.px(24), ui.theme.px(16), 0, 0)
        column.addWidget(self.text)

    def show_review(self, review: Review) -> None:
        """Write it down; the very payload is what is shown."""
        if review.preview.sent == self._sent:
            return
        self._sent = review.preview.sent
        place = self.text.verticalScrollBar().value()
        self.text.setDocument(_Writer(self.ui, self.text, review).document)
        self.text.verticalScrollBar().setValue(place)

    def first_focus(self) -> QWidget:
        """The text."""
        return self.text

    @property
    def foot(self) -> Foot:
        """Back to the review."""
        tr = self.ui.tr
        back = Act(tr(say("Tilbage til gennemsynet")), lambda: self.wanted.emit("gennemse"))
        return Foot(primary=back)


class _Writer:
    """One document, written from top to bottom."""

    def __init__(self, ui: Ui, owner: QTextEdit, review: Review) -> None:
        self._ui, self._review = ui, review
        self.document = QTextDocument(owner)
        self.document.setDefaultFont(ui.theme.font())
        self.document.setTextWidth(ui.theme.px(WIDEST))
        self._cursor = QTextCursor(self.document)
        self._is_first = True
        self._line(say("Pakken, som modtageren læser den"), "large", 600)
        self._line(review.preview.sent.result.title, ink="text-2")
        language = ui.tr.language
        for criterion in review.package.criteria:
            self._line(f"{criterion.id} {criterion.name.in_language(language)}", "body", 600, before=24)
            for sub in criterion.subcriteria:
                self._subcriterion(sub.id, sub.name.in_language(language))
        self._plan()

    def _line(
        self,
        words: Text | str,
        size: Size = "body",
        weight: Weight = 400,
        *,
        ink: str = "text",
        before: int = 0,
        indent: int = 0,
    ) -> None:
        px = self._ui.theme.px
        block = QTextBlockFormat()
        block.setTopMargin(px(before))
        block.setLeftMargin(px(indent))
        block.setLineHeight(self._ui.theme.line(size), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        how = QTextCharFormat()
        how.setFont(self._ui.theme.font(size, weight))
        how.setForeground(self._ui.theme.colour(ink))
        if self._is_first:
            self._cursor.setBlockFormat(block)
            self._is_first = False
        else:
            self._cursor.insertBlock(block)
        self._cursor.insertText(self._ui.tr(words), how)

    def _subcriterion(self, key: str, name: str) -> None:
        review, tr = self._review, self._ui.tr
        result = result_of(review.preview.sent, key)
        self._line(f"{key} {name}", weight=500, before=12)
        score = score_words(result, review.package, review.method)
        facts = [tr(say("Fælles vurdering: {score}", score=score)), tr(counted(result))]
        if result.histogram is not None:
            ranges = (band_range(band, review.method) for band in range(STEPS))
            facts += [
                f"{low}-{high}:{TIED}{count}" if low != high else f"{low}:{TIED}{count}"
                for (low, high), count in zip(ranges, result.histogram, strict=True)
            ]
        self._line(" · ".join(facts), ink="text-2")
        for heading, lines in lists_of(review.preview.sent, key):
            self._line(heading, "small", 500, before=4)
            for line in lines:
                self._line(f"• {line}", indent=8)

    def _plan(self) -> None:
        actions = self._review.preview.sent.plan.actions
        if not actions:
            return
        self._line(say("Handlingsplan"), weight=600, before=24)
        for action in actions:
            self._action(action)

    def _action(self, action: ActionRow) -> None:
        self._line(f"{action.number} {action.title}", weight=500, before=12)
        for name, value in action_lines(action):
            self._line(say("{name}: {value}", name=name, value=value), ink="text-2")
