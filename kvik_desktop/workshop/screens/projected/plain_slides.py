"""The slides that are a few large words: before the reveal, and a pause."""

from __future__ import annotations

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.projector.slide_text import SlideText
from kvik_desktop.shell.ui import Ui
from kvik_desktop.workshop.projected import HandIn, Pause, Underway
from kvik_desktop.workshop.screens.projected.meeting_slide import MeetingSlide


class PlainSlide(MeetingSlide):
    """A question or a state, and one sentence under it, in the middle of the screen."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self.sentence = SlideText(ui, "", "title")
        self.small = SlideText(ui, "", ink="text-2")
        self.body.insertStretch(0, 1)
        for widget in (self.title, self.sentence, self.small):
            self.body.addWidget(widget)
            self.body.addSpacing(self.px(16))
        self.body.addStretch(2)
        policy = self.foot.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.foot.setSizePolicy(policy)
        self.foot.hide()

    def tell(self, title: Text, sentence: Text | None = None, small: Text | None = None) -> None:
        """Show these words."""
        tr = self.ui.tr
        self.title.tell(tr(title))
        self.sentence.tell(tr(sentence) if sentence else "")
        self.small.tell(tr(small) if small else "")


class HandInSlide(PlainSlide):
    """Before the reveal."""

    def show_what(self, what: HandIn, *, fresh: bool) -> None:
        """How many have handed in."""
        count = say("{n} af {of} har afleveret", n=what.handed_in, of=what.of)
        nobody = say("Ingen har afleveret endnu")
        who = say("Når I åbner, ser I, hvor uenige I er, men aldrig hvem der har svaret hvad.")
        self.tell(say("Er I klar til at åbne svarene?"), count if what.handed_in else nobody, who)


class UnderwaySlide(PlainSlide):
    """Between two subcriteria."""

    def show_what(self, what: Underway, *, fresh: bool) -> None:
        """How far the meeting has come."""
        done = say("{n} af {of} delkriterier er afgjort", n=what.settled, of=what.of)
        self.tell(say("Hvad skal I tale om?"), done)


class PauseSlide(PlainSlide):
    """The group rests."""

    def show_what(self, what: Pause, *, fresh: bool) -> None:
        """When the group goes on."""
        self.tell(say("Pause"), say("Vi fortsætter kl. {time}", time=what.until) if what.until else None)
