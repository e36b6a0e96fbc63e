"""The coordinator's way in: the database on this computer, or another."""

from __future__ import annotations

from kvik_desktop.desktop.sub_page import SubPage
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.page import Act
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.reading_text import ReadingList
from kvik_desktop.shell.window import Window

DATABASES = say("Koordinatorens database (*.db)")

ABILITIES = (
    say("Hent filer og mapper ind. Hver pakke bliver prøvet, før den tæller med."),
    say("Godkend institutionernes nøgler, når I har sammenlignet cifre i telefonen."),
    say("Se, hvem der mangler, og hvordan det går på tværs, uden at nogen kan kendes."),
)


class CoordinatorPage(SubPage):
    """One button for the database everybody has, one for all others."""

    help = say(
        "Koordinatoren i kommunen modtager institutionernes pakker. Har du ingen database endnu, bliver den "
        "lavet, når du åbner indbakken. Databaser, du har haft åbne, ligger også under Seneste på startsiden."
    )

    def __init__(self, ui: Ui, window: Window) -> None:
        tr = ui.tr
        text = say(
            "Institutionerne sender dig hver en pakke, og her samler du dem. Alt ligger i en database på "
            "denne computer; intet bliver sendt."
        )
        super().__init__(ui, tr(say("Modtag pakker, og se dem samlet")), tr(text))
        self._window = window
        self.body.addWidget(ReadingList(ui, [tr(line) for line in ABILITIES]))
        own = Act(tr(say("Åbn indbakken på denne computer")), self._open_own, icon="inbox")
        self.set_foot(own, [Act(tr(say("Åbn en anden database…")), self._open_other, icon="folder")])

    def _open_own(self) -> None:
        self._window.open(Places.of_user().central_database, "coordinator")

    def _open_other(self) -> None:
        tr = self.ui.tr
        path = self._window.choose.file(tr(say("Åbn en database")), tr(DATABASES))
        if path is not None:
            self._window.open(path, "coordinator")


def make(ui: Ui, window: Window, _given: object) -> CoordinatorPage:
    """The page for one language and look."""
    return CoordinatorPage(ui, window)
