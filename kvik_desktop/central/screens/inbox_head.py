"""Who has delivered: so many of so many in a campaign, in all and by sector."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.central.model import CampaignStatus
from kvik_desktop.central.register.campaigns import last_day
from kvik_desktop.central.screens.sector_bars import SectorBars, SectorCount
from kvik_desktop.central.wording import SECTORS
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText


class InboxHead(QWidget):
    """One campaign at a time; where there are several, one chooses."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        px = ui.theme.px
        self._campaigns: Sequence[CampaignStatus] = ()
        self._now = datetime.min.replace(tzinfo=UTC)
        self.title = Heading(ui, "", "large")
        self.about = ReadingText(ui, "", ink="text-2")
        self.choice = Choice(ui, (), name=ui.tr(say("Kampagne")))
        self.choice.setProperty("low", True)
        self.choice.chosen.connect(lambda _key: self._show())
        self.bars = SectorBars(ui)
        line = QHBoxLayout()
        line.setSpacing(px(16))
        line.addWidget(self.title)
        line.addWidget(self.about, 1)
        line.addWidget(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(px(8))
        column.addLayout(line)
        column.addWidget(self.bars)

    def show_campaigns(self, campaigns: Sequence[CampaignStatus], now: datetime) -> None:
        """Other figures; the campaign that was chosen stays, if it is there."""
        self._campaigns, self._now = campaigns, now
        names = [(self._key(each), self._name(each)) for each in campaigns]
        kept = self.choice.key
        self.choice.set_choices(names, kept if kept in dict(names) else self._first())
        self.choice.setVisible(len(names) > 1)
        self._show()

    def _first(self) -> object:
        """The open campaign in which most have delivered, else the newest."""
        running = [each for each in self._campaigns if _is_open(each, self._now)]
        best = max(running, key=lambda each: each.delivered, default=None)
        if best is None and self._campaigns:
            best = self._campaigns[-1]
        return self._key(best) if best else None

    def _key(self, status: CampaignStatus) -> str:
        return status.campaign.id if status.campaign else ""

    def _name(self, status: CampaignStatus) -> str:
        return status.campaign.title if status.campaign else self.ui.tr(say("Uden for kampagner"))

    def _show(self) -> None:
        tr = self.ui.tr
        status = next((e for e in self._campaigns if self._key(e) == self.choice.key), None)
        if status is None:
            self.title.setText(tr(say("Ingen har afleveret endnu")))
            self.about.setText("")
            self.bars.show_counts(())
            return
        of, delivered = len(status.institutions), status.delivered
        self.title.setText(
            tr(say("{delivered} af {of} har afleveret", delivered=delivered, of=of))
            if of
            else tr(say("Ingen institutioner er godkendt endnu"))
        )
        self.about.setText(self._about(status))
        self.bars.show_counts(
            [
                SectorCount(tr(SECTORS[key]) if key in SECTORS else key or tr(say("Andre")), done, total)
                for key, (done, total) in status.by_sector.items()
            ]
        )

    def _about(self, status: CampaignStatus) -> str:
        tr, campaign = self.ui.tr, status.campaign
        if campaign is None:
            return "" if len(self._campaigns) > 1 else self._name(status)
        last = last_day(campaign.closes)
        days = (campaign.closes - self._now).days
        if days < 0:
            told = say("lukket {day}", day=last)
        elif days <= 14:
            told = say_n("frist {day}, {n} dag tilbage", "frist {day}, {n} dage tilbage", days, day=last)
        else:
            told = say("frist {day}", day=last)
        name = "" if len(self._campaigns) > 1 else f"{campaign.title}, "
        sentence = f"{name}{tr(told)}"
        return sentence[:1].upper() + sentence[1:]


def _is_open(status: CampaignStatus, now: datetime) -> bool:
    campaign = status.campaign
    return campaign is not None and campaign.opens <= now < campaign.closes
