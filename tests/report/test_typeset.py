"""The typeset file: lasting, readable aloud, the same twice, and deaf to templates that reach out."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf.generic import Destination, DictionaryObject

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.report.evaluation_document import document
from kvik_desktop.report.typeset import Document, Typesetter, refuse_imports
from tests.report import sample
from tests.report.printed import TYPESETTER, reader, report
from tests.report.proof import TEMPLATE, resources_with, set_with
from tests.report.sample import CREATED

KINDS = ("full", "fine", "short", "empty")


def _catalog(pdf: bytes) -> Any:
    return reader(pdf).trailer["/Root"]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_file_claims_both_standards_and_has_what_they_want(kind: str, language: str) -> None:
    pdf = report(kind, language)
    root = _catalog(pdf)
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert str(root["/Lang"]).startswith(language)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert root["/OutputIntents"]
    metadata = root["/Metadata"].get_data().decode()
    for claim in ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<", f">{language}"):
        assert claim in metadata


@pytest.mark.parametrize("kind", KINDS)
def test_every_font_is_embedded(kind: str) -> None:
    fonts = {
        name: font
        for page in reader(report(kind, "da")).pages
        for name, font in _fonts(page["/Resources"].get_object())
    }
    assert fonts
    assert [name for name, font in fonts.items() if "/FontFile2" not in font] == []


def _fonts(resources: Any) -> list[tuple[str, DictionaryObject]]:
    found = []
    for font in resources.get("/Font", {}).values():
        below = font.get_object()["/DescendantFonts"][0].get_object()
        found.append((str(below["/BaseFont"]), below["/FontDescriptor"].get_object()))
    for form in resources.get("/XObject", {}).values():
        if "/Resources" in form.get_object():
            found += _fonts(form.get_object()["/Resources"].get_object())
    return found


def test_title_author_and_day_are_the_reports_own() -> None:
    about = reader(report("full", "da")).metadata
    assert about is not None
    assert about.title == "Plejecenter Engblomme: Selvevaluering 2026"
    assert about.author == "Plejecenter Engblomme"
    assert about.creation_date == CREATED


def test_the_bookmarks_name_every_chapter_and_subcriterion() -> None:
    pdf = reader(report("full", "da"))
    names = [str(mark.title) for mark in _flat(pdf.outline)]
    content = sample.full()
    wanted = [f"{each.id} {each.name}" for each in content.criteria]
    wanted += [f"{each.id} {each.name}" for each in content.subcriteria]
    assert [name for name in wanted if name not in names] == []
    assert {"Overblik", "Alle delkriterier", "Handlingsplan", "Om selvevalueringen"} <= set(names)


def _flat(marks: Any) -> list[Destination]:
    return [one for mark in marks for one in (_flat(mark) if isinstance(mark, list) else [mark])]


def test_headings_tables_lists_and_figures_are_tagged_and_figures_described() -> None:
    tags = list(_tags(_catalog(report("full", "da"))["/StructTreeRoot"]))
    kinds = {kind for kind, _ in tags}
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/L", "/LI", "/Figure", "/Link"} <= kinds
    figures = [tag for kind, tag in tags if kind == "/Figure"]
    assert len(figures) == 2 * 28 + 9 + 2
    assert [tag for tag in figures if not str(tag.get("/Alt", "")).strip()] == []


def _tags(tag: Any) -> Any:
    below = tag.get("/K", [])
    for part in below if isinstance(below, list) else [below]:
        child = part.get_object()
        if isinstance(child, DictionaryObject) and "/S" in child:
            yield str(child["/S"]), child
            yield from _tags(child)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_content_and_time_give_the_same_bytes(kind: str) -> None:
    content = getattr(sample, kind)("da")
    fresh = Typesetter()
    assert fresh.pdf(document(content, fresh), CREATED) == report(kind, "da")


def test_another_time_gives_other_bytes() -> None:
    later = TYPESETTER.pdf(document(sample.empty(), TYPESETTER), CREATED + timedelta(days=1))
    assert later != report("empty", "da")


def test_the_preview_shows_the_same_pages() -> None:
    pages = TYPESETTER.pages(document(sample.empty(), TYPESETTER), CREATED, ppi=30)
    assert len(pages) == len(reader(report("empty", "da")).pages)
    sizes = {Image.open(io.BytesIO(page)).size for page in pages}
    assert sizes == {(248, 351)}


def test_a_single_page_is_a_list_too(tmp_path: Path) -> None:
    typesetter = Typesetter(resources_with(tmp_path, "Én side"))
    assert len(typesetter.pages(Document("prøve.typ", "da", "x", {}), CREATED, ppi=10)) == 1


def test_what_people_write_is_never_markup(tmp_path: Path) -> None:
    typesetter = Typesetter(resources_with(tmp_path, TEMPLATE))
    wild = '#panic("x") *fed* _kursiv_ $x^2$ = nej // nej /* nej */ @nej <nej> \\ "}"'
    words = " ".join(page.extract_text() for page in reader(set_with(typesetter, wild, "Prøve")).pages)
    assert '#panic("x") *fed* _kursiv_ $x^2$' in words


@pytest.mark.parametrize(
    "template",
    [
        '#import "@preview/cetz:0.3.0": canvas',
        '#import("@preview/cetz:0.3.0")',
        '#import "\\u{40}preview/cetz:0.3.0"',
        '#let p = "@preview/" + "cetz:0.3.0"\n#import p: *',
        '#include "@local/x:1.0.0"',
        '#import "stil.typ": *\n#import "anden.typ": *',
        '#import "stil.typ" + "@x"',
        '#include "stil.typ"',
        '#eval("import \\"@preview/x:1.0.0\\"")',
        '#import "a.typ" + "@b": *',
    ],
)
def test_a_template_that_reaches_out_is_refused(template: str, tmp_path: Path) -> None:
    typesetter = Typesetter(resources_with(tmp_path, template))
    with pytest.raises(Problem) as caught:
        typesetter.pdf(Document("prøve.typ", "da", "x", {}), CREATED)
    assert caught.value.code == "E_TEMPLATE"


def test_our_own_templates_reach_for_nothing() -> None:
    for path in TYPESETTER.resources.path("skabeloner").glob("*.typ"):
        refuse_imports(path.read_bytes(), path.name)


def test_a_template_reads_no_file_outside_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hemmelig.txt").write_text("hemmeligt")
    monkeypatch.chdir(tmp_path)
    for path in ("hemmelig.txt", "../hemmelig.txt", "/hemmelig.txt"):
        folder = tmp_path / str(abs(hash(path)))
        folder.mkdir()
        typesetter = Typesetter(resources_with(folder, f'#read("{path}")'))
        with pytest.raises(RuntimeError, match=r"not found|escape"):
            typesetter.pdf(Document("prøve.typ", "da", "x", {}), CREATED)
