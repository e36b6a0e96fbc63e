"""Who gets the package: the coordinator of a trust list or an invitation, and the campaign."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.bundle.handing_in import HandingIn
from kvik_desktop.bundle.own_keys import Offered
from kvik_desktop.bundle.screens.compare_digits import CompareDigits
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.report.screens.refill import refill
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText


class ReceiverPart(QWidget):
    """Nobody has to be chosen; it is said what happens without."""

    fetching = Signal()
    accepted = Signal(object)
    """An :class:`Offered` whose coordinator is known, or was compared just now."""
    campaign_chosen = Signal(object)
    compared = Signal(QWidget)
    """The digits are asked for here."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        px, tr = ui.theme.px, ui.tr
        self._told = ReadingText(ui, "")
        self._detail = ReadingText(ui, "", "small", ink="text-2")
        self.fetch = LinkButton(ui, "")
        self.fetch.clicked.connect(self.fetching)
        self.compare: CompareDigits | None = None
        self._compare_place = QVBoxLayout()
        self.campaign = Field(
            ui,
            tr(say("Kampagne")),
            Choice(ui, [], placeholder=tr(say("Vælg den kampagne, I afleverer i"))),
        )
        self.campaign.control.chosen.connect(self.campaign_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Heading(ui, tr(say("Modtageren"))))
        column.addWidget(self._told)
        column.addWidget(self._detail)
        column.addLayout(self._compare_place)
        column.addWidget(self.fetch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.campaign)

    def show_receiver(self, found: HandingIn) -> None:
        """Who it is now."""
        tr, trust = self.ui.tr, found.trust
        self._told.setText(tr(_told(found)))
        self._detail.setVisible(trust is not None)
        if trust is not None:
            self._detail.setText(
                tr(
                    say(
                        "Tillidslisten er version {n} fra {day}.",
                        n=trust.trust_list.version,
                        day=local_day(trust.created),
                    )
                )
            )
        self.fetch.setText(
            tr(
                say("Hent en invitation eller tillidsliste…")
                if trust is None
                else say("Hent en nyere liste…")
            )
        )
        self._show_campaigns(found)

    def _show_campaigns(self, found: HandingIn) -> None:
        review = found.review
        campaigns = review.campaigns if review else ()
        chosen = review.campaign if review else None
        self.campaign.setVisible(len(campaigns) > 1 or (bool(campaigns) and chosen is None))
        self.campaign.control.set_choices(
            [(each.id, each.title) for each in campaigns], chosen.id if chosen else None
        )

    def offer(self, offered: Offered) -> None:
        """A list has been fetched: it is used at once where its coordinator is known."""
        self.stop_comparing()
        if offered.is_known:
            self.accepted.emit(offered)
            return
        self.compare = CompareDigits(self.ui, offered)
        self.compare.same.connect(lambda: self.accepted.emit(offered))
        self.compare.given_up.connect(self._give_up)
        refill(self._compare_place, [self.compare])
        self.fetch.hide()
        self._told.hide()
        self.compared.emit(self.compare)
        self.compare.fields[0].control.setFocus()

    def _give_up(self) -> None:
        self.stop_comparing()
        self.fetch.setFocus()

    def stop_comparing(self) -> None:
        """Take the comparison away."""
        self.compare = None
        refill(self._compare_place)
        self.fetch.show()
        self._told.show()


def _told(found: HandingIn) -> Text:
    trust = found.trust
    if trust is None:
        return say(
            "I behøver ikke at vælge nogen. Har I fået en invitation eller en tillidsliste, så hent den: så "
            "er pakken bundet til den modtager og den kampagne. Ellers venter den hos kommunen, til I har "
            "sammenlignet kontroltal i telefonen."
        )
    name = trust.trust_list.coordinator.name
    campaign = found.review.campaign if found.review else None
    if campaign is not None:
        return say("Pakken er til {name}, i kampagnen {title}.", name=name, title=campaign.title)
    if found.review is not None and not found.review.campaigns:
        return say("Pakken er til {name}. Ingen åben kampagne på listen passer til jeres model.", name=name)
    return say("Pakken er til {name}.", name=name)
