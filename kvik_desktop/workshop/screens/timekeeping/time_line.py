"""The line over the board: what is left of the point, pause, and whether one is late."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.bar_button import BarButton
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.workshop.screens.timekeeping.keeper import Keeper
from kvik_desktop.workshop.screens.timekeeping.time_face import TimeFace
from kvik_desktop.workshop.screens.timekeeping.time_words import face_of, late, widest
from kvik_desktop.workshop.timekeeping.model import Going

GAP, ICON = 8, 16


class TimeLine(QWidget):
    """One quiet button until somebody starts the clock. Where room is short its words give way first."""

    wanted = Signal()
    """The user wants to see the day."""

    def __init__(self, ui: Ui, keeper: Keeper) -> None:
        super().__init__()
        self.ui, self._keeper = ui, keeper
        tr = ui.tr
        self.start = BarButton(ui, "clock", tr(say("Start tid")))
        self.face = TimeFace(ui)
        self.toggle = BarButton(ui, "pause", tr(say("Pause")), "Space")
        self._edge = Hairline(ui, vertical=True)
        self.late = Late(ui)
        self._shown = Going.NOT_BEGUN
        self._parts: tuple[QWidget, ...] = (self.start, self.face, self.toggle, self._edge, self.late)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ui.theme.px(GAP))
        for part in self._parts:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._edge.setFixedHeight(ui.theme.px(20))
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for part in self._parts:
            part.hide()
        self.start.clicked.connect(keeper.begin)
        self.toggle.clicked.connect(self._press)
        self.face.clicked.connect(self.wanted)
        keeper.changed.connect(self.show_time)
        keeper.ticked.connect(self._tick)
        self.show_time()

    def show_time(self) -> None:
        """Show what the clock does now."""
        keeper, tr = self._keeper, self.ui.tr
        going, may = keeper.going, not keeper.is_read_only
        begun, self._shown = going is not Going.NOT_BEGUN, going
        self.start.setVisible(keeper.is_known and not begun and may and not keeper.board.is_accepted)
        self.face.setVisible(begun)
        self.toggle.setVisible(begun and may)
        runs = going is Going.RUNNING
        word = say("Pause") if runs else say("Vi begynder igen") if going is Going.HOME else say("Fortsæt")
        self.toggle.set_icon("pause" if runs else "play")
        self.toggle.call(tr(word))
        if begun:
            self._tick()
        self.updateGeometry()
        self._fit()

    def _press(self) -> None:
        if self._keeper.going is Going.HOME:
            self._keeper.begin()
        else:
            self._keeper.toggle()

    def _tick(self) -> None:
        """Only what another second changes."""
        time = self._keeper.time
        left, tr = time.time_left, self.ui.tr
        self.face.show_face(face_of(time, tr), widest(left, tr) if left.going is Going.RUNNING else None)
        said = late(time.forecast)
        self.late.show_words("" if said is None else self.ui.tr(said))
        for part in (self._edge, self.late):
            if part.isHidden() is (said is not None):
                part.setVisible(said is not None)
                self.updateGeometry()
        if time.tally.going is not self._shown:
            self.show_time()  # it has found out that the machine slept

    # Room

    def showEvent(self, event: QShowEvent) -> None:
        """Seconds are counted while they are seen."""
        super().showEvent(event)
        self._keeper.set_seen(True)
        if self._keeper.is_known:
            self.show_time()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees them."""
        super().hideEvent(event)
        self._keeper.set_seen(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words where there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """With all words."""
        return QSize(self._width(short=0), self.ui.theme.px(36))

    def minimumSizeHint(self) -> QSize:
        """With the figure and icons alone."""
        return QSize(self._width(short=3), self.ui.theme.px(36))

    def _width(self, *, short: int) -> int:
        """How wide it is when so many parts have given up their words: late first, then pause, the face."""
        widths = [
            (self.start, self.start.sizeHint().width()),
            (self.face, self.face.width_when(short=short > 2)),
            (self.toggle, self._toggle_width(short=short > 1)),
            (self._edge, 1),
            (self.late, self.late.width_when(short=short > 0)),
        ]
        seen = [width for part, width in widths if not part.isHidden()]
        return sum(seen) + max(len(seen) - 1, 0) * self.ui.theme.px(GAP)

    def _toggle_width(self, *, short: bool) -> int:
        now, is_short = self.toggle.sizeHint().width(), bool(self.toggle.spared)
        return now + (int(is_short) - int(short)) * self._toggle_words

    @property
    def _toggle_words(self) -> int:
        return self.ui.theme.px(GAP) + self.toggle.fontMetrics().horizontalAdvance(self.toggle.text())

    def _fit(self) -> None:
        short = next((given for given in range(3) if self._width(short=given) <= self.width()), 3)
        self.late.set_short(short > 0)
        if bool(self.toggle.spared) is not (short > 1):
            self.toggle.show_words(shown=short <= 1)
        self.face.set_short(short > 2)


class Late(QWidget):
    """That the group is after the plan, in amber, with its clock; never a reproach that blinks."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        picture = QLabel()
        picture.setPixmap(pixmap(ui.theme, "clock", "amber", ICON))
        self._said = QLabel()
        self._said.setProperty("look", "caution")
        row = QHBoxLayout(self)
        row.setContentsMargins(ui.theme.px(GAP), 0, 0, 0)
        row.setSpacing(ui.theme.px(GAP))
        row.addWidget(picture)
        row.addWidget(self._said)

    @property
    def words(self) -> str:
        """What it says."""
        return self._said.text()

    def show_words(self, words: str) -> None:
        """Say it; the same words change nothing."""
        if words != self._said.text():
            self._said.setText(words)
            self.setToolTip(words)
            self.setAccessibleName(words)

    def set_short(self, short: bool) -> None:
        """The clock alone."""
        self._said.setVisible(not short)

    def width_when(self, *, short: bool) -> int:
        """How wide it is with or without words."""
        px = self.ui.theme.px
        words = 0 if short else px(GAP) + self._said.fontMetrics().horizontalAdvance(self._said.text())
        return px(GAP + ICON) + words + px(2)
