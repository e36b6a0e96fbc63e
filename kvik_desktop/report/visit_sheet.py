"""The questions of a visit on paper: to take along, mark and write on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kvik_desktop import __version__
from kvik_desktop.foundation.files import already_there, is_there, write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.model_package.model import Criterion, Method
from kvik_desktop.model_package.scoring import Figure
from kvik_desktop.report.typeset import Document, Typesetter
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.work import Transaction
from kvik_desktop.workshop.visit import usecases as visits
from kvik_desktop.workshop.visit.model import Question, Seen, Visit
from kvik_desktop.workshop.visit.usecases import VisitStanding

TEMPLATE = "besoeg.typ"

SEEN: Mapping[Seen, Text] = {
    Seen.CONFIRMED: say("Bekræftet"),
    Seen.PARTLY: say("Delvist"),
    Seen.NOT_SEEN: say("Ikke set"),
}


def visit_sheet(work: Transaction, evaluation: str, translate: Translator) -> Document:
    """The sheet of one visit: the questions that are written, under their criteria; no observations.

    Raises Problem E_VISIT where there is no question to print.
    """
    here = visits.standing(work, evaluation)
    asked = [criterion for criterion in here.package.criteria if _written(here, criterion)]
    if here.visit is None or not asked:
        raise Problem(
            "E_VISIT",
            say("Der er ingen spørgsmål at udskrive."),
            say("Skriv et spørgsmål først. Intet er ændret."),
        )
    told = say("Sæt ét mærke ved hvert spørgsmål. Det, du selv bemærker, skriver du på linjerne.")
    data = {
        "unit": here.unit.name,
        "running": here.evaluation.title,
        "title": translate(say("Spørgsmål til besøget")),
        "visit": translate(when_and_who(here.visit)),
        "told": translate(told),
        "footer": translate(say("KVIK Desktop {version}", version=__version__)),
        "words": {"page_of": translate(say("Side {page} af {pages}", page="{page}", pages="{pages}"))},
        "criteria": [_criterion(here, criterion, translate) for criterion in asked],
    }
    title = f"{here.unit.name}: {translate(say('Spørgsmål til besøget'))}"
    return Document(TEMPLATE, translate.language, title, data)


def when_and_who(visit: Visit) -> Text:
    """The day and the visitor's role, as far as they are known; never the name."""
    if visit.day is None:
        return say("Besøg af {role}", role=visit.role or "–")
    return say("Besøg den {day} af {role}", day=visit.day, role=visit.role or "–")


def mean_told(figure: Figure, method: Method, translate: Translator) -> Text:
    """What the group came to in a criterion, beside the visitor's questions."""
    if figure.value is None:
        return say("Gruppen har ikke fastlagt et tal her.")
    mean = translate.value(figure.value) if method is Method.SCALE5 else str(figure.rounded)
    return say("Gruppens gennemsnit: {mean}", mean=mean)


def _written(here: VisitStanding, criterion: Criterion) -> tuple[Question, ...]:
    return tuple(each for each in here.questions_in(criterion.id) if each.text.strip())


def _criterion(here: VisitStanding, criterion: Criterion, translate: Translator) -> dict[str, object]:
    figure = here.sheet.criteria[criterion.id].figure
    return {
        "name": f"{criterion.id} {criterion.name.in_language(translate.language)}",
        "mean": translate(mean_told(figure, here.evaluation.method, translate)),
        "questions": [_question(each, translate) for each in _written(here, criterion)],
    }


def _question(question: Question, translate: Translator) -> dict[str, object]:
    facts = ((say("Vil gerne se"), question.wanted), (say("Hvor og hos hvem"), question.place))
    return {
        "text": question.text,
        "facts": [[translate(label), value] for label, value in facts if value.strip()],
        "marks": [[translate(word), question.seen is seen] for seen, word in SEEN.items()],
    }


def write_visit_sheet(file: EvaluationFile, evaluation: str, out: Path, translate: Translator) -> int:
    """Write the sheet as a PDF to ``out``; its size in bytes.

    Raises Problem E_VISIT without questions, E_FILE_WRITE, E_FILE_EXISTS where ``out`` is the file itself.
    """
    if is_there(out) and out.samefile(file.path):
        raise already_there(out)
    document, now = file.ask(visit_sheet, evaluation, translate), file.ask(Transaction.now)
    data = Typesetter(translate.resources).pdf(document, now)
    write_atomically(out, data)
    return len(data)


def visit_sheet_pages(
    file: EvaluationFile, evaluation: str, translate: Translator, ppi: float
) -> list[bytes]:
    """The same pages as PNG, with ``ppi`` points an inch, to print."""
    document, now = file.ask(visit_sheet, evaluation, translate), file.ask(Transaction.now)
    return Typesetter(translate.resources).pages(document, now, ppi)
