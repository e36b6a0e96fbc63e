"""`kvik bench`: each case beside its floor; that it measures is tested, never how fast."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from kvik_desktop.cli import bench
from kvik_desktop.cli.benchmarks import aggregate, imports, page, startup
from kvik_desktop.cli.benchmarks.case import Case
from kvik_desktop.cli.console import Console
from kvik_desktop.foundation.clock import SystemClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from tests.cli.kvik import Kvik


@pytest.fixture
def console() -> Console:
    return Console(as_json=False, tr=Translator("da"), clock=SystemClock())


def test_import_does_the_same_rows_as_its_floor(console: Console) -> None:
    case = imports.measure(console, packages=70, rounds=1)
    assert case.more["packages"] == 70
    assert case.more["per_second"] > 0
    assert case.floor_ms > 0


def test_aggregate_counts_what_its_floor_counts(console: Console) -> None:
    case = aggregate.measure(console, packages=60, rounds=1)
    assert case.more["packages"] == 60
    assert case.ratio > 0


def test_startup_waits_for_the_pictures_of_real_programs(console: Console) -> None:
    case = startup.measure(console, rounds=1)
    assert case.floor_ms > 0
    assert case.more["start_page_ms"] > case.median_ms


def test_pages_are_turned_and_painted_in_a_window_of_their_own(console: Console) -> None:
    case = page.measure(console, rounds=2)
    assert case.median_ms > case.floor_ms > 0
    assert case.more["board_ms"] > 0
    assert case.more["reveal_ms"] > 0
    assert {
        "open",
        "first_1",
        "switch",
        "language",
        "theme",
        "type_size",
        "answer",
        "reveal",
        "wall_drag",
    } <= set(case.longest_block_ms)
    assert min(case.longest_block_ms.values()) > 0
    assert case.document()["longest_block_ms"] == case.longest_block_ms


def test_startup_cannot_be_measured_in_a_frozen_program(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(Problem) as raised:
        startup.measure(console)
    assert raised.value.code == "E_BENCH"


def test_the_document_is_the_contract(kvik: Kvik, monkeypatch: pytest.MonkeyPatch) -> None:
    fixed: Callable[[Console], Case] = lambda _console: Case(3.0, 2.0, {"per_second": 333.3})  # noqa: E731
    monkeypatch.setattr(bench, "CASES", dict.fromkeys(bench.CASES, fixed))
    document = kvik.json("bench", "import")
    assert document == {
        "cases": {"import": {"median_ms": 3.0, "floor_ms": 2.0, "ratio": 1.5, "per_second": 333.3}}
    }
    assert set(kvik.json("bench")["cases"]) == set(bench.CASES)


def test_an_unknown_case_is_wrong_usage(kvik: Kvik) -> None:
    assert kvik("bench", "ukendt").code == 2
