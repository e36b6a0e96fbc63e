"""The inbox: imports apart, what waits first, and what each package came to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kvik_desktop.central.inbox.model import Received
from kvik_desktop.central.inbox.usecases import inbox
from kvik_desktop.central.model import Outcome
from kvik_desktop.foundation.clock import FixedClock
from tests.central.material import NOW, Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.database.close()


def names(received: object) -> list[str]:
    assert isinstance(received, tuple)
    return [each.receipt.institution_name or each.receipt.name for each in received]


def test_an_empty_inbox(office: Office) -> None:
    box = office.database.ask(inbox)
    assert (box.imports, box.has_list, box.status.campaigns) == ((), False, ())


def test_imports_stand_apart_and_what_waits_comes_first(tmp_path: Path) -> None:
    morning = Office(tmp_path)
    morning.take([morning.package(1)[0], b"junk", morning.package(0)[0], morning.package(8)[0]])
    morning.database.close()
    noon = Office(tmp_path, clock=FixedClock(NOW + timedelta(hours=3)))
    noon.take([noon.package(2)[0]])
    box = noon.database.ask(inbox)
    assert [names(one) for one in box.imports] == [
        ["Enhed 2"],
        ["Enhed 8", "pakke-00001.kvik", "Enhed 0", "Enhed 1"],
    ]
    assert box.has_list
    assert box.counts == {Outcome.ACCEPTED: 3, Outcome.REJECTED: 1, Outcome.QUARANTINED: 1}
    noon.database.close()


def test_editions_say_what_they_replace(office: Office) -> None:
    office.take(office.chain(3, 2))
    found: dict[int | None, Received] = {
        each.receipt.edition: each for each in office.database.ask(inbox).received
    }
    first, second = found[1], found[2]
    assert (first.replaced_by, first.replaces) == (2, None)
    assert (second.replaced_by, second.replaces, second.scored) == (None, 1, 28)
    assert second.sector == "social"


def test_what_nobody_has_vouched_for_brings_no_package(office: Office) -> None:
    office.take_paths(office.files([office.package(9)[0]]))
    [[received]] = office.database.ask(inbox).imports
    assert (received.package, received.scored, received.sector) == (None, 0, "")
