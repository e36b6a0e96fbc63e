"""The evaluation of one unit: who takes part, what each has answered, and who may see it when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Block, Method, Phase, Sector
from kvik_desktop.model_package.scoring import Rating

SMALLEST_GROUP = 5
"""Fewer answers than this are never shown as a distribution outside the institution (default)."""

LOWEST_SMALLEST_GROUP = 3
"""The setting can never go below this."""


UNIT_ID = re.compile(r"[a-z0-9-]{8,40}")
"""What packages and trust lists can name: a ``*`` or a comma in an id would match others."""


MUNICIPALITY_CODE = re.compile(r"[0-9]{3}")


class Level(StrEnum):
    """Where in the municipality a unit stands; the council's level is the root of the tree."""

    INSTITUTION = "institution"
    DEPARTMENT = "afdeling"
    ADMINISTRATION = "fagforvaltning"
    CENTRAL = "centralforvaltning"
    GROUP = "koncern"


class Perspective(StrEnum):
    """From where an answer set looks at the unit."""

    INSTITUTION = "institution"
    ADMINISTRATION = "fagforvaltning"
    CENTRAL = "centralforvaltning"
    USER = "bruger"
    RELATIVE = "pårørende"
    STAFF = "medarbejder"


class Way(StrEnum):
    """How an answer came in."""

    ANSWER_PAGE = "answer_page"
    PDF_FORM = "pdf_form"
    PAPER = "paper"
    LAPTOP = "laptop"
    TABLE = "table"


class StatementKind(StrEnum):
    """What kind of text a participant writes about a subcriterion."""

    EVIDENCE = "evidence"
    STRENGTH = "strength"
    AREA = "area"
    IDEA = "idea"


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit that is evaluated, and its place in the tree."""

    id: str
    name: str
    level: Level
    sector: Sector
    parent: str | None = None
    municipality: str | None = None
    """The municipality's three-digit code."""
    size: str = ""


@dataclass(frozen=True, slots=True)
class FrozenModel:
    """The model package as it was when the evaluation began; later versions never change it."""

    sha256: str
    id: str
    version: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One self-evaluation; its state follows from these facts (see ``states``)."""

    id: str
    unit: str
    title: str
    model: str
    """SHA-256 of the frozen model package."""
    method: Method
    created: datetime
    smallest_group: int = SMALLEST_GROUP
    red_points: int = 50
    red_bands: int = 3
    amber_points: int = 20
    amber_bands: int = 2
    tolerance: int = 20
    """How far the agreed score may lie from the median before a reason is asked for."""
    campaign: str | None = None
    previous: str | None = None
    """The evaluation this one starts from."""
    revealed: datetime | None = None
    accepted: datetime | None = None
    accepted_by: str = ""
    plan_approved: datetime | None = None
    plan_approved_by: str = ""
    edition: int = 0
    delivered: datetime | None = None
    follow_up: datetime | None = None
    answers_deleted: datetime | None = None
    retention: date | None = None
    privacy_contact: str | None = None
    """The institution's own data protection officer: name, mail or phone, as it is to stand on the notice."""
    few_dots: bool = False
    """The projector shows each answer as a dot also where fewer than five have answered."""
    speakers_named: bool = False
    """The group has chosen to see the names of those who are asked to begin, on the facilitator's screen."""


@dataclass(frozen=True, slots=True)
class Participant:
    """One who takes part; the name never leaves the institution's file."""

    id: str
    evaluation: str
    position: int
    name: str
    role: str = ""
    leader: bool = False


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """Everything one respondent answers; who has handed in is visible, what is not."""

    id: str
    evaluation: str
    participant: str | None
    way: Way
    submitted: datetime | None = None
    respondent_group: str = "team"
    perspective: Perspective = Perspective.INSTITUTION


@dataclass(frozen=True, slots=True)
class Answer:
    """One respondent's figures for one subcriterion in one round; nothing given is *cannot judge*."""

    answer_set: str
    subcriterion: str
    round: int
    changed: datetime
    way: Way
    """How it came in; one respondent may go from one way to another."""
    score: int | None = None
    plan: int | None = None
    do: int | None = None
    check: int | None = None
    act: int | None = None
    trend: int | None = None
    target: int | None = None
    later: bool = False
    """The respondent wants to come back to it; without figures it is no answer yet."""

    @classmethod
    def of(
        cls,
        answer_set: str,
        subcriterion: str,
        number: int,
        at: datetime,
        way: Way,
        rating: Rating,
        *,
        later: bool = False,
    ) -> Answer:
        """The figures of a rating as an answer."""
        phases = (rating.plan, rating.do, rating.check, rating.act, rating.trend, rating.target)
        return cls(answer_set, subcriterion, number, at, way, rating.score, *phases, later)

    @property
    def is_undecided(self) -> bool:
        """Put off without a figure: neither scored nor *cannot judge*."""
        return self.later and self.rating.is_empty

    @property
    def rating(self) -> Rating:
        """The figures alone."""
        return Rating(self.score, self.plan, self.do, self.check, self.act, self.trend, self.target)


@dataclass(frozen=True, slots=True)
class Statement:
    """One text of a respondent about one subcriterion."""

    id: str
    answer_set: str
    subcriterion: str
    kind: StatementKind
    round: int
    position: int
    text: str


class EvidenceStatus(StrEnum):
    """How much the unit can show for an accreditation standard."""

    DOCUMENTED = "dokumenteret"
    PARTLY = "delvist"
    MISSING = "mangler"


@dataclass(frozen=True, slots=True)
class StandardEvidence:
    """What the unit has noted about one standard of a crosswalk."""

    evaluation: str
    crosswalk: str
    standard: str
    status: EvidenceStatus
    note: str = ""


class Milestone(StrEnum):
    """What a team sets a day for before it begins."""

    ANSWERS = "answers"
    """Everybody has handed in by then."""
    MEETING = "meeting"
    PLAN = "plan"
    DELIVERY = "delivery"
    NEXT = "next"
    """The next evaluation begins."""


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """The day the team has set for a milestone."""

    evaluation: str
    milestone: Milestone
    day: date


@dataclass(frozen=True, slots=True)
class ChecklistAnswer:
    """What the team has ticked off, or noted, at one item of a process guide's checklist."""

    evaluation: str
    guide: str
    item: str
    done: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class EventRecord:
    """Something that happened once and is kept: who, when and why."""

    id: str
    evaluation: str
    event: str
    at: datetime
    by: str
    reason: str = ""


def check_rating(rating: Rating, block: Block, method: Method) -> None:
    """Raises Problem E_ANSWER unless the figures belong to the method and lie in its range."""
    belongs = method is Method.FINE if rating.phases else True
    if rating.score is not None:
        belongs = belongs and method is not Method.FINE
    allowed = (
        {Phase.TREND, Phase.TARGET} if block is Block.RESULT else set(Phase) - {Phase.TREND, Phase.TARGET}
    )
    belongs = belongs and set(rating.phases) <= allowed
    figures = [value for value in (rating.score, *rating.phases.values()) if value is not None]
    if belongs and all(0 <= value <= method.top for value in figures):
        return
    raise Problem(
        "E_ANSWER",
        say("Vurderingen passer ikke til metoden."),
        say("Giv et helt tal fra 0 til {top}. Det, der var gemt før, er der stadig.", top=method.top),
    )


def visible(text: str) -> str:
    """What can be seen of a short text: without signs that are not printed and with single blanks."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def check_limits(evaluation: Evaluation) -> None:
    """Raises Problem E_SETTING unless amber comes before red, and points are 1-100 and bands 1-5."""
    points = 1 <= evaluation.amber_points < evaluation.red_points <= 100
    bands = 1 <= evaluation.amber_bands < evaluation.red_bands <= 5
    if not (points and bands and 0 <= evaluation.tolerance <= 100):
        raise Problem(
            "E_SETTING",
            say("Grænserne for uenighed passer ikke sammen."),
            say(
                "Nogen uenighed skal begynde før stor: 1-100 point og 1-5 trin. Det, der var gemt før, "
                "gælder stadig."
            ),
        )


def check_unit(unit: Unit) -> None:
    """Raises Problem E_UNIT_ID for an id that no package could carry when all the work is done."""
    if not UNIT_ID.fullmatch(unit.id):
        raise Problem(
            "E_UNIT_ID",
            say("Enhedens id {id} kan ikke bruges i en pakke.", id=unit.id),
            say("Et id er 8-40 tegn: små bogstaver fra a til z, tal og bindestreg. Intet er ændret."),
        )


def check_roster(participants: Iterable[Participant]) -> None:
    """Raises Problem E_PARTICIPANTS where two have the same name or somebody has none."""
    seen: set[str] = set()
    for participant in participants:
        name = " ".join(participant.name.split()).casefold()
        if not name or name in seen:
            raise Problem(
                "E_PARTICIPANTS",
                say("To deltagere har samme navn, eller et navn mangler: {name}", name=participant.name),
                say("Giv hver deltager sit eget navn, fx med et bogstav for efternavnet. Intet er ændret."),
            )
        seen.add(name)


@dataclass(frozen=True, slots=True)
class HandIn:
    """How far one participant is; never what was answered."""

    participant: Participant
    answered: int
    """Scored or *cannot judge*; what is put off without a figure is not among them."""
    of: int
    submitted: datetime | None
    incomplete: int = 0
    """Of the answered, those that lack a phase in the fine method."""


@dataclass(frozen=True, slots=True)
class Revealed:
    """Everything that was answered, after the reveal."""

    sets: tuple[AnswerSet, ...]
    answers: tuple[Answer, ...]
    statements: tuple[Statement, ...]
