"""Who the team is: the unit's name, sector, municipality and size, and what the evaluation is called."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.municipalities import municipalities
from kvik_desktop.evaluation.preparing.preparation import Preparation
from kvik_desktop.evaluation.screens.saved_line import SavedLine
from kvik_desktop.evaluation.settings import UnitFacts
from kvik_desktop.foundation.collation import danish_order
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Sector
from kvik_desktop.model_package.screens.sector_words import SECTORS
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.radios import Radios
from kvik_desktop.shell.widgets.search_choice import SearchChoice


class UnitView(QWidget):
    """Every field is saved by itself."""

    changed = Signal(object)
    """The unit's facts as they are to be (:class:`UnitFacts`)."""
    titled = Signal(str)
    """What the evaluation is to be called."""

    def __init__(self, ui: Ui, *, read_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._read_only = read_only
        tr, px = ui.tr, ui.theme.px
        self.name = Field(ui, tr(say("Hvad hedder I?")), SavedLine(ui, empty=False))
        sectors = [(sector, tr(text)) for sector, text in SECTORS.items()]
        self.sector = Radios(ui, tr(say("Hvad er I?")), sectors, columns=2)
        names = sorted(municipalities(tr.resources).items(), key=lambda pair: danish_order(pair[1]))
        label, placeholder = tr(say("Kommune (kan vente)")), tr(say("Skriv de første bogstaver"))
        self.municipality = Field(ui, label, SearchChoice(ui, names, name=label, placeholder=placeholder))
        self.size_of_unit = Field(
            ui,
            tr(say("Hvor store er I? (kan vente)")),
            SavedLine(ui, placeholder=tr(say("Fx 24 ansatte og 96 børn"))),
            tr(say("Så kan kommunen sammenligne jer med andre på jeres størrelse.")),
        )
        self.title = Field(ui, tr(say("Hvad skal evalueringen hedde?")), SavedLine(ui, empty=False))
        scroll = ScrollColumn(ui, centred=False)
        scroll.column.set_padding(32, 24)
        body = scroll.body
        body.setSpacing(px(20))
        body.addWidget(Heading(ui, tr(say("Hvem er I?")), "large"))
        for part in (self.name, self.sector, self.municipality, self.size_of_unit, self.title):
            body.addWidget(part)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        for line in (self.name.control, self.size_of_unit.control):
            line.typed.connect(lambda _: self._tell())
        self.sector.chosen.connect(lambda _: self._tell())
        self.municipality.control.chosen.connect(lambda _: self._tell())
        self.title.control.typed.connect(self.titled)
        if read_only:
            for field in (self.name, self.size_of_unit, self.title):
                field.control.setReadOnly(True)
            self.municipality.control.setEnabled(False)
            self.sector.setEnabled(False)

    def show_preparation(self, found: Preparation) -> None:
        """Show what the file has; what is being typed stays."""
        unit = found.unit
        self.name.control.show_text(unit.name)
        self.size_of_unit.control.show_text(unit.size)
        self.title.control.show_text(found.evaluation.title)
        self.sector.set_key(unit.sector)
        if not self.municipality.control.field.hasFocus():
            self.municipality.control.set_key(unit.municipality)
        for field in (self.name, self.title):
            if not field.control.is_dirty:
                field.set_error("")

    def refuse_unit(self, sentence: str) -> None:
        """Say what is wrong with what was typed."""
        self.name.control.refuse()
        self.size_of_unit.control.refuse()
        self.name.set_error(sentence)

    def refuse_title(self, sentence: str) -> None:
        """Say what is wrong with the title."""
        self.title.control.refuse()
        self.title.set_error(sentence)

    def flush(self) -> None:
        """Save now what is being typed."""
        for field in (self.name, self.size_of_unit, self.title):
            field.control.flush()

    def _tell(self) -> None:
        sector, code = self.sector.key, self.municipality.control.key
        assert isinstance(sector, Sector), "a unit always has a sector"
        municipality = code if isinstance(code, str) else None
        self.changed.emit(
            UnitFacts(self.name.control.text(), sector, municipality, self.size_of_unit.control.text())
        )
