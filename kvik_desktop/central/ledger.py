"""Which edition counts: the state of one institution in one campaign, from the set of known packages.

The state is a function of the set alone, so the order in which files arrive can never matter. An edition
names the one before it; that makes a tree:

* an edition whose predecessor is not known comes after the newest one known below it, with a gap noted;
* where two follow the same one (also: two files that call themselves the same edition) the line goes on
  along the branch that has been built furthest upon; as long as that is not one, all of them wait;
* an edition more than 50 above the one before it waits;
* a withdrawal is an edition with nothing in it: while it is the newest, nothing counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

MAX_JUMP = 50
"""An edition may be at most this much higher than the one it follows."""


class Standing(StrEnum):
    """Where a known package stands."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    STALE = "stale"
    """Older than the current one, and not named by the next that is known."""
    FORK = "fork"
    JUMP = "jump"


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger needs of a package: its identity, its edition and the one it says it replaces."""

    sha256: str
    edition: int
    supersedes: str | None
    withdrawal: bool = False


@dataclass(frozen=True, slots=True)
class LedgerState:
    """The standing of every known package, and which one counts."""

    standings: Mapping[str, Standing]
    gaps: frozenset[str]
    """Packages whose predecessor has not been received."""
    current: Known | None
    """The newest edition that holds; a withdrawal when there is nothing to count."""
    suspended: bool
    """A withdrawal waits in quarantine: until somebody has asked, nothing counts."""

    @property
    def counting(self) -> Known | None:
        """The package whose figures count, if any."""
        if self.current is None or self.current.withdrawal or self.suspended:
            return None
        return self.current


def state_of(packages: Collection[Known]) -> LedgerState:
    """The one state of these packages, whatever order they came in."""
    by_hash = {package.sha256: package for package in packages}
    ordered = sorted(by_hash.values(), key=lambda package: (package.edition, package.sha256))
    tree = _Tree(ordered)
    line = tree.line(ordered)
    standings = _standings(ordered, tree, line)
    current = line[-1] if line else None
    newest = current.edition if current else 0
    waiting = (p for p in ordered if standings[p.sha256] in (Standing.FORK, Standing.JUMP))
    return LedgerState(
        standings=standings,
        gaps=frozenset(p.sha256 for p in ordered if p.edition > 1 and p.supersedes not in by_hash),
        current=current,
        # In doubt a withdrawal holds: figures that somebody wants back are not shown meanwhile.
        suspended=any(p.withdrawal and p.edition > newest for p in waiting),
    )


class _Tree:
    """Every package under the one it follows; one that follows nothing known hangs where the line ends."""

    def __init__(self, ordered: Sequence[Known]) -> None:
        self._by_hash = {package.sha256: package for package in ordered}
        self._parents: dict[str, Known | None] = {}
        self._children: dict[str | None, list[Known]] = defaultdict(list)
        self._misplaced: set[str] = set()
        for place, package in enumerate(ordered):
            self._hang(package, ordered[:place])

    def parent(self, package: Known) -> Known | None:
        """The one it follows, None for the first of all."""
        return self._parents[package.sha256]

    def is_jump(self, package: Known) -> bool:
        """Whether its number is too far above the one it follows."""
        before = self.parent(package)
        return package.edition - (before.edition if before else 0) > MAX_JUMP

    def line(self, among: Sequence[Known]) -> list[Known]:
        """The editions that hold, oldest first, when only ``among`` (by edition) are known."""
        known = {package.sha256 for package in among}

        def followers(package: Known | None) -> list[Known]:
            found = self._children[package.sha256 if package else None]
            return [each for each in found if each.sha256 in known and not self.is_jump(each)]

        lengths: dict[str, int] = {}
        for package in reversed(among):
            after = _winner(followers(package), lengths)
            lengths[package.sha256] = 1 + (lengths[after.sha256] if after else 0)
        return _walk(followers, lengths)

    def _hang(self, package: Known, lower: Sequence[Known]) -> None:
        before = self._by_hash.get(package.supersedes or "")
        if before is None:
            below = [each for each in lower if each.edition < package.edition]
            line = self.line(below)
            before = line[-1] if line else None
        elif before.edition >= package.edition:
            self._misplaced.add(package.sha256)
        self._parents[package.sha256] = before
        if package.sha256 not in self._misplaced:
            self._children[before.sha256 if before else None].append(package)


def _winner(followers: Sequence[Known], lengths: Mapping[str, int]) -> Known | None:
    """The one that has been built furthest upon; None of none, and None where that is not one."""
    if not followers:
        return None
    longest = max(lengths[each.sha256] for each in followers)
    best = [each for each in followers if lengths[each.sha256] == longest]
    return best[0] if len(best) == 1 else None


def _walk(followers: Callable[[Known | None], list[Known]], lengths: Mapping[str, int]) -> list[Known]:
    line: list[Known] = []
    while (after := _winner(followers(line[-1] if line else None), lengths)) is not None:
        line.append(after)
    return line


def _standings(ordered: Sequence[Known], tree: _Tree, line: Sequence[Known]) -> dict[str, Standing]:
    standings = {package.sha256: Standing.CURRENT for package in line[-1:]}
    for older, newer in pairwise(line):
        named = newer.supersedes == older.sha256
        standings[older.sha256] = Standing.SUPERSEDED if named else Standing.STALE
    for package in ordered:
        if package.sha256 not in standings:
            standings[package.sha256] = _outside(package, tree, standings)
    return standings


def _outside(package: Known, tree: _Tree, standings: Mapping[str, Standing]) -> Standing:
    """Why a package is not on the line: it jumped, follows one that did, or has a rival."""
    before = tree.parent(package)
    follows_jump = before is not None and standings.get(before.sha256) is Standing.JUMP
    return Standing.JUMP if tree.is_jump(package) or follows_jump else Standing.FORK
