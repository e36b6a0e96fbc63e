"""What a plan lacks, asked of the rules alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kvik_desktop.action_plan.hints import HintKind, Result, hints
from kvik_desktop.action_plan.model import (
    QUADRANT_NAMES,
    SCALE,
    Action,
    ActionSubcriterion,
    AreaPriority,
    PlannedAction,
    Prerequisite,
    Quadrant,
    Status,
    check_place,
    quadrant_of,
)
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.reading import load
from kvik_desktop.model_package.scoring import Rating, ScoreSheet, score

TODAY = date(2026, 11, 2)
PACKAGE = load("kvik-kort", Resources())
WHOLE = PlannedAction(
    Action("a", "e", 1, "Fælles møde", responsible="Bo", deadline=TODAY, success="Færre klager"),
    (ActionSubcriterion("a", "k1.1", 1),),
)


def sheet(**scores: int) -> ScoreSheet:
    ratings = {sub.id: Rating(3) for sub in PACKAGE.subcriteria()}
    low = {name.replace("_", "."): Rating(value) for name, value in scores.items()}
    return score(PACKAGE, Method.SCALE5, ratings | low)


def kinds(planned: PlannedAction, today: date = TODAY) -> list[HintKind]:
    return [hint.kind for hint in hints([planned], Result(sheet()), today)]


def changed(**fields: object) -> PlannedAction:
    return replace(WHOLE, action=replace(WHOLE.action, **fields))  # type: ignore[arg-type]  # by name


def test_a_whole_action_lacks_nothing_on_the_day_of_its_deadline() -> None:
    assert kinds(WHOLE) == []


@pytest.mark.parametrize(
    ("planned", "expected"),
    [
        (changed(deadline=date(2026, 11, 1)), HintKind.OVERDUE),
        (changed(follow_up=TODAY), HintKind.FOLLOW_UP_DUE),
        (changed(responsible=" "), HintKind.NO_RESPONSIBLE),
        (changed(deadline=None), HintKind.NO_DEADLINE),
        (changed(success=""), HintKind.NO_MEASURE),
        (replace(WHOLE, subcriteria=()), HintKind.NO_ORIGIN),
        (changed(indicator="Klager"), HintKind.NO_BASELINE),
    ],
)
def test_each_thing_that_is_lacking_is_one_hint(planned: PlannedAction, expected: HintKind) -> None:
    [hint] = hints([planned], Result(sheet()), TODAY)
    assert (hint.kind, hint.action, hint.number, hint.subcriterion) == (expected, "a", 1, None)
    assert "Fælles møde" in Translator()(hint.what)


@pytest.mark.parametrize("status", [Status.DONE, Status.DROPPED])
def test_what_is_over_lacks_nothing(status: Status) -> None:
    empty = PlannedAction(Action("a", "e", 1, "x", deadline=date(2020, 1, 1), status=status))
    assert kinds(empty) == []


def test_a_figure_to_count_is_a_measure_too() -> None:
    assert kinds(changed(success="", indicator="Klager", baseline=Decimal(4))) == []


def test_what_people_disagreed_about_calls_for_an_action_and_is_told_once() -> None:
    result = Result(sheet(k2_1=1, k3_1=1), red={"k1.1", "k2.1", "k4.1"})
    found = [(hint.kind, hint.subcriterion) for hint in hints([WHOLE], result, TODAY)]
    assert found == [
        (HintKind.RED_WITHOUT_ACTION, "k2.1"),
        (HintKind.RED_WITHOUT_ACTION, "k4.1"),
        (HintKind.LOW_WITHOUT_ACTION, "k3.1"),
    ]


def waiting(deadline: date | None, status: Status = Status.PLANNED) -> PlannedAction:
    """Something that the whole action waits for."""
    action = replace(WHOLE.action, id="b", number=2, title="Aftalen", deadline=deadline, status=status)
    return replace(WHOLE, action=action)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (waiting(date(2026, 11, 3)), [HintKind.BEFORE_PREREQUISITE]),
        (waiting(TODAY), []),
        (waiting(date(2026, 11, 3), Status.DONE), []),
        (waiting(None), [HintKind.NO_DEADLINE]),
    ],
)
def test_a_deadline_before_that_of_a_prerequisite_is_told(
    other: PlannedAction, expected: list[HintKind]
) -> None:
    first = replace(WHOLE, prerequisites=(Prerequisite("a", 0, "b"), Prerequisite("a", 1, None, "Enighed")))
    found = hints([first, other], Result(sheet()), TODAY)
    assert [hint.kind for hint in found] == expected
    assert all(hint.action == ("a" if hint.kind is HintKind.BEFORE_PREREQUISITE else "b") for hint in found)


def test_a_deadline_after_the_next_evaluation_is_told() -> None:
    [hint] = hints([WHOLE], Result(sheet(), next_day=date(2026, 11, 1)), TODAY)
    assert hint.kind is HintKind.AFTER_NEXT
    assert hints([WHOLE], Result(sheet(), next_day=TODAY), TODAY) == ()


def test_that_one_person_has_everything_is_told_from_three_open_actions() -> None:
    def named(*names: str) -> list[PlannedAction]:
        return [
            replace(WHOLE, action=replace(WHOLE.action, id=str(place), number=place, responsible=name))
            for place, name in enumerate(names)
        ]

    [hint] = hints(named("Bo", " bo", "Bo "), Result(sheet()), TODAY)
    assert (hint.kind, hint.action) == (HintKind.ALL_ON_ONE, "0")
    assert Translator()(hint.what) == "Bo har ansvaret for alle 3 tiltag."
    assert hints(named("Bo", "Bo"), Result(sheet()), TODAY) == ()
    assert hints(named("Bo", "Bo", "Eva"), Result(sheet()), TODAY) == ()


def test_low_scores_without_an_action_come_last_and_parked_ones_not_at_all() -> None:
    found = hints([changed(responsible="")], Result(sheet(k1_1=0, k2_1=1, k3_1=2)), TODAY)
    assert [(hint.kind, hint.subcriterion) for hint in found] == [
        (HintKind.NO_RESPONSIBLE, None),
        (HintKind.LOW_WITHOUT_ACTION, "k2.1"),
    ]
    nothing = score(PACKAGE, Method.SCALE5, {})
    assert nothing.subcriteria["k1.1"].value is None
    assert hints([], Result(nothing), TODAY) == ()


def test_every_cell_of_the_matrix_has_a_named_field() -> None:
    low, high = SCALE
    fields = {
        (effect, ease): quadrant_of(effect, ease)
        for effect in range(low, high + 1)
        for ease in range(low, high + 1)
    }
    assert {quadrant: list(fields.values()).count(quadrant) for quadrant in Quadrant} == dict.fromkeys(
        Quadrant, 4
    )
    assert fields[4, 4] is Quadrant.QUICK_WIN
    assert fields[3, 2] is Quadrant.STRATEGIC
    assert fields[2, 3] is Quadrant.FILL_IN
    assert [Translator()(QUADRANT_NAMES[quadrant]) for quadrant in Quadrant] == [
        "Hurtig gevinst",
        "Strategisk indsats",
        "Småting",
        "Overvej igen",
    ]


@pytest.mark.parametrize(("effect", "ease"), [(0, 1), (1, 5), (5, None), (None, 0)])
def test_a_place_outside_the_four_steps_is_refused(effect: int | None, ease: int | None) -> None:
    with pytest.raises(Problem, match="E_ACTION"):
        check_place(effect, ease)


def test_an_area_is_in_a_field_when_both_are_given() -> None:
    assert AreaPriority("s", "e", 4).quadrant is None
    assert AreaPriority("s", "e", 4, 1).quadrant is Quadrant.STRATEGIC
    assert AreaPriority("s", "e").is_empty
    assert not AreaPriority("s", "e", theme="Trivsel").is_empty
