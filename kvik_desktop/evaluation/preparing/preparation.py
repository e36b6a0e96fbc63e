"""How far a team is with preparing: what it has decided, what is missing, and what it may still change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kvik_desktop.evaluation import settings, usecases
from kvik_desktop.evaluation.model import Evaluation, Milestone, Participant, Unit
from kvik_desktop.evaluation.preparing.model import Circumstances, Intention
from kvik_desktop.evaluation.preparing.usecases import intention_of, printed_papers
from kvik_desktop.evaluation.states import RULES, Event, State
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.storage.work import Transaction

FEWEST, MOST = 5, 12
"""Participants that a group works well with."""


@dataclass(frozen=True)
class Preparation:
    """Everything a team decides before the first answer."""

    evaluation: Evaluation
    unit: Unit
    package: ModelPackage
    people: tuple[Participant, ...]
    days: Mapping[Milestone, date]
    state: State
    intention: Intention
    printed: frozenset[str]
    """The papers that have been saved to print, by their key."""
    now: datetime

    def may(self, event: Event) -> bool:
        """Whether something may be done now."""
        return self.state in RULES[event].origins

    @property
    def today(self) -> date:
        """The day it is where the team is."""
        return local_day(self.now)

    @property
    def has_leader(self) -> bool:
        """Whether somebody on the list can accept the result."""
        return any(each.leader for each in self.people)

    @property
    def is_ready(self) -> bool:
        """Whether the answers can begin and somebody can accept what comes of them."""
        return bool(self.people) and self.has_leader

    @property
    def circumstances(self) -> Circumstances:
        """As the team has said; those who are on the list count more than those who were expected."""
        said = self.intention.circumstances
        return Circumstances(len(self.people) or said.people, said.time, said.experienced)


def preparation(work: Transaction) -> Preparation:
    """The newest evaluation's preparation. Raises Problem E_EMPTY where there is no evaluation."""
    evaluation = usecases.current(work)
    return Preparation(
        evaluation,
        usecases.unit_of(work, evaluation),
        usecases.package_of(work, evaluation),
        usecases.roster(work, evaluation.id),
        settings.planned_days(work, evaluation.id),
        usecases.known_state(work, evaluation),
        intention_of(work, evaluation),
        printed_papers(work, evaluation.id),
        work.now(),
    )
