"""Names in Danish order: æ, ø and å come last, and aa is å."""

from __future__ import annotations

_LAST = str.maketrans({"æ": "{a", "ä": "{b", "ø": "{c", "ö": "{d", "å": "{e"})
"""The brace comes right after z."""


def danish_order(name: str) -> tuple[str, str]:
    """A key that sorts names as a Danish reader looks for them; names that differ only in case stay apart."""
    return name.casefold().replace("aa", "å").translate(_LAST), name
