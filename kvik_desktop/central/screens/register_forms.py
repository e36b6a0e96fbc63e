"""The views of the register beside its list, each made when it is first wanted, and the guide to each."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kvik_desktop.central.screens import begin_view, invite_view
from kvik_desktop.central.screens.begin_view import BeginView
from kvik_desktop.central.screens.invite_view import InviteView
from kvik_desktop.central.screens.office import Office
from kvik_desktop.central.screens.own_key_view import OwnKeyView
from kvik_desktop.central.screens.register_guides import BEGIN, INVITE, Guide
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.empty_state import EmptyState
from kvik_desktop.storage.central_database import CentralDatabase


class Where(StrEnum):
    """What of the page is seen; none is called as long as an institution's id, which is a place too."""

    LIST = ""
    START = "start"
    BEGIN = "begynd"
    INVITE = "inviter"
    KEY = "noegle"


FORMS = (Where.BEGIN, Where.INVITE, Where.KEY)
"""Where one goes to and comes back from."""

HOW_TO = say("Sådan går det til")
GUIDES = {
    Where.START: (HOW_TO, BEGIN),
    Where.BEGIN: (HOW_TO, BEGIN),
    Where.INVITE: (say("Når filen er gemt"), INVITE),
    Where.KEY: (say("Sådan bruger du cifrene"), INVITE),
}


class RegisterForms(QStackedWidget):
    """Holds the list as well; ``beside`` holds what stands at the right of each."""

    edited = Signal()
    """Something was typed where a list is made."""
    copying = Signal()
    """The digits of the own key are to lie on the clipboard."""
    choosing = Signal()
    """The user has a list elsewhere."""

    def __init__(
        self, ui: Ui, desk: Desk[CentralDatabase], office: Office, first: QWidget, panel: QWidget
    ) -> None:
        """``first`` is the list, ``panel`` stands beside it."""
        super().__init__()
        self.ui, self._desk, self._office, self._first = ui, desk, office, first
        self.beside = QStackedWidget()
        self._guides: dict[Where, QWidget] = {Where.LIST: panel}
        self.addWidget(first)
        self.beside.addWidget(panel)

    @cached_property
    def start(self) -> EmptyState:
        """There is no list."""
        tr = self.ui.tr
        text = say("På den står de institutioner, du kender. Uden den tæller ingen pakker med.")
        view = EmptyState(self.ui, "key", tr(say("Du mangler en tillidsliste")), tr(text))
        self.addWidget(view)
        return view

    @cached_property
    def begin(self) -> BeginView:
        """Making a list."""
        draft = self._office.drafts.get(Where.BEGIN)
        if not isinstance(draft, begin_view.Draft):
            draft = begin_view.Draft("", self._desk.path.parent, begin_view.NOWHERE)
        view = BeginView(self.ui, self._desk.choose, draft)
        view.edited.connect(self.edited)
        self.addWidget(view)
        return view

    @cached_property
    def invite(self) -> InviteView:
        """Inviting."""
        draft = self._office.drafts.get(Where.INVITE)
        view = InviteView(self.ui, draft if isinstance(draft, invite_view.Draft) else None)
        self.addWidget(view)
        return view

    @cached_property
    def own_key(self) -> OwnKeyView:
        """The own key and list."""
        view = OwnKeyView(self.ui, read_only=self._desk.read_only)
        view.copying.connect(self.copying)
        view.choosing.connect(self.choosing)
        self.addWidget(view)
        return view

    def show_where(self, where: Where) -> None:
        """Show a view and what stands beside it."""
        self.setCurrentWidget(self._view(where))
        if where not in self._guides:
            self._guides[where] = Guide(self.ui, *GUIDES[where])
            self.beside.addWidget(self._guides[where])
        self.beside.setCurrentWidget(self._guides[where])

    def _view(self, where: Where) -> QWidget:
        match where:
            case Where.LIST:
                return self._first
            case Where.START:
                return self.start
            case Where.BEGIN:
                return self.begin
            case Where.INVITE:
                return self.invite
            case Where.KEY:
                return self.own_key

    def first_focus(self, where: Where) -> QWidget | None:
        """The first thing of a form; None for the rest."""
        match where:
            case Where.BEGIN:
                return self.begin.name.control
            case Where.INVITE:
                return self.invite.campaign.control
            case Where.KEY:
                return self.own_key.copy
        return None

    def keep_drafts(self) -> None:
        """What is typed is kept for another language or size of type."""
        made = vars(self)  # asking for one that is not made would make it
        if "begin" in made:
            self._office.drafts[Where.BEGIN] = self.begin.draft()
        if "invite" in made:
            self._office.drafts[Where.INVITE] = self.invite.draft()
