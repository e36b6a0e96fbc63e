"""Raised cards typed in: one key each, exact numbers, corrections, and laws for whatever is typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kvik_desktop.workshop.cards import Cards

ZERO_TO_FIVE = tuple((step, step) for step in range(6))
CLASSICAL = ((0, 10), (11, 30), (31, 50), (51, 70), (71, 90), (91, 100))


def typed(cards: Cards, keys: str) -> list[int]:
    """Type keys as the window does; the seats that were done, in order."""
    done: list[int | None] = []
    for key in keys:
        if key == ",":
            cards.begin_exact()
        elif key == "k":
            done.append(cards.abstain())
        elif key == "<":
            cards.go(-1)
        elif key == "\n":
            done.append(cards.end_exact() if cards.written is not None else None)
        elif cards.written is not None:
            done.append(cards.digit(int(key)))
        elif int(key) <= 5:
            done.append(cards.card(int(key)))
    return [seat for seat in done if seat is not None]


def test_twelve_cards_are_twelve_keys() -> None:
    cards = Cards(12, ZERO_TO_FIVE)
    assert typed(cards, "012345432102") == list(range(12))
    assert [cards.score(seat) for seat in range(12)] == [0, 1, 2, 3, 4, 5, 4, 3, 2, 1, 0, 2]


def test_on_0_to_100_a_card_is_the_middle_of_its_step_until_it_is_made_exact() -> None:
    cards = Cards(4, CLASSICAL)
    assert typed(cards, "33,65") == [0, 1, 1]
    assert [cards.score(seat) for seat in range(4)] == [60, 65, None, None]
    assert cards.seat == 2
    assert typed(cards, "5,100") == [2, 2]
    assert typed(cards, "0,1\n") == [3, 3]
    assert [cards.score(seat) for seat in range(4)] == [60, 65, 100, 1]


def test_a_number_outside_the_step_is_not_taken() -> None:
    cards = Cards(2, CLASSICAL)
    typed(cards, "3,9")
    assert (cards.written, cards.score(0)) == ("", 60)
    typed(cards, "7\n")
    assert (cards.written, cards.score(0)) == (None, 60)


def test_phases_are_raised_one_after_the_other() -> None:
    cards = Cards(3, CLASSICAL, phases=2)
    assert typed(cards, "123") == []
    assert (cards.phase, cards.seat) == (1, 0)
    assert typed(cards, "k45") == [0, 1, 2]
    assert (cards.scores(0), cards.scores(1), cards.cannot_judge(0)) == (None, (40, 80), True)


def test_a_wrong_card_is_gone_back_to_and_typed_again() -> None:
    cards = Cards(4, ZERO_TO_FIVE)
    assert typed(cards, "23<<") == [0, 1]
    assert (cards.seat, cards.score(0)) == (0, 2)
    assert typed(cards, "5") == [0]
    assert (cards.seat, cards.score(0), cards.score(1)) == (2, 5, 3)


def test_who_has_answered_by_another_way_is_passed_over() -> None:
    cards = Cards(4, ZERO_TO_FIVE)
    cards.answered_elsewhere({0, 2})
    assert typed(cards, "14") == [1, 3]
    assert all(cards.is_done(seat) for seat in range(4))
    cards.answered_elsewhere({0})
    assert not cards.is_done(2)


def test_what_was_typed_is_looked_at_only_by_going_there() -> None:
    cards = Cards(2, CLASSICAL)
    typed(cards, "33")
    assert (cards.seat, cards.is_looking) == (1, False)
    cards.go(-1)
    assert (cards.seat, cards.is_looking) == (0, True)
    typed(cards, "4")
    assert not cards.is_looking
    typed(cards, ",")
    assert (cards.seat, cards.is_looking) == (0, True)


def test_a_card_too_many_takes_no_others_place() -> None:
    cards = Cards(2, ZERO_TO_FIVE)
    assert typed(cards, "1234k") == [0, 1]
    assert (cards.score(0), cards.score(1)) == (1, 2)


KEYS = st.text("0123456789,k<\n", max_size=40)


@given(st.integers(1, 6), st.integers(1, 3), KEYS)
def test_whatever_is_typed_a_done_seat_has_scores_of_the_scale(seats: int, phases: int, keys: str) -> None:
    cards = Cards(seats, CLASSICAL, phases)
    done = typed(cards, keys)
    assert all(0 <= seat < seats for seat in done)
    for seat in range(seats):
        scores = cards.scores(seat)
        assert scores is None or (len(scores) == phases and all(0 <= score <= 100 for score in scores))
        assert not (cards.cannot_judge(seat) and scores)
        assert cards.is_done(seat) == (scores is not None or cards.cannot_judge(seat))
        if cards.is_done(seat):
            assert seat in done
    assert 0 <= cards.at < seats * phases


@given(st.lists(st.integers(0, 5), min_size=1, max_size=12))
def test_cards_come_in_by_seat(steps: list[int]) -> None:
    cards = Cards(len(steps), ZERO_TO_FIVE)
    assert typed(cards, "".join(map(str, steps))) == list(range(len(steps)))
    assert [cards.score(seat) for seat in range(len(steps))] == steps
