"""Answer pages for the browser: one person's page, what came in from it, and complaints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kvik_desktop.evaluation import answering
from kvik_desktop.evaluation.collecting.handing_out import write_pages
from kvik_desktop.foundation.text import Language, Translator
from tests.browser import Browser
from tests.journey import Journey


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


def click(browser: Browser, *ids: str) -> None:
    for each in ids:
        browser.run(f"document.getElementById('{each}').click()")


def paste(browser: Browser, text: str) -> None:
    """Paste into the first row of the first list."""
    browser.run(
        f"(() => {{ const put = new DataTransfer(); put.setData('text', {text!r});"
        "document.querySelector('article textarea').dispatchEvent("
        "new ClipboardEvent('paste', {clipboardData: put, bubbles: true, cancelable: true})); })()"
    )


ROWS = "[...document.querySelectorAll('.lists fieldset:first-child textarea')].map((row) => row.value)"
"""What stands in the first list."""
