"""Names for new files: made from somebody's own words, good on every system, and not taken."""

from __future__ import annotations

import re
import unicodedata
from itertools import count
from pathlib import Path

from kvik_desktop.foundation.files import is_there

LONGEST = 120
"""Bytes of a name before its ending: room for a backup's date after it, also on old drives."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(\..*)?")
"""Windows keeps these for devices, whatever their ending."""


def file_stem(words: str, otherwise: str) -> str:
    """A file's name without ending, as near to the words as a file on any system may be called.

    What no name may hold becomes a space. Where nothing is left, or Windows means a device by it, the name
    begins with ``otherwise``.
    """
    seen = "".join(sign if sign.isprintable() else " " for sign in unicodedata.normalize("NFC", words))
    plain = " ".join(_FORBIDDEN.sub(" ", seen).split())
    name = _shortened(plain).strip(" .")
    if not name:
        return otherwise
    return f"{otherwise} {name}" if _RESERVED.fullmatch(name) else name


def _shortened(name: str) -> str:
    return name.encode()[:LONGEST].decode(errors="ignore")


def free_path(folder: Path, stem: str, ending: str) -> Path:
    """A path in the folder that nothing has yet: ``navn.kvikdb``, else ``navn 2.kvikdb`` and so on."""
    names = (f"{stem}{'' if number == 1 else f' {number}'}{ending}" for number in count(1))
    return next(path for path in (folder / name for name in names) if not is_there(path))
