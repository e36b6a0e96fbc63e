"""One person's data: all that the file holds on them and nobody else, for those who may have it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kvik_desktop.compose import FILE_SCHEMA
from kvik_desktop.evaluation import team
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.evidence import usecases as evidence
from kvik_desktop.evaluation.own_code import usecases as own_code
from kvik_desktop.evaluation.privacy import handing_out, usecases
from kvik_desktop.evaluation.privacy.handing_out import DATA, PAGE, write_extract
from kvik_desktop.evaluation.privacy.store import PERSON
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.workshop.deleting import delete_for_good
from tests.journey import PEOPLE, Journey
from tests.planted import holding

BO = "Bo"
DANISH = Translator()


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """Everybody has answered, written and attached something of their own."""
    (tmp_path / "ud").mkdir()
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 4))
    for name in PEOPLE:
        person = journey.people[name]
        journey.answer(name, "k1.1", None, strength=(f"<b>{name} mener</b>", "Mere"), idea=(f"{name} vil",))
        journey.file.do(evidence.attach, journey.id, person, "k1.1", "Referat.pdf", b"%PDF-" + name.encode())
        journey.file.do(evidence.attach, journey.id, person, "k1.2", "Referat.pdf", b"%PDF-2" + name.encode())
        journey.file.do(evaluations.submit, journey.id, person)
    journey.file.do(own_code.set_code, journey.id, journey.people[BO], "hest-42")
    yield journey
    journey.file.close()


def taken(journey: Journey, code: str | None = "hest-42") -> Path:
    """The folder that Bo gets in his own turn."""
    with journey.file.acting_as(journey.people[BO]):
        out = journey.path.parent / "ud"
        return write_extract(journey.file, journey.id, journey.people[BO], out, DANISH, code)


def test_everything_of_ones_own_is_in_it_and_nothing_of_the_others(journey: Journey) -> None:
    folder = taken(journey)
    page, data = (folder / PAGE).read_text("utf-8"), json.loads((folder / DATA).read_bytes())
    for words in (BO, "pædagog", "&lt;b&gt;Bo mener&lt;/b&gt;", "Mere", "Bo vil", "Referat.pdf"):
        assert words in page
    assert page.count("på institutionens computer") == 1, "what was answered by hand"
    assert page.count("i en tabel") == len(journey.subcriteria)
    assert "Kan ikke vurdere" in page
    assert "<b>" not in page
    assert "<script" not in page
    assert data["participant"]["name"] == BO
    assert len(data["answers"]) == len(journey.subcriteria)
    assert {each["text"] for each in data["statements"]} == {"<b>Bo mener</b>", "Mere", "Bo vil"}
    assert data["answer_set"]["submitted"] is not None
    for other in set(PEOPLE) - {BO}:
        assert holding(folder, other) == set()
    assert holding(folder, journey.people["Anna"]) == set()


def test_attachments_lie_beside_and_the_page_leads_to_them(journey: Journey) -> None:
    folder = taken(journey)
    assert {path.name: path.read_bytes() for path in (folder / "bilag").iterdir()} == {
        "Referat.pdf": b"%PDF-Bo",
        "Referat 2.pdf": b"%PDF-2Bo",
    }
    page = (folder / PAGE).read_text("utf-8")
    assert 'href="bilag/Referat.pdf"' in page
    assert 'href="bilag/Referat%202.pdf"' in page


def test_every_table_that_names_a_person_is_told(journey: Journey) -> None:
    with journey.file.acting_as(journey.people[BO]):
        found = journey.file.ask(usecases.extract, journey.id, journey.people[BO], "hest-42")
    tables = {table.name for table in FILE_SCHEMA.metadata.tables.values() if PERSON in table.columns}
    assert set(found.belongings) == tables - {"answer_set"}
    [code] = found.belongings["own_code"]
    assert set(code) == {PERSON, "changed"}, "what a code is checked with stays"
    pointing = {
        key.parent.table.name
        for table in FILE_SCHEMA.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name in ("participant", "answer_set")
    }
    told = {"answer_set", "answer", "statement", "attachment", *found.belongings}
    assert pointing <= told, "a new table about a person must be told, too"


def test_before_the_reveal_only_oneself_with_ones_code(journey: Journey) -> None:
    ud = journey.path.parent / "ud"
    for actor in (journey.file.actor, journey.people["Anna"]):
        with journey.file.acting_as(actor), pytest.raises(Problem, match="E_HIDDEN"):
            write_extract(journey.file, journey.id, journey.people[BO], ud, DANISH, "hest-42")
    for code in (None, "hest-43"):
        with pytest.raises(Problem, match="E_CODE"):
            taken(journey, code)
    with pytest.raises(Problem, match="E_PARTICIPANTS"):
        write_extract(journey.file, journey.id, "0" * 16, ud, DANISH)
    assert list(ud.iterdir()) == []
    journey.reveal()
    assert write_extract(journey.file, journey.id, journey.people[BO], ud, DANISH).name == "Uddrag om Bo"


def test_it_is_whole_or_not_there(journey: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(handing_out, "data_of", full)
        with pytest.raises(Problem, match="E_FILE_WRITE"):
            taken(journey)
    assert list((journey.path.parent / "ud").iterdir()) == []
    assert [taken(journey).name for _ in range(2)] == ["Uddrag om Bo", "Uddrag om Bo 2"]


def test_after_the_deletion_it_says_so(journey: Journey) -> None:
    journey.reveal().settle_all().accept()
    before = journey.file.ask(usecases.extract, journey.id, journey.people["Anna"])
    assert {each.event for each in before.events} == {"reveal", "accept"}
    delete_for_good(journey.file, journey.id, "Anna")
    page = (taken(journey) / PAGE).read_text("utf-8")
    assert "De enkelte svar er slettet den 02.11.2026." in page
    assert "Der er ingen svar." in page
    assert "Bo mener" not in page


def test_the_fine_method_tells_each_phase(tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock, "kvik", Method.FINE).gather_people().answer(BO, "1.1", 40)
    with journey.file.acting_as(journey.people[BO]):
        folder = write_extract(journey.file, journey.id, journey.people[BO], tmp_path, Translator())
    scale = journey.package.scale
    names = [scale.phase(phase).name.da for phase in journey.rating("1.1", 40).phases]
    assert ", ".join(f"{name} 40" for name in names) in (folder / PAGE).read_text("utf-8")
    journey.file.close()


def test_a_name_that_no_file_can_have(journey: Journey) -> None:
    [_, bo, *_] = journey.file.ask(evaluations.roster, journey.id)
    journey.file.do(team.correct, journey.id, replace(bo, name="../../ond\\navn: <Bo>"))
    folder = taken(journey)
    assert folder.parent == journey.path.parent / "ud"
    assert folder.name == "Uddrag om .. .. ond navn Bo"
