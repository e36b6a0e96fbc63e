"""The minutes of a status meeting: one page, and the same words in every form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from kvik_desktop.action_plan import editing, follow_up
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.status_meetings import usecases as meetings
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.report.minutes import FORMATS, minutes_pages, write_minutes
from tests.several import Round, Several

SAID = ("Vi venter på <b>svar</b>", "Fast mandagsmøde", "Ny velkomst", "Til alle, der hjalp", "Leder")


@pytest.fixture
def held(tmp_path: Path) -> Iterator[tuple[Several, str]]:
    """A meeting at which something was said of the second action."""
    several = Several(tmp_path, [Round()])
    own, file = several.ids[0], several.file
    second = file.ask(plans.plan, own)[1].action.id
    begun = file.do(meetings.begin, own).value
    file.do(meetings.gone_through, own, second)
    file.do(follow_up.note, own, second, SAID[0])
    file.do(editing.amend, own, second, deadline=date(2021, 1, 15))
    file.do(meetings.finish, own, date(2020, 9, 1), SAID[4], SAID[3])
    yield several, begun.id
    file.close()


def words_in(out: Path) -> str:
    """All that a file says."""
    if out.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(out).pages)
    if out.suffix == ".docx":
        made = docx.Document(BytesIO(out.read_bytes()))
        cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(each.text for each in made.paragraphs), *cells])
    return out.read_text(encoding="utf-8").replace("&lt;", "<").replace("&gt;", ">")


@pytest.mark.parametrize("ending", sorted(set(FORMATS) - {".xlsx"}))
def test_every_form_says_the_same(held: tuple[Several, str], tmp_path: Path, ending: str) -> None:
    several, own = held
    out = tmp_path / f"referat{ending}"
    assert write_minutes(several.file, several.ids[0], own, out, Translator()) == out.stat().st_size
    told = " ".join(words_in(out).split())
    for words in (*SAID, "15.01.2021", "01.09.2020"):
        assert words in told, words


def test_a_workbook_is_written_and_the_same_twice(held: tuple[Several, str], tmp_path: Path) -> None:
    several, own = held
    outs = [tmp_path / f"{name}.xlsx" for name in "ab"]
    for out in outs:
        write_minutes(several.file, several.ids[0], own, out, Translator())
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_it_is_one_page_in_both_languages(held: tuple[Several, str]) -> None:
    several, own = held
    for language in ("da", "en"):
        pages = minutes_pages(several.file, several.ids[0], own, Translator(language), 40)
        assert len(pages) == 1


def test_another_ending_and_the_file_itself_are_refused(held: tuple[Several, str], tmp_path: Path) -> None:
    several, own = held
    with pytest.raises(Problem, match="E_FORMAT_OUT"):
        write_minutes(several.file, several.ids[0], own, tmp_path / "referat.odt", Translator())
    with pytest.raises(Problem, match="E_MEETING"):
        write_minutes(several.file, several.ids[0], "0" * 16, tmp_path / "referat.pdf", Translator())
