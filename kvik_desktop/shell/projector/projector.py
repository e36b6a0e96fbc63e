"""Whether the projector is on, on which screen, and what it shows; lives as long as the file is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget

from kvik_desktop.shell.page import Asked, Page
from kvik_desktop.shell.projector.neutral_slide import neutral
from kvik_desktop.shell.projector.projection import Projection
from kvik_desktop.shell.projector.projector_window import ProjectorWindow
from kvik_desktop.shell.ui import Ui

Screens = Callable[[], Sequence[QScreen]]


class Projector(QObject):
    """Follows the page that is seen. On a second screen it stands beside the facilitator's window; where
    there is only one it covers that, and the keys that drive the meeting work from there.

    A screen that is plugged out takes nothing along: the facilitator sees the page as before, and the slide
    is back when the screen is. Nothing of it is remembered when the file is closed.
    """

    changed = Signal()
    """On or off, blank or not, another page of the slide."""
    pressed = Signal(str)
    """A key in its window."""

    def __init__(
        self, owner: QObject, home: QWidget, ui: Ui, screens: Screens = QGuiApplication.screens
    ) -> None:
        super().__init__(owner)
        self._home, self._ui, self._screens = home, ui, screens
        self._page: Page | None = None
        self._projection: Projection = neutral("")
        self._window: ProjectorWindow | None = None
        self._frame: QWindow | None = None
        """That of the facilitator's window, while its screen matters."""
        self._is_beside = False
        self._is_waiting = False
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        for come_or_gone in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
            come_or_gone.connect(self._screens_changed)

    # On and off

    @property
    def is_on(self) -> bool:
        """Whether the room sees anything."""
        return self._window is not None

    @property
    def is_blank(self) -> bool:
        """Whether it is on and black."""
        return self._window is not None and self._window.is_blank

    @property
    def is_over(self) -> bool:
        """Whether it covers the facilitator's own window."""
        return self._window is not None and not self._is_beside

    @property
    def window(self) -> ProjectorWindow | None:
        """What the room sees; None while it is off."""
        return self._window

    @property
    def page(self) -> tuple[int, int]:
        """Which of the slide's pages is seen, from 0, and how many it has; none while it is off."""
        slide = self._window.slide if self._window is not None else None
        return (slide.page, slide.pages) if slide is not None else (0, 0)

    def toggle(self) -> None:
        """On or off."""
        self._is_waiting = False
        if self.is_on:
            self._put_out()
        else:
            self._put_on()

    def leave(self) -> None:
        """Off."""
        if self.is_on or self._is_waiting:
            self._is_waiting = False
            self._put_out()

    def blank(self) -> None:
        """Black, or the slide again; nothing while it is off."""
        if self._window is not None:
            self._window.set_blank(blank=not self._window.is_blank)
            self.changed.emit()

    def ask(self, asked: Asked) -> None:
        """Ask the room before something is done unseen."""
        if self._window is not None:
            self._window.ask(asked)

    def withdraw(self) -> None:
        """Ask no more."""
        if self._window is not None:
            self._window.withdraw()

    @property
    def asked(self) -> Asked | None:
        """What the room is asked now."""
        question = self._window.question if self._window is not None else None
        return question.asked if question is not None else None

    def turn(self, step: int) -> None:
        """Another page of the slide."""
        if self._window is not None:
            self._window.turn(step)

    def close(self) -> None:
        """The file is closed: there is nothing to see."""
        self.forget_page()
        self.leave()

    def _put_on(self) -> None:
        self._window = window = ProjectorWindow(self._ui, self._projection)
        window.pressed.connect(self.pressed)
        window.left.connect(self.leave)
        window.turned.connect(self.changed)
        self._frame = self._home.window().windowHandle()
        if self._frame is not None:
            self._frame.screenChanged.connect(self._screens_changed)
        self._place()
        self.changed.emit()

    def _put_out(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            if self._frame is not None:
                self._frame.screenChanged.disconnect(self._screens_changed)
            window.left.disconnect(self.leave)
            window.close()
            window.deleteLater()
            if not self._is_beside:
                self._home.activateWindow()
        self.changed.emit()

    # What it shows

    def dress(self, ui: Ui) -> None:
        """Another language or look, from the next slide on."""
        self._ui = ui

    def follow(self, page: Page, name: str) -> None:
        """Show what this page lets the room see; ``name`` is its step's, for a page that shows nothing."""
        if page is not self._page:
            self.forget_page()
            self._page = page
            page.projected.connect(self._show)
        if not page.projects:
            self._projection = neutral(name)
        self._show()

    def forget_page(self) -> None:
        """The page is to be thrown away; the room sees what it saw until another comes."""
        if self._page is not None:
            self._page.projected.disconnect(self._show)
            self._page = None

    def _show(self) -> None:
        if self._page is not None and self._page.projects and self._page.projection is not None:
            self._projection = self._page.projection
        if self._window is not None:
            self._window.show_projection(self._ui, self._projection)

    # Screens

    def _other_screen(self) -> QScreen | None:
        """One that the facilitator does not look at; a mirrored one lies at the same place as theirs."""
        home = self._home.window().screen()
        others = [each for each in self._screens() if each is not home]
        return next((each for each in others if each.geometry() != home.geometry()), None)

    def _place(self) -> None:
        window, other = self._window, self._other_screen()
        assert window is not None
        self._is_beside = other is not None
        screen = other or self._home.window().screen()
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=self._is_beside)
        window.winId()  # a window that is not made yet has no screen to be put on
        window.windowHandle().setScreen(screen)
        window.setGeometry(screen.geometry())
        window.showFullScreen()
        if not self._is_beside:
            window.show_way_out()
            window.activateWindow()

    def _screens_changed(self) -> None:
        """A slide never comes over the facilitator's window by itself."""
        other = self._other_screen()
        if self._is_waiting and other is not None:
            self._is_waiting = False
            self._put_on()
        elif self._window is not None and other is not None:
            self._place()
        elif self._window is not None and self._is_beside:
            self._is_waiting = True
            self._put_out()
