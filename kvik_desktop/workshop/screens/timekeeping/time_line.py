"""The line over the board: what is left of the point, pause, and whether one is late."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
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
        self.start = BarButton(ui, "clock", tr(say("Start uret")))
        self.face = TimeFace(ui)
        self.toggle = BarButton(ui, "pause", tr(say("Pause")), "Space")
        self._edge = Hairline(ui, vertical=True)
        self.late = Late(ui)
        self._shown = Going.NOT_BEGUN
        self._parts: tuple[QWidget, ...] = (self.start, self.face, self.toggle, self._edge, self.late)
        self._wide = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for part in self._parts:
            part.setParent(self)
            part.hide()
        self.start.clicked.connect(keeper.begin)
        self.toggle.clicked.connect(self._press)
        self.face.clicked.connect(self.wanted)
        keeper.changed.connect(self.show_time)
        keeper.ticked.connect(self._second)
        self.show_time()

    def show_time(self) -> None:
        """Show what the clock does now."""
        keeper, tr = self._keeper, self.ui.tr
        going, may = keeper.going, not keeper.is_read_only
        is_over = keeper.is_known and keeper.board.is_accepted
        begun, self._shown = going is not Going.NOT_BEGUN, going
        self.start.setVisible(keeper.is_known and not begun and may and not is_over)
        self.face.setVisible(begun and not is_over)
        self.toggle.setVisible(begun and may and not is_over)
        runs = going is Going.RUNNING
        word = say("Pause") if runs else say("Vi begynder igen") if going is Going.HOME else say("Fortsæt")
        self.toggle.set_icon("pause" if runs else "play")
        self.toggle.call(tr(word))
        if begun:
            self._tick()
        self._grow()

    def _press(self) -> None:
        if self._keeper.going is Going.HOME:
            self._keeper.begin()
        else:
            self._keeper.toggle()

    def _second(self) -> None:
        """Nothing is counted for nobody. It asks itself: the line may outlive the page that it belongs to."""
        if self.isVisible():
            self._tick()

    def _tick(self) -> None:
        """Only what another second changes."""
        time = self._keeper.time
        left, tr = time.time_left, self.ui.tr
        self.face.show_face(face_of(time, tr), widest(left, tr) if left.going is Going.RUNNING else None)
        said, short = late(time.forecast, tr)
        if self.late.show_words(said, short):
            for part in (self._edge, self.late):
                part.setVisible(bool(said))
        self._grow()
        if time.tally.going is not self._shown:
            self.show_time()  # it has found out that the machine slept

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words where there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """With all words."""
        return QSize(self._width(0), self.ui.theme.px(36))

    def minimumSizeHint(self) -> QSize:
        """With the figure and icons alone."""
        return QSize(self._width(4), self.ui.theme.px(36))

    def _seen(self, short: int) -> list[tuple[QWidget, int]]:
        """What is seen, and how wide when so many gave up words: late first, pause, the face, late."""
        widths = (
            (self.start, self.start.sizeHint().width()),
            (self.face, self.face.width_when(short=short > 2)),
            (self.toggle, self._toggle_width(short=short > 1)),
            (self._edge, 1),
            (self.late, self.late.width_when((short > 0) + (short > 3))),
        )
        return [(part, width) for part, width in widths if not part.isHidden()]

    def _width(self, short: int) -> int:
        seen = self._seen(short)
        return sum(width for _, width in seen) + max(len(seen) - 1, 0) * self.ui.theme.px(GAP)

    def _toggle_width(self, *, short: bool) -> int:
        now, is_short = self.toggle.sizeHint().width(), bool(self.toggle.spared)
        return now + (int(is_short) - int(short)) * self._toggle_words

    @property
    def _toggle_words(self) -> int:
        return self.ui.theme.px(GAP) + self.toggle.fontMetrics().horizontalAdvance(self.toggle.text())

    def _grow(self) -> None:
        """The words are longer or fewer than before: tell the bar, and set them anew."""
        wide = self._width(0)
        if wide != self._wide:
            self._wide = wide
            self.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        """Set the parts beside each other without a layout, which would ask the whole bar each time."""
        short = next((given for given in range(4) if self._width(given) <= self.width()), 4)
        self.late.set_short((short > 0) + (short > 3))
        if bool(self.toggle.spared) is not (short > 1):
            self.toggle.show_words(shown=short <= 1)
        self.face.set_short(short > 2)
        left = 0
        for part, width in self._seen(short):
            high = self.ui.theme.px(20) if part is self._edge else part.sizeHint().height()
            part.setGeometry(left, (self.height() - high) // 2, width, high)
            left += width + self.ui.theme.px(GAP)


class Late(QWidget):
    """That the group is after the plan, in amber, with its clock; never a reproach that blinks."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._words = self._short = ""
        self._is_short = 0
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
        return self._words

    def show_words(self, words: str, short: str) -> bool:
        """Say it; False where it is what is said already."""
        if words == self._words:
            return False
        self._words, self._short = words, short
        self._said.setText(self._told(self._is_short))
        self._said.setAccessibleName(words)
        self.setAccessibleName("" if self._told(self._is_short) else words)
        self.setToolTip(words)
        return True

    def _told(self, short: int) -> str:
        return (self._words, self._short, "")[short]

    def set_short(self, short: int) -> None:
        """In all words (0), as short as it can be said (1), or as the clock alone (2)."""
        if short != self._is_short:
            self._is_short = short
            self._said.setText(self._told(short))
            self._said.setVisible(short < 2)
            self.setAccessibleName("" if self._told(short) else self._words)

    def width_when(self, short: int) -> int:
        """How wide it is then."""
        px = self.ui.theme.px
        words = QFontMetrics(self.ui.theme.font("body", 500)).horizontalAdvance(self._told(short))
        return px(GAP + ICON) + (px(GAP) + words if words else 0) + px(2)
