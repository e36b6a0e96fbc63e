"""The ledger: one state for one set of packages, whatever order they came in."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.central.ledger import Known, LedgerState, Standing, state_of


def sha(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def package(name: str, edition: int, after: str | None = None, *, withdrawal: bool = False) -> Known:
    return Known(sha(name), edition, None if after is None else sha(after), withdrawal)


A1 = package("a", 1)
B2 = package("b", 2, "a")
C3 = package("c", 3, "b")
D4 = package("d", 4, "c")


def standing(state: LedgerState, name: str) -> Standing:
    return state.standings[sha(name)]


def test_a_chain_ends_in_its_newest_edition() -> None:
    state = state_of([A1, B2, C3])
    assert state.counting == C3
    assert standing(state, "a") is standing(state, "b") is Standing.SUPERSEDED
    assert state.gaps == frozenset()


def test_nothing_known_is_nothing_counted() -> None:
    assert state_of([]).counting is None


def test_a_missing_predecessor_is_a_gap_and_harmless() -> None:
    state = state_of([A1, C3])
    assert state.counting == C3
    assert state.gaps == {C3.sha256}
    assert standing(state, "a") is Standing.STALE


def test_a_filled_gap_is_judged_again() -> None:
    state = state_of([A1, C3, B2])
    assert state.gaps == frozenset()
    assert [standing(state, name) for name in "abc"] == [Standing.SUPERSEDED] * 2 + [Standing.CURRENT]


def test_two_files_of_the_same_edition_wait_and_the_one_before_counts() -> None:
    state = state_of([A1, B2, package("b'", 2, "a")])
    assert standing(state, "b") is standing(state, "b'") is Standing.FORK
    assert state.counting == A1


def test_two_first_editions_leave_nothing_to_count() -> None:
    assert state_of([A1, package("a'", 1)]).counting is None


def test_an_edition_that_skips_its_rival_is_a_fork_too() -> None:
    state = state_of([A1, B2, package("x", 3, "a")])
    assert standing(state, "b") is standing(state, "x") is Standing.FORK
    assert state.counting == A1


def test_the_branch_that_is_built_upon_holds() -> None:
    state = state_of([A1, B2, C3, package("b'", 2, "a")])
    assert state.counting == C3
    assert standing(state, "b") is Standing.SUPERSEDED
    assert standing(state, "b'") is Standing.FORK


def test_an_edition_that_says_it_is_the_first_but_is_not_has_a_gap() -> None:
    assert state_of([package("x", 7)]).gaps == {sha("x")}


def test_what_follows_a_fork_waits_with_it() -> None:
    rivals = [package("b'", 2, "a"), package("c'", 3, "b'")]
    state = state_of([A1, B2, C3, *rivals])
    assert state.counting == A1
    assert {standing(state, name) for name in ("b", "c", "b'", "c'")} == {Standing.FORK}


def test_an_edition_may_rise_by_fifty_and_not_by_more() -> None:
    assert state_of([A1, package("x", 51, "w")]).counting == package("x", 51, "w")
    state = state_of([A1, package("x", 52, "w")])
    assert standing(state, "x") is Standing.JUMP
    assert state.counting == A1
    assert standing(state_of([package("x", 51)]), "x") is Standing.JUMP


def test_what_follows_a_jump_waits_with_it() -> None:
    state = state_of([A1, package("x", 99, "a"), package("y", 100, "x")])
    assert standing(state, "y") is Standing.JUMP
    assert state.counting == A1


def test_a_jump_is_no_jump_when_the_steps_between_arrive() -> None:
    state = state_of([A1, package("x", 60, "w"), package("m", 30, "l")])
    assert state.counting == package("x", 60, "w")


def test_an_edition_that_names_a_later_one_never_counts() -> None:
    state = state_of([A1, B2, package("x", 1, "b")])
    assert standing(state, "x") is Standing.FORK
    assert state.counting == B2


def test_a_withdrawal_leaves_nothing_to_count_until_a_new_edition() -> None:
    taken_back = package("w", 2, "a", withdrawal=True)
    state = state_of([A1, taken_back])
    assert state.current == taken_back
    assert state.counting is None
    again = package("n", 3, "w")
    assert state_of([A1, taken_back, again]).counting == again


def test_a_withdrawal_in_a_fork_suspends_what_would_count() -> None:
    state = state_of([A1, B2, package("w", 2, "a", withdrawal=True)])
    assert state.current == A1
    assert state.counting is None


def test_a_gap_does_not_hide_a_fork_above_it() -> None:
    state = state_of([A1, B2, package("e", 5, "b"), package("x", 4, "unknown")])
    assert standing(state, "e") is standing(state, "x") is Standing.FORK
    assert state.counting == B2


@st.composite
def histories(draw: st.DrawFn) -> list[Known]:
    """Packages as honest and dishonest senders make them: chains, forks, gaps, jumps and withdrawals."""
    made: list[Known] = []
    for number in range(draw(st.integers(1, 9))):
        before = draw(st.sampled_from([None, *made, package("never seen", 3)]))
        step = draw(st.sampled_from([1, 1, 1, 2, 3, 50, 51, 60]))
        edition = (before.edition if before else 0) + step
        if draw(st.integers(0, 9)) == 0:
            edition = draw(st.integers(1, 5))
        withdrawal = before is not None and draw(st.integers(0, 5)) == 0
        made.append(Known(sha(f"n{number}"), edition, before.sha256 if before else None, withdrawal))
    return draw(st.lists(st.sampled_from(made), unique=True, min_size=1))


@settings(max_examples=300, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_every_order_of_arrival_gives_the_same_state(history: list[Known], shuffler: random.Random) -> None:
    arrived: Sequence[Known] = history + history[:2]
    shuffled = list(arrived)
    shuffler.shuffle(shuffled)
    assert state_of(arrived) == state_of(shuffled)


@settings(max_examples=300, deadline=None)
@given(histories())
def test_the_line_holds_together(history: list[Known]) -> None:
    state = state_of(history)
    assert set(state.standings) == {each.sha256 for each in history}
    current = [each for each in history if state.standings[each.sha256] is Standing.CURRENT]
    assert [state.current] == current if current else state.current is None
    older = (Standing.SUPERSEDED, Standing.STALE)
    for each in history:
        if state.standings[each.sha256] in older:
            assert state.current is not None
            assert each.edition < state.current.edition


@pytest.mark.parametrize("length", [1, 400])
def test_long_chains_are_judged(length: int) -> None:
    chain = [package("0", 1)]
    for number in range(1, length):
        chain.append(package(str(number), number + 1, str(number - 1)))
    assert state_of(chain).counting == chain[-1]
