"""A coordinator's world on disk: made-up institutions, their packages as files, and an empty database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from kvik_desktop.bundle.making import Edition, Envelope, withdrawal_package
from kvik_desktop.central import usecases
from kvik_desktop.central.model import FileVerdict, ImportReport, Outcome
from kvik_desktop.cli.benchmarks.packages import CAMPAIGN, World
from kvik_desktop.compose import open_central
from kvik_desktop.envelope.packages import seal_list
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.reading import shipped
from kvik_desktop.storage.central_database import CentralDatabase

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
MODELS = shipped(Resources())


@dataclass
class Office:
    """The coordinator's office in one folder."""

    folder: Path
    size: int = 6
    model: str = "kvik"
    method: Method = Method.CLASSICAL
    clock: FixedClock = field(default_factory=lambda: FixedClock(NOW))
    own: ModelPackage | None = None
    """A model of the municipality's own, where the campaign uses one."""

    @cached_property
    def world(self) -> World:
        """The institutions and their keys."""
        model = self.own or next(each for each in MODELS if each.id == self.model)
        return World(model, self.method, self.size, NOW)

    @cached_property
    def database(self) -> CentralDatabase:
        """The open database."""
        return open_central(f"sqlite:///{self.folder / 'central.db'}", self.clock)

    def list_bytes(self, listed: TrustList | None = None) -> bytes:
        """The trust list as a file."""
        return seal_list(listed or self.world.trust_list, self.world.signing, NOW)

    def package(
        self, number: int, edition: int = 1, after: str | None = None, variant: int = 0
    ) -> tuple[bytes, str]:
        """One institution's package, and its identity."""
        id_ = f"{number:04}-{edition:04}-{variant:04}"
        return self.world.package(number, Resources(), Edition(edition, after, NOW, id_, "0.1.0"), variant)

    def chain(self, number: int, editions: int) -> list[bytes]:
        """Editions 1, 2, … of one institution, each after the one before."""
        made: list[bytes] = []
        after = None
        for edition in range(1, editions + 1):
            data, after = self.package(number, edition, after, variant=edition)
            made.append(data)
        return made

    def withdrawal(self, number: int, edition: int, after: str) -> bytes:
        """One institution takes an edition back."""
        envelope = Envelope(
            self.world.institution(number),
            CAMPAIGN,
            self.world.signing.public.fingerprint,
            self.world.key(number),
            Resources(),
        )
        told = Edition(edition, after, NOW, f"tilbage-{number:04}-{edition:04}", "0.1.0")
        return withdrawal_package(envelope, told, "Fejl i tallene")[0]

    def files(self, packages: Sequence[bytes], prefix: str = "pakke") -> list[Path]:
        """The packages as files in a folder of their own."""
        folder = self.folder / "ind"
        folder.mkdir(exist_ok=True)
        paths = []
        for number, data in enumerate(packages):
            paths.append(folder / f"{prefix}-{number:05}.kvik")
            paths[-1].write_bytes(data)
        return paths

    def take(
        self, packages: Sequence[bytes], listed: TrustList | None = None, own: Sequence[ModelPackage] = ()
    ) -> ImportReport:
        """Import packages in this order."""
        return self.take_paths(self.files(packages), listed, own)

    def take_paths(
        self, paths: Sequence[Path], listed: TrustList | None = None, own: Sequence[ModelPackage] = ()
    ) -> ImportReport:
        """Import files and folders."""
        return usecases.import_paths(self.database, paths, MODELS, self.list_bytes(listed), own=own)

    def counts(self, report: ImportReport) -> dict[str, int]:
        """How many files ended how, without those that nobody ended as."""
        return {each.value: report.count(each) for each in Outcome if report.count(each)}


def codes(report: ImportReport) -> list[str | None]:
    """The code of each file, in order."""
    return [told(verdict) for verdict in report.files]


def told(verdict: FileVerdict) -> str | None:
    """One file's code as plain text."""
    return None if verdict.code is None else verdict.code.value
