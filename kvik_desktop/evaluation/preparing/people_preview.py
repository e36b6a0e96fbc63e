"""What a list of people would do to those who are there already, shown before anything is added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kvik_desktop.evaluation.model import Participant
from kvik_desktop.evaluation.usecases import NewParticipant


class Fate(StrEnum):
    """What becomes of one line."""

    NEW = "new"
    CORRECTED = "corrected"
    """Is on the list with another role; a file corrects it."""
    KNOWN = "known"
    """Is on the list, and stays as they are."""


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One of those who were named."""

    person: NewParticipant
    fate: Fate


@dataclass(frozen=True, slots=True)
class Preview:
    """Everybody who was named, in order, and what was not taken for anybody."""

    lines: tuple[PreviewLine, ...]
    skipped: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[NewParticipant, ...]:
        """Those who would be added or corrected."""
        return tuple(line.person for line in self.lines if line.fate is not Fate.KNOWN)


def preview(
    people: Sequence[NewParticipant],
    roster: Sequence[Participant],
    skipped: Sequence[str] = (),
    *,
    correcting: bool = False,
) -> Preview:
    """``correcting``: roles of those who are on the list are corrected, as a file with a roster does."""
    known = {_key(each.name): each for each in roster}
    lines = []
    for named in people:
        person, there = named, known.get(_key(named.name))
        fate = Fate.NEW if there is None else Fate.KNOWN
        if there and correcting and (there.role, there.leader) != (person.role, person.leader):
            # The list is told apart by the name as it is written there.
            person, fate = NewParticipant(there.name, person.role, person.leader), Fate.CORRECTED
        lines.append(PreviewLine(person, fate))
    return Preview(tuple(lines), tuple(skipped))


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
