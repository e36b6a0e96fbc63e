"""The figures of whole sheets, worked out by hand beside each test."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kvik_desktop.model_package.model import Block, Method
from kvik_desktop.model_package.scoring import (
    Figure,
    Rating,
    ScoreSheet,
    band_name,
    band_of,
    band_range,
    compared,
    figure,
    median,
    quantile,
    score,
)
from tests.model_package.material import KORT, KVIK


def classical(**given: int) -> ScoreSheet:
    """A classical sheet: ``s1_1=10`` is 10 for 1.1."""
    return score(KVIK, Method.CLASSICAL, _scores(given))


def _scores(given: dict[str, int]) -> dict[str, Rating]:
    return {name[1:].replace("_", "."): Rating(score=value) for name, value in given.items()}


def test_a_classical_sheet() -> None:
    sheet = classical(
        s1_1=10, s1_2=11, s1_4=30,            # 51/3 = 17; 1.3 could not be judged
        s2_1=31, s2_2=30,                     # 61/2 = 30,5 → 31
        s3_1=50, s3_2=51, s3_3=52,            # 153/3 = 51
        s4_1=70, s4_2=71, s4_3=90,            # 231/3 = 77
        s5_1=100, s5_2=91, s5_3=91,           # 282/3 = 94
        s6_1=33,                              # 33
        s7_1=0, s7_2=1,                       # 0,5 → 1
        s9_1=100, s9_2=99,                    # 99,5 → 100
    )  # fmt: skip
    means = {key: (each.figure.exact, each.figure.rounded) for key, each in sheet.criteria.items()}
    assert means == {
        "1": (17.0, 17), "2": (30.5, 31), "3": (51.0, 51), "4": (77.0, 77), "5": (94.0, 94),
        "6": (33.0, 33), "7": (0.5, 1), "8": (None, None), "9": (99.5, 100),
    }  # fmt: skip
    assert [each.figure.band for each in sheet.criteria.values()] == [1, 2, 3, 4, 5, 2, 0, None, 5]
    counts = {key: (each.scored, each.of) for key, each in sheet.criteria.items()}
    assert counts["1"] == (3, 4)
    assert counts["6"] == (1, 2)
    assert counts["8"] == (0, 2)
    assert sheet.enablers.exact == 53.9  # (17 + 30,5 + 51 + 77 + 94)/5 = 269,5/5
    assert sheet.results.exact == 44.3333  # (33 + 0,5 + 99,5)/3 = 133/3; criterion 8 has no mean
    assert sheet.mean_of_criteria.exact == 50.3125  # (269,5 + 133)/8
    assert sheet.mean_of_subcriteria.exact == 53.2105  # 1011/19 = 53,21052…


def test_a_fine_sheet() -> None:
    sheet = score(
        KVIK,
        Method.FINE,
        {
            "1.1": Rating(plan=50, do=40, check=30, act=20),  # 140/4 = 35
            "1.2": Rating(plan=51, do=50, check=50, act=50),  # 201/4 = 50,25 → 50
            "1.3": Rating(plan=90, do=90, check=90),  # not all phases: not scored
            "1.4": Rating(plan=1, do=0, check=0, act=0),  # 0,25 → 0
            "6.1": Rating(trend=30, target=31),  # 30,5 → 31
            "6.2": Rating(trend=80),  # not scored
            "9.1": Rating(trend=100, target=99),  # 99,5 → 100
        },
    )
    given = {key: (each.exact, each.rounded, each.band) for key, each in sheet.subcriteria.items()}
    assert given["1.1"] == (35.0, 35, 2)
    assert given["1.2"] == (50.25, 50, 2)
    assert given["1.3"] == (None, None, None)
    assert given["1.4"] == (0.25, 0, 0)
    assert given["6.1"] == (30.5, 31, 2)
    assert given["6.2"] == (None, None, None)
    assert given["9.1"] == (99.5, 100, 5)
    assert len(given) == 28
    first = sheet.criteria["1"]
    # (35 + 50,25 + 0,25)/3 = 85,5/3 = 28,5 → 29
    assert (first.figure.exact, first.figure.rounded, first.figure.band) == (28.5, 29, 1)
    assert (first.scored, first.of) == (3, 4)
    assert sheet.enablers.exact == 28.5
    assert sheet.results.exact == 65.0  # (30,5 + 99,5)/2
    assert sheet.mean_of_criteria.exact == 52.8333  # (28,5 + 30,5 + 99,5)/3 = 158,5/3
    assert sheet.mean_of_subcriteria.exact == 43.1  # (85,5 + 30,5 + 99,5)/5 = 215,5/5


def test_a_sheet_on_the_six_steps() -> None:
    given = {"s1_1": 2, "s1_2": 3, "s1_3": 0, "s6_1": 4, "s6_2": 5, "s7_1": 0}
    sheet = score(KVIK, Method.SCALE5, _scores(given))
    leadership, users = sheet.criteria["1"].figure, sheet.criteria["6"].figure
    assert (leadership.exact, leadership.rounded, leadership.band) == (1.6667, 2, 2)  # 5/3
    assert (users.exact, users.rounded, users.band) == (4.5, 5, 5)
    assert sheet.enablers.exact == 1.6667
    assert sheet.results.exact == 2.25  # (4,5 + 0)/2
    assert sheet.mean_of_criteria.exact == 2.0556  # (5/3 + 4,5 + 0)/3 = 2,0555…
    assert sheet.mean_of_subcriteria.exact == 2.3333  # 14/6


def test_nothing_scored_gives_no_figure_at_all() -> None:
    sheet = score(KVIK, Method.CLASSICAL, {})
    figures = [*sheet.subcriteria.values(), sheet.enablers, sheet.results, sheet.mean_of_criteria]
    assert figures == [Figure(None)] * len(figures)
    assert {(each.exact, each.rounded, each.band) for each in figures} == {(None, None, None)}
    assert sheet.mean_of_subcriteria.exact is None


def test_the_fourth_decimal_is_rounded_half_up_not_to_even() -> None:
    enablers = [sub.id for sub in KVIK.subcriteria() if KVIK.block_of(sub.id) is Block.ENABLER][:16]
    given = dict.fromkeys(enablers, Rating(plan=0, do=0, check=0, act=0))
    given["1.1"] = Rating(plan=2, do=0, check=0, act=0)
    # (2/4)/16 = 0,03125: to even it would be 0,0312
    assert score(KVIK, Method.FINE, given).mean_of_subcriteria.exact == 0.0313


@pytest.mark.parametrize(
    ("value", "exact"),
    [
        (Fraction(200, 3), 66.6667),
        (Fraction(100, 3), 33.3333),
        (Fraction(100005, 100000), 1.0001),  # 1,00005
        (Fraction(100004, 100000), 1.0),
        (Fraction(99999995, 1000000), 100.0),
        (Fraction(1, 7), 0.1429),
    ],
)
def test_four_decimals_half_up(value: Fraction, exact: float) -> None:
    assert figure(value, Method.CLASSICAL).exact == exact


EDGES = [
    ("0", 0, 0), ("10", 10, 0), ("10.49", 10, 0), ("10.5", 11, 1), ("11", 11, 1),
    ("30", 30, 1), ("30.49", 30, 1), ("30.4999999999", 30, 1), ("30.5", 31, 2), ("31", 31, 2),
    ("50", 50, 2), ("50.49", 50, 2), ("50.5", 51, 3), ("51", 51, 3),
    ("70", 70, 3), ("70.49", 70, 3), ("70.5", 71, 4), ("71", 71, 4),
    ("90", 90, 4), ("90.49", 90, 4), ("90.5", 91, 5), ("91", 91, 5), ("100", 100, 5),
]  # fmt: skip


@pytest.mark.parametrize(("value", "rounded", "band"), EDGES)
def test_the_band_follows_the_whole_number(value: str, rounded: int, band: int) -> None:
    found = figure(Fraction(value), Method.CLASSICAL)
    assert (found.rounded, found.band) == (rounded, band)


@pytest.mark.parametrize(("value", "band"), [("0.49", 0), ("0.5", 1), ("2.5", 3), ("4.49", 4), ("5", 5)])
def test_on_the_six_steps_the_band_is_the_rounded_step(value: str, band: int) -> None:
    assert figure(Fraction(value), Method.SCALE5).band == band


def test_every_whole_score_lies_in_the_range_of_its_band() -> None:
    for method in Method:
        for whole in range(method.top + 1):
            lowest, highest = band_range(band_of(whole, method), method)
            assert lowest <= whole <= highest
    assert [band_range(band, Method.FINE) for band in range(6)] == [
        (0, 10), (11, 30), (31, 50), (51, 70), (71, 90), (91, 100),
    ]  # fmt: skip
    assert band_range(3, Method.SCALE5) == (3, 3)


def test_the_published_names_of_the_bands() -> None:
    assert [band_name(band, Block.ENABLER) for band in range(6)] == [
        "none", "plan", "do", "check", "act", "pdca",
    ]  # fmt: skip
    assert [band_name(band, Block.RESULT) for band in range(6)] == ["0", "1", "2", "3", "4", "5"]
    assert band_name(None, Block.RESULT) is None


def test_the_short_edition_is_compared_at_the_criteria_of_kvik() -> None:
    given = {
        "k1.1": 5, "k1.2": 2,        # criterion 1: 7/2 = 3,5 of 2 of 3; k1.3 could not be judged
        "k4.1": 1, "k4.2": 2,        # criterion 4: 3/2 = 1,5
        "k4.3": 4,                   # criterion 5: 4, 1 of 2 (k4.4 is missing)
        "k7.1": 3, "k7.2": 5,        # criterion 9 with k8.2: (3 + 5 + 1)/3 = 3
        "k8.2": 1,
    }  # fmt: skip
    ratings = {key: Rating(score=value) for key, value in given.items()}
    figures = compared(KORT, score(KORT, Method.SCALE5, ratings))
    assert set(figures) == {criterion.id for criterion in KVIK.criteria}
    read = {key: (each.figure.exact, each.scored, each.of) for key, each in figures.items()}
    assert read["1"] == (3.5, 2, 3)
    assert read["4"] == (1.5, 2, 2)
    assert read["5"] == (4.0, 1, 2)
    assert read["8"] == (None, 0, 1)
    assert read["9"] == (3.0, 3, 3)


def test_a_model_that_compares_with_no_other_is_read_by_its_own_criteria() -> None:
    sheet = classical(s1_1=10, s6_2=90)
    assert compared(KVIK, sheet) == sheet.criteria


def test_the_median_of_an_even_number_lies_between_the_middle_two() -> None:
    assert median([Fraction(30), Fraction(10), Fraction(25), Fraction(20)]) == Fraction(45, 2)
    assert median([Fraction(7)]) == 7
    assert median([]) is None


def test_quartiles_of_type_seven() -> None:
    # R: quantile(c(15, 20, 35, 40, 50), c(.25, .4, .75)) gives 20, 29, 40
    values = [Fraction(value) for value in (15, 20, 35, 40, 50)]
    shares = [Fraction(1, 4), Fraction(2, 5), Fraction(3, 4)]
    assert [quantile(values, share) for share in shares] == [20, 29, 40]
