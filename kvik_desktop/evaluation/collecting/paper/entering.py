"""Typing in what stands on a sheet of paper, by keyboard alone: a number after the other, down the sheet.

Plain data without a window: each key gives a new :class:`Entering`, and what is to be saved with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from kvik_desktop.evaluation.collecting.sheets.content import number_keys
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.scoring import Rating

CANNOT_JUDGE = "-"
"""The key for *cannot judge*; it stands for all phases of a question."""

KEPT = "•"
"""Stands for what was given before this sheet was taken in hand: nobody else is to see what it is."""


class Cell(NamedTuple):
    """One number that is asked for."""

    subcriterion: str
    key: str
    """``score`` or a phase."""


@dataclass(frozen=True)
class Entering:
    """Where one is on a sheet, and what has been given to its questions so far."""

    package: ModelPackage
    method: Method
    given: Mapping[str, Rating] = field(default_factory=dict, repr=False)
    """By subcriterion; an empty rating is *cannot judge*, a missing one is nothing yet."""
    place: int = 0
    """The cell the next number goes to; after the last one: the sheet is done."""
    typed: str = ""
    refused: Text | None = None
    """Why the last key was not taken."""
    seen: frozenset[Cell] = frozenset()
    """What has been typed since the sheet was taken in hand, and may therefore be shown."""
    went_on: bool = False
    """The last number went on by itself, so that an Enter after it means nothing more."""

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every number of a sheet, in the order of the paper."""
        return tuple(
            Cell(sub.id, key)
            for sub in self.package.subcriteria()
            for key in number_keys(self.package.block_of(sub.id), self.method)
        )

    @property
    def at(self) -> Cell | None:
        """The cell one is in, None at the end of the sheet."""
        return self.cells[self.place] if self.place < len(self.cells) else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The questions of this sheet that lack a number, in the order of the paper."""
        return tuple(dict.fromkeys(cell.subcriterion for cell in self.cells if not self.shown(cell)))

    def shown(self, cell: Cell) -> str:
        """What stands in a cell: a number, ``-``, :data:`KEPT`, or nothing."""
        rating = self.given.get(cell.subcriterion)
        if rating is None:
            return ""
        number = getattr(rating, cell.key)
        if number is None and not rating.is_empty:
            return ""
        if cell not in self.seen:
            return KEPT
        return CANNOT_JUDGE if number is None else str(number)

    def key(self, sign: str) -> tuple[Entering, NewAnswer | None]:
        """A digit or ``-``. A number that can be no other goes on by itself.

        What could never become a number of the method is not taken, and it says why.
        """
        top = self.method.top
        if self.at is None:
            return replace(self, refused=say("Skemaet er slut.")), None
        if sign == CANNOT_JUDGE:
            return replace(self, typed=sign)._on_by_itself()
        longer = self.typed + sign
        if sign not in tuple("0123456789") or int(longer) > top:
            said = say("{number} er ikke et tal fra 0 til {top}.", number=longer, top=top)
            return replace(self, refused=said), None
        typed = replace(self, typed=longer, refused=None, went_on=False)
        return typed._on_by_itself() if _is_whole(longer, top) else (typed, None)

    def enter(self) -> tuple[Entering, NewAnswer | None]:
        """Keep what is typed and go on; nothing typed passes the cell by."""
        if self.at is None:
            return self, None
        if not self.typed:
            return (replace(self, went_on=False) if self.went_on else self._moved(self.place + 1)), None
        if self.typed == CANNOT_JUDGE:
            kept, answer = self._keep(self.at.subcriterion, Rating())
            return kept._moved(self._after_question()), answer
        kept, answer = self._keep(self.at.subcriterion, self._with(self.at, int(self.typed)))
        return kept._moved(self.place + 1), answer

    def backspace(self) -> Entering:
        """Take the last sign back, or go back; a number that is kept already is emptied by :meth:`clear`."""
        return replace(self, typed=self.typed[:-1], refused=None) if self.typed else self.up()

    def clear(self) -> tuple[Entering, NewAnswer | None]:
        """Empty the cell: the number was put on the wrong line."""
        if self.at is None or not self.shown(self.at):
            return replace(self, typed="", refused=None), None
        rating = self._with(self.at, None)
        if not rating.is_empty:
            return self._keep(self.at.subcriterion, rating)
        own = {name: each for name, each in self.given.items() if name != self.at.subcriterion}
        emptied = replace(self, given=own, typed="", refused=None)
        return emptied, NewAnswer(self.at.subcriterion, Rating(), {}, later=True)

    def up(self) -> Entering:
        """One cell back; what is typed there and not kept is let go."""
        return self._moved(max(0, self.place - 1))

    def down(self) -> Entering:
        """One cell on."""
        return self._moved(min(len(self.cells), self.place + 1))

    def go_to(self, subcriterion: str, key: str = "") -> Entering:
        """To a cell of a question, the first unless one is named."""
        places = [
            place
            for place, cell in enumerate(self.cells)
            if cell.subcriterion == subcriterion and key in ("", cell.key)
        ]
        return self._moved(places[0])

    def begin(self) -> Entering:
        """To the first cell that is still empty; to the end where none is."""
        empty = (place for place, cell in enumerate(self.cells) if not self.shown(cell))
        return self._moved(next(empty, len(self.cells)))

    def told(self, given: Mapping[str, Rating]) -> Entering:
        """The same sheet as the file has it now: where something was undone, one is taken there."""
        gone = [cell for cell in self.seen if _number(given, cell) != _number(self.given, cell)]
        now = replace(self, given=given, seen=self.seen.difference(gone))
        return now._moved(min(map(self.cells.index, gone))) if gone else now

    def _on_by_itself(self) -> tuple[Entering, NewAnswer | None]:
        after, answer = self.enter()
        return replace(after, went_on=True), answer

    def _after_question(self) -> int:
        cell = self.cells[self.place]
        return 1 + max(at for at, each in enumerate(self.cells) if each.subcriterion == cell.subcriterion)

    def _with(self, cell: Cell, number: int | None) -> Rating:
        return replace(self.given.get(cell.subcriterion, Rating()), **{cell.key: number})

    def _keep(self, subcriterion: str, rating: Rating) -> tuple[Entering, NewAnswer]:
        assert self.at is not None, "only a cell keeps something"
        same = {cell for cell in self.cells if cell.subcriterion == subcriterion}
        seen = self.seen | (same if rating.is_empty else {self.at})
        kept = replace(self, given={**self.given, subcriterion: rating}, seen=seen, typed="", refused=None)
        return kept, NewAnswer(subcriterion, rating, {})

    def _moved(self, place: int) -> Entering:
        return replace(self, place=place, typed="", refused=None, went_on=False)


def _is_whole(typed: str, top: int) -> bool:
    """Whether no further digit could belong to the number; a single one may always be the first of two."""
    if len(typed) >= len(str(top)):
        return True
    return len(typed) > 1 and (typed[0] == "0" or int(typed) * 10 > top)


def _number(given: Mapping[str, Rating], cell: Cell) -> int | str | None:
    """What stands in a cell, told apart from nothing."""
    rating = given.get(cell.subcriterion)
    if rating is None:
        return None
    number: int | None = getattr(rating, cell.key)
    return CANNOT_JUDGE if rating.is_empty else number
