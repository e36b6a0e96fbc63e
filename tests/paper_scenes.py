"""Sheets of paper in the middle of being typed in, for the pictures."""

from __future__ import annotations

from collections.abc import Callable

from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.evaluation.screens.paper_typing import PaperTyping
from kvik_desktop.shell.page import Page


def heap(page: Page) -> PaperTyping:
    """The names: whose sheet is on top."""
    assert isinstance(page, AnsweringPage)
    page.collecting.open_take_in()
    page.collecting.open_type_in()
    return page.collecting.paper


def sheet(*signs: str, texts: bool = False) -> Callable[[Page], object]:
    """The first sheet, with some numbers typed; the empty sign is Enter."""

    def type_in(page: Page) -> None:
        typing = heap(page)
        assert typing.people is not None
        typing.people.rows[1].click()
        assert typing.view is not None
        if typing.entering is not None and typing.entering.cells:
            first = typing.entering.cells[0]
            typing.view.gone_to.emit(first.subcriterion, first.key)
        for sign in signs:
            for key in sign:
                typing.view.signed.emit(key)
        if texts:
            typing.view.open_texts()

    return type_in
