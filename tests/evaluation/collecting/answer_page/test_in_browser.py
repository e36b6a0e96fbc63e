"""The page in a real browser: answered by keyboard, sealed there and read here; narrow, printed, silent."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from kvik_desktop.evaluation import answering
from kvik_desktop.evaluation.collecting.handing_out import write_pages
from kvik_desktop.evaluation.collecting.taking_in import take_in
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import LANGUAGES, Language, Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from tests.browser import Browser, opened
from tests.journey import Journey

ALT = 1


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    with opened(tmp_path / "browser") as found:
        yield found


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    found = Journey(tmp_path, clock).gather_people()
    yield found
    found.file.close()


def page_of(journey: Journey, folder: Path, language: Language = "da") -> Path:
    only = [journey.people["Bo"]]
    (page,) = write_pages(journey.file, journey.id, folder, Translator(language), only)
    return page.path


def given(journey: Journey, subcriterion: str) -> Any:
    own = journey.file.ask(answering.sheet_of, journey.id, journey.people["Bo"])
    assert own is not None
    return own.of(subcriterion)


def complaints(browser: Browser) -> list[Any]:
    """What the browser has logged against the page, and every address outside."""
    browser.run("1")
    logged = [e for e in browser.events if e.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown")]
    asked = [e for e in browser.events if e.get("method") == "Network.requestWillBeSent"]
    addresses = [each["params"]["request"]["url"] for each in asked]
    return logged + [url for url in addresses if not url.startswith(("file:", "blob:", "data:"))]


def test_answers_by_keyboard_are_sealed_and_taken_in(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    browser.go(page_of(journey, tmp_path))
    browser.run("document.getElementById('score-3').focus()")
    browser.press(" ", 32, " ")
    browser.press("ArrowDown", 40)
    browser.run("document.querySelectorAll('article input[type=text]')[1].focus()")
    browser.type('  Vi lytter til 👩‍👧 og "skriver" ned \\ </script>\t')
    browser.press("Enter", 13, "\r")
    browser.type("Æøå")
    browser.press("ArrowDown", 40, modifiers=ALT)
    browser.run("document.getElementById('cannot').click()")
    browser.press("u", 85, modifiers=ALT)
    browser.run("document.getElementById('later').click()")
    assert browser.run("document.getElementById('progress-text').textContent") == "2 af 20 besvaret"
    assert "forsegles" in browser.run("document.getElementById('sealing').textContent")
    browser.run("document.getElementById('save').click()")
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
    browser.run("document.getElementById('save').click()")
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
    assert "åben" in browser.run("document.getElementById('sealing').textContent")
    browser.run("document.getElementById('score-1').click(); document.getElementById('save').click()")
    path = browser.downloaded()
    assert b'"sealed":null' in path.read_bytes()
    (verdict,) = take_in(journey.file, journey.id, [path])
    assert verdict.problem is None
    assert given(journey, "k1.1").rating == Rating(1)


def test_the_browser_keeps_nothing_unless_it_is_asked_to(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    path = page_of(journey, tmp_path)
    browser.go(path)
    browser.run("document.getElementById('score-2').click()")
    assert browser.run("localStorage.length") == 0
    browser.run("document.getElementById('remember').click()")
    browser.run("document.getElementById('score-5').click()")
    assert browser.run("localStorage.length") == 1
    browser.go(path)
    assert browser.run("document.getElementById('score-5').checked")
    assert browser.run("document.getElementById('restored').textContent") != ""
    browser.run("document.getElementById('forget').click()")
    assert browser.run("localStorage.length") == 0
    assert browser.run("document.getElementById('score-5').checked")


def test_closing_with_answers_that_lie_nowhere_asks_first(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    browser.go(page_of(journey, tmp_path))
    stays = "window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    assert browser.run(stays) is True
    browser.run("document.getElementById('score-2').click()")
    assert browser.run(stays) is False
    browser.run("document.getElementById('save').click()")
    browser.downloaded()
    assert browser.run(stays) is True


def test_pasted_lines_become_items(browser: Browser, journey: Journey, tmp_path: Path) -> None:
    browser.go(page_of(journey, tmp_path))
    browser.run(
        "(() => { const put = new DataTransfer(); put.setData('text', 'Et\\r\\n\\nTo\\nTre ');"
        "document.querySelector('article input[type=text]').dispatchEvent("
        "new ClipboardEvent('paste', {clipboardData: put, bubbles: true, cancelable: true})); })()"
    )
    values = "[...document.querySelectorAll('article input[type=text]')].map((each) => each.value)"
    assert browser.run(values)[:3] == ["Et", "To", "Tre"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_telephone_nothing_is_cut_and_everything_has_a_name(
    browser: Browser, journey: Journey, tmp_path: Path, language: Language
) -> None:
    narrow = {"width": 360, "height": 640, "deviceScaleFactor": 1, "mobile": True}
    browser.call("Emulation.setDeviceMetricsOverride", **narrow)
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


def test_printed_it_shows_every_question_and_what_was_given(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    browser.go(page_of(journey, tmp_path))
    browser.run("document.getElementById('score-4').click()")
    printed = base64.b64decode(browser.call("Page.printToPDF")["data"])
    words = "".join(each.extract_text() for each in PdfReader(io.BytesIO(printed)).pages)
    assert all(f"{name} " in words for name in journey.subcriteria)
    assert "Næste ubesvarede" not in words
