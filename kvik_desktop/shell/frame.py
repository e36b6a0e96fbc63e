"""The frame around the pages of an open file: rail, top line, content and foot, which never move."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text
from kvik_desktop.shell.foot import FootBar
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.panes import CONTENT
from kvik_desktop.shell.rail import NARROW, WIDTH, Rail
from kvik_desktop.shell.rail_column import RailColumn
from kvik_desktop.shell.reading_order import go, stops
from kvik_desktop.shell.session import Steps
from kvik_desktop.shell.top_bar import TopBar
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.note import Note, problem_note
from kvik_desktop.shell.widgets.undo_line import UndoLine
from kvik_desktop.shell.workspace import Jump, Remark, Status, Workspace


class Frame(QWidget):
    """Shows one page at a time; ``F6`` goes round its zones."""

    chosen = Signal(str)
    """A stop of the rail."""
    undo = Signal()
    redo = Signal()
    leave = Signal()
    help = Signal()
    guidance = Signal(bool)
    projector = Signal()
    blank = Signal()
    slide = Signal(int)
    remarked = Signal(object)
    """The :class:`Jump` to what a remark asks for is to be made."""

    def __init__(self, ui: Ui, workspace: Workspace, menu: QToolButton) -> None:
        super().__init__()
        self._ui = ui
        self.page: Page | None = None
        self._status = Status("")
        self._wants_guidance = True
        self.rail_column = RailColumn(ui, workspace)
        self.rail: Rail = self.rail_column.rail
        self.top = TopBar(ui, menu)
        self.foot = FootBar(ui)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(ui.theme.px(8))
        self._problem: Note | None = None
        self._remark: Remark | None = None
        self._remark_note: Note | None = None
        self._pages = QStackedWidget()
        # A page yields, not the notes or the foot; also to one that is hidden, which counts in its height.
        self._pages.setMinimumHeight(1)
        self._line = UndoLine(ui)
        self._lay_out()
        self._make_room()
        self.rail.chosen.connect(self.chosen)
        self.rail_column.leave.connect(self.leave)
        self.rail_column.help.connect(self.help)
        self.top.undo.connect(self.undo)
        self.top.redo.connect(self.redo)
        self.top.index.connect(self.open_index)
        self.top.guidance.connect(self._want_guidance)
        self.top.projector.connect(self.projector)
        self.top.blank.connect(self.blank)
        self.top.slide.connect(self.slide)
        self._line.undone.connect(self.undo)

    def _lay_out(self) -> None:
        content = QVBoxLayout()
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self.top)
        content.addWidget(Hairline(self._ui))
        content.addLayout(self._notes)
        content.addWidget(self._pages, 1)
        content.addWidget(self._line)
        content.addWidget(Hairline(self._ui))
        content.addWidget(self.foot)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail_column, 0, 0)
        grid.addWidget(Hairline(self._ui, vertical=True), 0, 1)
        grid.addLayout(content, 0, 2)
        grid.setColumnStretch(2, 1)

    # Pages

    def show_page(self, page: Page, stop: str) -> None:
        """Bring a page forward."""
        before, self.page = self.page, page
        if before is not page:
            self.clear_problem()
            if before is not None:
                before.foot_changed.disconnect(self._show_foot)
                if before.panes is not None:
                    before.panes.folded.disconnect(self._show_panes)
            if self._pages.indexOf(page) < 0:
                self._pages.addWidget(page)
            page.foot_changed.connect(self._show_foot)
            if page.panes is not None:
                page.panes.folded.connect(self._show_panes)
                page.panes.keep_guidance(wanted=self._wants_guidance)
            self.top.show_part(page.top)
            self._pages.setCurrentWidget(page)
        self.rail.show_current(stop)
        self._show_foot()
        self._show_panes()

    def forget(self, page: Page) -> None:
        """Throw a page away."""
        page.retired = True
        if self.page is page:
            self.page = None
        self._pages.removeWidget(page)
        page.deleteLater()

    def keep_guidance(self, *, wanted: bool) -> None:
        """Show guidance as the user wanted it the last time."""
        self._wants_guidance = wanted

    def _want_guidance(self, wanted: bool) -> None:
        self._wants_guidance = wanted
        if self.page is not None and self.page.panes is not None:
            self.page.panes.want_guidance(wanted=wanted)
        self.guidance.emit(wanted)

    def toggle_guidance(self) -> None:
        """Show guidance, or hide it."""
        if self.page is not None and self.page.panes is not None:
            self._want_guidance(not self.page.panes.guidance_is_seen)

    def open_index(self) -> None:
        """Go to the page's list, also where it is folded."""
        panes = self.page.panes if self.page else None
        if panes is not None and panes.index is not None:
            panes.open_index()
            panes.index.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_foot(self) -> None:
        if self.page is not None:
            self.foot.show_foot(self.page.foot)

    def _show_panes(self) -> None:
        panes = self.page.panes if self.page else None
        if self.page is None or panes is None:
            self.top.show_panes(has_guidance=False, guidance=False, has_index=False)
            return
        self.top.show_panes(
            has_guidance=panes.guidance is not None,
            guidance=panes.guidance_is_seen,
            name=self.page.guidance_name,
            has_index=panes.index_is_folded and panes.index is not None,
        )

    # What is told

    def show_status(self, status: Status) -> None:
        """Whose file it is, and how far each stop is."""
        self._status = status
        self.rail_column.show_status(status)
        self._show_remark(status.remark)

    def show_saved(self, sentence: str) -> None:
        """When everything was saved last."""
        self.rail_column.show_saved(sentence)

    def show_steps(self, steps: Steps) -> None:
        """What can be undone."""
        self.top.show_steps(steps)

    def show_notice(self, text: Text) -> None:
        """Something that is so as long as the file is open: who holds it, say."""
        self._add_note(Note(self._ui, "caution", self._ui.tr(text)))

    def _show_remark(self, remark: Remark | None) -> None:
        """What the file asks for; one that was closed stays away for as long as it says the same."""
        if remark == self._remark:
            return
        self._remark = remark
        self._drop_note(self._remark_note)
        self._remark_note = None
        if remark is not None:
            tr = self._ui.tr
            acts = [(tr(jump.words), partial(self._jump, jump)) for jump in remark.jumps]
            note = Note(
                self._ui, "info", tr(remark.text), tr(remark.advice), acts, closable=True, beside=True
            )
            note.closed.connect(self._close_remark)
            self._remark_note = note
            self._add_note(note)

    def _jump(self, jump: Jump) -> None:
        self.remarked.emit(jump)

    def _close_remark(self) -> None:
        self._drop_note(self._remark_note)
        self._remark_note = None

    def show_problem(self, problem: Problem) -> None:
        """Tell a problem over the page; another takes its place."""
        self.clear_problem()
        self._problem = problem_note(self._ui, problem, closable=True)
        self._problem.closed.connect(self.clear_problem)
        self._add_note(self._problem)

    def clear_problem(self) -> bool:
        """Take a problem away; False where there is none."""
        note, self._problem = self._problem, None
        self._drop_note(note)
        return note is not None

    def _drop_note(self, note: Note | None) -> None:
        if note is not None:
            self._notes.removeWidget(note)
            note.hide()
            note.deleteLater()
            self._make_room()

    def _add_note(self, note: Note) -> None:
        self._notes.addWidget(note)
        self._make_room()
        note.show()

    def _make_room(self) -> None:
        """Round the notes, where there are any."""
        px = self._ui.theme.px
        self._notes.setContentsMargins(*([px(24), px(16), px(24), px(8)] if self._notes.count() else [0] * 4))

    def say(self, sentence: str, *, undoable: bool) -> None:
        """A line at the bottom for some seconds, also for screen readers."""
        self._line.offer(sentence, undoable=undoable)

    def forget_said(self) -> None:
        """What was told to one person is not for the next."""
        self._line.withdraw()
        self.clear_problem()

    def close_last(self) -> None:
        """Close what was opened last: a line, a problem or a drawer."""
        if self._line.withdraw() or self.clear_problem():
            return
        if self.page is not None and self.page.panes is not None:
            self.page.panes.close_drawer()

    # Zones

    def zones(self) -> list[QWidget]:
        """Rail, top line, list, content, guidance and foot: those that are seen, in reading order."""
        panes = self.page.panes if self.page else None
        parts = (panes.index, panes.content, panes.guidance) if panes else (self.page,)
        page = [part for part in parts if part is not None and part.isVisible()]
        return [self.rail, self.top, *page, self.foot]

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes as one reads. What goes away with the focus in it leaves it to what stands beside it."""
        focused = QApplication.focusWidget()
        if on and focused is not None and not (focused.isVisible() and focused.isEnabled()):
            self._land(focused)
            return True
        return go(self, on=on)

    def _land(self, gone: QWidget) -> None:
        """Give focus to the first of the smallest part of the page something stood in, else of the page.

        Never to another button of the foot: who presses Enter twice has meant only the first.
        """
        page = self.page
        part = gone if page is not None and page.isAncestorOf(gone) else page
        while part is not None and part is not self:
            target = next(stops(part), None)
            if target is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            part = part.parentWidget()
        self.rail.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail keeps its numbers only when the content has no room."""
        super().resizeEvent(event)
        px = self._ui.theme.px
        narrow = event.size().width() < px(WIDTH + CONTENT)
        self.rail_column.set_narrow(narrow=narrow)
        self.rail_column.setFixedWidth(px(NARROW if narrow else WIDTH))
