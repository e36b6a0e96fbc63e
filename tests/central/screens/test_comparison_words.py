"""The caution is said by intention: methods, visits and editions, and nothing that is not so."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from kvik_desktop.central.published.comparison import Cell, Share
from kvik_desktop.central.published.model import Stratum, Table
from kvik_desktop.central.screens import comparison_words as words
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method

TR = Translator()


def table(
    method: Method = Method.CLASSICAL,
    n: int = 8,
    *,
    model: str = "kvik",
    versions: Mapping[str, int] | None = None,
    visits: int = 0,
) -> Table:
    """A table of ``n`` institutions."""
    validations = {"self": n - visits, **({"visit": visits} if visits else {})}
    return Table(Stratum(model, method, 2026), "kvik", n, versions or {"1.2": n}, validations, (), ())


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ([table()], "Alle har vurderet sig selv med samme metode og samme udgave af modellen."),
        (
            [table(n=32, visits=11), table(Method.FINE, 9)],
            "32 har givet ét tal, 9 har vurderet hver fase for sig. De kan ikke regnes sammen og har hver "
            "sin tabel. 11 af 41 er valideret ved besøg, resten har vurderet sig selv.",
        ),
        (
            [table(versions={"1.2": 5, "1.3": 3})],
            "Alle har vurderet sig selv. 2 udgaver af modellen er i brug.",
        ),
        (
            [table(), table(Method.SCALE5, model="kvik-kort")],
            "8 har givet ét tal, 8 har brugt trin 0-5. De kan ikke regnes sammen og har hver sin tabel. Alle "
            "har vurderet sig selv. 2 modeller er i brug.",
        ),
    ],
)
def test_the_caution(tables: list[Table], said: str) -> None:
    assert words.caution(tables, TR) == said


def test_the_facts_of_a_table() -> None:
    short = table(Method.SCALE5, 4, model="kvik-kort", versions={"1.0": 1, "1.1": 3}, visits=2)
    assert [TR(text) for text in words.facts(short, TR)] == [
        "4 institutioner",
        "Modellen: 1 med udgave 1.0, 3 med udgave 1.1",
        "2 af 4 er valideret ved besøg",
        "Kriterierne er den fulde models",
        "For få til at blive vist",
    ]


def test_of_whom_a_row_is() -> None:
    cell = Cell(7, 51, 3)
    assert TR(words.about(cell, table())) == "Median for 7 af 8 institutioner. Alle har vurderet sig selv."
    assert "1 er valideret ved besøg" in TR(words.about(cell, table(visits=1)))
    assert TR(words.about(None, table())) == "Færre end 5 har et tal, der kan vises."


def test_the_middle_half_is_told_only_where_it_is_there() -> None:
    assert TR(words.figures(Cell(9, 46, 2))) == "median 46"
    assert TR(words.figures(Cell(18, 58, 3, 47, 66))) == "median 58, midterste halvdel 47-66"


def test_shares_are_told_by_the_scores_of_their_steps() -> None:
    shares = (Share(0, 2, 40), Share(3, 5, 60))
    told = words.shares(shares, Method.CLASSICAL, TR)
    assert told.replace(words.UNBROKEN, " ") == "Sådan ligger alle: 40 % på 0-50, 60 % på 51-100."
    assert told.count(" ") == 4, "a share is not divided"
    told = words.shares(shares, Method.SCALE5, TR)
    assert told.replace(words.UNBROKEN, " ") == "Sådan ligger alle: 40 % på 0-2, 60 % på 3-5."
    assert words.shares((), Method.CLASSICAL, TR) == ""
