"""Handing out and taking in, for pictures: what a user has done before the shutter."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.handed_out.usecases import hand_out
from kvik_desktop.evaluation.model import Participant, Way
from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.shell.page import Page


def _people(page: Page) -> tuple[str, tuple[Participant, ...]]:
    found: list[Any] = []
    page.desk.ask(evaluations.current).then(found.append)
    page.desk.ask(evaluations.roster, found[0].id).then(found.append)
    return found[0].id, found[1]


def on_paper(page: Page) -> None:
    """Paper is chosen."""
    assert isinstance(page, AnsweringPage)
    page.collecting.hand_out.ways.buttons[Way.PAPER].click()


def given(page: Page) -> None:
    """Some have been given sheets, by two ways."""
    assert isinstance(page, AnsweringPage)
    view = page.collecting.hand_out
    evaluation, people = _people(page)
    folder = page.desk.path.parent / "Skemaer til selvevaluering"
    folder.mkdir()
    paths: list[Path] = []
    for number, person in enumerate(people[:4]):
        way = Way.PDF_FORM if number == 1 else Way.ANSWER_PAGE
        job = partial(
            hand_out, evaluation=evaluation, person=person, way=way, folder=folder, translate=page.ui.tr
        )
        page.desk.run(job).then(paths.append)
    page.collecting.refresh()
    view.people.tick_only(())
    view.show_done(Way.ANSWER_PAGE, paths)
    page.collecting.changed.emit()


def returned(page: Page) -> None:
    """A folder has come back: some files are right, one is foreign, one contradicts what lies here."""
    assert isinstance(page, AnsweringPage)
    _, people = _people(page)
    folder = page.desk.path.parent / "retur"
    folder.mkdir()
    _table(folder / "svar fra Mette.csv", people[0], {"1.1": 35, "1.2": 62})
    _table(folder / "Svar.csv", people[1], {"1.1": 71})
    (folder / "ferieplan 2026.pdf").write_bytes(b"%PDF-1.4\nen anden fil")
    (folder / "liste.csv").write_text(
        "deltager;delkriterium;score\nUkendt;1.1;45\nKaren;17.3;200\n", encoding="utf-8"
    )
    page.collecting.take([folder])


def _table(path: Path, person: Participant, scores: dict[str, int]) -> None:
    rows = [f"{person.name};{name};{score};Vi følger op hver måned" for name, score in scores.items()]
    path.write_text("\n".join(["deltager;delkriterium;score;styrke", *rows]), encoding="utf-8")


def choosing(page: Page) -> None:
    """The one who has answered twice looks at both."""
    returned(page)
    assert isinstance(page, AnsweringPage)
    page.collecting.take_in.cards[0].look.click()
    assert page.collecting.choice is not None
    page.collecting.choice.points[0].choose(file=True)
    page.collecting.changed.emit()
