"""The page in a real browser: answered by keyboard, sealed there and read here; narrow, printed, silent."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from kvik_desktop.evaluation.collecting.taking_in import take_in
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import LANGUAGES, Language
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from tests.browser import ALT, Browser
from tests.evaluation.collecting.answer_page.pages import ROWS, click, complaints, given, page_of, paste
from tests.journey import Journey


def test_answers_by_keyboard_are_sealed_and_taken_in(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    browser.go(page_of(journey, tmp_path))
    browser.run("document.getElementById('score-3').focus()")
    browser.press(" ")
    browser.press("ArrowDown")
    browser.run("document.querySelectorAll('article textarea')[1].focus()")
    browser.type('  Vi lytter til 👩‍👧 og "skriver" ned \\ </script>\t')
    browser.press("Enter")
    browser.type("Æøå")
    browser.press("ArrowDown", ALT)
    click(browser, "cannot")
    browser.press("u", ALT)
    click(browser, "later")
    assert browser.text("progress-text") == "2 af 20 besvaret"
    assert "forsegles" in browser.text("sealing")
    click(browser, "save")
    path = browser.downloaded()
    assert path.name == "svar-Bo.kviksvar"
    assert b'"open":null' in path.read_bytes()
    (verdict,) = take_in(journey.file, journey.id, [path])
    assert (verdict.problem, verdict.taken.people, verdict.taken.answers) == (
        None,
        1,
        2,
    )  # a mark alone is no answer
    first = given(journey, "k1.1")
    assert first.rating == Rating(4)
    assert first.texts[StatementKind.STRENGTH] == (
        'Vi lytter til 👩‍👧 og "skriver" ned \\ </script>',
        "Æøå",
    )
    second = given(journey, journey.subcriteria[1])
    assert (second.rating, second.later) == (Rating(), False)
    assert given(journey, journey.subcriteria[2]).later
    assert complaints(browser) == []


@pytest.mark.parametrize("method", [Method.CLASSICAL, Method.FINE])
def test_the_other_methods_give_exact_figures(
    browser: Browser, tmp_path: Path, clock: FixedClock, method: Method
) -> None:
    journey = Journey(tmp_path, clock, "kvik", method).gather_people()
    browser.go(page_of(journey, tmp_path))
    parts = ["score"] if method is Method.CLASSICAL else ["plan", "do", "check", "act"]
    for place, part in enumerate(parts):
        browser.run(f"document.getElementById('{part}-2').click()")
        assert browser.run(f"document.getElementById('{part}-exact').value") == "40"
        browser.run(f"document.getElementById('{part}-exact').select()")
        browser.type(str(61 + place))
        assert browser.run(f"document.getElementById('{part}-3').checked")
    click(browser, "save")
    (verdict,) = take_in(journey.file, journey.id, [browser.downloaded()])
    assert verdict.problem is None
    wanted = Rating(61) if method is Method.CLASSICAL else Rating(plan=61, do=62, check=63, act=64)
    assert given(journey, "1.1").rating == wanted
    journey.file.close()


def test_without_cryptography_it_says_so_and_saves_an_open_file(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    without = "Object.defineProperty(window, 'crypto', {value: {}})"
    browser.call("Page.addScriptToEvaluateOnNewDocument", source=without)
    browser.go(page_of(journey, tmp_path))
    assert "åben" in browser.text("sealing")
    browser.run("document.getElementById('score-1').click(); document.getElementById('save').click()")
    path = browser.downloaded()
    assert b'"sealed":null' in path.read_bytes()
    (verdict,) = take_in(journey.file, journey.id, [path])
    assert verdict.problem is None
    assert given(journey, "k1.1").rating == Rating(1)


def test_closing_with_answers_that_lie_nowhere_asks_first(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    browser.go(page_of(journey, tmp_path))
    stays = "window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    assert browser.run(stays) is True
    click(browser, "score-2")
    assert browser.run(stays) is False
    click(browser, "save")
    browser.downloaded()
    assert browser.run(stays) is True


def test_pasted_lines_become_items(browser: Browser, journey: Journey, tmp_path: Path) -> None:
    browser.go(page_of(journey, tmp_path))
    paste(browser, "Et\r\n\nTo\nTre ")
    assert browser.run(ROWS)[:3] == ["Et", "To", "Tre"]


def test_a_huge_paste_is_cut_where_the_page_says_so(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    browser.go(page_of(journey, tmp_path))
    paste(browser, "\n".join(f"linje {n} " + "x" * (3000 if n == 7 else 0) for n in range(5000)))
    rows = browser.run(ROWS)
    assert (len(rows), len(rows[7]), rows[49]) == (50, 2000, "linje 49")
    assert "Højst 2000 tegn" in browser.run("document.querySelector('.lists .hint').textContent")
    click(browser, "save")
    (verdict,) = take_in(journey.file, journey.id, [browser.downloaded()])
    assert verdict.problem is None
    assert given(journey, "k1.1").texts[StatementKind.EVIDENCE] == tuple(rows)


def test_more_than_a_file_may_hold_is_said_before_it_is_saved(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    browser.go(page_of(journey, tmp_path))
    for _ in range(6):
        paste(browser, "\n".join(["ø" * 2000] * 50))
        click(browser, "next")
    click(browser, "save")
    assert "fylder for meget" in browser.text("status")


def test_a_line_end_from_a_keyboard_on_the_screen_makes_the_next_item(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    browser.go(page_of(journey, tmp_path))
    browser.run("document.querySelector('article textarea').focus()")
    for text in ("Et", "\n", "To"):
        browser.type(text)
    assert browser.run(ROWS)[:2] == ["Et", "To"]


def test_a_number_outside_the_scale_is_not_taken_and_said(
    browser: Browser, tmp_path: Path, clock: FixedClock
) -> None:
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    browser.go(page_of(journey, tmp_path))
    browser.run("document.getElementById('score-exact').focus()")
    browser.type("101")
    assert "0 til 100" in browser.text("score-note")
    assert browser.run("document.getElementById('score-exact').getAttribute('aria-invalid')") == "true"
    assert browser.text("progress-text").startswith("0 ")
    browser.run("document.getElementById('score-exact').select()")
    browser.type("0")
    assert browser.run("document.getElementById('score-0').checked")
    assert browser.text("progress-text").startswith("1 ")
    journey.file.close()


def test_where_no_script_can_run_the_page_says_what_to_do(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.go(page_of(journey, tmp_path))
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    assert "PDF" in browser.text("unable")
    assert browser.run("document.getElementById('page').hidden")


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_telephone_nothing_is_cut_and_everything_has_a_name(
    browser: Browser, journey: Journey, tmp_path: Path, language: Language
) -> None:
    browser.screen(360)
    browser.go(page_of(journey, tmp_path, language))
    browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert browser.run("document.documentElement.scrollWidth") <= 360
    small = (
        "[...document.querySelectorAll('button, .step, .check')].filter((each) => each.offsetParent)"
        ".map((each) => each.getBoundingClientRect().height).filter((height) => height < 44)"
    )
    assert browser.run(small) == []
    nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
    controls = [node for node in nodes if node.get("role", {}).get("value") in CONTROLS]
    assert {node["role"]["value"] for node in controls} >= {"radio", "checkbox", "textbox", "button"}
    assert [node for node in controls if not node.get("name", {}).get("value", "").strip()] == []


CONTROLS = ("radio", "checkbox", "textbox", "button", "spinbutton", "progressbar", "navigation", "article")


TOO_WIDE = """[...document.querySelectorAll('#page :not(.state)')]
  .filter((each) => each.offsetParent && getComputedStyle(each).display !== 'inline')
  .filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.outerHTML.slice(0, 80))"""
TOO_LOW = """[...document.querySelectorAll('textarea')]
  .filter((row) => row.scrollHeight > row.clientHeight + 1).map((row) => row.value)"""


@pytest.mark.parametrize(("width", "size"), [(320, "100%"), (360, "200%"), (640, "200%"), (1366, "200%")])
def test_large_type_and_a_narrow_screen_cut_nothing(
    browser: Browser, tmp_path: Path, clock: FixedClock, width: int, size: str
) -> None:
    journey = Journey(tmp_path, clock, "kvik", Method.FINE).gather_people()
    browser.screen(width)
    browser.go(page_of(journey, tmp_path))
    browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    paste(browser, "Medarbejderudviklingssamtalerne\nVi har skrevet ned, hvad vi gør, når en kollega er syg")
    click(browser, "plan-2")
    browser.run(f"document.documentElement.style.fontSize = '{size}'; dispatchEvent(new Event('resize'))")
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.run(TOO_WIDE) == []
    assert browser.run(TOO_LOW) == []
    journey.file.close()


def test_printed_it_shows_every_question_and_what_was_given(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    browser.go(page_of(journey, tmp_path))
    click(browser, "score-4")
    printed = base64.b64decode(browser.call("Page.printToPDF")["data"])
    words = "".join(each.extract_text() for each in PdfReader(io.BytesIO(printed)).pages)
    assert all(f"{name} " in words for name in journey.subcriteria)
    assert "Næste ubesvarede" not in words
