"""What the start page needs of the features: loaded after the first picture, in the tasks' thread."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from kvik_desktop.desktop.recent_rows import Facts
from kvik_desktop.desktop.sub_page import SubPage
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.text import Translator
from kvik_desktop.shell.session import Opened

if TYPE_CHECKING:
    from kvik_desktop.storage.recovery import Standing

COMPOSE, LEFT = "kvik_desktop.compose", "kvik_desktop.storage.under_way"
ROOM = "kvik_desktop.desktop"
OPENING = f"{ROOM}.opening"
FACTS = f"{ROOM}.recent_facts"
RECOVERY = f"{ROOM}.recovery_facts"
PAGES = {
    "new": f"{ROOM}.new_page",
    "guide": f"{ROOM}.guide_page",
    "facilitator": f"{ROOM}.facilitator_page",
    "coordinator": f"{ROOM}.coordinator_page",
    "package": f"{ROOM}.package_page",
    "recovery": f"{ROOM}.recovery_page",
    "bring_back": f"{ROOM}.bring_back_page",
}
"""The pages behind the start page: each module has a function ``make``."""
EXAMPLE = f"{ROOM}.example_copy"


def open_kept(kind: str, path: str) -> Opened:
    """Open a file with the features that are loaded only now; see ``opening.open_kept``."""
    opened: Opened = _module(OPENING).open_kept(kind, path)
    return opened


def facts(kind: str, path: str, clock: Clock) -> Facts:
    """What a file says of itself; see ``recent_facts.read``."""
    found: Facts = _module(FACTS).read(kind, path, clock)
    return found


def look(path: Path, clock: Clock) -> Standing:
    """How a file is found, with its backups; see ``recovery_facts.look``."""
    found: Standing = _module(RECOVERY).look(path, clock)
    return found


def copy_example(folder: Path, tr: Translator) -> Path:
    """A new copy of the example school; see ``example_copy.copy_into``."""
    made: Path = _module(EXAMPLE).copy_into(folder, tr)
    return made


def page(name: str) -> Callable[..., SubPage]:
    """What makes one of the pages behind the start page."""
    make: Callable[..., SubPage] = _module(PAGES[name]).make
    return make


def clear_up(clock: Clock) -> None:
    """Remove what a program that was cut off has left half made; see ``storage.under_way``."""
    _module(LEFT).clear(_module(COMPOSE).cabinet(clock))


def load() -> None:
    """Load all of it, so that nobody waits for it later.

    What is loaded stays, so garbage is not searched for in it: that alone would hold up the window for 0.1 s.
    """
    for name in (OPENING, *PAGES.values(), EXAMPLE):
        _module(name)
    if not gc.get_freeze_count():
        gc.freeze()


def _module(name: str) -> ModuleType:
    return importlib.import_module(name)
