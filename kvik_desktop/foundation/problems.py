"""What the world got wrong, told as a sentence: what happened, what to do and what is safe.

Anything that is raised and is not a :class:`Problem` is a fault of the program and goes to the crash path.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kvik_desktop.foundation.text import Text


@dataclass(frozen=True, slots=True)
class Detail:
    """One place in the input where something is wrong; ``line`` counts from 1, None where there is none."""

    message: Text
    line: int | None = None
    column: str | None = None


class Problem(Exception):  # noqa: N818  (a problem is the user's word, not an error of ours)
    """A named fault of the world: a stable ``code``, what happened (message), what to do (action)."""

    def __init__(self, code: str, message: Text, action: Text, details: Sequence[Detail] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.action = action
        self.details = tuple(details)
