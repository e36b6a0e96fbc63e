"""What the coordinator's pages share while a database is open: the key in hand, and the import that runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from kvik_desktop.central.arrivals import find
from kvik_desktop.central.model import FileVerdict, ImportReport
from kvik_desktop.central.register import keeping
from kvik_desktop.central.usecases import Import
from kvik_desktop.envelope.keys import SigningKey
from kvik_desktop.envelope.pins import Pins
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.files import package_in
from kvik_desktop.model_package.reading import shipped
from kvik_desktop.shell.desk import Desk
from kvik_desktop.storage.central_database import CentralDatabase


class Member(Protocol):
    """A page that is told how the import goes."""

    @property
    def retired(self) -> bool:
        """Whether it has been thrown away."""

    @property
    def desk(self) -> Desk[CentralDatabase]:
        """Where it works."""

    def show_running(self) -> None:
        """The import has begun, come further or ended."""

    def show_report(self, report: ImportReport) -> None:
        """What the import came to."""


@dataclass(frozen=True, slots=True)
class Running:
    """How far an import is."""

    done: int
    total: int
    is_stopping: bool = False


@dataclass(frozen=True, slots=True)
class Begun:
    """An import that is ready for its first file."""

    run: Import
    total: int
    problem: Problem | None
    """Why the coordinator's own list could not be asked."""


class Office:
    """Lives as long as the open database; pages come and go with language and look.

    An import goes a transaction at a time, each a job of its own, so that pages are answered in between and
    a stop takes effect at once. When nobody is left to tell, it stops after the transaction at hand.
    """

    def __init__(self) -> None:
        self.pins = Pins(Places.of_user().keys)
        self.key: SigningKey | None = None
        """The coordinator's key, where the user has asked to be spared the passphrase until it is closed."""
        self.running: Running | None = None
        self.last: ImportReport | None = None
        """What the newest import came to, until somebody has closed it."""
        self.drafts: dict[str, object] = {}
        """What is typed in forms and not done yet, by the form; nothing secret."""
        self._members: list[Member] = []
        self._desk: Desk[CentralDatabase] | None = None
        self._run: Import | None = None

    def enter(self, page: Member, resources: Resources) -> None:
        """A page begins; those that are gone are forgotten. The first lets the database see the own list."""
        is_first = self._desk is None
        self._members = [*self._standing(), page]
        self._desk = page.desk.copy(stands=lambda: bool(self._standing()), tell=self._failed)
        if is_first:
            page.desk.run(partial(_catch_up, pins=self.pins, resources=resources)).then(self._caught_up)

    def _caught_up(self, report: ImportReport | None) -> None:
        if report is not None and self._desk is not None:
            self._desk.run(lambda _database: None, Kind.CENTRAL, Kind.TRUST)

    def _standing(self) -> list[Member]:
        return [each for each in self._members if not each.retired]

    def take(self, paths: Sequence[Path], resources: Resources, models: Sequence[Path] = ()) -> None:
        """Take files and folders in, and the municipality's own models. One import at a time."""
        if self.running is not None or self._desk is None:
            return
        self.last = None
        self._tell(Running(0, 0))
        job = partial(_begin, paths=paths, models=models, pins=self.pins, resources=resources)
        self._desk.run(job).then(self._begun)

    def stop(self) -> None:
        """Stop after the files at hand; what has been taken in stays."""
        if self._run is not None and self.running is not None:
            self._run.cancelled = True
            self._tell(Running(self.running.done, self.running.total, is_stopping=True))

    def _begun(self, begun: Begun) -> None:
        self._run = begun.run
        self._tell(Running(0, begun.total))
        if begun.problem is not None and self._desk is not None:
            self._standing()[-1].desk.tell(begun.problem)
        self._go_on()

    def _go_on(self) -> None:
        assert self._run is not None
        assert self._desk is not None
        if self._run.cancelled:
            self._end()
        else:
            self._desk.run(partial(_take_some, run=self._run)).then(self._taken)

    def _taken(self, verdicts: Sequence[FileVerdict]) -> None:
        running = self.running
        if not verdicts or running is None:
            self._end()
            return
        self._tell(Running(running.done + len(verdicts), running.total, running.is_stopping))
        self._go_on()

    def _end(self) -> None:
        run, self._run = self._run, None
        assert run is not None
        assert self._desk is not None
        self._desk.run(lambda _database: run.report(), Kind.CENTRAL, Kind.TRUST).then(self._ended)

    def _ended(self, report: ImportReport) -> None:
        self.last = report
        self._tell(None)
        for page in self._standing():
            page.show_report(report)

    def _failed(self, problem: Problem) -> None:
        """A file that cannot be judged has its verdict; what ends here is that nothing can be kept."""
        run, self._run = self._run, None
        self._tell(None)
        for page in self._standing():
            if run is not None:
                self.last = run.report()
                page.show_report(self.last)
            page.desk.tell(problem)

    def _tell(self, running: Running | None) -> None:
        self.running = running
        for page in self._standing():
            page.show_running()


def _catch_up(database: CentralDatabase, pins: Pins, resources: Resources) -> ImportReport | None:
    return keeping.catch_up(database, pins, shipped(resources))


def _begin(
    database: CentralDatabase,
    paths: Sequence[Path],
    models: Sequence[Path],
    pins: Pins,
    resources: Resources,
) -> Begun:
    known = shipped(resources)
    own = [package_in(path, known) for path in models]
    listed, problem = None, None
    try:
        listed = keeping.list_bytes(database, pins)
    except Problem as found:  # the newest list that the database has seen does instead
        problem = found
    files = list(find(paths))
    run = Import(files, known, listed, own)
    run.begin(database)
    return Begun(run, len(files), problem)


def _take_some(database: CentralDatabase, run: Import) -> Sequence[FileVerdict]:
    batch = run.read_on()
    return run.take(database, batch) if batch else ()
