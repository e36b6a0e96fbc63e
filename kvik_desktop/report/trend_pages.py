"""The trend in one reader's language: the figure, the table beside it, and what must be said of it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from reportlab.graphics.shapes import Drawing

from kvik_desktop.action_plan.trend import Course, Occasion, Point, Trend
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.model_package.comparing import Comparison, Difference, Level, Measure
from kvik_desktop.report.figures.pen import Pen
from kvik_desktop.report.figures.trend import Join, Panel, Stop, TrendWords, trend
from kvik_desktop.report.words import LABELS, METHODS
from kvik_desktop.report.writing import NOTHING, Data, Writer, mean_words

LETTERS = "abcdefghij"
NEWEST = 6
"""So many evaluations have room in the figure: the newest."""


def newest(found: Trend) -> Trend:
    """The newest evaluations of a trend that is longer than the figure has room for."""
    first = max(0, len(found.occasions) - NEWEST)
    if not first:
        return found

    def cut(course: Course) -> Course:
        return Course(course.key, course.block, course.name, course.points[first:])

    return Trend(
        found.occasions[first:],
        found.steps[first:],
        tuple(map(cut, found.blocks)),
        tuple(map(cut, found.criteria)),
    )


class TrendTold:
    """What is said and drawn of a trend; the same on the screen, on paper and on the web."""

    def __init__(self, found: Trend, tr: Translator) -> None:
        self.trend = newest(found)
        self.tr = tr
        letters = iter(LETTERS)
        self.letters = tuple("" if step.is_alike else next(letters) for step in self.trend.steps)
        """For each step from one evaluation to the next: what it is called where something is another."""

    @property
    def stops(self) -> tuple[str, ...]:
        """A short name of each evaluation: its year, or its month where two are of the same year."""
        days = [each.day for each in self.trend.occasions]
        for form in ("{0.year}", "{0.month:02}.{0.year}"):
            names = tuple(form.format(day) for day in days)
            if len(set(names)) == len(names):
                return names
        return tuple(f"{name} ({place})" for place, name in enumerate(names, start=1))

    def name(self, course: Course) -> str:
        """What a course is called."""
        if course.is_block:
            return self.tr(LABELS[f"{course.block.value}s"])
        named = course.name.in_language(self.tr.language) if course.name is not None else ""
        return f"{course.key} {named}".strip()

    def drawing(self, pen: Pen, width: float, chosen: str = "") -> Drawing:
        """The figure, as wide as it is to be."""
        legend = self.legend()
        words = TrendWords(self.stops, self.letters, legend)
        panels = [self._panel(course) for course in self.trend.courses]
        joins = [_join(step) for step in self.trend.steps]
        return trend(panels, joins, self.trend.scale, words, pen, width=width, chosen=chosen)

    def _panel(self, course: Course) -> Panel:
        stops = tuple(self._stop(place, point) for place, point in enumerate(course.points))
        return Panel(course.key, self.name(course), course.block, stops)

    def _stop(self, place: int, point: Point | None) -> Stop:
        if point is None:
            return Stop()
        bands = point.bands if self.trend.needs_bands else ()
        value = point.figure.value if self.trend.is_placed(place) else None
        return Stop(value, self._mean(value), bands)

    def _mean(self, value: Fraction | None) -> str:
        return mean_words(value, self.tr)

    # What is said of it

    def legend(self) -> tuple[str, ...]:
        """What the letters, lines and bars of the figure mean."""
        said = [
            f"{letter}: {self.tr(_from_here(step, one, other, self.tr))}"
            for letter, step, (one, other) in zip(
                self.letters, self.trend.steps, pairwise(self.trend.occasions), strict=True
            )
            if letter
        ]
        joins = {_join(step) for step in self.trend.steps}
        if Join.WITH_CARE in joins:
            said.append(self.tr(say("Stiplet streg: sammenlign med forbehold.")))
        if Join.APART in joins:
            said.append(self.tr(say("Uden streg: tallene kan ikke sammenlignes.")))
        if self.trend.needs_bands:
            said.append(self.tr(_BARS))
        return tuple(said)

    def notes(self) -> tuple[str, ...]:
        """What every comparison must say."""
        few = () if len(self.trend.occasions) > 1 else (_ONE,)
        return tuple(self.tr(text) for text in (*few, _CARE))

    def heads(self) -> tuple[str, ...]:
        """The headings of the table's columns of figures."""
        return self.stops

    def facts(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the table that say what each evaluation is: title, model, method, answers."""
        tr, found = self.tr, self.trend.occasions
        return (
            (tr(say("Evaluering")), *(each.title for each in found)),
            (tr(say("Godkendt")), *(tr.date(each.day) for each in found)),
            (tr(say("Model")), *(_edition(each, tr) for each in found)),
            (tr(say("Metode")), *(tr(METHODS[each.edition.method]) for each in found)),
            (tr(say("Har svaret")), *(str(each.answered) for each in found)),
            (tr(say("Efterprøvet")), *(tr(_looked_into(each)) for each in found)),
        )

    def evaluations(self) -> tuple[str, ...]:
        """The same of each evaluation in a line."""
        tr = self.tr
        return tuple(
            tr(
                say(
                    "{stop}: {title}, {model}, {method}. {n} har svaret. {looked}.",
                    stop=stop,
                    title=each.title,
                    model=_edition(each, tr),
                    method=METHODS[each.edition.method],
                    n=each.answered,
                    looked=_looked_into(each),
                )
            )
            for stop, each in zip(self.stops, self.trend.occasions, strict=True)
        )

    def row(self, course: Course) -> tuple[str, ...]:
        """A course in the table: its name and each evaluation's mean on its own scale."""
        return (self.name(course), *(self.cell(place, point) for place, point in enumerate(course.points)))

    def cell(self, place: int, point: Point | None) -> str:
        """A mean; where its scale is not the axis', that is said."""
        if point is None or point.figure.value is None:
            return NOTHING
        mean = self._mean(point.figure.value)
        return mean if self.trend.is_placed(place) else self.tr(say("{mean} af 5", mean=mean))

    def described(self) -> str:
        """All figures in words, for those who do not see them."""
        return "; ".join(
            f"{self.name(course)}: "
            + ", ".join(
                f"{stop} {self.cell(place, point)}"
                for place, (stop, point) in enumerate(zip(self.stops, course.points, strict=True))
            )
            for course in self.trend.courses
        )


_BARS = say(
    "Bjælker: hvor stor en del af delkriterierne der ligger på hvert trin. Et trin på skalaen 0-5 svarer "
    "til et trin på skalaen 0-100, men ikke til et bestemt tal."
)
_ONE = say(
    "Der er kun én godkendt evaluering. Når den næste er godkendt, ser I her, om noget har flyttet sig."
)
_CARE = say(
    "Tallene er det, gruppen blev enig om, ikke målinger. Små forskelle siger ikke noget, heller ikke med "
    "den samme model, for det kan være andre, der har svaret."
)


def _edition(occasion: Occasion, tr: Translator) -> str:
    return f"{occasion.model_name.in_language(tr.language)} {occasion.edition.version}"


def _looked_into(occasion: Occasion) -> Text:
    return say("Valideret ved besøg") if occasion.is_validated else say("Egen vurdering")


def _join(step: Comparison) -> Join:
    if not step.joins:
        return Join.APART
    return Join.ALIKE if step.is_alike else Join.WITH_CARE


def _from_here(step: Comparison, one: Occasion, other: Occasion, tr: Translator) -> Text:
    """What is another from one evaluation to the next, and what may be compared all the same."""
    if step.level is Level.NOTHING:
        return say(
            "anden model ({one} → {other}); de to kan ikke sammenlignes.",
            one=_edition(one, tr),
            other=_edition(other, tr),
        )
    what = ", ".join(tr(text) for text in _differences(step, one, other, tr))
    if step.measure is Measure.BANDS:
        return say("{what}; kun andelen på hvert trin kan sammenlignes.", what=what)
    return say("{what}.", what=what)


def _differences(step: Comparison, one: Occasion, other: Occasion, tr: Translator) -> Iterator[Text]:
    if Difference.MODEL in step.differences:
        yield say("anden model ({one} → {other})", one=_edition(one, tr), other=_edition(other, tr))
    if Difference.VERSION in step.differences:
        yield say(
            "ny udgave af modellen ({one} → {other})", one=one.edition.version, other=other.edition.version
        )
    if Difference.METHOD in step.differences:
        was, now = METHODS[one.edition.method], METHODS[other.edition.method]
        yield say("anden metode ({one} → {other})", one=was, other=now)


def trend_page(found: Trend | None, writer: Writer) -> Data | None:
    """The chapter of the report; None where there is nothing to compare with."""
    if found is None or len(found.occasions) < 2:
        return None
    told = TrendTold(found, writer.translate)
    drawing = told.drawing(writer.pen, 470)
    return {
        "picture": writer.picture("trend", drawing, writer.label("trend"), told.described()),
        "head": list(told.heads()),
        "facts": [list(row) for row in told.facts()],
        "rows": [list(told.row(course)) for course in told.trend.courses],
        "notes": list(told.notes()),
    }
