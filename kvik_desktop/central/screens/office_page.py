"""What the coordinator's pages have in common: files are taken in anywhere, and acts are signed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from kvik_desktop.central.model import ImportReport
from kvik_desktop.central.register import keeping
from kvik_desktop.central.register.keeping import Hand
from kvik_desktop.central.register.own_list import OwnFiles
from kvik_desktop.central.screens.office import Office
from kvik_desktop.central.screens.signing_dialog import SigningDialog
from kvik_desktop.envelope.keys import SigningKey
from kvik_desktop.envelope.pins import Pins
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.reading import shipped
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.ui import Ui
from kvik_desktop.storage.central_database import CentralDatabase

T = TypeVar("T")

PACKAGES = say("Pakker (*.kvik)")
BUSY = say("Vent, til de andre filer er hentet.")

Job = Callable[[CentralDatabase, Hand], T]


@dataclass(frozen=True)
class ToSign:
    """Something that is signed: why the passphrase is asked for, what the button does, what is said then."""

    why: Text
    act: Text
    working: Text


class OfficePage(Page):
    """One of the coordinator's pages; the database belongs to one user, who may write."""

    def __init__(self, ui: Ui, desk: Desk[Any], office: Office) -> None:
        super().__init__(ui, desk)
        self.office = office
        self.signing: SigningDialog | None = None
        office.enter(self, ui.tr.resources)

    # Taking in

    def choose_files(self) -> None:
        """Take in files that the user points at."""
        tr = self.ui.tr
        self.take(self.desk.choose.files(tr(say("Hent pakker")), tr(PACKAGES)))

    def choose_folder(self) -> None:
        """Take in a folder with everything in it."""
        folder = self.desk.choose.folder(self.ui.tr(say("Hent alle pakker i en mappe")))
        if folder is not None:
            self.take([folder])

    def take(self, paths: Sequence[Path], models: Sequence[Path] = ()) -> None:
        """Take files and folders in, and the municipality's own models; one import at a time."""
        if self.office.running is not None:
            self.desk.say(self.ui.tr(BUSY))
        elif paths or models:
            self.office.take(paths, self.ui.tr.resources, models)

    def show_running(self) -> None:
        """The import has begun, come further or ended."""

    def show_report(self, report: ImportReport) -> None:
        """What the import came to."""

    # Signing

    def sign(
        self,
        told: ToSign,
        job: Job[T],
        done: Callable[[T], None],
        tell: Callable[[Problem], None] | None = None,
    ) -> None:
        """Do something with the coordinator's key; its passphrase is asked for unless the key is in hand.

        ``tell`` is where a problem is told; over the page where it is not given.
        """
        key, tell = self.office.key, tell or self.desk.tell
        if key is not None:
            self._run_signed(key, job, done, tell)
            return
        tr = self.ui.tr
        self.signing = dialog = SigningDialog(self, self.ui, tr(told.why), tr(told.act), tr(told.working))
        dialog.given.connect(lambda passphrase: self._unlock(dialog, passphrase, job, done, tell))
        dialog.open()

    def _unlock(
        self,
        dialog: SigningDialog,
        passphrase: str,
        job: Job[T],
        done: Callable[[T], None],
        tell: Callable[[Problem], None],
    ) -> None:
        keep = dialog.keep.isChecked()

        def unlocked(key: SigningKey) -> None:
            dialog.finish()
            if keep:
                self.office.key = key
            self._run_signed(key, job, done, tell)

        def refused(problem: Problem) -> None:
            if problem.code == "E_PASSPHRASE":
                dialog.refuse(problem)
            else:
                dialog.finish()
                tell(problem)

        unlock = partial(_unlock, passphrase=passphrase, pins=self.office.pins)
        self.desk.telling(refused).run(unlock).then(unlocked)

    def _run_signed(
        self, key: SigningKey, job: Job[T], done: Callable[[T], None], tell: Callable[[Problem], None]
    ) -> None:
        resources = self.ui.tr.resources
        act = partial(_act, key=key, pins=self.office.pins, resources=resources, job=job)
        self.desk.telling(tell).run(act, Kind.TRUST, Kind.CENTRAL).then(done)


def _unlock(database: CentralDatabase, passphrase: str, pins: Pins) -> SigningKey:
    return keeping.unlock(_files(database), passphrase, pins)


def _act(database: CentralDatabase, key: SigningKey, pins: Pins, resources: Resources, job: Job[T]) -> T:
    return job(database, Hand(_files(database), key, pins, shipped(resources)))


def _files(database: CentralDatabase) -> OwnFiles:
    """Where list and key lie. Raises Problem E_NO_LIST."""
    files = keeping.files_of(database)
    if files is None:
        raise Problem(
            "E_NO_LIST",
            say("Der er ingen tillidsliste at skrive i."),
            say("Lav den på siden Institutioner, eller vis, hvor den ligger. Intet er ændret."),
        )
    return files
