"""Bounds on reading a file from anywhere: how large it may be, how much it may hold, how long it may take."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SIZE = 8 * 2**20
"""Bytes of a file; a form of ours is a quarter of a megabyte, and readers add their own to it."""

SECONDS = 10.0
OBJECTS = 50_000
FIELDS = 2_000
PAGES = 200
DEPTH = 6
"""Levels of fields within fields; a form of ours has one, and some readers put one more around it."""


class TooMuchError(Exception):
    """The file asks for more than any form of ours would."""


@contextmanager
def deadline(seconds: float, now: Callable[[], float] = time.monotonic) -> Iterator[None]:
    """Raise TooMuchError from the first call after ``seconds``, wherever in a library the thread may be.

    A library that goes round in a damaged file cannot be asked to stop; but it calls functions, and Python
    tells of each in this thread alone.
    """
    ends = now() + seconds
    before = sys.getprofile()

    def watch(_frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and now() > ends:
            sys.setprofile(before)
            raise TooMuchError("time")

    sys.setprofile(watch)
    try:
        yield
    finally:
        sys.setprofile(before)
