"""A whole answering with the keyboard alone, and the focus can be seen all the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvik_desktop.evaluation.collecting.taking_in import take_in
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from tests.browser import ALT, SHIFT, Browser
from tests.evaluation.collecting.answer_page.pages import complaints, given, page_of
from tests.journey import Journey

WHERE = """(() => { const at = document.activeElement, ring = getComputedStyle(at);
  return [at.id || at.tagName, parseFloat(ring.outlineWidth) >= 2 && ring.outlineStyle !== 'none']; })()"""


def tab_to(browser: Browser, wanted: str, most: int = 12, modifiers: int = 0) -> None:
    """Tab until the focus stands there; all the way it can be seen."""
    for _ in range(most):
        browser.press("Tab", modifiers)
        name, is_seen = browser.run(WHERE)
        assert is_seen, name
        if name == wanted:
            return
    raise AssertionError(f"the keyboard does not come to {wanted}")


@pytest.mark.parametrize(
    ("model", "method"), [("kvik", Method.CLASSICAL), ("kvik", Method.FINE), ("kvik-kort", Method.SCALE5)]
)
def test_a_whole_answering_with_the_keyboard_alone(
    browser: Browser, tmp_path: Path, clock: FixedClock, model: str, method: Method
) -> None:
    journey = Journey(tmp_path, clock, model, method).gather_people()
    browser.go(page_of(journey, tmp_path))
    tab_to(browser, "skip", most=1)
    browser.press("Enter")
    tab_to(browser, "next", most=20)
    browser.press("ArrowUp", ALT)  # there is none before the first
    browser.press("ArrowDown", ALT)
    browser.press("ArrowUp", ALT)
    wanted = {}
    for place, subcriterion in enumerate(journey.subcriteria):
        assert browser.run(WHERE) == ["name", True]
        score = place % 6 if method is Method.SCALE5 else 11 + place
        is_enabler = journey.package.block_of(subcriterion).value == "enabler"
        phases = ["plan", "do", "check", "act"] if is_enabler else ["trend", "target"]
        for part in phases if method is Method.FINE else ["score"]:
            tab_to(browser, f"{part}-0")
            browser.press(" ")
            if method is Method.SCALE5:
                for _ in range(score):
                    browser.press("ArrowDown")
            else:
                tab_to(browser, f"{part}-exact")
                browser.type(str(score))
        wanted[subcriterion] = journey.rating(subcriterion, score)
        browser.press("ArrowDown", ALT)
    assert browser.run(WHERE) == ["end-title", True]
    assert browser.text("missing") == "Du har svaret på det hele."
    tab_to(browser, "save")
    browser.press("Enter")
    (verdict,) = take_in(journey.file, journey.id, [browser.downloaded()])
    assert verdict.problem is None
    assert {each: given(journey, each).rating for each in journey.subcriteria} == wanted
    assert complaints(browser) == []
    journey.file.close()


def test_the_way_back_with_the_keyboard_is_seen_too(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    browser.go(page_of(journey, tmp_path))
    browser.press("ArrowDown", ALT)
    tab_to(browser, "next", most=20)
    tab_to(browser, "remember", most=60, modifiers=SHIFT)
