"""A browser for the tests of one worker, and a tab of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kvik_desktop.foundation.clock import FixedClock
from tests.browser import Browser, Chromium, running
from tests.journey import Journey


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with running(tmp_path_factory.mktemp("chromium")) as found:
        yield found


@pytest.fixture
def browser(chromium: Chromium, tmp_path: Path) -> Iterator[Browser]:
    tab = Browser(chromium, tmp_path / "hentet")
    yield tab
    tab.leave()


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    found = Journey(tmp_path, clock).gather_people()
    yield found
    found.file.close()
