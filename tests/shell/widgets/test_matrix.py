"""Areas are placed by arrow, drag and drop; every mark is a button with its whole story as name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QAccessible, QDragMoveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.matrix import MIME, Matrix, Placed
from kvik_desktop.shell.widgets.matrix_field import MatrixField, MatrixWords, Quadrant
from kvik_desktop.shell.widgets.matrix_mark import MatrixMark
from tests.shell.widgets.hand import focus

Key = Qt.Key
WORDS = MatrixWords(
    quick=Quadrant("Hurtig gevinst", "Stor effekt, til at gå til"),
    strategic=Quadrant("Strategisk indsats", "Stor effekt, kræver tid"),
    small=Quadrant("Småting", "Lille effekt, hurtigt gjort"),
    again=Quadrant("Overvej igen", "Lille effekt, kræver meget"),
    effect="Effekt",
    ease="Hvor let er det?",
    hard="Svært",
    easy="Let",
    hint="Vælg et område.",
)
CELLS = [(effect, ease) for effect in range(1, 5) for ease in range(1, 5)]
Told = list[tuple[object, ...]]


@pytest.fixture
def matrix(ui: Ui, qtbot: QtBot) -> Matrix:
    made = Matrix(ui, WORDS)
    qtbot.addWidget(made)
    made.resize(472, 480)
    made.set_areas([Placed("a", "A", "Aftenvagter", 4, 3), Placed("b", "B", "Trivselstal", 3, 4)])
    return made


@pytest.fixture
def told(matrix: Matrix) -> Told:
    heard: Told = []
    matrix.placed.connect(lambda *what: heard.append(("placed", *what)))
    matrix.taken_away.connect(lambda key: heard.append(("away", key)))
    matrix.chosen.connect(lambda key: heard.append(("chosen", key)))
    return heard


def middle(matrix: Matrix, key: str) -> QPoint:
    return matrix.marks()[key].geometry().center()


@pytest.mark.parametrize("size", [(300, 380), (472, 480), (900, 500)])
def test_no_cell_touches_another_or_a_title(ui: Ui, size: tuple[int, int]) -> None:
    field = MatrixField(ui, WORDS, QSizeF(*size))
    for cell in CELLS:
        rect, quadrant = field.cell(cell), field.quadrant(cell)
        assert quadrant.contains(rect)
        assert rect.top() >= quadrant.top() + field.strip or cell[0] <= 2
        assert rect.bottom() <= quadrant.bottom() - field.strip or cell[0] > 2
        assert field.cell_at(rect.center().toPoint()) == cell
        for other in CELLS:
            if other != cell:
                touching = rect.adjusted(1, 1, -1, -1).intersects(field.cell(other))
                assert not touching


def test_more_effect_is_higher_and_more_ease_is_to_the_right(ui: Ui) -> None:
    field = MatrixField(ui, WORDS, QSizeF(472, 480))
    tops = [field.cell((effect, 1)).top() for effect in (4, 3, 2, 1)]
    lefts = [field.cell((1, ease)).left() for ease in (1, 2, 3, 4)]
    assert tops == sorted(tops) and lefts == sorted(lefts)


def test_a_mark_tells_its_story(matrix: Matrix) -> None:
    interface = QAccessible.queryAccessibleInterface(matrix.marks()["b"])
    assert interface.role() == QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == "B, Trivselstal, effekt 3, lethed 4, Hurtig gevinst"
    assert matrix.accessibleDescription() == "2 områder er placeret"


@pytest.mark.parametrize(
    ("key", "cell"),
    [(Key.Key_Up, None), (Key.Key_Down, (3, 3)), (Key.Key_Left, (4, 2)), (Key.Key_Right, (4, 4))],
)
def test_arrows_move_the_mark_a_cell(
    matrix: Matrix, told: Told, key: Qt.Key, cell: tuple[int, int] | None
) -> None:
    mark = matrix.marks()["a"]
    matrix.set_chosen("a")
    focus(mark)
    QTest.keyClick(mark, key)
    assert told == ([("placed", "a", *cell)] if cell else [])
    assert mark.hasFocus()
    assert matrix.field.cell_at(middle(matrix, "a")) == (cell or (4, 3))


def test_dragging_places_and_a_shaking_hand_does_not(matrix: Matrix, told: Told) -> None:
    matrix.show()
    mark = matrix.marks()["a"]
    start = mark.rect().center()
    QTest.mousePress(mark, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(mark, start + QPoint(2, 1))
    QTest.mouseRelease(mark, Qt.MouseButton.LeftButton, pos=start)
    assert [what for what in told if what[0] == "placed"] == []
    QTest.mousePress(mark, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(mark, start + matrix.field.cell((1, 1)).center().toPoint() - mark.geometry().center())
    QTest.mouseRelease(mark, Qt.MouseButton.LeftButton, pos=start)
    assert told[-1] == ("placed", "a", 1, 1)


def test_dragged_within_its_cell_a_mark_goes_back_to_its_place(matrix: Matrix, told: Told) -> None:
    before = middle(matrix, "a")
    mark = matrix.marks()["a"]
    mark.move(mark.pos() + QPoint(15, 15))
    mark.dropped.emit(mark.geometry().center())
    assert middle(matrix, "a") == before and told == []


def card(key: bytes, mime: str = MIME) -> QMimeData:
    data = QMimeData()
    data.setData(mime, key)
    return data


def test_a_card_is_dropped_into_a_cell(matrix: Matrix, told: Told) -> None:
    data, at = card(b"c"), matrix.field.cell((2, 3)).center()
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    calm = matrix.grab().toImage()
    matrix.dragMoveEvent(QDragMoveEvent(at.toPoint(), Qt.DropAction.CopyAction, data, buttons, none))
    assert matrix.grab().toImage() != calm
    matrix.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, data, buttons, none))
    assert told == [("placed", "c", 2, 3)]
    assert matrix.grab().toImage() == calm


def test_what_is_no_card_is_not_placed(matrix: Matrix, told: Told) -> None:
    data, none = card(b"c", "text/plain"), Qt.KeyboardModifier.NoModifier
    at = QPointF(100, 100)
    matrix.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    assert told == []


def test_delete_takes_away_and_the_page_decides(matrix: Matrix, told: Told) -> None:
    mark = matrix.marks()["b"]
    focus(mark)
    QTest.keyClick(mark, Key.Key_Delete)
    assert told[-1] == ("away", "b") and "b" in matrix.marks()


def test_letters_and_page_keys_go_between_the_marks(matrix: Matrix, told: Told) -> None:
    focus(matrix.marks()["a"])
    QTest.keyClick(matrix.marks()["a"], Key.Key_B)
    assert matrix.marks()["b"].hasFocus()
    QTest.keyClick(matrix.marks()["b"], Key.Key_PageDown)
    assert matrix.marks()["a"].hasFocus()
    assert told[-2:] == [("chosen", "b"), ("chosen", "a")]


def test_a_letter_goes_before_a_shortcut_of_the_same_letter(matrix: Matrix, told: Told) -> None:
    """The projector's B is for the places where no letter means anything."""
    for key in ("B", "C"):
        shortcut = QShortcut(QKeySequence(key), matrix)
        shortcut.activated.connect(lambda key=key: told.append(("shortcut", key)))
    focus(matrix.marks()["a"])
    told.clear()
    QTest.keyClick(matrix.marks()["a"], Key.Key_B)
    QTest.keyClick(matrix.marks()["b"], Key.Key_C)
    assert told == [("chosen", "b"), ("shortcut", "C")]


def test_the_matrix_is_one_tab_stop_at_the_chosen_mark(matrix: Matrix) -> None:
    def stops() -> list[str]:
        return [
            key for key, mark in matrix.marks().items() if mark.focusPolicy() == Qt.FocusPolicy.StrongFocus
        ]

    assert stops() == ["a"]
    matrix.set_chosen("b")
    assert stops() == ["b"]


def crowded(matrix: Matrix, many: int) -> list[Placed]:
    areas = [Placed(str(place), "ABCDEFGH"[place], f"Område {place}", 4, 4) for place in range(many)]
    matrix.set_areas(areas)
    matrix.show()
    return areas


def seen(matrix: Matrix) -> list[str]:
    return [mark.text() for mark in matrix.findChildren(MatrixMark) if mark.isVisible()]


def test_four_stand_side_by_side_without_touching(matrix: Matrix) -> None:
    crowded(matrix, 4)
    discs = [mark.geometry().adjusted(6, 6, -6, -6) for mark in matrix.marks().values()]
    assert not any(one.intersects(other) for one in discs for other in discs if one is not other)
    assert all(matrix.field.cell_at(disc.center()) == (4, 4) for disc in discs)


def test_of_more_than_four_one_says_how_many_and_opens(matrix: Matrix) -> None:
    crowded(matrix, 6)
    assert sorted(seen(matrix)) == ["+3", "A", "B", "C"]
    matrix.set_chosen("5")
    assert sorted(seen(matrix)) == ["+3", "A", "B", "F"]
    (more,) = [mark for mark in matrix.findChildren(MatrixMark) if mark.isVisible() and mark.text() == "+3"]
    assert more.accessibleName() == "3 til samme sted"
    more.click()
    (menu,) = matrix.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["C  Område 2", "D  Område 3", "E  Område 4"]
    menu.actions()[0].trigger()
    assert "C" in seen(matrix)
    menu.close()


def test_how_many_more_there_are_follows_what_is_there(matrix: Matrix) -> None:
    crowded(matrix, 6)
    crowded(matrix, 5)
    assert sorted(seen(matrix)) == ["+2", "A", "B", "C"]
    crowded(matrix, 4)
    assert sorted(seen(matrix)) == ["A", "B", "C", "D"]


def test_shown_anew_a_mark_keeps_focus(matrix: Matrix) -> None:
    focus(matrix.marks()["b"])
    matrix.set_areas([Placed("b", "B", "Trivselstal", 1, 1), Placed("c", "C", "Ny", 1, 2)])
    assert matrix.marks()["b"].hasFocus() and list(matrix.marks()) == ["b", "c"]


def test_an_empty_matrix_says_what_to_do(matrix: Matrix) -> None:
    matrix.set_areas([])
    assert matrix.accessibleDescription() == "Vælg et område."
    assert matrix.marks() == {}
    matrix.grab()
