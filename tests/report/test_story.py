"""The story for Word and the web: all that the typeset report prints, and every figure in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec
import pytest

from kvik_desktop.report.evaluation_document import document
from kvik_desktop.report.story import blocks as b
from kvik_desktop.report.story.evaluation import story
from kvik_desktop.report.story.printed import printed
from tests.report.sample import CREATED
from tests.report.told import KINDS, TYPESETTER, content


def pictures(blocks: Iterable[b.Block]) -> Iterator[str]:
    """The files of all figures in the blocks."""
    for block in blocks:
        match block:
            case b.Picture():
                yield block.file
            case b.Verdict():
                yield block.stair.file
            case b.Table():
                yield from (cell.file for row in block.rows for cell in row if isinstance(cell, b.Picture))


@pytest.mark.parametrize("kind", KINDS)
def test_every_figure_of_the_story_is_among_its_pictures(kind: str) -> None:
    told = story(content(kind, "da"), TYPESETTER, CREATED)
    shown = list(pictures(told.blocks))
    assert len(set(shown)) == len(shown)
    assert set(shown) <= set(told.pictures)
    # The small strip of a subcriterion is the only one left out: here its numbers stand in the table.
    assert all(name.startswith("strip-") for name in set(told.pictures) - set(shown))


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_of_a_table_has_as_many_cells_as_there_are_columns(kind: str) -> None:
    blocks = story(content(kind, "da"), TYPESETTER, CREATED).blocks
    fields = [part for block in blocks if isinstance(block, b.Field) for part in block.body]
    tables = [block for block in (*blocks, *fields) if isinstance(block, b.Table)]
    assert tables
    assert all(len(row) == len(table.columns) for table in tables for row in table.rows)


def test_what_the_typeset_report_gains_must_be_told_here_too() -> None:
    made = document(content("short", "da"), TYPESETTER)
    printed(made)
    with pytest.raises(msgspec.ValidationError):
        printed(replace(made, data={**made.data, "new": "x"}))


def test_the_chapters_are_the_headings_of_the_first_level() -> None:
    told = story(content("full", "da"), TYPESETTER, CREATED)
    names = [heading.text for heading in told.chapters]
    assert names[:4] == ["Sådan læser du rapporten", "Overblik", "Alle delkriterier", "1 Lederskab"]
    assert len(names) == 3 + 9 + 2
