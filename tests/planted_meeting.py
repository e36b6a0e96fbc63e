"""A meeting whose every word can be found again: names, roles, texts, notes and reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.usecases import NewAnswer, NewParticipant
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop import notes
from kvik_desktop.workshop.model import DAY
from tests.journey import Journey

NAMES = tuple(f"Navnemand{number}" for number in range(6))
ROLE = "Rollespiller"
SCORES = (12, 34, 56, 78, 91, 23)
"""On 3.3; on all else they agree."""
NOTE, REASON = "Tovholderens lap", "Gruppens begrundelse"
SECRETS = ("Navnemand", ROLE, "Børnehuset", "enhed.kvikdb", NOTE)
"""Never for the room: names, roles, the file's name and the facilitator's notes."""

ABOUT = ("3.3", "4.5")
PLANTED = re.compile(r"PLANTET-(\d\.\d)-(\w+)-\d")


def plant_meeting(folder: Path, clock: Clock, scores: Sequence[int] = SCORES) -> Journey:
    """Answered and not revealed; the last has not handed in. The scores are those of 3.3."""
    journey = Journey(folder, clock, "kvik", Method.CLASSICAL)
    new = [NewParticipant(name, ROLE, name == NAMES[0]) for name in NAMES]
    journey.file.do(evaluations.add_participants, journey.id, new)
    journey.people = {each.name: each.id for each in journey.file.ask(evaluations.roster, journey.id)}
    for number, name in enumerate(NAMES):
        given = [_answer(sub, number, scores[number]) for sub in journey.subcriteria]
        journey.file.do(evaluations.answer, journey.id, journey.people[name], given, Way.LAPTOP)
        if name != NAMES[-1]:
            journey.file.do(evaluations.submit, journey.id, journey.people[name])
    for subject in (*ABOUT, DAY):
        journey.file.do(notes.write, journey.id, subject, f"{NOTE} om {subject}")
    return journey


def _answer(sub: str, number: int, score: int) -> NewAnswer:
    texts = {kind: (f"PLANTET-{sub}-{kind.value}-{number}",) for kind in StatementKind}
    return NewAnswer(sub, Rating(score if sub == "3.3" else 40), texts if sub in ABOUT else {})


def planted_in(told: str) -> set[tuple[str, str]]:
    """Of which subcriteria and kinds texts can be seen."""
    return set(PLANTED.findall(told))
