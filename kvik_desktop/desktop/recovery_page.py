"""The choice between a file and its backups: what was found, from when, and what each choice does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kvik_desktop.desktop import recovery_facts
from kvik_desktop.desktop.recovery_choices import (
    Choice,
    What,
    button,
    choices,
    found,
    happens,
    how_far,
    proposed,
)
from kvik_desktop.desktop.recovery_facts import CopyFacts
from kvik_desktop.desktop.recovery_rows import CopyList, CopyRow
from kvik_desktop.desktop.sub_page import SubPage
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.page import Act
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.window import Window
from kvik_desktop.storage.recovery import Standing

T = TypeVar("T")

EVALUATIONS = say("Selvevalueringer (*.kvikdb)")
FEW = 3
"""Backups that are shown before the rest is asked for: what the choice does is to be seen too."""


class RecoveryPage(SubPage):
    """Nothing happens before the filled button is pressed; the safest choice is made beforehand."""

    widest = 880
    help = say(
        "Programmet tager en kopi af filen, hver gang den åbnes, hvis den er ændret siden sidst. Her vælger "
        "du, om du vil gå videre med filen eller hente en kopi tilbage. Du ser, hvornår en kopi er fra, og "
        "hvor mange der har afleveret, men aldrig hvad nogen har svaret. Intet bliver overskrevet: filen, "
        "som den er nu, bliver liggende ved siden af."
    )

    def __init__(self, ui: Ui, window: Window, given: Standing | Path) -> None:
        super().__init__(ui, ui.tr(say("Hvilken udgave vil du gå videre med?")))
        self._window = window
        self.given = given
        self.standing: Standing | None = None
        self.offered: list[Choice] = []
        self.facts: dict[Path, CopyFacts] = {}
        self.choice: Choice | None = None
        self._has_chosen = self._is_working = False
        self.seen: list[Choice] = []
        self._top = QVBoxLayout()
        self.note: Note | None = None
        self.rows = CopyList(ui, ui.tr(say("Udgaver")))
        self.rows.chosen.connect(self._choose)
        self.all = LinkButton(ui, "")
        self.all.clicked.connect(self._show_all)
        self.told = ReadingText(ui, "")
        self._parts = self._lay_out()

    def _lay_out(self) -> QWidget:
        px = self.ui.theme.px
        parts = QWidget()
        column = QVBoxLayout(parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.rows)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(px(16))
        column.addWidget(self._panel())
        self.body.addLayout(self._top)
        self.body.addWidget(parts)
        parts.hide()
        return parts

    def _panel(self) -> QFrame:
        px = self.ui.theme.px
        panel = QFrame()
        panel.setProperty("look", "sunk")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(px(16), px(12), px(16), px(12))
        inside.setSpacing(px(4))
        inside.addWidget(Heading(self.ui, self.ui.tr(say("Det sker der"))))
        inside.addWidget(self.told)
        return panel

    # What is found

    def refresh(self) -> None:
        """Look at the file, unless that was done by who came here."""
        if isinstance(self.given, Standing):
            self._show(self.given)
        else:
            assert isinstance(self.given, Path)
            self._run(partial(recovery_facts.look, self.given, self._window.clock), self._show)

    def _show(self, standing: Standing) -> None:
        tr = self.ui.tr
        self.standing = standing
        self.offered = list(choices(standing))
        self.choice = proposed(standing, self.offered, self.facts)
        told = found(standing)
        self._tell(Note(self.ui, told.kind, tr(told.title), tr(told.text)))
        self._show_rows(FEW)
        self._parts.show()
        self._show_choice()
        self.first_focus().setFocus()
        self._read([each.copy for each in self.offered if each.copy is not None])

    def _tell(self, note: Note) -> None:
        if self.note is not None:
            self._top.removeWidget(self.note)
            self.note.hide()
            self.note.deleteLater()
        self.note = note
        self._top.addWidget(note)

    def _show_rows(self, most: int) -> None:
        """The first rows; what is no copy is always among them, at its place."""
        tr = self.ui.tr
        shown = [each for each in self.offered if each.what is not What.BACK or self._place(each) < most]
        hidden = len(self.offered) - len(shown)
        self.seen = shown
        newest = next((each for each in self.offered if each.what is What.BACK), None)
        words = tr(say("Nyeste kopi"))
        self.rows.show_copies(
            [CopyRow(self.ui, tr(each.title), words if each == newest else "") for each in shown]
        )
        self.all.setText(tr(say("Vis alle {n}", n=len(self.offered) - 1)))
        self.all.setVisible(hidden > 0)
        for path in self.facts:
            self._retell(path)

    def _place(self, choice: Choice) -> int:
        return [each for each in self.offered if each.what is What.BACK].index(choice)

    def _show_all(self) -> None:
        self._show_rows(len(self.offered))
        self._show_choice()
        self.first_focus().setFocus()

    def _read(self, waiting: list[Path]) -> None:
        """Ask the copies one after the other, so that nothing else waits long."""
        if not waiting or not self._stands():
            return
        path, *rest = waiting

        def come(facts: CopyFacts) -> None:
            self.facts[path] = facts
            self._retell(path)
            if not self._has_chosen and self.standing is not None:
                self.choice = proposed(self.standing, self.offered, self.facts)
            self._show_choice()
            self._read(rest)

        self._run(partial(recovery_facts.read, path, self._window.clock), come)

    def _retell(self, path: Path) -> None:
        tr, facts = self.ui.tr, self.facts[path]
        for choice, row in zip(self.seen, self.rows.rows, strict=True):
            if choice.copy == path and isinstance(row, CopyRow):
                saved = facts.saved
                when = tr(say("Sidst gemt {saved}", saved=saved.astimezone())) if saved else ""
                whose = "" if self._is_own(path) else facts.title
                second = ". ".join(part for part in (whose, when) if part)
                trouble = facts.trouble
                state = tr(trouble) if trouble else tr(how_far(facts)) if facts.state else ""
                step = tr(facts.step) if facts.step else ""
                row.tell(second, state or step, step if state else "", usable=trouble is None)

    def _is_own(self, path: Path) -> bool:
        """Whether it is the file or a backup of it; of a copy from elsewhere one must see whose it is."""
        standing = self.standing
        assert standing is not None, "facts come after it"
        return path == standing.path or path in (backup.path for backup in standing.backups)

    # What is chosen

    def _choose(self, place: int) -> None:
        self._has_chosen = True
        self.choice = self.seen[place]
        self._show_choice()
        self.area.ensureWidgetVisible(self.rows.rows[place])

    def _show_choice(self) -> None:
        choice, standing = self.choice, self.standing
        if choice is None or standing is None:
            return
        tr = self.ui.tr
        if choice in self.seen:
            self.rows.rows[self.seen.index(choice)].setChecked(True)
        self.told.setText(" ".join(tr(text) for text in happens(standing, choice, self.facts)))
        asleep = tr(say("Kopien bliver hentet …")) if self._is_working else ""
        safe = tr(say("Intet bliver overskrevet"))
        self.set_foot(Act(tr(button(choice)), self._do, asleep=asleep), hint=safe)
        self.foot.primary.setAccessibleDescription(asleep or self.told.text())

    def first_focus(self) -> QWidget:
        """The chosen row, so that one hears what it is before one goes on."""
        return next((row for row in self.rows.rows if row.isChecked()), super().first_focus())

    def _do(self) -> None:
        choice, standing = self.choice, self.standing
        assert choice is not None, "the button comes with a choice"
        assert standing is not None, "and the choice with a file"
        match choice.what:
            case What.KEEP:
                keep = partial(recovery_facts.keep, standing.path, self._window.clock)
                self._run(keep, lambda _: self._window.open(standing.path))
            case What.FIND:
                self._window.start.look_for(str(standing.path), "institution")
            case What.OTHER:
                self._choose_other()
            case What.BACK:
                assert choice.copy is not None, "a backup is a file"
                self._go_back(standing.path, choice.copy)

    def _choose_other(self) -> None:
        tr = self.ui.tr
        path = self._window.choose.file(tr(say("Vælg en kopi af filen")), tr(EVALUATIONS))
        if path is None:
            return
        chosen = next((each for each in self.offered if each.copy == path), None)
        if chosen is None:
            chosen = Choice(What.BACK, say("Kopien {name}", name=path.name), path)
            self.offered.insert(len(self.offered) - 1, chosen)
        self._has_chosen, self.choice = True, chosen
        self._show_rows(len(self.offered))
        self._show_choice()
        self.first_focus().setFocus()
        self._read([path])

    # Going back

    def _go_back(self, path: Path, copy: Path) -> None:
        target = self._target(path)
        if target is None:
            return
        self._is_working = True
        self._show_choice()
        job = partial(recovery_facts.go_back, target, copy, self._window.clock)
        self._run(job, partial(self._done, path, target))

    def _target(self, path: Path) -> Path | None:
        """Where the file lay; on a stick that is not in, the user says where else."""
        if path.parent.is_dir():
            return path
        tr, proposed = self.ui.tr, Places.of_user().evaluations / path.name
        return self._window.choose.save(tr(say("Hvor skal filen ligge?")), str(proposed), tr(EVALUATIONS))

    def _done(self, path: Path, target: Path, aside: Path | None) -> None:
        tr = self.ui.tr
        self.heading.setText(tr(say("Kopien er på plads")))
        self._window.start.moved(str(path), str(target))
        beside = say(
            "Filen, som den var, ligger i samme mappe og hedder nu {name}.", name=aside.name if aside else ""
        )
        nothing = say("Den ligger her: {path}", path=target)
        self._tell(
            Note(
                self.ui,
                "done",
                tr(say("Kopien hedder nu {name}", name=target.name)),
                tr(beside if aside is not None else nothing),
            )
        )
        self._parts.hide()
        self.given = target
        self.set_foot(Act(tr(say("Åbn filen")), lambda: self._window.open(target)))
        self.foot.primary.setAccessibleDescription("")
        self.foot.primary.setFocus()

    # Work

    def _run(self, job: Callable[[], T], come: Callable[[T], object]) -> None:
        def show(result: T) -> None:
            if self._stands():
                come(result)

        self._window.tasks.run(job, show, self._failed)

    def _failed(self, error: Exception) -> None:
        self._is_working = False
        if not isinstance(error, Problem):
            self._window.crashed(error)
        elif self._stands():
            self._show_choice()
            self.notes.show_problem(error)

    def _stands(self) -> bool:
        start = self._window.start
        return start is not None and start.sub is self


def make(ui: Ui, window: Window, given: object) -> RecoveryPage:
    """The page; ``given`` is how a file was found, or its path."""
    assert isinstance(given, Standing | Path)
    return RecoveryPage(ui, window, given)
