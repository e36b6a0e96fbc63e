"""The messages of the answer page, and what the evaluation keeps to know its own answer files again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal

import msgspec

from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.model_package.model import Method, ModelPackage

FORMAT: Final = "kvik-besvarelse/1"
FILE_LIMIT = 2**20
"""The largest answer file that is read: 1 MiB."""

LONGEST_TEXT, MOST_TEXTS = 2000, 50
"""Characters in one text, and texts of one kind to one question."""

SUFFIX = ".kviksvar"

Lines = Annotated[
    tuple[Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_TEXT)], ...],
    msgspec.Meta(max_length=MOST_TEXTS),
]
Figure = Annotated[int, msgspec.Meta(ge=0, le=100)] | None
Token = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]
Moment = Annotated[str, msgspec.Meta(pattern=r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")]
Base64 = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9+/]+=*\Z")]


class AboutRound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which further round of the meeting was asked for: one that is opened anew is another."""

    subcriterion: str
    number: Annotated[int, msgspec.Meta(ge=2)]
    opened: Moment


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which questions were asked, of which evaluation: readable by anybody, bound to what is sealed."""

    evaluation: str
    model: str
    version: str
    sha256: str
    method: Method
    round: AboutRound | None = None
    """None on the page of the individual assessment, and then it does not stand in the file."""


class Box(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sealed sheet: the page's key for this one file, and the encrypted bytes."""

    key: Base64
    box: Base64


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is given to one question; nothing given and not ``later`` is *cannot judge*."""

    subcriterion: str
    score: Figure
    plan: Figure
    do: Figure
    check: Figure
    act: Figure
    trend: Figure
    target: Figure
    later: bool
    evidence: Lines
    strength: Lines
    area: Lines
    idea: Lines


class FilledSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything one participant has answered, by the one-time token of their page; no name."""

    token: Token
    saved: Moment
    answers: tuple[Given, ...]


class AnswerFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole answer file: sealed or open, never both."""

    format: Literal["kvik-besvarelse/1"]
    about: About
    sealed: Box | None
    open: FilledSheet | None

    def __post_init__(self) -> None:
        """Raises ValueError (a validation error when decoding) unless there is exactly one sheet."""
        if (self.sealed is None) == (self.open is None):
            raise ValueError("sealed or open")


@dataclass(frozen=True, slots=True)
class CollectingKey:
    """The evaluation's own key, to which answer files are sealed."""

    evaluation: str
    secret: bytes


@dataclass(frozen=True, slots=True)
class Ticket:
    """The one-time token of a participant's page."""

    participant: str
    evaluation: str
    token: str


def about(evaluation: Evaluation, package: ModelPackage, asked: AboutRound | None = None) -> About:
    """What a page made now asks about: the whole model, or one subcriterion once more."""
    return About(evaluation.id, package.id, package.version, package.sha256, evaluation.method, asked)
