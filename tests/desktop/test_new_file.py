"""A new file is made whole where it was wanted, and never over another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from kvik_desktop.compose import open_file
from kvik_desktop.desktop.new_file import Order, Place, create, proposed, with_ending
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Bilingual, Method, Sector
from tests.model_package.material import KORT


@pytest.fixture
def order(tmp_path: Path) -> Order:
    place = Place(tmp_path / "KVIK" / "Engskolen 2026.kvikdb")
    return Order("Engskolen", Sector.SCHOOL, "kvik-kort", Method.SCALE5, "Selvevaluering 2026", place, "390")


def test_the_file_holds_what_was_ordered(order: Order, clock: FixedClock) -> None:
    path = create(order, clock, Resources())
    with open_file(path) as file:
        evaluation = file.ask(evaluations.current)
        unit = file.ask(evaluations.unit_of, evaluation)
        package = file.ask(evaluations.package_of, evaluation)
    assert path == order.place.path
    assert (unit.name, unit.sector, unit.municipality) == ("Engskolen", Sector.SCHOOL, "390")
    assert (package.id, evaluation.method, evaluation.title) == (
        "kvik-kort", Method.SCALE5, "Selvevaluering 2026",
    )  # fmt: skip


def test_a_name_with_signs_nobody_sees_is_kept_without_them(order: Order, clock: FixedClock) -> None:
    path = create(replace(order, name=" Eng\u202eskolen\t"), clock, Resources())
    with open_file(path) as file:
        assert file.ask(evaluations.unit_of, file.ask(evaluations.current)).name == "Eng skolen"


def test_a_proposed_name_that_is_taken_gets_a_number(order: Order, clock: FixedClock) -> None:
    first = create(order, clock, Resources())
    before = first.read_bytes()
    assert create(order, clock, Resources()).name == "Engskolen 2026 2.kvikdb"
    assert first.read_bytes() == before


def test_a_chosen_file_that_is_there_is_left_alone(order: Order, clock: FixedClock) -> None:
    path = create(order, clock, Resources())
    before = path.read_bytes()
    with pytest.raises(Problem) as raised:
        create(replace(order, place=Place(path, chosen=True)), clock, Resources())
    assert raised.value.code == "E_FILE_EXISTS"
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_told(order: Order, clock: FixedClock, tmp_path: Path) -> None:
    (tmp_path / "KVIK").write_text("en fil")
    with pytest.raises(Problem) as raised:
        create(order, clock, Resources())
    assert raised.value.code == "E_FILE_WRITE"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Plejecenter Engblomme", "Plejecenter Engblomme 2026"),
        ("Børnehuset: Ærø/Ål", "Børnehuset Ærø Ål 2026"),
        ("../../etc/passwd", "etc passwd 2026"),
        ("CON", "CON 2026"),
        ("   ", "Selvevaluering"),
        ("\u200b", "Selvevaluering"),
    ],
)
def test_the_proposed_place_stays_in_its_folder(tmp_path: Path, name: str, stem: str) -> None:
    path = proposed(tmp_path, name, 2026, "Selvevaluering")
    assert path == tmp_path / f"{stem}.kvikdb"
    assert path.resolve().parent == tmp_path.resolve()


def test_the_ending_is_added_where_it_is_missing() -> None:
    assert with_ending(Path("a/skolen")) == Path("a/skolen.kvikdb")
    assert with_ending(Path("a/skolen 2.0")) == Path("a/skolen 2.0.kvikdb")
    assert with_ending(Path("a/SKOLEN.KVIKDB")) == Path("a/SKOLEN.KVIKDB")


def test_a_model_of_ones_own_is_refused_when_its_content_has_changed_under_the_same_version(
    order: Order, clock: FixedClock, tmp_path: Path
) -> None:
    def ordered(title: str, place: Path) -> Order:
        own = msgspec.structs.replace(KORT, id="egen", version="1.0", name=Bilingual(title, title))
        (tmp_path / "egen.json").write_bytes(own.content)
        return replace(order, model=str(tmp_path / "egen.json"), place=Place(place))

    create(ordered("Vores egen", tmp_path / "a.kvikdb"), clock, Resources())
    create(ordered("Vores egen", tmp_path / "b.kvikdb"), clock, Resources())
    with pytest.raises(Problem) as raised:
        create(ordered("Vores nye", tmp_path / "c.kvikdb"), clock, Resources())
    assert Translator("da")(raised.value.message) == "egen 1.0 er brugt før med et andet indhold."
    assert not (tmp_path / "c.kvikdb").exists()
