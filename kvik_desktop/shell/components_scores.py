"""On the component page: the stair in all its states, where a score is given, and the answers over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.components_ground import stacked
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.dot_plot import DotPlot
from kvik_desktop.shell.widgets.heat_cells import HeatCell, HeatColumn, HeatRow
from kvik_desktop.shell.widgets.heat_legend import HeatLegend
from kvik_desktop.shell.widgets.heat_map import HeatMap
from kvik_desktop.shell.widgets.quartile_plot import QuartilePlot, Quartiles
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.score_control import Panel, ScoreControl, ScoreValue
from kvik_desktop.shell.widgets.spread_strip import Spread
from kvik_desktop.shell.widgets.stair import Stair

RANGES = ((0, 10), (11, 30), (31, 50), (51, 70), (71, 90), (91, 100))
EFFORTS = ("Intet", "Planlagt", "Udført", "Evalueret", "Justeret", "Lærende")
RESULTS = ("Ikke målt", "Tilbagegang", "Uændret", "Fremgang", "Stor fremgang", "Helt i top")
SENTENCES = (
    "Vi har hverken planlagt eller gjort noget her endnu.",
    "Vi har lagt en plan, men er ikke gået i gang.",
    "Vi har en plan og følger den i det daglige.",
    "Vi følger planen og undersøger, om den virker.",
    "Vi undersøger, om det virker, og retter til bagefter.",
    "Det hele er blevet en vane, og vi lærer også af andre.",
)
PHASES = (("plan", "Planlægge"), ("do", "Udføre"), ("check", "Evaluere"), ("act", "Justere"))
ANSWERS = Spread.of((25, 38, 45, 45, 52, 60, 78))


def hundred(names: Sequence[str] = EFFORTS) -> tuple[Step, ...]:
    """The stair of 0-100."""
    return tuple(Step(*span, name, said) for span, name, said in zip(RANGES, names, SENTENCES, strict=True))


def five() -> tuple[Step, ...]:
    """The stair of 0-5."""
    return tuple(
        Step(n, n, name, said) for n, (name, said) in enumerate(zip(EFFORTS, SENTENCES, strict=True))
    )


def sections(ui: Ui) -> list[tuple[Text, QWidget]]:
    """Titles and what stands under them."""
    found = [
        (say("Trappen"), _stairs(ui)),
        (say("Svaret"), _answers(ui)),
        (say("Svarene over trappen"), _plots(ui)),
        (say("Varmekort"), _heat(ui)),
        (say("Midterste halvdele"), _quartiles(ui)),
    ]
    for _, widget in found:
        widget.setProperty("wide", True)
    return found


def _columns(ui: Ui, cells: Sequence[tuple[Text, QWidget]]) -> QWidget:
    """Two beside each other where there is room, each under what it shows."""
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(ui.theme.px(32))
    grid.setVerticalSpacing(ui.theme.px(16))
    columns = 2 if ui.theme.percent < 150 else 1
    for place, (words, widget) in enumerate(cells):
        caption = ReadingText(ui, ui.tr(words), "small", ink="text-2")
        grid.addWidget(stacked(ui, [caption, widget], 4), place // columns, place % columns)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return whole


def _stairs(ui: Ui) -> QWidget:
    def stair(steps: Sequence[Step], score: int | None = None, *, low: bool = False) -> Stair:
        made = Stair(ui, steps, "Hvor langt er vi?", low=low)
        made.set_score(score)
        return made

    cannot, asleep, fixed = (stair(hundred(), 45) for _ in range(3))
    cannot.set_cannot_judge()
    asleep.setEnabled(False)
    fixed.set_read_only(True)
    return _columns(
        ui,
        [
            (say("Tom: intet gættet på forhånd"), stair(hundred())),
            (say("Valgt, 45: trin til og med Udført er besteget"), stair(hundred(), 45)),
            (say("Kan ikke vurdere: tæller aldrig som 0"), cannot),
            (say("Resultater: samme trappe, andre ord"), stair(hundred(RESULTS), 61)),
            (say("Skala 0-5: seks lige brede trin"), stair(five(), 3)),
            (say("Øverst"), stair(hundred(RESULTS), 100)),
            (say("Kan ikke bruges nu"), asleep),
            (say("Kan kun læses"), fixed),
            (say("Lav, til én fase"), stair(hundred(), 70, low=True)),
            (say("Lav og tom"), stair(hundred(), low=True)),
        ],
    )


def _answers(ui: Ui) -> QWidget:
    def control(panels: Sequence[Panel], *, cannot: bool = False, **scores: int) -> ScoreControl:
        made = ScoreControl(ui, panels)
        made.set_value(ScoreValue(scores, cannot))
        return made

    single = [Panel("score", "", hundred())]
    phases = [Panel(key, name, hundred()) for key, name in PHASES]
    return _columns(
        ui,
        [
            (say("Samlet, 0-100"), control(single, score=45)),
            (say("Intet valgt endnu"), control(single)),
            (say("Skala 0-5"), control([Panel("score", "", five())], score=3)),
            (say("Kan ikke vurdere"), control(single, score=45, cannot=True)),
            (say("Finmasket"), control(phases, plan=70, do=62, check=40, act=24)),
            (say("Finmasket, ikke færdig"), control(phases, plan=70, do=62)),
        ],
    )


def _plots(ui: Ui) -> QWidget:
    def plot(spread: Spread | None = None, agreed: int | None = None) -> tuple[DotPlot, QWidget]:
        made = DotPlot(ui, hundred())
        if spread is not None:
            made.set_spread(spread)
        stair = Stair(ui, hundred(), "Hvad er I enige om?")
        stair.set_score(agreed)
        return made, stacked(ui, [made, stair], 0)

    (bands, over_bands), (hidden, over_hidden) = plot(), plot()
    bands.set_bands((0, 1, 4, 2, 0, 0))
    hidden.set_note(say("Vises ikke: kun {n} svar", n=2))
    return _columns(
        ui,
        [
            (say("Svar, median og enighed på samme akse"), plot(ANSWERS, 48)[1]),
            (say("Lige svar står over hinanden"), plot(Spread.of([60] * 10 + [0, 100]), 60)[1]),
            (say("Kun laveste, højeste og median"), plot(Spread(4, 30, 66, 45))[1]),
            (say("Kun hvor mange på hvert trin"), over_bands),
            (say("For få til at vise"), over_hidden),
            (say("Ingen svar"), plot()[1]),
        ],
    )


def _heat(ui: Ui) -> QWidget:
    heat = HeatMap(ui, say("Sammenligning"), say("Kriterium"))
    groups = (("Dagtilbud", 18), ("Skole", 9), ("Ældre", 8), ("Social", 4), ("Alle", 39))
    columns = [HeatColumn(name, f"n = {many}", name == "Alle") for name, many in groups]
    rows = [
        HeatRow("1", "Lederskab", (_cell(62), _cell(58), _cell(66), _cell(None), _cell(61)), "1"),
        HeatRow(
            "2", "Strategi og planlægning", (_cell(55), _cell(8), _cell(91), _cell(None), _cell(53)), "2"
        ),
        HeatRow("3", "Medarbejdere", (_cell(24), _cell(46), _cell(82), _cell(None), _cell(53, "n 35")), "3"),
    ]
    heat.set_table(columns, rows)
    heat.set_key("2")
    heat.setFixedHeight(ui.theme.px(200))
    return stacked(ui, [heat, HeatLegend(ui, hundred())])


def _quartiles(ui: Ui) -> QWidget:
    plot = QuartilePlot(ui)
    groups = [
        Quartiles("Dagtilbud", "n = 18", "median 58, midterste halvdel 47-66", 58, (47, 66)),
        Quartiles("Skole", "n = 9", "median 46", 46),
        Quartiles("Social", "færre end 5", "Vises ikke, så ingen kan kendes på tallene"),
    ]
    plot.set_groups(groups, hundred())
    return plot


def _cells(*scores: int | None) -> tuple[HeatCell, ...]:
    return tuple(_cell(score) for score in scores)


def _cell(score: int | None, note: str = "") -> HeatCell:
    if score is None:
        return HeatCell("under 5")
    step = next(place for place, (_, high) in enumerate(RANGES) if score <= high)
    return HeatCell(str(score), step, note)
