"""The page of individual answers in the middle of something, for pictures."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.evaluation.screens.index_rows import FINISH

CODE = "tudse-7"
FILES = (
    "Trivselsmåling april 2026.pdf",
    "Referater fra tavlemøder og beboer- og pårørenderådet, første halvår.txt",
)


def _attach(page: AnsweringPage, *names: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in names]
        for path in paths:
            path.write_bytes(
                b"%PDF-1.7\n" + bytes(1_250_000) if path.suffix == ".pdf" else b"Referat\n" * 400
            )
        assert page.drop(paths)


def with_files(page: AnsweringPage) -> None:
    """Two files beside the answer."""
    assert page.form is not None
    page.form.lists.lists[StatementKind.EVIDENCE].set_texts(("Trivselsmåling, april 2026, 84 % svarede",))
    page.form.written.emit()
    _attach(page, *FILES)


def with_a_refused_file(page: AnsweringPage) -> None:
    """One file, and one that cannot be attached."""
    _attach(page, FILES[0], "Makroer.docm")


def marked(page: AnsweringPage) -> None:
    """An answer that one wants to look at again."""
    assert page.form is not None
    page.form.again.click()


def searching(page: AnsweringPage) -> None:
    """Something is found in the guidance and in what one has written."""
    _search(page, "familie")


def searching_in_vain(page: AnsweringPage) -> None:
    """Nothing is found."""
    _search(page, "kvantemekanik")


def _search(page: AnsweringPage, words: str) -> None:
    page.index.search_wanted.emit()
    assert page.index.search is not None
    page.index.search.field.setText(words)
    page.index.search.field.textEdited.emit(words)


def before_handing_in(page: AnsweringPage) -> None:
    """An answer is missing, and one is marked."""
    marked(page)
    page.show_place("1.2")
    assert page.form is not None
    page.form.score.stairs["score"].clear_score()
    page.show_place(FINISH)


def choosing_a_code(page: AnsweringPage) -> None:
    """Somebody wants a code."""
    page.turn.lock.click()


def changing_a_code(page: AnsweringPage) -> None:
    """Somebody wants another code."""
    _lock(page)
    page.turn.lock.click()


def _lock(page: AnsweringPage) -> str:
    person = page.place.partition("/")[0]
    page.turn.lock.click()
    view = page.door.view
    assert view is not None
    assert view.first is not None
    assert view.second is not None
    for field in (view.first, view.second):
        field.control.setText(CODE)
    view.go_on()
    return person


def at_a_locked_name(page: AnsweringPage) -> None:
    """The code is asked for, and what was written is wrong."""
    person = _lock(page)
    page.leave()
    page.take(person)
    view = page.door.view
    assert view is not None
    assert view.before is not None
    view.before.control.setText("forkert")
    view.go_on()


def forgetting(page: AnsweringPage) -> None:
    """The code is forgotten."""
    person = _lock(page)
    page.leave()
    page.take(person)
    assert page.door.view is not None
    assert page.door.view.forgotten is not None
    page.door.view.forgotten.ask.click()


def after_a_reset(page: AnsweringPage) -> None:
    """A new code is chosen before anything is shown."""
    person = _lock(page)
    page.leave()
    _reset(page, person)
    page.take(person)


def _reset(page: AnsweringPage, person: str) -> None:
    page.take(person)
    assert page.door.view is not None
    assert page.door.view.forgotten is not None
    page.door.view.forgotten.reset.emit("Mette Kjær")


def names_with_codes(page: AnsweringPage) -> None:
    """One is locked, one was reset, one has not handed in."""
    person = _lock(page)
    page.leave()
    others = [row for row in page.who.rows if page.who.rows.index(row) < 2]
    others[0].click()
    other = _lock(page)
    page.leave()
    _reset(page, other)
    assert person != other


def reminding(page: AnsweringPage) -> None:
    """A reminder as text for a mail."""
    page.leave()
    page.foot.secondary[-1].do()
