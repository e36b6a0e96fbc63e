"""Sheets of paper are typed in by keyboard alone, and every number lands where it stands on the paper."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.evaluation.collecting.paper.entering import KEPT, Entering
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.reading import load
from kvik_desktop.model_package.scoring import Rating

KVIK = load("kvik", Resources())
KORT = load("kvik-kort", Resources())
ENTER = "\n"


def begun(method: Method = Method.CLASSICAL) -> Entering:
    return Entering(KORT if method is Method.SCALE5 else KVIK, method)


def typed(entering: Entering, keys: Iterable[str]) -> tuple[Entering, list[NewAnswer]]:
    saved = []
    for key in keys:
        entering, answer = entering.enter() if key == ENTER else entering.key(key)
        saved += [answer] if answer else []
    return entering, saved


def test_two_digits_go_on_by_themselves_and_one_waits_for_enter() -> None:
    entering, saved = typed(begun(), "450\n-100")
    assert [(each.subcriterion, each.rating, each.later) for each in saved] == [
        ("1.1", Rating(45), False),
        ("1.2", Rating(0), False),
        ("1.3", Rating(), False),
        ("1.4", Rating(100), False),
    ]
    assert entering.at == ("2.1", "score")
    assert [entering.shown(cell) for cell in entering.cells[:5]] == ["45", "0", "-", "100", ""]


def test_ten_waits_for_it_could_be_a_hundred() -> None:
    entering, saved = typed(begun(), "10")
    assert (entering.at, saved) == (("1.1", "score"), [])
    assert typed(entering, "0")[1][0].rating == Rating(100)
    assert typed(entering, "\n")[1][0].rating == Rating(10)


@pytest.mark.parametrize(("keys", "number"), [("07", 7), ("00", 0), ("99", 99), ("11", 11), ("7\n", 7)])
def test_a_number_is_what_is_typed(keys: str, number: int) -> None:
    entering, (answer,) = typed(begun(), keys)
    assert answer.rating == Rating(number)
    assert entering.at == ("1.2", "score")


def test_one_digit_is_enough_from_0_to_5() -> None:
    _, saved = typed(begun(Method.SCALE5), "305-")
    assert [each.rating for each in saved] == [Rating(3), Rating(0), Rating(5), Rating()]


def test_enter_after_a_number_that_went_on_by_itself_passes_nothing_by() -> None:
    entering, saved = typed(begun(), "45\n50\n7\n")
    assert [each.subcriterion for each in saved] == ["1.1", "1.2", "1.3"]
    assert entering.at == ("1.4", "score")


def test_enter_alone_passes_by_and_the_question_is_still_missing() -> None:
    entering, saved = typed(begun(), "\n7\n")
    assert [each.subcriterion for each in saved] == ["1.2"]
    assert entering.missing[:2] == ("1.1", "1.3")
    assert entering.begin().at == ("1.1", "score")


def test_what_can_never_be_a_number_is_not_taken_and_says_why() -> None:
    entering, saved = typed(begun(), "101")
    assert (entering.typed, saved) == ("10", [])
    assert entering.refused is not None
    assert entering.refused.values["number"] == "101"
    for sign in ("x", ",", "²", "٣", ""):
        refused = begun().key(sign)[0]
        assert refused.typed == ""
        assert refused.refused is not None
    six = begun(Method.SCALE5).key("6")[0]
    assert six.refused is not None
    assert typed(six, "5")[1][0].rating == Rating(5)


def test_a_second_try_replaces_what_stands_there() -> None:
    entering, _ = typed(begun(), "45")
    entering, saved = typed(entering.up(), "8\n")
    assert saved[0].rating == Rating(8)
    assert entering.up().key("9")[0].backspace().typed == ""
    assert entering.backspace().at == ("1.1", "score")
    assert entering.shown(entering.cells[0]) == "8"


def test_a_number_on_the_wrong_line_is_emptied_and_the_question_comes_again() -> None:
    entering, _ = typed(begun(), "45")
    entering, answer = entering.up().clear()
    assert answer == NewAnswer("1.1", Rating(), {}, later=True)
    assert entering.missing[0] == "1.1"
    assert entering.clear()[1] is None


def test_phases_are_typed_one_by_one_and_cannot_judge_stands_for_all_of_them() -> None:
    entering, saved = typed(begun(Method.FINE), "11203040-55")
    assert saved[3].rating == Rating(plan=11, do=20, check=30, act=40)
    assert (saved[4].subcriterion, saved[4].rating) == ("1.2", Rating())
    assert entering.at == ("1.3", "do")
    emptied, answer = entering.go_to("1.1", "do").clear()
    assert answer is not None
    assert answer.rating == Rating(plan=11, check=30, act=40)
    assert emptied.missing[0] == "1.1"


def test_what_was_given_before_is_counted_and_never_shown() -> None:
    before = {"1.1": Rating(45), "1.2": Rating()}
    entering = Entering(KVIK, Method.CLASSICAL, before).begin()
    assert entering.at == ("1.3", "score")
    assert [entering.shown(cell) for cell in entering.cells[:3]] == [KEPT, KEPT, ""]
    assert "45" not in repr(entering)
    replaced, _ = typed(entering.go_to("1.1"), "60")
    assert [replaced.shown(cell) for cell in replaced.cells[:2]] == ["60", KEPT]


def test_a_phase_that_is_added_leaves_the_others_as_they_were() -> None:
    half = Entering(KVIK, Method.FINE, {"1.1": Rating(plan=11, do=20)}).begin()
    assert half.at == ("1.1", "check")
    entering, (answer,) = typed(half, "33")
    assert answer.rating == Rating(plan=11, do=20, check=33)
    assert [entering.shown(cell) for cell in entering.cells[:4]] == [KEPT, KEPT, "33", ""]


def test_what_is_undone_is_where_one_is_taken() -> None:
    entering, _ = typed(begun(), "453060")
    assert entering.told(entering.given) == entering
    undone = entering.told({"1.1": Rating(45), "1.3": Rating(60)})
    assert undone.at == ("1.2", "score")
    assert undone.missing[0] == "1.2"
    assert undone.shown(undone.cells[0]) == "45"


def test_a_whole_sheet_ends_and_takes_no_more() -> None:
    entering, saved = typed(begun(), "33" * 28)
    assert len(saved) == 28
    assert (entering.at, entering.missing) == (None, ())
    assert entering.key("4")[0].refused is not None
    assert entering.enter() == (entering, None)
    assert entering.up().at == ("9.2", "score")


@given(st.lists(st.sampled_from("0123456789-\n\b^vx"), max_size=60), st.sampled_from(list(Method)))
@settings(max_examples=60)
def test_no_key_ever_gives_what_the_method_has_no_room_for(keys: list[str], method: Method) -> None:
    entering, kept = begun(method), dict[str, Rating]()
    for key in keys:
        answer = None
        match key:
            case "\n":
                entering, answer = entering.enter()
            case "\b":
                entering = entering.backspace()
            case "^":
                entering = entering.up()
            case "v":
                entering = entering.down()
            case sign:
                entering, answer = entering.key(sign)
        if answer is not None:
            kept[answer.subcriterion] = answer.rating
    for rating in kept.values():
        figures = [rating.score, *rating.phases.values()]
        assert all(figure is None or 0 <= figure <= method.top for figure in figures)
    assert dict(entering.given) == kept
