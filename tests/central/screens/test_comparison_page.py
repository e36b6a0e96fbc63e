"""The comparison in a window on a real database: looking publishes nothing, what leaves is the snapshot."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.central.published import usecases as published
from kvik_desktop.central.published.model import Breakdown
from kvik_desktop.cli.benchmarks.packages import CAMPAIGN
from kvik_desktop.compose import open_central
from kvik_desktop.envelope import ceremony
from kvik_desktop.envelope.trust_list import Campaign, CampaignModel
from kvik_desktop.foundation.clock import FixedClock, stamp
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.files import package_in
from kvik_desktop.model_package.model import Method, Sector
from kvik_desktop.shell.settings import Settings
from kvik_desktop.shell.tasks import WorkerTasks
from kvik_desktop.shell.window import Window
from tests.central.deliveries import Deliveries
from tests.central.material import MODELS, NOW
from tests.central.screens.conftest import Start
from tests.central.town import TownHall
from tests.drivers.coordinator import Comparison, Inbox
from tests.drivers.hand import HANDS, Hand, Keys, Mouse, frame
from tests.held_tasks import HeldTasks

TURNS = tuple(sector.value for sector in Sector)


def large(hall: TownHall, numbers: Sequence[int]) -> TownHall:
    """A town of sixty whose sectors take turns, of whom these have delivered."""
    made = replace(hall, size=60, sectors=TURNS)
    made.settle_in()
    if numbers:
        made.take(made.packages(numbers), made.approved)
    made.database.close()
    return made


def deliver(hall: TownHall, packages: Sequence[bytes]) -> None:
    """More have come, before the window is opened."""
    later = replace(hall)
    later.take(packages, later.approved)
    later.database.close()


def fetch(page: Comparison, hall: TownHall, numbers: Sequence[int]) -> None:
    """More come while the page is seen."""
    page.answer_chooser(*hall.files(hall.packages(numbers), "mere"))
    page.page.choose_files()


def is_kept(hall: TownHall) -> bool:
    """Whether the campaign has a snapshot."""
    with open_central(f"sqlite:///{hall.folder / 'central.db'}", FixedClock(NOW)) as database:
        return database.ask(published.look, CAMPAIGN).is_kept


@pytest.mark.parametrize("hand", HANDS)
def test_an_empty_database_says_where_to_begin(start: Start, hand: Callable[[Window], Hand]) -> None:
    page = Comparison(hand(start()))
    assert page.hint == "Der skal mindst 5 til, før noget kan sammenlignes. Du har ingen endnu."
    assert page.page.empty is not None
    page.hand.press(page.page.empty.button)
    assert Inbox(page.hand).heading


def test_three_are_too_few(start: Start, hall: TownHall) -> None:
    hall.take(hall.packages([0, 1, 2]), hall.approved)
    page = Comparison(Mouse(start()))
    assert page.hint == "Der skal mindst 5 til, før noget kan sammenlignes. Du har 3."
    page.hand.primary()
    page.other("Kopiér som tabel")
    assert not page.page.view.isVisible()
    assert not is_kept(hall)


def test_groups_under_five_are_not_shown(start: Start, hall: TownHall) -> None:
    hall.take(hall.packages(range(8)), hall.approved)
    page = Comparison(Keys(start()))
    assert page.groups == [
        "Dagtilbud under 5",
        "Skole under 5",
        "Ældre under 5",
        "Social under 5",
        "Alle n = 8",
    ]
    assert page.cells("1")[:4] == ["under 5"] * 4
    assert page.cells("1")[4].isdigit()
    assert "færre end 5" in page.spread
    assert "midterste halvdel" not in page.spread


def test_a_group_that_could_be_worked_out_is_left_out_of_all(start: Start, hall: TownHall) -> None:
    """Four of the last sector: beside the others they would be what is left of all."""
    large(hall, [number for number in range(44) if number % 4 != 3 or number < 16])
    page = Comparison(Keys(start()))
    assert page.groups[-2:] == ["Social under 5", "Alle n = 33"]
    assert "Median for 33 af 37 institutioner" in " ".join(page.panel)


@pytest.mark.parametrize("hand", HANDS)
def test_a_row_is_seen_group_by_group(start: Start, hall: TownHall, hand: Callable[[Window], Hand]) -> None:
    large(hall, range(48))
    page = Comparison(hand(start()))
    page.choose("3", 2)
    assert page.panel[0] == "3 Medarbejdere"
    told = page.spread.split(". ")
    assert [each.split(",")[0] for each in told] == ["Dagtilbud", "Skole", "Ældre", "Social", "Alle"]
    for cell, sentence in zip(page.cells("3"), told, strict=True):
        assert f"median {cell}, midterste halvdel" in sentence
    page.open()
    assert page.page.panel.words.hasFocus()


@pytest.mark.parametrize("hand", HANDS)
def test_subcriteria_are_compared_as_well(
    start: Start, hall: TownHall, hand: Callable[[Window], Hand]
) -> None:
    large(hall, range(20))
    page = Comparison(hand(start()))
    page.pick(page.page.choices.kind, "Delkriterier").choose("1.2")
    assert page.panel[0].startswith("1.2 ")
    assert len(page.page.view.map.keys) == 28


@pytest.mark.parametrize("hand", HANDS)
def test_looking_publishes_nothing(start: Start, hall: TownHall, hand: Callable[[Window], Hand]) -> None:
    large(hall, range(20))
    page = Comparison(hand(start()))
    assert "som de står lige nu" in page.standing
    page.choose("4").pick(page.page.view.standing.breakdown, "Efter niveau")
    assert page.groups == ["institution n = 20", "Alle n = 20"]
    page.pick(page.page.choices.kind, "Delkriterier")
    page.answer_chooser()
    page.hand.primary()
    assert not is_kept(hall)


@pytest.mark.parametrize("hand", HANDS)
def test_a_copied_table_is_the_snapshot(start: Start, hall: TownHall, hand: Callable[[Window], Hand]) -> None:
    large(hall, range(20))
    page = Comparison(hand(start()))
    page.pick(page.page.view.standing.breakdown, "Efter niveau")
    if isinstance(page.hand, Keys):
        page.hand.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    else:
        page.other("Kopiér som tabel")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Kriterium\tinstitution n = 20\tAlle n = 20"
    assert lines[3].split("\t") == ["3 Medarbejdere", *page.cells("3")]
    assert page.said.startswith("Tabellen er kopieret")
    assert (
        page.standing == "Kampagnen er opgjort den 22.11.2026 efter niveau. Ingen pakker er kommet til siden."
    )
    assert not page.page.view.standing.breakdown.isVisible()
    assert is_kept(hall)


def test_the_table_is_copied_with_focus_in_it(start: Start, hall: TownHall) -> None:
    large(hall, range(20))
    page = Comparison(Keys(start())).choose("2")
    QGuiApplication.clipboard().clear()
    assert isinstance(page.hand, Keys)
    page.hand.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert is_kept(hall)
    assert QGuiApplication.clipboard().text().startswith("Kriterium\tDagtilbud n = 5\t")


def test_all_tables_are_exported(start: Start, hall: TownHall, tmp_path: Path) -> None:
    large(hall, range(20))
    page = Comparison(Mouse(start()))
    page.answer_chooser(tmp_path / "tal")
    page.other("Eksportér…")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "tal.csv").read_text("utf-8-sig")), delimiter=";"))
    medians = {(row["id"], row["group"]): row["median"] for row in rows}
    assert [medians["3", group] for group in (*TURNS, "all")] == page.cells("3")
    assert "tal.csv" in page.said
    assert is_kept(hall)


@pytest.mark.parametrize("hand", HANDS)
def test_a_report_for_the_directors(
    start: Start, hall: TownHall, tmp_path: Path, hand: Callable[[Window], Hand]
) -> None:
    large(hall, range(20))
    page, out = Comparison(hand(start())), tmp_path / "rapport.pdf"
    assert page.next_words == "Lav rapport til direktionen…"
    page.answer_chooser(out)
    page.hand.primary()
    assert out.read_bytes().startswith(b"%PDF")
    assert "rapport.pdf" in page.said
    assert not page.page.view.progress.isVisible()
    assert is_kept(hall)


def test_a_report_on_its_way_is_seen(start: Start, hall: TownHall, tmp_path: Path) -> None:
    large(hall, range(20))
    held = HeldTasks()
    made = start(tasks=held)
    held.step_until(lambda: made.room is not None and made.room.page is not None)
    page = Comparison(Keys(made))
    held.step_until(lambda: page.page.table is not None)
    page.answer_chooser(tmp_path / "nej" / "rapport.pdf")
    page.hand.primary()
    assert page.page.view.progress.isVisible()
    held.release()
    assert not page.page.view.progress.isVisible()
    assert frame(made)._problem is not None, "the folder is not there"
    assert page.standing.startswith("Kampagnen er opgjort"), "it was settled before the file was written"


def test_a_few_newcomers_are_told_and_left_out(start: Start, hall: TownHall) -> None:
    town = large(hall, range(40))
    page = Comparison(Mouse(start()))
    page.other("Kopiér som tabel")
    before = page.cells("3")
    fetch(page, town, [40, 41, 42])
    assert "3 pakker er kommet til eller rettet siden og er ikke med." in page.standing
    assert "En ny opgørelse ville vise, hvad enkelte har svaret." in page.standing
    assert not page.page.view.standing.renew.isVisible()
    assert page.cells("3") == before


@pytest.mark.parametrize("hand", HANDS)
def test_new_figures_are_taken_where_that_is_safe(
    start: Start, hall: TownHall, hand: Callable[[Window], Hand]
) -> None:
    town = large(hall, range(20))
    page = Comparison(hand(start()))
    page.other("Kopiér som tabel")
    fetch(page, town, range(20, 48))
    assert page.groups[-1] == "Alle n = 20"
    assert "28 pakker er kommet til" in page.standing
    page.hand.press(page.page.view.standing.renew)
    assert page.groups[-1] == "Alle n = 48"
    assert page.said.startswith("Der er lavet en ny opgørelse")
    assert "Ingen pakker er kommet til siden." in page.standing


def mixed(hall: TownHall) -> None:
    """Some by one score, some phase by phase."""
    made = large(hall, range(16))
    fine = replace(made, method=Method.FINE)
    deliver(made, fine.packages(range(16, 22)))


@pytest.mark.parametrize("hand", HANDS)
def test_methods_have_tables_of_their_own(
    start: Start, hall: TownHall, hand: Callable[[Window], Hand]
) -> None:
    mixed(hall)
    page = Comparison(hand(start()))
    assert page.page.view.note is not None
    assert "16 har givet ét tal, 6 har vurderet hver fase for sig." in (
        page.page.view.note.accessibleDescription()
    )
    assert page.groups[-1] == "Alle n = 16"
    page.pick(page.page.choices.table, "Hver fase for sig")
    assert page.groups[-1] == "Alle n = 6"


def two_campaigns(hall: TownHall) -> None:
    """Twenty have delivered to one campaign, and six to a short one that opened later."""
    town = replace(hall, size=60, sectors=TURNS)
    short = next(model for model in MODELS if model.id == "kvik-kort")
    model = CampaignModel(short.id, short.version, short.sha256, "scale5")
    opens, closes = stamp(NOW - timedelta(days=1)), stamp(NOW + timedelta(days=30))
    later = Campaign("kort-2026", "Kort runde", model, 5, opens, closes)
    listed = ceremony.open_campaign(town.approved, later)
    (town.folder / "tillidsliste.kvik").write_bytes(town.list_bytes(listed))
    sent = Deliveries(listed, NOW, 6)
    town.take([*town.packages(range(20)), *(sent.package(number) for number in range(6))], listed)
    town.database.close()


@pytest.mark.parametrize("hand", HANDS)
def test_each_campaign_has_figures_of_its_own(
    start: Start, hall: TownHall, hand: Callable[[Window], Hand]
) -> None:
    two_campaigns(hall)
    page = Comparison(hand(start()))
    choice = page.page.choices.campaign
    assert [choice.itemText(place) for place in range(choice.count())] == [
        "Kort runde",
        "Selvevaluering 2026",
    ]
    assert page.groups[-1] == "Alle n = 6"
    page.pick(choice, "Selvevaluering 2026")
    assert page.groups[-1] == "Alle n = 20"
    page.other("Kopiér som tabel")
    assert page.standing.startswith("Kampagnen er opgjort")
    page.pick(choice, "Kort runde")
    assert "som de står lige nu" in page.standing, "the other campaign's figures are not settled"


def test_the_campaign_that_was_asked_for_last_is_shown(start: Start, hall: TownHall) -> None:
    two_campaigns(hall)
    held = HeldTasks()
    made = start(tasks=held)
    held.step_until(lambda: made.room is not None and made.room.page is not None)
    page = Comparison(Keys(made))
    held.step_until(lambda: page.page.table is not None)
    page.pick(page.page.choices.campaign, "Selvevaluering 2026")
    page.pick(page.page.choices.campaign, "Kort runde")
    held.release()
    assert page.groups[-1] == "Alle n = 6"
    assert page.page.choices.campaign.key == "kort-2026"


@pytest.mark.parametrize("hand", HANDS)
def test_what_sets_the_tables_apart(start: Start, hall: TownHall, hand: Callable[[Window], Hand]) -> None:
    mixed(hall)
    page = Comparison(hand(start())).choose("3")
    assert page.page.view.note is not None
    page.hand.press(page.page.view.note.buttons[0])
    assert page.panel[0] == "Det, der skiller tallene"
    assert "KVIK (CAF 2020), hver fase for sig, 2026" in page.panel
    assert page.page.panel.back is not None
    page.hand.press(page.page.panel.back)
    assert page.panel[0] == "3 Medarbejdere"


def test_a_table_with_too_few_is_told_of_itself(start: Start, hall: TownHall) -> None:
    town = large(hall, range(16))
    deliver(town, replace(town, method=Method.FINE).packages([16, 17]))
    page = Comparison(Keys(start()))
    page.pick(page.page.choices.table, "Hver fase for sig")
    assert page.page.empty is not None
    assert page.page.empty.isVisible()
    assert page.page.foot.primary is not None
    assert not page.page.foot.primary.asleep, "the other table can be reported"
    assert page.page.foot.secondary[0].asleep


def test_the_short_edition_has_the_full_models_criteria(start: Start, hall: TownHall) -> None:
    short = replace(hall, size=24, model="kvik-kort", method=Method.SCALE5, sectors=TURNS)
    short.settle_in()
    short.take(short.packages(range(20)), short.approved)
    short.database.close()
    page = Comparison(Keys(start()))
    assert page.page.view.map.keys == [str(number) for number in range(1, 10)]
    assert all(cell in "012345" for cell in page.cells("3"))
    assert page.page.table is not None
    assert [step.range for step in page.page.table.steps] == list("012345")


def test_a_model_of_the_municipalitys_own_has_its_own_names(start: Start, hall: TownHall) -> None:
    example = Resources().path("modelpakker", "eksempel", "fjordby-tillaeg.json")
    own = hall.with_own_model(example)
    own.settle_in()
    own.take(own.packages(range(8)), own.approved, own=[package_in(example, MODELS)])
    own.database.close()
    page = Comparison(Keys(start()))
    assert page.page.table is not None
    assert page.page.table.n == 8
    assert "Fjordby" in page.page.table.model


def test_another_language_shows_the_same_place(start: Start, hall: TownHall) -> None:
    large(hall, range(20))
    made = start()
    page = Comparison(Keys(made))
    page.pick(page.page.view.standing.breakdown, "Efter niveau")
    page.pick(page.page.choices.kind, "Delkriterier").choose("2.3")
    made.change_settings(replace(made.settings, language="en"))
    assert page.page.view.map.key == "2.3"
    assert page.page.view.standing.breakdown.key == Breakdown.LEVEL.value
    assert page.groups[-1] == "All n = 20"


def test_a_place_that_is_gone_is_the_beginning(start: Start, hall: TownHall) -> None:
    large(hall, range(20))
    page = Comparison(Keys(start()))
    page.page.go_to("campaign=væk&table=x&kind=y&by=z&row=99")
    assert page.page.view.map.key == "1"


def test_the_row_one_is_at_stays_when_packages_come(start: Start, hall: TownHall) -> None:
    town = large(hall, range(20))
    page = Comparison(Keys(start())).choose("5", 3)
    fetch(page, town, [20])
    assert page.groups[-1] == "Alle n = 21"
    assert page.page.view.map.key == "5"
    assert page.page.view.map.currentIndex().column() == 3


def test_files_that_are_dropped_are_taken_in(start: Start, hall: TownHall, tmp_path: Path) -> None:
    paths = hall.files(hall.packages([0]))
    page = Comparison(Keys(start()))
    assert not page.page.drop([tmp_path / "brev.txt"])
    page.hand.window.take(paths)
    assert Inbox(page.hand).heading == "1 af 8 har afleveret"


def test_at_twice_the_size_the_spread_is_a_drawer(start: Start, hall: TownHall) -> None:
    mixed(hall)
    page = Comparison(Keys(start(Settings("da", "light", 200))))
    assert not page.page.panel.isVisible()
    assert page.page.view.isAncestorOf(page.page.choices.table), "no room over the page"
    page.choose("6", 1)
    assert not page.page.view.map.visibleRegion().isEmpty()
    page.open()
    assert page.page.panel.isVisible()
    assert isinstance(page.hand, Keys)
    page.hand.key(Qt.Key.Key_Escape)
    assert not page.page.panel.isVisible()
    assert QApplication.focusWidget() is page.page.view.map


def test_the_database_has_a_thread_of_its_own(
    qtbot: QtBot, start: Start, hall: TownHall, tmp_path: Path
) -> None:
    large(hall, range(48))
    made, out = start(tasks=WorkerTasks()), tmp_path / "rapport.pdf"
    qtbot.waitUntil(lambda: made.room is not None and made.room.page is not None)
    page = Comparison(Keys(made))
    qtbot.waitUntil(lambda: page.page.table is not None)
    page.answer_chooser(out)
    page.hand.primary()
    assert page.page.view.progress.isVisible(), "the window goes on meanwhile"
    page.choose("3")
    qtbot.waitUntil(lambda: "rapport.pdf" in page.said)
    qtbot.waitUntil(lambda: page.standing.startswith("Kampagnen er opgjort"))
    assert page.page.view.map.key == "3"
    made.close()
