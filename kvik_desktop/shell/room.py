"""One open file in the window: its session, its pages, and the way between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from kvik_desktop.foundation.change import Change, Kind
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.finding import Finding
from kvik_desktop.shell.frame import Frame
from kvik_desktop.shell.keys import bind
from kvik_desktop.shell.menu import program_menu
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.projector.projector import Projector
from kvik_desktop.shell.projector.showing import Showing
from kvik_desktop.shell.reading_order import stops
from kvik_desktop.shell.session import FACILITATOR, Opened, Session, Steps
from kvik_desktop.shell.tasks import Tasks
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.workspace import Status, Stop

if TYPE_CHECKING:
    from kvik_desktop.shell.window import Window


class Room(QObject):
    """Makes a page the first time it is visited and keeps it until language or look change."""

    def __init__(
        self, window: Window, opened: Opened, tasks: Tasks, clock: Clock, bring: Sequence[Path] = ()
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._clock, self._bring = window, tasks, clock, bring
        self._opened = opened
        self._session = Session(opened, tasks, self._failed)
        self.desk: Desk[Any] = Desk(opened.keeper, tasks, self, window.choose, read_only=opened.read_only)
        self.projector = Projector(self, window, window.ui)
        self._showing: Showing | None = None
        self._finding: Finding | None = None
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._stop = ""
        self._wanted_place = ""
        self.left = ""
        """Where one was when the pages were thrown away."""
        self._actor = FACILITATOR
        self.status: Status = Status("")
        self._saved_at = ""
        self._session.told.connect(self._show_status)
        self._session.steps.connect(self._show_steps)
        self._session.went.connect(self._went)
        window.announcer.changed.connect(self._announced)

    @property
    def title(self) -> str:
        """Whose file it is."""
        return self.status.title

    @property
    def has_backups(self) -> bool:
        """Whether the program keeps backups of it: the coordinator's database has its own."""
        return self._opened.workspace.kind == "institution"

    @property
    def has_texts(self) -> bool:
        """Whether one can look for words in the whole file."""
        return self._opened.workspace.texts is not None

    @property
    def finds(self) -> bool:
        """Whether the key for that does so on the page that is seen, which may search by itself."""
        return self._finding is not None and self._finding.has_key

    @property
    def asides(self) -> Sequence[Stop]:
        """The pages that are no step."""
        return self._opened.workspace.asides

    # The frame

    def build(self, ui: Ui) -> QWidget:
        """The frame and the keys, for one language and look."""
        self._ui = ui
        self.frame = frame = Frame(ui, self._opened.workspace, program_menu(ui, self._window))
        frame.keep_guidance(wanted=self._window.settings.guidance)
        frame.chosen.connect(self.go)
        frame.undo.connect(self.undo)
        frame.redo.connect(self.redo)
        frame.leave.connect(self._window.leave)
        frame.remarked.connect(lambda jump: self.go(jump.stop, jump.place))
        frame.guidance.connect(self._keep_guidance)
        bind(frame, self, self._window)
        self.projector.dress(ui)
        if self._showing is not None:
            self._showing.retire()
        self._showing = Showing(frame, self.projector)
        texts = self._opened.workspace.texts
        self._finding = None if texts is None else Finding(frame, ui, self.desk, texts, self.flush)
        if self._opened.notice is not None:
            frame.show_notice(self._opened.notice)
        return frame

    def enter(self, place: str) -> None:
        """Come to a place as ``2 anna/3.3``; an empty one is where the file has got to.

        The frame is seen first, and its page as soon as it is made.
        """
        stop, _, inside = place.partition(" ")
        self._wanted_place = inside
        if stop in [known.key for known in self._opened.workspace.pages]:
            self._stop = stop
            self._tasks.soon(self, partial(self._arrive, stop, inside))
        self._session.look()

    def _arrive(self, stop: str, place: str) -> None:
        if self.page is None:  # else the user has gone somewhere meanwhile
            self.go(stop, place)
            self._hand_over()

    def retire(self) -> None:
        """Save what is being typed, keep in mind where one is, and throw the pages away."""
        self.flush()
        if self.page is not None:
            self.left = self.place
        self.projector.forget_page()
        for page in self._pages.values():
            self.frame.forget(page)
        self._pages.clear()
        self._stale.clear()

    def close(self) -> None:
        """Save what is being typed and close the file."""
        self.remember()
        self._window.announcer.changed.disconnect(self._announced)
        self.projector.close()
        self.retire()
        self._session.close()
        self.deleteLater()

    # Pages

    @property
    def page(self) -> Page | None:
        """The page that is seen."""
        return self._pages.get(self._stop)

    @property
    def place(self) -> str:
        """Where one is."""
        return f"{self._stop} {self.page.place}" if self.page else self._stop

    def go(self, stop: str, place: str = "") -> None:
        """Show a stop's page, and a place in it."""
        self.flush()
        if stop != self._stop:
            self.turn(FACILITATOR)
        self._stop = stop
        page = self._pages.get(stop)
        if page is None:
            page = self._pages[stop] = self._stop_of(stop).make(self._ui, self.desk)
            page.moved.connect(self.remember)
            self._stale.add(stop)
        if place:
            page.go_to(place)
        self.frame.show_page(page, stop)
        if self._showing is not None:
            self._showing.follow(page, self._step_name(stop))
        if self._finding is not None:
            self._finding.follow(page)
        if stop in self._stale:
            self._stale.discard(stop)
            page.refresh()
        self._window.show_page(page)
        focus = page.first_focus() or self._way_in(page)
        if focus is not None:
            focus.setFocus()
        self.remember()

    def _way_in(self, page: Page) -> QWidget | None:
        """Where the keyboard begins on a page that does not say; None where it is in the frame already."""
        focused = QApplication.focusWidget()
        if focused is not None and self.frame.isAncestorOf(focused):
            return None
        return next(stops(page), self.frame.rail)

    def _step_name(self, key: str) -> str:
        """The name of a step of the journey; empty for other pages."""
        return next((self._ui.tr(stop.name) for stop in self._opened.workspace.stops if stop.key == key), "")

    def _stop_of(self, key: str) -> Stop:
        return next(stop for stop in self._opened.workspace.pages if stop.key == key)

    def go_number(self, number: int) -> None:
        """Alt and a number: the stop at that place."""
        stops = self._opened.workspace.stops
        if number <= len(stops):
            self.go(stops[number - 1].key)

    def find(self) -> None:
        """Look for words in everything that may be shown of the file."""
        if self._finding is not None:
            self._finding.open()

    def flush(self) -> None:
        """Save now what is being typed."""
        if self.page is not None:
            self.page.flush()

    def remember(self) -> None:
        """Keep where one is for the next time."""
        if self.page is not None:
            place = f"{self._stop} {self.page.lasting_place}"
            self._window.remember(str(self.desk.path), self.title, place)

    def drop(self, paths: Sequence[Path]) -> bool:
        """Hand files to the page."""
        return self.page is not None and self.page.drop(paths)

    # What pages ask of the window

    def show_problem(self, problem: Problem) -> None:
        """Tell it over the page."""
        self.frame.show_problem(problem)

    def crashed(self, error: Exception) -> None:
        """A fault of ours."""
        self._window.crashed(error)

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """A line at the bottom."""
        self.frame.say(sentence, undoable=undoable)

    def turn(self, actor: str, *, afresh: bool = False) -> None:
        """Somebody else acts from now on."""
        if afresh or actor != self._actor:
            self._actor = actor
            self.frame.forget_said()
            self._session.turn(actor, afresh=afresh)

    def erase(self) -> None:
        """Close the file and delete it."""
        if self._opened.workspace.erase is not None:
            self._window.erase(self._opened.workspace.erase)

    def look_of(self, page: str) -> str:
        """How the user looked at a page of this file the last time."""
        return self._window.look_of(str(self.desk.path), page)

    def keep_look(self, page: str, look: str) -> None:
        """How the user looks at it from now on."""
        self._window.keep_look(str(self.desk.path), page, look)

    def changed(self, change: Change[Any]) -> None:
        """An operation is done and saved."""
        self.frame.clear_problem()
        self.refreshed(change.kinds)

    def refreshed(self, kinds: frozenset[Kind]) -> None:
        """Something is not as it was."""
        now = self._clock.now().astimezone()
        self._saved_at = f"{now:%H.%M}" if self._ui.tr.language == "da" else f"{now:%H:%M}"
        self.frame.show_saved(self._ui.tr(say("Alt er gemt kl. {time}", time=self._saved_at)))
        self._window.announce(kinds)
        self._session.look()

    def _announced(self, kinds: frozenset[Kind]) -> None:
        for stop, page in self._pages.items():
            if page.kinds & kinds:
                if stop == self._stop:
                    page.refresh()
                else:
                    self._stale.add(stop)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Problem):
            self.frame.show_problem(error)
        else:
            self._window.crashed(error)

    # Undo

    def undo(self) -> None:
        """Undo the newest step, after saving what is being typed."""
        self.flush()
        self._session.undo()

    def redo(self) -> None:
        """Do it again."""
        self._session.redo()

    def _went(self, change: Change[None], way: str) -> None:
        self.refreshed(change.kinds)
        self.frame.say(self._window.said(change, way), undoable=False)

    # Status

    def _show_status(self, status: Status) -> None:
        self.status = status
        self.frame.show_status(status)
        if not self._stop:
            self.go(status.current, self._wanted_place)
        if self.page is not None:
            self._window.show_page(self.page)
        self.remember()
        self._hand_over()

    def _show_steps(self, steps: Steps) -> None:
        self.frame.show_steps(steps)

    def _hand_over(self) -> None:
        """Files that were brought along are for the first page that is seen."""
        if self.page is not None and self._bring:
            brought, self._bring = self._bring, ()
            self._window.take(brought)

    def _keep_guidance(self, wanted: bool) -> None:
        self._window.keep_guidance(wanted=wanted)
