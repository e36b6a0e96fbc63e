"""Pictures of every page and dialog: `python tests/billeder.py MAPPE [DEL AF NAVN]`, for looking and help.

Runs the program itself offscreen with the example institutions, in both themes, both languages and at
100 and 200 % type, 1366 by 768, and saves one picture of each scene.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kvik_desktop.central.screens.comparison_page import ComparisonPage
from kvik_desktop.central.screens.register_page import RegisterPage
from kvik_desktop.compose import open_file
from kvik_desktop.desktop.bring_back_page import BringBackPage
from kvik_desktop.desktop.recovery_page import RecoveryPage
from kvik_desktop.desktop.start_page import StartPage
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.example import Example, Stage
from kvik_desktop.foundation.clock import SystemClock
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import LANGUAGES
from kvik_desktop.foundation.tokens import THEMES
from kvik_desktop.shell.crash import CrashDialog
from kvik_desktop.shell.find_panel import FindPanel
from kvik_desktop.shell.help_dialog import show_help
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.settings import Recent, Settings, SettingsFile
from kvik_desktop.shell.tasks import InstantTasks
from kvik_desktop.shell.window import Window
from kvik_desktop.storage.carrying import Relation
from kvik_desktop.workshop.screens.consensus_page import ConsensusPage
from kvik_desktop.workshop.timekeeping.model import Going
from tests import (
    agenda_scenes,
    answer_scenes,
    carrying_scenes,
    collecting_scenes,
    coordinator_stage,
    delivery_scenes,
    follow_scenes,
    paper_scenes,
    plan_scenes,
    plan_view_scenes,
    preparation_scenes,
    privacy_scenes,
    projector_scenes,
    recovery_scenes,
    register_scenes,
    round_scenes,
    time_scenes,
    visit_scenes,
    wall_scenes,
)
from tests.central.town import TownHall
from tests.window import ToldChooser

SIZE = (1366, 768)
PERCENTS = (100, 200)
NOT_JUDGED = "Ikke vurderet"


@dataclass
class Studio:
    """One run of the program: a folder of its own for files and the user's data."""

    app: QApplication
    folder: Path
    settings: Settings
    templates: Path
    """Where files are made once, to be copied for each scene."""
    window: Window = field(init=False)

    def __post_init__(self) -> None:
        os.environ["KVIK_DATA"] = str(self.folder / "brugerdata")

    def begin(self, recent: tuple[Recent, ...] = ()) -> Window:
        """The window at its start page."""
        remembered = SettingsFile(Places.of_user().settings)
        remembered.write(replace(self.settings, recent=recent))
        self.window = Window(
            self.app,
            InstantTasks(),
            SystemClock(),
            remembered,
            Resources(),
            StartPage,
            coordinator_stage.open_then,
            lambda _window: ToldChooser(),
            "Inter",
        )
        self.window.resize(*SIZE)
        self.window.show()
        return self.window

    def open(self, name: str, stage: Stage, stop: str, place: str = "") -> Window:
        """The window with an example played to a stage, at a stop."""
        return self.open_path(self.file(name, stage), stop, place)

    def open_path(self, path: Path, stop: str, place: str = "") -> Window:
        """The window with a file as it lies there, at a stop."""
        window = self.begin()
        window.open(path)
        assert window.room is not None
        window.room.go(stop, place)
        return window

    def office(self, town: str, stop: str, place: str = "") -> Window:
        """The window with a coordinator's database, at a stop; the towns are in ``coordinator_stage``."""
        window = self.begin()
        window.open(self.town(town), "coordinator")
        assert window.room is not None
        window.room.go(stop, place)
        return window

    def town(self, name: str) -> Path:
        """A coordinator's database; made once and copied."""
        return coordinator_stage.town(name, self.templates, self.folder)

    def file(self, name: str, stage: Stage) -> Path:
        """An example played to a stage; made once and copied."""
        made = self.templates / f"{name}-{stage.name.lower()}.kvikdb"
        if not made.exists():
            Example(name, Resources()).play(made, NOT_JUDGED, until=stage)
        copy = self.folder / f"{Example(name, Resources()).facts.name}.kvikdb"
        shutil.copyfile(made, copy)
        return copy

    def show_dialog(self, dialog: QWidget) -> None:
        """Take a dialog's picture while it stands."""
        _settle(self.app)
        dialog.grab().save(str(self.folder / "dialog.png"))

    def participant(self, path: Path, number: int = 2) -> str:
        """The id of one who takes part."""
        with open_file(path) as file:
            return file.ask(evaluations.roster, file.ask(evaluations.current).id)[number].id


def start_empty(studio: Studio) -> QWidget:
    """The start page of somebody who has never been here."""
    return studio.begin()


def start(studio: Studio) -> QWidget:
    """The start page with files at different stages, and one that is gone."""
    stages = {"folkeskole": Stage.PLANNED, "daginstitution": Stage.REVEALED, "plejecenter": Stage.GATHERED}
    files = [studio.file(name, stage) for name, stage in stages.items()]
    recent = [Recent(str(path), title=path.stem, opened="2026-11-20T09:30:00+01:00") for path in files]
    gone = Recent(
        str(studio.folder / "væk.kvikdb"), title="Bosted Kærhøj", opened="2026-03-14T10:00:00+01:00"
    )
    return studio.begin((*recent, gone))


def behind(
    name: str, given: Callable[[Studio], object] = lambda _studio: None
) -> Callable[[Studio], QWidget]:
    """A page behind the start page."""

    def scene(studio: Studio) -> QWidget:
        window = start(studio)
        assert isinstance(window, Window)
        assert isinstance(window.start, StartPage)
        window.start.go(name, given(studio))
        return window

    return scene


def recovering(trouble: Callable[[Path], None], act: str = "") -> Callable[[Studio], QWidget]:
    """A file in trouble is opened: as it is found, with another choice made, or when that has been done."""

    def scene(studio: Studio) -> QWidget:
        window = start(studio)
        assert isinstance(window, Window)
        path = studio.file("folkeskole", Stage.ANSWERED)
        recovery_scenes.days_of_work(path, 3, 4, 5)
        trouble(path)
        if trouble is recovery_scenes.leave_alone:
            window.start.go("recovery", path)
        else:
            window.open(path)
        page = window.start.sub
        assert isinstance(page, RecoveryPage)
        if act == "choose":
            page.rows.rows[2].setFocus()
            page.rows.rows[2].click()
        elif act == "primary":
            page.foot.act()
        elif act == "back":
            window.start.back()
        return window

    return scene


def brought_back(relation: Relation | None = None) -> Callable[[Studio], QWidget]:
    """A locked copy is opened from the start page, before and after the passphrase."""

    def scene(studio: Studio) -> QWidget:
        window = behind("bring_back", lambda _: Path("/stik/Eksempelskolen.kvikdb.age"))(studio)
        assert isinstance(window, Window)
        page = window.start.sub
        assert isinstance(page, BringBackPage)
        if relation is not None:
            carrying_scenes.told(page, relation)
        return window

    return scene


def _package(studio: Studio) -> list[Path]:
    """A package that somebody has double-clicked."""
    path = studio.folder / "resultat.kvik"
    path.write_bytes(TownHall(studio.folder / "kommune", size=2).packages([0])[0])
    return [path]


def at(name: str, stage: Stage, stop: str, place: str = "") -> Callable[[Studio], QWidget]:
    """A scene: an example at a stage, seen from a stop."""
    return lambda studio: studio.open(name, stage, stop, place)


def answering(name: str, subcriterion: str) -> Callable[[Studio], QWidget]:
    """One participant's own page, with answers."""

    def scene(studio: Studio) -> QWidget:
        path = studio.file(name, Stage.ANSWERED)
        person = studio.participant(path)
        return studio.open(name, Stage.ANSWERED, "2", f"{person}/{subcriterion}")

    return scene


def meeting(
    name: str, stage: Stage, place: str, *acts: Callable[[ConsensusPage], object]
) -> Callable[[Studio], QWidget]:
    """The meeting in the middle of something."""

    def scene(studio: Studio) -> QWidget:
        window = studio.open(name, stage, "3", place)
        assert window.room is not None
        page = window.room.page
        assert isinstance(page, ConsensusPage)
        for act in acts:
            act(page)
        return window

    return scene


def projected(
    name: str,
    stage: Stage,
    place: str,
    *acts: Callable[[ConsensusPage], object],
    size: tuple[int, int] = projector_scenes.WIDE,
) -> Callable[[Studio], QWidget]:
    """What the room sees of the meeting in the middle of something."""

    def scene(studio: Studio) -> QWidget:
        meeting(name, stage, place, *acts)(studio)
        return projector_scenes.project(studio.window, size)

    return scene


def wall_projected(
    act: Callable[[Page], object], size: tuple[int, int] = projector_scenes.WIDE
) -> Callable[[Studio], QWidget]:
    """What the room sees of the areas in the middle of something."""
    return lambda studio: wall_scenes.as_seen(size, act)(studio.open("folkeskole", Stage.ACCEPTED, "4"))


def plan_projected(
    name: str,
    stop: str,
    *acts: Callable[[Page], object],
    stage: Stage = Stage.PLANNED,
    size: tuple[int, int] = projector_scenes.WIDE,
) -> Callable[[Studio], QWidget]:
    """What the room sees of the actions in the middle of something."""

    def scene(studio: Studio) -> QWidget:
        window = studio.open(name, stage, stop)
        assert window.room is not None
        assert window.room.page is not None
        for act in acts:
            act(window.room.page)
        return projector_scenes.project(window, size)

    return scene


def button(place: str) -> Callable[[ConsensusPage], object]:
    """Do what a button of the foot says: ``primary``, or its place from the left."""

    def press(page: ConsensusPage) -> None:
        foot = page.foot
        act = foot.primary if place == "primary" else foot.secondary[int(place)]
        assert act is not None
        act.do()

    return press


def _agree(page: ConsensusPage) -> None:
    """The group has come to something else than the median, and says why: the picture of the README."""
    assert page.board is not None
    part = page.board.agreement
    part.score.stairs["score"].choose(48)
    part.why.setPlainText(
        "MED og TRIO fungerer, men teammøderne handler om drift. Vi måler trivslen uden at bruge tallene, "
        "så vi er ikke nået til Evalueret."
    )


def _sit_down(page: ConsensusPage) -> None:
    assert page.board is not None
    view = page.board.rounds[page.board.line.block]
    view.people.rows[1].click()


def doing(
    name: str, stage: Stage, stop: str, act: Callable[[Page], object], place: str = ""
) -> Callable[[Studio], QWidget]:
    """A page in the middle of something."""

    def scene(studio: Studio) -> QWidget:
        window = studio.open(name, stage, stop, place)
        assert window.room is not None
        assert window.room.page is not None
        act(window.room.page)
        return window

    return scene


def coordinating(
    town: str, stop: str, place: str = "", act: Callable[[Page], object] = lambda _page: None
) -> Callable[[Studio], QWidget]:
    """One of the coordinator's pages, as it is or in the middle of something."""

    def scene(studio: Studio) -> QWidget:
        window = studio.office(town, stop, place)
        assert window.room is not None
        assert window.room.page is not None
        act(window.room.page)
        return window

    return scene


def comparison_differences(page: Page) -> None:
    """What sets the tables apart."""
    assert isinstance(page, ComparisonPage)
    page.view.wants_differences.emit()


def help_dialog(studio: Studio) -> QWidget:
    """The help of a page."""
    window = studio.open("folkeskole", Stage.ANSWERED, "2")
    return _dialog(studio, lambda: show_help(window, window.ui, window.room.page if window.room else None))


def find_panel(studio: Studio) -> QWidget:
    """Words that stand in many places are looked for."""
    window = studio.open("folkeskole", Stage.PLANNED, "5")
    assert window.room is not None
    window.room.find()
    panel = QApplication.activeModalWidget()
    assert isinstance(panel, FindPanel)
    panel.field.setText("elever")
    studio.show_dialog(panel)
    panel.reject()
    return window


def signing_dialog(studio: Studio) -> QWidget:
    """The coordinator's passphrase is asked for."""
    window = studio.office("broget", "register")
    assert window.room is not None
    page = window.room.page
    assert isinstance(page, RegisterPage)
    register_scenes.revoking_for_good(page)
    assert page.signing is not None
    studio.show_dialog(page.signing)
    page.signing.reject()
    return window


def crash_dialog(studio: Studio) -> QWidget:
    """What is told when the program itself is at fault."""
    window = studio.begin()
    return _dialog(studio, lambda: CrashDialog(window, window.ui, "KVIK Desktop").exec())


def _dialog(studio: Studio, opened: Callable[[], object]) -> QWidget:
    """The window while a dialog stands over it; the dialog is shown to the studio, and closed after."""

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        studio.show_dialog(dialog)
        dialog.reject()

    QTimer.singleShot(0, close)
    opened()
    return studio.window


def in_turn(
    name: str, act: Callable[[AnsweringPage], object], place: str = "3.3"
) -> Callable[[Studio], QWidget]:
    """Somebody who has taken their answers back, in the middle of something."""

    def scene(studio: Studio) -> QWidget:
        path = studio.file(name, Stage.ANSWERED)
        person = studio.participant(path)
        with open_file(path) as file:
            file.do(evaluations.withdraw, file.ask(evaluations.current).id, person)
        window = studio.open_path(path, "2", f"{person}/{place}")
        assert window.room is not None
        page = window.room.page
        assert isinstance(page, AnsweringPage)
        act(page)
        return window

    return scene


SCENES: Mapping[str, Callable[[Studio], QWidget]] = {
    "0-start-tom": start_empty,
    "0-start": start,
    "0-ny": behind("new"),
    "0-saadan": behind("guide"),
    "0-tovholder": behind("facilitator"),
    "0-koordinator": behind("coordinator"),
    "0-pakke": behind("package", _package),
    **{f"0-gendan-{name}": recovering(trouble) for name, trouble in recovery_scenes.TROUBLES.items()},
    "0-gendan": recovering(recovery_scenes.leave_alone),
    "0-gendan-valgt": recovering(recovery_scenes.leave_alone, "choose"),
    "0-start-afbrudt": recovering(recovery_scenes.interrupt, "back"),
    "0-gendan-hentet": recovering(recovery_scenes.damage, "primary"),
    "1-forberedelse-tom": at("folkeskole", Stage.BEGUN, "1"),
    "1-forberedelse": at("plejecenter", Stage.GATHERED, "1"),
    "1-forberedelse-enhed": at("plejecenter", Stage.GATHERED, "1", "enhed"),
    "1-forberedelse-model": at("plejecenter", Stage.GATHERED, "1", "model"),
    "1-forberedelse-model-andet": doing("daginstitution", Stage.BEGUN, "1", preparation_scenes.said),
    "1-forberedelse-deltagere": at("plejecenter", Stage.GATHERED, "1", "deltagere"),
    "1-forberedelse-indsat": doing("folkeskole", Stage.BEGUN, "1", preparation_scenes.pasted),
    "1-forberedelse-datoer": doing("plejecenter", Stage.GATHERED, "1", preparation_scenes.days),
    "1-forberedelse-program": at("daginstitution", Stage.GATHERED, "1", "program"),
    "1-forberedelse-print": at("daginstitution", Stage.GATHERED, "1", "print"),
    "1-forberedelse-trin": at("plejecenter", Stage.GATHERED, "1", "trin"),
    "1-privatliv": at("plejecenter", Stage.GATHERED, "privatliv"),
    "1-privatliv-nederst": doing("folkeskole", Stage.ACCEPTED, "privatliv", privacy_scenes.at_the_end),
    "1-privatliv-oplysning": at("plejecenter", Stage.GATHERED, "privatliv", "oplysning"),
    "1-privatliv-alt": at("plejecenter", Stage.GATHERED, "privatliv", "alt"),
    "1-privatliv-person": doing("plejecenter", Stage.GATHERED, "privatliv", privacy_scenes.person),
    "1-privatliv-person-efter": doing("folkeskole", Stage.ACCEPTED, "privatliv", privacy_scenes.person),
    "1-privatliv-slet": doing("folkeskole", Stage.ACCEPTED, "privatliv", privacy_scenes.delete_person),
    "1-privatliv-svar": at("folkeskole", Stage.ACCEPTED, "privatliv", "svar"),
    "1-privatliv-for-sent": doing("folkeskole", Stage.ACCEPTED, "privatliv", privacy_scenes.too_late),
    "0-hent-kopi": brought_back(),
    "0-hent-kopi-nyere": brought_back(Relation.NEWER),
    "0-hent-kopi-aeldre": brought_back(Relation.OLDER),
    "0-tag-med": doing("folkeskole", Stage.ACCEPTED, "tag-med", carrying_scenes.written),
    "7-besoeg-for-tidligt": at("plejecenter", Stage.GATHERED, "besoeg"),
    "7-besoeg-tom": at("folkeskole", Stage.ACCEPTED, "besoeg"),
    "7-besoeg-om": doing("folkeskole", Stage.ACCEPTED, "besoeg", visit_scenes.begun),
    "7-besoeg-kriterium": doing("folkeskole", Stage.ACCEPTED, "besoeg", visit_scenes.criterion),
    "7-besoeg-delkriterier": doing("folkeskole", Stage.ACCEPTED, "besoeg", visit_scenes.empty_criterion),
    "7-besoeg-afsluttet": doing("folkeskole", Stage.ACCEPTED, "besoeg", visit_scenes.finished),
    "2-hvem-tom": at("folkeskole", Stage.BEGUN, "2"),
    "2-hvem": at("plejecenter", Stage.ANSWERED, "2"),
    "2-uddel": at("folkeskole", Stage.GATHERED, "2", "uddel"),
    "2-uddel-papir": doing("folkeskole", Stage.GATHERED, "2", collecting_scenes.on_paper, "uddel"),
    "2-uddelt": doing("folkeskole", Stage.GATHERED, "2", collecting_scenes.given, "uddel"),
    "2-hent-tom": at("folkeskole", Stage.GATHERED, "2", "hent"),
    "2-hent": doing("folkeskole", Stage.ANSWERED, "2", collecting_scenes.returned, "hent"),
    "2-hent-for-sent": doing("folkeskole", Stage.REVEALED, "2", collecting_scenes.returned, "hent"),
    "2-vaelg": doing("folkeskole", Stage.ANSWERED, "2", collecting_scenes.choosing, "hent"),
    "2-svar-klassisk": answering("folkeskole", "3.3"),
    "2-svar-fin": answering("plejecenter", "3.3"),
    "2-svar-0-5": answering("daginstitution", "k1.2"),
    "2-svar-bilag": in_turn("plejecenter", answer_scenes.with_files),
    "2-svar-bilag-afvist": in_turn("folkeskole", answer_scenes.with_a_refused_file),
    "2-svar-se-igen": in_turn("folkeskole", answer_scenes.marked),
    "2-svar-soeg": in_turn("plejecenter", answer_scenes.searching),
    "2-svar-soeg-intet": in_turn("folkeskole", answer_scenes.searching_in_vain),
    "2-svar-aflever": in_turn("folkeskole", answer_scenes.before_handing_in),
    "2-kode-vaelg": in_turn("daginstitution", answer_scenes.choosing_a_code, "k1.2"),
    "2-kode-skift": in_turn("daginstitution", answer_scenes.changing_a_code, "k1.2"),
    "2-kode-skriv": in_turn("daginstitution", answer_scenes.at_a_locked_name, "k1.2"),
    "2-kode-glemt": in_turn("daginstitution", answer_scenes.forgetting, "k1.2"),
    "2-kode-nulstillet": in_turn("daginstitution", answer_scenes.after_a_reset, "k1.2"),
    "2-hvem-koder": in_turn("daginstitution", answer_scenes.names_with_codes, "k1.2"),
    "2-paamind": in_turn("plejecenter", answer_scenes.reminding),
    "2-svar-aabnet": at("folkeskole", Stage.REVEALED, "2"),
    "2-papir-navne": doing("folkeskole", Stage.GATHERED, "2", paper_scenes.heap),
    "2-papir-klassisk": doing(
        "folkeskole", Stage.GATHERED, "2", paper_scenes.sheet("45", "30", "-", "62", "1")
    ),
    "2-papir-tekster": doing("folkeskole", Stage.GATHERED, "2", paper_scenes.sheet("45", texts=True)),
    "2-papir-forkert": doing("folkeskole", Stage.GATHERED, "2", paper_scenes.sheet("45", "101")),
    "2-papir-fin": doing(
        "plejecenter", Stage.GATHERED, "2", paper_scenes.sheet("45", "30", "50", "62", "33")
    ),
    "2-papir-0-5": doing("daginstitution", Stage.GATHERED, "2", paper_scenes.sheet("321-45")),
    "2-papir-slut": doing(
        "daginstitution", Stage.GATHERED, "2", paper_scenes.sheet("3" * 12 + "-" + "4" * 7)
    ),
    "3-foer-tom": at("folkeskole", Stage.GATHERED, "3"),
    "3-foer": at("folkeskole", Stage.ANSWERED, "3"),
    "3-dagsorden": at("folkeskole", Stage.REVEALED, "3", "dagsorden"),
    "3-dagsorden-kort": at("daginstitution", Stage.REVEALED, "3", "dagsorden"),
    "3-dagsorden-egen": meeting("folkeskole", Stage.REVEALED, "dagsorden", agenda_scenes.by_hand),
    "3-dagsorden-graenser": meeting("folkeskole", Stage.REVEALED, "dagsorden", agenda_scenes.limits),
    "3-dagsorden-ses": meeting("folkeskole", Stage.REVEALED, "dagsorden", agenda_scenes.seen),
    "3-dagsorden-udvalg": meeting(
        "plejecenter", Stage.REVEALED, "dagsorden", agenda_scenes.filtered("amber")
    ),
    "3-dagsorden-afgjort": at("folkeskole", Stage.SETTLED, "3", "dagsorden"),
    "3-tavle-dokumentation": at("folkeskole", Stage.REVEALED, "3", "3.3"),
    "3-tavle-tekster": at("folkeskole", Stage.REVEALED, "3", "3.3/2"),
    "3-tavle-spredning": at("folkeskole", Stage.REVEALED, "3", "3.3/3"),
    "3-tavle-overskrifter": meeting("folkeskole", Stage.REVEALED, "3.3/2", agenda_scenes.headings),
    "3-tavle-sprunget": meeting("folkeskole", Stage.REVEALED, "3.3/1", agenda_scenes.skipping),
    "3-tavle-noter": meeting("folkeskole", Stage.REVEALED, "3.3/2", agenda_scenes.noting),
    "3-tavle-begynder": meeting("folkeskole", Stage.REVEALED, "3.3/3", agenda_scenes.begins),
    "3-tavle-enighed": meeting("folkeskole", Stage.REVEALED, "3.3/4", _agree),
    "3-tavle-klassisk": at("folkeskole", Stage.REVEALED, "3", "3.3/4"),
    "3-tavle-fin": at("plejecenter", Stage.REVEALED, "3", "3.3/4"),
    "3-tavle-0-5": at("daginstitution", Stage.REVEALED, "3", "k1.2/4"),
    "3-runde": meeting("folkeskole", Stage.REVEALED, "3.3", button("0")),
    "3-runde-svar": meeting("plejecenter", Stage.REVEALED, "3.3", button("0"), _sit_down),
    "3-runde-kort": meeting("folkeskole", Stage.REVEALED, "3.3", round_scenes.cards),
    "3-runde-kort-fin": meeting("plejecenter", Stage.REVEALED, "3.3", round_scenes.cards),
    "3-runde-kort-0-5": meeting("daginstitution", Stage.REVEALED, "k1.2", round_scenes.cards),
    "3-runde-sider": meeting("folkeskole", Stage.REVEALED, "3.3", round_scenes.pages),
    "3-runder": meeting("folkeskole", Stage.REVEALED, "3.3", round_scenes.twice),
    "3-runder-fin": meeting("plejecenter", Stage.REVEALED, "3.3", round_scenes.once),
    "3-runder-0-5": meeting("daginstitution", Stage.REVEALED, "k1.2", round_scenes.twice),
    "3-parkering": meeting("folkeskole", Stage.REVEALED, "3.3", button("1")),
    "3-tid": meeting("folkeskole", Stage.REVEALED, "3.3/4", time_scenes.clock()),
    "3-tid-sent": meeting("folkeskole", Stage.REVEALED, "3.3/4", time_scenes.late),
    "3-dagen-sent": meeting("folkeskole", Stage.REVEALED, "3.3", time_scenes.late, time_scenes.day),
    "3-tid-over": meeting("folkeskole", Stage.REVEALED, "3.3/4", time_scenes.clock(used=1_930)),
    "3-tid-pause": meeting("folkeskole", Stage.REVEALED, "3.3/4", time_scenes.clock(Going.PAUSED)),
    "3-tid-stille": meeting("folkeskole", Stage.REVEALED, "3.3/4", time_scenes.clock(Going.STILL)),
    "3-dagen-foer": meeting("folkeskole", Stage.REVEALED, "3.3", time_scenes.day),
    "3-dagen": meeting("folkeskole", Stage.REVEALED, "3.3", time_scenes.clock(), time_scenes.day),
    "3-dagen-slut": meeting(
        "folkeskole", Stage.REVEALED, "3.3", time_scenes.clock(Going.HOME), time_scenes.day
    ),
    "3-samlet": at("folkeskole", Stage.REVEALED, "3", "samlet"),
    "3-mangler": at("folkeskole", Stage.REVEALED, "3", "resultat"),
    "3-afgjort": at("folkeskole", Stage.SETTLED, "3", "3.3"),
    "3-godkend": at("folkeskole", Stage.SETTLED, "3"),
    "3-godkendt": at("folkeskole", Stage.ACCEPTED, "3"),
    "3-igen": meeting("folkeskole", Stage.ACCEPTED, "resultat", button("0")),
    "3-slet": meeting("folkeskole", Stage.ACCEPTED, "resultat", button("1")),
    "3-slettet": meeting("folkeskole", Stage.ACCEPTED, "resultat", button("1"), button("primary")),
    "3-projektor-foer": projected("folkeskole", Stage.ANSWERED, ""),
    "3-projektor-spoergsmaal": projected("folkeskole", Stage.ANSWERED, "", projector_scenes.asking),
    "3-projektor-dokumentation": projected("folkeskole", Stage.REVEALED, "3.3"),
    "3-projektor-tekster": projected("folkeskole", Stage.REVEALED, "3.3/2", projector_scenes.timed),
    "3-projektor-spredning": projected("folkeskole", Stage.REVEALED, "3.3/3", projector_scenes.late),
    "3-projektor-enighed": projected("folkeskole", Stage.REVEALED, "3.3/4", _agree),
    "3-projektor-enighed-lang": projected(
        "folkeskole", Stage.REVEALED, "3.3/4", projector_scenes.long_reason, size=projector_scenes.OLD
    ),
    "3-projektor-enighed-stor": projected(
        "folkeskole", Stage.REVEALED, "3.3/4", _agree, size=projector_scenes.HIGH
    ),
    "3-projektor-fin": projected("plejecenter", Stage.REVEALED, "3.3/4"),
    "3-projektor-0-5": projected("daginstitution", Stage.REVEALED, "k1.2/4"),
    "3-projektor-runde": projected("folkeskole", Stage.REVEALED, "3.3", projector_scenes.open_round),
    "3-projektor-parkering": projected("folkeskole", Stage.REVEALED, "3.3", button("1")),
    "3-projektor-samlet": projected("folkeskole", Stage.REVEALED, "samlet"),
    "3-projektor-resultat": projected("folkeskole", Stage.ACCEPTED, "resultat"),
    "3-projektor-pause": projected("folkeskole", Stage.REVEALED, "3.3", projector_scenes.resting),
    "4-forbedringer-tom": at("folkeskole", Stage.REVEALED, "4"),
    "4-forbedringer": at("folkeskole", Stage.ACCEPTED, "4"),
    "4-placeret": doing("folkeskole", Stage.ACCEPTED, "4", plan_scenes.placed),
    "4-vaelg": doing("folkeskole", Stage.ACCEPTED, "4", plan_scenes.choosing),
    "4-temaer": doing("folkeskole", Stage.ACCEPTED, "4", plan_scenes.by_theme),
    "4-mere": doing("daginstitution", Stage.ACCEPTED, "4", wall_scenes.more),
    "4-samlet": doing("folkeskole", Stage.ACCEPTED, "4", wall_scenes.merged),
    "4-tema-navn": doing("folkeskole", Stage.ACCEPTED, "4", wall_scenes.themes),
    "4-prikker-foer": doing("folkeskole", Stage.ACCEPTED, "4", wall_scenes.before_voting),
    "4-prikker": doing("folkeskole", Stage.ACCEPTED, "4", wall_scenes.voting),
    "4-prikker-giv": doing("folkeskole", Stage.ACCEPTED, "4", wall_scenes.giving),
    "4-prikker-sedler": doing("folkeskole", Stage.ACCEPTED, "4", wall_scenes.slips),
    "4-prikker-haender": doing("folkeskole", Stage.ACCEPTED, "4", wall_scenes.hands),
    "4-prikker-vist": doing("folkeskole", Stage.ACCEPTED, "4", wall_scenes.voted),
    "4-felter": doing("folkeskole", Stage.ACCEPTED, "4", wall_scenes.by_field),
    "4-faa": doing("daginstitution", Stage.ACCEPTED, "4", wall_scenes.few),
    "4-mange": doing("folkeskole", Stage.ACCEPTED, "4", wall_scenes.many),
    "4-projektor-matrix": wall_projected(wall_scenes.merged),
    "4-projektor-temaer": wall_projected(wall_scenes.themes),
    "4-projektor-giv": wall_projected(wall_scenes.giving, projector_scenes.OLD),
    "4-projektor-prikker": wall_projected(wall_scenes.voted, projector_scenes.HIGH),
    "5-plan-tom": at("folkeskole", Stage.ACCEPTED, "5"),
    "5-plan": at("folkeskole", Stage.PLANNED, "5"),
    "5-plan-mangler": doing("folkeskole", Stage.ACCEPTED, "5", plan_scenes.lacking),
    "5-plan-ret": doing("folkeskole", Stage.PLANNED, "5", plan_scenes.writing),
    "5-plan-felter": doing("plejecenter", Stage.PLANNED, "5", plan_scenes.fields),
    "5-plan-tavle": doing("plejecenter", Stage.PLANNED, "5", plan_view_scenes.board),
    "5-plan-tidslinje": doing("plejecenter", Stage.PLANNED, "5", plan_view_scenes.timeline),
    "5-plan-grupper": doing("plejecenter", Stage.PLANNED, "5", plan_view_scenes.grouped),
    "5-plan-menu": doing("plejecenter", Stage.PLANNED, "5", plan_view_scenes.choosing),
    "5-plan-maalinger": doing("plejecenter", Stage.PLANNED, "5", plan_view_scenes.measured),
    "5-plan-ring": doing("plejecenter", Stage.PLANNED, "5", plan_view_scenes.in_a_ring),
    "5-plan-drop": doing("plejecenter", Stage.PLANNED, "5", plan_view_scenes.dropping),
    "5-plan-aendret": doing("plejecenter", Stage.PLANNED, "5", plan_view_scenes.changed),
    "5-plan-60": doing("plejecenter", Stage.PLANNED, "5", plan_view_scenes.sixty),
    "5-plan-60-tavle": doing("plejecenter", Stage.PLANNED, "5", plan_view_scenes.sixty_on_a_board),
    "5-plan-60-tidslinje": doing("plejecenter", Stage.PLANNED, "5", plan_view_scenes.sixty_in_time),
    "5-projektor-plan": plan_projected("plejecenter", "5", plan_view_scenes.third),
    "5-projektor-mangler": plan_projected("folkeskole", "5", plan_scenes.lacking, stage=Stage.ACCEPTED),
    "5-projektor-60": plan_projected(
        "plejecenter", "5", plan_view_scenes.far_down, size=projector_scenes.OLD
    ),
    "5-projektor-lang": plan_projected(
        "plejecenter", "5", plan_view_scenes.long_words, size=projector_scenes.HIGH
    ),
    "5-projektor-side": doing("plejecenter", Stage.PLANNED, "5", projector_scenes.on_beside),
    "5-plan-godkend": doing("folkeskole", Stage.ACCEPTED, "5", plan_scenes.approving),
    "6-rapport-tom": at("folkeskole", Stage.ANSWERED, "6"),
    "6-rapport": at("folkeskole", Stage.PLANNED, "6"),
    "6-gennemse": doing("folkeskole", Stage.PLANNED, "6", delivery_scenes.reviewing),
    "6-gennemse-tekster": doing("folkeskole", Stage.ACCEPTED, "6", delivery_scenes.with_secrets),
    "6-gennemse-skriv": doing("folkeskole", Stage.ACCEPTED, "6", delivery_scenes.rewriting),
    "6-pakken": doing("folkeskole", Stage.PLANNED, "6", delivery_scenes.whole),
    "6-noegle": doing("folkeskole", Stage.PLANNED, "6", delivery_scenes.introducing),
    "6-gemt": doing("folkeskole", Stage.PLANNED, "6", delivery_scenes.delivered),
    "7-opfoelgning-tom": at("folkeskole", Stage.ACCEPTED, "7"),
    "7-opfoelgning": at("folkeskole", Stage.PLANNED, "7"),
    "7-opfoelgning-droppet": doing("folkeskole", Stage.PLANNED, "7", plan_scenes.dropping),
    "7-siden-sidst": doing("folkeskole", Stage.PLANNED, "7", plan_scenes.looking_back),
    "7-statusmoede": doing("folkeskole", Stage.PLANNED, "7", follow_scenes.meeting),
    "7-statusmoede-slut": doing("folkeskole", Stage.PLANNED, "7", follow_scenes.ending),
    "7-statusmoede-referat": doing("folkeskole", Stage.PLANNED, "7", follow_scenes.minutes),
    "7-projektor-statusmoede": plan_projected("plejecenter", "7", follow_scenes.meeting_measured),
    "7-projektor-siden-sidst": plan_projected("folkeskole", "7", plan_scenes.looking_back),
    "7-projektor-side": doing("folkeskole", Stage.PLANNED, "7", projector_scenes.on_beside),
    "7-siden-sidst-tiltag": follow_scenes.several("to", follow_scenes.by_action),
    "7-siden-sidst-kriterier": follow_scenes.several("to-modeller", follow_scenes.by_criterion),
    "7-udvikling-to": follow_scenes.several("to", follow_scenes.at_place("udvikling/3")),
    "7-udvikling-fire": follow_scenes.several("fire", follow_scenes.at_place("udvikling/5")),
    "7-udvikling-fem": follow_scenes.several("fem", follow_scenes.at_place("udvikling/result")),
    "7-naeste": doing("folkeskole", Stage.PLANNED, "7", plan_scenes.asking_next),
    "9-koordinator-indbakke-tom": coordinating("tom", "inbox"),
    "9-koordinator-indbakke": coordinating("travl", "inbox"),
    "9-koordinator-indbakke-henter": coordinating("travl", "inbox", act=delivery_scenes.importing),
    "9-koordinator-indbakke-hentet": coordinating("travl", "inbox", act=delivery_scenes.taken_in),
    "9-koordinator-indbakke-filer": coordinating("travl", "inbox", act=delivery_scenes.file_by_file),
    "9-koordinator-institutioner-tom": coordinating("tom", "register"),
    "9-koordinator-institutioner-begynd": coordinating("venter", "register", act=register_scenes.beginning),
    "9-koordinator-institutioner-begynd-fejl": coordinating(
        "tom", "register", act=register_scenes.beginning_wrong
    ),
    "9-koordinator-institutioner": coordinating("travl", "register"),
    "9-koordinator-institutioner-valgt": coordinating("broget", "register", act=register_scenes.chosen),
    "9-koordinator-institutioner-anden": coordinating("broget", "register", act=register_scenes.other_key),
    "9-koordinator-institutioner-spaer": coordinating("broget", "register", act=register_scenes.revoking),
    "9-koordinator-institutioner-spaerret": coordinating("broget", "register", act=register_scenes.revoked),
    "9-koordinator-institutioner-inviter": coordinating("travl", "register", act=register_scenes.inviting),
    "9-koordinator-institutioner-inviter-ny": coordinating(
        "travl", "register", act=register_scenes.inviting_new
    ),
    "9-koordinator-institutioner-noegle": coordinating("travl", "register", act=register_scenes.own_key),
    "9-koordinator-sammenligning-tom": coordinating("tom", "benchmark"),
    "9-koordinator-sammenligning-tre": coordinating("tre", "benchmark"),
    "9-koordinator-sammenligning-tolv": coordinating("tolv", "benchmark"),
    "9-koordinator-sammenligning": coordinating("travl", "benchmark"),
    "9-koordinator-sammenligning-stor": coordinating("stor", "benchmark", "row=3"),
    "9-koordinator-sammenligning-forskelle": coordinating("stor", "benchmark", act=comparison_differences),
    "9-koordinator-sammenligning-del": coordinating("stor", "benchmark", "kind=subcriterion&row=1.2"),
    "9-hjaelp": help_dialog,
    "9-soeg": find_panel,
    "9-underskriv": signing_dialog,
    "9-fejl": crash_dialog,
}
"""Every page and dialog, in the order of the journey."""


def looks() -> Iterator[tuple[str, Settings]]:
    """Both themes, both languages, both sizes of type."""
    for theme, language, percent in product(THEMES, LANGUAGES, PERCENTS):
        yield f"{theme}-{language}-{percent}", Settings(language, theme, percent)


def take(app: QApplication, scene: str, settings: Settings, target: Path, folder: Path) -> None:
    """One picture, in a fresh folder."""
    templates = folder / "forlag"
    templates.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as own:
        studio = Studio(app, Path(own), settings, templates)
        seen = SCENES[scene](studio)
        _settle(app)
        dialog = Path(own) / "dialog.png"
        if dialog.exists():
            shutil.copyfile(dialog, target)
        else:
            seen.grab().save(str(target))
        studio.window.close()
        studio.window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _settle(app: QApplication) -> None:
    """Lay out and paint what is waiting to be, and read what comes after the first picture."""
    for _ in range(3):
        app.processEvents()


def main() -> None:
    """Take all pictures, or those whose name has a word in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("word", nargs="?", default="")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    for font in Resources().path("skrifter").glob("Inter*.ttf"):
        QFontDatabase.addApplicationFont(str(font))
    with tempfile.TemporaryDirectory() as folder:
        for (look, settings), scene in product(list(looks()), SCENES):
            name = f"{scene}-{look}"
            if chosen.word in name:
                take(app, scene, settings, chosen.out / f"{name}.png", Path(folder))
                sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
