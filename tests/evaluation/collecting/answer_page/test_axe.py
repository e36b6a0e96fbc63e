"""A screen reader's page: axe-core finds nothing wrong in any state, language, colour scheme or width."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Language
from kvik_desktop.model_package.model import Method
from tests import axe
from tests.browser import Browser
from tests.evaluation.collecting.answer_page.pages import click, page_of, paste
from tests.journey import Journey

NO_CRYPTOGRAPHY = "Object.defineProperty(window, 'crypto', {value: {}})"


def unfold(browser: Browser) -> None:
    browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")


def fill_in(browser: Browser) -> None:
    click(browser, "remember")
    browser.run("document.querySelectorAll('fieldset')[0].querySelectorAll('input')[3].click()")
    paste(browser, "Et referat\nEn tavle\n" + "Et langt ord: medarbejderudviklingssamtale. " * 8)


def type_wrong(browser: Browser) -> None:
    browser.run(
        "document.querySelectorAll('[type=number]').forEach((each) => "
        "{ each.value = '140'; each.dispatchEvent(new Event('input')); })"
    )


def finish(browser: Browser) -> None:
    browser.run(
        "while (document.getElementById('next').click(), document.activeElement.id !== 'end-title')"
        " document.getElementById('cannot').click()"
    )
    click(browser, "cannot", "save")
    browser.downloaded()


STATES: tuple[Callable[[Browser], None], ...] = (unfold, fill_in, type_wrong, finish)
CASES: tuple[tuple[Language, str, int, Method], ...] = (
    ("da", "light", 360, Method.FINE),
    ("da", "dark", 360, Method.CLASSICAL),
    ("da", "light", 1366, Method.CLASSICAL),
    ("da", "dark", 1366, Method.SCALE5),
    ("en", "light", 360, Method.SCALE5),
    ("en", "dark", 360, Method.FINE),
    ("en", "light", 1366, Method.FINE),
    ("en", "dark", 1366, Method.CLASSICAL),
)


@pytest.mark.parametrize(("language", "scheme", "width", "method"), CASES)
def test_nothing_is_wrong_in_any_state(
    browser: Browser,
    tmp_path: Path,
    clock: FixedClock,
    language: Language,
    scheme: str,
    width: int,
    method: Method,
) -> None:
    journey = Journey(tmp_path, clock, "kvik", method).gather_people()
    browser.screen(width, 4000)  # what is scrolled out of sight cannot be judged
    browser.prefers(color_scheme=scheme, reduced_motion="reduce")
    browser.go(page_of(journey, tmp_path, language))
    axe.load(browser)
    assert axe.faults(browser) == []
    for state in STATES:
        state(browser)
        assert axe.faults(browser) == [], state.__name__
    journey.file.close()


def test_the_open_file_and_what_lies_from_before_are_said_rightly_too(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    browser.call("Page.addScriptToEvaluateOnNewDocument", source=NO_CRYPTOGRAPHY)
    path = page_of(journey, tmp_path)
    browser.go(path)
    click(browser, "remember")
    browser.run("for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{}')")
    browser.go(path)
    assert browser.text("restored")
    axe.load(browser)
    assert axe.faults(browser) == []


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ("document.querySelector('.step .words').remove()", "label"),
        ("document.getElementById('intro').style.color = '#999'", "color-contrast"),
        ("document.getElementById('question').setAttribute('role', 'buton')", "aria-roles"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(
    browser: Browser, journey: Journey, tmp_path: Path, planted: str, rule: str
) -> None:
    browser.go(page_of(journey, tmp_path))
    browser.run(planted)
    axe.load(browser)
    assert any(line.startswith(f"{rule}: ") for line in axe.faults(browser))
