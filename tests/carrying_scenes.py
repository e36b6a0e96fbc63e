"""A locked copy on its way to a stick and back, for pictures."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.bundle.screens.take_along_page import TakeAlongPage
from kvik_desktop.bundle.taking_along import Opened
from kvik_desktop.desktop.bring_back_page import BringBackPage
from kvik_desktop.shell.page import Page
from kvik_desktop.storage.carrying import Edition, Relation

WORDS = "hest batteri hæfteklamme blå"


def written(page: Page) -> None:
    """The passphrase is chosen."""
    assert isinstance(page, TakeAlongPage)
    for field in (page.words.first, page.words.second):
        field.control.setText(WORDS)
        field.control.textEdited.emit(WORDS)


def told(page: BringBackPage, relation: Relation) -> None:
    """The copy is unlocked."""
    steps = ((1, "facilitator", "2026-11-18T13:20:00Z"), (2, "facilitator", "2026-11-20T09:05:00Z"))
    copy, here = Edition("0" * 32, steps, ()), Edition("0" * 32, steps[:1], ())
    if relation is Relation.OLDER:
        copy, here = here, copy
    lies = Path("/hjem/Dokumenter/KVIK/Eksempelskolen.kvikdb")
    page._show(Opened(page._copy, b"", copy, lies, relation, here))
