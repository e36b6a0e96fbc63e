"""The plan as a table: fields, several ways to write dates, and every fault with its line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kvik_desktop.action_plan.model import Action, Measurement, Status
from kvik_desktop.action_plan.plan_table import read_plan
from kvik_desktop.action_plan.usecases import NewAction
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.report.words import LABELS, STATUSES


def read(folder: Path, text: str) -> tuple[NewAction, ...]:
    path = folder / "plan.csv"
    path.write_text(text, encoding="utf-8")
    return read_plan(path)


def test_four_columns_are_enough_and_may_be_danish(tmp_path: Path) -> None:
    text = "Hvad;Hvem;Hvornår;Hvordan kan vi se det\nFælles møde;Lederen;31.01.2027;Færre klager\n"
    action = Action(
        "", "", 1, "Fælles møde", responsible="Lederen", deadline=date(2027, 1, 31), success="Færre klager"
    )
    given = frozenset({"title", "responsible", "deadline", "success"})
    assert read(tmp_path, text) == (NewAction(action, by_place=True, given=given),)


@pytest.mark.parametrize("status", Status)
def test_what_the_report_calls_things_is_understood(tmp_path: Path, status: Status) -> None:
    words = [Translator()(text) for text in (LABELS["target"], LABELS["goal"], STATUSES[status])]
    target, goal, word = words
    titles = f"tiltag;{target};{goal};status;dropped_reason"
    [new] = read(tmp_path, f"{titles}\nRing hjem;50;Flere i skole;{word};Ingen tid\n")
    assert (new.action.target, new.action.goal, new.action.status) == (Decimal(50), "Flere i skole", status)


def test_every_field(tmp_path: Path) -> None:
    text = (
        "number;theme;title;subcriteria;areas;start;deadline;participants;prerequisite;hours;money;indicator;"
        "unit;baseline;target;status;effect;ease;measurements;notes;goal\n"
        '7;Fremmøde;Ring hjem;"5.1, 6.2";"Sent ude\nUens";9.11.2026;1/2/2027;"Bo\nEva";"1, 2\nEnighed i MED";'
        '40;1500,50;Elever;antal;74;50;I gang;4;3;"2026-06-26=74\n30.10.2026=71,5";"Aftalt";M3\n'
    )
    [new] = read(tmp_path, text)
    assert (new.subcriteria, new.areas, new.participants) == (
        ("5.1", "6.2"),
        ("Sent ude", "Uens"),
        ("Bo", "Eva"),
    )
    assert (new.waits_for, new.waits_for_text, new.notes) == ((1, 2), ("Enighed i MED",), ("Aftalt",))
    assert new.measurements == (
        Measurement("", date(2026, 6, 26), Decimal("74")),
        Measurement("", date(2026, 10, 30), Decimal("71.5")),
    )
    action = new.action
    assert (action.number, action.theme, action.status) == (7, "Fremmøde", Status.IN_PROGRESS)
    assert (action.start, action.deadline) == (date(2026, 11, 9), date(2027, 2, 1))
    assert (action.hours, action.money, action.baseline, action.target) == (
        Decimal("40"),
        Decimal("1500.50"),
        Decimal("74"),
        Decimal("50"),
    )
    assert (action.effect, action.ease, action.goal) == (4, 3, "M3")


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("deadline", "32.01.2027"),
        ("deadline", "snart"),
        ("hours", "mange"),
        ("hours", "1e3"),
        ("number", "0"),
        ("number", "x"),
        ("effect", "5"),
        ("ease", "0"),
        ("status", "måske"),
        ("measurements", "i går=4"),
        ("measurements", "2027-01-31"),
    ],
)
def test_wrong_cells_are_named(tmp_path: Path, column: str, cell: str) -> None:
    with pytest.raises(Problem) as caught:
        read(tmp_path, f"title;{column}\nGod;\nMøde;{cell}\n")
    assert caught.value.code == "E_PLAN"
    assert [(detail.line, detail.column) for detail in caught.value.details] == [(3, column)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("title;theme\n;x\n", [2]),
        ("number;title\n1;a\n1;b\n", [2, 3]),
        ("title\n", [1]),
        ("theme\nx\n", [1]),
    ],
)
def test_missing_and_repeated_are_named(tmp_path: Path, text: str, lines: list[int]) -> None:
    with pytest.raises(Problem) as caught:
        read(tmp_path, text)
    assert [detail.line for detail in caught.value.details] == lines


def test_fields_that_contradict_each_other_are_named_in_every_line(tmp_path: Path) -> None:
    lines = [
        "title;start;deadline;status;hours",
        "a;1.2.2027;1.1.2027;;",
        "b;;;;5",
        "c;;;droppet;",
        "d;;;;-5",
    ]
    with pytest.raises(Problem) as caught:
        read(tmp_path, "\n".join(lines))
    assert caught.value.code == "E_PLAN"
    assert [detail.line for detail in caught.value.details] == [2, 4, 5]
