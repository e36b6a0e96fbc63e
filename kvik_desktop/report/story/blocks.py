"""A report as a row of blocks: what Word and the web page tell alike, each with its own means.

Blocks say what something is and never what it looks like. Words are already in the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kvik_desktop.foundation.text import Language


@dataclass(frozen=True, slots=True)
class Own:
    """Somebody's own words: Danish, whatever language the report is in."""

    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A flag or a status: a shape with the word that always stands beside it."""

    shape: str
    word: str


@dataclass(frozen=True, slots=True)
class Link:
    """A way to a heading of the same report."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Two lines of one cell: the name, and what belongs to it."""

    name: str | Own
    below: str | Own


Inline = str | Own | Mark | Link | Lines


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure: its file among the story's pictures, its width in points, and what it shows in words."""

    file: str
    width: float
    alt: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2 with the name that links go to; on paper it may begin a new page."""

    level: Literal[1, 2]
    text: str | Own
    anchor: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a quiet one is read second."""

    text: Inline
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item has what somebody wrote and perhaps a short note."""

    items: tuple[tuple[Own, str], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Short pairs of a label and its value."""

    pairs: tuple[tuple[str, Inline], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; ``room`` is its share of the width, an ``unbroken`` cell has one line."""

    head: str
    room: float = 1
    number: bool = False
    strong: bool = False
    unbroken: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a heading row; the caption says what it holds to those who cannot glance at it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Inline | Picture, ...], ...]
    named_rows: bool = True
    """Whether the first cell of a row says what the row is about."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure that matters, with its label above and a word about it below."""

    label: str
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Figures that are read together."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a group agreed on one question: the score, its step, the flag, and the stair they lie on."""

    question: Own
    score: KeyFigure
    sentence: str
    flag: Mark | None
    stair: Picture


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to read with care."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A label with what it holds: the smallest kind of heading, one level below the last one."""

    label: str
    body: tuple[Paragraph | Bullets | Table | Facts, ...]
    level: Literal[2, 3] = 3


Block = Heading | Paragraph | Bullets | Facts | Table | KeyFigures | Verdict | Caution | Field | Picture


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands before the first heading."""

    title: str
    subtitle: str
    edition: str
    facts: Facts
    notes: tuple[str, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class Story:
    """The whole report; ``pictures`` are SVG files by name."""

    language: Language
    cover: Cover
    contents: str
    """The heading of the list of contents."""
    page_of: str
    """``Side {page} af {pages}`` in the reader's language."""
    blocks: tuple[Block, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def chapters(self) -> tuple[Heading, ...]:
        """The headings of the first level."""
        return tuple(block for block in self.blocks if isinstance(block, Heading) and block.level == 1)
