"""Reading and writing whole files so that a crash or a full disk never leaves half a file."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say


def read_limited(path: Path, limit: int, code: str = "E_SIZE") -> bytes:
    """The whole of one regular file of at most ``limit`` bytes, read once.

    Raises Problem E_FILE where it cannot be read, ``code`` where it is not a regular file or too large.
    """
    try:
        # O_NONBLOCK: opening a named pipe must not wait for somebody to write to it.
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
        handle = os.open(path, flags)
    except OSError as error:
        raise cannot_read(path, error) from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise Problem(
            code,
            say("{name} er ikke en almindelig fil.", name=path.name),
            say("Vælg selve filen, ikke en mappe."),
        )
    with os.fdopen(handle, "rb") as file:
        try:
            data = file.read(limit + 1)
        except OSError as error:
            raise cannot_read(path, error) from error
    if len(data) > limit:
        raise Problem(
            code,
            say("{name} er større end {limit} MB.", name=path.name, limit=max(1, limit // 2**20)),
            say("Kontrollér, at det er den rigtige fil. Den er ikke læst."),
        )
    return data


def is_there(path: Path) -> bool:
    """Whether anything has the name, as far as can be seen; opening what cannot be seen tells why."""
    try:
        return path.exists()
    except OSError:  # no access to a folder on the way, or a name that is too long
        return False


def require_free(*paths: Path) -> None:
    """Raise Problem E_FILE_EXISTS where a name is taken."""
    for path in paths:
        if is_there(path):
            raise already_there(path)


def write_atomically(path: Path, data: bytes, *, replace: bool = True, mode: int = 0o644) -> None:
    """Write ``data`` to ``path`` so that the file is either as before or complete, also after a power cut.

    ``mode`` is who may read it, less what the user's umask takes away (0600 for private keys).

    Raises Problem E_FILE_EXISTS when ``replace`` is false and the file is there, E_FILE_WRITE when it
    cannot be written; in both cases what was there before is untouched.
    """
    temporary = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode & ~_umask())
        put_in_place(temporary, path, replace=replace)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def put_in_place(temporary: Path, path: Path, *, replace: bool) -> None:
    """Give a finished temporary file its name, and make the name durable.

    Raises Problem E_FILE_EXISTS when ``replace`` is false and the name is taken.
    """
    if replace:
        temporary.replace(path)
    else:
        _link_or_rename(temporary, path)
    sync_folder(path.parent)


def _link_or_rename(temporary: Path, path: Path) -> None:
    """Take the name only if it is free; a hard link is the one act that does both at once."""
    try:
        os.link(temporary, path)
    except FileExistsError as error:
        raise already_there(path) from error
    except OSError:  # FAT and some network drives have no hard links
        if is_there(path):
            raise already_there(path) from None
        temporary.replace(path)
    else:
        temporary.unlink()


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable, where the system can (Windows does it by itself)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def already_there(path: Path) -> Problem:
    """The problem that a file must not be overwritten."""
    return Problem(
        "E_FILE_EXISTS",
        say("{name} findes allerede.", name=path.name),
        say("Vælg et andet navn, eller flyt det, der ligger der. Det er ikke rørt."),
    )


def cannot_read(path: Path, error: OSError) -> Problem:
    """The problem that a file cannot be read, with the reason in plain words."""
    return Problem(
        "E_FILE",
        say("{name} kan ikke læses: {reason}", name=path.name, reason=_reason(error)),
        say("Kontrollér, at filen findes, og at du må åbne den. Intet er ændret."),
    )


def cannot_write(path: Path, error: OSError) -> Problem:
    """The problem that a file cannot be written, with the reason in plain words."""
    return Problem(
        "E_FILE_WRITE",
        say("{name} kan ikke gemmes: {reason}", name=path.name, reason=_reason(error)),
        say("Vælg en anden mappe, eller skaf plads, og prøv igen. Det, der var gemt før, er der stadig."),
    )


def _reason(error: OSError) -> object:
    reasons = {
        errno.ENOENT: say("mappen eller filen findes ikke."),
        errno.EACCES: say("du har ikke adgang til den."),
        errno.EPERM: say("du har ikke adgang til den."),
        errno.EROFS: say("der kan kun læses fra drevet."),
        errno.ENOSPC: say("der er ikke plads på drevet."),
        errno.EISDIR: say("det er en mappe."),
        errno.ENOTDIR: say("en del af stien er ikke en mappe."),
        errno.ENAMETOOLONG: say("navnet er for langt."),
    }
    return reasons.get(error.errno or 0, say("systemet melder fejl {number}.", number=error.errno or 0))


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
