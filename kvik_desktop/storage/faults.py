"""What can go wrong with a database file, as problems of the world in plain words."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kvik_desktop.foundation.files import cannot_read, cannot_write
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.storage.lock import Holder

NOT_TEXT = "Could not decode to UTF-8"
"""How Python's driver begins when a text column holds something else; it has no number of its own."""


class DamagedRowError(ValueError):
    """A row holds what this program has never written, such as a status that does not exist."""


@contextlib.contextmanager
def named(path: Path, damaged: Callable[[], Problem], *, opening: bool = False) -> Iterator[None]:
    """Turn the database's own errors into problems; ``damaged`` makes the one for a damaged file.

    While ``opening``, an error without a better name is damage too: a sound file answers what is asked then.
    """
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite complains in words that it found in the damaged file
        if not opening:
            raise
        raise damaged() from error
    except DamagedRowError as error:
        raise damaged() from error
    except (sqlite3.Error, DBAPIError) as error:
        problem = _problem(path, error, damaged)
        if problem is None and not opening:
            raise
        raise problem or damaged() from error


def _problem(path: Path, error: sqlite3.Error | DBAPIError, damaged: Callable[[], Problem]) -> Problem | None:
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return gone(path)
    match code & 0xFF:
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged()
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return busy(path)
        case sqlite3.SQLITE_FULL:
            return cannot_write(path, OSError(errno.ENOSPC, ""))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return read_only_place(path)
        case sqlite3.SQLITE_IOERR:
            return cannot_write(path, OSError(errno.EIO, ""))
        case sqlite3.SQLITE_CANTOPEN:
            return cannot_read(path, OSError(errno.EACCES, ""))
        case _:
            return damaged() if str(original).startswith(NOT_TEXT) else None


def not_ours(path: Path) -> Problem:
    """The file is something else than was expected."""
    return Problem(
        "E_NOT_OURS",
        say("{name} er ikke en fil fra KVIK Desktop.", name=path.name),
        say("Vælg en fil, som KVIK Desktop har lavet. Filen er ikke rørt."),
    )


def newer(path: Path) -> Problem:
    """The file was written by a later version of the program."""
    return Problem(
        "E_FILE_NEWER",
        say("{name} er lavet med en nyere udgave af KVIK Desktop.", name=path.name),
        say("Opdatér programmet, og åbn filen igen. Filen er ikke rørt."),
    )


def older(path: Path) -> Problem:
    """The file must be brought up to date, which cannot be done while it is only read."""
    return Problem(
        "E_FILE_OLDER",
        say("{name} er lavet med en ældre udgave af KVIK Desktop og skal først opdateres.", name=path.name),
        say("Åbn filen fra en mappe, hvor du må gemme, så bliver den opdateret. Filen er ikke rørt."),
    )


def damaged(path: Path, backup: Path | None, made: datetime | None) -> Problem:
    """The file cannot be trusted; names the newest backup where there is one."""
    return Problem(
        "E_DAMAGED",
        say("{name} er beskadiget og kan ikke bruges, som den er.", name=path.name),
        _way_out(backup, made),
    )


def _way_out(backup: Path | None, made: datetime | None) -> Text:
    if backup is None or made is None:
        return say(
            "Der er ingen sikkerhedskopi af filen på denne computer. Brug en kopi fra et andet sted. "
            "Filen er ikke rørt."
        )
    return say(
        "Hent den nyeste sikkerhedskopi tilbage, {backup} fra {made}: vælg Gendan fra sikkerhedskopi i "
        "programmets menu, eller brug kvik doctor FIL --restore. Den beskadigede fil bliver liggende ved "
        "siden af.",
        backup=backup.name,
        made=made.astimezone(),
    )


def busy(path: Path) -> Problem:
    """Another program holds the database in the middle of something."""
    return Problem(
        "E_LOCKED",
        say("{name} bruges lige nu af et andet program.", name=path.name),
        say("Luk det andet program, eller vent et øjeblik, og prøv igen. Det, der var gemt, er der stadig."),
    )


def locked(path: Path, holder: Holder | None) -> Problem:
    """Somebody else has the file open for writing; who is not known in the moment they take the lock."""
    message = (
        say("{name} er åben et andet sted.", name=path.name)
        if holder is None
        else say(
            "{name} har været åben hos {who} siden {since}.",
            name=path.name,
            who=holder.who,
            since=holder.since.astimezone(),
        )
    )
    return Problem(
        "E_LOCKED", message, say("Luk filen dér, og prøv igen. Indtil da kan den læses, men ikke ændres.")
    )


def read_only_place(path: Path) -> Problem:
    """The file or its folder cannot be written."""
    return Problem(
        "E_READ_ONLY",
        say("{name} ligger et sted, hvor der kun kan læses.", name=path.name),
        say("Kopiér filen til en mappe, hvor du må gemme, og åbn kopien. Filen er ikke rørt."),
    )


def gone(path: Path) -> Problem:
    """The file was there when it was opened, and is not any more."""
    return Problem(
        "E_FILE_GONE",
        say("{name} er flyttet eller slettet, mens den var åben.", name=path.name),
        say(
            "Læg filen tilbage, hvor den lå, eller åbn den, hvor den ligger nu. Det, du lige har gjort, er "
            "ikke gemt."
        ),
    )


def unfinished(path: Path, journal: Path) -> Problem:
    """A crash left something half written, and it cannot be rolled back here."""
    return Problem(
        "E_UNFINISHED",
        say("{name} blev ikke lukket rigtigt, og her kan der kun læses.", name=path.name),
        say(
            "Kopiér både {name} og {journal} til en mappe, hvor du må gemme, og åbn kopien. "
            "Alt, der var gemt, er der stadig.",
            name=path.name,
            journal=journal.name,
        ),
    )
