"""On the component page: lists one writes in, chooses from and sorts, the matrix, timeline and pages."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.components_ground import stacked
from kvik_desktop.shell.components_scores import ANSWERS, hundred
from kvik_desktop.shell.look.marks import program_mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice_delegate import ChoiceItem
from kvik_desktop.shell.widgets.choice_list import ChoiceList
from kvik_desktop.shell.widgets.four_step import FourStep
from kvik_desktop.shell.widgets.matrix import Matrix, Placed
from kvik_desktop.shell.widgets.matrix_field import MatrixWords, Quadrant
from kvik_desktop.shell.widgets.page_preview import PagePreview
from kvik_desktop.shell.widgets.short_list import ShortList
from kvik_desktop.shell.widgets.spread_strip import Spread
from kvik_desktop.shell.widgets.statement_delegate import Statement
from kvik_desktop.shell.widgets.statement_list import StatementList
from kvik_desktop.shell.widgets.timeline import Timeline
from kvik_desktop.shell.widgets.timeline_lanes import TimelineBar

WORDS = MatrixWords(
    quick=Quadrant("Hurtig gevinst", "Stor effekt, til at gå til"),
    strategic=Quadrant("Strategisk indsats", "Stor effekt, kræver tid"),
    small=Quadrant("Småting", "Lille effekt, hurtigt gjort"),
    again=Quadrant("Overvej igen", "Lille effekt, kræver meget"),
    effect="Effekt for beboere og resultater",
    ease="Hvor let er det?",
    hard="Svært",
    easy="Let",
    hint="Vælg et område, og tryk 1-4 for effekt og Skift+1-4 for lethed.",
)
CELLS = ((4, 3), (3, 4), (3, 3), (4, 4), (4, 1), (3, 2), (2, 4), (1, 1), (4, 3), (4, 3), (4, 3), (4, 3))
BARS = (
    TimelineBar("1", "Trivselstal på tavlemødet", date(2026, 11, 22), date(2027, 1, 15), "active"),
    TimelineBar("2", "Aften og nat", date(2027, 1, 1), date(2027, 2, 1)),
    TimelineBar("3", "Beboerråd hver anden måned", date(2027, 1, 22), date(2027, 3, 1), hint=True),
    TimelineBar("4", "Ét sted at skrive om beboeren", date(2027, 8, 1), date(2028, 10, 1), hint=True),
    TimelineBar("5", "Nye nøgler", date(2026, 10, 8), date(2026, 11, 15), "done"),
)


def sections(ui: Ui) -> list[tuple[Text, QWidget]]:
    """Titles and what stands under them."""
    timeline = _timeline(ui)
    timeline.setProperty("wide", True)
    return [
        (say("Korte lister"), _short(ui)),
        (say("Udsagn"), _statements(ui)),
        (say("Kriterier"), _criteria(ui)),
        (say("Dagsorden"), _agenda(ui)),
        (say("Effekt og lethed"), _matrix(ui)),
        (say("Sider"), _pages(ui)),
        (say("Tidslinje"), timeline),
    ]


def _short(ui: Ui) -> QWidget:
    empty, some, fixed = (ShortList(ui, "Styrker", "Hvad gør vi godt?", "trend") for _ in range(3))
    some.set_texts(["Alle kan sætte punkter på tavlemødet, og der bliver fulgt op", *map(str, range(2, 9))])
    fixed.set_texts(["Nye kolleger har en fast makker"])
    fixed.set_read_only(True)
    return stacked(ui, [empty, some, fixed], 24)


def _statements(ui: Ui) -> QWidget:
    made, empty = (
        StatementList(ui, "Styrker", say("Ingen skrev noget her. Spørg: Hvad har vi at vise frem?"))
        for _ in range(2)
    )
    texts = ("Alle kan sætte punkter på tavlemødet", "Nye kolleger har en fast makker, som de kan spørge")
    made.set_statements(
        [
            Statement(str(place), text, 5 - place, 3 if place == 0 else 1)
            for place, text in enumerate([*texts, "Vagtplanen lægges sammen med os", "Fjerde", "Femte"])
        ]
    )
    return stacked(ui, [made, empty], 24)


def _criteria(ui: Ui) -> QWidget:
    made = ChoiceList(ui, say("Kriterier"))
    made.set_items(
        [
            ChoiceItem("1", "Lederskab", "1", trailing="4/4"),
            ChoiceItem("3", "Medarbejdere", "3", trailing="2/3", strong=True),
            ChoiceItem("3.1", "Planlægge og udvikle medarbejderressourcer", "3.1", "answered", level=1),
            ChoiceItem("3.2", "Kompetencer", "3.2", "cannot-judge", second="Kan ikke vurdere", level=1),
            ChoiceItem("3.3", "Inddragelse og trivsel", "3.3", "in-progress", level=1),
            ChoiceItem("4", "Partnerskaber og ressourcer", "4", trailing="0/6"),
        ]
    )
    made.set_chosen("3.3")
    made.setFixedHeight(ui.theme.px(300))
    return made


def _agenda(ui: Ui) -> QWidget:
    made = ChoiceList(ui, say("Dagsorden"), steps=hundred())
    together = Spread.of((55, 58, 60, 61, 66))
    made.set_items(
        [
            ChoiceItem("done", "Afgjort", mark="settled", trailing="4", opened=False),
            ChoiceItem("talk", "Skal drøftes", trailing="2", heading=True),
            ChoiceItem("3.3", "Inddragelse og trivsel", "3.3", "large-disagreement", spread=ANSWERS),
            ChoiceItem(
                "7.1", "Medarbejderes oplevelse", "7.1", "some-disagreement",
                second="Mangler begrundelse", second_ink="amber", spread=Spread(4, 30, 66, 45),
            ),
            ChoiceItem("rest", "Kan tages samlet", trailing="1", heading=True),
            ChoiceItem("1.3", "Motivere, støtte og gå foran", "1.3", "together", spread=together),
        ]
    )  # fmt: skip
    made.set_chosen("3.3")
    empty = ChoiceList(ui, say("Dagsorden"), empty=say("Der er ikke noget på dagsordenen endnu."))
    made.setFixedHeight(ui.theme.px(300))
    empty.setFixedHeight(ui.theme.px(64))
    return stacked(ui, [made, empty], 16)


def _matrix(ui: Ui) -> QWidget:
    made, empty = Matrix(ui, WORDS), Matrix(ui, WORDS)
    letters = "ABCDEFGHIJKL"
    made.set_areas(
        [
            Placed(letter, letter, f"Område {letter}", *cell)
            for letter, cell in zip(letters, CELLS, strict=True)
        ]
    )
    made.set_chosen("B")
    scales = [FourStep(ui, "Effekt") for _ in range(3)]
    for step, scale in zip((3, 4, 0), scales, strict=True):
        scale.set_step(step)
    for one in (made, empty):
        one.setFixedHeight(ui.theme.px(420))
    return stacked(ui, [made, stacked(ui, scales, 0), empty], 24)


def _pages(ui: Ui) -> QWidget:
    made, empty = PagePreview(ui, "Rapporten"), PagePreview(ui, "Rapporten")
    made.set_pages([_page(ui)] * 3)
    made.go_to(2)
    made.setFixedHeight(ui.theme.px(360))
    empty.setFixedHeight(ui.theme.px(160))
    return stacked(ui, [made, empty], 24)


def _page(ui: Ui) -> bytes:
    """A sheet with the program's mark on it."""
    image = QImage(420, 594, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawPixmap(40, 40, program_mark(ui.theme, 48))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know no device here
    return bytes(buffer.data().data())


def _timeline(ui: Ui) -> QWidget:
    made, empty = (
        Timeline(ui, say("Tidslinje"), say("Når tiltagene har en start og en frist, ser I dem her."))
        for _ in range(2)
    )
    made.set_plan(BARS, date(2026, 11, 22), date(2028, 9, 1))
    made.set_chosen("2")
    return stacked(ui, [made, empty], 24)
