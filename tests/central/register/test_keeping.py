"""The register: lists begun and found again, keys approved and revoked, invitations and cuts written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kvik_desktop.central import store
from kvik_desktop.central.model import Outcome
from kvik_desktop.central.register import keeping, usecases
from kvik_desktop.central.register.campaigns import AskedCampaign, campaign_id
from kvik_desktop.central.register.keeping import Beginning, Hand, Invited
from kvik_desktop.central.register.model import KeyState
from kvik_desktop.central.register.own_list import OwnFiles
from kvik_desktop.central.usecases import import_paths
from kvik_desktop.cli.benchmarks.packages import CAMPAIGN
from kvik_desktop.compose import open_central
from kvik_desktop.envelope import keys
from kvik_desktop.envelope.packages import open_invitation, open_list, seal_list
from kvik_desktop.envelope.pins import Pins
from kvik_desktop.envelope.trust_list import Reason, TrustList
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from tests.central.material import MODELS, NOW, Office
from tests.forge import enrolment, key, unit

PASSPHRASE = "fire ord på en række"
NEWCOMER, NEWCOMER_KEY = unit("enhed-ny-skole", "Skovmoseskolen"), key("ny skole")


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "KDF_ROUNDS", 1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def pins(user_data: Path) -> Pins:
    return Pins(user_data / "noegler")


def hand(office: Office, pins: Pins, listed: TrustList | None = None) -> Hand:
    """The coordinator of the made-up world with her list beside the database."""
    files = OwnFiles(office.folder / "tillidsliste.kvik", office.folder / "koordinator.key")
    files.trust_list.write_bytes(office.list_bytes(listed))
    keeping.catch_up(office.database, pins, MODELS)
    return Hand(files, office.world.signing, pins, MODELS)


def newcomer() -> bytes:
    """An enrolment of an institution that is not on the list, made before the clock of the office."""
    return enrolment(
        NEWCOMER_KEY,
        institution=NEWCOMER,
        campaign=None,
        audience=None,
        created=(NOW - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )


def test_a_list_is_begun_remembered_and_signed_with_its_key(office: Office, pins: Pins) -> None:
    stick = office.folder / "stick"
    stick.mkdir()
    asked = Beginning(" Fjordby Kommune ", office.folder / "noegler", PASSPHRASE, stick, "i et pengeskab")
    listed = keeping.begin(office.database, asked, pins)
    assert (listed.coordinator.name, listed.version) == ("Fjordby Kommune", 1)
    files = keeping.files_of(office.database)
    assert files == OwnFiles(
        office.folder / "noegler" / "tillidsliste.kvik", office.folder / "noegler" / "koordinator.key"
    )
    assert (stick / "genopretning.key").exists()
    assert keeping.unlock(files, PASSPHRASE, pins).public == listed.signing_key
    with pytest.raises(Problem, match="E_PASSPHRASE") as caught:
        keeping.unlock(files, "en anden", pins)
    assert "genopretningsnøglen" in caught.value.action.message
    assert office.database.ask(usecases.newest_list) == listed


def test_nothing_is_made_where_a_name_is_taken(office: Office, pins: Pins) -> None:
    (office.folder / "genopretning.key").write_text("en anden")
    asked = Beginning("Fjordby", office.folder / "noegler", PASSPHRASE, office.folder, "genopretning")
    with pytest.raises(Problem, match="E_FILE_EXISTS"):
        keeping.begin(office.database, asked, pins)
    assert not (office.folder / "noegler").exists()
    assert keeping.files_of(office.database) is None


def test_a_list_beside_the_database_is_found(office: Office, pins: Pins) -> None:
    assert keeping.catch_up(office.database, pins, MODELS) is None
    hand(office, pins)
    assert keeping.files_of(office.database) == OwnFiles(
        office.folder / "tillidsliste.kvik", office.folder / "koordinator.key"
    )
    register = office.database.ask(usecases.register)
    assert [each.entry.institution.name for each in register.institutions] == [f"Enhed {n}" for n in range(6)]
    assert {each.state for each in register.institutions} == {KeyState.HOLDS}


def test_approval_lets_the_newcomers_package_in(office: Office, pins: Pins) -> None:
    known = replace(office, size=5)
    signing = hand(office, pins, known.world.trust_list)
    paths = office.files([newcomer(), office.package(5)[0]])
    report = import_paths(office.database, paths, MODELS)
    assert {each.outcome for each in report.files} == {Outcome.QUARANTINED}
    register = office.database.ask(usecases.register)
    by_name = {each.name: each for each in register.strangers}
    assert set(by_name) == {"Skovmoseskolen", "Enhed 5"}
    assert office.database.ask(usecases.asking, by_name["Enhed 5"].signer) is None  # brings no enrolment
    asking = office.database.ask(usecases.asking, by_name["Skovmoseskolen"].signer)
    assert asking is not None
    assert asking.key == NEWCOMER_KEY.public
    done = keeping.approve(office.database, signing, asking)
    assert done.released == 1
    register = office.database.ask(usecases.register)
    assert [each.name for each in register.strangers] == ["Enhed 5"]
    [entry] = [e.entry for e in register.institutions if e.entry.institution == NEWCOMER]
    assert entry.newest.expires == "2029-11-22T00:00:00Z"


def test_another_key_for_a_known_institution_is_a_hard_stop(office: Office, pins: Pins) -> None:
    signing = hand(office, pins)
    impostor = enrolment(NEWCOMER_KEY, institution=office.world.institution(0), campaign=None, audience=None)
    import_paths(office.database, office.files([impostor]), MODELS)
    register = office.database.ask(usecases.register)
    assert register.strangers == ()
    [known] = [each for each in register.institutions if each.other is not None]
    assert known.entry.institution.name == "Enhed 0"
    assert known.other is not None
    asking = office.database.ask(usecases.asking, known.other.signer)
    assert asking is not None
    with pytest.raises(Problem, match="E_KEY_CHANGED"):
        keeping.approve(office.database, signing, asking)


def test_a_compromised_key_takes_back_what_it_has_signed(office: Office, pins: Pins) -> None:
    signing = hand(office, pins)
    office.take_paths(office.files([office.package(0)[0]]))
    assert office.database.ask(usecases.register).institutions[0].delivered is not None
    done = keeping.revoke(
        office.database, signing, "enhed-000000", Reason.COMPROMISED, (NOW - timedelta(days=1)).date()
    )
    assert done.refused == 1
    [revoked] = [
        e for e in office.database.ask(usecases.register).institutions if e.delivered or e.state == "revoked"
    ]
    assert revoked.state is KeyState.REVOKED
    assert revoked.delivered is None


@pytest.mark.parametrize(
    ("days", "state"),
    [(300, KeyState.HOLDS), (310, KeyState.ENDS_SOON), (366, KeyState.EXPIRED), (-40, KeyState.NOT_YET)],
)
def test_what_is_said_of_a_key_depends_on_the_day(
    office: Office, pins: Pins, days: int, state: KeyState
) -> None:
    hand(office, pins)
    then = FixedClock(NOW + timedelta(days=days))
    with open_central(f"sqlite:///{office.folder / 'central.db'}", then) as database:
        assert {each.state for each in database.ask(usecases.register).institutions} == {state}


def test_an_invitation_opens_its_campaign(office: Office, pins: Pins) -> None:
    signing = hand(office, pins)
    asked = AskedCampaign("Efterår 2027", MODELS[0])
    id_ = campaign_id("Efterår 2027", [CAMPAIGN])
    out = office.folder / "invitation.kvik"
    campaign = asked.campaign(id_, None, NOW)
    listed = keeping.invite(office.database, signing, Invited(campaign), out)
    invited = open_invitation(out.read_bytes())
    assert (invited.campaign, invited.institution) == ("efteraar-2027", None)
    assert open_list(signing.files.trust_list.read_bytes()).trust_list == listed
    known = {each.id for each in office.database.ask(store.campaigns.all)}
    assert known == {CAMPAIGN, "efteraar-2027"}


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Selvevaluering 2026", "selvevaluering-2026-2"),
        ("Æ Ø", "kampagne-ae-oe"),
        ("!", "kampagne"),
        ("Et navn, der er så langt, at det ikke kan være der", "et-navn-der-er-saa-langt-at-de"),
    ],
)
def test_a_campaigns_id_is_made_from_its_title(title: str, id_: str) -> None:
    assert campaign_id(title, ["selvevaluering-2026"]) == id_


def test_every_institution_gets_its_own_cut(office: Office, pins: Pins) -> None:
    signing = hand(office, pins)
    out = office.folder / "ud"
    out.mkdir()
    assert keeping.write_cuts(office.database, signing, out) == 6
    for path in sorted(out.iterdir()):
        listed = open_list(path.read_bytes()).trust_list
        assert [each.institution.id for each in listed.institutions] == [listed.cut_for]


def test_an_older_file_than_the_database_has_seen_is_not_built_upon(office: Office, pins: Pins) -> None:
    signing = hand(office, pins)
    before = signing.files.trust_list.read_bytes()
    keeping.revoke(office.database, signing, "enhed-000000", Reason.LOST, None)
    signing.files.trust_list.write_bytes(before)
    elsewhere = replace(signing, pins=Pins(office.folder / "en anden computer"))
    with pytest.raises(Problem, match="E_STALE"):
        keeping.revoke(office.database, elsewhere, "enhed-000001", Reason.LOST, None)
    assert signing.files.trust_list.read_bytes() == before


def test_another_coordinators_list_is_not_worked_with(office: Office, pins: Pins, tmp_path: Path) -> None:
    hand(office, pins)
    stranger = Office(tmp_path / "x", size=1)
    listed = stranger.world.trust_list
    other = tmp_path / "fremmed.kvik"
    changed = replace(stranger.world, seed=7)
    other.write_bytes(seal_list(changed.trust_list, changed.signing, NOW))
    assert listed.recovery != changed.trust_list.recovery
    with pytest.raises(Problem, match="E_UNKNOWN_KEY"):
        keeping.use_files(office.database, OwnFiles(other, tmp_path / "x.key"), pins, MODELS)
    assert office.database.ask(usecases.own_files) is None
