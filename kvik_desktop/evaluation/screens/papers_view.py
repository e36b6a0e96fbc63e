"""What to have on paper before one begins, and what is said to those who take part of who sees what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.preparing.leaflets import who_sees_what
from kvik_desktop.evaluation.preparing.papers import Offer, offers
from kvik_desktop.evaluation.preparing.preparation import Preparation
from kvik_desktop.evaluation.screens.check_line import CheckLine
from kvik_desktop.evaluation.screens.saved_line import SavedLine
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText


class PapersView(QWidget):
    """Those that are advised are ticked; the foot saves the ticked ones."""

    changed = Signal()
    """Another choice."""
    contacted = Signal(str)
    """Whom participants can ask about their data."""

    def __init__(self, ui: Ui, *, read_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        self.lines: dict[str, CheckLine] = {}
        self._offers: tuple[Offer, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._who = ReadingList(ui, ())
        scroll = ScrollColumn(ui, centred=False)
        scroll.column.set_padding(32, 24)
        body = scroll.body
        body.setSpacing(px(16))
        body.addWidget(Heading(ui, tr(say("Hvad vil I have på papir?")), "large"))
        body.addWidget(
            ReadingText(
                ui,
                tr(
                    say(
                        "Hvert ark bliver en PDF, som du kan udskrive eller sende. Deltagernes navne står "
                        "ikke på dem. Svarskemaerne laver du under trin 2."
                    )
                ),
                ink="text-2",
            )
        )
        body.addLayout(self._list)
        body.addSpacing(px(8))
        self.contact = Field(
            ui,
            tr(say("Databeskyttelsesrådgiver (kan vente)")),
            SavedLine(ui, placeholder=tr(say("Fx dpo@kommunen.dk"))),
            tr(say("Står på oplysningen til deltagerne, så de ved, hvem de kan spørge.")),
        )
        self.contact.control.setReadOnly(read_only)
        self.contact.control.typed.connect(self.contacted)
        body.addWidget(self.contact)
        body.addWidget(Heading(ui, tr(say("Det siger opslaget om, hvem der ser hvad"))))
        body.addWidget(self._who)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    @property
    def wanted(self) -> Sequence[Offer]:
        """The papers that are ticked."""
        return [each for each in self._offers if self.lines[each.paper].box.isChecked()]

    def show_preparation(self, found: Preparation) -> None:
        """Show what is offered, and what has been saved before; ticks stay."""
        tr = self.ui.tr
        self._offers = offers(found)
        for offer in self._offers:
            if offer.paper not in self.lines:
                line = self.lines[offer.paper] = CheckLine(self.ui, tr(offer.name))
                line.set_checked(offer.advised)
                line.ticked.connect(lambda _: self.changed.emit())
                self._list.addWidget(line)
            copies = tr(say_n("{n} eksemplar.", "{n} eksemplarer.", offer.copies))
            saved = f" {tr(say('Er gemt.'))}" if offer.paper in found.printed else ""
            self.lines[offer.paper].set_second(f"{tr(offer.why)} {copies}{saved}")
        self.contact.control.show_text(found.evaluation.privacy_contact or "")
        if not self.contact.control.is_dirty:
            self.contact.set_error("")
        self._who.set_sentences(list(who_sees_what(found, tr)))

    def refuse_contact(self, sentence: str) -> None:
        """Say what is wrong with what was typed."""
        self.contact.control.refuse()
        self.contact.set_error(sentence)

    def flush(self) -> None:
        """Save now what is being typed."""
        self.contact.control.flush()
