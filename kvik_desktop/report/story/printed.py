"""What the typeset report prints, with types: the form in which Word and the web page read the same data.

A field that the typeset report gains must be added here, and so told in every other form too: an unknown
one is an error.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from kvik_desktop.report.typeset import Document

Row = tuple[str, ...]


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the printed data."""


class Picture(_Part, frozen=True):
    """A figure among the document's pictures."""

    file: str
    width: float
    alt: str


class Cover(_Part, frozen=True):
    """Title, facts and approvals."""

    title: str
    facts: tuple[tuple[str, str], ...]
    approvals: Row


class Step(_Part, frozen=True):
    """One step: its scores, and name and sentence for each block."""

    range: str
    enabler: tuple[str, str]
    result: tuple[str, str]


class CriterionRow(_Part, frozen=True):
    """A criterion in the overview."""

    name: str
    mean: str
    step: str
    scored: str
    strip: Picture


class Overview(_Part, frozen=True):
    """The page of the overview; a mean is label, value and step, a flag is its name and how many."""

    means: tuple[tuple[str, str, str], ...]
    agreed: str
    of: str
    parked: str
    flags: tuple[tuple[str, str], ...]
    radar: Picture | None
    criteria: tuple[CriterionRow, ...]


class Field(_Part, frozen=True):
    """A label with a text, a list of items with notes, or a small table."""

    label: str
    text: str = ""
    items: tuple[tuple[str, str], ...] = ()
    head: Row = ()
    rows: tuple[Row, ...] = ()


class Subcriterion(_Part, frozen=True):
    """A subcriterion; a round's last cell names its flag."""

    id: str
    name: str
    question: str
    score: str
    step: str
    sentence: str
    outcome: str
    flag: str | None
    answers: str
    stair: Picture
    strip: Picture
    rounds: tuple[Row, ...]
    phases: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...]


class Chapter(_Part, frozen=True):
    """A criterion with its subcriteria."""

    id: str
    name: str
    block: str
    mean: str
    step: str
    scored: str
    subcriteria: tuple[Subcriterion, ...]


class Trend(_Part, frozen=True):
    """The trend: figure, headings, what each evaluation is, the figures, and how to read them."""

    picture: Picture
    head: Row
    facts: tuple[Row, ...]
    rows: tuple[Row, ...]
    notes: Row


class PlanRow(_Part, frozen=True):
    """An action in the plan's table."""

    number: str
    title: str
    under: str
    responsible: str
    deadline: str
    status: str
    seen_by: str


class Matrix(_Part, frozen=True):
    """The priority matrix and its table."""

    picture: Picture
    rows: tuple[Row, ...]


class Card(_Part, frozen=True):
    """One action with all its fields."""

    number: str
    title: str
    status: str
    facts: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...]


class Plan(_Part, frozen=True):
    """The plan."""

    rows: tuple[PlanRow, ...]
    matrix: Matrix | None
    cards: tuple[Card, ...]


class Standard(_Part, frozen=True):
    """A standard with the subcriteria that touch it, each with its score, and what the unit can show."""

    name: str
    touched: tuple[tuple[str, str], ...]
    status: str
    note: str


class StandardGroup(_Part, frozen=True):
    """Standards that belong together."""

    name: str
    rows: tuple[Standard, ...]


class StandardSet(_Part, frozen=True):
    """A set of standards and whose it is."""

    edition: str
    source: str
    groups: tuple[StandardGroup, ...]


class About(_Part, frozen=True):
    """How the evaluation was made."""

    participants: str
    roles: tuple[tuple[str, str], ...]
    notes: Row
    caution: str
    source: str
    model: tuple[tuple[str, str], ...]
    size: str


class Printed(_Part, frozen=True, rename="kebab"):
    """Everything the report of one evaluation prints."""

    words: Mapping[str, str]
    flags: Mapping[str, str]
    flags_short: Mapping[str, str]
    flag_rules: tuple[tuple[str, str], ...]
    statuses: Mapping[str, str]
    unit: str
    running: str
    footer: str
    cover: Cover
    steps: tuple[Step, ...]
    overview: Overview
    criteria: tuple[Chapter, ...]
    trend: Trend | None
    plan: Plan
    standards: tuple[StandardSet, ...]
    about: About


def printed(document: Document) -> Printed:
    """The data of an evaluation's document. Raises msgspec.ValidationError where the two have parted."""
    return msgspec.convert(document.data, Printed)
