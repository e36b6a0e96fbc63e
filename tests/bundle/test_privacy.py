"""What leaves the machine: what the preview says goes is what goes, and what must stay stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.bundle import usecases
from kvik_desktop.bundle.draft import Draft
from kvik_desktop.bundle.filling import clean, draft_of, one_line
from kvik_desktop.bundle.finds import FindKind, Person
from kvik_desktop.bundle.limits import over_limit
from kvik_desktop.bundle.privacy import Choices, Part, preview, redacted
from kvik_desktop.foundation import strict_json
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.workshop import usecases as meeting
from tests.bundle.material import order, ready
from tests.journey import PEOPLE, Journey

PERSONS = tuple(Person(name, "pædagog") for name in PEOPLE)
CLOCK = FixedClock(datetime(2026, 11, 22, 9, 30, tzinfo=UTC))


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    made = ready(tmp_path_factory.mktemp("bundle"), CLOCK)
    yield made
    made.file.close()


@pytest.fixture
def draft(journey: Journey) -> Draft:
    result = journey.file.ask(meeting.result, journey.id)
    plan = journey.file.ask(plans.plan, journey.id)
    return draft_of(result, plan, PERSONS, 5)


def test_every_text_has_a_place(draft: Draft) -> None:
    places = draft.written()
    assert places["title"] == "Selvevaluering"
    assert places["k1.1/reason"] == "Anna havde flest eksempler"
    assert places["k1.1/areas/1"] == "Ring til Bo på 12 34 56 78"
    assert places["plan/1/title"] == "Fast morgenmøde"
    assert places["plan/1/notes/1"] == "efter jul"


def test_roles_go_in_place_of_names(draft: Draft) -> None:
    first = draft.plan.actions[0]
    assert first.responsible == "pædagog"
    assert first.participants == ("pædagog", "Lederen")


def test_names_go_only_when_the_sender_says_so(journey: Journey) -> None:
    result = journey.file.ask(meeting.result, journey.id)
    plan = journey.file.ask(plans.plan, journey.id)
    assert draft_of(result, plan, PERSONS, 5, names=True).plan.actions[0].responsible == "Carla"


def test_a_distribution_needs_the_smallest_group(journey: Journey, draft: Draft) -> None:
    first, second = draft.result.criteria[0].subcriteria[:2]
    assert (first.n, first.histogram) == (5, (1, 0, 1, 1, 1, 1))
    assert (second.n, second.cannot_judge, second.histogram) == (4, 1, None)
    result = journey.file.ask(meeting.result, journey.id)
    assert draft_of(result, (), PERSONS, 6).result.criteria[0].subcriteria[0].histogram is None


def test_something_like_a_cpr_number_is_removed_unless_it_is_not_one(draft: Draft) -> None:
    place = "k1.1/evidence/1"
    assert redacted(draft, Choices()).written()[place] == "Klage fra beboer [fjernet]"
    kept = redacted(draft, Choices(not_cpr=frozenset({place})))
    assert kept.written()[place] == "Klage fra beboer 010203-0000"


def test_the_preview_points_at_what_should_be_looked_at(draft: Draft) -> None:
    shown = preview(draft, Choices(), PERSONS)
    kinds = {each.place: [find.kind for find in each.finds] for each in shown.to_look_at}
    assert kinds == {
        "k1.1/reason": [FindKind.NAME],
        "k1.1/evidence/1": [FindKind.CPR],
        "k1.1/areas/1": [FindKind.NAME, FindKind.PHONE],
        "plan/1/areas/1": [FindKind.NAME, FindKind.PHONE],
    }
    assert [each.place for each in shown.to_look_at if each.removed] == ["k1.1/evidence/1"]


@pytest.mark.parametrize("part", list(Part))
def test_a_part_that_is_left_out_is_gone_and_the_rest_is_not(draft: Draft, part: Part) -> None:
    choices = Choices(leave_out=frozenset({part}))
    before, after = preview(draft, Choices(), PERSONS), preview(draft, choices, PERSONS)
    assert after.going[part] == 0
    assert {k: v for k, v in after.going.items() if k is not part} == {
        k: v for k, v in before.going.items() if k is not part
    }
    assert after.subcriteria == 20


def test_one_text_can_be_left_out_or_written_anew(draft: Draft) -> None:
    choices = Choices(
        leave_out_texts=frozenset({"k1.1/areas/1"}), rewritten={"k1.1/reason": "Et barn kom med eksempler"}
    )
    sent = redacted(draft, choices)
    assert sent.texts.subcriteria[0].areas == ()
    assert sent.result.criteria[0].subcriteria[0].reason == "Et barn kom med eksempler"
    assert preview(draft, choices, PERSONS).left_out == ("k1.1/areas/1",)


def test_a_text_written_anew_is_searched_too(draft: Draft) -> None:
    choices = Choices(rewritten={"k1.1/reason": "Se 010203-0000"})
    assert redacted(draft, choices).written()["k1.1/reason"] == "Se [fjernet]"


def test_it_says_where_everybody_stands_on_one_step(tmp_path: Path) -> None:
    journey = Journey(tmp_path, CLOCK).accepted()
    shown = journey.file.ask(usecases.look, journey.id, order())
    assert shown.unanimous == journey.subcriteria
    assert len(shown.stays) == 3
    journey.file.close()


def test_what_hides_in_a_text_is_cleaned_away() -> None:
    assert clean("a\x00b\u202ec\r\nd\ufeff ") == "abc\nd"
    assert one_line(" to\nlinjer\tog " + "x" * 300) == "to linjer og " + "x" * 187


def test_what_is_too_long_is_named(draft: Draft) -> None:
    assert over_limit(draft) == ()
    longer = redacted(draft, Choices(rewritten={"k1.1/reason": "x" * 10_001}))
    [fault] = over_limit(longer)
    assert fault.message.values["n"] == 10_001


def test_the_draft_is_what_the_reader_reads(draft: Draft) -> None:
    for part in (draft.result, draft.texts, draft.plan):
        assert strict_json.decode(strict_json.encode(part), type(part), limit=10**6) == part
