"""From a visit to the coordinator: the package says validated and no more, and the comparison tells it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop import compose
from kvik_desktop.bundle.exporting import export
from kvik_desktop.bundle.payload import LIMITS, ResultPayload
from kvik_desktop.bundle.privacy import Choices
from kvik_desktop.bundle.sender import Order
from kvik_desktop.central.model import Outcome
from kvik_desktop.cli.benchmarks.packages import CAMPAIGN
from kvik_desktop.desktop import coordinator
from kvik_desktop.envelope import ceremony, container
from kvik_desktop.envelope.kinds import RESULT_PATH
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.packages import open_list
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.strict_json import decode
from kvik_desktop.model_package.model import Method
from kvik_desktop.shell.session import Opened
from kvik_desktop.workshop.visit import usecases as visits
from kvik_desktop.workshop.visit.model import Seen
from tests.bundle.material import KEY, ready
from tests.central.material import NOW
from tests.central.town import TownHall
from tests.drivers.coordinator import Comparison, texts
from tests.drivers.hand import Keys
from tests.journey import Journey
from tests.window import ToldChooser, window

VISITOR, NOTICED, ASKED = "Vibeke Besøgende", "Jeg ville sige 97 og ikke 3", "Er årshjulet i brug?"


@pytest.fixture
def hall(tmp_path: Path) -> TownHall:
    made = TownHall(tmp_path / "koordinator", size=6)
    made.folder.mkdir()
    return made


@pytest.fixture
def journey(tmp_path: Path) -> Journey:
    return ready(tmp_path, FixedClock(NOW - timedelta(days=1)), "kvik", Method.CLASSICAL)


def visited(journey: Journey) -> None:
    """Somebody from outside looks into the result, and thinks otherwise of the first criterion."""
    file, criterion = journey.file, journey.package.criteria[0].id
    file.do(visits.begin, journey.id, "proceskonsulent")
    file.do(visits.amend, journey.id, day=date(2026, 11, 20), role="proceskonsulent", name=VISITOR)
    asked = file.do(visits.ask, journey.id, criterion).value
    file.do(visits.write, journey.id, asked.id, text=ASKED, wanted="97", place="Kontoret")
    for subject in (criterion, journey.subcriteria[0]):
        file.do(visits.observe, journey.id, subject, NOTICED)
    file.do(visits.mark, journey.id, asked.id, Seen.NOT_SEEN)
    file.do(visits.finish, journey.id)


def listed(hall: TownHall) -> TrustList:
    """The coordinator's list with Børnehuset approved, too."""
    unit = Institution("671-boernehuset", "Børnehuset", "institution", None, "dagtilbud")
    day = timedelta(days=1)
    times = {"created": NOW - day, "at": NOW - day, "expires": NOW + 700 * day}
    return ceremony.approve(hall.approved, unit, KEY.public, **times)


def handed_in(journey: Journey, hall: TownHall, name: str) -> Path:
    """Børnehuset's package, read back and checked by the exporter."""
    trust = open_list(hall.list_bytes(listed(hall)))
    out = hall.folder / name
    export(journey.file, journey.id, Order(KEY, Resources(), trust, CAMPAIGN, Choices()), out)
    return out


def result_in(path: Path) -> ResultPayload:
    data = container.unpack(path.read_bytes()).members[RESULT_PATH]
    return decode(data, ResultPayload, limit=LIMITS[RESULT_PATH])


def test_a_visited_result_is_compared_as_validated_and_with_the_groups_own_scores(
    qtbot: QtBot, journey: Journey, hall: TownHall
) -> None:
    before = result_in(handed_in(journey, hall, "før.kvik"))
    visited(journey)
    sent = handed_in(journey, hall, "efter.kvik")
    after = result_in(sent)
    journey.file.close()
    assert (before.validation, after.validation) == ("self", "visit")
    assert before.criteria == after.criteria, "the group's own"

    report = hall.take_paths(
        [hall.folder / "før.kvik", sent, *hall.files(hall.packages(range(5)))], listed(hall)
    )
    assert report.count(Outcome.ACCEPTED) == 7
    told = compared(qtbot, hall)
    assert "1 af 6 er valideret ved besøg, resten har vurderet sig selv." in told
    for secret in (VISITOR, NOTICED, ASKED, "proceskonsulent"):
        for place in (sent, hall.folder / "central.db"):
            assert secret.encode() not in place.read_bytes(), f"{secret} in {place.name}"


def compared(qtbot: QtBot, hall: TownHall) -> str:
    """What the comparison says first of all: how comparable the figures are."""
    hall.database.close()
    (hall.folder / "tillidsliste.kvik").write_bytes(hall.list_bytes(listed(hall)))

    def opener(_kind: str, path: str) -> Opened:
        database = compose.open_central(f"sqlite:///{path}", FixedClock(NOW))
        return Opened(database, coordinator.workspace())

    shown = window(qtbot, clock=FixedClock(NOW), chooser=ToldChooser(), opener=opener)
    shown.open(hall.folder / "central.db", "coordinator")
    page = Comparison(Keys(shown)).page
    assert page.view.note is not None
    return " ".join(texts(page.view.note))
