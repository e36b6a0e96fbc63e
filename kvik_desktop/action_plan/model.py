"""An improvement action: what, who, when and how we can see it, and everything more a large plan needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say


class Status(StrEnum):
    """How far an action is."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


class Changed(StrEnum):
    """What the log tells of beside the status: what a plan that is approved says of an action."""

    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"


class Quadrant(StrEnum):
    """The four fields of the matrix of effect and ease."""

    QUICK_WIN = "quick_win"
    STRATEGIC = "strategic"
    FILL_IN = "fill_in"
    RECONSIDER = "reconsider"


QUADRANT_NAMES: Mapping[Quadrant, Text] = {
    Quadrant.QUICK_WIN: say("Hurtig gevinst"),
    Quadrant.STRATEGIC: say("Strategisk indsats"),
    Quadrant.FILL_IN: say("Småting"),
    Quadrant.RECONSIDER: say("Overvej igen"),
}

SCALE = (1, 4)
"""Effect and ease are placed from 1 (small, hard) to 4 (great, easy)."""


def quadrant_of(effect: int | None, ease: int | None) -> Quadrant | None:
    """The field of the matrix, None until both effect and ease are placed."""
    if effect is None or ease is None:
        return None
    if effect > 2:
        return Quadrant.QUICK_WIN if ease > 2 else Quadrant.STRATEGIC
    return Quadrant.FILL_IN if ease > 2 else Quadrant.RECONSIDER


_OFF_SCALE = say("Effekt og lethed skal være hele tal fra {low} til {high}.", low=SCALE[0], high=SCALE[1])


def _on_scale(effect: int | None, ease: int | None) -> bool:
    return all(value is None or SCALE[0] <= value <= SCALE[1] for value in (effect, ease))


def check_place(effect: int | None, ease: int | None) -> None:
    """Raises Problem E_ACTION where effect or ease lies outside the four steps."""
    if not _on_scale(effect, ease):
        raise Problem(
            "E_ACTION",
            _OFF_SCALE,
            say("Ret det, og prøv igen. Det, der var gemt før, er der stadig."),
        )


@dataclass(frozen=True, slots=True)
class Action:
    """One improvement action; only the title must be filled in."""

    id: str
    evaluation: str
    number: int
    title: str
    theme: str = ""
    description: str = ""
    responsible: str = ""
    start: date | None = None
    deadline: date | None = None
    follow_up: date | None = None
    success: str = ""
    """How we can see it, in words; a figure goes in the indicator."""
    indicator: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    hours: Decimal | None = None
    money: Decimal | None = None
    """Danish kroner."""
    status: Status = Status.PLANNED
    dropped_reason: str = ""
    phase: str = ""
    effect: int | None = None
    ease: int | None = None
    goal: str | None = None
    """Id or code of the political goal the action serves."""
    serves_effect: str | None = None
    """Id of the effect (vision → short, middle, long term) the action serves."""

    @property
    def quadrant(self) -> Quadrant | None:
        """The field of the matrix, None until both effect and ease are placed."""
        return quadrant_of(self.effect, self.ease)

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.status in (Status.PLANNED, Status.IN_PROGRESS)

    def is_overdue(self, today: date) -> bool:
        """Whether the deadline has passed and the action is still open; its own day is in time."""
        return self.is_open and self.deadline is not None and self.deadline < today


@dataclass(frozen=True, slots=True)
class ActionSubcriterion:
    """A subcriterion the action springs from, with its agreed score at the time."""

    action: str
    subcriterion: str
    score_then: int | None = None
    """The agreed score, rounded half up; None where the subcriterion was parked."""


@dataclass(frozen=True, slots=True)
class ActionArea:
    """A gathered area for improvement the action comes from, in its words at the time."""

    action: str
    position: int
    text: str
    statement: str | None = None
    """Id of the gathered statement, where it is still there."""


@dataclass(frozen=True, slots=True)
class AreaPriority:
    """Where the group has placed a gathered area for improvement, before it is an action."""

    statement: str
    """Id of the gathered statement; one that has left the list leaves its placement without effect."""
    evaluation: str
    effect: int | None = None
    ease: int | None = None
    theme: str = ""

    @property
    def quadrant(self) -> Quadrant | None:
        """The field of the matrix, None until both effect and ease are placed."""
        return quadrant_of(self.effect, self.ease)

    @property
    def is_empty(self) -> bool:
        """Nothing is said of the area."""
        return self.effect is None and self.ease is None and not self.theme


@dataclass(frozen=True, slots=True)
class ActionParticipant:
    """One who takes part in the action."""

    action: str
    position: int
    name: str


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """What must be there first: another action, or something in words."""

    action: str
    position: int
    other: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured value of the action's indicator."""

    action: str
    day: date
    value: Decimal
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActionNote:
    """One line in the action's log: words alone, or what was changed with the reason as its words."""

    id: str
    action: str
    at: datetime
    text: str
    status: Status | None = None
    """What the action became then."""
    changed: Changed | None = None
    """Which field of an approved plan was given another value."""
    was: str | None = None
    """What stood there before: a status, a day as ``2027-01-31``, or words; empty for nothing."""
    became: str | None = None
    """What stands there after; a status is in ``status``."""
    meeting: str | None = None
    """Id of the status meeting it was written at."""

    @property
    def is_change(self) -> bool:
        """Whether something was changed; else somebody wrote a line."""
        return self.status is not None or self.changed is not None


@dataclass(frozen=True, slots=True)
class Goal:
    """A political goal that subcriteria, indicators and actions may point to."""

    id: str
    code: str
    text: str
    owner: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """What is meant to change for a target group, on short, middle or long term."""

    id: str
    horizon: str
    text: str
    target_group: str = ""
    vision: str = ""


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """An action with everything that belongs to it."""

    action: Action
    subcriteria: tuple[ActionSubcriterion, ...] = ()
    areas: tuple[ActionArea, ...] = ()
    participants: tuple[str, ...] = ()
    prerequisites: tuple[Prerequisite, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    notes: tuple[ActionNote, ...] = ()


def check_action(action: Action) -> None:
    """Raises Problem E_ACTION where the fields of one action contradict each other."""
    checks = (
        (bool(action.title.strip()), say("Et tiltag skal have et navn.")),
        (_on_scale(action.effect, action.ease), _OFF_SCALE),
        (
            not (action.start and action.deadline and action.deadline < action.start),
            say("Fristen ligger før starten."),
        ),
        (
            action.status is not Status.DROPPED or bool(action.dropped_reason.strip()),
            say("Et tiltag, der er droppet, skal have en begrundelse."),
        ),
        (
            all(value is None or value >= 0 for value in (action.hours, action.money)),
            say("Timer og kroner kan ikke være under nul."),
        ),
    )
    for holds, sentence in checks:
        if not holds:
            raise Problem(
                "E_ACTION",
                say("Tiltag {number}: {fault}", number=action.number, fault=sentence),
                say("Ret det, og prøv igen. Det, der var gemt før, er der stadig."),
            )


def check_prerequisites(needs: Mapping[str, Iterable[str]], titles: Mapping[str, str]) -> None:
    """Raises Problem E_PREREQUISITE where actions would wait for each other in a ring, naming the ring.

    ``needs`` maps an action's id to the ids of the actions that must be there first.
    """
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        names = [titles[action] for action in reversed(error.args[1])]
        raise Problem(
            "E_PREREQUISITE",
            say("Tiltagene ville vente på hinanden i en ring: {names}.", names=" → ".join(names)),
            say("Vælg noget andet. Det, der var gemt før, er der stadig."),
        ) from error
