"""Typing in what stands on paper, by keyboard alone: a number, Enter, the next; one person after the other.

Plain data without a window: each key gives a new :class:`Entering`, and what is to be saved with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from kvik_desktop.evaluation.collecting.sheets.content import number_keys
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.scoring import Rating

CANNOT_JUDGE = "-"
"""The key for *cannot judge*; it stands for all phases of a question."""


class Cell(NamedTuple):
    """One number that is asked for."""

    subcriterion: str
    key: str
    """``score`` or a phase."""


@dataclass(frozen=True)
class Entering:
    """Where one is in the heap of sheets, and what has been typed in so far."""

    package: ModelPackage
    method: Method
    people: tuple[str, ...]
    """Participants' ids in the order of the list, at least one."""
    given: Mapping[str, Mapping[str, Rating]]
    """By participant and subcriterion; an empty rating is *cannot judge*, a missing one is nothing yet."""
    person: int = 0
    place: int = 0
    """The cell the next number goes to; after the last one: the sheet is done."""
    typed: str = ""
    refused: Text | None = None
    """Why the last key was not taken."""

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every number of a sheet, in the order of the paper."""
        return tuple(
            Cell(sub.id, key)
            for sub in self.package.subcriteria()
            for key in number_keys(self.package.block_of(sub.id), self.method)
        )

    @property
    def who(self) -> str:
        """Whose sheet it is."""
        return self.people[self.person]

    @property
    def at(self) -> Cell | None:
        """The cell one is in, None at the end of the sheet."""
        return self.cells[self.place] if self.place < len(self.cells) else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The questions of this sheet that lack a number, in the order of the paper."""
        return tuple(dict.fromkeys(cell.subcriterion for cell in self.cells if not self.shown(cell)))

    def shown(self, cell: Cell) -> str:
        """What stands in a cell of this sheet: a number, ``-`` or nothing."""
        rating = self.given.get(self.who, {}).get(cell.subcriterion)
        if rating is None:
            return ""
        if rating.is_empty:
            return CANNOT_JUDGE
        number = getattr(rating, cell.key)
        return "" if number is None else str(number)

    def key(self, sign: str) -> Entering:
        """A digit or ``-``; what could never become a number of the method is not taken, and it says why."""
        if self.at is None:
            return replace(self, refused=say("Skemaet er slut. Tryk Enter for at gå til den næste."))
        if sign == CANNOT_JUDGE:
            return replace(self, typed=sign, refused=None)
        longer = sign if self.typed in ("0", CANNOT_JUDGE) else self.typed + sign
        if sign not in tuple("0123456789") or int(longer) > self.method.top:
            top = self.method.top
            return replace(
                self, refused=say("Skriv et tal fra 0 til {top}, eller - for kan ikke vurdere.", top=top)
            )
        return replace(self, typed=longer, refused=None)

    def backspace(self) -> Entering:
        """Take the last sign back; a number that is already kept is emptied by :meth:`clear`."""
        return replace(self, typed=self.typed[:-1], refused=None)

    def enter(self) -> tuple[Entering, NewAnswer | None]:
        """Keep what is typed and go on; nothing typed passes the cell by. At the end: the next person."""
        if self.at is None:
            return self.turn((self.person + 1) % len(self.people)), None
        if not self.typed:
            return self._moved(self.place + 1), None
        if self.typed == CANNOT_JUDGE:
            kept, answer = self._keep(self.at.subcriterion, Rating())
            return kept._moved(self._after_question()), answer
        kept, answer = self._keep(self.at.subcriterion, self._with(self.at, int(self.typed)))
        return kept._moved(self.place + 1), answer

    def clear(self) -> tuple[Entering, NewAnswer | None]:
        """Empty the cell: the number was put on the wrong line."""
        if self.at is None or not self.shown(self.at):
            return replace(self, typed="", refused=None), None
        rating = self._with(self.at, None)
        if not rating.is_empty:
            return self._keep(self.at.subcriterion, rating)
        own = {name: each for name, each in self.given[self.who].items() if name != self.at.subcriterion}
        emptied = replace(self, given={**self.given, self.who: own}, typed="", refused=None)
        return emptied, NewAnswer(self.at.subcriterion, Rating(), {}, later=True)

    def up(self) -> Entering:
        """One cell back; what is typed there and not kept is let go."""
        return self._moved(max(0, self.place - 1))

    def down(self) -> Entering:
        """One cell on."""
        return self._moved(min(len(self.cells), self.place + 1))

    def go_to(self, subcriterion: str) -> Entering:
        """To the first cell of a question."""
        return self._moved([cell.subcriterion for cell in self.cells].index(subcriterion))

    def turn(self, person: int) -> Entering:
        """To the first cell that is still empty on somebody's sheet; to its end where none is."""
        turned = replace(self, person=person)
        return (
            turned.go_to(turned.missing[0])._first_empty()
            if turned.missing
            else turned._moved(len(self.cells))
        )

    def answers(self) -> Sequence[NewAnswer]:
        """All that stands on this sheet."""
        return [NewAnswer(name, rating, {}) for name, rating in self.given.get(self.who, {}).items()]

    def _first_empty(self) -> Entering:
        empty = next(at for at in range(self.place, len(self.cells)) if not self.shown(self.cells[at]))
        return self._moved(empty)

    def _after_question(self) -> int:
        cell = self.cells[self.place]
        return 1 + max(at for at, each in enumerate(self.cells) if each.subcriterion == cell.subcriterion)

    def _with(self, cell: Cell, number: int | None) -> Rating:
        before = self.given.get(self.who, {}).get(cell.subcriterion, Rating())
        return replace(before, **{cell.key: number})

    def _keep(self, subcriterion: str, rating: Rating) -> tuple[Entering, NewAnswer]:
        own = {**self.given.get(self.who, {}), subcriterion: rating}
        kept = replace(self, given={**self.given, self.who: own}, typed="", refused=None)
        return kept, NewAnswer(subcriterion, rating, {})

    def _moved(self, place: int) -> Entering:
        return replace(self, place=place, typed="", refused=None)
