"""What the browser keeps: nothing unless asked to, said in the open, newest first, gone when told to."""

from __future__ import annotations

from pathlib import Path

from tests.browser import Browser
from tests.evaluation.collecting.answer_page.pages import click, page_of
from tests.journey import Journey


def test_the_browser_keeps_nothing_unless_it_is_asked_to(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    path = page_of(journey, tmp_path)
    browser.go(path)
    click(browser, "score-2")
    assert browser.run("localStorage.length") == 0
    click(browser, "remember")
    click(browser, "score-5")
    assert browser.run("localStorage.length") == 1
    browser.go(path)
    assert browser.run("document.getElementById('score-5').checked")
    assert browser.text("restored") != ""
    click(browser, "forget")
    assert browser.run("localStorage.length") == 0
    assert browser.run("document.getElementById('score-5').checked")


def test_two_tabs_show_the_newest_answers(browser: Browser, journey: Journey, tmp_path: Path) -> None:
    path = page_of(journey, tmp_path)
    browser.go(path)
    click(browser, "remember", "score-2")
    other = browser.second()
    other.go(path)
    while not other.run("document.getElementById('remember').checked"):
        other.go(path)  # the tabs are processes of their own, and what one keeps is a moment on its way
    click(other, "score-5")
    browser.until("document.getElementById('score-5').checked")
    assert "to gange" in browser.text("restored")
    click(other, "forget")
    browser.until("!document.getElementById('remember').checked")


def test_what_is_remembered_for_an_older_page_is_said_and_can_be_forgotten(
    browser: Browser, journey: Journey, tmp_path: Path
) -> None:
    path = page_of(journey, tmp_path)
    browser.go(path)
    click(browser, "remember", "score-2")
    older = "(key) => localStorage.setItem(key, localStorage.getItem(key).replace('\"shape\":\"', '$&0'))"
    browser.run(f"Object.keys(localStorage).forEach({older})")
    browser.go(path)
    assert "tidligere udgave" in browser.text("restored")
    assert browser.text("progress-text").startswith("0 ")
    click(browser, "forget")
    assert browser.run("localStorage.length") == 0
