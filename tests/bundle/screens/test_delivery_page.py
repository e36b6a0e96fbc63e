"""From the report to the saved package with either hand, and everything that may come between."""

from __future__ import annotations

import gc
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from kvik_desktop.bundle.own_keys import OwnKeys
from kvik_desktop.bundle.screens import saved_view
from kvik_desktop.bundle.screens.saving import package_name
from kvik_desktop.envelope import ceremony
from kvik_desktop.envelope.keys import save_key
from kvik_desktop.envelope.manifest import ResultManifest
from kvik_desktop.envelope.packages import open_enrolment, seal_list
from kvik_desktop.envelope.verification import open_package
from kvik_desktop.foundation.clock import FixedClock, SystemClock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.reading import load
from kvik_desktop.shell.settings import Settings
from tests.bundle.material import trust_list
from tests.drivers.delivery import Delivering
from tests.drivers.hand import Keys, Mouse
from tests.forge import SIGNING, STRANGER, key
from tests.journey import PEOPLE, Journey
from tests.window import opened

UNIT = "671-boernehuset"
PASSPHRASE = "fire helt almindelige ord"
CPR, PHONE, NAME, IN_PLAN = "k1.1/evidence/1", "k1.1/areas/1", "k1.1/reason", "plan/1/areas/1"


def a_list(folder: Path, *, approve_own: bool = False, other_campaign: str = "") -> Path:
    """The coordinator's list of today; with the unit's own key and another campaign where that is wanted."""
    own = OwnKeys.of_user().of(UNIT) if approve_own else None
    approved = own.open(PASSPHRASE) if own else None
    listed = trust_list(load("kvik-kort", Resources()), SystemClock(), approve=approved)
    if other_campaign:
        [first] = listed.campaigns
        listed = ceremony.open_campaign(listed, msgspec.structs.replace(first, id=other_campaign))
    path = folder / "tillidsliste.kvik"
    path.write_bytes(seal_list(listed, SIGNING, SystemClock().now()))
    return path


def saved(delivering: Delivering, folder: Path, name: str = "pakke.kvik") -> Path:
    """A first edition, all the way, with what waits left out and a key made on the way."""
    delivering.go("gennemse").leave_out_every_find()
    delivering.hand.primary()
    delivering.choose_passphrase(PASSPHRASE).save(folder / name)
    return folder / name


# What leaves


def test_one_text_is_open_at_a_time_where_there_are_many(delivering: Delivering) -> None:
    delivering.go("gennemse")
    assert delivering.texts() == {CPR: "open", PHONE: "waits", IN_PLAN: "waits", NAME: "waits"}
    assert delivering.asleep == "Tag stilling til 4 tekster først"
    delivering.card(NAME)
    assert delivering.texts()[NAME] == "open"
    assert delivering.texts()[CPR] == "waits"


def test_a_find_is_marked_in_its_sentence(delivering: Delivering) -> None:
    card = delivering.go("gennemse").card(CPR)
    [stretch] = card.quote.stretches
    assert card.quote.text()[slice(*stretch)] == "010203-0000"
    assert "010203-0000" in card.quote.accessibleDescription()


def test_each_answer_does_what_it_says(delivering: Delivering) -> None:
    delivering.go("gennemse").answer(NAME, 1).answer(IN_PLAN, 2).answer(CPR, 3)
    assert delivering.texts() == {CPR: "decided", PHONE: "open", IN_PLAN: "decided", NAME: "decided"}
    sent = delivering.sent()
    assert sent[NAME] == "pædagog havde flest eksempler"
    assert sent[CPR] == "Klage fra beboer 010203-0000"
    assert IN_PLAN not in sent
    assert delivering.asleep == "Tag stilling til 1 tekst først"


def test_a_text_written_anew_goes_in_its_place(delivering: Delivering) -> None:
    delivering.go("gennemse").rewrite(CPR, "Klage fra en beboer")
    assert delivering.sent()[CPR] == "Klage fra en beboer"
    assert delivering.texts()[CPR] == "decided"


def test_focus_goes_to_the_next_text_that_waits(delivering: Delivering) -> None:
    delivering.go("gennemse").answer(CPR, 2)
    focused = QApplication.focusWidget()
    assert focused is delivering.card(PHONE).answers[0]


def test_an_answer_is_taken_back_by_its_line_or_by_undo(delivering: Delivering) -> None:
    delivering.go("gennemse").answer(CPR, 2).take_back(CPR)
    assert delivering.texts()[CPR] == "open"
    delivering.answer(CPR, 3)
    QTest.keyClick(delivering.hand.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert delivering.texts()[CPR] != "decided"


def test_arrows_go_between_the_texts(qtbot: QtBot, file: Path) -> None:
    hand = Keys(opened(qtbot, file))
    delivering = Delivering(hand).go("gennemse")
    hand.reach(delivering.card(CPR).answers[0])
    hand.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is delivering.part(PHONE)
    hand.key(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is delivering.card(CPR).answers[0]


def test_a_part_that_stays_takes_its_texts_along(delivering: Delivering) -> None:
    delivering.go("gennemse").switch("reasons").switch("evidence")
    assert set(delivering.texts()) == {PHONE, IN_PLAN}
    assert delivering.sent().keys().isdisjoint({NAME, CPR})
    delivering.switch("reasons")
    assert NAME in delivering.texts()


def test_writing_that_is_not_used_yet_is_kept_when_one_leaves(delivering: Delivering) -> None:
    card = delivering.go("gennemse").card(CPR)
    delivering.answer(CPR, 1)
    card.editor.setPlainText("Klage fra en beboer")
    delivering.hand.go(7)
    delivering.hand.go(6)
    assert delivering.sent()[CPR] == "Klage fra en beboer"


def test_the_whole_package_is_shown_as_it_is_sent(delivering: Delivering) -> None:
    delivering.go("gennemse").leave_out_every_find()
    delivering.hand.press(delivering.page.review.whole)
    text = delivering.page.whole.text.toPlainText()
    for line in delivering.sent().values():
        assert line in text
    for name in PEOPLE:
        assert name not in text
    delivering.hand.primary()
    assert delivering.place == "gennemse"


# The key and the package


def test_from_the_report_to_a_saved_package(delivering: Delivering, tmp_path: Path) -> None:
    delivering.hand.primary()
    assert delivering.place == "gennemse"
    delivering.leave_out_every_find()
    assert delivering.next_words == "Næste: Jeres nøgle"
    delivering.hand.primary()
    assert delivering.next_words == "Lav nøglen, og gem pakken…"
    delivering.choose_passphrase(PASSPHRASE).save(tmp_path / "pakke.kvik")
    assert delivering.title == "Gemt, afventer godkendelse"
    assert delivering.facts() == [
        ("intact", "Ja"), ("authentic", "Ja"), ("trusted", "Venter"), ("current", "Ja"), ("complete", "Ja"),
    ]  # fmt: skip
    package = open_package((tmp_path / "pakke.kvik").read_bytes())
    own = OwnKeys.of_user().of(UNIT)
    assert own is not None
    assert package.signer == own.public


def test_the_next_edition_asks_for_the_passphrase(delivering: Delivering, tmp_path: Path) -> None:
    saved(delivering, tmp_path)
    delivering.go("gennemse").switch("plan")
    assert delivering.next_words == "Gem pakken…"
    delivering.save(tmp_path / "to.kvik").sign("en forkert sætning")
    assert "passer ikke" in delivering.dialog.field.error
    assert delivering.dialog.field.control.text() == ""
    delivering.sign(PASSPHRASE)
    assert delivering.editions() == [("2", "to.kvik"), ("1", "pakke.kvik")]
    assert delivering.page.saving.dialog is None


def test_a_short_or_mistyped_passphrase_makes_no_key(delivering: Delivering, tmp_path: Path) -> None:
    delivering.go("gennemse").leave_out_every_find()
    delivering.hand.primary()
    key_part = delivering.page.parties.key
    delivering.choose_passphrase("kort").hand.primary()
    assert key_part.first.error
    delivering.choose_passphrase(PASSPHRASE, "noget helt andet end før").hand.primary()
    assert key_part.second.error
    assert OwnKeys.of_user().of(UNIT) is None
    assert delivering.place == "afsender"


def test_giving_up_makes_nothing(delivering: Delivering) -> None:
    delivering.go("gennemse").leave_out_every_find()
    delivering.hand.primary()
    delivering.choose_passphrase(PASSPHRASE).save(None)
    assert OwnKeys.of_user().of(UNIT) is None
    assert delivering.place == "afsender"


def test_giving_up_at_the_passphrase_saves_nothing(delivering: Delivering, tmp_path: Path) -> None:
    saved(delivering, tmp_path)
    delivering.go("gennemse").switch("plan").save(tmp_path / "to.kvik").give_up()
    assert delivering.page.saving.dialog is None
    assert not (tmp_path / "to.kvik").exists()
    assert delivering.place == "gennemse"


def test_a_file_of_somebody_else_is_not_replaced_and_the_page_says_so(
    delivering: Delivering, tmp_path: Path
) -> None:
    taken = tmp_path / "brev.kvik"
    taken.write_bytes(b"en andens")
    saved(delivering, tmp_path, "brev.kvik")
    assert taken.read_bytes() == b"en andens"
    assert delivering.place == "afsender"
    assert "findes allerede" in delivering.problem()
    delivering.save(tmp_path / "pakke.kvik").sign(PASSPHRASE)
    assert delivering.place == "gem"


def test_what_has_not_changed_is_the_same_edition(delivering: Delivering, tmp_path: Path) -> None:
    first = saved(delivering, tmp_path)
    delivering.go("gennemse").save(tmp_path / "igen.kvik").sign(PASSPHRASE)
    assert (tmp_path / "igen.kvik").read_bytes() == first.read_bytes()
    assert delivering.editions() == [("1", "igen.kvik")]


def test_a_copy_is_saved_without_the_key(delivering: Delivering, tmp_path: Path) -> None:
    first = saved(delivering, tmp_path)
    delivering.told(tmp_path / "kopi.kvik")
    delivering.other("Gem en kopi…")
    assert (tmp_path / "kopi.kvik").read_bytes() == first.read_bytes()


def test_the_folder_is_shown(delivering: Delivering, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(saved_view, "open_file", shown.append)
    saved(delivering, tmp_path)
    delivering.hand.press(delivering.page.saved.show_folder)
    assert shown == [tmp_path]


def test_coming_back_the_newest_edition_is_what_one_sees(
    delivering: Delivering, tmp_path: Path, qtbot: QtBot
) -> None:
    saved(delivering, tmp_path)
    window = delivering.hand.window
    room = window.room
    assert room is not None
    path = room.desk.path
    window.leave()
    window.open(path)
    again = Delivering(Mouse(window))
    assert again.title == "Gemt, afventer godkendelse"
    assert not again.page.saved.show_folder.isVisible()
    assert again.editions() == [("1", "pakke.kvik")]


def test_a_change_after_the_delivery_leads_to_the_next_edition(
    delivering: Delivering, tmp_path: Path
) -> None:
    saved(delivering, tmp_path)
    assert delivering.next_words == "Videre til opfølgning"
    delivering.go("gennemse").switch("plan").go("gem")
    assert delivering.next_words == "Gennemse udgave 2"
    delivering.hand.primary()
    assert delivering.place == "gennemse"


def test_the_next_step_follows(delivering: Delivering, tmp_path: Path) -> None:
    saved(delivering, tmp_path)
    delivering.hand.primary()
    room = delivering.hand.window.room
    assert room is not None
    assert room.place.startswith("7")


# The receiver


def test_a_new_coordinator_is_compared_with_the_letter(delivering: Delivering, tmp_path: Path) -> None:
    delivering.go("gennemse")
    delivering.hand.press(delivering.page.review.change)
    delivering.fetch(a_list(tmp_path))
    delivering.compare(STRANGER.public)
    assert OwnKeys.of_user().trust(UNIT) is None
    delivering.compare(SIGNING.public)
    assert OwnKeys.of_user().trust(UNIT) is not None
    assert delivering.page.parties.receiver.compare is None
    delivering.go("gennemse")
    assert "Eksempel Kommune" in delivering.page.review.addressee.text()


def test_once_the_key_is_on_the_list_all_five_hold(delivering: Delivering, tmp_path: Path) -> None:
    saved(delivering, tmp_path)
    delivering.hand.press(delivering.page.saved.fetch)
    delivering.fetch(a_list(tmp_path, approve_own=True)).compare(SIGNING.public).go("gem")
    assert [answer for _, answer in delivering.facts()] == ["Ja"] * 5
    assert delivering.title == "Gemt og kontrolleret"


def test_of_several_campaigns_one_is_chosen(qtbot: QtBot, file: Path, tmp_path: Path) -> None:
    delivering = Delivering(Mouse(opened(qtbot, file)))
    saved(delivering, tmp_path)
    delivering.hand.press(delivering.page.saved.fetch)
    delivering.fetch(a_list(tmp_path, other_campaign="ekstra-2026")).compare(SIGNING.public)
    assert delivering.asleep == "Vælg kampagnen først"
    delivering.campaign("ekstra-2026")
    assert delivering.next_words == "Gem pakken…"
    assert delivering.asleep == ""
    delivering.save(tmp_path / "to.kvik").sign(PASSPHRASE)
    manifest = open_package((tmp_path / "to.kvik").read_bytes()).manifest
    assert isinstance(manifest, ResultManifest)
    assert manifest.campaign == "ekstra-2026"


def test_a_list_that_is_dropped_is_looked_at(qtbot: QtBot, file: Path, tmp_path: Path) -> None:
    delivering = Delivering(Mouse(opened(qtbot, file)))
    delivering.hand.window.take([a_list(tmp_path)])
    assert delivering.place == "afsender"
    assert delivering.page.parties.receiver.compare is not None


def test_what_is_no_list_is_told_beside_it(delivering: Delivering, tmp_path: Path) -> None:
    delivering.go("gem")
    other = tmp_path / "foto.kvik"
    other.write_bytes(b"ikke en pakke")
    delivering.fetch(other)
    assert delivering.problem()
    assert delivering.page.parties.receiver.compare is None


def test_a_package_of_our_own_is_no_invitation(delivering: Delivering, tmp_path: Path) -> None:
    package = saved(delivering, tmp_path)
    delivering.hand.press(delivering.page.saved.fetch)
    delivering.fetch(package)
    assert delivering.problem() == "pakke.kvik er hverken en invitation eller en tillidsliste."


def test_a_key_from_elsewhere_is_taken(delivering: Delivering, tmp_path: Path) -> None:
    brought = tmp_path / "fra usb.key"
    save_key(key("en anden"), brought, PASSPHRASE)
    delivering.go("gem").told(brought)
    delivering.hand.press(delivering.page.parties.key.take)
    own = OwnKeys.of_user().of(UNIT)
    assert own is not None
    assert own.public == key("en anden").public


def test_an_enrolment_can_be_sent_ahead(delivering: Delivering, tmp_path: Path) -> None:
    saved(delivering, tmp_path)
    delivering.hand.press(delivering.page.saved.fetch)
    delivering.told(tmp_path / "tilmelding.kvik")
    delivering.other("Gem en tilmelding…")
    delivering.sign(PASSPHRASE)
    asked = open_enrolment((tmp_path / "tilmelding.kvik").read_bytes())
    assert asked.institution.name == "Børnehuset"


# What is not there yet


def test_before_the_answers_are_opened_there_is_no_report(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    journey.file.close()
    delivering = Delivering(Mouse(opened(qtbot, journey.path)))
    assert delivering.page.empty is not None
    assert not delivering.page.crumbs.isVisible()
    delivering.hand.press(delivering.page.empty.button)
    room = delivering.hand.window.room
    assert room is not None
    assert room.place.startswith("3")


def test_before_acceptance_nothing_leaves(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3)).reveal()
    journey.file.close()
    delivering = Delivering(Mouse(opened(qtbot, journey.path))).go("gennemse")
    assert delivering.page.empty is not None
    assert delivering.page.empty.isVisible()
    assert delivering.page.foot.primary is None
    delivering.go("rapport")
    assert delivering.page.report.isVisible()


def test_a_file_that_can_only_be_read_is_shown_and_left_alone(
    qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = opened(qtbot, file)
    delivering = Delivering(Mouse(opened(qtbot, file))).go("gennemse")
    assert delivering.asleep == "Filen kan kun læses, så der kan ikke ændres i den."
    assert all(button.asleep for button in delivering.card(CPR).answers)
    switch = delivering.page.review.rows["plan"].switch
    assert switch is not None and not switch.isEnabled()
    assert holder.room is not None


# Everywhere


def test_nobody_can_read_a_passphrase_off_the_page(delivering: Delivering, tmp_path: Path) -> None:
    saved(delivering, tmp_path)
    gc.collect()
    fields = [each for each in QApplication.allWidgets() if isinstance(each, QLineEdit)]
    assert all(PASSPHRASE not in field.text() for field in fields)
    passwords = delivering.page.parties.findChildren(QLineEdit)
    assert all(field.echoMode() is QLineEdit.EchoMode.Password for field in passwords)


def test_a_package_is_named_after_unit_and_edition(delivering: Delivering) -> None:
    found = delivering.page.found
    assert found is not None
    assert package_name(found) == "Børnehuset Selvevaluering udgave 1.kvik"


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_is_wider_than_its_room(
    qtbot: QtBot, file: Path, tmp_path: Path, percent: int, language: str
) -> None:
    settings = Settings(language="en" if language == "en" else "da", percent=percent)
    delivering = Delivering(Mouse(opened(qtbot, file, settings)))
    for place in ("rapport", "gennemse", "afsender", "pakken"):
        delivering.page.go_on(place)
        areas = delivering.page.findChildren(QScrollArea)
        for area in areas:
            inside = area.widget()
            if area.isVisible() and inside is not None:
                assert inside.minimumSizeHint().width() <= area.viewport().width(), place
