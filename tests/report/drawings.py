"""Figures with data of every kind, for the tests that look at all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from reportlab.graphics.shapes import Drawing

from kvik_desktop.action_plan.model import Quadrant
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Language
from kvik_desktop.model_package.model import Block, Method
from kvik_desktop.report.characters import Characters
from kvik_desktop.report.figures.matrix import MatrixWords, Placed, matrix
from kvik_desktop.report.figures.pen import Pen
from kvik_desktop.report.figures.radar import RadarWords, Spoke, radar
from kvik_desktop.report.figures.spread import Marks, Reach, SpreadWords, stair, strip
from kvik_desktop.report.figures.trend import Join, Panel, Stop, TrendWords, trend
from kvik_desktop.report.fonts import Fonts
from kvik_desktop.report.palette import Palette
from tests.report.sample import package

FONTS = Fonts(Resources())
PEN = Pen(Palette.read(Resources()), Characters(FONTS))
DARK = Pen(Palette.read(Resources(), "dark"), Characters(FONTS))
STEPS = ("Intet", "Planlagt", "Udført", "Evalueret", "Justeret", "Lærende")
QUADRANTS = MatrixWords(
    {
        Quadrant.QUICK_WIN: ("Hurtig gevinst", "Stor effekt, til at gå til"),
        Quadrant.STRATEGIC: ("Strategisk indsats", "Stor effekt, kræver tid"),
        Quadrant.FILL_IN: ("Småting", "Lille effekt, hurtigt gjort"),
        Quadrant.RECONSIDER: ("Overvej igen", "Lille effekt, kræver meget"),
    },
    effect="Effekt for brugere og resultater, stor øverst",
    hard="Svært",
    ease="Hvor let er det?",
    easy="Let",
)
SPREAD = Marks(48, Reach(Fraction(25), Fraction(91, 2), Fraction(78)), (0, 1, 3, 2, 1, 0))


def criteria(
    model: str = "kvik", language: Language = "da", values: Sequence[int | None] | None = None, top: int = 100
) -> Drawing:
    """The radar of a shipped model; None is a criterion that was not scored."""
    shown = package(model).criteria
    values = values or [(place * 29 + 31) % (top + 1) for place in range(len(shown))]
    spokes = [
        Spoke(
            each.id,
            each.name.in_language(language),
            Block(each.block),
            None if value is None else Fraction(value),
            "ikke vurderet" if value is None else f"{value},0",
        )
        for each, value in zip(shown, values, strict=True)
    ]
    method = Method.SCALE5 if top == 5 else Method.CLASSICAL
    return radar(spokes, method, RadarWords("Indsatser", "Resultater"), PEN)


def long_names() -> Drawing:
    """The radar of criteria with names of one line, of three, of four, and of one endless word."""
    names = (
        "Ledelse",
        "Samarbejde, ressourcer, arbejdsgange og alt det, der følger med",
        "ord " * 40,
        "x" * 90,
    ) * 3
    spokes = [
        Spoke(str(n), name, Block.ENABLER, Fraction(40 + n), f"4{n},0")
        for n, name in enumerate(names[:9], start=1)
    ]
    return radar(spokes, Method.FINE, RadarWords("Indsatser", "Resultater"), PEN)


def spread_stair(marks: Marks = SPREAD, method: Method = Method.CLASSICAL, pen: Pen = PEN) -> Drawing:
    """The large spread figure."""
    reach = marks.reach
    ends = (str(reach.lowest), f"Median {reach.median}", str(reach.highest)) if reach else ("", "", "")
    return stair(marks, method, SpreadWords(STEPS, *ends), pen)


def placed(places: Sequence[tuple[int, int]]) -> Drawing:
    """The matrix with actions at (effect, ease), numbered from 1."""
    actions = [Placed(number, *place) for number, place in enumerate(places, start=1)]
    return matrix(actions, QUADRANTS, PEN)


def over_time(
    stops: int, *, method: Method = Method.CLASSICAL, pen: Pen = PEN, width: float = 470
) -> Drawing:
    """The trend of a block of each kind and three criteria, with every join, gaps and shares of bands."""
    joins = [(Join.ALIKE, Join.WITH_CARE, Join.APART)[place % 3] for place in range(stops - 1)]
    panels = [
        Panel(key, title, block, tuple(_stop(place, number, method) for place in range(stops)))
        for number, (key, title, block) in enumerate(COURSES)
    ]
    letters = ["" if join is Join.ALIKE else "abcdef"[place] for place, join in enumerate(joins)]
    years = [str(2020 + 2 * place) for place in range(stops)]
    words = TrendWords(years, letters, ("a: anden metode (Ét tal, 0-100 → De seks trin, 0-5).",))
    return trend(panels, joins, method, words, pen, width=width, chosen="3")


COURSES = (
    ("enabler", "Indsatser", Block.ENABLER),
    ("result", "Resultater", Block.RESULT),
    ("3", "3 Medarbejdere", Block.ENABLER),
    ("4", "4 " + "Samarbejde, ressourcer og alt det, der følger med, når man spørger " * 2, Block.ENABLER),
    ("9", "9 Nøgleresultater", Block.RESULT),
)


def _stop(place: int, number: int, method: Method) -> Stop:
    value = (place * 37 + number * 53) % (method.top + 1)
    if (place + number) % 4 == 3:
        return Stop() if number % 2 else Stop(bands=(0, 1, 0, 2, 0, 0))
    return Stop(Fraction(value), f"{value},0", (1, 0, 0, 1, 1, 0))


ALL: dict[str, Callable[[], Drawing]] = {
    "radar": criteria,
    "radar with gaps": lambda: criteria(values=[50, None, 20, 90, None, None, 70, 60, 10]),
    "radar 0-5": lambda: criteria("kvik-kort", top=5),
    "radar with long names": long_names,
    "empty radar": lambda: criteria(values=[None] * 9),
    "stair": spread_stair,
    "dark stair": lambda: spread_stair(pen=DARK),
    "stair 0-5": lambda: spread_stair(Marks(3, Reach(Fraction(1), Fraction(2), Fraction(5))), Method.SCALE5),
    "empty stair": lambda: spread_stair(Marks()),
    "strip": lambda: strip(SPREAD, Method.CLASSICAL, PEN),
    "empty strip": lambda: strip(Marks(), Method.FINE, PEN),
    "matrix": lambda: placed([(4, 4), (4, 4), (1, 2), (3, 1), (2, 3)]),
    "trend of one": lambda: over_time(1),
    "trend of two": lambda: over_time(2),
    "trend of six": lambda: over_time(6),
    "dark trend 0-5": lambda: over_time(3, method=Method.SCALE5, pen=DARK),
    "narrow trend": lambda: over_time(5, width=230),
    "empty matrix": lambda: placed([]),
}
