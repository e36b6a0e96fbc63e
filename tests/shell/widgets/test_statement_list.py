"""Statements are gathered and moved by mouse and by keyboard, and the list only tells what is wanted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.statement_delegate import Statement
from kvik_desktop.shell.widgets.statement_list import StatementList
from kvik_desktop.shell.widgets.statement_view import MIME, StatementView
from tests.shell.widgets.hand import focus

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
Where = QAbstractItemView.DropIndicatorPosition
A, B, C = (
    Statement("a", "Alle er med", 5, 3),
    Statement("b", "Fast makker", 3),
    Statement("c", "Vagtplanen", 2),
)


@pytest.fixture
def gathered(ui: Ui, qtbot: QtBot) -> StatementList:
    made = StatementList(ui, "Styrker", "Ingen skrev noget her.")
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.set_statements([A, B, C])
    return made


@pytest.fixture
def view(gathered: StatementList) -> StatementView:
    focus(gathered.view)
    return gathered.view


@pytest.fixture
def told(gathered: StatementList) -> list[tuple[object, ...]]:
    heard: list[tuple[object, ...]] = []
    gathered.merged.connect(lambda one, other: heard.append(("merged", one, other)))
    gathered.moved.connect(lambda key, place: heard.append(("moved", key, place)))
    gathered.opened.connect(lambda key: heard.append(("opened", key)))
    return heard


Told = list[tuple[object, ...]]


def rect(view: StatementView, place: int) -> QPoint:
    return view.visualRect(view.model().index(place, 0)).center()


def test_m_picks_up_and_m_gathers(view: StatementView, told: Told) -> None:
    for key in (Key.Key_M, Key.Key_Down, Key.Key_Down, Key.Key_M):
        QTest.keyClick(view, key)
    assert told == [("merged", "a", "c")]


def test_enter_gathers_what_is_picked_up(view: StatementView, told: Told) -> None:
    for key in (Key.Key_Down, Key.Key_M, Key.Key_Up, Key.Key_Return):
        QTest.keyClick(view, key)
    assert told == [("merged", "b", "a")]


def test_a_click_gathers_what_is_picked_up(view: StatementView, told: Told) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect(view, 1))
    view.press_m()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect(view, 2))
    assert told == [("merged", "b", "c")]


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_M])
def test_what_is_picked_up_can_be_let_go(
    gathered: StatementList, view: StatementView, told: Told, key: Key
) -> None:
    hint = gathered.findChild(ReadingText)
    assert isinstance(hint, ReadingText)
    QTest.keyClick(view, Key.Key_M)
    assert not hint.isHidden()
    QTest.keyClick(view, key)
    assert hint.isHidden() and told == []


def test_enter_opens_only_what_is_gathered(view: StatementView, told: Told) -> None:
    QTest.keyClick(view, Key.Key_Return)
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Return)
    assert told == [("opened", "a")]


def test_alt_and_arrow_moves_and_stops_at_the_ends(view: StatementView, told: Told) -> None:
    QTest.keyClick(view, Key.Key_Up, ALT)
    QTest.keyClick(view, Key.Key_Down, ALT)
    assert told == [("moved", "a", 1)]


def test_a_click_on_gathered_opens_and_elsewhere_does_not(view: StatementView, told: Told) -> None:
    row = view.visualRect(view.model().index(0, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 10, row.top() + 14))
    assert told == [("opened", "a")]


@pytest.mark.parametrize(
    ("key", "row", "where", "wanted"),
    [
        ("a", 1, Where.OnItem, [("merged", "a", "b")]),
        ("a", 0, Where.OnItem, []),
        ("a", 2, Where.BelowItem, [("moved", "a", 2)]),
        ("a", 2, Where.AboveItem, [("moved", "a", 1)]),
        ("a", 1, Where.AboveItem, []),
        ("c", 0, Where.AboveItem, [("moved", "c", 0)]),
        ("c", 1, Where.BelowItem, []),
        ("a", -1, Where.OnViewport, [("moved", "a", 2)]),
        ("x", 1, Where.OnItem, []),
    ],
)
def test_where_it_falls(
    view: StatementView, told: Told, key: str, row: int, where: Where, wanted: Told
) -> None:
    view.let_fall(key, view.statements.index(row), where)
    assert told == wanted


def test_what_is_dropped_from_elsewhere_is_left_alone(view: StatementView, told: Told) -> None:
    data = QMimeData()
    data.setText("noget tekst")
    view.dropEvent(dropped(view, data))
    assert told == []


def test_a_drop_in_the_room_under_the_rows_moves_to_the_end(view: StatementView, told: Told) -> None:
    data = QMimeData()
    data.setData(MIME, b"a")
    view.dropEvent(dropped(view, data, QPointF(20, 5000)))
    assert told == [("moved", "a", 2)]


def dropped(view: StatementView, data: QMimeData, at: QPointF | None = None) -> QDropEvent:
    return QDropEvent(
        at or QPointF(rect(view, 1)), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip


def test_a_row_is_said_with_how_many_wrote_it(view: StatementView) -> None:
    said = [view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == ["Alle er med, 5 har skrevet det, samlet af 3", "Fast makker, 3 har skrevet det"]


def test_three_are_shown_then_all(gathered: StatementList) -> None:
    more = gathered.findChild(LinkButton)
    assert isinstance(more, LinkButton) and more.isHidden()
    gathered.set_statements([Statement(str(number), "x") for number in range(9)])
    assert more.text() == "Vis 6 til" and gathered.view.model().rowCount() == 3
    more.click()
    assert more.text() == "Vis færre" and gathered.view.model().rowCount() == 9


def test_one_more_than_shown_needs_no_button(gathered: StatementList) -> None:
    gathered.set_statements([Statement(str(number), "x") for number in range(4)])
    assert gathered.view.model().rowCount() == 4


def test_it_is_as_high_as_its_rows(gathered: StatementList, view: StatementView) -> None:
    wide = view.height()
    assert wide == sum(view.visualRect(view.model().index(row, 0)).height() for row in range(3))
    gathered.set_statements([Statement("a", "Et langt udsagn, " * 10)])
    assert view.sizeHint().height() == view.visualRect(view.model().index(0, 0)).height() > 60


def test_read_only_opens_but_changes_nothing(
    gathered: StatementList, view: StatementView, told: Told
) -> None:
    gathered.set_read_only(True)
    for key in (Key.Key_M, Key.Key_Down, Key.Key_M):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Key.Key_Up, ALT)
    QTest.keyClick(view, Key.Key_Up)
    QTest.keyClick(view, Key.Key_Return)
    assert told == [("opened", "a")]
    assert not view.model().index(0, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled


def test_shown_anew_one_stays_where_one_was(gathered: StatementList, view: StatementView) -> None:
    QTest.keyClick(view, Key.Key_Down)
    gathered.set_statements([C, B])
    assert view.currentIndex().row() == 1


def test_the_ring_hides_nothing_of_a_row(gathered: StatementList, view: StatementView) -> None:
    """What is in a row stays as it was; only its edges change."""
    gathered.set_statements([A, B])
    rect = view.visualRect(view.model().index(0, 0))
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    without = view.viewport().grab(rect).toImage()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Key.Key_Home)
    ringed = view.viewport().grab(rect).toImage()
    edge = view.ui.theme.px(4)
    inside = without.rect().adjusted(edge, edge, -edge, -edge)
    assert ringed != without
    assert ringed.copy(inside) == without.copy(inside)
    assert _inks(without) == _inks(without.copy(inside))


def _inks(image: QImage) -> int:
    """How many pixels are neither paper nor hairline."""
    paper = {image.pixel(image.width() // 2, 1), image.pixel(image.width() // 2, image.height() - 1)}
    return sum(image.pixel(x, y) not in paper for x in range(image.width()) for y in range(image.height()))


def test_an_empty_list_says_what_to_do(gathered: StatementList) -> None:
    gathered.set_statements([])
    assert gathered.view.accessibleDescription() == "Ingen skrev noget her."
    assert gathered.view.sizeHint().height() > 20


def test_asking_for_the_height_at_another_width_changes_nothing(
    gathered: StatementList, view: StatementView
) -> None:
    long = Statement("a", "Nye kolleger har en fast makker, som de kan spørge om alt i det første halve år")
    gathered.set_statements([long, B])
    before = [view.visualRect(view.model().index(row, 0)) for row in range(2)]
    assert view.heightForWidth(150) > view.heightForWidth(view.viewport().width())
    view.doItemsLayout()
    assert [view.visualRect(view.model().index(row, 0)) for row in range(2)] == before
    assert view.heightForWidth(view.viewport().width()) == sum(rect.height() for rect in before)
