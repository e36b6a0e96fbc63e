"""Whether a path lies on something that is carried about: a stick, a card, a disk on a wire."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

CARRIED = ("/media/", "/run/media/")
"""Where Linux puts what is plugged in."""

VOLUMES = "/Volumes/"
"""Where macOS does."""

_DRIVE_REMOVABLE = 2
"""What Windows calls such a drive."""

_ESCAPED = {r"\040": " ", r"\011": "\t", r"\012": "\n", r"\134": "\\"}


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system on Linux: where it is seen, and its device as ``8:17``."""

    place: PurePosixPath
    device: str


def is_carried(path: Path) -> bool:
    """Whether the path lies on removable media, as far as the system tells; False where it does not."""
    try:
        real = path.resolve()
        if sys.platform == "win32":
            return is_removable_drive(ctypes.windll.kernel32.GetDriveTypeW(f"{real.drive}\\"))
        if sys.platform == "darwin":
            return str(real).startswith(VOLUMES) and real.stat().st_dev != Path("/").stat().st_dev
        mounts = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
        return is_on_carried_mount(real, read_mounts(mounts.splitlines()), Path("/sys/dev/block"))
    except (OSError, AttributeError):  # a system that does not tell
        return False


def is_removable_drive(kind: int) -> bool:
    """Whether Windows' type of a drive is a removable one."""
    return kind == _DRIVE_REMOVABLE


def read_mounts(lines: Iterable[str]) -> Iterator[Mount]:
    """The mounts in the form of ``/proc/self/mountinfo``."""
    for line in lines:
        fields = line.split(" ")
        if len(fields) > 4:
            yield Mount(PurePosixPath(_unescaped(fields[4])), fields[2])


def is_on_carried_mount(path: PurePath, mounts: Iterable[Mount], devices: Path) -> bool:
    """Whether the innermost mount over the path is of a removable device, or where such are put."""
    over = [mount for mount in mounts if PurePosixPath(path.as_posix()).is_relative_to(mount.place)]
    if not over:
        return False
    mount = max(over, key=lambda each: len(each.place.parts))
    return f"{mount.place}/".startswith(CARRIED) or _is_removable(devices / mount.device)


def _is_removable(device: Path) -> bool:
    """A disk says so itself; a partition lies in the folder of its disk."""
    if not device.exists():
        return False
    real = Path(os.path.realpath(device))
    return any(_says_yes(folder / "removable") for folder in (real, real.parent))


def _says_yes(file: Path) -> bool:
    try:
        return file.read_text("ascii").strip() == "1"
    except (OSError, UnicodeDecodeError):
        return False


def _unescaped(written: str) -> str:
    for escaped, sign in _ESCAPED.items():
        written = written.replace(escaped, sign)
    return written
