"""When the individual answers are deleted, the result stands: the same package, and a report that says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kvik_desktop.action_plan.deleting import delete_person_for_good
from kvik_desktop.bundle import usecases
from kvik_desktop.bundle.draft import Draft
from kvik_desktop.bundle.exporting import export
from kvik_desktop.bundle.standing import standing
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from kvik_desktop.report.producing import write_report
from kvik_desktop.workshop.deleting import delete_for_good
from tests.bundle.material import order, ready
from tests.journey import Journey
from tests.report.printed import text

CLOCK = FixedClock(datetime(2026, 11, 22, 9, 30, tzinfo=UTC))


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    made = ready(tmp_path, CLOCK)
    yield made
    made.file.close()


def draft(journey: Journey) -> Draft:
    """What would go into a package now."""
    return journey.file.ask(usecases.material, journey.id, order()).draft


def report(journey: Journey) -> str:
    """The words of the report."""
    out = journey.path.with_suffix(".pdf")
    write_report(journey.file, journey.id, out, Translator())
    return " ".join(text(out.read_bytes()).split())


def test_the_package_is_the_same_and_can_still_be_made(journey: Journey) -> None:
    before = draft(journey)
    export(journey.file, journey.id, order(), journey.path.with_name("a.kvik"))
    delete_for_good(journey.file, journey.id, "Anna")
    assert draft(journey) == before
    assert not journey.file.ask(standing, journey.id, None).is_changed
    export(journey.file, journey.id, order(), journey.path.with_name("b.kvik"))
    first, second = (journey.path.with_name(f"{name}.kvik").read_bytes() for name in "ab")
    assert first == second, "nothing has changed, so it is the same edition"


def test_the_report_stands_and_says_that_they_are_deleted(journey: Journey) -> None:
    told = "De enkelte svar er slettet den 22.11.2026."
    assert told not in report(journey)
    delete_for_good(journey.file, journey.id, "Anna")
    after = report(journey)
    assert told in after
    assert "5 deltagere, 5 har svaret" in after


def test_the_name_of_one_who_was_deleted_does_not_leave_in_the_plan(journey: Journey) -> None:
    """While it stood on the list it was known, and the role went in its place: it still does."""
    before = draft(journey)
    assert "pædagog" in before.plan.actions[0].participants
    delete_person_for_good(journey.file, journey.id, journey.people["Dines"], "Anna")
    assert draft(journey) == before
