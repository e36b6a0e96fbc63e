"""A locked copy: read back, opened with its words alone, brought back beside what is here, nothing lost."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kvik_desktop.bundle import taking_along
from kvik_desktop.bundle.taking_along import bring_back, open_copy, strength, take_along, unlocked_name
from kvik_desktop.compose import FILE_SCHEMA, cabinet, open_file
from kvik_desktop.envelope import encryption
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.storage import carrying
from kvik_desktop.storage.carrying import Edition, Relation, edition_of, image_of, relation
from tests.journey import Journey

WORDS = "hest batteri hæfteklamme blå"
SECRET = "HEMMELIG-STYRKE-4711"


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    folder = tmp_path / "her"
    folder.mkdir()
    journey = Journey(folder, clock).gather_people()
    return journey.answer("Anna", "k1.1", 3, strength=(SECRET,))


def plain_files(folder: Path) -> set[str]:
    """The files in which the secret, or a database, can be read."""
    return {
        path.name
        for path in folder.rglob("*")
        if path.is_file() and (SECRET.encode() in path.read_bytes() or b"SQLite format" in path.read_bytes())
    }


def test_the_way_to_the_stick_and_back_as_newer(journey: Journey, tmp_path: Path) -> None:
    stick, here = tmp_path / "stik", journey.path
    stick.mkdir()
    copy = stick / taking_along.locked_name(here)
    before = shutil.copy(here, tmp_path / "gammel.kvikdb")  # the edition that stays at home
    journey.answer("Anna", "k1.2", 4)
    take_along(journey.file, copy, WORDS)
    journey.file.close()
    assert copy.name == "enhed.kvikdb.age"
    assert plain_files(stick) == set()
    assert [path.name for path in stick.iterdir()] == [copy.name], "and nothing half made"

    shutil.copy(before, here)
    with pytest.raises(Problem) as caught:
        open_copy(copy, "noget helt andet", [here], cabinet())
    assert caught.value.code == "E_PASSPHRASE"
    assert Translator()(caught.value.message) == "Adgangssætningen passer ikke til kopien."

    untouched = here.read_bytes()
    opened = open_copy(copy, WORDS, [tmp_path / "findes-ikke.kvikdb", here], cabinet())
    assert (opened.here, opened.relation, opened.name) == (here, Relation.NEWER, "enhed.kvikdb")
    assert here.read_bytes() == untouched, "looking changes nothing"
    aside = bring_back(opened, here, cabinet())
    assert aside is not None
    assert aside.read_bytes() == untouched, "what lay there lies beside it"
    with open_file(here) as file:
        answers = file.ask(evaluations.own_answers, journey.id, journey.people["Anna"]).answers
        assert {each.subcriterion for each in answers} == {"k1.1", "k1.2"}
    assert plain_files(stick) == set()
    assert not [path for path in here.parent.iterdir() if path.name.endswith(".ny")]


def test_another_file_at_the_name_is_never_replaced(journey: Journey, tmp_path: Path) -> None:
    image = image_of(journey.path)
    edition = edition_of(image, FILE_SCHEMA)
    opened = taking_along.Opened(tmp_path / "a.kvikdb.age", image, edition, None, Relation.OTHER)
    other = tmp_path / "noget.kvikdb"
    other.write_bytes(b"en anden fil")
    with pytest.raises(Problem) as caught:
        bring_back(opened, other, cabinet())
    assert caught.value.code == "E_FILE_EXISTS"
    assert other.read_bytes() == b"en anden fil"
    assert bring_back(opened, tmp_path / "fri.kvikdb", cabinet()) is None
    journey.file.close()


def test_the_file_that_is_open_is_not_replaced(journey: Journey, tmp_path: Path) -> None:
    image = image_of(journey.path)
    edition = edition_of(image, FILE_SCHEMA)
    opened = taking_along.Opened(tmp_path / "a.kvikdb.age", image, edition, journey.path, Relation.SAME)
    with pytest.raises(Problem) as caught:
        bring_back(opened, journey.path, cabinet())
    assert caught.value.code == "E_LOCKED"
    journey.file.close()


def test_what_a_copy_is_to_the_file_here(journey: Journey) -> None:
    first = edition_of(image_of(journey.path), FILE_SCHEMA)
    journey.answer("Bo", "k1.1", 2)
    second = edition_of(image_of(journey.path), FILE_SCHEMA)
    journey.file.undo()
    undone = edition_of(image_of(journey.path), FILE_SCHEMA)
    journey.file.close()
    assert relation(second, first) is Relation.NEWER
    assert relation(first, second) is Relation.OLDER
    assert relation(second, second) is Relation.SAME
    assert relation(undone, second) is Relation.APART, "the same steps, but one is undone"
    moved = replace(second, steps=(*first.steps, (second.steps[-1][0], "en anden", "2026-12-01T08:00:00Z")))
    assert relation(moved, second) is Relation.APART
    assert relation(replace(first, file_id="0" * 32), first) is Relation.OTHER
    assert Edition("0" * 32, (), ()).saved is None


def test_what_is_not_an_evaluation_is_refused(journey: Journey, tmp_path: Path) -> None:
    image = image_of(journey.path)
    journey.file.close()
    newer = image[:60] + (99).to_bytes(4, "big") + image[64:]
    broken = bytearray(image)
    broken[4096:9000] = b"\xff" * 4904
    codes = []
    for data in (b"noget andet", image[:68] + b"XXXX" + image[72:], newer, bytes(broken)):
        with pytest.raises(Problem) as caught:
            edition_of(data, FILE_SCHEMA)
        codes.append(caught.value.code)
    assert codes == ["E_NOT_OURS", "E_NOT_OURS", "E_FILE_NEWER", "E_BACKUP"]


def test_a_copy_is_locked_well_and_damage_is_told(tmp_path: Path) -> None:
    locked = encryption.lock(b"x" * 100_000, WORDS)
    assert encryption.is_encrypted(locked)
    assert encryption.unlock(locked, WORDS.replace("å", "a\u030a")) == b"x" * 100_000, "however å is typed"
    flipped = bytearray(locked)
    flipped[5000] ^= 1
    many = locked.replace(b"-> scrypt ", b"-> scrypt ", 1)
    work = many.index(b"\n", many.index(b"scrypt"))
    costly = many[: work - 2] + b"30" + many[work:]
    for data, code in (
        (bytes(flipped), "E_DECRYPT"),
        (locked[:-7], "E_DECRYPT"),
        (costly, "E_NOT_OURS"),
        (b"ikke age", "E_NOT_OURS"),
    ):
        with pytest.raises(Problem) as caught:
            encryption.unlock(data, WORDS)
        assert caught.value.code == code


def test_a_short_passphrase_makes_no_copy(journey: Journey, tmp_path: Path) -> None:
    out = tmp_path / "a.kvikdb.age"
    with pytest.raises(Problem) as caught:
        take_along(journey.file, out, "kort")
    assert caught.value.code == "E_PASSPHRASE"
    assert not out.exists()
    journey.file.close()


def test_what_is_read_back_otherwise_is_told(
    journey: Journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = encryption.lock(b"noget andet", WORDS)
    monkeypatch.setattr(taking_along, "read_limited", lambda *_: other)
    with pytest.raises(Problem) as caught:
        take_along(journey.file, tmp_path / "a.kvikdb.age", WORDS)
    assert caught.value.code == "E_READ_BACK"
    journey.file.close()


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("abc", "For kort"),
        ("aaaaaaaaaaaaaaaa", "Let at gætte"),
        ("sommerferie2026", "Brugbar"),
        (WORDS, "God"),
    ],
)
def test_how_strong_it_is_in_plain_words(words: str, begins: str) -> None:
    told = strength(words)
    assert told is not None
    assert Translator()(told).startswith(begins)
    assert strength("") is None


def test_names() -> None:
    assert unlocked_name("Skolen.kvikdb.age") == "Skolen.kvikdb"
    assert unlocked_name("Skolen.age") == "Skolen.kvikdb"
    assert taking_along.is_locked_copy(Path("SKOLEN.KVIKDB.AGE"))
    assert carrying.Relation("apart") is Relation.APART
