"""The start page: where one begins, and where one goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from kvik_desktop.desktop import later
from kvik_desktop.desktop.home import Home
from kvik_desktop.desktop.recent_reader import RecentReader
from kvik_desktop.desktop.recent_rows import Facts, Row, gone, remembered, retold
from kvik_desktop.desktop.sub_page import SubPage
from kvik_desktop.foundation.files import is_there
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell import shortcuts
from kvik_desktop.shell.help_dialog import HelpDialog
from kvik_desktop.shell.keys import bind_all, sizes
from kvik_desktop.shell.reading_order import go
from kvik_desktop.shell.settings import Recent
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.window import Window

if TYPE_CHECKING:
    from kvik_desktop.storage.recovery import Standing

FILES = say("Selvevalueringer, pakker og låste kopier (*.kvikdb *.kvik *.age)")
HELP = say(
    "Her begynder du. Vælg en fil under Seneste for at gå videre, hvor du slap, eller lav en ny "
    "selvevaluering. Alt gemmes i én fil pr. institution, og den kan du flytte og tage kopi af som andre "
    "filer. Vil du se det hele først, så prøv med Eksempelskolen: du får en kopi, og intet kan gå galt."
)


class StartPage(QStackedWidget):
    """The first page, and one page behind it at a time."""

    def __init__(self, ui: Ui, window: Window) -> None:
        super().__init__()
        self._ui, self._window = ui, window
        self._removed: list[tuple[int, Recent]] = []
        self.sub: SubPage | None = None
        self._name = ""
        self._fresh: list[Recent] = []
        self.home = Home(ui, window)
        self.addWidget(self.home)
        self.home.new.connect(lambda: self.go("new"))
        self.home.open.connect(self.open_file)
        self.home.pictured.connect(self._load)
        self.home.recents.chosen.connect(self.choose)
        self.home.recents.removed.connect(self.remove)
        self.home.recents.recovered.connect(lambda row: self.go("recovery", Path(row.path)))
        self.home.side.chosen.connect(self.go)
        self.home.line.undone.connect(self.bring_back)
        self._reader = RecentReader(
            window.tasks, window.clock, self._told, self._finished, self._failed, self._stands
        )
        bind_all(self, self._keys())
        self._go_on_from(window.start)

    def _keys(self) -> dict[str, Callable[[], object]]:
        return {
            shortcuts.NEW.keys: lambda: self.go("new"),
            shortcuts.OPEN.keys: self.open_file,
            shortcuts.HELP.keys: self.help,
            shortcuts.CLOSE.keys: self.close_last,
            shortcuts.UNDO.keys: self.bring_back,
            **dict.fromkeys(shortcuts.DOING, self._act),
            **sizes(self._window),
        }

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes as one reads, and what it comes to is brought into view."""
        return go(self, on=on)

    def _stands(self) -> bool:
        return self._window.start is self

    # The recent files

    def refresh(self) -> None:
        """Show the recent files as they are now: first what they said the last time, then what they say."""
        self.home.show_rows([self._words(recent) for recent in self._window.settings.recent])
        (self.sub or self.home).first_focus().setFocus()
        if self.home.is_pictured:
            self._read()

    def _words(self, recent: Recent) -> Row:
        return remembered(recent, self._ui.tr, self._window.clock.now())

    def _load(self) -> None:
        """The first picture is there: now the files are asked, and everything else is loaded."""
        self._read()
        tasks, clock = self._window.tasks, self._window.clock
        tasks.run(later.load, lambda _: None, self._failed)
        tasks.run(lambda: later.clear_up(clock), lambda _: None, self._failed)

    def _read(self) -> None:
        self._fresh = []
        self._reader.read(self._window.settings.recent)

    def _told(self, recent: Recent, facts: Facts) -> None:
        if facts.gone:
            self.home.retell(gone(self._words(recent), self._ui.tr))
            return
        told = retold(recent, facts, self._ui.tr)
        self._fresh.append(told)
        self.home.retell(self._words(told))

    def _finished(self) -> None:
        """Every file has been asked: what they said is remembered."""
        settings = self._window.settings
        for told in self._fresh:
            settings = settings.retold(told)
        if settings != self._window.settings:
            self._window.change_settings(settings)

    def choose(self, row: Row) -> None:
        """Go on in a file; of one that is gone there may be backups, else it is looked for."""
        path = Path(row.path)
        if not row.gone:
            self._window.open(path, row.kind)
        elif row.kind == "coordinator":
            self.look_for(row.path, row.kind)
        else:
            self._window.tasks.run(
                lambda: later.look(path, self._window.clock), partial(self._looked, row), self._failed
            )

    def _looked(self, row: Row, standing: Standing) -> None:
        if not self._stands():
            return
        if is_there(standing.path):  # the stick is in again
            self._window.open(standing.path, row.kind)
        elif standing.backups:
            self.go("recovery", standing)
        else:
            self.look_for(row.path, row.kind)

    def look_for(self, path: str, kind: str) -> None:
        """Let the user show where a file lies now, and open it."""
        tr = self._ui.tr
        found = self._window.choose.file(tr(say("Find {name}", name=Path(path).name)), tr(FILES))
        if found is not None:
            self.moved(path, str(found))
            self._window.open(found, kind)

    def moved(self, path: str, to: str) -> None:
        """Remember a recent file at its new place."""
        settings = self._window.settings
        known = settings.recent_of(path)
        if known is not None and path != to:
            self._window.change_settings(settings.without(path).opened(replace(known, path=to)))

    def remove(self, row: Row) -> None:
        """Take a file off the list; the file itself stays where it is."""
        settings = self._window.settings
        paths = [recent.path for recent in settings.recent]
        place = paths.index(row.path)
        self._removed.append((place, settings.recent[place]))
        self._window.change_settings(settings.without(row.path))
        self.refresh()
        self.home.line.offer(self._ui.tr(say("{name} er fjernet fra listen", name=row.title)))

    def bring_back(self) -> None:
        """Put the file that was taken off last back where it was."""
        if not self._removed:
            return
        place, recent = self._removed.pop()
        settings = self._window.settings
        others = [other for other in settings.recent if other.path != recent.path]
        others.insert(place, recent)
        self._window.change_settings(replace(settings, recent=tuple(others)))
        self.home.line.withdraw()
        self.refresh()

    # Other ways in

    def open_file(self) -> None:
        """Let the user find a file."""
        path = self._window.choose.file(self._ui.tr(say("Åbn en fil")), self._ui.tr(FILES))
        if path is not None:
            self._window.take([path])

    def drop(self, paths: Sequence[Path]) -> bool:
        """Tell what packages are; unlock a copy; show what evaluations lie in a folder."""
        packages = [path for path in paths if path.suffix.lower() == ".kvik"]
        locked = [path for path in paths if path.suffix.lower() == ".age"]
        folders = [path for path in paths if path.is_dir()]
        if packages:
            self.go("package", packages)
        elif locked:
            self.go("bring_back", locked[0])
        elif folders:
            self.go("facilitator", folders[0])
        return bool(packages or locked or folders)

    def go(self, name: str, given: object = None) -> None:
        """Show a page behind the start page; ``given`` is what it is to show or go on with."""
        if name == "example":
            self._copy_example(Places.of_user().evaluations)
            return
        self._drop_sub()
        self.sub = sub = later.page(name)(self._ui, self._window, given)
        self._name = name
        sub.left.connect(self.back)
        sub.went.connect(self.go)
        self.addWidget(sub)
        self.setCurrentWidget(sub)
        sub.refresh()
        sub.first_focus().setFocus()

    def back(self) -> None:
        """Show the first page again."""
        self._drop_sub()
        self.refresh()

    def _drop_sub(self) -> None:
        sub, self.sub = self.sub, None
        if sub is not None:
            self.removeWidget(sub)
            sub.hide()
            sub.deleteLater()

    def _go_on_from(self, before: object) -> None:
        """Another language or look: the same page, with what was written in it."""
        if isinstance(before, StartPage):
            self._removed = before._removed
            if before.sub is not None:
                self.go(before._name, before.sub.given)

    def _copy_example(self, folder: Path) -> None:
        tr = self._ui.tr
        if self.sub is not None:
            self.back()
        self.home.notes.show_work(tr(say("Laver en kopi af Eksempelskolen …")))

        def failed(error: Exception) -> None:
            if not isinstance(error, Problem):
                self._window.crashed(error)
            elif self._stands():
                act = (tr(say("Læg kopien et andet sted…")), self._copy_elsewhere)
                self.home.notes.show_problem(error, [act])

        self._window.tasks.run(lambda: later.copy_example(folder, tr), self._copied, failed)

    def _copied(self, path: Path) -> None:
        if self._stands():
            self.home.notes.clear()
            self._window.open(path)

    def _copy_elsewhere(self) -> None:
        folder = self._window.choose.folder(self._ui.tr(say("Hvor skal kopien ligge?")))
        if folder is not None:
            self._copy_example(folder)

    # What works on every page

    def show_problem(self, problem: Problem) -> None:
        """Tell what the world got wrong, on the page that is seen."""
        (self.sub or self.home).notes.show_problem(problem)

    def say(self, sentence: str) -> None:
        """A line at the bottom for some seconds."""
        self.home.line.offer(sentence, undoable=False)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Problem):
            self.show_problem(error)
        else:
            self._window.crashed(error)

    def help(self) -> None:
        """What the page is for, and its keys."""
        text = self.sub.help if self.sub is not None and self.sub.help is not None else HELP
        keys, everywhere = shortcuts.ON_START, shortcuts.ANYWHERE_ON_START
        dialog = HelpDialog(self._window, self._ui, text, keys, everywhere)
        dialog.exec()
        dialog.deleteLater()

    def close_last(self) -> None:
        """Close a note, else go back."""
        page = self.sub or self.home
        if not page.notes.clear() and self.sub is not None:
            self.back()

    def _act(self) -> None:
        if self.sub is not None:
            self.sub.foot.act()
        else:
            self.home.new_button.click()
