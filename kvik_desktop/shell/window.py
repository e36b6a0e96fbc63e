"""The window: the start page or one open file, and everything that works the same on every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from kvik_desktop.foundation.change import Change, Kind
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.announcer import Announcer
from kvik_desktop.shell.appearance import dressed, next_size
from kvik_desktop.shell.choosing import Chooser
from kvik_desktop.shell.crash import show_crash
from kvik_desktop.shell.dropping import dropped_paths, wrong_files
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.room import Room
from kvik_desktop.shell.session import Opened, UndecidedError
from kvik_desktop.shell.settings import Recent, Settings, SettingsFile
from kvik_desktop.shell.tasks import Tasks
from kvik_desktop.shell.ui import Ui

Opener = Callable[[str, str], Opened]
"""From a kind and a path to an open file; called in the tasks' thread."""


RECOVERY = "recovery"
"""The page behind the start page where one chooses between a file and its backups."""

BRING_BACK, LOCKED = "bring_back", ".kvikdb.age"
"""The page behind the start page where a locked copy is opened, and how the name of such a copy ends."""


class Start(Protocol):
    """What the window needs of its start page, beside that it is a widget."""

    def refresh(self) -> None:
        """Show the recent files as they are now."""

    def show_problem(self, problem: Problem) -> None:
        """Tell that a file could not be opened."""

    def say(self, sentence: str) -> None:
        """A line at the bottom for some seconds."""

    def drop(self, paths: Sequence[Path]) -> bool:
        """Take files that are no evaluation files."""

    def go(self, name: str, given: object = None) -> None:
        """Show a page behind the start page."""


class Window(QMainWindow):
    """Knows no feature: the start page and what opens a file are handed to it."""

    def __init__(
        self,
        app: QApplication,
        tasks: Tasks,
        clock: Clock,
        remembered: SettingsFile,
        resources: Resources,
        make_start: Callable[[Ui, Window], QWidget],
        opener: Opener,
        choose: Callable[[Window], Chooser],
        family: str = "",
    ) -> None:
        super().__init__()
        self._app, self.tasks, self.clock, self._remembered = app, tasks, clock, remembered
        self._resources, self._family = resources, family
        self._make_start, self._opener = make_start, opener
        self.settings: Settings = remembered.read()
        self.choose = choose(self)
        self.announcer = Announcer()
        self.ui = dressed(app, self.settings, resources, family)
        self._views = QStackedWidget()
        self.room: Room | None = None
        self.start: Any = None
        self._opening: Path | None = None
        self._is_dressing = False
        self.setCentralWidget(self._views)
        self.setAcceptDrops(True)
        self.setWindowTitle("KVIK")
        self.resize(1366, 768)
        self.setMinimumSize(640, 480)
        self._show_start()

    # The start page and files

    def open(self, path: Path, kind: str = "institution", bring: Sequence[Path] = ()) -> None:
        """Open a file; the one that is open is closed when the new one is there.

        ``bring`` are files for the first page that is seen: packages for the coordinator's inbox. A file that
        is on its way already is not opened a second time: a double click would find it taken.
        """
        if path == self._opening:
            return
        if self.room is not None:
            self.room.flush()
            if self.room.desk.path == path and not bring:
                return
        self._opening = path
        self.tasks.run(
            lambda: self._opener(kind, str(path)),
            lambda opened: self._opened(opened, bring),
            self._could_not_open,
        )

    def _opened(self, opened: Opened, bring: Sequence[Path]) -> None:
        self._close_room()
        self.start = self._opening = None
        path = str(opened.keeper.path)
        before = self.settings.recent_of(path)
        if self.settings.recent and self.settings.recent[0].path != path:
            self.keep_folder(Path(path).parent)  # what is saved here does not land in the other one's folder
        recent = replace(
            before or Recent(path),
            kind=opened.workspace.kind,
            opened=self.clock.now().isoformat(timespec="seconds"),
        )
        self.change_settings(self.settings.opened(recent))
        self.room = Room(self, opened, self.tasks, self.clock, bring)
        self._show_view(self.room.build(self.ui))
        self.room.enter(recent.place)

    def _could_not_open(self, error: Exception) -> None:
        self._opening = None
        if isinstance(error, UndecidedError):
            self._ask_on_start(error.page, error.given)
        elif not isinstance(error, Problem):
            self.crashed(error)
        elif self.room is not None:
            self.room.show_problem(error)
        else:
            self.start.show_problem(error)

    def _ask_on_start(self, page: str, given: object) -> None:
        if self.room is not None:
            self.leave()
        self.start.go(page, given)

    def recover(self) -> None:
        """Close the open file and show what it can be taken back to."""
        if self.room is not None:
            self._ask_on_start(RECOVERY, self.room.desk.path)

    def erase(self, erase: Callable[[Path], None]) -> None:
        """Close the open file, delete it, and take it off the list of those that were open."""
        if self.room is None:
            return
        path = self.room.desk.path
        self.leave()
        self.tasks.run(lambda: erase(path), lambda _: self._erased(path), self._could_not_open)

    def _erased(self, path: Path) -> None:
        self.change_settings(self.settings.without(str(path)))
        if self.start is not None:
            self.start.refresh()
            self.start.say(self.ui.tr(say("{name} er slettet", name=path.name)))

    def leave(self) -> None:
        """Close the open file and show the start page."""
        self._close_room()
        self._show_start()

    def _close_room(self) -> None:
        room, self.room = self.room, None
        if room is not None:
            room.close()

    def remember(self, path: str, title: str, place: str) -> None:
        """Where the user is in a file: there they come back to."""
        recent = self.settings.recent_of(path)
        if recent is not None and (recent.title, recent.place) != (title, place):
            others = tuple(
                replace(recent, title=title, place=place) if other is recent else other
                for other in self.settings.recent
            )
            self.change_settings(replace(self.settings, recent=others))

    def look_of(self, path: str, page: str) -> str:
        """How the user looked at a page of a file the last time; empty where that is not known."""
        recent = self.settings.recent_of(path)
        return "" if recent is None else recent.looks.get(page, "")

    def keep_look(self, path: str, page: str, look: str) -> None:
        """How the user looks at a page of a file: so they find it the next time."""
        recent = self.settings.recent_of(path)
        if recent is not None and recent.looks.get(page, "") != look:
            kept = replace(recent, looks={**recent.looks, page: look})
            self.change_settings(self.settings.retold(kept))

    def _show_start(self) -> None:
        self.start = self._make_start(self.ui, self)
        self._show_view(self.start)
        self.setWindowTitle("KVIK")
        self.start.refresh()

    def _show_view(self, view: QWidget) -> None:
        while (old := self._views.currentWidget()) is not None:
            self._views.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._views.addWidget(view)
        self._views.setCurrentWidget(view)

    # Looks and language

    def change_settings(self, settings: Settings) -> None:
        """Remember other settings; another language or look shows at once, at the same place."""
        before, self.settings = self.settings, settings
        self.tasks.run(lambda: self._remembered.write(settings), _nothing, self.crashed)
        if _look(before) != _look(settings):
            self._dress()

    def change_look(self, settings: Settings) -> None:
        """Take over language, theme and size of type from other settings."""
        self.change_settings(
            replace(self.settings, language=settings.language, theme=settings.theme, percent=settings.percent)
        )

    def resize_type(self, step: int) -> None:
        """Larger type (1), smaller (-1) or the normal size (0)."""
        self.change_settings(replace(self.settings, percent=next_size(self.settings.percent, step)))

    def keep_guidance(self, *, wanted: bool) -> None:
        """Show guidance from now on, or not."""
        self.change_settings(replace(self.settings, guidance=wanted))

    def keep_folder(self, folder: Path) -> None:
        """Files are chosen from this folder the next time."""
        if self.settings.folder != str(folder):
            self.change_settings(replace(self.settings, folder=str(folder)))

    def _keep_place(self) -> None:
        """The next time the window is as large as now, and at the same place."""
        place = bytes(self.window().saveGeometry().data()).hex()
        if self.settings.place != place:
            self.change_settings(replace(self.settings, place=place))

    # What is there is what dressing takes its time for: so the pages go first, and each step has its turn.

    def _dress(self) -> None:
        """Look and speak as the settings say, at the same place."""
        if self.room is not None:
            self.room.retire()
        self._views.setUpdatesEnabled(False)  # nobody sees the frame without its page
        if not self._is_dressing:
            self._is_dressing = True
            self.tasks.soon(self, self._dress_what_is_left)

    def _dress_what_is_left(self) -> None:
        self._wear()
        self.tasks.soon(self, self._build_anew)

    def _build_anew(self) -> None:
        self._is_dressing = False
        self._wear()  # the settings may be others again
        if self.room is None:
            self._show_start()
        else:
            self.room.retire()
            self._show_view(self.room.build(self.ui))
            self.room.enter(self.room.left)
        self._views.setUpdatesEnabled(True)

    def _wear(self) -> None:
        self.ui = dressed(self._app, self.settings, self._resources, self._family, self.ui)

    # What happens

    def announce(self, kinds: frozenset[Kind]) -> None:
        """Tell everybody that something is not as it was."""
        self.announcer.tell(kinds)

    def crashed(self, error: BaseException) -> None:
        """A fault of ours: the file is safe, and the user is told what to do."""
        show_crash(self, self.ui, error)

    def show_page(self, page: Page) -> None:
        """Name the window after what is seen."""
        title = self.room.title if self.room else ""
        self.setWindowTitle(f"{title} – KVIK" if title else "KVIK")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed, close the file, remember its own place, and end the thread."""
        self._close_room()
        self._keep_place()
        self.tasks.finish()
        super().closeEvent(event)

    # Files dropped on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome everywhere."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open an evaluation file or a locked copy of one; other files are the page's."""
        event.acceptProposedAction()
        self.take(dropped_paths(event.mimeData()))

    def take(self, paths: Sequence[Path]) -> None:
        """What was dropped, or named when the program was started."""
        evaluations = [path for path in paths if path.suffix.lower() == ".kvikdb"]
        locked = [path for path in paths if path.name.lower().endswith(LOCKED)]
        if evaluations:
            self.open(evaluations[0])
        elif locked:
            self._ask_on_start(BRING_BACK, locked[0])
        elif self.room is None:
            if not self.start.drop(paths):
                self.start.show_problem(wrong_files(paths))
        elif not self.room.drop(paths):
            self.room.show_problem(wrong_files(paths))

    def said(self, change: Change[Any], way: str) -> str:
        """The sentence after an undo or redo."""
        step = change.undo
        if step is None:
            return ""
        pattern = (
            say("Fortrudt: {step}", step=step) if way == "undo" else say("Gjort igen: {step}", step=step)
        )
        return self.ui.tr(pattern)


def _look(settings: Settings) -> tuple[object, ...]:
    return settings.language, settings.theme, settings.percent


def _nothing(_result: None) -> None:
    """Kept settings need no answer."""
