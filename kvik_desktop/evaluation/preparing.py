"""How far a team is with preparing: what it has decided, what is missing, and what it may still change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kvik_desktop.evaluation import settings, usecases
from kvik_desktop.evaluation.model import Evaluation, Milestone, Participant, Unit
from kvik_desktop.evaluation.states import RULES, Event, State
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

    def may(self, event: Event) -> bool:
        """Whether something may be done now."""
        return self.state in RULES[event].origins

    @property
    def has_leader(self) -> bool:
        """Whether somebody on the list can accept the result."""
        return any(each.leader for each in self.people)

    @property
    def is_ready(self) -> bool:
        """Whether the answers can begin and somebody can accept what comes of them."""
        return bool(self.people) and self.has_leader


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
    )
