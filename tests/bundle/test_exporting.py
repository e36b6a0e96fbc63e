"""Handing in: the file is what was checked, an edition is never two files, and nothing is used in vain."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import Action
from kvik_desktop.action_plan.usecases import NewAction
from kvik_desktop.bundle import usecases
from kvik_desktop.bundle.checks import Reader
from kvik_desktop.bundle.exporting import export, take_back
from kvik_desktop.bundle.privacy import Choices
from kvik_desktop.bundle.sender import Order
from kvik_desktop.bundle.usecases import Delivered
from kvik_desktop.compose import open_file
from kvik_desktop.envelope import ceremony, container
from kvik_desktop.envelope import manifest as manifests
from kvik_desktop.envelope.kinds import ENROLMENT_PATH, Kind
from kvik_desktop.envelope.manifest import Manifest, ResultManifest, WithdrawalManifest
from kvik_desktop.envelope.trust_list import Reason
from kvik_desktop.envelope.verdict import Fact, Outcome
from kvik_desktop.envelope.verification import verify
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.states import State
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.workshop import usecases as meeting
from tests.bundle.material import CAMPAIGN, KEY, invitation, opened, order, ready, trust_list
from tests.forge import SIGNING, key
from tests.journey import PEOPLE, Journey

CLOCK = FixedClock(datetime(2026, 11, 22, 9, 30, tzinfo=UTC))


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an accepted evaluation with a plan."""
    journey = ready(tmp_path_factory.mktemp("færdig"), CLOCK)
    journey.file.close()
    return journey.path


class Sender:
    """One copy of the file, and what it exports."""

    def __init__(self, folder: Path, path: Path) -> None:
        self.folder = folder
        self.file = open_file(path, clock=CLOCK)
        self.id = self.file.ask(evaluations.current).id
        self.package = self.file.ask(meeting.result, self.id).package

    def export(self, name: str = "a.kvik", what: Order | None = None) -> Delivered:
        return export(self.file, self.id, what or order(), self.folder / name)

    def bytes(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    def change(self, title: str = "Et nyt tiltag") -> None:
        new = NewAction(Action("", self.id, 3, title))
        self.file.do(plans.put_actions, self.id, [new])


@pytest.fixture
def sender(tmp_path: Path, finished: Path) -> Iterator[Sender]:
    path = tmp_path / "enhed.kvikdb"
    shutil.copy(finished, path)
    made = Sender(tmp_path, path)
    yield made
    made.file.close()


def manifest_of(data: bytes) -> Manifest:
    found = container.unpack(data)
    kind = Kind.WITHDRAWAL if b"tilbagekaldelse" in found.mimetype else Kind.RESULT
    return manifests.decode(found.manifest, kind)


def result_of(data: bytes) -> ResultManifest:
    manifest = manifest_of(data)
    assert isinstance(manifest, ResultManifest)
    return manifest


def test_the_file_is_the_package_that_was_checked(sender: Sender) -> None:
    delivered = sender.export()
    assert sender.bytes("a.kvik") == delivered.delivery.package
    assert delivered.verdict.outcome is Outcome.ACCEPTED
    assert delivered.delivery.edition == 1
    others = [path.name for path in sender.folder.iterdir() if not path.name.startswith("enhed.kvikdb")]
    assert [name for name in others if name.endswith((".kvik", ".ny"))] == ["a.kvik"]


def test_nobody_who_took_part_is_in_it(sender: Sender) -> None:
    """Names from the roster stand only where people wrote them into a text themselves."""
    choices = Choices(leave_out_texts=frozenset({"k1.1/reason", "k1.1/areas/1", "plan/1/areas/1"}))
    sender.export(what=order(choices=choices))
    for name in PEOPLE:
        assert name.encode() not in sender.bytes("a.kvik")


def test_an_unknown_key_waits_and_brings_its_enrolment(sender: Sender) -> None:
    delivered = sender.export()
    assert delivered.waits
    assert delivered.verdict.facts.trusted is Fact.UNKNOWN
    assert ENROLMENT_PATH in container.unpack(sender.bytes("a.kvik")).content
    assert delivered.digits == KEY.public.digits


def test_an_approved_key_does_not_wait(sender: Sender) -> None:
    listed = trust_list(sender.package, CLOCK)
    delivered = sender.export(what=order(opened(listed, CLOCK)))
    assert not delivered.waits
    assert delivered.verdict.facts.trusted is Fact.YES
    manifest = result_of(sender.bytes("a.kvik"))
    assert (manifest.campaign, manifest.audience) == (CAMPAIGN, SIGNING.public.fingerprint)
    assert ENROLMENT_PATH not in container.unpack(sender.bytes("a.kvik")).content


def test_the_coordinator_accepts_what_was_exported(sender: Sender) -> None:
    listed = trust_list(sender.package, CLOCK)
    sender.export(what=order(opened(listed, CLOCK)))
    reader = Reader((sender.package,), {CAMPAIGN: 5})
    verdict = verify(
        sender.bytes("a.kvik"), received=CLOCK.now(), checks=reader.checks, trust=listed.as_trust()
    )
    assert verdict.code is None


def test_the_same_again_is_the_same_bytes_and_the_same_edition(sender: Sender) -> None:
    first = sender.export("a.kvik")
    again = sender.export("b.kvik")
    assert (first.unchanged, again.unchanged) == (False, True)
    assert sender.bytes("a.kvik") == sender.bytes("b.kvik")
    assert len(sender.file.ask(usecases.deliveries, sender.id)) == 1


def test_approval_of_the_key_changes_nothing_that_was_said(sender: Sender) -> None:
    unapproved = trust_list(sender.package, CLOCK, approve=None)
    first = sender.export("a.kvik", order(opened(unapproved, CLOCK)))
    again = sender.export("b.kvik", order(opened(trust_list(sender.package, CLOCK), CLOCK)))
    assert first.waits
    assert not again.waits
    assert again.unchanged


def test_a_change_is_the_next_edition_and_names_the_one_before(sender: Sender) -> None:
    first = sender.export("a.kvik").delivery
    sender.change()
    second = sender.export("b.kvik").delivery
    manifest = result_of(sender.bytes("b.kvik"))
    assert (second.edition, manifest.edition, manifest.supersedes) == (2, 2, first.sha256)
    assert [each.edition for each in sender.file.ask(usecases.deliveries, sender.id)] == [1, 2]


def test_each_campaign_counts_for_itself(sender: Sender) -> None:
    sender.export("a.kvik")
    listed = opened(trust_list(sender.package, CLOCK), CLOCK)
    assert sender.export("b.kvik", order(listed)).delivery.edition == 1


def test_a_withdrawal_is_an_edition_too_and_what_follows_comes_after_it(sender: Sender) -> None:
    first = sender.export("a.kvik").delivery
    taken = take_back(sender.file, sender.id, order(), "Forkert fil", sender.folder / "w.kvik").delivery
    manifest = manifest_of(sender.bytes("w.kvik"))
    assert isinstance(manifest, WithdrawalManifest)
    assert (taken.edition, manifest.supersedes) == (2, first.sha256)
    again = sender.export("b.kvik").delivery
    assert (again.edition, result_of(sender.bytes("b.kvik")).supersedes) == (3, taken.sha256)


def test_nothing_can_be_taken_back_that_was_not_delivered(sender: Sender) -> None:
    with pytest.raises(Problem, match="E_NOTHING_DELIVERED"):
        take_back(sender.file, sender.id, order(), "", sender.folder / "w.kvik")
    sender.export()
    take_back(sender.file, sender.id, order(), "", sender.folder / "w.kvik")
    with pytest.raises(Problem, match="E_NOTHING_DELIVERED"):
        take_back(sender.file, sender.id, order(), "", sender.folder / "v.kvik")


def test_the_evaluation_is_delivered_and_it_cannot_be_undone(sender: Sender) -> None:
    sender.export()
    assert sender.file.ask(meeting.state, sender.id) is State.DELIVERED
    assert sender.file.ask(evaluations.get, sender.id).edition == 1
    assert sender.file.undo_label is None


def test_before_acceptance_nothing_is_handed_in(tmp_path: Path) -> None:
    journey = Journey(tmp_path, CLOCK).gather_people()
    with pytest.raises(Problem, match="E_STATE"):
        export(journey.file, journey.id, order(), tmp_path / "a.kvik")
    assert not (tmp_path / "a.kvik").exists()
    journey.file.close()


def test_what_is_not_ours_is_never_overwritten(sender: Sender) -> None:
    (sender.folder / "a.kvik").write_bytes(b"noget andet")
    with pytest.raises(Problem, match="E_FILE_EXISTS"):
        sender.export()
    assert sender.bytes("a.kvik") == b"noget andet"
    assert sender.file.ask(usecases.deliveries, sender.id) == ()


def test_an_earlier_edition_of_ours_may_be_replaced(sender: Sender) -> None:
    sender.export()
    sender.change()
    sender.export()
    assert result_of(sender.bytes("a.kvik")).edition == 2


def test_a_medium_that_keeps_something_else_is_found_out(sender: Sender) -> None:
    def forgetful(data: bytes) -> bytes:
        return data[:-1] + b"\1"

    with pytest.raises(Problem, match="E_READ_BACK"):
        sender.file.do(usecases.deliver, sender.id, order(), forgetful)
    assert sender.file.ask(usecases.deliveries, sender.id) == ()


def test_a_full_medium_uses_no_number(sender: Sender) -> None:
    def full(_data: bytes) -> bytes:
        raise Problem("E_FILE_WRITE", say("Der er ikke plads."), say("Skaf plads."))

    with pytest.raises(Problem, match="E_FILE_WRITE"):
        sender.file.do(usecases.deliver, sender.id, order(), full)
    assert sender.export().delivery.edition == 1


def test_a_crash_before_the_name_gives_the_same_bytes_next_time(sender: Sender) -> None:
    """Committed, and then the power went: the next export writes that very edition."""
    lost: list[bytes] = []

    def keep(data: bytes) -> bytes:
        lost.append(data)
        return data

    sender.file.do(usecases.deliver, sender.id, order(), keep)
    assert sender.export().unchanged
    assert sender.bytes("a.kvik") == lost[0]


def test_a_missing_folder_is_a_problem_and_not_a_crash(sender: Sender) -> None:
    with pytest.raises(Problem, match="E_FILE_WRITE"):
        sender.export("findes ikke/a.kvik")
    assert sender.export().delivery.edition == 1


def test_a_campaign_that_is_not_on_the_list_is_refused(sender: Sender) -> None:
    listed = opened(trust_list(sender.package, CLOCK), CLOCK)
    with pytest.raises(Problem, match="E_CAMPAIGN"):
        sender.export(what=order(listed, campaign="kampagne-1999"))


def test_what_the_coordinator_would_refuse_is_not_handed_in(sender: Sender) -> None:
    """The campaign is shut: found by the reader's own checks on the bytes read back."""
    shut = trust_list(sender.package, CLOCK, is_open=False)
    with pytest.raises(Problem, match="E_CAMPAIGN"):
        sender.export(what=order(opened(shut, CLOCK), campaign=CAMPAIGN))
    assert sender.file.ask(usecases.deliveries, sender.id) == ()
    assert [path.name for path in sender.folder.glob("*a.kvik*")] == []


def test_a_revoked_key_hands_nothing_in(sender: Sender) -> None:
    listed = trust_list(sender.package, CLOCK)
    now = CLOCK.now()
    revoked = ceremony.revoke(listed, "671-boernehuset", Reason.LOST, now - timedelta(hours=1), now)
    with pytest.raises(Problem, match="E_KEY_REVOKED"):
        sender.export(what=order(opened(revoked, CLOCK)))


def test_an_invitation_gives_the_id_that_the_coordinator_knows(sender: Sender) -> None:
    invited = invitation(trust_list(sender.package, CLOCK, approve=None), CLOCK)
    sender.export(what=order(invited))
    assert result_of(sender.bytes("a.kvik")).institution.id == "kommune-boernehus-7"
    assert invited.sha256.encode() in container.unpack(sender.bytes("a.kvik")).content[ENROLMENT_PATH]


@pytest.mark.parametrize(("campaigns", "has_histogram"), [(3, True), (5, True), (6, False)])
def test_the_larger_of_both_smallest_groups_holds(
    sender: Sender, campaigns: int, has_histogram: bool
) -> None:
    listed = trust_list(sender.package, CLOCK, smallest_group=campaigns)
    sender.export(what=order(opened(listed, CLOCK)))
    manifest = result_of(sender.bytes("a.kvik"))
    assert manifest.smallest_group == max(5, campaigns)
    result = container.unpack(sender.bytes("a.kvik")).content["data/resultat.json"]
    assert (b'"histogram":[' in result) is has_histogram


def test_another_key_than_the_coordinator_knows_is_warned_of(sender: Sender) -> None:
    listed = trust_list(sender.package, CLOCK, approve=key("den gamle"))
    delivered = sender.export(what=order(opened(listed, CLOCK)))
    assert delivered.waits
    [warning] = delivered.warnings
    assert "anden nøgle" in warning.message


def test_an_old_list_is_warned_of(sender: Sender) -> None:
    listed = opened(trust_list(sender.package, CLOCK), CLOCK)
    old = replace(listed, created=CLOCK.now() - timedelta(days=200))
    [warning] = sender.export(what=order(old)).warnings
    assert "halvt år" in warning.message


def test_a_file_that_has_seen_a_newer_list_takes_no_older_one(sender: Sender) -> None:
    older = trust_list(sender.package, CLOCK, approve=None)
    newer = trust_list(sender.package, CLOCK)
    sender.export("a.kvik", order(opened(newer, CLOCK)))
    sender.change()
    with pytest.raises(Problem, match="E_STALE"):
        sender.export("b.kvik", order(opened(older, CLOCK)))
    assert len(sender.file.ask(usecases.deliveries, sender.id)) == 1


def test_too_long_texts_are_named_and_nothing_is_made(sender: Sender) -> None:
    sender.change("x" * 10_001)
    with pytest.raises(Problem, match="E_TOO_LONG") as raised:
        sender.export()
    assert len(raised.value.details) == 1
    assert not (sender.folder / "a.kvik").exists()


def test_a_copy_of_the_file_makes_a_fork_that_the_reader_can_see(sender: Sender, tmp_path: Path) -> None:
    """What the ledger is for: nothing in one file can know of the other."""
    sender.export("a.kvik")
    sender.file.close()
    other_path = tmp_path / "kopi.kvikdb"
    shutil.copy(tmp_path / "enhed.kvikdb", other_path)
    one, other = Sender(tmp_path, tmp_path / "enhed.kvikdb"), Sender(tmp_path, other_path)
    one.change("Et")
    other.change("Et andet")
    first, second = one.export("b.kvik"), other.export("c.kvik")
    assert first.delivery.edition == second.delivery.edition == 2
    assert first.delivery.sha256 != second.delivery.sha256
    one.file.close()
    other.file.close()
