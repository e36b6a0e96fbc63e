"""On the component page: notes, progress, undo, empty state, rows and a table."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kvik_desktop.foundation.problems import Detail, Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.components_ground import stacked
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import Cell, CellModel, TableRow
from kvik_desktop.shell.widgets.empty_state import EmptyState
from kvik_desktop.shell.widgets.note import Note, problem_note
from kvik_desktop.shell.widgets.progress_line import ProgressLine
from kvik_desktop.shell.widgets.row import Row, RowList
from kvik_desktop.shell.widgets.table import Table
from kvik_desktop.shell.widgets.undo_line import UndoLine


def sections(ui: Ui) -> list[tuple[Text, QWidget]]:
    """Titles and what stands under them."""
    return [
        (say("Problem"), _problems(ui)),
        (say("Beskeder"), _notes(ui)),
        (say("Ventetid og fortryd"), _passing(ui)),
        (say("Tabel"), _table(ui)),
        (say("Tom side"), _empty(ui)),
        (say("Indgange"), _ways(ui)),
        (say("Rækker"), _rows(ui)),
    ]


def _problems(ui: Ui) -> QWidget:
    full = Note(
        ui,
        "problem",
        "Filen kunne ikke gemmes på E:",
        "USB-nøglen er fuld. Dine data er i behold i Engblomme 2026.kvikdb. Slet noget på nøglen, eller vælg "
        "et andet sted.",
        [("Vælg et andet sted…", _nothing), ("Prøv igen", _nothing)],
    )
    rows = Problem(
        "E_ANSWERS",
        say("Svarene kan ikke læses"),
        say("Ret linjerne, og hent filen igen. Intet er ændret."),
        [Detail(say("tallet skal være fra 0 til 100"), 4, "score"), Detail(say("ukendt delkriterium"), 9)],
    )
    return stacked(ui, [full, problem_note(ui, rows, closable=True)], 12)


def _notes(ui: Ui) -> QWidget:
    return stacked(
        ui,
        [
            Note(ui, "caution", "Under fem svar", "Fordelingen vises ikke, så ingen kan kendes."),
            Note(ui, "info", "Kun du kan se dine svar", "Til I åbner dem sammen."),
            Note(ui, "done", "Pakken er gemt og læst igennem", closable=True),
        ],
        12,
    )


def _passing(ui: Ui) -> QWidget:
    running = ProgressLine(ui, "Henter 312 pakker")
    running.set_progress(187, 312, "187 færdige, ca. 4 sek.")
    undo = UndoLine(ui)
    undo.offer("Området er slettet")
    undo.timer.stop()
    return stacked(ui, [running, undo], 16)


def _empty(ui: Ui) -> QWidget:
    text = "Begynd med et område fra Hurtig gevinst. Det tager et par minutter."
    return EmptyState(ui, "calendar", "Ingen tiltag endnu", text, "Hent områder fra trin 4")


def _table(ui: Ui) -> QWidget:
    model = CellModel(ui, ["Tiltag", "Ansvarlig", "Frist"], [_line(*line) for line in LINES])
    table = Table(ui, "Handlingsplan")
    model.setParent(table)
    table.setModel(model)
    table.set_columns(0, 128, 100)
    table.set_key("Valgt række")
    table.setMinimumHeight(ui.theme.px(320))
    return table


LINES = (
    ("Almindelig række", "Planlagt · 3.3", "Leder", "15.01.2027"),
    (
        "Trivselsundersøgelse blandt medarbejderne i hele huset",
        "I gang · 7.1",
        "Teamkoordinator",
        "01.02.2027",
    ),
    ("Valgt række", "Planlagt · 4.2", "", "01.04.2027"),
)


def _line(name: str, second: str, who: str, due: str) -> TableRow:
    mark = "in-progress" if second.startswith("I gang") else "not-begun"
    answer = Cell(who) if who else Cell("Vælg en", icon="warning", ink="amber", strong=True)
    return TableRow(name, [Cell(name, second, mark, strong=True), answer, Cell(due, right=True)])


def _ways(ui: Ui) -> QWidget:
    copy = "Du får en kopi med svar, plan og rapport. Intet kan gå galt."
    return RowList(
        ui,
        "Ny her?",
        [
            Row(ui, "Prøv med Eksempelskolen", copy, icon="book", second_size="body", leads=True),
            Row(ui, "Jeg er koordinator", "Modtag pakker.", icon="building", second_size="body", leads=True),
        ],
    )


def _rows(ui: Ui) -> QWidget:
    rows = [
        Row(
            ui, "Plejecenter Engblomme", "Selvevaluering 2026", mark="missing",
            state="7 delkriterier mangler enighed", state_second="3 Konsensus", detail="I dag 13.18",
        ),
        Row(
            ui, "Fjordby Skole", "Selvevaluering 2026", mark="not-begun", state="4 af 9 har afleveret",
            state_second="2 Individuel vurdering", detail="I går",
        ),
        Row(ui, "Børnehuset Tudsen", "KVIK kort 2026", mark="done", detail="18.11.2026"),
        Row(ui, "Bosted Kærhøj", "Filen er flyttet. Find den…", gone=True, detail="02.11.2026"),
    ]  # fmt: skip
    rows[1].setCheckable(True)
    rows[1].setChecked(True)
    found = RowList(ui, "Seneste", rows)
    found.setProperty("wide", True)
    return found


def _nothing() -> None:
    """An example's button does nothing."""
