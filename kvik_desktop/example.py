"""The example institutions: shipped material that becomes evaluation files by the usual use cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from enum import IntEnum
from functools import partial
from pathlib import Path

import msgspec

from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.plan_table import read_plan
from kvik_desktop.compose import create_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.answer_table import CODE, COLUMNS
from kvik_desktop.evaluation.collecting.returned import read_returned
from kvik_desktop.evaluation.collecting.roster_table import read_roster
from kvik_desktop.evaluation.model import Level
from kvik_desktop.evaluation.usecases import NewUnit
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.csv_tables import read_table
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.model_package.model import Method, ModelPackage, Sector
from kvik_desktop.model_package.reading import load
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.workshop import rounds
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.agreed_table import read_agreed

NAMES = ("folkeskole", "daginstitution", "plejecenter")
"""The folders under ressourcer/eksempel; the first is *Eksempelskolen*."""

Tell = Callable[[Text], None]


class Stage(IntEnum):
    """How far an example is played, in the order of the journey."""

    BEGUN = 0
    GATHERED = 1
    ANSWERED = 2
    REVEALED = 3
    SETTLED = 4
    ACCEPTED = 5
    PLANNED = 6


def _silent(_text: Text) -> None:
    """Tell nobody."""


class Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is known of an example institution beside its tables; the days are in autumn 2026."""

    id: str
    name: str
    sector: Sector
    level: Level
    municipality: str
    municipality_code: str
    size: str
    model: str
    method: Method
    title: str
    started: date
    revealed: date
    accepted: date
    plan_approved: date
    accepted_by: str


class DayClock:
    """A clock that is set from day to day: the example was made over some weeks."""

    def __init__(self, day: date) -> None:
        self.day = day

    def now(self) -> datetime:
        """Nine o'clock on the day that was set, UTC."""
        return datetime.combine(self.day, time(9), UTC)


class Example:
    """One example institution's material."""

    def __init__(self, name: str, resources: Resources) -> None:
        self.folder = resources.path("eksempel", name)
        self.facts = msgspec.json.decode((self.folder / "enhed.json").read_bytes(), type=Facts)
        self.package: ModelPackage = load(self.facts.model, resources)

    def begin(self, path: Path, clock: Clock) -> EvaluationFile:
        """A new file with the evaluation just begun, open."""
        facts = self.facts
        unit = NewUnit(
            facts.name,
            facts.sector,
            facts.id,
            facts.level,
            municipality=facts.municipality_code,
            size=facts.size,
        )
        first = partial(
            evaluations.begin, unit=unit, package=self.package, method=facts.method, title=facts.title
        )
        return create_file(path, first, clock)

    def play(self, path: Path, not_judged: str, tell: Tell = _silent, until: Stage = Stage.PLANNED) -> None:
        """Make the evaluation file at ``path``, all the way to an approved plan or ``until`` a stage before.

        Raises Problem E_FILE_EXISTS or E_FILE_WRITE.
        """
        facts = self.facts
        clock = DayClock(facts.started)
        stages = (
            (Stage.GATHERED, facts.started, self._gather),
            (Stage.ANSWERED, facts.started, self._answer),
            (Stage.REVEALED, facts.revealed, self._reveal),
            (Stage.SETTLED, facts.revealed, partial(self._meet, not_judged)),
            (Stage.ACCEPTED, facts.accepted, self._accept),
            (Stage.PLANNED, facts.plan_approved, self._plan),
        )
        with self.begin(path, clock) as file:
            evaluation = file.ask(evaluations.current).id
            for stage, day, act in stages:
                if stage <= until:
                    clock.day = day
                    act(file, evaluation, tell)

    def _gather(self, file: EvaluationFile, evaluation: str, tell: Tell) -> None:
        file.do(evaluations.add_participants, evaluation, read_roster(self.folder / "deltagere.csv"))

    def _answer(self, file: EvaluationFile, evaluation: str, tell: Tell) -> None:
        count = self._take_in(file, evaluation, "besvarelser.csv")
        people = file.ask(evaluations.roster, evaluation)
        tell(say("{n} deltagere har svaret hver for sig: i alt {count} svar.", n=len(people), count=count))

    def _reveal(self, file: EvaluationFile, evaluation: str, tell: Tell) -> None:
        file.do(meeting.reveal, evaluation, self.facts.accepted_by)

    def _meet(self, not_judged: str, file: EvaluationFile, evaluation: str, tell: Tell) -> None:
        again = self._second_round()
        for subcriterion in again:
            file.do(rounds.open_round, evaluation, subcriterion)
        if again:
            self._take_in(file, evaluation, "runde2.csv")
        for subcriterion in again:
            file.do(rounds.close_round, evaluation, subcriterion, self.facts.accepted_by)
            tell(say("{name} er vurderet i to runder.", name=subcriterion))
        agreed = read_agreed(self.folder / "konsensus.csv", self.package, self.facts.method, not_judged)
        file.do(meeting.settle, evaluation, agreed)
        tell(say("Gruppen er enig om {n} delkriterier.", n=len([one for one in agreed if not one.parked])))

    def _accept(self, file: EvaluationFile, evaluation: str, tell: Tell) -> None:
        file.do(meeting.accept, evaluation, self.facts.accepted_by)
        tell(say("Resultatet er godkendt af {name}.", name=self.facts.accepted_by))

    def _plan(self, file: EvaluationFile, evaluation: str, tell: Tell) -> None:
        actions = read_plan(self.folder / "plan.csv")
        file.do(plans.put_actions, evaluation, actions)
        file.do(plans.approve, evaluation, self.facts.accepted_by)
        tell(say_n("Planen har {n} tiltag.", "Planen har {n} tiltag.", len(actions)))

    def _second_round(self) -> tuple[str, ...]:
        """The subcriteria that were answered a second time."""
        table = self.folder / "runde2.csv"
        if not table.exists():
            return ()
        rows = read_table(table, COLUMNS, CODE)
        return tuple(dict.fromkeys(row["subcriterion"] for row in rows))

    def _take_in(self, file: EvaluationFile, evaluation: str, table: str) -> int:
        incoming = file.ask(read_returned, evaluation, self.folder / table)
        return file.do(rounds.receive, evaluation, incoming).value.answers
