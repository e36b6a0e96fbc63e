"""What is written in a meeting and after it comes where it is for, and nowhere else: every text, every paper.

Each text is planted once, and looked for in all that leaves the file. What may be where stands in one table.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from kvik_desktop.action_plan import editing, follow_up
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import Status
from kvik_desktop.action_plan.status_meetings import usecases as status
from kvik_desktop.bundle.exporting import export
from kvik_desktop.envelope.verification import open_package
from kvik_desktop.evaluation import settings as choices
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.privacy.handing_out import write_extract
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.report.minutes import write_minutes
from kvik_desktop.report.producing import write_report
from kvik_desktop.workshop import drafts, notes, statements
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.model import DAY, Draft
from kvik_desktop.workshop.usecases import Agreed
from kvik_desktop.workshop.visit import usecases as visits
from kvik_desktop.workshop.visit.model import Seen
from tests.bundle.material import order
from tests.journey import Journey

PEOPLE = tuple(f"Navnemand{letter}" for letter in "ABCDE")
WRITER, READER = PEOPLE[1], PEOPLE[2]
DANISH = Translator()
FIRST, SECOND = "k1.1", "k1.2"

OWN, OTHERS, REPORT, PACKAGE, MINUTES = "own extract", "another's extract", "report", "package", "minutes"


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """All have answered; one has written, of each kind."""
    journey = Journey(tmp_path, clock).gather_people(PEOPLE)
    journey.answer_all(dict.fromkeys(PEOPLE, 3))
    own = {kind.value: (f"SAGT-{kind.value}",) for kind in StatementKind}
    journey.answer(WRITER, FIRST, 5, **own).reveal()
    yield journey
    journey.file.close()


def meets(journey: Journey) -> None:
    """In the meeting: notes of one's own, a group's text, what is not settled yet, and names of speakers."""
    file, id_ = journey.file, journey.id
    for subject in (FIRST, DAY):
        file.do(notes.write, id_, subject, f"LAP-{subject}")
    file.do(choices.name_speakers, id_, named=True)
    file.do(statements.add, id_, FIRST, StatementKind.AREA, "FÆLLES-område")
    file.do(drafts.keep, id_, FIRST, 1, Draft(Rating(5), "KLADDE-grund"))
    file.do(drafts.keep, id_, SECOND, 1, Draft(Rating(5), "", "KLADDE-parkering"))


def goes_on(journey: Journey) -> None:
    """It is settled, planned, followed up and visited, with words at each."""
    file, id_ = journey.file, journey.id
    journey.settle_all()
    file.do(meeting.settle, id_, [Agreed(FIRST, Rating(5), "GRUND-delt")])
    file.do(meeting.settle, id_, [Agreed(SECOND, parked=True, note="NOTE-parkering")])
    journey.accept()
    action = file.do(editing.add, id_, "TILTAG-titel").value.action.id
    other = file.do(editing.add, id_, "TILTAG-droppet").value.action.id
    file.do(editing.amend, id_, action, responsible=READER)
    file.do(plans.approve, id_, PEOPLE[0])
    held = file.do(status.begin, id_).value
    file.do(follow_up.note, id_, action, "LOG-notat")
    file.do(follow_up.set_status, id_, other, Status.DROPPED, "LOG-grund")
    file.do(status.gone_through, id_, action)
    file.do(status.finish, id_, None, "TILSTEDE-roller", "MØDE-til-alle")
    visit(journey)
    write_minutes(file, id_, held.id, journey.path.parent / "referat.html", DANISH)


def visit(journey: Journey) -> None:
    file, id_, criterion = journey.file, journey.id, journey.package.criteria[0].id
    file.do(visits.begin, id_, "BESØG-rolle")
    file.do(visits.amend, id_, day=date(2026, 11, 2), role="BESØG-rolle", name="BESØG-navn")
    asked = file.do(visits.ask, id_, criterion).value
    words = {"text": "BESØG-spørgsmål", "wanted": "BESØG-ønske", "place": "BESØG-sted"}
    file.do(visits.write, id_, asked.id, **words)
    file.do(visits.observe, id_, criterion, "BESØG-iagttagelse")
    file.do(visits.mark, id_, asked.id, Seen.CONFIRMED)
    file.do(visits.finish, id_)


def leaves(journey: Journey, where: str) -> Mapping[str, str]:
    """All that can leave the file now, by what it is."""
    out = journey.path.parent / where
    out.mkdir()
    found = {}
    for name, who in ((OWN, WRITER), (OTHERS, READER)):
        person = journey.people[who]
        with journey.file.acting_as(person):
            folder = write_extract(journey.file, journey.id, person, out, DANISH)
        found[name] = " ".join(
            path.read_text("utf-8") for path in sorted(folder.rglob("*")) if path.is_file()
        )
    found[REPORT] = report(journey, out)
    accepted = journey.file.ask(evaluations.get, journey.id).accepted
    if accepted is not None:
        export(journey.file, journey.id, order(), out / "ud.kvik")
        members = open_package((out / "ud.kvik").read_bytes()).members
        found[PACKAGE] = b" ".join(members.values()).decode("utf-8", "replace")
        found[MINUTES] = (journey.path.parent / "referat.html").read_text("utf-8")
    return found


def report(journey: Journey, out: Path) -> str:
    """Every form of it that can be read as it is; the PDF is made of the same."""
    told = []
    for ending in ("html", "docx", "xlsx"):
        path = out / f"rapport.{ending}"
        write_report(journey.file, journey.id, path, DANISH)
        if ending == "html":
            told.append(path.read_text("utf-8"))
            continue
        with zipfile.ZipFile(path) as parts:
            told += [parts.read(name).decode("utf-8", "replace") for name in parts.namelist()]
    return " ".join(told)


MAY: Mapping[str, tuple[set[str], set[str]]] = {
    **{f"SAGT-{kind}": ({OWN, REPORT}, {OWN, REPORT, PACKAGE}) for kind in ("evidence", "strength", "area")},
    "SAGT-idea": ({OWN, REPORT}, {OWN, REPORT}),
    PEOPLE[0]: (set(), {REPORT}),  # the leader who accepted
    WRITER: ({OWN}, {OWN}),
    READER: ({OTHERS}, {OTHERS, REPORT}),  # their own extract, and responsible in the plan
    PEOPLE[3]: (set(), set()),
    "LAP-": (set(), set()),
    "KLADDE-": (set(), set()),
    "FÆLLES-": ({REPORT}, {REPORT, PACKAGE}),
    "GRUND-": (set(), {REPORT, PACKAGE}),
    "NOTE-": (set(), {REPORT}),
    "TILTAG-": (set(), {REPORT, PACKAGE, MINUTES}),
    "LOG-notat": (set(), {REPORT, MINUTES}),
    "LOG-grund": (set(), {REPORT, PACKAGE, MINUTES}),
    "TILSTEDE-": (set(), {MINUTES}),
    "MØDE-": (set(), {MINUTES}),
    "BESØG-rolle": (set(), {REPORT}),
    **{f"BESØG-{what}": (set(), set()) for what in ("navn", "spørgsmål", "ønske", "sted", "iagttagelse")},
}
"""By how a text begins, where it may be in the meeting, and when all is done."""


def test_what_is_written_comes_where_it_is_for_and_nowhere_else(journey: Journey) -> None:
    meets(journey)
    in_meeting = leaves(journey, "under mødet")
    goes_on(journey)
    afterwards = leaves(journey, "bagefter")
    for words, may in MAY.items():
        told = tuple(
            {name for name, text in each.items() if words in text} for each in (in_meeting, afterwards)
        )
        assert told == may, words
    found = re.findall(r"\b[A-ZÆØÅ]{3,}-\w+", afterwards[OTHERS])
    assert found == [], "who wrote nothing has nothing of it, also not what the table does not know"
