"""Taking files in: one verdict a file, nothing twice, nothing lost, whatever comes and in whatever order."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import Table, func, select

from kvik_desktop.bundle.making import Edition
from kvik_desktop.central import store, usecases
from kvik_desktop.central.model import FileVerdict, Package
from kvik_desktop.cli.benchmarks.packages import World
from kvik_desktop.compose import open_central
from kvik_desktop.envelope import ceremony
from kvik_desktop.envelope.packages import seal_list
from kvik_desktop.envelope.trust_list import Reason, TrustList
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method
from kvik_desktop.storage.work import Transaction
from tests.bundle.faults import broken, set_criterion
from tests.central.material import MODELS, NOW, Office, codes


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.database.close()


def ledger(office: Office, number: int = 0) -> dict[int, tuple[str, bool]]:
    """By edition the standing of one institution's packages and whether they count."""

    def ask(work: Transaction) -> list[Package]:
        return list(store.ledger_of(work, office.world.institution(number).id, "kampagne-2026"))

    return {each.edition: (each.standing.value, each.counts) for each in office.database.ask(ask)}


def everything(office: Office) -> object:
    """All that the ledgers and receipts say, without ids and times."""

    def ask(work: Transaction) -> object:
        packages = store.packages.all(work)
        receipts = store.receipts.all(work)
        return (
            sorted((p.sha256, p.standing.value, p.counts) for p in packages),
            sorted((r.sha256, r.outcome.value, str(r.code)) for r in receipts),
        )

    return office.database.ask(ask)


def test_good_packages_are_accepted_and_their_figures_kept(office: Office) -> None:
    report = office.take([office.package(number)[0] for number in range(6)])
    assert office.counts(report) == {"accepted": 6}
    assert report.superseded == 0

    def count(work: Transaction, table: Table) -> int:
        return work.execute(select(func.count()).select_from(table)).scalar_one()

    assert office.database.ask(count, store.SCORE) == 6 * 28
    assert office.database.ask(count, store.CRITERION_MEAN) == 6 * 9


def test_the_bytes_are_kept_as_they_came(office: Office) -> None:
    data, sha256 = office.package(0)
    office.take([data])
    [package] = office.database.ask(
        lambda work: store.ledger_of(work, office.world.institution(0).id, "kampagne-2026")
    )
    assert package.sha256 == sha256
    assert office.database.ask(store.original, package.file) == data


def test_a_receipt_registers_date_sender_title_edition_and_checksum(office: Office) -> None:
    office.take([office.package(3)[0]])
    [receipt] = office.database.ask(store.receipts.all)
    assert (receipt.received, receipt.institution, receipt.institution_name) == (
        NOW,
        "enhed-000003",
        "Enhed 3",
    )
    assert (receipt.title, receipt.edition, receipt.name) == ("Selvevaluering 2026", 1, "pakke-00000.kvik")
    assert len(receipt.sha256) == 64


def test_the_same_files_again_change_nothing(office: Office) -> None:
    packages = [office.package(number)[0] for number in range(3)]
    office.take(packages)
    before = everything(office)
    again = office.take(packages)
    assert office.counts(again) == {"duplicate": 3}
    assert codes(again) == ["I_DUPLICATE"] * 3
    assert everything(office) == before


def test_the_same_file_twice_in_one_import(office: Office) -> None:
    data = office.package(0)[0]
    assert office.counts(office.take([data, data])) == {"accepted": 1, "duplicate": 1}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_editions_in_any_order_come_to_the_same(office: Office, order: tuple[int, ...]) -> None:
    chain = office.chain(0, 3)
    report = office.take([chain[place] for place in order])
    assert office.counts(report) == {"accepted": 3}
    assert report.superseded == 2
    assert ledger(office) == {1: ("superseded", False), 2: ("superseded", False), 3: ("current", True)}


def test_an_edition_in_a_later_import_replaces_the_one_before(office: Office) -> None:
    first, second = office.chain(0, 2)
    assert office.take([first]).superseded == 0
    report = office.take([second])
    assert (office.counts(report), report.superseded) == ({"accepted": 1}, 1)


def test_a_gap_is_noted_and_filled(office: Office) -> None:
    first, second, third = office.chain(0, 3)
    assert codes(office.take([first])) == [None]
    assert codes(office.take([third])) == ["W_GAP"]
    assert ledger(office) == {1: ("stale", False), 3: ("current", True)}
    report = office.take([second])
    assert codes(report) == [None]
    assert ledger(office)[1] == ("superseded", False)


def test_an_older_edition_that_nothing_names_is_stale(office: Office) -> None:
    first, _, third = office.chain(0, 3)
    office.take([third])
    report = office.take([first])
    assert (office.counts(report), codes(report)) == ({"stale": 1}, ["E_STALE"])
    assert report.superseded == 0


def test_a_fork_puts_both_in_quarantine(office: Office) -> None:
    first, sha256 = office.package(0)
    second = office.package(0, 2, sha256, variant=1)[0]
    rival = office.package(0, 2, sha256, variant=2)[0]
    office.take([first, second])
    report = office.take([rival])
    assert codes(report) == ["E_FORK"]
    assert ledger(office) == {1: ("current", True), 2: ("fork", False)}
    waiting = office.database.ask(usecases.status).waiting
    assert [receipt.edition for receipt in waiting] == [2, 2]


def test_building_on_one_of_them_settles_a_fork(office: Office) -> None:
    first, sha256 = office.package(0)
    second, second_sha = office.package(0, 2, sha256, variant=1)
    rival = office.package(0, 2, sha256, variant=2)[0]
    office.take([first, second, rival])
    third = office.package(0, 3, second_sha, variant=3)[0]
    report = office.take([third])
    assert codes(report) == [None]
    assert [receipt.edition for receipt in office.database.ask(usecases.status).waiting] == [2]


def test_a_number_that_runs_away_waits(office: Office) -> None:
    first, sha256 = office.package(0)
    report = office.take([first, office.package(0, 99, sha256)[0]])
    assert codes(report) == [None, "E_JUMP"]
    assert ledger(office)[1] == ("current", True)


def test_a_withdrawal_leaves_nothing_to_count(office: Office) -> None:
    first, sha256 = office.package(0)
    report = office.take([first, office.withdrawal(0, 2, sha256)])
    assert office.counts(report) == {"accepted": 2}
    assert ledger(office) == {1: ("superseded", False), 2: ("current", False)}


def test_only_what_holds_is_known_to_a_ledger(office: Office) -> None:
    """A rival whose content is broken is rejected: it cannot push a good package into quarantine."""
    good, rival = office.package(0)[0], broken(office.world, set_criterion(mean="12.3456"))
    for order in ([good, rival], [rival, good]):
        report = office.take(order)
        assert sorted(str(code) for code in codes(report)) in (
            ["E_SEMANTIC", "None"],
            ["E_SEMANTIC", "I_DUPLICATE"],
        )
        assert ledger(office) == {1: ("current", True)}


def test_every_order_of_a_difficult_history_ends_the_same(tmp_path: Path) -> None:
    """Chains, a fork, a gap, a jump, a withdrawal, junk and repeats, shuffled and cut in two."""
    states, counts = [], []
    for seed in range(6):
        folder = tmp_path / str(seed)
        folder.mkdir()
        office = Office(folder, size=5)
        history = difficult(office)
        random.Random(seed).shuffle(history)
        middle = len(history) // 2 if seed % 2 else len(history)
        reports = [office.take(part) for part in (history[:middle], history[middle:])]
        states.append(everything(office))
        if not seed % 2:
            counts.append((office.counts(reports[0]), reports[0].superseded))
        office.database.close()
    assert all(state == states[0] for state in states)
    assert all(count == counts[0] for count in counts)


def difficult(office: Office) -> list[bytes]:
    """One institution for each kind of trouble."""
    chain = office.chain(0, 4)
    first, sha256 = office.package(1)
    fork = [first, *(office.package(1, 2, sha256, variant=number)[0] for number in (1, 2))]
    with_gap = office.chain(2, 4)
    del with_gap[2]
    start, start_sha = office.package(3)
    jump = [start, office.package(3, 90, start_sha)[0]]
    begun, begun_sha = office.package(4)
    taken_back = [begun, office.withdrawal(4, 2, begun_sha)]
    return [*chain, *fork, *with_gap, *jump, *taken_back, b"junk", b"", chain[0]]


def test_odd_things_in_a_folder_stop_nothing(office: Office) -> None:
    good = office.files([office.package(0)[0]])[0]
    folder = good.parent
    (folder / "tom.kvik").touch()
    (folder / "brev.txt").write_text("Læs mig ikke")
    (folder / "mappe.kvik").mkdir()
    (folder / "mappe.kvik" / "STORE.KVIK").write_bytes(office.package(1)[0])
    (folder / "ring").symlink_to(folder)
    (folder / "løs.kvik").symlink_to(folder / "findes ikke")
    (folder / "selv.kvik").symlink_to(folder / "selv.kvik")
    os.mkfifo(folder / "rør.kvik")
    with (folder / "enorm.kvik").open("wb") as file:
        file.truncate(2 * 2**30)
    (folder / "\x1b[2Jnavn\n.kvik").write_bytes(b"junk")
    (folder / os.fsdecode(b"ulovlig-\xff.kvik")).write_bytes(b"junk")
    report = office.take_paths([folder, folder / "ikke her.kvik"])
    assert office.counts(report) == {"accepted": 2, "rejected": 8}
    by_name = {Path(verdict.path).name: verdict.code for verdict in report.files}
    assert by_name["rør.kvik"] == by_name["enorm.kvik"] == by_name["selv.kvik"] == "E_SIZE"
    assert by_name["tom.kvik"] == "E_CONTAINER"
    names = [receipt.name for receipt in office.database.ask(store.receipts.all)]
    assert all(name.isprintable() for name in names)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_one_may_not_read_gets_its_verdict(office: Office) -> None:
    closed = office.folder / "lukket"
    closed.mkdir(mode=0)
    report = office.take_paths([closed])
    assert codes(report) == ["E_SIZE"]


def test_without_a_list_everything_waits(office: Office) -> None:
    paths = office.files([office.package(0)[0]])
    report = usecases.import_paths(office.database, paths, MODELS)
    assert codes(report) == ["E_UNKNOWN_KEY"]
    assert office.counts(report) == {"quarantined": 1}


def unapproved(office: Office, *numbers: int) -> TrustList:
    """The list before these institutions were approved: one version earlier."""
    listed = office.world.trust_list
    names = {office.world.institution(number).id for number in numbers}
    entries = tuple(entry for entry in listed.institutions if entry.institution.id not in names)
    return replace(listed, institutions=entries)


def approved(office: Office) -> TrustList:
    return replace(office.world.trust_list, version=2)


def test_approval_lets_what_waited_out_of_quarantine(office: Office) -> None:
    packages = [*office.chain(0, 2), office.package(1)[0]]
    report = office.take(packages, unapproved(office, 0))
    assert office.counts(report) == {"accepted": 1, "quarantined": 2}
    report = office.take([], approved(office))
    assert report.released == 2
    assert ledger(office) == {1: ("superseded", False), 2: ("current", True)}
    assert office.database.ask(usecases.status).waiting == ()


def test_a_key_that_was_stolen_takes_back_what_it_has_signed_since(office: Office) -> None:
    office.take([office.package(0)[0], office.package(1)[0]], office.world.trust_list)
    since = NOW - timedelta(hours=1)
    revoked = ceremony.revoke(
        approved(office), office.world.institution(0).id, Reason.COMPROMISED, since, NOW
    )
    report = office.take([], revoked)
    assert report.refused == 1
    assert ledger(office, 0) == {}
    assert ledger(office, 1) == {1: ("current", True)}
    again = office.take([office.package(0)[0]], revoked)
    assert codes(again) == ["E_KEY_REVOKED"]


def test_a_key_that_was_stolen_later_keeps_what_came_before(office: Office) -> None:
    office.take([office.package(0)[0]], office.world.trust_list)
    office.clock = FixedClock(NOW + timedelta(days=3))
    later = NOW + timedelta(days=2)
    revoked = ceremony.revoke(
        approved(office), office.world.institution(0).id, Reason.LOST, later, NOW + timedelta(days=3)
    )
    assert office.take([], revoked).refused == 0
    assert ledger(office, 0) == {1: ("current", True)}


def test_an_older_list_is_refused_and_nothing_is_taken_in(office: Office) -> None:
    office.take([], approved(office))
    with pytest.raises(Problem, match="E_STALE"):
        office.take([office.package(0)[0]], unapproved(office, 0))
    assert office.database.ask(store.receipts.all) == ()


def test_another_coordinators_list_is_refused(office: Office, tmp_path: Path) -> None:
    office.take([], office.world.trust_list)
    stranger = World(office.world.model, office.world.method, 2, NOW, seed=99)
    with pytest.raises(Problem, match="E_UNKNOWN_KEY"):
        usecases.import_paths(
            office.database,
            [],
            MODELS,
            seal_list(replace(stranger.trust_list, version=5), stranger.signing, NOW),
        )


def test_validity_is_measured_at_the_first_receipt(office: Office) -> None:
    """What came in time and waited is judged as of the day it came."""
    office.take([office.package(0)[0]], unapproved(office, 0))
    listed = approved(office)
    office.database.close()
    late = Office(office.folder, clock=FixedClock(NOW + timedelta(days=800)))
    report = late.take([], listed)
    assert report.released == 1
    assert ledger(late) == {1: ("current", True)}
    assert codes(late.take([late.package(1)[0]], listed)) == ["E_KEY_EXPIRED"]
    late.database.close()


def test_progress_is_told_of_what_is_on_the_medium(office: Office) -> None:
    paths = office.files([b"junk"] * 3 + [office.package(n)[0] for n in range(6)] * 30)
    told: list[FileVerdict] = []
    kept: list[int] = []

    def progress(verdicts: Sequence[FileVerdict]) -> None:
        told.extend(verdicts)
        with open_central(f"sqlite:///{office.folder / 'central.db'}", office.clock) as reader:
            kept.append(len(reader.ask(store.receipts.all)))

    usecases.import_paths(office.database, paths, MODELS, office.list_bytes(), progress)
    assert len(told) == len(paths)
    assert kept[-1] == 7


def test_a_cancelled_import_keeps_what_it_had_taken(office: Office) -> None:
    paths = office.files([office.package(n % 6)[0] for n in range(200)])
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 2

    report = usecases.import_paths(office.database, paths, MODELS, office.list_bytes(), cancelled=cancelled)
    assert report.cancelled
    assert 0 < len(report.files) < 200
    assert office.counts(report)["accepted"] == 6


def test_what_is_kept_is_what_was_judged(office: Office) -> None:
    """A file that is swapped after it was read: verdict, checksum and kept bytes are of one reading."""
    [path] = office.files([office.package(0)[0]])

    def swapping() -> Iterator[Path]:
        yield path
        path.write_bytes(office.package(1)[0])

    report = usecases.import_paths(office.database, swapping(), MODELS, office.list_bytes())
    assert codes(report) == [None]
    [receipt] = office.database.ask(store.receipts.all)
    assert receipt.institution == "enhed-000000"
    assert office.database.ask(store.original, receipt.sha256) == office.package(0)[0]


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_is_years_wrong_is_noted_and_harmless(office: Office, years: int) -> None:
    made = NOW.replace(year=NOW.year + years)
    data, _ = office.world.package(0, Resources(), Edition(1, None, made, "0123456789abcdef", "0.1.0"))
    report = office.take([data])
    assert (office.counts(report), codes(report)) == ({"accepted": 1}, ["W_CLOCK"])
    assert office.counts(office.take([data])) == {"duplicate": 1}


def test_a_mass_of_junk_stops_nothing_and_is_not_kept(office: Office) -> None:
    junk = [f"junk {number}".encode() for number in range(1500)]
    report = office.take([*junk[:700], office.package(0)[0], *junk[700:]])
    assert office.counts(report) == {"accepted": 1, "rejected": 1500}
    originals = select(func.count()).select_from(store.ORIGINAL)
    assert office.database.ask(lambda work: work.execute(originals).scalar_one()) == 1


def test_a_stolen_key_cannot_lock_the_institution_out(office: Office) -> None:
    """Fast-forward: a far edition waits, and the honest next one is accepted meanwhile."""
    first, sha256 = office.package(0)
    far = office.package(0, 1_000, sha256, variant=9)[0]
    honest = office.package(0, 2, sha256, variant=1)[0]
    report = office.take([first, far, honest])
    assert codes(report) == [None, "E_JUMP", None]
    assert ledger(office)[2] == ("current", True)


def test_a_trust_list_is_no_delivery(office: Office) -> None:
    assert codes(office.take([office.list_bytes()])) == ["E_FORMAT"]


def test_the_short_edition_is_kept_by_the_criteria_of_the_full_one(tmp_path: Path) -> None:
    office = Office(tmp_path, model="kvik-kort", method=Method.SCALE5)
    office.take([office.package(0)[0]])

    def criteria(work: Transaction) -> list[tuple[str, str]]:
        rows = work.execute(select(store.CRITERION_MEAN.c.basis, store.CRITERION_MEAN.c.criterion))
        return sorted((basis, criterion) for basis, criterion in rows)

    assert office.database.ask(criteria) == [("kvik", str(number)) for number in range(1, 10)]
    office.database.close()
