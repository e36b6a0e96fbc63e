"""A new evaluation file as it was ordered on the start page: made whole, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kvik_desktop.compose import create_file
from kvik_desktop.evaluation.model import visible
from kvik_desktop.evaluation.preparing import usecases as preparing
from kvik_desktop.evaluation.preparing.model import Circumstances
from kvik_desktop.evaluation.usecases import NewUnit
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.file_names import file_stem, free_path
from kvik_desktop.foundation.files import cannot_write
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method, ModelPackage, Sector
from kvik_desktop.model_package.promises import Promises
from kvik_desktop.model_package.reading import load, shipped

ENDING = ".kvikdb"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a new file is to lie: as its owner chose, or as proposed, and then beside what is there."""

    path: Path
    chosen: bool = False

    def free(self) -> Path:
        """The path to make; a proposed name that is taken gets a number."""
        return self.path if self.chosen else free_path(self.path.parent, self.path.stem, self.path.suffix)


@dataclass(frozen=True, slots=True)
class Order:
    """Everything that is asked before an evaluation begins."""

    name: str
    sector: Sector
    model: str
    method: Method
    title: str
    place: Place
    municipality: str | None = None
    circumstances: Circumstances = field(default_factory=Circumstances)


def proposed(folder: Path, name: str, year: int, otherwise: str) -> Path:
    """Where a file is proposed to lie: the name and the year, as far as a file may be called that."""
    return folder / f"{file_stem(f'{name} {year}' if visible(name) else otherwise, otherwise)}{ENDING}"


def with_ending(path: Path) -> Path:
    """The path as an evaluation file; what was typed is kept."""
    return path if path.suffix.lower() == ENDING else path.with_name(f"{path.name}{ENDING}")


def create(order: Order, clock: Clock, resources: Resources) -> Path:
    """Make the file; where it is.

    Raises Problem E_FILE_EXISTS or E_FILE_WRITE about its place, E_UNIT about the name, E_MODEL about a model
    that cannot be used, or that has been used with other content.
    """
    package = load(order.model, resources)
    promises = Promises(Places.of_user().models, models(resources))
    promises.require(package)
    path = order.place.free()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path.parent, error) from error
    unit = NewUnit(visible(order.name), order.sector, municipality=order.municipality)
    first = partial(
        preparing.begin,
        unit=unit,
        package=package,
        method=order.method,
        title=order.title,
        circumstances=order.circumstances,
    )
    create_file(path, first, clock).close()
    promises.keep(package)
    return path


def models(resources: Resources) -> Sequence[ModelPackage]:
    """The models one may choose among."""
    return shipped(resources)
