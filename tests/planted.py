"""Words that can be found again: what each participant has written, and where it can be seen."""

from __future__ import annotations

from pathlib import Path


def holding(folder: Path, words: str) -> set[str]:
    """The files below a folder in whose names or bytes the words stand, plain or as JSON writes them."""
    escaped = words.encode("ascii", "backslashreplace")
    return {
        path.name
        for path in folder.rglob("*")
        if path.is_file()
        and (words in path.name or any(sign in path.read_bytes() for sign in (words.encode(), escaped)))
    }
