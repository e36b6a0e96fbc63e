"""The coordinator's office for pictures and access: made-up towns on disk, and the window on one of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from kvik_desktop import compose
from kvik_desktop.desktop import coordinator
from kvik_desktop.desktop.opening import open_kept
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.session import Opened
from tests.central.material import NOW
from tests.central.town import TownHall, busy

DATABASE = "central.db"


def _nothing(folder: Path) -> TownHall:
    """A database somebody has just made: no list, and nothing received."""
    folder.mkdir(parents=True)
    return TownHall(folder, size=1)


def _waiting(folder: Path) -> TownHall:
    """No list yet, but one who wants to be known."""
    hall = _nothing(folder)
    hall.take([hall.newcomer()])
    return hall


TOWNS: Mapping[str, Callable[[Path], TownHall]] = {"tom": _nothing, "venter": _waiting, "travl": busy}
"""How a town is made, by its name; ``travl`` has its list and key beside the database."""


def town(name: str, templates: Path, folder: Path) -> Path:
    """A town of its own for one scene: made once among the templates and copied; the way to its database."""
    template = templates / f"koordinator-{name}"
    if not template.exists():
        hall = TOWNS[name](template)
        hall.database.close()
    copy = folder / "koordinator"
    shutil.copytree(template, copy)
    return copy / DATABASE


def open_then(kind: str, path: str) -> Opened:
    """As the program opens it; a coordinator's database on the day its town was made for."""
    if kind != "coordinator":
        return open_kept(kind, path)
    database = compose.open_central(f"sqlite:///{path}", FixedClock(NOW))
    return Opened(database, coordinator.workspace())
