"""What axe-core finds wrong with a page in the browser, by its rules for WCAG and good practice."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from tests.browser import Browser

SOURCE = files("axe_playwright_python").joinpath("axe.min.js")
RUN = """axe.run(document, {resultTypes: ['violations', 'incomplete']}).then((found) => {
  const line = (id, node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`;
  const told = (each) => each.nodes.map((node) => line(each.id, node));
  const unsure = found.incomplete.filter((each) => each.id === 'color-contrast');
  return [...found.violations, ...unsure].flatMap(told);
})"""
"""Contrast that cannot be worked out counts as a fault: nobody would look at it again."""


def load(browser: Browser) -> None:
    """Put axe-core into the page; needed once after each time the page is opened."""
    browser.run(SOURCE.read_text("utf-8"))


def faults(browser: Browser) -> Any:
    """One line for each fault in the page as it stands."""
    return browser.run(RUN)
