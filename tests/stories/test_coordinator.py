"""A new coordinator's first campaign, from the start page to the report: list, keys, packages, benchmark."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.central.register.own_list import LIST_NAME
from kvik_desktop.envelope import keys
from kvik_desktop.envelope.packages import open_list
from kvik_desktop.envelope.trust_list import TrustList
from kvik_desktop.foundation.places import Places
from kvik_desktop.shell.window import Window
from tests.central.deliveries import Deliveries
from tests.drivers.coordinator import Comparison, Inbox
from tests.drivers.hand import HANDS, Hand
from tests.drivers.register import Register
from tests.drivers.start import Starting
from tests.window import window

NAME = "Fjordby Kommune"
PASSPHRASE, RECOVERY = "fire ord på en række", "seks får under et træ"
DELIVERED = 6


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase takes a second otherwise."""
    monkeypatch.setattr(keys, "KDF_ROUNDS", 1)


@pytest.mark.parametrize("hand", HANDS, ids=["mouse", "keys"])
def test_a_first_campaign(qtbot: QtBot, tmp_path: Path, hand: Callable[[Window], Hand]) -> None:
    user = hand(window(qtbot))
    Starting(user).enter("coordinator").primary()
    begins_a_list(Register(user), tmp_path)
    invites(Register(user), tmp_path / "invitation.kvik")
    sent = Deliveries(own_list(), datetime.now(UTC).replace(microsecond=0), DELIVERED)
    receives(Inbox(user), sent.write(tmp_path / "post"))
    for number in range(DELIVERED):
        approves(Inbox(user), sent, number)
    compares(Comparison(user))
    reports(Comparison(user), tmp_path / "direktionen.pdf")


def own_list() -> TrustList:
    """The list as it lies in its file."""
    return open_list((Places.of_user().central_database.parent / LIST_NAME).read_bytes()).trust_list


def begins_a_list(page: Register, folder: Path) -> None:
    """A name and two keys; the recovery key lies on a stick."""
    stick = folder / "stick"
    stick.mkdir()
    page.begin().fill_in(NAME, PASSPHRASE, stick, RECOVERY).hand.primary()
    assert own_list().coordinator.name == NAME


def invites(page: Register, invitation: Path) -> None:
    """Everybody, to a campaign that begins today."""
    page.hand.primary()
    page.invite().new_campaign("Selvevaluering 2027").save_invitation(invitation)
    page.sign(PASSPHRASE, keep=True)
    assert invitation.exists()
    assert [campaign.title for campaign in own_list().campaigns] == ["Selvevaluering 2027"]


def receives(page: Inbox, folder: Path) -> None:
    """Nobody is known yet, so everything waits."""
    page.fetch_folder(folder)
    assert [outcome for outcome, _, _ in page.rows()] == ["Karantæne"] * DELIVERED


def approves(page: Inbox, sent: Deliveries, number: int) -> None:
    """The digits are compared on the telephone, and the package counts."""
    name = sent.institutions[number].name
    page.choose(name)
    check = page.page.panel.check
    assert check is not None
    page.compare(check, sent.town.key(number).public)
    assert ("Godkendt", name) in [(outcome, who) for outcome, who, _ in page.rows()]


def compares(page: Comparison) -> None:
    """Six can be held up to each other, the sectors by themselves cannot."""
    assert page.groups[-1] == f"Alle n = {DELIVERED}"
    assert page.cells("3")[0] == "under 5"
    page.choose("3", len(page.groups) - 1).open()
    assert page.panel[0] == "3 Medarbejdere"
    assert f"n = {DELIVERED}: median {page.cells('3')[-1]}" in page.spread


def reports(page: Comparison, out: Path) -> None:
    """What the directors get is the campaign's snapshot from now on."""
    page.answer_chooser(out)
    page.hand.primary()
    assert out.read_bytes().startswith(b"%PDF")
    assert page.standing.startswith("Kampagnen er opgjort den")
