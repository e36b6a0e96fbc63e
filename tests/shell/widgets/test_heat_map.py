"""The heat map shows every figure in words and colour, hides what it must, and copies as a table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heat_cells import HeatCell, HeatColumn, HeatRow
from kvik_desktop.shell.widgets.heat_map import HeatMap
from tests.shell.widgets.hand import focus

Key = Qt.Key
COLUMNS = (HeatColumn("Skole", "n = 9"), HeatColumn("Social", "n = 6"), HeatColumn("Alle", "n = 41", True))
UNDER = HeatCell("under 5")
ROWS = (
    HeatRow("1", "Lederskab", (HeatCell("58", 3), HeatCell("5", 0), HeatCell("95", 5)), "1"),
    HeatRow("3", "Medarbejdere", (HeatCell("46", 2), UNDER, HeatCell("53", 3, "n 35")), "3"),
)


@pytest.fixture
def heat(ui: Ui, qtbot: QtBot) -> HeatMap:
    made = HeatMap(ui, "Sammenligning", "Kriterium", "Der skal mindst 5 til.")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.set_table(COLUMNS, ROWS)
    made.show()
    return made


@pytest.fixture
def told(heat: HeatMap) -> list[tuple[object, ...]]:
    heard: list[tuple[object, ...]] = []
    heat.chosen.connect(lambda key: heard.append(("chosen", key)))
    heat.opened.connect(lambda key, column: heard.append(("opened", key, column)))
    return heard


def colour(heat: HeatMap, row: int, column: int) -> QColor:
    """Of the field, beside the figure."""
    rect = heat.visualRect(heat.model().index(row, column))
    return heat.viewport().grab().toImage().pixelColor(rect.left() + 8, rect.top() + 8)


@pytest.mark.parametrize(("row", "column", "step"), [(0, 0, 3), (0, 1, 0), (0, 2, 5), (1, 0, 2), (1, 2, 3)])
def test_a_cell_has_the_colour_of_its_step(heat: HeatMap, row: int, column: int, step: int) -> None:
    heat.setCurrentIndex(heat.model().index(-1, -1))
    assert colour(heat, row, column) == heat.ui.theme.colour(f"heat-{step}")


def test_what_is_not_shown_has_no_colour_of_a_step(heat: HeatMap) -> None:
    rect = heat.visualRect(heat.model().index(1, 1)).adjusted(4, 4, -4, -4)
    image = heat.viewport().grab().toImage()
    seen = {image.pixelColor(x, rect.top()).name() for x in range(rect.left(), rect.right())}
    assert not seen & {heat.ui.theme.colour(f"heat-{step}").name() for step in range(1, 6)}
    assert len(seen) > 1, "hatched"


def test_the_table_is_copied_whole(heat: HeatMap) -> None:
    focus(heat)
    QTest.keyClick(heat, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Kriterium\tSkole n = 9\tSocial n = 6\tAlle n = 41",
        "1 Lederskab\t58\t5\t95",
        "3 Medarbejdere\t46\tunder 5\t53 n 35",
    ]


def test_arrows_go_in_the_cells_and_enter_opens(heat: HeatMap, told: list[tuple[object, ...]]) -> None:
    focus(heat)
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Return):
        QTest.keyClick(heat, key)
    assert told[-2:] == [("chosen", "3"), ("opened", "3", 1)]
    assert heat.key == "3"


def test_a_double_click_opens(heat: HeatMap, told: list[tuple[object, ...]]) -> None:
    centre = heat.visualRect(heat.model().index(0, 2)).center()
    QTest.mouseClick(heat.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    QTest.mouseDClick(heat.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert told[-1] == ("opened", "1", 2)


def test_what_the_page_sets_is_silent(heat: HeatMap, told: list[tuple[object, ...]]) -> None:
    focus(heat)
    told.clear()
    heat.set_key("3")
    heat.set_table(COLUMNS, ROWS[::-1])
    assert heat.key == "3" and told == []


def test_shown_anew_one_stays_where_one_was(heat: HeatMap) -> None:
    heat.setCurrentIndex(heat.model().index(1, 2))
    heat.set_table(COLUMNS, ROWS[::-1])
    assert heat.key == "3" and heat.currentIndex().column() == 2
    heat.set_table(COLUMNS[:1], [HeatRow("3", "Medarbejdere", (HeatCell("46", 2),))])
    assert heat.key == "3" and heat.currentIndex().column() == 0


def test_a_screen_reader_hears_what_a_figure_is_of(heat: HeatMap) -> None:
    interface = QAccessible.queryAccessibleInterface(heat)
    assert interface.role() == QAccessible.Role.Table
    cell = heat.model().index(1, 2)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "3 Medarbejdere, Alle n = 41: 53 n 35"


def test_names_stay_in_sight_when_many_groups_scroll(heat: HeatMap) -> None:
    heat.set_table([HeatColumn(str(n)) for n in range(20)], [HeatRow("a", "A", (HeatCell("5", 0),) * 20)])
    assert heat.horizontalScrollBar().maximum() > 0
    names = heat.verticalHeader()
    heat.horizontalScrollBar().setValue(heat.horizontalScrollBar().maximum())
    assert names.isVisible() and names.mapTo(heat, QPoint(0, 0)).x() == 0
    assert names.width() == heat.ui.theme.px(160)


def test_long_names_make_the_row_higher(heat: HeatMap) -> None:
    name = "Planlægge og udvikle medarbejderressourcer i hele kommunen"
    heat.set_table(COLUMNS, [HeatRow("a", name, (UNDER,) * 3)])
    heat.resize(420, 300)
    assert heat.rowHeight(0) > heat.ui.theme.px(44)


def test_a_row_has_a_cell_for_every_column(heat: HeatMap) -> None:
    with pytest.raises(ValueError, match="more or fewer"):
        heat.set_table(COLUMNS, [HeatRow("a", "A", ())])


def test_an_empty_table_says_why(heat: HeatMap) -> None:
    heat.set_table((), ())
    assert heat.accessibleDescription() == "Der skal mindst 5 til."
    assert heat.key == "" and not heat.verticalHeader().isVisible()
    heat.grab()


def test_a_click_on_a_name_goes_to_its_row(heat: HeatMap, told: list[tuple[object, ...]]) -> None:
    names = heat.verticalHeader()
    place = QPoint(20, names.sectionViewportPosition(1) + 5)
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert told[-1] == ("chosen", "3")


def test_long_names_of_groups_take_more_lines(heat: HeatMap) -> None:
    before = heat.horizontalHeader().height()
    heat.set_table([HeatColumn("Forvaltningen for børn og unge", "n = 9"), *COLUMNS[1:]], ROWS)
    assert heat.horizontalHeader().height() > before


def test_groups_are_a_little_narrower_where_all_fit_then(heat: HeatMap) -> None:
    columns = [HeatColumn(f"Gruppe {number}") for number in range(7)]
    rows = [HeatRow("1", "Lederskab", tuple(HeatCell("5", 0) for _ in columns))]
    theme = heat.ui.theme
    heat.resize(theme.px(160 + 16 + 7 * 70), 300)
    heat.set_table(columns, rows)
    assert heat.horizontalHeader().sectionSize(0) == theme.px(70)
    assert not heat.horizontalScrollBar().isVisible()
    heat.resize(theme.px(500), 300)
    assert heat.horizontalHeader().sectionSize(0) == theme.px(76)
    assert heat.horizontalScrollBar().isVisible()


def test_its_height_is_that_of_its_rows(heat: HeatMap) -> None:
    head = heat.horizontalHeader().height()
    rows = [heat.rowHeight(0), heat.rowHeight(1)]
    assert [heat.height_of(number) for number in (1, 2, 9)] == [
        head + rows[0],
        head + sum(rows),
        head + sum(rows),
    ]
