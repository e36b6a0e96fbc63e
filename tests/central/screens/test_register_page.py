"""The register in a window on a real database: keys approved and revoked, invitations, and the own list."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kvik_desktop.central.screens.invite_view import NEW
from kvik_desktop.central.screens.register_forms import Where
from kvik_desktop.cli.benchmarks.packages import CAMPAIGN
from kvik_desktop.envelope.packages import open_invitation, open_list
from kvik_desktop.envelope.trust_list import Reason
from kvik_desktop.shell.window import Window
from tests.central.material import NOW
from tests.central.screens.conftest import Start
from tests.central.town import PASSPHRASE, TownHall
from tests.drivers.coordinator import Inbox, texts
from tests.drivers.hand import HANDS, Hand, Keys, Mouse
from tests.drivers.register import Register
from tests.forge import enrolment, key
from tests.held_tasks import HeldTasks

CONTROL = Qt.KeyboardModifier.ControlModifier
MakeHand = Callable[[Window], Hand]
RECOVERY_PASSPHRASE = "i et pengeskab med kode"
FIRST = "Børnehuset Engblomme"
LISTED = 8
"""Institutions of the small town that are approved; the ninth is not."""


def without_list(hall: TownHall) -> None:
    """As it is before the first time."""
    (hall.folder / "tillidsliste.kvik").unlink()
    (hall.folder / "koordinator.key").unlink()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where the recovery key is to lie."""
    made = tmp_path / "stick"
    made.mkdir()
    return made


# The list


def test_everybody_on_the_list_is_shown_with_key_and_delivery(start: Start, hall: TownHall) -> None:
    hall.take(hall.packages([0]), hall.approved)
    register = Register(Keys(start()))
    assert register.heading == "8 institutioner på listen"
    assert len(register.rows()) == LISTED
    assert (FIRST, "Godkendt nøgle", "Udgave 1") in register.rows()
    register.choose(FIRST)
    assert register.page.place == "enhed-000000"
    assert " ".join(register.panel).count(" ".join(hall.world.key(0).public.digits[:4])) == 1
    assert any("udgave 1" in line for line in register.panel)
    assert "Id: enhed-000000" in register.panel


@pytest.mark.parametrize("hand", HANDS)
def test_an_enrolment_is_taken_in_compared_and_approved(start: Start, hall: TownHall, hand: MakeHand) -> None:
    newcomer = hall.world.institution(LISTED)
    register = Register(hand(start())).fetch(*hall.files([hall.newcomer(), *hall.packages([LISTED])]))
    assert register.note[0] == "2 filer er hentet"
    assert register.chosen == newcomer.name
    assert register.rows()[0] == (newcomer.name, "Venter", "")
    register.approve(hall.world.key(LISTED).public, PASSPHRASE)
    assert register.heading == "9 institutioner på listen"
    assert (newcomer.name, "Godkendt nøgle", "Udgave 1") in register.rows()
    assert register.chosen == newcomer.name
    assert "2 pakker er kommet ud af karantænen" in register.said
    assert open_list((hall.folder / "tillidsliste.kvik").read_bytes()).trust_list.entry(newcomer.id)


def test_a_wrong_digit_approves_nobody(start: Start, hall: TownHall) -> None:
    register = Register(Keys(start())).fetch(*hall.files([hall.newcomer()]))
    check = register.page.panel.check
    assert check is not None
    register.compare(check, hall.world.key(LISTED).public, wrong=True)
    assert register.page.signing is None
    assert check.fields[0].accessibleDescription()
    assert register.heading == "8 institutioner på listen"


def test_a_package_without_enrolment_says_what_to_ask_for(start: Start, hall: TownHall) -> None:
    register = Register(Mouse(start())).fetch(*hall.files(hall.packages([LISTED])))
    assert register.page.panel.check is None
    assert any("ingen tilmelding" in line for line in register.panel)


@pytest.mark.parametrize("hand", HANDS)
def test_a_lost_key_is_revoked_and_the_new_one_approved(start: Start, hall: TownHall, hand: MakeHand) -> None:
    fresh, unit = key("ny nøgle"), hall.world.institution(0)
    made = (NOW - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    asking = enrolment(fresh, institution=unit, campaign=None, audience=None, created=made)
    register = Register(hand(start())).fetch(*hall.files([asking]))
    assert register.chosen == FIRST
    assert register.page.panel.check is None  # a hard stop: the old one holds
    register.ask_revoke()
    assert any("kan ikke fortrydes" in line for line in register.panel)
    register.revoke(Reason.LOST)
    assert "Det kan ikke fortrydes." in " ".join(texts(register.dialog))
    register.sign(PASSPHRASE)
    assert (FIRST, "Venter", "") in register.rows()
    register.approve(fresh.public, PASSPHRASE)
    assert (FIRST, "Godkendt nøgle", "") in register.rows()
    entry = open_list((hall.folder / "tillidsliste.kvik").read_bytes()).trust_list.entry(unit.id)
    assert entry is not None
    assert [each.revoked is not None for each in entry.keys] == [True, False]


@pytest.mark.parametrize("hand", HANDS)
def test_a_key_in_other_hands_is_revoked_from_the_day_it_was_not_safe(
    start: Start, hall: TownHall, hand: MakeHand
) -> None:
    hall.take(hall.packages([0]), hall.approved)
    register = Register(hand(start())).choose(FIRST).ask_revoke()
    register.revoke(Reason.COMPROMISED, (NOW - timedelta(days=2)).date()).sign(PASSPHRASE)
    assert (FIRST, "Spærret", "") in register.rows()
    assert "tæller ikke længere" in register.said


def test_what_is_missing_before_a_revocation_is_said_in_its_place(start: Start, hall: TownHall) -> None:
    register = Register(Keys(start())).choose(FIRST).ask_revoke().revoke(None)
    form = register.page.panel.form
    assert form is not None
    assert "Vælg, hvad der er sket." in register.panel
    register.revoke(Reason.COMPROMISED)
    assert form.since.error == "Skriv den første dag, hvor den ikke var sikker."
    register.revoke(Reason.COMPROMISED, (NOW + timedelta(days=1)).date())
    assert form.since.error.startswith("Dagen er ikke kommet endnu.")
    assert register.page.signing is None
    register.hand.press(form.cancel)
    assert register.page.panel.form is None
    assert register.page.panel.revoke is not None
    assert register.page.panel.revoke.hasFocus()


def test_a_refresh_keeps_the_form_and_the_chosen_one(start: Start, hall: TownHall) -> None:
    register = Register(Mouse(start())).choose(FIRST).ask_revoke()
    form = register.page.panel.form
    register.page.refresh()
    assert register.page.panel.form is form
    assert register.chosen == FIRST


def test_a_wrong_passphrase_is_asked_for_again(start: Start, hall: TownHall) -> None:
    register = Register(Keys(start())).choose(FIRST).ask_revoke().revoke(Reason.LOST)
    register.sign("forkert")
    assert register.dialog.isVisible()
    assert "passer ikke" in register.dialog.field.error
    register.sign(PASSPHRASE)
    assert (FIRST, "Spærret", "") in register.rows()


def test_a_list_that_cannot_be_read_is_told_in_the_panel(start: Start, hall: TownHall) -> None:
    register = Register(Mouse(start())).choose(FIRST).ask_revoke()
    (hall.folder / "tillidsliste.kvik").write_bytes(b"junk")
    register.revoke(Reason.LOST).sign(PASSPHRASE)
    assert register.problem
    assert (FIRST, "Godkendt nøgle", "") in register.rows()


@pytest.mark.parametrize("hand", HANDS)
def test_the_list_is_filtered_and_searched(start: Start, hall: TownHall, hand: MakeHand) -> None:
    hall.take([hall.newcomer()], hall.approved)
    register = Register(hand(start())).filter("Venter")
    assert [state for _, state, _ in register.rows()] == ["Venter"]
    register.filter("Godkendte")
    assert len(register.rows()) == LISTED
    register.filter("Alle").find("åkand")
    assert [name for name, _, _ in register.rows()] == ["Åkandenskolen"]
    register.find("findes ikke")
    assert "Vælg en institution" in " ".join(register.panel)


def test_enter_goes_to_what_can_be_done(start: Start, hall: TownHall) -> None:
    register = Register(Keys(start())).choose(FIRST).open()
    assert register.page.panel.cut is not None
    assert register.page.panel.cut.hasFocus()


# Files that are written


@pytest.mark.parametrize("hand", HANDS)
def test_a_cut_is_written_for_one_and_for_all(
    start: Start, hall: TownHall, hand: MakeHand, tmp_path: Path
) -> None:
    out, folder = tmp_path / "udsnit.kvik", tmp_path / "alle"
    folder.mkdir()
    register = Register(hand(start())).choose(FIRST).write_cut(out)
    register.sign(PASSPHRASE, keep=True)
    assert open_list(out.read_bytes()).trust_list.cut_for == "enhed-000000"
    assert "udsnit.kvik" in register.said
    register.answer_chooser(folder)
    register.hand.press(register.page.list.head.cuts)
    assert len(list(folder.iterdir())) == LISTED
    assert "8 udsnit er gemt i alle" in register.said


def test_the_list_is_kept_as_a_table_and_copied(start: Start, hall: TownHall, tmp_path: Path) -> None:
    hall.take(hall.packages([0]), hall.approved)
    out = tmp_path / "liste.csv"
    register = Register(Mouse(start()))
    register.answer_chooser(out)
    register.hand.press(register.page.list.head.save)
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig")), delimiter=";"))
    first = next(row for row in rows if row["Institution"] == FIRST)
    assert (first["Nøgle"], first["Udgave"], first["Id"]) == ("Godkendt nøgle", "1", "enhed-000000")
    assert first["Kontroltal"] == " ".join(hall.world.key(0).public.digits)
    register.other("Kopiér listen")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Institution\tId\tOmråde\t")
    assert len(lines) == LISTED + 1


# Inviting


@pytest.mark.parametrize("hand", HANDS)
def test_an_invitation_to_the_campaign_that_runs(
    start: Start, hall: TownHall, hand: MakeHand, tmp_path: Path
) -> None:
    out = tmp_path / "invitation.kvik"
    register = Register(hand(start())).invite().to_listed(FIRST).save_invitation(out)
    register.sign(PASSPHRASE)
    opened = open_invitation(out.read_bytes())
    assert opened.campaign == CAMPAIGN
    assert opened.institution is not None
    assert opened.institution.name == FIRST
    assert register.page.place == "noegle"
    assert hall.world.signing.public.digits[0] in register.said_on(register.page.forms.own_key)
    assert "Invitationen er gemt: invitation.kvik" in register.said_on(register.page.forms.own_key)
    register.hand.primary()
    assert register.page.list.isVisible()


@pytest.mark.parametrize("hand", HANDS)
def test_an_invitation_to_a_new_campaign_for_somebody_new(
    start: Start, hall: TownHall, hand: MakeHand, tmp_path: Path
) -> None:
    out = tmp_path / "ny.kvik"
    first, last = (NOW + timedelta(days=30)).date(), (NOW + timedelta(days=90)).date()
    register = Register(hand(start())).invite().new_campaign("Forår 2027", first, last)
    register.to_unlisted("Skovmoseskolen", "Skole").save_invitation(out).sign(PASSPHRASE)
    opened = open_invitation(out.read_bytes())
    campaign = opened.opened.trust_list.campaign("foraar-2027")
    assert campaign is not None
    assert (campaign.title, campaign.opens[:10]) == ("Forår 2027", f"{first}")
    assert opened.institution is not None
    assert (opened.institution.name, opened.institution.sector) == ("Skovmoseskolen", "skole")
    assert opened.institution.parent == hall.approved.coordinator.name
    register.hand.primary()
    register.invite()  # the next one is to the same campaign
    assert register.page.forms.invite.campaign.control.key == "foraar-2027"


def test_what_is_missing_in_an_invitation_is_said_beside_its_field(start: Start, hall: TownHall) -> None:
    register = Register(Keys(start())).invite()
    view = register.page.forms.invite
    register.new_campaign("", NOW.date(), (NOW - timedelta(days=1)).date())
    register.hand.primary()
    assert view.title.error == "Giv kampagnen et navn."
    register.new_campaign("Forår 2027")
    register.hand.primary()
    assert view.closes.error.startswith("Kampagnen lukker, før den åbner.")
    assert register.page.signing is None


def test_what_is_typed_in_an_invitation_stays_when_the_list_changes(start: Start, hall: TownHall) -> None:
    register = Register(Keys(start())).invite().new_campaign("Forår 2027")
    register.page.refresh()
    view = register.page.forms.invite
    assert view.campaign.control.key == NEW
    assert view.title.control.text() == "Forår 2027"


def test_what_is_typed_outlives_another_size_of_type(start: Start, hall: TownHall, stick: Path) -> None:
    register = Register(Keys(made := start())).invite().new_campaign("Forår 2027")
    register.to_unlisted("Skovmoseskolen", "Skole")
    made.change_settings(replace(made.settings, percent=150))
    view = register.page.forms.invite
    assert view.campaign.control.key == NEW
    assert (view.title.control.text(), view.name.control.text()) == ("Forår 2027", "Skovmoseskolen")
    assert view.sector.control.key == "skole"


# The own list


@pytest.mark.parametrize("hand", HANDS)
def test_a_list_is_made_from_nothing(start: Start, hall: TownHall, hand: MakeHand, stick: Path) -> None:
    without_list(hall)
    register = Register(hand(start())).begin()
    assert register.hint == "Skriv først navnet øverst."
    register.fill_in("Fjordby Kommune", PASSPHRASE, stick, RECOVERY_PASSPHRASE)
    assert register.next_words == "Lav listen og nøglerne"
    register.hand.primary()
    assert register.page.place == "noegle"
    assert (stick / "genopretning.key").exists()
    assert (hall.folder / "koordinator.key").exists()
    assert register.page.forms.begin.passphrase.first.control.text() == ""
    assert "Listen og nøglerne er lavet" in register.said_on(register.page.forms.own_key)
    register.hand.primary()
    assert register.heading == "Ingen på listen endnu"
    assert register.page.list.empty.isVisible()


def test_what_cannot_be_used_is_said_beside_its_field(start: Start, hall: TownHall, stick: Path) -> None:
    without_list(hall)
    register = Register(Keys(start())).begin()
    view = register.page.forms.begin
    register.fill_in("Fjordby", PASSPHRASE, hall.folder, RECOVERY_PASSPHRASE)
    register.hand.primary()
    assert view.recovery_where.error.startswith("Vælg et andet sted end listens.")
    register.fill_in("Fjordby", "kort", stick, RECOVERY_PASSPHRASE)
    register.hand.primary()
    assert "mindst" in view.passphrase.first.error
    register.fill_in("Fjordby", PASSPHRASE, stick, PASSPHRASE)
    register.hand.primary()
    assert view.recovery_passphrase.first.error == "Vælg en anden sætning end til den første nøgle."
    (stick / "genopretning.key").write_text("en anden")
    register.fill_in("Fjordby", PASSPHRASE, stick, RECOVERY_PASSPHRASE)
    register.hand.primary()
    assert "genopretning.key" in register.problem
    assert register.page.forms.begin.isVisible()


def test_keys_are_made_away_from_the_window(start: Start, hall: TownHall, stick: Path) -> None:
    without_list(hall)
    held = HeldTasks()
    made = start(tasks=held)
    held.step_until(lambda: made.room is not None and made.room.page is not None)
    assert made.room is not None
    made.room.go("register")
    register = Register(Keys(made))
    held.step_until(lambda: register.page.where == Where.START)
    register.begin().fill_in("Fjordby", PASSPHRASE, stick, RECOVERY_PASSPHRASE)
    register.hand.primary()
    assert register.hint == "Nøglerne bliver lavet. Det tager et øjeblik."
    assert not (stick / "genopretning.key").exists()
    register.hand.primary()  # asleep: nothing is made twice
    held.release()
    assert (stick / "genopretning.key").exists()
    assert register.page.place == "noegle"


@pytest.mark.parametrize("hand", HANDS)
def test_a_list_that_lies_elsewhere_is_used(
    start: Start, hall: TownHall, hand: MakeHand, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "andetsteds"
    elsewhere.mkdir()
    for name in ("tillidsliste.kvik", "koordinator.key"):
        (hall.folder / name).rename(elsewhere / name)
    register = Register(hand(start()))
    register.answer_chooser(elsewhere / "tillidsliste.kvik")
    register.other("Brug en, jeg har…")
    assert register.heading == "8 institutioner på listen"
    assert "Du arbejder nu med den liste, du valgte" in register.said
    register.choose(FIRST).ask_revoke().revoke(Reason.LOST).sign(PASSPHRASE)
    assert (FIRST, "Spærret", "") in register.rows()


def test_a_file_that_is_no_list_is_refused_where_it_was_chosen(
    start: Start, hall: TownHall, tmp_path: Path
) -> None:
    wrong = tmp_path / "junk.kvik"
    wrong.write_bytes(b"junk")
    register = Register(Mouse(start()))
    register.hand.press(register.page.list.head.own_key)
    register.answer_chooser(wrong)
    register.answer_chooser(hall.folder / "koordinator.key")
    register.hand.press(register.page.forms.own_key.other)
    assert register.problem
    assert register.page.place == "noegle"


def test_a_name_outlives_another_language_and_a_passphrase_does_not(
    start: Start, hall: TownHall, stick: Path
) -> None:
    without_list(hall)
    register = Register(Keys(made := start())).begin()
    register.fill_in("Fjordby Kommune", PASSPHRASE, stick, RECOVERY_PASSPHRASE)
    made.change_settings(replace(made.settings, language="en"))
    view = register.page.forms.begin
    assert (view.name.control.text(), view.recovery_folder) == ("Fjordby Kommune", stick)
    assert not view.passphrase.is_written


def test_who_waits_before_there_is_a_list_is_counted(start: Start, hall: TownHall) -> None:
    without_list(hall)
    Inbox(Keys(made := start())).fetch(*hall.files([hall.newcomer()]))
    assert Register(Keys(made)).hint == "1 venter på, at du godkender nøglen"


def test_the_inbox_leads_to_a_known_institution_with_another_key(start: Start, hall: TownHall) -> None:
    impostor = enrolment(key("fremmed"), institution=hall.world.institution(3), campaign=None, audience=None)
    made = start()
    inbox = Inbox(Mouse(made)).fetch(*hall.files([impostor]))
    inbox.hand.press(inbox.act)
    register = Register(Mouse(made))
    assert register.page.place == "enhed-000003"
    assert register.rows()[0][:2] == (hall.world.institution(3).name, "Venter")


def test_where_nothing_can_be_changed_everything_is_shown_and_acts_say_why(
    start: Start, hall: TownHall
) -> None:
    hall.take([hall.newcomer()], hall.approved)
    register = Register(Keys(start(read_only=True)))
    assert register.hint.startswith("Filen kan kun læses")
    register.hand.primary()
    assert register.page.list.isVisible()
    check = register.page.panel.check
    assert check is not None
    assert check.approve.asleep.startswith("Filen kan kun læses")
    register.choose(FIRST)
    assert register.page.panel.cut is not None
    assert register.page.panel.cut.asleep
    assert register.page.list.head.cuts.asleep


def test_keys_of_the_page(start: Start, hall: TownHall) -> None:
    register = Register(Keys(start()))
    assert isinstance(register.hand, Keys)
    register.hand.key(Qt.Key.Key_F, CONTROL)
    assert register.page.filters.search.hasFocus()
    register.hand.key(Qt.Key.Key_N, CONTROL)
    assert register.page.place == "inviter"
    register.other("Til institutionerne")
    register.answer_chooser(*hall.files([hall.newcomer()]))
    register.hand.key(Qt.Key.Key_I, CONTROL)
    assert register.rows()[0][1] == "Venter"


def test_dropped_enrolments_are_taken_in(start: Start, hall: TownHall) -> None:
    register = Register(Mouse(start()))
    assert register.page.drop(hall.files([hall.newcomer()]))
    assert register.rows()[0][1] == "Venter"
    assert not register.page.drop([Path("billede.png")])
