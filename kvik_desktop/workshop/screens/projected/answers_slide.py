"""The answers over the stair, with what the group agrees on under it; and a round that is open."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.shell.projector.slide_text import SlideText
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets import spread_strip
from kvik_desktop.shell.widgets.axis import Step, step_at
from kvik_desktop.shell.widgets.dot_plot import DotPlot
from kvik_desktop.shell.widgets.stair import Stair
from kvik_desktop.workshop.projected import Agreed, Answers, OpenRound, Spread
from kvik_desktop.workshop.projected import Step as StepWords
from kvik_desktop.workshop.screens.projected.meeting_slide import MeetingSlide

NUMBER = 160
"""Width of the agreed score with what follows it, on a screen 1366 across."""


@dataclass(frozen=True, kw_only=True)
class StepReach(spread_strip.Spread):
    """From one step to another, where scores are not shown."""

    places: tuple[tuple[int, str], ...]
    said: Text

    @property
    def ends(self) -> tuple[tuple[int, str], ...]:
        """The ranges, in the middle of their steps."""
        return self.places

    @property
    def sentence(self) -> Text:
        """As ``3 svar, fra trin 11-30 til 71-90``."""
        return self.said


def axis_steps(steps: tuple[StepWords, ...]) -> tuple[Step, ...]:
    """The steps as the stair wants them."""
    return tuple(Step(*astuple(step)) for step in steps)


def round_before(answers: Answers, steps: tuple[Step, ...], tr: Translator) -> str:
    """The round before in words, for how far the group has moved."""
    said = reach_sentence(replace(answers, cannot_judge=0), steps, tr)
    if answers.median is not None:
        said = tr(say("{said}, median {median}", said=said, median=answers.median))
    return in_round(answers, said, tr)


def answers_sentence(answers: Answers, steps: tuple[Step, ...], tr: Translator) -> str:
    """The round that is seen in words; its number only where there are more."""
    said = reach_sentence(answers, steps, tr)
    return said if answers.number == 1 else in_round(answers, said, tr)


def in_round(answers: Answers, said: str, tr: Translator) -> str:
    """Words of a round with its number."""
    return tr(say("Runde {number}: {said}", number=answers.number, said=said))


def reach_sentence(answers: Answers, steps: tuple[Step, ...], tr: Translator) -> str:
    """How many, from where to where as far as it may be told, and how many could not judge."""
    parts = [tr(say_n("{n} svar", "{n} svar", answers.n))]
    reach = (answers.values[0], answers.values[-1]) if answers.values else answers.reach
    if reach is not None and reach[0] == reach[1]:
        parts.append(tr(say("alle {score}", score=reach[0])))
    elif reach is not None:
        parts.append(tr(say("fra {low} til {high}", low=reach[0], high=reach[1])))
    elif answers.steps is not None:
        low, high = (steps[place].range for place in answers.steps)
        parts.append(tr(say("fra trin {low} til {high}", low=low, high=high)))
    if answers.cannot_judge:
        parts.append(tr(say_n("{n} kan ikke vurdere", "{n} kan ikke vurdere", answers.cannot_judge)))
    return ", ".join(parts)


def show_answers(plot: DotPlot, answers: Answers) -> None:
    """Dots, steps, the range, or only why there is nothing to see."""
    if answers.values:
        plot.set_spread(spread_strip.Spread.of(answers.values))
    elif answers.bands:
        plot.set_bands(answers.bands)
    elif answers.median is not None and answers.reach is not None:
        plot.set_spread(spread_strip.Spread(answers.n, *answers.reach, answers.median))
    elif answers.median is not None and answers.steps is not None:
        plot.set_spread(_step_reach(answers, answers.median, plot.steps))
    elif answers.n:
        plot.set_note(say_n("Vises ikke: kun ét svar", "Vises ikke: kun {n} svar", answers.n))
    else:
        plot.set_note(say("Ingen har kunnet vurdere det."))


def _step_reach(answers: Answers, median: int, steps: tuple[Step, ...]) -> StepReach:
    assert answers.steps is not None
    held = tuple(steps[place] for place in sorted(set(answers.steps)))
    said = say("{n} svar, fra trin {low} til {high}", n=answers.n, low=held[0].range, high=held[-1].range)
    places = tuple((step.middle, step.range) for step in held)
    return StepReach(answers.n, held[0].low, held[-1].high, median, places=places, said=said)


class AnswersSlide(MeetingSlide):
    """The dots rise once, all together; number and triangle come with the last move."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self._seen: tuple[str, int] | None = None
        self._steps: tuple[Step, ...] = ()
        self.before: Answers | None = None
        self.plot: DotPlot | None = None
        self.stair: Stair | None = None
        self._figure = QVBoxLayout()
        self._figure.setSpacing(0)
        self.body.addLayout(self._figure, 1)
        self.agreed = AgreedPart(self)
        self.body.addWidget(self.agreed)

    def show_what(self, what: Spread, *, fresh: bool) -> None:
        """Show a round, and what the group has come to."""
        self.show_question(what.question)
        self._stand_on(axis_steps(what.steps))
        assert self.plot is not None
        assert self.stair is not None
        show_answers(self.plot, what.answers)
        place = (what.question.id, what.answers.number)
        if fresh and place != self._seen:
            self.plot.rise()
        self._seen = place
        score = what.agreed.score if what.agreed else None
        self.stair.set_score(score)
        self.agreed.show_agreed(what.agreed, self._steps)
        self.said.tell(answers_sentence(what.answers, self._steps, self.ui.tr))
        self.before = what.before
        self.show_page()
        self._fit()

    def show_page(self) -> None:
        """There is but one; where the page would be told stands the round before."""
        said = round_before(self.before, self._steps, self.ui.tr) if self.before else ""
        self.tell_page(said)

    def _stand_on(self, steps: tuple[Step, ...]) -> None:
        if steps == self._steps:
            return
        self._steps = steps
        for old in (self.plot, self.stair):
            if old is not None:
                self._figure.removeWidget(old)
                old.hide()
                old.deleteLater()
        self.plot = DotPlot(self.ui, steps)
        self.stair = still_stair(self.ui, steps)
        self._figure.addWidget(self.plot, 1)
        self._figure.addWidget(self.stair)
        for made in (self.plot, self.stair):
            made.show()  # what comes in another turn would not count when it is seen whether all has room

    def _fit(self) -> None:
        """Where room is short the plot gives way, then the question: by now everybody has read it."""
        if self._over() > 0:
            self.question.hide()
        self.agreed.give_way(self._over())

    def _over(self) -> int:
        """How many pixels there is no room for."""
        self.settle()
        layout = self.layout()
        assert layout is not None
        return layout.minimumHeightForWidth(self.width()) - self.height()


def still_stair(ui: Ui, steps: tuple[Step, ...]) -> Stair:
    """A stair to look at."""
    stair = Stair(ui, steps, say("Trinene"), far=True)
    stair.set_read_only(True)
    stair.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return stair


class AgreedPart(QWidget):
    """The number, what its step means, and why."""

    def __init__(self, slide: MeetingSlide) -> None:
        super().__init__()
        ui = slide.ui
        self.ui = ui
        self.number = SlideText(ui, "", "figure", 600, "accent")
        self.number.setFixedWidth(slide.px(NUMBER))
        self.lead = SlideText(ui, "", ink="text-2")
        self.step = SlideText(ui, "", weight=600)
        self.why = SlideText(ui, "", ink="text-2")
        words = QVBoxLayout()
        words.setSpacing(0)
        for widget in (self.lead, self.step, self.why):
            words.addWidget(widget)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, slide.px(20), 0, 0)
        row.setSpacing(slide.px(24))
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()

    def show_agreed(self, agreed: Agreed | None, steps: tuple[Step, ...]) -> None:
        """Show this; nothing before the group has got so far."""
        self.setVisible(agreed is not None)
        if agreed is None:
            for text in (self.number, self.lead, self.step, self.why):
                text.setText("")
            return
        tr = self.ui.tr
        self.number.tell("" if agreed.score is None else str(agreed.score))
        phases = " · ".join(f"{name} {score}" for name, score in agreed.phases)
        lead = say("I er enige om") if agreed.score is not None else say("Hvad kan I blive enige om?")
        if agreed.begins:
            lead = say("I begynder ved medianen")
        said = tr(say("{lead}: {phases}", lead=lead, phases=phases)) if phases else tr(lead)
        self.lead.tell("" if agreed.parked else said)
        self.step.tell(tr(say("I lægger det til side for nu")) if agreed.parked else "")
        if agreed.score is not None:
            step = steps[step_at(steps, agreed.score)]
            self.step.tell(tr(say("{name}: {sentence}", name=step.name, sentence=step.sentence)))
        self.why.tell(agreed.reason)

    def give_way(self, over: int) -> None:
        """Long reasons are read aloud: what ``over`` pixels have no room for ends in dots."""
        self.why.give_way(over)


class OpenRoundSlide(MeetingSlide):
    """How many have answered, and the stair they answer on; what they answered is hidden."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self._steps: tuple[Step, ...] = ()
        self.count = SlideText(ui, "", "title", 600)
        self.stair: Stair | None = None
        self.body.addStretch(1)
        self.body.addWidget(self.count)
        self.body.addSpacing(self.px(24))
        self._figure = QVBoxLayout()
        self.body.addLayout(self._figure)
        self.body.addStretch(2)

    def show_what(self, what: OpenRound, *, fresh: bool) -> None:
        """Show how far the round is."""
        self.show_question(what.question)
        steps = axis_steps(what.steps)
        if steps != self._steps:
            self._steps = steps
            if self.stair is not None:
                self._figure.removeWidget(self.stair)
                self.stair.hide()
                self.stair.deleteLater()
            self.stair = still_stair(self.ui, steps)
            self._figure.addWidget(self.stair)
        answered = say("{n} af {of} har svaret", n=what.answered, of=what.of)
        said = say("Runde {number}: {answered}", number=what.number, answered=answered)
        self.count.tell(self.ui.tr(said))
        self.said.tell(self.ui.tr(say("Ingen kan se, hvem der har svaret hvad")))
