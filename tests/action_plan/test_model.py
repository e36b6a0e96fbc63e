"""The rules of one improvement action and of actions that wait for each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kvik_desktop.action_plan.model import Action, Quadrant, Status, check_action, check_prerequisites
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator

PLAIN = Action("a1", "e1", 1, "Fælles fraværsmøde")


@pytest.mark.parametrize(
    ("effect", "ease", "quadrant"),
    [
        (4, 3, Quadrant.QUICK_WIN),
        (3, 2, Quadrant.STRATEGIC),
        (2, 3, Quadrant.FILL_IN),
        (1, 1, Quadrant.RECONSIDER),
        (None, 3, None),
        (3, None, None),
    ],
)
def test_the_quadrant_follows_from_effect_and_ease(
    effect: int | None, ease: int | None, quadrant: Quadrant | None
) -> None:
    assert replace(PLAIN, effect=effect, ease=ease).quadrant is quadrant


def test_a_title_is_enough() -> None:
    check_action(PLAIN)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(PLAIN, title="  "),
        replace(PLAIN, effect=5),
        replace(PLAIN, ease=0),
        replace(PLAIN, start=date(2027, 2, 1), deadline=date(2027, 1, 31)),
        replace(PLAIN, status=Status.DROPPED),
        replace(PLAIN, hours=Decimal(-1)),
    ],
)
def test_contradictions_are_named(wrong: Action) -> None:
    with pytest.raises(Problem) as caught:
        check_action(wrong)
    assert caught.value.code == "E_ACTION"
    assert Translator()(caught.value.message).startswith(f"Tiltag {wrong.number}: ")


def test_actions_may_wait_in_line_but_not_in_a_ring() -> None:
    check_prerequisites({str(n): [str(n + 1)] for n in range(5000)}, {})
    titles = {"a": "Aftalen", "b": "Besøget", "c": "Cyklerne"}
    with pytest.raises(Problem) as caught:
        check_prerequisites({"a": ["b"], "b": ["c"], "c": ["a"]}, titles)
    assert caught.value.code == "E_PREREQUISITE"
    ring = (
        Translator()(caught.value.message)
        .removeprefix("Tiltagene ville vente på hinanden i en ring: ")
        .rstrip(".")
    )
    assert ring in ("Aftalen → Besøget → Cyklerne → Aftalen", "Besøget → Cyklerne → Aftalen → Besøget",
                    "Cyklerne → Aftalen → Besøget → Cyklerne")  # fmt: skip
    with pytest.raises(Problem):
        check_prerequisites({"a": ["a"]}, titles)
