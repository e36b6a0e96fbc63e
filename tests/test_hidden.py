"""Before the reveal nobody sees what another has answered: every query, command, file and line of the log."""

from __future__ import annotations

import importlib
import inspect
import logging
import pkgutil
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import String, bindparam, select
from sqlalchemy import table as table_named
from sqlalchemy.exc import DBAPIError

import kvik_desktop
from kvik_desktop.compose import cabinet, open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.answer_page import usecases as answer_pages
from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.collecting.taking_in import take_in
from kvik_desktop.evaluation.evidence import usecases as evidence
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.privacy.handing_out import write_extract
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.process import ten_steps
from kvik_desktop.storage.evaluation_file import FACILITATOR
from kvik_desktop.storage.examination import examine
from kvik_desktop.workshop import usecases as meeting
from tests.bundle.material import order
from tests.cli.kvik import Kvik
from tests.house_rules import JOURNEY
from tests.journey import PEOPLE, Journey
from tests.planted import Query, answer_table, holding, plant, seen_in, spelled, words_of

VIEWER = "Anna"
OTHER = "Bo"

WRITING = {"keep_answers", "forget_answers", "with_changes"}
"""What is handed a file to write in it, by a use case that has asked the rules; it shows nothing."""

OF_ACCEPTED = {"kvik_desktop.action_plan.trend.told"}
"""What is handed an evaluation that is known to be accepted, by a query that is asked here."""


ROOMS = {*JOURNEY, "desktop"} - {"central"}
"""Where queries to an evaluation file are; the coordinator has a database of their own."""

OTHERS = {"screens", "store", "coordinator"}
"""What is in these is asked by others, or about something else."""


def _queries() -> Iterator[Query]:
    """Every public function of a room that is handed a file and answers, but for the stores' own."""
    for found in pkgutil.walk_packages(kvik_desktop.__path__, "kvik_desktop."):
        parts = found.name.split(".")
        if parts[1] in ROOMS and not OTHERS & set(parts):
            module = importlib.import_module(found.name)
            for name, member in vars(module).items():
                if inspect.isfunction(member) and member.__module__ == found.name and name not in WRITING:
                    yield from _as_query(found.name, name, member)


def _as_query(module: str, name: str, member: Any) -> Iterator[Query]:
    signature = inspect.signature(member)
    parameters = {each.name: str(each.annotation) for each in signature.parameters.values()}
    answers = str(signature.return_annotation)
    is_asked = next(iter(parameters.values()), "") in ("Work", "Transaction")
    is_asked = is_asked and f"{module}.{name}" not in OF_ACCEPTED
    if is_asked and not name.startswith("_") and answers != "None" and not answers.startswith("Change["):
        yield Query(module, name, member, dict(list(parameters.items())[1:]))


QUERIES = list(_queries())


@pytest.fixture
def kvik(capsys: pytest.CaptureFixture[str]) -> Kvik:
    """Runs one command after another."""
    return Kvik(capsys)


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """Five people have answered, and nobody has opened the answers."""
    journey = Journey(tmp_path, clock).gather_people()
    plant(journey)
    journey.file.do(answer_pages.prepare, journey.id)
    yield journey
    journey.file.close()


def given(query: Query, journey: Journey, viewer: str) -> dict[str, Any]:
    """What the viewer can hand in, with another's attachment where one is asked for."""
    other = journey.people[OTHER]
    [attached] = journey.file.ask(evidence.own_attachments, journey.id, other)
    found = journey.file.ask(evaluations.get, journey.id)
    values = {
        "participant": journey.people[viewer],
        "incoming": Incoming(journey.people[viewer], (), Way.TABLE, "svar.csv"),
        "attachment": attached.id,
        "translate": Translator(),
        "terms": order(),
        "trust": None,
        "subcriterion": journey.subcriteria[0],
        "number": 1,
        "action": "0" * 16,
        "note": "0" * 16,
        "meeting": "0" * 16,
        "until": None,
        "actions": (),
        "areas": (),
        "guide": ten_steps(Resources()) if query.parameters.get("guide") == "Guide" else "trin",
        "code": None,
        "is_opened": True,
        "folder": _emptied(journey.path.parent / "ud"),
        "out": journey.path.parent / "ud" / "ark.pdf",
        "path": journey.path,
        "people": None,
        "criteria": None,
        "rounds": None,
        "asked": None,
    }
    values["evaluation"] = found if query.parameters.get("evaluation") == "Evaluation" else journey.id
    for name, kind in query.parameters.items():
        if name == "incoming" and kind.startswith("Sequence"):
            values[name] = (values[name],)
    return {name: values[name] for name in query.parameters}


def _emptied(folder: Path) -> Path:
    """A folder for sheets to hand out, always with nothing in it, so that files get the same names."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def told(query: Query, journey: Journey, actor: str) -> str:
    """All that the viewer is told, or why nothing."""
    with journey.file.acting_as(actor):
        try:
            found = journey.file.ask(query.ask, **given(query, journey, VIEWER))
            return re.sub(r" at 0x[0-9a-f]+", "", spelled(found))  # where an object lies tells nothing
        except Problem as problem:
            return spelled(problem)


@pytest.mark.parametrize("is_turn", [False, True], ids=["facilitator", "turn"])
def test_no_query_tells(journey: Journey, is_turn: bool) -> None:
    actor = journey.people[VIEWER] if is_turn else FACILITATOR
    assert len(QUERIES) > 60, "they are found"
    first = [told(query, journey, actor) for query in QUERIES]
    plant(journey, variant=1)
    second = [told(query, journey, actor) for query in QUERIES]
    for query, one, two in zip(QUERIES, first, second, strict=True):
        name = f"{query.module}.{query.name}"
        if query.is_of_a_person:
            assert seen_in(one) <= {VIEWER}, name
        else:
            assert seen_in(one) == set(), name
            assert one == two, f"{name} differs with what others have answered"


def test_what_is_looked_for_can_be_found(journey: Journey) -> None:
    """Else the walk would find nothing wherever it went."""
    with journey.file.acting_as(journey.people[VIEWER]):
        own = journey.file.ask(evaluations.own_answers, journey.id, journey.people[VIEWER])
    assert seen_in(own) == {VIEWER}
    assert seen_in(journey.path.read_bytes()) == set(PEOPLE)
    journey.reveal()
    assert seen_in(journey.file.ask(meeting.items, journey.id)) == set(PEOPLE)


def test_nobody_takes_anothers_extract_or_attachment(journey: Journey, tmp_path: Path) -> None:
    for actor in (FACILITATOR, journey.people[VIEWER]):
        with journey.file.acting_as(actor), pytest.raises(Problem, match="E_HIDDEN"):
            write_extract(journey.file, journey.id, journey.people[OTHER], tmp_path, Translator())
    with pytest.raises(Problem, match="E_HIDDEN"):
        journey.file.ask(evidence.revealed_attachments, journey.id)


def test_the_undo_list_is_ones_own(journey: Journey) -> None:
    """The name of an attached file is in the step; only whose step it is reads it."""
    for name in (OTHER, VIEWER):
        person = journey.people[name]
        title, data = f"{words_of(name, 'nyt')}.txt", b"x"
        with journey.file.acting_as(person):
            journey.file.do(evidence.attach, journey.id, person, journey.subcriteria[1], title, data)
            assert seen_in(journey.file.undo_label) == {name}
            journey.file.undo()
            assert seen_in(journey.file.redo_label) == {name}
            if name == VIEWER:
                continue
        for actor in (FACILITATOR, journey.people[VIEWER]):
            with journey.file.acting_as(actor):
                assert journey.file.undo_label is None
                assert journey.file.redo_label is None


def test_who_takes_answers_in_is_not_told_them(journey: Journey, tmp_path: Path) -> None:
    table = answer_table(journey, tmp_path / "bo.csv", OTHER)
    [verdict] = take_in(journey.file, journey.id, [table])
    assert len(verdict.taken.waiting) == 1
    assert seen_in(repr(verdict)) == set()
    assert seen_in(verdict.problem) == set()


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("show", "FILE"),
    ("doctor", "FILE"),
    ("doctor", "FILE", "--backup"),
    *(("report", "FILE", "--out", f"OUT/ud.{ending}") for ending in ("pdf", "docx", "xlsx", "html")),
    ("export", "FILE", "--key", "OUT/mangler.key", "--out", "OUT/ud.kvik"),
    ("accept", "FILE"),
    ("reopen", "FILE", "--reason", "Nye tal"),
    ("round", "open", "FILE", "k1.1"),
    ("consensus", "import", "FILE", "TABLE"),
    ("plan", "import", "FILE", "TABLE"),
    ("plan", "approve", "FILE"),
    ("standards", "show", "FILE"),
    ("participants", "import", "FILE", "TABLE"),
    ("answers", "import", "FILE", "TABLE"),
    ("verify", "FILE"),
)
"""Every command that opens an evaluation file, but the one that reveals."""


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_tells(journey: Journey, tmp_path: Path, kvik: Kvik, command: tuple[str, ...]) -> None:
    out = tmp_path / "ud"
    out.mkdir()
    table = answer_table(journey, tmp_path / "bo.csv", OTHER)
    journey.file.close()
    replaced = {"FILE": str(journey.path), "TABLE": str(table)}
    words = [replaced.get(word, word.replace("OUT", str(out))) for word in command]
    for language in ("da", "en"):
        for more in ([], ["--json"]):
            said = kvik("--sprog", language, *words, *more)
            assert said.code in (0, 1), "the command is known, and asked rightly"
            assert seen_in(said.out + said.err) == set()
    assert [path for path in out.iterdir() if seen_in(path.read_bytes())] == []
    journey.file = open_file(journey.path)


def test_what_lies_beside_the_file_is_the_backups_and_they_tell_nothing_from_outside(
    journey: Journey, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="kvik_desktop")
    journey.file.backup()
    plant(journey, variant=1)
    journey.file.close()
    examined = examine(journey.path, cabinet())
    assert seen_in(repr(examined)) == set()
    assert len(examined.backups) == 1
    keeping = {name for who in PEOPLE for name in holding(tmp_path, words_of(who, "idea"))}
    assert keeping == {journey.path.name, examined.backups[0].path.name}
    assert seen_in(caplog.text) == set()
    journey.file = open_file(journey.path)


def test_a_fault_of_the_program_does_not_tell_what_somebody_wrote(journey: Journey) -> None:
    """The crash dialog and its report show what was raised."""
    secret = words_of(OTHER, "fejl")
    asked = select(bindparam("words", type_=String)).select_from(table_named("ingen"))
    with pytest.raises(DBAPIError, match="no such table") as raised:
        journey.file.ask(lambda work: work.execute(asked, {"words": secret}))
    assert seen_in(str(raised.value)) == set()
    assert seen_in(repr(raised.value)) == set()
