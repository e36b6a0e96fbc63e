"""A page behind the start page: a heading, content that scrolls, and a foot with the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kvik_desktop.desktop.note_place import NotePlace
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.foot import FootBar
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll


class SubPage(QWidget):
    """Its column is ``body``; Escape and the first button of the foot lead back."""

    left = Signal()
    """The user wants back to the start page."""
    went = Signal(str)
    """The user wants to another page behind the start page."""

    widest: ClassVar[int] = 640
    """The column, at 100 %: fields and text of at most 80 characters."""

    help: ClassVar[Text | None] = None
    """Three to five sentences for somebody who is here for the first time."""

    def __init__(self, ui: Ui, title: str, text: str = "") -> None:
        super().__init__()
        self.ui = ui
        self.given: object = None
        """What it was given to show, or what has been written in it: it can be made anew from that."""
        self.notes = NotePlace(ui)
        self.foot = FootBar(ui)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(ui.theme.px(24))
        self._begin(title, text)
        self.area = self._area(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addWidget(Hairline(ui))
        whole.addWidget(self.foot)
        self.set_foot(None)

    def _begin(self, title: str, text: str) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(self.ui.theme.px(8))
        self.heading = Heading(self.ui, title, "large")
        lines.addWidget(self.heading)
        if text:
            lines.addWidget(ReadingText(self.ui, text, ink="text-2"))
        self.body.addLayout(lines)

    def add_group(self, heading: str, *parts: QWidget) -> None:
        """Add parts under a heading of their own."""
        group = QVBoxLayout()
        group.setSpacing(self.ui.theme.px(8))
        group.addWidget(Heading(self.ui, heading))
        for part in parts:
            group.addWidget(part)
        self.body.addLayout(group)

    def _area(self, title: str) -> Scroll:
        px = self.ui.theme.px
        column = QWidget()
        column.setMaximumWidth(px(self.widest))
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(16))
        inside.addWidget(self.notes)
        inside.addLayout(self.body)
        inside.addStretch(1)
        page = QWidget()
        area = Scroll()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(title)
        area.setWidget(page)
        outside = QVBoxLayout(page)
        outside.setContentsMargins(px(72), px(40), px(40), px(24))
        outside.addWidget(column)
        return area

    def refresh(self) -> None:
        """Ask for what is shown; called when the page is in its place."""

    def set_foot(self, primary: Act | None, secondary: Sequence[Act] = (), hint: str = "") -> None:
        """The bottom line; the way back comes first in it."""
        back = Act(self.ui.tr(say("Tilbage")), self.left.emit, icon="chevron-left", shortcut="Esc")
        self.foot.show_foot(Foot(primary, (back, *secondary), hint))

    def first_focus(self) -> QWidget:
        """What has focus when the page comes forward."""
        return self.foot.primary if not self.foot.primary.isHidden() else self.foot.buttons[0]
