"""The notice to participants: on one page what is kept about them, who sees it when, and for how long."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from kvik_desktop import __version__
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.foundation.files import already_there, is_there, write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.report.typeset import Document, Typesetter
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.work import Transaction

TEMPLATE = "oplysning.typ"

_TITLE = say("Det gemmer vi om dig, når du deltager")

_KEPT = (
    say("Dit navn, din rolle, og om du er leder."),
    say("Dine svar: dine vurderinger, det, du skriver, og de filer, du vedlægger."),
    say("Hvornår og hvordan du har svaret, og om du har afleveret."),
    say("Har du valgt en kode, gemmes den, så ingen kan læse den."),
)
_WHERE = (
    say("I én fil på institutionens computer og i sikkerhedskopier på den samme computer."),
    say("Programmet sender intet over nettet. Den, der har filen og ved, hvordan man gør, kan læse alt."),
    say("Svarer du på en svarside, i et skema eller på papir, ligger dine svar også dér."),
)
_SEEN = (
    say(
        "Før svarene åbnes, viser programmet dine svar til dig alene. De andre ser, hvor langt du er, og om "
        "du har afleveret."
    ),
    say("På mødet åbnes alle svar på én gang. Gruppen ser vurderinger og tekster uden navne."),
    say("Er I få, kan nogen måske gætte, hvem der har svaret hvad. Svarene er altså ikke anonyme."),
    say("Den, der har filen, kan efter mødet tage et uddrag af det, en enkelt person har svaret."),
)
_RIGHTS = (
    say("Du kan rette dine svar, til de åbnes, og få et uddrag af alt, der er gemt om dig."),
    say("Du kan bede om at blive slettet: før svarene åbnes, og igen, når resultatet er godkendt."),
    say("Du kan gøre indsigelse, og du kan klage til Datatilsynet, datatilsynet.dk."),
)


def notice(work: Transaction, evaluation: str, translate: Translator) -> Document:
    """The notice of one evaluation, with its own day of deletion, smallest group and contact."""
    found = evaluations.get(work, evaluation)
    unit = evaluations.unit_of(work, found)
    sections = (
        (say("Hvad gemmes?"), _KEPT),
        (say("Hvor ligger det?"), _WHERE),
        (say("Hvem kan se hvad, og hvornår?"), (*_SEEN, _leaving(found))),
        (say("Hvor længe?"), _how_long(found.retention)),
        (say("Dine rettigheder"), _RIGHTS),
    )
    fields = (
        (say("Dataansvarlig"), ""),
        (
            say("Formål"),
            translate(say("Selvevaluering af {unit} og en plan for forbedringer", unit=unit.name)),
        ),
        (say("Retsgrundlag"), ""),
        (say("Databeskyttelsesrådgiver"), found.privacy_contact or ""),
    )
    data = {
        "unit": unit.name,
        "running": found.title,
        "title": translate(_TITLE),
        "footer": translate(say("KVIK Desktop {version}", version=__version__)),
        "words": {"page_of": translate(say("Side {page} af {pages}", page="{page}", pages="{pages}"))},
        "sections": [
            {"title": translate(title), "lines": [translate(line) for line in lines]}
            for title, lines in sections
        ],
        "contact": {
            "title": translate(say("Hvem kan du spørge?")),
            "fields": [[translate(label), value] for label, value in fields],
        },
    }
    return Document(TEMPLATE, translate.language, f"{unit.name}: {translate(_TITLE)}", data)


def _leaving(found: Evaluation) -> Text:
    return say(
        "Til kommunen går det fælles resultat, hvor mange der svarede, og roller uden navne. Svarene på "
        "hvert trin tælles kun op, når mindst {n} har givet en vurdering.",
        n=found.smallest_group,
    )


def _how_long(retention: date | None) -> tuple[Text, ...]:
    day = (
        say("De enkelte svar slettes senest den {day}.", day=retention)
        if retention is not None
        else say("Lederen sletter de enkelte svar, når resultatet er godkendt. Der er ikke sat en dag endnu.")
    )
    return (
        day,
        say(
            "Så er kun tilbage, hvad gruppen blev enige om, hvor mange der svarede på hvert trin, og "
            "deltagerlisten."
        ),
    )


def write_notice(file: EvaluationFile, evaluation: str, out: Path, translate: Translator) -> int:
    """Write the notice as a PDF to ``out``; its size in bytes.

    Raises Problem E_FORMAT_OUT for another ending than ``.pdf``, E_FILE_WRITE, E_FILE_EXISTS where ``out``
    is the evaluation file itself.
    """
    if out.suffix.lower() != ".pdf":
        raise Problem(
            "E_FORMAT_OUT",
            say("Oplysningen til deltagerne kan ikke gemmes som {name}.", name=out.name),
            say("Lad navnet ende på .pdf. Intet er ændret."),
        )
    if is_there(out) and out.samefile(file.path):
        raise already_there(out)
    document, now = _ready(file, evaluation, translate)
    data = Typesetter(translate.resources).pdf(document, now)
    write_atomically(out, data)
    return len(data)


def notice_pages(file: EvaluationFile, evaluation: str, translate: Translator, ppi: float) -> list[bytes]:
    """The same page as PNG, with ``ppi`` points an inch, to look at and to print."""
    return Typesetter(translate.resources).pages(*_ready(file, evaluation, translate), ppi)


def _ready(file: EvaluationFile, evaluation: str, translate: Translator) -> tuple[Document, datetime]:
    return file.ask(notice, evaluation, translate), file.ask(Transaction.now)
