"""On the component page: buttons, fields, switches and chips."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QGridLayout, QLineEdit, QRadioButton, QSpinBox, QWidget

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.components_ground import beside, stacked
from kvik_desktop.shell.look.focus_ring import Ring
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import (
    Button,
    IconButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from kvik_desktop.shell.widgets.chip import Filter, FilterChips
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.day_edit import DayEdit
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.switch import Switch
from kvik_desktop.shell.widgets.text_area import TextArea


def sections(ui: Ui) -> list[tuple[Text, QWidget]]:
    """Titles and what stands under them."""
    return [
        (say("Knapper"), _buttons(ui)),
        (say("Felter"), _fields(ui)),
        (say("Valg og filtre"), _choices(ui)),
    ]


def _buttons(ui: Ui) -> QWidget:
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(ui.theme.px(12))
    for row, kind in enumerate((PrimaryButton, SecondaryButton, QuietButton)):
        for column, button in enumerate(_states(ui, kind)):
            grid.addWidget(button, row, column)
    icons = [IconButton(ui, "undo", "Fortryd", "Ctrl+Z"), IconButton(ui, "redo", "Gentag", "Ctrl+Y")]
    icons += [IconButton(ui, "screen", "Projektor", "F5"), IconButton(ui, "printer", "Udskriv")]
    icons[1].setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    icons[2].setCheckable(True)
    icons[2].setChecked(True)
    icons[3].setEnabled(False)
    last = [LinkButton(ui, "Vis i mappen"), SecondaryButton(ui, "I lister", small=True), *icons]
    says = ui.tr(say("Højde 40, i lister 32. Én fyldt knap pr. side, altid nederst til højre."))
    return stacked(ui, [whole, beside(ui, last, 12), ReadingText(ui, says, "small", ink="text-2")], 12)


def _states(ui: Ui, kind: type[Button]) -> list[Button]:
    """Calm, under the pointer, with the keyboard, asleep."""
    words = ("Næste", "Over", "Fokus", "Ikke nu")
    calm, over, focused, asleep = (kind(ui, word) for word in words)
    calm.set_icon("chevron-right", trailing=True)
    over.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    over.ensurePolished()
    QApplication.sendEvent(over, _pointer_inside())
    Ringed(ui, focused)
    asleep.set_asleep(ui.tr(say("Her står, hvad den venter på.")))
    return [calm, over, focused, asleep]


def _pointer_inside() -> QMouseEvent:
    """What a button waits for before it shows that the pointer is over it."""
    none = Qt.MouseButton.NoButton
    return QMouseEvent(
        QEvent.Type.MouseMove, QPointF(2, 2), QPointF(2, 2), none, none, Qt.KeyboardModifier.NoModifier
    )


class Ringed(QObject):
    """Shows the focus ring round a widget that has not focus, from when it is first seen."""

    def __init__(self, ui: Ui, widget: QWidget) -> None:
        super().__init__(widget)
        self._ui = ui
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring needs the window, which the widget has only now."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            self._ring = Ring(self._ui.theme, watched)
        return False


def _fields(ui: Ui) -> QWidget:
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(ui.theme.px(16))
    grid.setVerticalSpacing(ui.theme.px(12))
    faulty = Field(ui, "Frist", DayEdit(ui))
    faulty.control.setText("31.02.2027")
    faulty.control.editingFinished.emit()
    asleep = Field(ui, "Slået fra", QLineEdit("Kun til læsning"))
    asleep.control.setEnabled(False)
    empty = QLineEdit()
    empty.setPlaceholderText("Hvad skal der ske?")
    fields: list[QWidget] = [
        Field(ui, "Navn på tiltaget", QLineEdit("Fast tavletid for nat")),
        Field(ui, "Ansvarlig", Choice(ui, [(1, "Leder"), (2, "Teamkoordinator")])),
        Field(ui, "Tomt", empty, "Kort, og begynd med det, I gør."),
        faulty,
        asleep,
        Field(ui, "Start", DayEdit(ui, date(2027, 1, 15))),
    ]
    for place, field in enumerate(fields):
        grid.addWidget(field, place // 2, place % 2)
    area = TextArea(ui, "Dagvagten er godt med, men aften og nat er ikke.", least=2)
    grid.addWidget(Field(ui, "Fordi", area), len(fields) // 2, 0, 1, 2)
    return whole


def _choices(ui: Ui) -> QWidget:
    chosen, not_chosen, partly = QCheckBox("Valgt"), QCheckBox("Ikke valgt"), QCheckBox("Delvis")
    chosen.setChecked(True)
    partly.setCheckState(Qt.CheckState.PartiallyChecked)
    off = QCheckBox("Slået fra")
    off.setEnabled(False)
    one, other = QRadioButton("Én"), QRadioButton("En anden")
    one.setChecked(True)
    number = QSpinBox()
    number.setAccessibleName("Tal")
    number.setAlignment(Qt.AlignmentFlag.AlignCenter)
    number.setMinimumWidth(ui.theme.px(96))
    asleep = Switch(ui, "Slået fra")
    asleep.setEnabled(False)
    filters = [
        Filter("alle", "Alle", 7),
        Filter("i gang", "I gang", 1),
        Filter("mangler", "Mangler noget", 3),
    ]
    marked = [Filter("ja", "Godkendt", 41, "approved"), Filter("vent", "Karantæne", 4, "quarantine")]
    return stacked(
        ui,
        [
            beside(ui, [chosen, not_chosen, partly, off], 16),
            beside(ui, [one, other], 16),
            beside(ui, [number, Switch(ui, "Til", on=True), Switch(ui, "Fra"), asleep], 16),
            Switch(ui, "Med i pakken", on=True, text="Med i pakken"),
            FilterChips(ui, "Vis", filters),
            FilterChips(ui, "Afgørelse", marked, "vent"),
        ],
        12,
    )
