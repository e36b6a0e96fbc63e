"""The coordinator's office for pictures and access: made-up towns on disk, and the window on one of them."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import msgspec

from kvik_desktop import compose
from kvik_desktop.central import usecases
from kvik_desktop.central.published import usecases as published
from kvik_desktop.cli.benchmarks.packages import CAMPAIGN
from kvik_desktop.desktop import coordinator
from kvik_desktop.desktop.opening import open_kept
from kvik_desktop.envelope import ceremony
from kvik_desktop.envelope.trust_list import Reason, TrustList
from kvik_desktop.foundation.clock import FixedClock, stamp
from kvik_desktop.model_package.model import Method, Sector
from kvik_desktop.shell.session import Opened
from tests.central.material import MODELS, NOW
from tests.central.town import TownHall, busy
from tests.forge import enrolment, key

DATABASE = "central.db"
SIX = (*(sector.value for sector in Sector), "kultur-og-fritid", "sundhed")


def _nothing(folder: Path) -> TownHall:
    """A database somebody has just made: no list, and nothing received."""
    folder.mkdir(parents=True)
    return TownHall(folder, size=1)


def _waiting(folder: Path) -> TownHall:
    """No list yet, but one who wants to be known."""
    hall = _nothing(folder)
    usecases.import_paths(hall.database, hall.files([hall.newcomer()]), MODELS)
    return hall


def _delivered(folder: Path, number: int) -> TownHall:
    """So many have delivered, and nothing has been published."""
    folder.mkdir(parents=True)
    hall = TownHall(folder, size=60)
    hall.settle_in()
    hall.take(hall.packages(range(number)), hall.approved)
    return hall


def _large(folder: Path) -> TownHall:
    """58 in six sectors by two methods; the figures were settled when 40 had come."""
    folder.mkdir(parents=True)
    hall = TownHall(folder, size=60, sectors=SIX)
    hall.settle_in()
    fine = dataclasses.replace(hall, method=Method.FINE)
    hall.take([*hall.packages(range(30)), *fine.packages(range(30, 40))], hall.approved)
    hall.database.do(published.publish, CAMPAIGN)
    hall.take(fine.packages(range(40, 58)), hall.approved)
    return hall


def _eventful(folder: Path) -> TownHall:
    """Keys that are revoked, expired or soon to be, and one institution for which another key asks."""
    hall = busy(folder, 24, 17)
    listed = hall.approved
    ids = [each.institution.id for each in listed.institutions]
    day = timedelta(days=1)
    listed = ceremony.revoke(listed, ids[3], Reason.LOST, NOW - 4 * day, NOW - 4 * day)
    listed = ceremony.revoke(listed, ids[5], Reason.COMPROMISED, NOW - 30 * day, NOW - day)
    listed = _ending(_ending(listed, ids[8], NOW + 20 * day), ids[9], NOW - day)
    impostor = enrolment(key("fremmed"), institution=hall.world.institution(0), campaign=None, audience=None)
    hall.take([impostor], listed)
    (folder / "tillidsliste.kvik").write_bytes(hall.list_bytes(listed))
    return hall


def _ending(listed: TrustList, id_: str, at: datetime) -> TrustList:
    """The same list where a key ends at a time."""
    entry = listed.entry(id_)
    assert entry is not None
    ended = msgspec.structs.replace(entry, keys=(msgspec.structs.replace(entry.newest, expires=stamp(at)),))
    entries = tuple(ended if each is entry else each for each in listed.institutions)
    return msgspec.structs.replace(listed, version=listed.version + 1, institutions=entries)


TOWNS: Mapping[str, Callable[[Path], TownHall]] = {
    "tom": _nothing,
    "venter": _waiting,
    "travl": busy,
    "tre": partial(_delivered, number=3),
    "tolv": partial(_delivered, number=12),
    "stor": _large,
    "broget": _eventful,
}
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
