"""The small types of signed JSON: every text is bounded, every number has a range, every time is UTC."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say

T = TypeVar("T", bound=msgspec.Struct)

MAX_TEXT = 200
"""Characters in a name or title."""

_SEGMENT = r"[a-z0-9][a-z0-9._-]*"
MEMBER_PATH = rf"\A{_SEGMENT}(/{_SEGMENT})*\Z"
"""Names inside a container: ASCII, lower-case, relative, no empty or dotted segment."""

MAX_PATH = 100
MAX_SIZE = 32 * 2**20

_UNSEEN = r"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
"""Characters that hide or turn text around: control codes, line separators, direction marks, BOM."""

Id = Annotated[str, Meta(pattern=r"\A[a-z0-9-]{8,40}\Z")]
Slug = Annotated[str, Meta(pattern=r"\A[a-z0-9-]{1,40}\Z")]
Label = Annotated[str, Meta(min_length=1, max_length=MAX_TEXT, pattern=rf"\A[^{_UNSEEN}]+\Z")]
Release = Annotated[str, Meta(pattern=r"\A[0-9a-zA-Z][0-9a-zA-Z.+-]{0,39}\Z")]
Sha256 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Fingerprint = Annotated[str, Meta(pattern=r"\ASHA256:[A-Za-z0-9+/]{43}\Z")]
KeyLine = Annotated[str, Meta(pattern=r"\Assh-ed25519 [A-Za-z0-9+/]{68}\Z")]
Path = Annotated[str, Meta(max_length=MAX_PATH, pattern=MEMBER_PATH)]
MediaType = Annotated[str, Meta(max_length=100, pattern=r"\A[a-z]+/[a-z0-9.+-]+\Z")]
Size = Annotated[int, Meta(ge=0, le=MAX_SIZE)]
FormatVersion = Annotated[int, Meta(ge=1, le=999)]
Edition = Annotated[int, Meta(ge=1, le=1_000_000)]
GroupSize = Annotated[int, Meta(ge=3, le=100)]
Stamp = Annotated[str, Meta(pattern=r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")]


def moment(stamp: str) -> datetime:
    """The UTC moment of a stamp. Raises ValueError for a date that does not exist (31 February)."""
    found = datetime.fromisoformat(stamp)
    if found.tzinfo is not UTC:
        raise ValueError(f"not UTC: {stamp}")
    return found


def check_stamps(*stamps: str | None) -> None:
    """Raise ValueError unless every stamp that is given is a real moment; for ``__post_init__``."""
    for stamp in stamps:
        if stamp is not None:
            moment(stamp)


def check_sorted(keys: Iterable[str], what: str) -> None:
    """Raise ValueError unless the keys stand in rising order, each once; for ``__post_init__``."""
    listed = list(keys)
    if listed != sorted(set(listed)):
        raise ValueError(f"{what} are not sorted and unique")


def checked(value: T) -> T:
    """The value, once every id and name in it keeps the rules of signed files. Raises Problem E_VALUE."""
    try:
        return msgspec.convert(msgspec.to_builtins(value), type(value))
    except msgspec.ValidationError as error:
        place = re.search(r"\$\.([a-z_.]+)", str(error))
        raise Problem(
            "E_VALUE",
            say("Værdien for {field} kan ikke bruges.", field=place[1] if place else type(value).__name__),
            say(
                "Et id er 8-40 tegn: små bogstaver fra a til z, tal og bindestreg. Et navn er højst 200 tegn "
                "på én linje. Intet er ændret."
            ),
        ) from None
