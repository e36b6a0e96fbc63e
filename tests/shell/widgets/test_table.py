"""A table shows rows of one or two lines, keeps the chosen one by its key, and is copied as a table."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import CELL, KEY, ORDER, Cell, CellModel, TableRow
from kvik_desktop.shell.widgets.table import FITTED, Table

LONG = "Trivselsundersøgelse blandt medarbejderne i hele huset, også aften og nat"
HEADERS = ("Tiltag", "Ansvarlig", "Frist")


def rows(*names: str, second: str = "Planlagt") -> list[TableRow]:
    """Rows with a name, a role and a day."""
    return [
        TableRow(
            name.casefold(),
            [
                Cell(name, second, "not-begun", strong=True),
                Cell("Vælg en", icon="warning", ink="amber"),
                Cell("01.04.2027", right=True, order=20270401 + place),
            ],
        )
        for place, name in enumerate(names)
    ]


@pytest.fixture
def model(qtbot: QtBot, ui: Ui) -> CellModel:
    return CellModel(ui, HEADERS, rows("Tavletid", "Beboerråd", "Nøgler"))


@pytest.fixture
def table(qtbot: QtBot, ui: Ui, model: CellModel) -> Table:
    made = Table(ui, "Handlingsplan")
    qtbot.addWidget(made)
    made.setModel(model)
    made.set_columns(0, 128, 100)
    made.resize(700, 400)
    made.show()
    return made


def test_the_model_is_sound(qtbot: QtBot, model: CellModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(rows("Én", "To"))
    model.set_rows([])
    assert tester.model() is model


def test_a_cell_gives_its_parts(model: CellModel) -> None:
    name, due = model.index(0, 0), model.index(0, 2)
    assert name.data() == "Tavletid"
    assert name.data(Qt.ItemDataRole.AccessibleTextRole) == "Ikke begyndt, Tavletid, Planlagt"
    assert name.data(KEY) == "tavletid"
    assert isinstance(name.data(CELL), Cell)
    assert (name.data(ORDER), due.data(ORDER)) == ("Tavletid", 20270401)
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Frist"


def test_a_mark_alone_has_its_word_as_tooltip_and_name(qtbot: QtBot, ui: Ui) -> None:
    model = CellModel(ui, ["Afgørelse"], [TableRow(1, [Cell(mark="rejected")])])
    index = model.index(0, 0)
    spoken, tip = index.data(Qt.ItemDataRole.AccessibleTextRole), index.data(Qt.ItemDataRole.ToolTipRole)
    assert (spoken, tip) == ("Afvist", "Afvist")


def test_a_screen_reader_meets_a_table_with_a_name(table: Table) -> None:
    spoken = QAccessible.queryAccessibleInterface(table)
    assert spoken.role() == QAccessible.Role.Table
    assert spoken.text(QAccessible.Text.Name) == "Handlingsplan"


def test_a_row_is_chosen_and_told(table: Table) -> None:
    told: list[object] = []
    table.chosen.connect(told.append)
    table.set_key("beboerråd")
    assert (table.key, told) == ("beboerråd", ["beboerråd"])
    table.set_key("findes ikke")
    assert (table.key, told) == (None, ["beboerråd", None])


def test_the_choice_stays_when_the_same_rows_say_something_else(table: Table, model: CellModel) -> None:
    table.set_key("beboerråd")
    model.set_rows(rows("Tavletid", "Beboerråd", "Nøgler", second="I gang"))
    assert table.key == "beboerråd"
    assert model.index(1, 0).data(CELL).second == "I gang"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens(qtbot: QtBot, table: Table, key: Qt.Key) -> None:
    table.set_key("nøgler")
    with qtbot.waitSignal(table.opened, timeout=0) as told:
        QTest.keyClick(table, key)
    assert told.args == ["nøgler"]


def test_a_double_click_opens(qtbot: QtBot, table: Table) -> None:
    place = table.visualRect(table.model().index(1, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.opened, timeout=0) as told:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["beboerråd"]


def test_it_is_copied_as_spreadsheets_read_it(table: Table) -> None:
    table.set_key("tavletid")
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "Tiltag\tAnsvarlig\tFrist\nIkke begyndt, Tavletid, Planlagt\tVælg en\t01.04.2027\n"
    )


def test_tabs_and_lines_in_a_cell_do_not_break_the_table(ui: Ui, table: Table, model: CellModel) -> None:
    model.set_rows([TableRow("x", [Cell("En\tto\ntre"), Cell(), Cell()])])
    table.set_key("x")
    assert table.copied().splitlines()[1] == "En to tre\t\t"


def test_hidden_columns_are_not_copied(table: Table) -> None:
    table.setColumnHidden(1, True)
    table.set_key("tavletid")
    assert table.copied().splitlines()[0] == "Tiltag\tFrist"


def heights(table: Table) -> Sequence[int]:
    """Of all rows."""
    return [table.rowHeight(place) for place in range(table.model().rowCount())]


def test_a_row_is_as_high_as_its_words(table: Table, model: CellModel) -> None:
    assert heights(table) == [56, 56, 56]
    model.set_rows(rows("Tavletid", LONG))
    narrow = heights(table)
    assert narrow[0] == 56 < narrow[1]
    table.resize(1200, 400)
    assert heights(table) == [56, 56]
    table.resize(400, 400)
    assert heights(table)[1] > narrow[1]


def test_rows_of_a_very_long_table_are_fitted_when_they_are_seen(table: Table, model: CellModel) -> None:
    model.set_rows(rows(*[f"{place} {LONG}" for place in range(FITTED + 1)]))
    assert heights(table)[0] > 56 == heights(table)[-1]
    table.scrollToBottom()
    assert heights(table)[-1] > 56 == heights(table)[FITTED // 2]
    table.set_key(table.model().index(FITTED // 2, 0).data(KEY))
    assert heights(table)[FITTED // 2] > 56


def test_the_last_row_of_a_very_long_table_is_seen_whole(table: Table, model: CellModel) -> None:
    model.set_rows(rows(*[f"{place} {LONG}" for place in range(FITTED + 1)]))
    table.setCurrentIndex(model.index(FITTED, 0))
    table.scrollTo(table.currentIndex())
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_a_proxy_may_sort_it(qtbot: QtBot, table: Table, model: CellModel) -> None:
    proxy = QSortFilterProxyModel(table)
    proxy.setSortRole(ORDER)
    proxy.setSourceModel(model)
    table.setModel(proxy)
    proxy.sort(2, Qt.SortOrder.DescendingOrder)
    table.set_key("nøgler")
    assert table.currentIndex().row() == 0


def test_the_chosen_row_has_a_bar_and_its_own_surface(ui: Ui, table: Table) -> None:
    table.set_key("beboerråd")
    rect = table.visualRect(table.model().index(1, 0))
    image = table.viewport().grab().toImage()
    assert image.pixelColor(rect.left() + 1, rect.center().y()) == ui.theme.colour("accent")
    assert image.pixelColor(rect.right() - 2, rect.top() + 4) == ui.theme.colour("selected")
    assert image.pixelColor(rect.right() - 2, rect.bottom()) == ui.theme.colour("line")


def test_the_row_under_the_pointer_is_marked(ui: Ui, table: Table) -> None:
    table.set_key("nøgler")
    rect = table.visualRect(table.model().index(0, 0))
    QTest.mouseMove(table.viewport(), rect.center())
    image = table.viewport().grab().toImage()
    assert image.pixelColor(rect.right() - 2, rect.top() + 4) == ui.theme.colour("hover")


def test_the_words_over_a_column_have_room(qtbot: QtBot, ui: Ui) -> None:
    table = Table(ui, "Dagsorden")
    qtbot.addWidget(table)
    table.setModel(CellModel(ui, ("Navn", "Så mange kan ikke vurdere")))
    table.set_columns(0, 40)
    need = QFontMetrics(ui.theme.font("small", 600)).horizontalAdvance("Så mange kan ikke vurdere")
    assert table.columnWidth(1) >= need
