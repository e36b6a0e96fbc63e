"""One person: what the file holds about them can be handed out, or the person deleted."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kvik_desktop.evaluation.model import Participant
from kvik_desktop.evaluation.privacy.model import Standing
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText
from kvik_desktop.shell.widgets.row import Row, RowList

_HOLDS = (
    say("Navn og rolle, og om personen er leder."),
    say("Tal, tekster og bilag fra alle runder, og hvordan og hvornår de kom ind."),
    say("Hvornår svarene blev afleveret, og om personen har valgt en kode. Selve koden kan ingen læse."),
)


class PersonView(ScrollColumn):
    """Before the reveal the extract is taken by the person, so here is only the way to it."""

    taken = Signal()
    """The extract is to be saved, or the user wants to where it is."""
    deleted = Signal()
    """The user wants to delete the person."""

    def __init__(self, ui: Ui, found: Standing, person: Participant) -> None:
        super().__init__(ui, centred=False)
        tr, px = ui.tr, ui.theme.px
        self.column.set_padding(32, 24)
        self.body.setSpacing(px(8))
        self.body.addWidget(Heading(ui, person.name, "large"))
        if person.role:
            self.body.addWidget(ReadingText(ui, person.role, ink="text-2"))
        self.body.addSpacing(px(16))
        self.body.addWidget(Heading(ui, tr(say("Det, filen gemmer"))))
        self.body.addWidget(ReadingList(ui, [tr(line) for line in _HOLDS]))
        self.body.addSpacing(px(16))
        title, second = _of_extract(found, person)
        self.extract = Row(ui, tr(title), tr(second), icon="download", leads=True)
        self.extract.clicked.connect(self.taken)
        self.delete = Row(
            ui, tr(say("Slet {name}…", name=person.name)), tr(_of_deleting(found)), icon="trash", leads=True
        )
        self.delete.clicked.connect(self.deleted)
        self.delete.setEnabled(found.may_delete_people)
        self.body.addWidget(RowList(ui, tr(say("Det kan du gøre")), [self.extract, self.delete]))
        self.body.addStretch(1)
        self.setFocusProxy(self.extract)


def _of_extract(found: Standing, person: Participant) -> tuple[Text, Text]:
    if found.is_hidden:
        return say("Uddrag om {name}: gå til trin 2", name=person.name), say(
            "Indtil I åbner svarene, kan kun {name} selv tage det, i sin egen tur: vælg navnet under trin 2, "
            "og gå til Aflever.",
            name=person.name,
        )
    return say("Uddrag om {name}…", name=person.name), say(
        "En mappe med en side, der kan læses og udskrives, de samme oplysninger som data, og bilagene. Alle, "
        "der åbner mappen, kan læse det."
    )


def _of_deleting(found: Standing) -> Text:
    if found.may_delete_people:
        return say("Først får du at vide, hvad der forsvinder, og hvad der bliver.")
    return say("Kan gøres, når resultatet er godkendt: mødet bruger alles svar.")
