"""Saving something signed: where to, by which passphrase, and then the work in the file's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kvik_desktop.bundle import handing_in
from kvik_desktop.bundle.exporting import save_copy
from kvik_desktop.bundle.handing_in import HandingIn
from kvik_desktop.bundle.own_keys import OwnKeys
from kvik_desktop.bundle.screens.passphrase_dialog import PassphraseDialog
from kvik_desktop.bundle.screens.saved_view import JustSaved
from kvik_desktop.bundle.standing import Kept
from kvik_desktop.bundle.usecases import Delivered
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.file_names import file_stem
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui

PACKAGES = say("KVIK-pakker (*.kvik)")
ENDING = ".kvik"


def package_name(found: HandingIn) -> str:
    """What a package is called where nobody says otherwise."""
    standing = found.standing
    words = f"{standing.unit.name} {standing.evaluation.title} udgave {standing.next_edition}"
    return f"{file_stem(words, 'pakke')}{ENDING}"


class Saving(QObject):
    """A wrong passphrase is told in the dialog; everything else by ``failed``, and then nothing was saved."""

    saved = Signal(object)
    """A :class:`JustSaved`."""
    failed = Signal(object)
    """A :class:`Problem`."""

    def __init__(self, parent: QWidget, ui: Ui, desk: Desk[Any], keys: OwnKeys) -> None:
        super().__init__(parent)
        self._widget, self._ui, self._desk, self._keys = parent, ui, desk, keys
        self.dialog: PassphraseDialog | None = None

    def save_package(self, found: HandingIn, passphrase: str | None = None) -> bool:
        """Ask where to, and for the passphrase unless it was chosen just now; False where one gives up."""
        tr = self._ui.tr
        path = self._where(tr(say("Gem pakken")), package_name(found))
        if path is None:
            return False
        text = say(
            "{name} bliver underskrevet med nøglen for {unit}, gemt, læst tilbage og kontrolleret.",
            name=path.name,
            unit=found.standing.unit.name,
        )
        job = partial(handing_in.save_package, keys=self._keys, resources=tr.resources, path=path)
        self._ask(text, say("Underskriv og gem"), passphrase, job, partial(self._saved, path))
        return True

    def save_enrolment(self, found: HandingIn) -> None:
        """A request to be known, by itself."""
        tr = self._ui.tr
        name = f"{file_stem(f'{found.standing.unit.name} tilmelding', 'tilmelding')}{ENDING}"
        path = self._where(tr(say("Gem tilmeldingen")), name)
        if path is None:
            return
        text = say(
            "Tilmeldingen beder modtageren godkende nøglen for {unit}. Send den, og læs kontroltallet op, "
            "når der bliver ringet. Uden den følger tilmeldingen med i den første pakke.",
            unit=found.standing.unit.name,
        )
        job = partial(handing_in.save_enrolment, keys=self._keys, path=path)

        def done(_nothing: None) -> None:
            self._close()
            self._desk.say(tr(say("{name} er gemt", name=path.name)))

        self._ask(text, say("Underskriv og gem"), None, job, done)

    def save_copy(self, kept: Kept) -> None:
        """The very same package once more, somewhere else."""
        tr = self._ui.tr
        path = self._where(tr(say("Gem en kopi")), kept.delivery.file or f"pakke{ENDING}")
        if path is not None:
            job = partial(save_copy, delivery=kept.delivery, path=path)
            told = tr(say("{name} er gemt og læst tilbage", name=path.name))
            self._desk.telling(self.failed.emit).run(job).then(lambda _nothing: self._desk.say(told))

    def _where(self, title: str, proposed: str) -> Path | None:
        path = self._desk.choose.save(title, proposed, self._ui.tr(PACKAGES))
        if path is None:
            return None
        return path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)

    def _ask(
        self,
        text: Text,
        act: Text,
        passphrase: str | None,
        job: Callable[..., Any],
        done: Callable[[Any], None],
    ) -> None:
        tr = self._ui.tr
        working = say("Underskriver, gemmer og læser tilbage")
        self.dialog = PassphraseDialog(self._widget.window(), self._ui, tr(text), tr(act), tr(working))
        self.dialog.given.connect(lambda given: self._work(job, given, done))
        self.dialog.rejected.connect(self._forget)
        self.dialog.open()
        if passphrase is not None:
            self.dialog.work()
            self._work(job, passphrase, done)

    def _work(self, job: Callable[..., Any], passphrase: str, done: Callable[[Any], None]) -> None:
        desk = self._desk.telling(self._told)
        desk.run(partial(job, passphrase=passphrase), Kind.DELIVERY, Kind.EVALUATION).then(done)

    def _saved(self, path: Path, delivered: Delivered) -> None:
        self._close()
        just = JustSaved(delivered.delivery.sha256, path, delivered.unchanged, delivered.warnings)
        self.saved.emit(just)

    def _told(self, problem: Problem) -> None:
        if problem.code == "E_PASSPHRASE" and self.dialog is not None:
            self.dialog.refuse(problem)
            return
        self._close()
        self.failed.emit(problem)

    def _forget(self) -> None:
        self.dialog = None

    def _close(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.finish()
