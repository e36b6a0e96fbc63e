"""Those who have answered twice and must choose: kept while the file is open, and never shown to others.

What came lies outside the evaluation file until it is chosen, so it is gone when the file is closed; whoever
took it in still has the file it came in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.conflicts import Comparison, compare
from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.own_code import usecases as own_code
from kvik_desktop.evaluation.own_code.usecases import Door
from kvik_desktop.storage.work import Transaction


@dataclass(eq=False)
class Conflict:
    """What one file holds of one person's answers, beside what lies here."""

    shown: Comparison
    """As it is now."""
    before: Comparison | None = None
    """As it was when somebody chose; None while nobody has."""
    has_taken: bool = False
    """Whether something was taken from the file then."""

    @property
    def participant(self) -> str:
        """Whose answers these are."""
        return self.shown.incoming.participant

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to choose."""
        return self.before is None and self.shown.needs_choice

    @property
    def if_kept(self) -> frozenset[str]:
        """What comes from the file where all that lies here is kept: what was not answered here.

        Nothing of an older form: it may have been asked otherwise.
        """
        return frozenset() if self.shown.is_older_form else frozenset(self.shown.fresh)

    def settle(self, shown: Comparison, *, has_taken: bool) -> None:
        """Somebody has chosen between what was ``shown``."""
        self.before, self.has_taken = shown, has_taken

    def see(self, now: Comparison) -> None:
        """What lies here may be other answers by now; a choice that was undone is open again."""
        if self.has_taken and now == self.before:
            self.before, self.has_taken = None, False
        self.shown = now


class Waiting:
    """Everybody who waits for a choice, in the order they came."""

    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []

    def add(self, comparisons: Sequence[Comparison]) -> None:
        """They came with a file; the same once more takes the place of what it was."""
        for fresh in comparisons:
            self.conflicts = [each for each in self.conflicts if each.shown.incoming != fresh.incoming]
            self.conflicts.append(Conflict(fresh))

    @property
    def open(self) -> tuple[Conflict, ...]:
        """Those that nobody has chosen for."""
        return tuple(each for each in self.conflicts if each.is_open)

    def of(self, participant: str) -> Conflict | None:
        """The first that waits for a person."""
        return next((each for each in self.open if each.participant == participant), None)

    def see(self, asked: Sequence[Conflict], now: Mapping[int, Comparison]) -> None:
        """What those that were ``asked`` about are by now, by their place; who is not there is gone.

        Others that came while the file was asked stay as they are.
        """
        for place, comparison in now.items():
            asked[place].see(comparison)
        gone = [each for place, each in enumerate(asked) if place not in now]
        self.conflicts = [each for each in self.conflicts if each not in gone]


@dataclass(frozen=True)
class Standing:
    """How those who wait stand in the file now."""

    comparisons: Mapping[int, Comparison]
    """By their place in what was asked about."""
    names: Mapping[str, str]
    """By participant's id."""
    locked: frozenset[str]
    """Those whose answers only they themselves can open: nobody else chooses for them."""


def standing(work: Transaction, evaluation: str, incoming: Sequence[Incoming]) -> Standing:
    """Compare anew; after the reveal, and for those who are off the list, there is nothing to choose."""
    people = {person.id: person.name for person in evaluations.roster(work, evaluation)}
    is_open = evaluations.get(work, evaluation).revealed is None
    doors = own_code.doors(work, evaluation)
    return Standing(
        {
            place: compare(work, evaluation, each)
            for place, each in enumerate(incoming)
            if is_open and each.participant in people
        },
        people,
        frozenset(person for person, door in doors.items() if door is not Door.OPEN),
    )
