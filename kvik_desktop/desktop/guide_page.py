"""Getting started in five minutes: what to have ready, and the seven steps in short."""

from __future__ import annotations

from kvik_desktop.desktop.sub_page import SubPage
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.page import Act
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText
from kvik_desktop.shell.window import Window

READY = (
    say("Navnene på dem, der skal svare: lederen og gerne fem til tolv i alt."),
    say("En dato for mødet, hvor I bliver enige. Med den fulde model gerne to dage."),
    say("Det, I allerede ved om jer selv: målinger, tilsyn, planer og referater."),
)

STEPS = (
    say("Forberedelse: hvem I er, hvilken model I bruger, og hvem der skal svare."),
    say("Individuel vurdering: hver svarer for sig. Ingen ser andres svar."),
    say("Konsensus: I åbner svarene sammen, taler om det, I ser forskelligt på, og bliver enige om et tal."),
    say("Forbedringer: I samler det, I vil gøre bedre, og vælger efter, hvad der virker og er til at gøre."),
    say("Handlingsplan: hvad I gør, hvem der gør det, hvornår, og hvordan I kan se, at det virker."),
    say("Rapport og aflevering: I får rapporten, og kommunen får en underskrevet pakke uden navne."),
    say("Opfølgning: I ser, om tiltagene bliver til noget, indtil næste selvevaluering."),
)


class GuidePage(SubPage):
    """To be read before one begins; nothing to fill in."""

    def __init__(self, ui: Ui) -> None:
        tr = ui.tr
        super().__init__(
            ui,
            tr(say("Kom i gang på 5 minutter")),
            tr(
                say(
                    "En selvevaluering er et billede af, hvordan I arbejder, og hvad der kommer ud af det. "
                    "I laver den selv, og I ejer den selv. Med den korte model bruger hver cirka en time på "
                    "at svare, og mødet tager en halv dag."
                )
            ),
        )
        self.add_group(tr(say("Det skal I have klar")), ReadingList(ui, [tr(line) for line in READY]))
        self.add_group(tr(say("De syv trin")), ReadingList(ui, [tr(line) for line in STEPS], numbered=True))
        saved = say("I kan holde pause når som helst: alt gemmes med det samme i én fil på denne computer.")
        self.body.addWidget(ReadingText(ui, tr(saved), ink="text-2"))
        self.set_foot(
            Act(tr(say("Ny selvevaluering")), lambda: self.went.emit("new"), icon="plus"),
            [Act(tr(say("Prøv med Eksempelskolen")), lambda: self.went.emit("example"), icon="book")],
        )


def make(ui: Ui, _window: Window, _given: object) -> GuidePage:
    """The page for one language and look."""
    return GuidePage(ui)
