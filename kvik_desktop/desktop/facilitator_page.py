"""The facilitator's home: several institutions' files with what is missing in each, never mixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.desktop.recent_list import RecentList
from kvik_desktop.desktop.recent_reader import RecentReader
from kvik_desktop.desktop.recent_rows import Facts, Row, gone, remembered, retold
from kvik_desktop.desktop.sub_page import SubPage
from kvik_desktop.foundation.files import cannot_read
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.page import Act
from kvik_desktop.shell.settings import Recent
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.window import Window


class FacilitatorPage(SubPage):
    """All recent files, or those in a folder; one opens at a time, and nothing goes from one to another."""

    widest = 880
    help = say(
        "Her er de filer, du har haft åbne, med det, der mangler i hver. Har du dem i en mappe, så vælg den: "
        "så er alle evalueringer i mappen på listen. Hver institution har sin egen fil, og du åbner én ad "
        "gangen. Intet flyttes fra den ene til den anden."
    )

    def __init__(self, ui: Ui, window: Window, folder: str) -> None:
        tr = ui.tr
        text = say("Hver institution har sin egen fil. De blandes aldrig: du åbner én ad gangen.")
        super().__init__(ui, tr(say("Hvilken institution vil du arbejde med?")), tr(text))
        self._window = window
        self._heading = Heading(ui, "")
        self.rows = RecentList(ui, tr(say("Institutioner")), removable=False)
        self.rows.chosen.connect(self._open)
        self._empty = ReadingText(ui, "", ink="text-2")
        group = QVBoxLayout()
        group.setSpacing(ui.theme.px(8))
        for part in (self._heading, self.rows, self._empty):
            group.addWidget(part)
        self.body.addLayout(group)
        self._reader = RecentReader(
            window.tasks, window.clock, self._told, lambda: None, window.crashed, self._stands
        )
        self._folder = folder

    def first_focus(self) -> QWidget:
        """The first file, so that Enter opens it."""
        return self.rows.rows[0] if self.rows.rows else super().first_focus()

    def _stands(self) -> bool:
        start = self._window.start
        return start is not None and start.sub is self

    def refresh(self) -> None:
        """Show the files of the folder, or the recent ones."""
        tr = self.ui.tr
        self.given = self._folder
        choose = Act(tr(say("Vælg en mappe…")), self._choose_folder, icon="folder")
        back = Act(tr(say("Vis de seneste")), self._show_recent, icon="clock")
        self.set_foot(choose, [back] if self._folder else [])
        if not self._folder:
            self._heading.setText(tr(say("Seneste")))
            self._empty.setText(tr(say("Når du har haft en evaluering åben, ligger den her.")))
            self._show([recent for recent in self._window.settings.recent if recent.kind == "institution"])
            return
        folder = Path(self._folder)
        self._heading.setText(tr(say("I mappen {name}", name=folder.name or self._folder)))
        self._empty.setText(tr(say("Der er ingen evalueringer (.kvikdb) i mappen.")))
        self._window.tasks.run(lambda: evaluations_in(folder), self._found, self._failed)

    def _found(self, paths: Sequence[Path]) -> None:
        if self._stands():
            settings = self._window.settings
            self._show([settings.recent_of(str(path)) or Recent(str(path)) for path in paths])

    def _show(self, recents: Sequence[Recent]) -> None:
        self.rows.show_words([self._words(recent) for recent in recents])
        self.rows.setVisible(bool(recents))
        self._empty.setVisible(not recents)
        if recents and not self.hasFocus():
            self.first_focus().setFocus()
        self._reader.read(recents)

    def _words(self, recent: Recent) -> Row:
        return remembered(recent, self.ui.tr, self._window.clock.now())

    def _told(self, recent: Recent, facts: Facts) -> None:
        told = retold(recent, facts, self.ui.tr)
        words = self._words(told)
        self.rows.retell(gone(words, self.ui.tr) if facts.gone else words)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Problem):
            self.notes.show_problem(error)
        else:
            self._window.crashed(error)

    def _open(self, row: Row) -> None:
        self._window.open(Path(row.path), row.kind)

    def _choose_folder(self) -> None:
        folder = self._window.choose.folder(self.ui.tr(say("Hvor ligger institutionernes filer?")))
        if folder is not None:
            self._show_folder(str(folder))

    def _show_recent(self) -> None:
        self._show_folder("")

    def _show_folder(self, folder: str) -> None:
        self._folder = folder
        self._window.change_settings(replace(self._window.settings, collection=folder))
        self.refresh()


def evaluations_in(folder: Path) -> Sequence[Path]:
    """The evaluation files in a folder and the folders in it. Raises Problem E_FILE."""
    try:
        list(folder.iterdir())  # a folder that cannot be read is told, not taken for an empty one
        return sorted([*folder.glob("*.kvikdb"), *folder.glob("*/*.kvikdb")])
    except OSError as error:
        raise cannot_read(folder, error) from error


def make(ui: Ui, window: Window, given: object) -> FacilitatorPage:
    """The page; ``given`` is a folder, or nothing for the one that was shown the last time."""
    return FacilitatorPage(ui, window, str(given) if given is not None else window.settings.collection)
