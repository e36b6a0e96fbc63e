"""How far the handing in is: editions, what they hold, who vouches for the key, what has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kvik_desktop.bundle import choosing
from kvik_desktop.bundle.exporting import export, save_copy, take_back
from kvik_desktop.bundle.standing import Contained, Standing, standing
from kvik_desktop.envelope.packages import OpenedList
from kvik_desktop.envelope.verdict import Fact, Facts
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.workshop import usecases as meeting
from tests.bundle.material import CAMPAIGN, opened, order, ready, trust_list
from tests.forge import DAY
from tests.journey import Journey

CLOCK = FixedClock(datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
REASON = "k1.1/reason"
YES = Facts(Fact.YES, Fact.YES, Fact.YES, Fact.YES, Fact.YES)


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    made = ready(tmp_path, CLOCK)
    yield made
    made.file.close()


def now(journey: Journey, trust: OpenedList | None = None) -> Standing:
    return journey.file.ask(standing, journey.id, trust)


def deliver(journey: Journey, name: str = "a.kvik", trust: OpenedList | None = None) -> Path:
    path = journey.path.with_name(name)
    choices = journey.file.ask(choosing.choices, journey.id, trust)
    export(journey.file, journey.id, order(trust, choices=choices), path)
    return path


def test_nothing_is_delivered_at_first(journey: Journey) -> None:
    found = now(journey)
    assert (found.newest, found.is_changed, found.next_edition) == (None, False, 1)


def test_an_edition_says_what_it_holds_and_where_it_was_saved(journey: Journey) -> None:
    deliver(journey)
    newest = now(journey).newest
    assert newest is not None
    assert newest.contained == Contained(20, 4, 2)
    assert newest.delivery.file == "a.kvik"
    assert newest.facts.trusted is Fact.UNKNOWN
    assert newest.coordinator is None


def test_the_list_of_today_says_whether_the_key_is_approved(journey: Journey) -> None:
    deliver(journey)
    listed = opened(trust_list(journey.package, CLOCK), CLOCK)
    newest = now(journey, listed).newest
    assert newest is not None
    assert newest.facts == YES
    assert newest.valid_from == CLOCK.at.date() - 2 * DAY
    assert newest.coordinator == "Eksempel Kommune"


def test_a_decision_about_a_text_is_a_change_and_makes_the_next_edition(journey: Journey) -> None:
    deliver(journey)
    assert (now(journey).is_changed, now(journey).next_edition) == (False, 1)
    journey.file.do(choosing.leave_out, journey.id, REASON)
    assert (now(journey).is_changed, now(journey).next_edition) == (True, 2)
    deliver(journey, "b.kvik")
    found = now(journey)
    assert [(each.delivery.edition, each.is_newest) for each in found.editions] == [(2, True), (1, False)]
    assert found.editions[1].facts.current is Fact.NO
    assert not found.is_changed


def test_what_was_opened_again_is_changed(journey: Journey) -> None:
    deliver(journey)
    journey.file.do(meeting.reopen, journey.id, "Anna", "rettelse")
    assert now(journey).is_changed


def test_a_withdrawal_holds_nothing_and_is_followed_by_a_new_edition(journey: Journey) -> None:
    deliver(journey)
    take_back(journey.file, journey.id, order(), "Forkert sted", journey.path.with_name("t.kvik"))
    newest = now(journey).newest
    assert newest is not None
    assert newest.is_withdrawal
    assert newest.contained is None
    assert now(journey).next_edition == 3


def test_the_same_edition_saved_again_is_known_by_its_newest_name(journey: Journey) -> None:
    deliver(journey)
    deliver(journey, "stick.kvik")
    assert [each.delivery.file for each in now(journey).editions] == ["stick.kvik"]


def test_a_copy_is_the_very_same_package(journey: Journey) -> None:
    first = deliver(journey)
    newest = now(journey).newest
    assert newest is not None
    copy = journey.path.with_name("kopi.kvik")
    save_copy(journey.file, newest.delivery, copy)
    assert copy.read_bytes() == first.read_bytes()
    copy.write_bytes(b"en andens")
    with pytest.raises(Problem) as found:
        save_copy(journey.file, newest.delivery, copy)
    assert found.value.code == "E_FILE_EXISTS"
    assert copy.read_bytes() == b"en andens"


def test_a_campaign_that_has_gone_from_the_list_stops_nobody_from_looking(journey: Journey) -> None:
    listed = opened(trust_list(journey.package, CLOCK), CLOCK)
    journey.file.do(choosing.join_campaign, journey.id, "kampagne-1999")
    review = journey.file.ask(choosing.review, journey.id, listed)
    assert review.campaign is None
    assert [each.id for each in review.campaigns] == [CAMPAIGN]
    with pytest.raises(Problem) as found:
        deliver(journey, trust=listed)
    assert found.value.code == "E_CAMPAIGN"
