"""What all slides of the meeting have: criterion and time above, the title, and a quiet line below."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.projector.projection import Slide
from kvik_desktop.shell.projector.slide_text import SlideText
from kvik_desktop.shell.ui import Ui
from kvik_desktop.workshop.projected import Projected, Question, What
from kvik_desktop.workshop.screens.projected.time_slot import TimeSlot

EDGE, TOP, FOOT = 80, 24, 72
"""Margins of the slide and height of its bottom line, on a screen 1366 across."""


class MeetingSlide(Slide):
    """``body`` is the slide's own part, between title and bottom line."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self._shown: What | None = None
        self.criterion = SlideText(ui, "", ink="text-2")
        self.time = TimeSlot(self)
        self.title = SlideText(ui, "", "title", 600)
        self.question = SlideText(ui, "")
        self.said = SlideText(ui, "", ink="text-2")
        self.page_said = SlideText(ui, "", ink="text-2")
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, self.px(16), 0, self.px(16))
        self.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        inside = QVBoxLayout()
        inside.setContentsMargins(self.px(EDGE), 0, self.px(EDGE), 0)
        inside.setSpacing(0)
        inside.addWidget(self.title)
        inside.addSpacing(self.px(4))
        inside.addWidget(self.question)
        inside.addLayout(self.body, 1)
        column.addLayout(inside, 1)
        self.foot = self._foot()
        column.addWidget(self.foot)

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(self.px(EDGE), self.px(TOP), self.px(EDGE), self.px(8))
        row.setSpacing(self.px(24))
        row.addWidget(self.criterion, 1)
        row.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)
        head.setMinimumHeight(self.px(TOP + 36 + 8))
        return head

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setProperty("look", "window")
        row = QHBoxLayout(foot)
        row.setContentsMargins(self.px(EDGE), self.px(18), self.px(EDGE), self.px(18))
        row.setSpacing(self.px(24))
        row.addWidget(self.said, 1)
        row.addWidget(self.page_said, 0)
        foot.setMinimumHeight(self.px(FOOT))
        policy = foot.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what stands over it does not jump
        foot.setSizePolicy(policy)
        return foot

    # What it shows

    def show_given(self, given: Any, *, fresh: bool) -> None:
        """Show this; the time alone is shown without touching anything else."""
        assert isinstance(given, Projected)
        self.time.show_time(given.time)
        if given.what != self._shown:
            self._shown = given.what
            self.show_what(given.what, fresh=fresh)
            self.show_page()

    def show_what(self, what: Any, *, fresh: bool) -> None:
        """Show another thing."""
        raise NotImplementedError

    def show_question(self, question: Question, *, asked: bool = True) -> None:
        """The subcriterion at hand; ``asked`` also in its words."""
        self.criterion.tell(question.criterion)
        self.title.tell(question.title)
        self.question.tell(question.words if asked else "")

    def settle(self) -> None:
        """Lay out from the inside out, as texts that wrap need, in one go."""
        for inner in (*reversed(self.findChildren(QWidget)), self):
            layout = inner.layout()
            if layout is not None and not inner.isHidden():
                layout.activate()

    def show_page(self) -> None:
        """Say which page it is, where there are several."""
        said = say("Side {page} af {pages}", page=self.page + 1, pages=self.pages)
        self.tell_page(self.ui.tr(said) if self.pages > 1 else "")

    def tell_page(self, said: str) -> None:
        """Say this at the right of the bottom line, which is there only where it has something to say."""
        self.page_said.tell(said)
        self.foot.setVisible(bool(self.said.text() or said))
