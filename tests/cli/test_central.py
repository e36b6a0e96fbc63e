"""`kvik central`: import, status, benchmark and report, as the contract writes them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from kvik_desktop.central.figures import PARTS
from kvik_desktop.central.published.model import (
    Breakdown,
    Counting,
    Publication,
    RowKind,
    Stratum,
    Tally,
    tables,
)
from kvik_desktop.central.published.showing import Figures, table_csv
from kvik_desktop.central.wording import Words
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.files import package_in
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.reading import shipped
from tests.central.material import Office
from tests.cli.kvik import Kvik


class Desk:
    """A coordinator with 24 institutions, of whom 20 have delivered."""

    def __init__(self, folder: Path) -> None:
        self.office = Office(folder, size=24)
        self.folder = folder
        self.inbox = self.office.files([self.office.package(number)[0] for number in range(20)])[0].parent
        self.trust = folder / "liste.kvik"
        self.trust.write_bytes(self.office.list_bytes())
        self.db = ("--db", f"sqlite:///{folder / 'c.db'}")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def taken(kvik: Kvik, desk: Desk) -> Desk:
    kvik.json("central", "import", desk.inbox, *desk.db, "--trust", desk.trust)
    return desk


def test_import_counts_every_file_once(kvik: Kvik, desk: Desk) -> None:
    (desk.inbox / "junk.kvik").write_bytes(b"junk")
    (desk.inbox / "igen.kvik").write_bytes(desk.office.package(0)[0])
    (desk.inbox / "brev.txt").write_text("Hej")
    document = kvik.json(
        "central", "import", desk.inbox, desk.folder / "mangler", *desk.db, "--trust", desk.trust
    )
    keys = ("accepted", "duplicates", "stale", "quarantined", "rejected")
    assert document["total"] == len(document["files"]) == 23
    assert [document[key] for key in keys] == [20, 1, 0, 0, 2]
    assert document["superseded"] == 0
    for entry in document["files"]:
        assert {"file", "outcome", "code", "message", "facts"} == set(entry)
    again = kvik.json("central", "import", desk.inbox, *desk.db, "--trust", desk.trust)
    assert [again[key] for key in keys] == [0, 21, 0, 0, 1]


EXAMPLE = Resources().path("modelpakker", "eksempel", "fjordby-tillaeg.json")
FJORDBY = package_in(EXAMPLE, shipped(Resources()))


def test_the_municipalitys_own_model_is_handed_in(kvik: Kvik, tmp_path: Path) -> None:
    office = Office(tmp_path, size=10, own=FJORDBY)
    inbox = office.files([office.package(number)[0] for number in range(5)])[0].parent
    trust = tmp_path / "liste.kvik"
    trust.write_bytes(office.list_bytes())
    take = ("central", "import", inbox, "--db", f"sqlite:///{tmp_path / 'c.db'}", "--trust", trust)
    said = kvik(*take)
    assert (said.code, said.out.count("egne spørgsmål er ikke kontrolleret")) == (0, 1)
    [path] = office.files([office.package(5)[0]], "ny")
    document = kvik.json(*take, "--model", EXAMPLE)
    assert document["models"] == [{"id": "kvik-fjordby", "version": FJORDBY.version}]
    assert (document["duplicates"], document["checked"], document["unfit"]) == (5, 5, 0)
    assert [each["code"] for each in document["files"] if each["file"] == str(path)] == [None]
    [table] = kvik.json("central", "benchmark", *take[3:5])["campaigns"][0]["tables"]
    assert (table["model"], table["criteria_of"], table["n"]) == ("kvik-fjordby", "kvik", 6)
    names = {(row["kind"], row["id"]): row["name"] for row in table["rows"]}
    assert names["criterion", "1"] == "Lederskab"
    assert names["subcriterion", "1.1"] == FJORDBY.subcriterion("1.1").name.da
    assert "KVIK (CAF 2020) + Fjordbys tillæg" in kvik("central", "benchmark", *take[3:5]).out


def test_a_model_that_cannot_be_used_stops_the_import(kvik: Kvik, desk: Desk) -> None:
    faulty = desk.folder / "egen.json"
    faulty.write_text("{}")
    assert kvik.problem("central", "import", desk.inbox, *desk.db, "--model", faulty)["code"] == "E_MODEL"
    assert kvik.json("central", "status", *desk.db)["files"]["accepted"] == 0


def test_the_newest_list_is_remembered(kvik: Kvik, taken: Desk) -> None:
    [path] = taken.office.files([taken.office.package(21)[0]], "ny")
    assert kvik.json("central", "import", path, *taken.db)["accepted"] == 1


def test_status_says_who_has_delivered(kvik: Kvik, taken: Desk) -> None:
    document = kvik.json("central", "status", *taken.db)
    [campaign] = document["campaigns"]
    assert (campaign["delivered"], campaign["of"]) == (20, 24)
    assert campaign["sectors"]["skole"] == {"delivered": 5, "of": 6}
    assert document["files"]["accepted"] == 20
    assert "20 af 24 har afleveret" in kvik("central", "status", *taken.db).out


def test_status_of_an_empty_database(kvik: Kvik, desk: Desk) -> None:
    document = kvik.json("central", "status", *desk.db)
    assert document["campaigns"] == document["quarantine"] == []


def test_quarantine_says_why_and_what_to_do(kvik: Kvik, desk: Desk) -> None:
    kvik.json("central", "import", desk.inbox, *desk.db)
    document = kvik.json("central", "status", *desk.db)
    assert len(document["quarantine"]) == 20
    assert document["quarantine"][0]["code"] == "E_UNKNOWN_KEY"
    assert document["quarantine"][0]["action"]


def test_benchmark_is_the_published_form(kvik: Kvik, taken: Desk) -> None:
    document = kvik.json("central", "benchmark", *taken.db)
    assert (document["smallest_group"], document["quartiles_from"]) == (5, 10)
    [table] = document["campaigns"][0]["tables"]
    assert (table["model"], table["method"], table["n"]) == ("kvik", "classical", 20)
    assert len(table["rows"]) == 9 + 28
    for row in table["rows"]:
        for cell in (row["all"], *row["groups"].values()):
            assert set(cell) == {"n", "median", "q1", "q3"}
            assert cell["n"] >= 5
            assert (cell["q1"] is None) == (cell["n"] < 10)
            assert all(value is None or isinstance(value, int) for value in cell.values())


def test_benchmark_as_a_table_for_danish_excel(kvik: Kvik, taken: Desk) -> None:
    out = taken.folder / "tal.csv"
    kvik.json("central", "benchmark", *taken.db, "--csv", out)
    data = out.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows[0]["name"] == "Lederskab"
    assert {row["group"] for row in rows} == {"all", "dagtilbud", "skole", "aeldre", "social"}


def test_nothing_in_the_table_is_a_formula() -> None:
    """A unit's parent is free text; a spreadsheet must not run it."""
    parents = ("=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", "Skoleforvaltningen")
    counting = [
        Counting(n, f"p{n}", Stratum("egen", Method.CLASSICAL, 2026), parent, "1", "self")
        for n, parent in enumerate(parents * 5)
    ]
    tallies = [Tally(each.stratum, each.group, RowKind.CRITERION, "=1+1", 50 * PARTS, 1) for each in counting]
    made = tables(counting, tallies, {})
    publication = Publication("", "", "2026-11-22T09:30:00Z", Breakdown.PARENT, made)
    data = table_csv([Figures(publication, 0)], Words(Translator("da"), ()))
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";") for cell in row]
    assert "Skoleforvaltningen" in cells
    assert "'=HYPERLINK(1)" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))] == []


def test_benchmark_of_nothing(kvik: Kvik, desk: Desk) -> None:
    assert kvik.json("central", "benchmark", *desk.db)["campaigns"] == []
    assert "ingen pakker" in kvik("central", "benchmark", *desk.db).out


def test_the_breakdown_is_frozen(kvik: Kvik, taken: Desk) -> None:
    kvik.json("central", "benchmark", *taken.db)
    assert kvik.problem("central", "benchmark", *taken.db, "--by", "level")["code"] == "E_FROZEN"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("da", ("20 af 24 har afleveret", "Sammenlign med omtanke", "3 Medarbejdere", "Enhed 7")),
        ("en", ("3 People", "Enhed 7")),
    ],
)
def test_the_overview_is_a_pdf(kvik: Kvik, taken: Desk, language: str, words: tuple[str, ...]) -> None:
    out = taken.folder / "overblik.pdf"
    document = kvik.json("central", "report", *taken.db, "--out", out, "--sprog", language)
    assert document["bytes"] == out.stat().st_size
    reader = PdfReader(out)
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert [word for word in words if word not in text] == []
    catalogue = reader.trailer["/Root"]
    assert catalogue["/Lang"].startswith(language)  # type: ignore[index]
    assert catalogue["/MarkInfo"]["/Marked"]  # type: ignore[index]


def test_other_forms_are_told_plainly(kvik: Kvik, taken: Desk) -> None:
    problem = kvik.problem("central", "report", *taken.db, "--out", taken.folder / "overblik.xlsx")
    assert problem["code"] == "E_FORMAT_OUT"


def test_feedback_comes_later(kvik: Kvik, desk: Desk) -> None:
    assert kvik.problem("central", "feedback", *desk.db, "--out", "x")["code"] == "E_NOT_YET"


@pytest.mark.parametrize("url", ["postgresql+psycopg://x/y", "ikke en url", "sqlite://"])
def test_a_database_it_cannot_use(kvik: Kvik, url: str) -> None:
    assert kvik.problem("central", "status", "--db", url)["code"] == "E_DATABASE_URL"
