"""An invitation: to which campaign, a new one or one that runs, and to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kvik_desktop.central.register.campaigns import CAMPAIGN_LENGTH, AskedCampaign, last_day
from kvik_desktop.central.register.inviting import UNNAMED_ID, AskedInvitation, Invitable
from kvik_desktop.central.wording import METHODS, SECTORS
from kvik_desktop.envelope.fields import MAX_TEXT, moment
from kvik_desktop.envelope.manifest import Institution
from kvik_desktop.envelope.trust_list import Campaign
from kvik_desktop.foundation.collation import danish_order
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.report.screens.refill import refill
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.day_edit import DayEdit
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import problem_note
from kvik_desktop.shell.widgets.radios import Radios
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.search_choice import SearchChoice

NEW = "ny"
"""The choice of a campaign that is not on the list; no id is that short."""
ANYBODY, LISTED, UNLISTED = "alle", "kendt", "ny"
WIDE = 440


@dataclass(frozen=True)
class Draft:
    """What is typed and chosen, for the view in another language or size."""

    keys: tuple[object, ...]
    texts: tuple[str, ...]
    days: tuple[date | None, ...]
    with_model: bool


class InviteView(QWidget):
    """Keeps what is typed while the list changes around it."""

    edited = Signal()

    def __init__(self, ui: Ui, draft: Draft | None = None) -> None:
        """``draft`` is what was typed in the view before this."""
        super().__init__()
        self.ui, self._draft = ui, draft
        self._just_opened = ""
        self._among: Invitable | None = None
        self._make_campaign()
        self._make_receiver()
        self._lay_out()
        self._show_parts()

    def _make_campaign(self) -> None:
        ui, tr = self.ui, self.ui.tr
        self.campaign = Field(ui, tr(say("Hvilken kampagne?")), Choice(ui, ()))
        self.title = Field(
            ui,
            tr(say("Hvad skal kampagnen hedde?")),
            QLineEdit(),
            tr(say("Fx Selvevaluering 2027. Alle, der får invitationen, ser navnet.")),
        )
        self.model = Field(ui, tr(say("Hvilke spørgsmål?")), Choice(ui, ()))
        self.method = Field(ui, tr(say("Hvordan gives der point?")), Choice(ui, ()))
        self.opens = Field(ui, tr(say("Første dag")), DayEdit(ui))
        self.closes = Field(ui, tr(say("Sidste dag")), DayEdit(ui))
        self.campaign.control.chosen.connect(lambda _key: self._show_campaign())
        self.model.control.chosen.connect(lambda _key: self._show_methods())
        self.title.control.textEdited.connect(lambda _text: self.title.set_error(""))
        for day in (self.opens, self.closes):
            day.control.day_changed.connect(lambda _day: self.closes.set_error(""))

    def _make_receiver(self) -> None:
        ui, tr = self.ui, self.ui.tr
        self.whom = Radios(
            ui,
            tr(say("Hvem er invitationen til?")),
            [
                (ANYBODY, tr(say("Alle, der får filen"))),
                (LISTED, tr(say("Én institution på listen"))),
                (UNLISTED, tr(say("Én institution, der ikke er på listen endnu"))),
            ],
            ANYBODY,
        )
        self.whom.chosen.connect(lambda _key: self._show_parts())
        name = tr(say("Hvilken institution?"))
        find = tr(say("Skriv de første bogstaver"))
        self.listed = Field(ui, name, SearchChoice(ui, (), name=name, placeholder=find))
        self.listed.control.chosen.connect(lambda _key: self.listed.set_error(""))
        self.name = Field(ui, tr(say("Hvad hedder institutionen?")), QLineEdit())
        self.name.control.textEdited.connect(lambda _text: self.name.set_error(""))
        sectors = [(key, tr(text)) for key, text in SECTORS.items()]
        self.sector = Field(ui, tr(say("Hvilket område?")), Choice(ui, sectors))
        self.parent_name = Field(ui, tr(say("Hvem hører den under?")), QLineEdit())
        self.with_model = QCheckBox(tr(say("Læg spørgsmålene i filen")))
        why = tr(say("Kun nødvendigt, når I bruger jeres egne spørgsmål."))
        self.with_model.setAccessibleDescription(why)
        self._why_model = ReadingText(ui, why, "small", ink="text-2")

    def _lay_out(self) -> None:
        px = self.ui.theme.px
        for typed in self._typed:
            typed.setMaxLength(MAX_TEXT)
        self._notes = QVBoxLayout()
        self._scroll = ScrollColumn(self.ui, centred=False, margin=24)
        self._scroll.column.set_padding(24, 24)
        days = QHBoxLayout()
        days.setSpacing(px(16))
        days.addWidget(self.opens)
        days.addWidget(self.closes)
        self._days = QWidget()
        self._days.setLayout(days)
        days.setContentsMargins(0, 0, 0, 0)
        body = self._scroll.body
        body.addWidget(Heading(self.ui, self.ui.tr(say("Inviter til en kampagne")), "large"))
        body.addLayout(self._notes)
        form = QVBoxLayout()
        form.setSpacing(px(16))
        for part in (
            self.campaign,
            self.title,
            self.model,
            self.method,
            self._days,
            self.whom,
            self.listed,
            self.name,
            self.sector,
            self.parent_name,
        ):
            part.setMaximumWidth(px(WIDE))
            form.addWidget(part)
        along = QVBoxLayout()
        along.setSpacing(px(4))
        along.addWidget(self.with_model)
        along.addWidget(self._why_model)
        form.addLayout(along)
        line = QHBoxLayout()
        line.addLayout(form, WIDE)
        line.addStretch(1)
        body.addLayout(line)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    # What can be chosen

    def show_invitable(self, among: Invitable) -> None:
        """Show what there is; what was chosen stays where it is still there."""
        tr, is_first = self.ui.tr, self._among is None
        self._among = among
        campaigns = [(each.id, _named(each, self.ui)) for each in among.campaigns]
        first = campaigns[0][0] if campaigns else NEW
        kept = first if is_first else self.campaign.control.key
        is_just_opened, self._just_opened = self._just_opened, ""
        self.campaign.control.set_choices(
            [*campaigns, (NEW, tr(say("En ny kampagne")))], is_just_opened or kept
        )
        if is_just_opened:
            self.title.control.clear()
            self._show_campaign()
        models = [(key, each.name.in_language(tr.language)) for key, each in among.models.items()]
        self.model.control.set_choices(models, self.model.control.key)
        units = [each.institution for each in among.trust_list.institutions]
        names = sorted(((each.id, each.name) for each in units), key=lambda pair: danish_order(pair[1]))
        if not self.listed.control.field.hasFocus():
            self.listed.control.set_choices(names, self.listed.control.key)
        if is_first:
            self.parent_name.control.setText(among.trust_list.coordinator.name)
            self._show_campaign()
            self._show_methods()
            self._take_up(self._draft)

    # What is kept for another view

    @property
    def _chosen(self) -> tuple[Choice | Radios, ...]:
        return (
            self.campaign.control,
            self.model.control,
            self.method.control,
            self.whom,
            self.listed.control,
            self.sector.control,
        )

    @property
    def _typed(self) -> tuple[QLineEdit, ...]:
        return self.title.control, self.name.control, self.parent_name.control

    def draft(self) -> Draft | None:
        """What is typed and chosen now; None before it is known what there is to choose."""
        if self._among is None:
            return self._draft
        return Draft(
            tuple(each.key for each in self._chosen),
            tuple(each.text() for each in self._typed),
            (self.opens.control.day, self.closes.control.day),
            self.with_model.isChecked(),
        )

    def _take_up(self, draft: Draft | None) -> None:
        if draft is None:
            return
        for choice, key in zip(self._chosen, draft.keys, strict=True):
            choice.set_key(key)
            if choice is self.model.control:
                self._show_methods()
        for field, text in zip(self._typed, draft.texts, strict=True):
            field.setText(text)
        for day, chosen in zip((self.opens, self.closes), draft.days, strict=True):
            day.control.set_day(chosen)
        self.with_model.setChecked(draft.with_model)
        self._show_parts()

    # What can be chosen among

    def _show_campaign(self) -> None:
        assert self._among is not None, "chosen among what is shown"
        known, now = self._known, self._among.now
        opens, closes = (moment(known.opens), moment(known.closes)) if known else (now, now + CAMPAIGN_LENGTH)
        self.opens.control.set_day(opens.date())
        self.closes.control.set_day(last_day(closes))
        self.closes.set_error("")
        self._show_parts()

    def _show_methods(self) -> None:
        tr, model = self.ui.tr, self._model
        offered = model.methods if model else ()
        choices = [
            ("", tr(say("Hver institution vælger selv"))),
            *((m.value, tr(METHODS[m])) for m in offered),
        ]
        self.method.control.set_choices(choices, self.method.control.key)

    def _show_parts(self) -> None:
        is_new, whom = self._known is None, self.whom.key
        for part in (self.title, self.model, self.method):
            part.setVisible(is_new)
        self.listed.setVisible(whom == LISTED)
        for part in (self.name, self.sector, self.parent_name):
            part.setVisible(whom == UNLISTED)
        for each in (self.with_model, self._why_model):
            each.setVisible(self._model is not None)
        self.edited.emit()

    @property
    def _known(self) -> Campaign | None:
        key = self.campaign.control.key
        campaigns = self._among.campaigns if self._among else ()
        return next((each for each in campaigns if each.id == key), None)

    @property
    def _model(self) -> ModelPackage | None:
        """The questions of the campaign, where they are here."""
        known, models = self._known, self._among.models if self._among else {}
        return models.get(known.model.sha256 if known else str(self.model.control.key))

    # What was chosen

    def wanted(self) -> AskedInvitation | None:
        """What was chosen; None where something is missing, and then the field says so."""
        known, tr = self._known, self.ui.tr
        title = self.title.control.text().strip()
        if known is None and not title:
            self._refuse(self.title, tr(say("Giv kampagnen et navn.")))
            return None
        for day in (self.opens, self.closes):
            if day.control.fault:
                self._refuse(day, day.control.fault)
                return None
        is_right, institution = self._institution()
        if not is_right:
            return None
        method = self.method.control.key
        asked = AskedCampaign(
            None if known else title,
            self._model,
            Method(method) if known is None and isinstance(method, str) and method else None,
            None,
            self.opens.control.day,
            self.closes.control.day,
        )
        return AskedInvitation(
            known.id if known else None, asked, institution, with_model=self.with_model.isChecked()
        )

    def _institution(self) -> tuple[bool, Institution | None]:
        """Whether it is known whom it is for, and who that is; None is everybody."""
        tr = self.ui.tr
        if self.whom.key == ANYBODY:
            return True, None
        if self.whom.key == LISTED:
            entry = self._among.trust_list.entry(str(self.listed.control.key)) if self._among else None
            if entry is None:
                self._refuse(self.listed, tr(say("Vælg en institution på listen.")))
            return entry is not None, entry.institution if entry else None
        name = self.name.control.text().strip()
        if not name:
            self._refuse(self.name, tr(say("Skriv institutionens navn.")))
            return False, None
        parent = self.parent_name.control.text().strip() or None
        return True, Institution(UNNAMED_ID, name, "institution", parent, str(self.sector.control.key))

    def _refuse(self, field: Field[QLineEdit] | Field[DayEdit] | Field[SearchChoice], words: str) -> None:
        field.set_error(words)
        field.control.setFocus()
        self._scroll.ensureWidgetVisible(field, 0, self.ui.theme.px(24))

    def refuse(self, problem: Problem) -> None:
        """Say what went wrong where it can be put right, else over the form."""
        words = f"{self.ui.tr(problem.message)} {self.ui.tr(problem.action)}"
        if problem.code == "E_CAMPAIGN_DATES":
            self._refuse(self.closes, words)
            return
        refill(self._notes, [problem_note(self.ui, problem)])
        self._scroll.verticalScrollBar().setValue(0)

    def go_on_with(self, campaign: str) -> None:
        """It was invited to this campaign, which stands on the list now: the next one is to the same."""
        self._just_opened = campaign

    def forget_problem(self) -> None:
        """It is tried again."""
        refill(self._notes)


def _named(campaign: Campaign, ui: Ui) -> str:
    return ui.tr(say("{title}, til {day}", title=campaign.title, day=last_day(moment(campaign.closes))))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
