"""Medians and middle halves stand on the axis of scores; a group that is not shown has no box."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.components_scores import five, hundred
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Axis
from kvik_desktop.shell.widgets.quartile_plot import QuartilePlot, Quartiles

WIDE, NARROW = 404, 180
BOTH = Quartiles("Dagtilbud", "n = 18", "median 58, midterste halvdel 47-66", 58, (47, 66))
MEDIAN = Quartiles("Skole", "n = 9", "median 46", 46)
HIDDEN = Quartiles("Social", "færre end 5", "vises ikke")


@pytest.fixture
def plot(ui: Ui, qtbot: QtBot) -> QuartilePlot:
    made = QuartilePlot(ui)
    qtbot.addWidget(made)
    made.show()
    return made


def seen(plot: QuartilePlot, width: int, *groups: Quartiles) -> QImage:
    """A picture of it with these groups, as high as it wants to be."""
    plot.set_groups(groups, hundred())
    plot.resize(width, plot.heightForWidth(width))
    return plot.grab().toImage()


def columns(plot: QuartilePlot, image: QImage, token: str) -> list[int]:
    """Where a colour fills a place from top to foot of a box: six pixels under each other."""
    wanted, found = plot.ui.theme.colour(token), []
    for x in range(image.width()):
        run = 0
        for y in range(image.height()):
            run = run + 1 if image.pixelColor(x, y) == wanted else 0
            if run == 12:
                found.append(x)
                break
    return found


def test_the_box_is_the_middle_half_and_the_line_the_median(plot: QuartilePlot) -> None:
    image, axis = seen(plot, WIDE, BOTH), Axis(100, WIDE)
    box = columns(plot, image, "heat-2")
    assert abs(box[0] - axis.edge(47)) <= 1
    assert abs(box[-1] + 1 - axis.edge(67)) <= 1
    line = columns(plot, image, "text")
    assert min(line) - 2 <= axis.middle(58) <= max(line) + 2


def test_below_ten_there_is_no_box(plot: QuartilePlot) -> None:
    image = seen(plot, WIDE, MEDIAN)
    assert columns(plot, image, "heat-2") == []
    assert columns(plot, image, "text")


def test_what_is_not_shown_is_said_and_not_drawn(plot: QuartilePlot) -> None:
    image = seen(plot, WIDE, HIDDEN)
    assert columns(plot, image, "heat-2") == columns(plot, image, "text") == []
    assert plot.accessibleName() == "Social, færre end 5: vises ikke"


def test_every_group_is_heard(plot: QuartilePlot) -> None:
    plot.set_groups([BOTH, MEDIAN], hundred())
    assert plot.accessibleName() == (
        "Dagtilbud, n = 18: median 58, midterste halvdel 47-66. Skole, n = 9: median 46"
    )


def test_words_go_under_names_where_there_is_no_room_beside_them(plot: QuartilePlot) -> None:
    plot.set_groups([BOTH], hundred())
    assert plot.heightForWidth(NARROW) > plot.heightForWidth(WIDE)


def test_the_scale_of_five_has_an_axis_of_its_own(plot: QuartilePlot) -> None:
    plot.set_groups([Quartiles("Alle", "n = 12", "median 3, midterste halvdel 2-4", 3, (2, 4))], five())
    plot.resize(WIDE, plot.heightForWidth(WIDE))
    box = columns(plot, plot.grab().toImage(), "heat-2")
    assert abs(box[0] - Axis(5, WIDE).edge(2)) <= 1


def test_nothing_takes_no_room(plot: QuartilePlot) -> None:
    assert plot.heightForWidth(WIDE) == 0
    plot.grab()
