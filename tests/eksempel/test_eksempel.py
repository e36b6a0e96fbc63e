"""The example institutions: whole, consistent, and varied as real answers are."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cached_property

import msgspec
import pytest

from kvik_desktop.foundation.csv_tables import Columns, Row, read_table
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import PHASES, Block, Method, ModelPackage, Phase, Sector
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop.model import Flag, Spread, Tolerance, spread

UNITS = {"folkeskole": 9, "daginstitution": 6, "plejecenter": 12}
"""Folder and number of participants."""

TOLERANCE = Tolerance(red_points=50, red_bands=3, amber_points=20, amber_bands=2, from_median=20)

FIGURES = (*(phase.value for phase in Phase), "score")
TEXTS = ("evidence", "strength", "area", "idea")
PARTICIPANTS = Columns(("name", "role", "leader"))
ANSWERS = Columns(("participant", "subcriterion", *FIGURES, *TEXTS))
CONSENSUS = Columns(("subcriterion", *FIGURES, "reason", "strength", "area", "evidence", "parked", "note"))
# fmt: off
PLAN = Columns((
    "number", "theme", "title", "description", "subcriteria", "areas", "start",
    "deadline", "responsible", "participants", "follow_up", "prerequisite", "hours", "money",
    "success", "indicator", "unit", "baseline", "target", "status", "dropped_reason", "phase", "effect",
    "ease", "goal", "measurements", "notes",
))
# fmt: on

PRIVATE = re.compile(r"\d{6}-?\d{4}|\S@\S|(?:\d ?){8}")
"""What looks like a CPR number, a mail address or a Danish telephone number."""


class Example:
    """One unit's folder, read as the commands read it."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.unit: Mapping[str, str] = json.loads(Resources().read("eksempel", folder, "enhed.json"))
        self.method = Method(self.unit["method"])
        self.package = msgspec.json.decode(
            Resources().read("modelpakker", f"{self.unit['model']}.json"), type=ModelPackage
        )

    def table(self, name: str, columns: Columns) -> tuple[Row, ...]:
        return read_table(Resources().path("eksempel", self.folder, name), columns, "E_TEST")

    @cached_property
    def participants(self) -> tuple[Row, ...]:
        return self.table("deltagere.csv", PARTICIPANTS)

    @cached_property
    def answers(self) -> tuple[Row, ...]:
        return self.table("besvarelser.csv", ANSWERS)

    @cached_property
    def second_round(self) -> tuple[Row, ...]:
        there = Resources().path("eksempel", self.folder, "runde2.csv").exists()
        return self.table("runde2.csv", ANSWERS) if there else ()

    @cached_property
    def consensus(self) -> Mapping[str, Row]:
        return {row["subcriterion"]: row for row in self.table("konsensus.csv", CONSENSUS)}

    @cached_property
    def plan(self) -> tuple[Row, ...]:
        return self.table("plan.csv", PLAN)

    @cached_property
    def ids(self) -> list[str]:
        return [sub.id for sub in self.package.subcriteria()]

    def spread(self, subcriterion: str, rows: tuple[Row, ...]) -> Spread:
        block = self.package.block_of(subcriterion)
        return spread((rating(r) for r in rows if r["subcriterion"] == subcriterion), block, self.method)

    def expected_figures(self, block: Block) -> set[str]:
        return {phase.value for phase in PHASES[block]} if self.method is Method.FINE else {"score"}


def rating(row: Row) -> Rating:
    return Rating(**{name: int(row[name]) if row[name] else None for name in FIGURES})


def texts(row: Row) -> list[str]:
    return [line for name in TEXTS for line in row[name].splitlines()]


@pytest.fixture(params=UNITS)
def example(request: pytest.FixtureRequest) -> Example:
    return Example(request.param)


def test_the_unit_is_one_of_the_municipality_and_its_days_come_in_order(example: Example) -> None:
    unit = example.unit
    assert re.fullmatch(r"[a-z0-9-]{8,40}", unit["id"])
    assert unit["id"].startswith(unit["municipality_code"] + "-")
    assert Sector(unit["sector"]) and example.method in example.package.methods
    days = [date.fromisoformat(unit[name]) for name in ("started", "revealed", "accepted", "plan_approved")]
    assert days == sorted(days) and date(2026, 8, 1) <= days[0] and days[-1] < date(2026, 11, 22)


def test_one_leader_who_accepts(example: Example) -> None:
    names = [row["name"] for row in example.participants]
    leaders = [row["name"] for row in example.participants if row["leader"] == "ja"]
    assert len(set(names)) == len(names) == UNITS[example.folder]
    assert len(leaders) == 1 and example.unit["accepted_by"].endswith(leaders[0])
    assert {row["leader"] for row in example.participants} == {"ja", "nej"}


def test_everybody_answers_every_subcriterion_once(example: Example) -> None:
    asked = [(person["name"], sub) for person in example.participants for sub in example.ids]
    assert Counter((row["participant"], row["subcriterion"]) for row in example.answers) == Counter(asked)


def test_figures_are_whole_or_absent_and_in_range(example: Example) -> None:
    for row in (*example.answers, *example.second_round, *example.consensus.values()):
        given = {name: row[name] for name in FIGURES if row[name]}
        block = example.package.block_of(row["subcriterion"])
        assert not given or set(given) == example.expected_figures(block), row
        assert all(0 <= int(value) <= example.method.top for value in given.values()), row


def test_some_cannot_judge_and_not_everybody_writes(example: Example) -> None:
    n = len(example.answers)
    assert 0.08 <= sum(rating(row).is_empty for row in example.answers) / n <= 0.15
    assert 0.30 <= sum(bool(texts(row)) for row in example.answers) / n <= 0.45


def test_disagreement_is_of_every_kind(example: Example) -> None:
    flags = Counter(example.spread(sub, example.answers).flag(TOLERANCE) for sub in example.ids)
    assert flags[Flag.RED] >= 3 and flags[Flag.GREY] >= 1
    assert flags[Flag.AMBER] >= 4 and flags[Flag.GREEN] >= 12


def test_the_leader_is_more_positive_than_the_others(example: Example) -> None:
    leader = next(row["name"] for row in example.participants if row["leader"] == "ja")
    above = below = 0
    for sub in example.ids:
        others = example.spread(sub, tuple(r for r in example.answers if r["participant"] != leader)).median
        own = example.spread(sub, tuple(r for r in example.answers if r["participant"] == leader)).median
        if own is not None and others is not None:
            above, below = above + (own > others), below + (own < others)
    assert above > 2 * below


def test_each_subcriterion_has_strengths_and_an_area_from_different_people(example: Example) -> None:
    for sub in example.ids:
        rows = [row for row in example.answers if row["subcriterion"] == sub]
        strengths = {row["participant"] for row in rows if row["strength"]}
        areas = {row["participant"] for row in rows if row["area"]}
        assert len(strengths) >= 2 and areas, sub


def test_what_people_wrote_is_said_once(example: Example) -> None:
    written = [text.casefold() for row in (*example.answers, *example.second_round) for text in texts(row)]
    assert [text for text, times in Counter(written).items() if times > 1] == []
    openings = Counter(" ".join(text.split()[:3]) for text in written)
    assert max(openings.values()) <= 3


def test_nothing_private_is_written_but_a_name_now_and_then(example: Example) -> None:
    rows = (*example.answers, *example.second_round, *example.consensus.values(), *example.plan)
    written = "\n".join(text for row in rows for key, text in row.cells.items() if key != "participant")
    figures_off = re.sub(r"\d{4}-\d\d-\d\d", "", written)
    assert PRIVATE.findall(re.sub(r"\d{4}-\d{4}", "", figures_off)) == []
    names = {part for row in example.participants for part in row["name"].split()}
    assert 1 <= sum(len(re.findall(rf"\b{re.escape(name)}\b", written)) for name in names) <= 2


def test_a_second_round_is_taken_where_disagreement_was_large(example: Example) -> None:
    there = {row["name"] for row in example.participants}
    again = {row["subcriterion"] for row in example.second_round}
    assert bool(again) == (example.folder != "daginstitution")
    for sub in again:
        people = [row["participant"] for row in example.second_round if row["subcriterion"] == sub]
        assert len(people) == len(set(people)) and 2 <= len(people) < len(there) and set(people) <= there
        first = example.spread(sub, example.answers)
        second = example.spread(sub, example.second_round)
        assert first.flag(TOLERANCE) is Flag.RED and second.flag(TOLERANCE) is not Flag.RED


def test_all_is_settled_with_a_reason_where_one_is_asked_for(example: Example) -> None:
    assert list(example.consensus) == example.ids
    parked = [sub for sub, row in example.consensus.items() if row["parked"]]
    assert len(parked) == 1 and example.consensus[parked[0]]["note"]
    again = {row["subcriterion"] for row in example.second_round}
    asked_for = 0
    for sub, row in example.consensus.items():
        agreed = rating(row).value(example.package.block_of(sub), example.method)
        assert (agreed is None) == (sub in parked), sub
        if agreed is not None:
            last = example.spread(sub, example.second_round if sub in again else example.answers)
            needed = last.needs_reason(agreed, TOLERANCE)
            asked_for += needed
            assert not needed or row["reason"], sub
    reasons = sum(bool(row["reason"]) for row in example.consensus.values())
    assert 1 <= asked_for <= reasons <= 4


def test_the_group_gathered_strengths_areas_and_mostly_evidence(example: Example) -> None:
    for sub, row in example.consensus.items():
        assert row["strength"] and row["area"], sub
    assert sum(bool(row["evidence"]) for row in example.consensus.values()) >= 0.8 * len(example.ids)


def test_the_plan_springs_from_the_areas_of_the_meeting(example: Example) -> None:
    assert 6 <= len(example.plan) <= 9
    assert [row["number"] for row in example.plan] == [str(n + 1) for n in range(len(example.plan))]
    for row in example.plan:
        subs = row["subcriteria"].split(",")
        gathered = {area for sub in subs for area in example.consensus[sub]["area"].splitlines()}
        areas = row["areas"].splitlines()
        assert areas and set(areas) <= gathered, row["number"]
        for sub in subs:
            assert set(areas) & set(example.consensus[sub]["area"].splitlines()), (row["number"], sub)


def test_the_plan_can_be_carried_out(example: Example) -> None:
    by_number = {row["number"]: row for row in example.plan}
    waiting = [row for row in example.plan if row["prerequisite"]]
    assert len(waiting) >= 2
    for row in example.plan:
        assert (
            row["title"]
            and row["responsible"]
            and row["status"] in {"planned", "in_progress", "done", "dropped"}
        )
        start, deadline = date.fromisoformat(row["start"]), date.fromisoformat(row["deadline"])
        assert start < deadline
        assert row["effect"] in ("", *"1234") and row["ease"] in ("", *"1234")
        assert (row["status"] == "dropped") == bool(row["dropped_reason"])
        for line in row["measurements"].splitlines():
            day, _, value = line.partition("=")
            assert date.fromisoformat(day) < date(2026, 11, 22) and float(value) >= 0
        first = by_number.get(row["prerequisite"])
        assert first is None or date.fromisoformat(first["deadline"]) <= start, row["number"]
    assert any(row["prerequisite"] in by_number for row in waiting)
    assert any(row["prerequisite"] not in by_number for row in waiting)


def test_the_three_are_of_three_sectors_models_and_methods() -> None:
    units = [Example(folder).unit for folder in UNITS]
    assert len({unit["sector"] for unit in units}) == len({unit["municipality"] for unit in units}) == 3
    assert {(unit["model"], unit["method"]) for unit in units} == {
        ("kvik", "classical"),
        ("kvik-kort", "scale5"),
        ("kvik", "fine"),
    }


def test_characters_that_give_trouble_are_there() -> None:
    written = "\n".join(
        text for folder in UNITS for row in Example(folder).answers for text in row.cells.values()
    )
    for character in 'Łłő•–😊;"%\n':
        assert character in written, character
