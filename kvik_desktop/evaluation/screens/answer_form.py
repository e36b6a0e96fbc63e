"""One question to answer: its lists to write in, and the stair under them, which is always in sight."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.evaluation.answering import Sheet, is_whole
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.screens.answer_lists import AnswerLists
from kvik_desktop.evaluation.screens.index_rows import AGAIN
from kvik_desktop.evaluation.screens.way_words import CAME_BY
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.model_package.model import Block, Guidance, Method, ModelPackage
from kvik_desktop.model_package.screens import score_words
from kvik_desktop.shell.announcer import speak
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import Column, ScrollColumn
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.score_control import ScoreControl, ScoreValue

OVER_THE_DOCK = 240
"""Pixels that must be left over the stair; with less it scrolls with the page."""


class AnswerForm(QWidget):
    """Keeps its widgets from question to question and fills them anew."""

    written = Signal()
    """Words were changed; it may be in the middle of a sentence."""
    left = Signal()
    """Focus has left a list."""
    scored = Signal()
    """Another score, or *cannot judge*."""

    def __init__(self, ui: Ui, package: ModelPackage, method: Method, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._package, self._method = package, method
        self._read_only = False
        self.subcriterion = ""
        """The question that is shown; empty before the first."""
        self._note: Note | None = None
        self._notes = QVBoxLayout()
        self._title = Heading(ui, "", "large")
        self._question = ReadingText(ui, "")
        self._came = ReadingText(ui, "", "small", ink="text-2")
        self._came.hide()
        self.again = self._mark()
        self.lists = AnswerLists(ui, simple=package.guidance is Guidance.SHORT)
        self.lists.edited.connect(self.written)
        self.lists.committed.connect(self.left)
        self._scores: dict[Block, ScoreControl] = {}
        self._scroll = ScrollColumn(ui)
        self._stairs = QWidget()
        self._dock = QWidget()
        self._is_docked = True
        self._lay_out()

    def _mark(self) -> QCheckBox:
        """Marks an answer to be looked at again; it has its room also where there is no answer yet."""
        box = QCheckBox(self.ui.tr(AGAIN))
        policy = box.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        box.setSizePolicy(policy)
        box.setToolTip("Ctrl+M")
        box.clicked.connect(self.scored)
        box.hide()
        return box

    def _lay_out(self) -> None:
        px = self.ui.theme.px
        body = self._scroll.body
        self._scroll.column.set_padding(24, 16)
        body.setSpacing(px(4))
        body.addLayout(self._notes)
        heading = QHBoxLayout()
        heading.setSpacing(px(16))
        heading.addWidget(self._title, 1)
        heading.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(heading)
        body.addWidget(self._question)
        body.addWidget(self._came)
        body.addSpacing(px(12))
        body.addWidget(self.lists)
        body.addStretch(1)
        stairs = QVBoxLayout(self._stairs)
        stairs.setContentsMargins(0, px(12), 0, px(16))
        self._docked = Column(self.ui)
        self._docked.body.addWidget(self._stairs)
        dock = QVBoxLayout(self._dock)
        dock.setContentsMargins(0, 0, 0, 0)
        dock.setSpacing(0)
        dock.addWidget(Hairline(self.ui))
        dock.addWidget(self._docked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._dock)

    # What it shows

    @property
    def score(self) -> ScoreControl:
        """The stairs of the question that is shown."""
        return self._scores[self._package.block_of(self.subcriterion)]

    def show_question(self, sheet: Sheet, subcriterion: str) -> None:
        """Show a question with what is given; another than before begins at its top."""
        given = sheet.of(subcriterion)
        if subcriterion != self.subcriterion:
            self.lists.attached.clear()
            self._change_question(subcriterion)
            self._show_given(given)
        elif given != self.value():
            self._show_given(given)
        self.lists.show_files(sheet.files_of(subcriterion))
        self._show_way(sheet.ways.get(subcriterion))

    def _show_given(self, given: NewAnswer) -> None:
        self.lists.set_texts(given.texts)
        cannot_judge = given.rating.is_empty and not given.later
        self.score.set_value(score_words.shown(given.rating, cannot_judge=cannot_judge))
        self.again.setChecked(given.later)
        self._show_mark()

    def _show_mark(self) -> None:
        """Only a whole answer can be marked: anything else is among what is missing."""
        whole = is_whole(self.value(), self._package, self._method)
        self.again.setVisible(whole and not self._read_only)
        if not whole:
            self.again.setChecked(False)

    def _show_way(self, way: Way | None) -> None:
        """Quietly how the answer came, where it was not given here."""
        said = CAME_BY.get(way) if way is not None else None
        self._came.setText("" if said is None else self.ui.tr(said))
        self._came.setVisible(said is not None)

    def _score(self) -> None:
        self._show_mark()
        self.scored.emit()

    def _change_question(self, subcriterion: str) -> None:
        focused = QApplication.focusWidget()
        was_scoring = focused is not None and self._stairs.isAncestorOf(focused)
        language = self.ui.tr.language
        sub = self._package.subcriterion(subcriterion)
        self.subcriterion = subcriterion
        self._title.setText(f"{sub.id} {sub.name.in_language(language)}")
        self._question.setText(sub.question.in_language(language))
        block = self._package.block_of(subcriterion)
        if block not in self._scores:
            self._make_score(block)
        for other, control in self._scores.items():
            control.setVisible(other is block)
        if was_scoring and not (focused is not None and focused.isVisible()):
            self.score.setFocus()
        self._scroll.verticalScrollBar().setValue(0)
        speak(self, f"{self._title.text()}. {self._question.text()}")

    def _make_score(self, block: Block) -> None:
        panels = score_words.panels(self._package, block, self._method, self.ui.tr.language)
        control = ScoreControl(self.ui, panels, score_words.QUESTIONS[block])
        control.set_read_only(self._read_only)
        control.changed.connect(self._score)
        self._scores[block] = control
        stairs = self._stairs.layout()
        assert stairs is not None
        stairs.addWidget(control)
        self._dock_or_not()

    def clear(self) -> None:
        """Nothing of what somebody has answered is left."""
        self.lists.clear()
        for control in self._scores.values():
            control.set_value(ScoreValue())
        self._show_way(None)
        self.again.setChecked(False)
        self.again.hide()
        self.subcriterion = ""

    def value(self) -> NewAnswer:
        """What is given now. Without a figure it waits for one, unless one cannot judge."""
        shown = self.score.value()
        rating = score_words.given(shown)
        later = not shown.cannot_judge if rating.is_empty else self.again.isChecked()
        return NewAnswer(self.subcriterion, rating, self.lists.texts(), later)

    def scores(self) -> Mapping[str, int | None]:
        """The score on each stair."""
        return self.score.value().scores

    def set_read_only(self, read_only: bool, note: Note | None) -> None:
        """Let nothing be changed, and say why in a note over the question."""
        if self._note is not None:
            self._notes.removeWidget(self._note)
            self._note.hide()
            self._note.deleteLater()
        self._note = note
        self._notes.setContentsMargins(0, 0, 0, self.ui.theme.px(16) if note is not None else 0)
        if note is not None:
            self._notes.addWidget(note)
        self._read_only = read_only
        self.lists.set_read_only(read_only)
        for control in self._scores.values():
            control.set_read_only(read_only)
        if self.subcriterion:
            self._show_mark()

    # The dock

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stair lets go of the foot where it would leave too little over it."""
        super().resizeEvent(event)
        self._dock_or_not()

    def _dock_or_not(self) -> None:
        inside = self._docked.width_inside(self.width())
        height = self._stairs.heightForWidth(inside) if self._stairs.hasHeightForWidth() else -1
        height = max(height, self._stairs.sizeHint().height())
        docked = self.height() - height >= OVER_THE_DOCK
        if docked == self._is_docked:
            return
        self._is_docked = docked
        self._dock.setVisible(docked)
        if docked:
            self._docked.body.addWidget(self._stairs)
        else:
            self._scroll.body.insertWidget(self._scroll.body.count() - 1, self._stairs)
