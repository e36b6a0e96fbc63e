"""Pages that were typeset once are not typeset again: for tests that look at what stands around them."""

from __future__ import annotations

from datetime import datetime
from functools import cache

import msgspec
import pytest

from kvik_desktop.report.typeset import Document, Typesetter

KEPT = 16
"""So many reports are kept in mind; one is a megabyte or two."""


class Typeset:
    """Knows pages by everything they show but the time of day."""

    def __init__(self) -> None:
        self._known: dict[bytes, list[bytes]] = {}
        self._typeset = Typesetter.pages

    def pages(
        self, typesetter: Typesetter, document: Document, created: datetime, ppi: float = 96
    ) -> list[bytes]:
        """See :meth:`Typesetter.pages`."""
        root = str(typesetter.resources.path("skabeloner"))
        key = msgspec.json.encode((root, document, created.date(), ppi))
        known = self._known.pop(key, None)
        self._known[key] = self._typeset(typesetter, document, created, ppi) if known is None else known
        while len(self._known) > KEPT:
            del self._known[next(iter(self._known))]
        return self._known[key]


@cache
def _typeset() -> Typeset:
    return Typeset()


def typeset_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on, until the test is over."""
    known = _typeset()
    monkeypatch.setattr(
        Typesetter, "pages", lambda self, document, created, ppi=96: known.pages(self, document, created, ppi)
    )
