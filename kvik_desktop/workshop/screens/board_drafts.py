"""What a group has come to: kept while they look at another subcriterion, and where settling is undone."""

from __future__ import annotations

from collections.abc import Mapping

from kvik_desktop.workshop.board import Line
from kvik_desktop.workshop.model import Draft
from kvik_desktop.workshop.screens.moves_row import Move


class Drafts:
    """By subcriterion and round, since another round has another median to begin at."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], Draft] = {}

    def learn(self, kept: Mapping[tuple[str, int], Draft]) -> None:
        """Take up what the file has; what was come to since it was opened is newer."""
        self._kept = {**kept, **self._kept}

    def of(self, line: Line) -> Draft:
        """What is settled, else what was last come to, else the median."""
        if line.consensus is not None:
            return Draft(line.consensus.rating, line.consensus.reason, line.consensus.note or None)
        return self._kept.get(_key(line)) or Draft(line.suggestion)

    def keep(self, line: Line, draft: Draft) -> None:
        """Remember this until it is settled otherwise."""
        self._kept[_key(line)] = draft


class Walked:
    """Which of the four moves a group has stopped at, by subcriterion.

    Where one comes in later (at what is settled, say) the moves before count as walked, from where the talk
    about that subcriterion begins.
    """

    def __init__(self) -> None:
        self._stops: dict[str, set[Move]] = {}

    def learn(self, kept: Mapping[tuple[str, int], Draft]) -> None:
        """Take up what the file has; what was walked since it was opened is newer."""
        for (subcriterion, _), draft in kept.items():
            if draft.stops:
                self._stops.setdefault(subcriterion, {move for move in Move if move in draft.stops})

    def of(self, subcriterion: str) -> tuple[int, ...]:
        """Where the group has stopped, in the order of the moves."""
        return tuple(sorted(int(move) for move in self._stops.get(subcriterion, ())))

    def skipped(self, subcriterion: str, begins: Move, at: Move) -> frozenset[Move]:
        """Stop at a move; the ones before it that the group has gone past."""
        stops = self._stops.setdefault(subcriterion, {move for move in Move if begins <= move < at})
        stops.add(at)
        return frozenset(move for move in Move if move < at and move not in stops)


def _key(line: Line) -> tuple[str, int]:
    return line.id, line.dots.number
