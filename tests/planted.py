"""Words that can be found again: what each participant has answered, and whose of it can be seen somewhere.

Before the reveal two evaluations that differ only in what others have answered must look alike to everybody
else. So beside the words, which are searched for, there are two :data:`VARIANTS` of figures and words: what
is shown of one must be what is shown of the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

import msgspec

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.evidence import usecases as evidence
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, Translator
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.model_package.scoring import Rating
from tests.journey import PEOPLE, Journey

VARIANTS: tuple[tuple[int | None, ...], ...] = ((0, 1, 2, 3, 4), (5, 5, None, 0, None))
"""What each has scored; None is *cannot judge*. How many have answered how much is the same in both."""


ADDRESS = re.compile(r" at 0x[0-9a-f]+")
"""Where something lies in memory tells nothing, and is another each time."""


def words_of(name: str, what: str, variant: int = 0) -> str:
    """What somebody has written of a kind: their own words, found by their beginning."""
    return f"{_beginning(name)}{what}-{variant}"


def _beginning(name: str) -> str:
    return f"PLANTET-{name.upper()}-"


def plant(journey: Journey, variant: int = 0, same: Collection[str] = ()) -> None:
    """Let everybody answer two questions in full, change it, attach a file and hand in; the last has not.

    Those who are the ``same`` answer as in the first variant.
    """
    for name, other in zip(PEOPLE, VARIANTS[variant], strict=True):
        score = VARIANTS[0][PEOPLE.index(name)] if name in same else other
        _answer(journey, name, score, 0 if name in same else variant)


def _answer(journey: Journey, name: str, score: int | None, variant: int) -> None:
    """Both questions twice, a file, and unless it is the last one: handed in."""
    person = journey.people[name]
    with journey.file.acting_as(person):
        for subcriterion in journey.subcriteria[:2]:
            for what in ("før", ""):
                texts = {
                    kind: (words_of(name, what + kind.value, variant), f"{name} skrev mere")
                    for kind in StatementKind
                }
                given = [NewAnswer(subcriterion, Rating(score), texts)]
                journey.file.do(evaluations.answer, journey.id, person, given, Way.LAPTOP)
        _attach(journey, name)
        if name != PEOPLE[-1]:
            journey.file.do(evaluations.submit, journey.id, person)


def _attach(journey: Journey, name: str) -> None:
    """One file, the first time: its name and its content are the person's too."""
    person = journey.people[name]
    if not journey.file.ask(evidence.own_attachments, journey.id, person):
        title, data = f"{words_of(name, 'bilag')}.txt", words_of(name, "indhold").encode()
        journey.file.do(evidence.attach, journey.id, person, journey.subcriteria[0], title, data)


def answer_table(journey: Journey, path: Path, name: str) -> Path:
    """A table in which somebody has answered otherwise than what lies in the file."""
    rows = ["participant;subcriterion;score;strength"]
    rows += [f"{name};{sub};1;{words_of(name, 'fra-fil')}" for sub in journey.subcriteria[:2]]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def seen_in(shown: object) -> set[str]:
    """The people whose words can be seen in something: text, bytes, or plain data however deep."""
    told = spelled(shown)
    return {name for name in PEOPLE if _beginning(name) in told or f"{name} skrev mere" in told}


def spelled(shown: object) -> str:
    """Everything in a value written out, also what its class does not show of itself."""
    match shown:
        case str():
            return shown
        case bytes():
            return shown.decode("utf-8", "replace")
        case Text():
            return Translator()(shown)
        case ModelPackage():
            return shown.id
    parts = _parts(shown)
    return ADDRESS.sub("", repr(shown)) if parts is None else f"({', '.join(map(spelled, parts))})"


def _parts(shown: object) -> list[object] | None:
    """What a value is made of; None where it is one thing."""
    match shown:
        case Problem():
            return [shown.code, shown.message, shown.action, shown.details]
        case Mapping():
            return [part for pair in shown.items() for part in pair]
        case set() | frozenset():
            return [*sorted(map(spelled, shown))]
        case Sequence():
            return [*shown]
        case msgspec.Struct():
            return [getattr(shown, name) for name in shown.__struct_fields__]
        case _ if is_dataclass(shown):
            return [getattr(shown, field.name) for field in fields(shown)]
    return None


@dataclass(frozen=True)
class Query:
    """A question one can put to a file, by its module and name."""

    module: str
    name: str
    ask: Callable[..., Any]
    parameters: Mapping[str, str]
    """What it wants beside the file, with the annotation."""

    @property
    def is_of_a_person(self) -> bool:
        """Whether it answers for one participant, who may see what is theirs."""
        return bool({"participant", "incoming"} & self.parameters.keys())


def holding(folder: Path, words: str) -> set[str]:
    """The files below a folder in whose names or bytes the words stand."""
    return {
        path.name
        for path in folder.rglob("*")
        if path.is_file() and (words in path.name or words.encode() in path.read_bytes())
    }
