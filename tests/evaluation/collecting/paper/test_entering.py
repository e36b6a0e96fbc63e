"""Sheets of paper are typed in by keyboard alone, and every number lands where it stands on the paper."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.evaluation.collecting.paper.entering import Entering
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.reading import load
from kvik_desktop.model_package.scoring import Rating

KVIK = load("kvik", Resources())
KORT = load("kvik-kort", Resources())
ENTER = "\n"


def begun(method: Method = Method.CLASSICAL, *people: str) -> Entering:
    return Entering(KORT if method is Method.SCALE5 else KVIK, method, people or ("anna", "bo"), {})


def typed(entering: Entering, keys: Iterable[str]) -> tuple[Entering, list[NewAnswer]]:
    saved = []
    for key in keys:
        if key == ENTER:
            entering, answer = entering.enter()
            saved += [answer] if answer else []
        else:
            entering = entering.key(key)
    return entering, saved


def test_a_number_and_enter_goes_to_the_next() -> None:
    entering, saved = typed(begun(), "45\n0\n-\n100\n")
    assert [(each.subcriterion, each.rating, each.later) for each in saved] == [
        ("1.1", Rating(45), False),
        ("1.2", Rating(0), False),
        ("1.3", Rating(), False),
        ("1.4", Rating(100), False),
    ]
    assert entering.at == ("2.1", "score")
    assert [entering.shown(cell) for cell in entering.cells[:5]] == ["45", "0", "-", "100", ""]


def test_enter_alone_passes_by_and_the_question_is_still_missing() -> None:
    entering, saved = typed(begun(), "\n7\n")
    assert [each.subcriterion for each in saved] == ["1.2"]
    assert entering.missing[0] == "1.1"
    assert entering.missing[1] == "1.3"


def test_what_can_never_be_a_number_is_not_taken_and_says_why() -> None:
    entering, saved = typed(begun(), "101")
    assert (entering.typed, saved) == ("10", [])
    assert entering.refused is not None
    for sign in ("x", ",", "²", "٣", ""):
        refused = begun().key(sign)
        assert refused.typed == ""
        assert refused.refused is not None
    assert begun(Method.SCALE5).key("6").refused is not None
    assert begun(Method.SCALE5).key("5").typed == "5"


def test_a_second_try_replaces_what_stands_there() -> None:
    entering, _ = typed(begun(), "45\n")
    entering, saved = typed(entering.up(), "4-07\n")
    assert saved[0].rating == Rating(7)
    assert typed(entering.up().key("9").backspace(), "\n")[1] == []
    assert entering.shown(entering.cells[0]) == "7"


def test_a_number_on_the_wrong_line_is_emptied_and_the_question_comes_again() -> None:
    entering, _ = typed(begun(), "45\n")
    entering, answer = entering.up().clear()
    assert answer == NewAnswer("1.1", Rating(), {}, later=True)
    assert entering.missing[0] == "1.1"
    assert entering.clear()[1] is None


def test_phases_are_typed_one_by_one_and_cannot_judge_stands_for_all_of_them() -> None:
    entering, saved = typed(begun(Method.FINE), "10\n20\n30\n40\n-\n5\n")
    assert saved[3].rating == Rating(plan=10, do=20, check=30, act=40)
    assert (saved[4].subcriterion, saved[4].rating) == ("1.2", Rating())
    assert entering.at == ("1.3", "do")
    emptied, answer = entering.go_to("1.1").down().clear()
    assert answer is not None
    assert answer.rating == Rating(plan=10, check=30, act=40)
    assert emptied.missing[0] == "1.1"


def test_one_sheet_after_the_other_and_one_that_was_left_goes_on_where_it_was() -> None:
    whole = "33\n" * 28
    entering, saved = typed(begun(), whole)
    assert len(saved) == 28
    assert entering.at is None
    assert entering.missing == ()
    assert entering.key("4").refused is not None
    entering, _ = typed(entering, "\n50\n60\n")
    assert entering.who == "bo"
    assert entering.at == ("1.3", "score")
    entering = entering.turn(0)
    assert entering.at is None
    assert len(entering.answers()) == 28
    assert entering.turn(1).at == ("1.3", "score")


def test_a_whole_sheet_is_few_keys() -> None:
    """Under four minutes for 28 scores at two keys a second, with every score of two digits."""
    assert len("45\n" * 28) / 2 < 4 * 60
    assert len("4\n" * 20) / 2 < 3 * 60


@given(st.lists(st.sampled_from("0123456789-\n\b^vx"), max_size=60), st.sampled_from(list(Method)))
@settings(max_examples=60)
def test_no_key_ever_gives_what_the_method_has_no_room_for(keys: list[str], method: Method) -> None:
    entering = begun(method)
    kept: dict[tuple[str, str], Rating] = {}
    for key in keys:
        match key:
            case "\n":
                before = entering.who
                entering, answer = entering.enter()
                if answer is not None:
                    kept[before, answer.subcriterion] = answer.rating
            case "\b":
                entering = entering.backspace()
            case "^":
                entering = entering.up()
            case "v":
                entering = entering.down()
            case sign:
                entering = entering.key(sign)
    for rating in kept.values():
        figures = [rating.score, *rating.phases.values()]
        assert all(figure is None or 0 <= figure <= method.top for figure in figures)
    stands = {(who, name): rating for who, own in entering.given.items() for name, rating in own.items()}
    assert stands == kept
