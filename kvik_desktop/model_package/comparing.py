"""Whether figures of two evaluations may stand beside each other, and how: points, bands, or not at all.

Codes are stable over editions, texts are not: the same model in another version is compared by its codes and
marked. Two models compare at the criteria they have in common: as points where both are 0-100, else as
shares of the six bands. Models that have nothing in common are never compared. The rules say the same
whichever of the two is asked first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kvik_desktop.model_package.model import Method, ModelPackage


@dataclass(frozen=True, slots=True)
class Edition:
    """What decides whether figures compare: the model, its version, and how scores were given."""

    model: str
    version: str
    method: Method
    compared_with: str | None = None
    """Id of the model whose criteria this one compares with."""

    @classmethod
    def of(cls, package: ModelPackage, method: Method) -> Edition:
        """The edition an evaluation was made with."""
        return cls(package.id, package.version, method, package.compared_with)

    @property
    def criteria_of(self) -> str:
        """Id of the model whose criteria the figures can be read by."""
        return self.compared_with or self.model


class Level(StrEnum):
    """The finest part of the model that two evaluations have in common."""

    SUBCRITERION = "subcriterion"
    CRITERION = "criterion"
    NOTHING = "nothing"


class Measure(StrEnum):
    """What may be set beside each other."""

    POINTS = "points"
    BANDS = "bands"
    NOTHING = "nothing"


class Difference(StrEnum):
    """What is another in one of two evaluations, and is said wherever they stand together."""

    MODEL = "model"
    VERSION = "version"
    METHOD = "method"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two evaluations compare."""

    level: Level
    measure: Measure
    differences: tuple[Difference, ...] = ()

    @property
    def is_alike(self) -> bool:
        """Whether a difference between figures is a difference and nothing else."""
        return not self.differences

    @property
    def joins(self) -> bool:
        """Whether a line may be drawn from one to the other."""
        return self.measure is Measure.POINTS


def comparison(one: Edition, other: Edition) -> Comparison:
    """How figures of two evaluations compare; the same both ways."""
    level = _level(one, other)
    return Comparison(level, _measure(one, other, level), tuple(_differences(one, other)))


def _level(one: Edition, other: Edition) -> Level:
    if one.model == other.model:
        return Level.SUBCRITERION
    return Level.CRITERION if one.criteria_of == other.criteria_of else Level.NOTHING


def _measure(one: Edition, other: Edition, level: Level) -> Measure:
    if level is Level.NOTHING:
        return Measure.NOTHING
    scales = {one.method.top, other.method.top}
    is_points = scales == {100} or (level is Level.SUBCRITERION and len(scales) == 1)
    return Measure.POINTS if is_points else Measure.BANDS


def _differences(one: Edition, other: Edition) -> list[Difference]:
    found = []
    if one.model != other.model:
        found.append(Difference.MODEL)
    elif one.version != other.version:
        found.append(Difference.VERSION)
    if one.method is not other.method:
        found.append(Difference.METHOD)
    return found
