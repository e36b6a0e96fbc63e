"""The report as a web page: everything is there, nothing is fetched or run, and it can be read aloud."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from reportlab.graphics.shapes import Drawing

from kvik_desktop.foundation.text import LANGUAGES, Language
from kvik_desktop.model_package.model import Method
from kvik_desktop.report.figures.matrix import Placed, matrix
from kvik_desktop.report.figures.pen import Pen
from kvik_desktop.report.figures.spread import strip
from kvik_desktop.report.palette import Palette
from kvik_desktop.report.pasted import fit
from kvik_desktop.report.svg import svg
from kvik_desktop.report.themed import themed
from kvik_desktop.report.web import html_file
from tests.report.drawings import DARK, PEN, QUADRANTS, SPREAD, spread_stair
from tests.report.sample import CREATED
from tests.report.test_pasted import ANY_TEXT
from tests.report.told import HOSTILE, KINDS, RESOURCES, content, hostile_story, made, texts, writer

SVG = "{http://www.w3.org/2000/svg}"
HEADINGS = ("h1", "h2", "h3", "h4")


def parsed(file: bytes) -> Element:
    """The page as a tree; it is well-formed XML too, so that nothing depends on a browser's mercy."""
    doctype, _, rest = file.partition(b"\n")
    assert doctype == b"<!DOCTYPE html>"
    return ElementTree.fromstring(rest)


@cache
def report(kind: str, language: Language = "da") -> Element:
    """A sample report as a tree."""
    return parsed(made(".html", kind, language))


def words(element: Element) -> str:
    """The text of an element with its line breaks."""
    parts = [element.text or ""]
    for child in element:
        parts += ["\n" if child.tag == "br" else words(child), child.tail or ""]
    return "".join(parts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_text_of_the_group_and_the_plan_is_there(kind: str, language: Language) -> None:
    there = words(report(kind, language))
    assert [text for text in texts(content(kind, language), language) if text not in there] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_score_stands_in_the_row_of_its_subcriterion_and_criterion(
    kind: str, language: Language
) -> None:
    write = writer(language)
    told = content(kind, language)
    rows = [list(row) for row in report(kind, language).iter("tr")]
    found = {words(row[0]): words(row[1]) for row in rows}
    wanted = {fit(f"{sub.id} {sub.name}"): write.score(sub.agreed.value) for sub in told.subcriteria}
    wanted |= {fit(f"{each.id} {each.name}"): write.mean(each.mean.value) for each in told.criteria}
    assert {name: found.get(name) for name in wanted} == wanted


def test_every_phase_of_the_fine_method_is_there() -> None:
    rows = [[words(cell) for cell in row] for row in report("fine").iter("tr")]
    phases = [[str(phase.score) for phase in sub.phases] for sub in content("fine", "da").subcriteria]
    assert [scores for scores in phases if scores and scores not in rows] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_fetched_and_nothing_runs(kind: str) -> None:
    tags = {element.tag.removeprefix(SVG) for element in report(kind).iter()}
    assert not tags & {"script", "link", "img", "image", "iframe", "object", "form", "use", "base"}
    for element in report(kind).iter():
        for name, value in element.attrib.items():
            assert name not in ("src", "style", "srcset", "action", "data")
            assert not name.startswith("on")
            assert name != "href" or value.startswith("#")
    style = report(kind).find("head/style")
    assert style is not None
    assert not re.search(r"url\(|@import|expression|</", style.text or "")


def test_the_policy_forbids_all_but_the_page_s_own_style() -> None:
    head = report("full").find("head")
    assert head is not None
    policies = [
        found.get("content", "")
        for found in head.iter("meta")
        if found.get("http-equiv") == "Content-Security-Policy"
    ]
    file = made(".html", "full")
    style = file[file.index(b"<style>") + 7 : file.index(b"</style>")]
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    assert policies == [
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    ]
    assert next(iter(head)).get("charset") == "utf-8"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_and_in_which_language_it_is(language: Language) -> None:
    page = report("full", language)
    assert page.get("lang") == language
    assert page.findtext("head/title") == "Plejecenter Engblomme: Selvevaluering 2026"


def test_what_people_wrote_is_danish_in_an_english_page() -> None:
    strength = "Nye kolleger har en fast makker de første tre måneder"
    marked = [found.text for found in report("full", "en").iter("span") if found.get("lang") == "da"]
    assert strength in marked
    assert "Plejecenter Engblomme" in marked
    assert not [found for found in report("full", "da").iter("span") if found.get("lang")]


@pytest.mark.parametrize("kind", KINDS)
def test_headings_are_in_order_and_links_lead_somewhere(kind: str) -> None:
    levels = [int(found.tag[1]) for found in report(kind).iter() if found.tag in HEADINGS]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [found.get("id") for found in report(kind).iter() if found.get("id")]
    links = {found.get("href", "")[1:] for found in report(kind).iter("a")}
    assert len(set(ids)) == len(ids)
    assert len(links) > len(content(kind, "da").subcriteria)
    assert links <= set(ids)


@pytest.mark.parametrize("kind", KINDS)
def test_tables_and_figures_can_be_read_aloud(kind: str) -> None:
    page = report(kind)
    tables = list(page.iter("table"))
    assert len(tables) > 3
    for table in tables:
        assert table.findtext("caption")
        assert all(head.get("scope") in ("col", "row") for head in table.iter("th"))
    figures = list(page.iter(f"{SVG}svg"))
    assert len(figures) >= len(content(kind, "da").subcriteria)
    for figure in figures:
        assert figure.findtext(f"{SVG}title")
        assert figure.findtext(f"{SVG}desc")
        assert figure.get("role") == "img"


@pytest.mark.parametrize("kind", KINDS)
def test_every_colour_is_a_token_that_both_themes_have(kind: str) -> None:
    file = made(".html", kind).decode()
    body = file[file.index("</style>") :]
    used = set(re.findall(r'(?:fill|stroke)="([^"]*)"', body)) - {"none", "currentColor"}
    tokens = {f"var(--{token})" for token in Palette.read(RESOURCES).tokens}
    assert used <= tokens
    assert "var(--accent)" in used or kind == "empty"
    style = file[: file.index("</style>")]
    assert style.count("--accent:") == style.count("--line:") == 2


@pytest.mark.parametrize(
    "draw",
    [
        lambda pen: spread_stair(pen=pen),
        lambda pen: strip(SPREAD, Method.FINE, pen),
        lambda pen: matrix([Placed(1, 4, 4), Placed(2, 1, 3)], QUADRANTS, pen),
    ],
)
def test_a_figure_in_the_dark_is_the_figure_drawn_in_the_dark(draw: Callable[[Pen], Drawing]) -> None:
    dark: str = themed(svg(draw(PEN), "t", "d"), PEN.palette)
    for token, colour in DARK.palette.tokens.items():
        dark = dark.replace(f"var(--{token})", colour)
    assert dark == svg(draw(DARK), "t", "d").decode().strip()


def test_words_in_a_figure_that_look_like_a_colour_stay_words() -> None:
    words_ = 'fill="#FFFFFF"'
    figure = themed(svg(spread_stair(), words_, words_), PEN.palette)
    assert f"<title>{words_}</title><desc>{words_}</desc>" in figure


@pytest.mark.parametrize("words_", HOSTILE)
def test_hostile_text_is_text(words_: str) -> None:
    page = parsed(html_file(hostile_story(words_), RESOURCES, CREATED))
    held = [words(found) for found in page.iter()]
    assert sum(fit(words_) in text for text in held) >= 14
    assert {found.tag.removeprefix(SVG) for found in page.iter()} <= ALLOWED_TAGS


ALLOWED_TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "section", "aside",
    "h1", "h2", "h3", "h4", "p", "a", "ol", "ul", "li", "dl", "dt", "dd", "div", "span", "strong", "br",
    "table", "caption", "thead", "tbody", "tr", "th", "td", "svg", "path", "circle",
}  # fmt: skip


@settings(max_examples=60)
@given(ANY_TEXT)
def test_any_text_makes_a_sound_page(told: str) -> None:
    page = parsed(html_file(hostile_story(told), RESOURCES, CREATED))
    assert {found.tag for found in page.iter()} <= ALLOWED_TAGS
    paragraphs = [words(found) for found in page.iter("p")]
    assert fit(told) in paragraphs
