"""Raised cards as they are typed in: one key a card, seat by seat, and phase by phase where there are phases.

A key 0-5 is a card: it gives the middle of its step and goes on to the next seat that lacks one. A comma
after it and a number inside the step makes it exact. What is typed is held by seat, not by person.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field


@dataclass
class Cards:
    """The cards of one round on their way in, and where the next one goes."""

    seats: int
    """How many sit there; at least one."""
    steps: Sequence[tuple[int, int]]
    """The lowest and highest score of each of the six steps; the same where a step is one score."""
    phases: int = 1
    """How many cards each raises: one, or one for each phase, which all raise before the next phase."""
    at: int = 0
    """The place of the next card: all seats of the first phase come before those of the second."""
    written: str | None = None
    """The exact number that is being written; None while none is."""
    _scores: dict[int, int] = field(default_factory=dict)
    _cannot: set[int] = field(default_factory=set)
    _elsewhere: frozenset[int] = frozenset()
    _last: int | None = None
    _is_looking: bool = False

    @property
    def seat(self) -> int:
        """The seat of the next card."""
        return self.at % self.seats

    @property
    def phase(self) -> int:
        """The phase of the next card."""
        return self.at // self.seats

    def score(self, seat: int, phase: int = 0) -> int | None:
        """What was typed; None where nothing was, and for *cannot judge*."""
        return self._scores.get(phase * self.seats + seat)

    def scores(self, seat: int) -> tuple[int, ...] | None:
        """What was typed for every phase; None while one is missing."""
        found = [self.score(seat, phase) for phase in range(self.phases)]
        scores = tuple(score for score in found if score is not None)
        return scores if len(scores) == len(found) else None

    def cannot_judge(self, seat: int) -> bool:
        """Whether the seat has said so here."""
        return seat in self._cannot

    @property
    def is_looking(self) -> bool:
        """Whether somebody has gone to this place to see what was typed, rather than got there by typing."""
        return self._is_looking or self.written is not None

    def is_done(self, seat: int) -> bool:
        """Whether the seat has answered, here or by another way."""
        return seat in self._elsewhere or seat in self._cannot or self.scores(seat) is not None

    @property
    def can_be_exact(self) -> bool:
        """Whether a step holds more than one score."""
        return any(low != high for low, high in self.steps)

    # What is typed; each returns the seat that is done with it

    def card(self, step: int) -> int | None:
        """A card was raised: ``step`` is 0-5. One too many takes no other's place."""
        if not self._may_type:
            return None
        low, high = self.steps[step]
        return self._keep((low + high) // 2)

    def abstain(self) -> int | None:
        """Somebody raised no number: the whole seat cannot judge."""
        if not self._may_type:
            return None
        seat = self.seat
        self.take_away(seat)
        self._cannot.add(seat)
        self.written, self._last = None, None
        self._go_on()
        return seat

    @property
    def _may_type(self) -> bool:
        """Whether a card is missing here, or somebody has gone here to type another."""
        return self._is_looking or self._lacks(self.at)

    def begin_exact(self) -> bool:
        """Go back to the card typed last and write a number inside its step; False where there is none."""
        if self._last is None or not self.can_be_exact:
            return False
        self.at, self.written = self._last, ""
        return True

    def digit(self, digit: int) -> int | None:
        """A digit of an exact number; one that leads out of the step is not taken."""
        assert self.written is not None, "an exact number has been begun"
        longer = f"{self.written}{digit}"
        reach = [number for number in self._inside if str(number).startswith(longer)]
        if not reach:
            return None
        self.written = longer
        return self.end_exact() if [str(number) for number in reach] == [longer] else None

    def end_exact(self) -> int | None:
        """The number stands as it is written; one that is not in the step is dropped."""
        written, self.written = self.written, None
        number = int(written) if written else -1
        return self._keep(number if number in self._inside else self._scores[self.at])

    @property
    def _inside(self) -> range:
        score = self._scores[self.at]
        low, high = next(step for step in self.steps if step[0] <= score <= step[1])
        return range(low, high + 1)

    def _keep(self, score: int) -> int | None:
        seat = self.seat
        self._scores[self.at] = score
        self._cannot.discard(seat)
        self._last = self.at
        self._go_on()
        return seat if self.scores(seat) is not None else None

    # Going about

    def _go_on(self) -> None:
        """To the next card that is missing, round and round; on where none is."""
        self._is_looking = False
        places = self.seats * self.phases
        around = [(self.at + step) % places for step in range(1, places + 1)]
        self.at = next((place for place in around if self._lacks(place)), min(self.at + 1, places - 1))

    def _lacks(self, place: int) -> bool:
        seat = place % self.seats
        return place not in self._scores and seat not in self._cannot and seat not in self._elsewhere

    def go(self, places: int) -> None:
        """Some places on, or back; not over the ends."""
        self.go_to(min(max(self.at + places, 0), self.seats * self.phases - 1))

    def go_to(self, place: int) -> None:
        """To a place; a number that was being written is left as it was."""
        self.at, self.written, self._last = place, None, place if place in self._scores else None
        self._is_looking = True

    def take_away(self, seat: int) -> None:
        """Forget what was typed for a seat."""
        self._cannot.discard(seat)
        for phase in range(self.phases):
            self._scores.pop(phase * self.seats + seat, None)
        self.written, self._last = None, None

    def answered_elsewhere(self, seats: Collection[int]) -> None:
        """These have answered by another way: their cards are not waited for."""
        was_lacking = self._lacks(self.at)
        self._elsewhere = frozenset(seats)
        if was_lacking and not self._lacks(self.at):
            self._go_on()
