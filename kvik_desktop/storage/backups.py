"""The backups of evaluation files on this computer: made at opening and by command, and always verified."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import msgspec

from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.files import cannot_write, put_in_place, write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.storage import faults
from kvik_desktop.storage.inspection import (
    OK,
    clear_left_over,
    file_id_of,
    inspect,
    journal_of,
    temporary_copy,
)

NEWEST = 10
"""So many of the newest backups are always kept,"""

DAYS = timedelta(days=30)
"""and the last one of each day for so long."""

_NAME = re.compile(r"(\d{8}T\d{6})Z(?:-(\d+))?\.kvikdb")
_INDEX = "where.json"


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified copy; ``created`` is UTC and ``number`` counts those of the same second from 1."""

    path: Path
    created: datetime
    number: int

    @property
    def size(self) -> int:
        """Bytes."""
        return self.path.stat().st_size


class Entry(msgspec.Struct, frozen=True):
    """Where a backup came from: the path of the file then, and the SHA-256 of its bytes."""

    name: str
    path: str
    sha256: str


class Index(msgspec.Struct, frozen=True):
    """What lies in the folder of one file; ``set_aside`` are originals that restoring left elsewhere."""

    entries: tuple[Entry, ...] = ()
    set_aside: tuple[str, ...] = ()


class Backups:
    """The folder of backups, with a folder inside for each file id."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    def of(self, path: Path) -> tuple[Backup, ...]:
        """The backups of the file at ``path``, newest first; found by its id or by where it lay."""
        try:
            found = [backup for folder in self._folders_of(path) for backup in _in_folder(folder)]
        except OSError:  # what cannot be read is no way back
            return ()
        return tuple(sorted(found, key=_age, reverse=True))

    def newest(self, path: Path) -> Backup | None:
        """The backup to go back to: the newest from this very place, else from another copy of the file."""
        backups = self.of(path)
        from_here = (backup for backup in backups if _entry(backup) and _is_from(backup, path))
        return next(from_here, backups[0] if backups else None)

    def last_made(self, path: Path) -> Backup | None:
        """The backup made last from this very place, else from another; by order, as clocks may be wrong."""
        backups = {backup.path: backup for backup in self.of(path)}
        folders = dict.fromkeys(backup.path.parent for backup in backups.values())
        made = [(folder / entry.name, entry) for folder in folders for entry in _read_index(folder).entries]
        known = [(backups[place], entry) for place, entry in reversed(made) if place in backups]
        from_here = (backup for backup, entry in known if entry.path == _place_of(path))
        return next(from_here, known[0][0] if known else None)

    def origin(self, backup: Backup) -> Path | None:
        """Where the file lay of which this is a backup; None where that is not known."""
        entry = _entry(backup)
        return Path(entry.path) if entry else None

    def damaged(self, path: Path) -> Problem:
        """The problem that the file at ``path`` is damaged, with the backup that can replace it."""
        newest = self.newest(path)
        return faults.damaged(path, newest.path if newest else None, newest.created if newest else None)

    def make_if_changed(self, path: Path, file_id: str) -> Backup | None:
        """A backup, unless the newest one holds the very same bytes."""
        newest = self.newest(path)
        entry = newest and _entry(newest)
        if entry and _is_from(newest, path) and entry.sha256 == _sha256(path):
            return None
        return self.make(path, file_id)

    def make(self, path: Path, file_id: str) -> Backup:
        """A verified backup. Raises Problem E_FILE_WRITE where there is no room, E_BACKUP if it fails."""
        folder = self._folder / file_id
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            clear_left_over(folder, ".", self._clock)
            digest = _sha256(path)
            with (
                faults.named(self._folder, lambda: self.damaged(path)),
                temporary_copy(path, folder, ".") as copy,
            ):
                verify(copy, file_id)
                backup = self._place(copy, folder)
        except OSError as error:
            raise cannot_write(self._folder, error) from error
        _write_index(folder, added=Entry(backup.path.name, _place_of(path), digest))
        self._thin_out(folder)
        return backup

    def delete(self, file_id: str) -> None:
        """Delete every backup of the file, and the originals that restoring it left beside it.

        Raises Problem E_FILE_WRITE where they cannot be deleted: then some of them are still there.
        """
        folder = self._folder / file_id
        try:
            if not folder.is_dir():
                return
            for aside in _read_index(folder).set_aside:
                for path in (Path(aside), journal_of(Path(aside))):
                    path.unlink(missing_ok=True)
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()
        except OSError as error:
            raise cannot_write(self._folder, error) from error

    def note_set_aside(self, file_id: str, path: Path) -> None:
        """Remember an original that restoring left beside the file, so that it is deleted with the rest."""
        folder = self._folder / file_id
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write_index(folder, set_aside=_place_of(path))

    def _folders_of(self, path: Path) -> Sequence[Path]:
        """The folder of the file's id; where it cannot be read, those with backups from its place."""
        if not self._folder.is_dir():
            return ()
        file_id = file_id_of(path)
        if file_id is not None:
            own = self._folder / file_id
            return (own,) if own.is_dir() else ()
        place = _place_of(path)
        return [
            folder
            for folder in self._folder.iterdir()
            if any(entry.path == place for entry in _read_index(folder).entries)
        ]

    def _place(self, copy: Path, folder: Path) -> Backup:
        created = self._clock.now().astimezone(UTC)
        taken = [backup.number for backup in _in_folder(folder) if backup.created == created]
        for number in count(max(taken, default=0) + 1):
            ending = "" if number == 1 else f"-{number}"
            path = folder / f"{created:%Y%m%dT%H%M%SZ}{ending}.kvikdb"
            try:
                put_in_place(copy, path, replace=False)
            except Problem:  # another process took the name in this moment
                continue
            return Backup(path, created, number)
        raise AssertionError("numbers do not end")

    def _thin_out(self, folder: Path) -> None:
        backups = sorted(_in_folder(folder), key=_age, reverse=True)
        oldest_day = (self._clock.now() - DAYS).date()
        days = {backup.created.date(): backup for backup in reversed(backups)}
        kept = {*backups[:NEWEST], *(backup for day, backup in days.items() if day >= oldest_day)}
        for backup in backups:
            if backup not in kept:
                backup.path.unlink(missing_ok=True)


def verify(copy: Path, file_id: str | None) -> str:
    """The file id of a copy that is sound. Raises Problem E_BACKUP if it is not, or is of another file."""
    found = inspect(copy)
    if found.integrity != OK or found.file_id is None or file_id not in (None, found.file_id):
        raise Problem(
            "E_BACKUP",
            say("Sikkerhedskopien kunne ikke læses fejlfrit tilbage."),
            say("Prøv igen, eller brug en anden kopi. Selve filen er ikke rørt."),
        )
    return found.file_id


def _in_folder(folder: Path) -> Iterator[Backup]:
    for path in folder.iterdir():
        name = _NAME.fullmatch(path.name)
        if name:
            created = datetime.strptime(name[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
            yield Backup(path, created, int(name[2] or 1))


def _age(backup: Backup) -> tuple[datetime, int]:
    return backup.created, backup.number


def _entry(backup: Backup) -> Entry | None:
    entries = _read_index(backup.path.parent).entries
    return next((entry for entry in entries if entry.name == backup.path.name), None)


def _is_from(backup: Backup | None, path: Path) -> bool:
    entry = backup and _entry(backup)
    return bool(entry and entry.path == _place_of(path))


def _read_index(folder: Path) -> Index:
    try:
        return msgspec.json.decode((folder / _INDEX).read_bytes(), type=Index)
    except (OSError, msgspec.MsgspecError):
        return Index()


def _write_index(folder: Path, added: Entry | None = None, set_aside: str | None = None) -> None:
    index = _read_index(folder)
    entries = [entry for entry in index.entries if (folder / entry.name).exists()]
    aside = [*index.set_aside, *([set_aside] if set_aside else [])]
    new = Index((*entries, *([added] if added else [])), tuple(aside))
    write_atomically(folder / _INDEX, msgspec.json.encode(new))


def _place_of(path: Path) -> str:
    return str(path.resolve())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
