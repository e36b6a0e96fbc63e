"""What people send back, right and wrong, as it lies in a folder."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from kvik_desktop.evaluation.collecting.answer_page.page import PageContent
from kvik_desktop.evaluation.collecting.handing_out import write_pages
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.csv_tables import LIMIT
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.model_package.scoring import Rating
from tests.evaluation.collecting.answer_page.filled import as_bytes, open_file, prepared, sealed_file, sheet
from tests.evaluation.collecting.pdf_form.filling import broken, filled, form_of, values
from tests.journey import Journey

HEAD = "deltager;delkriterium;score;styrke\n"
STYLED = {StatementKind.STRENGTH: ('=HYPERLINK("x")', "Æøå 👩‍👧")}


def whole(package: ModelPackage, first: int = 0) -> tuple[NewAnswer, ...]:
    """An answer to every question, the second one *cannot judge*, with words to the first."""
    given = [NewAnswer(sub.id, Rating((at + first) % 6), {}) for at, sub in enumerate(package.subcriteria())]
    given[0] = NewAnswer(given[0].subcriterion, given[0].rating, STYLED)
    given[1] = NewAnswer(given[1].subcriterion, Rating(), {})
    return tuple(given)


def answer_file(content: PageContent, given: tuple[NewAnswer, ...], *, is_open: bool = False) -> bytes:
    fields = {
        each.subcriterion: {"score": each.rating.score}
        | {kind.value: each.texts[kind] for kind in each.texts}
        for each in given
    }
    make = open_file if is_open else sealed_file
    return as_bytes(make(content, sheet(content, fields)))


def pdf(journey: Journey, name: str, given: tuple[NewAnswer, ...]) -> bytes:
    return filled(form_of(journey, name), values(given))


def table(name: str, given: tuple[NewAnswer, ...]) -> bytes:
    lines = [
        f'{name};{each.subcriterion};{"" if each.rating.score is None else each.rating.score};"{_cell(each)}"'
        for each in given
    ]
    return (HEAD + "\n".join(lines)).encode()


def _cell(given: NewAnswer) -> str:
    return "\n".join(given.texts.get(StatementKind.STRENGTH, ())).replace('"', '""')


def script(writer: PdfWriter) -> None:
    act = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")}
    )
    writer.root_object[NameObject("/OpenAction")] = act


def lay(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)


def hostile(journey: Journey, other: Journey) -> dict[str, tuple[str, bytes]]:
    """By file the code it is refused with, and what it holds."""
    given = whole(journey.package)
    pages, strange = prepared(journey), prepared(other)
    good_form, good_file = pdf(journey, "Dines", given), answer_file(pages["Dines"], given)
    only = [journey.people["Dines"]]
    (page,) = write_pages(journey.file, journey.id, journey.path.parent, Translator(), only)
    return {
        "anden evaluering.pdf": ("E_FORM_OTHER", pdf(other, "Bo", given)),
        "anden evaluering.kviksvar": ("E_ANSWER_OTHER", answer_file(strange["Bo"], given)),
        "ukendt navn.csv": ("E_ANSWERS", table("Ukendt", given)),
        "falsk navn.kviksvar": (
            "E_ANSWER_PERSON",
            answer_file(_of_nobody(pages["Dines"]), given, is_open=True),
        ),
        "afkortet.pdf": ("E_FORM", good_form[: len(good_form) // 3]),
        "afkortet.kviksvar": ("E_ANSWER_FILE", good_file[:-40]),
        "ændret.kviksvar": ("E_ANSWER_FILE", good_file.replace(b'"box":"', b'"box":"AAAA')),
        "nyere.kviksvar": ("E_ANSWER_FILE_NEWER", good_file.replace(b"besvarelse/1", b"besvarelse/9")),
        "dyb.kviksvar": ("E_ANSWER_FILE", b"[" * 500_000),
        "tom.kviksvar": ("E_ANSWER_FILE", b""),
        "uudfyldt.pdf": ("E_FORM_EMPTY", form_of(journey, "Dines")),
        "uudfyldt.kviksvar": ("E_ANSWER_EMPTY", answer_file(pages["Dines"], ())),
        "med script.pdf": ("E_FORM_ACTIVE", broken(good_form, script)),
        "låst.pdf": (
            "E_FORM_ENCRYPTED",
            broken(good_form, lambda each: each.encrypt("x", algorithm="RC4-128")),
        ),
        "brev.pdf": ("E_FORM_FOREIGN", broken(good_form, _no_form)),
        "forkert tal.pdf": ("E_FORM_VALUES", filled(form_of(journey, "Dines"), {"k1-1_score": "1e3"})),
        "forkert tal.csv": ("E_ANSWERS", (HEAD + "Dines;k1.1;6;\nDines;k1.2;3,5;\n").encode()),
        "gentaget.csv": ("E_ANSWERS", (HEAD + "Dines;k1.1;5;\nDines;k1.1;4;\n").encode()),
        "uden kolonner.csv": ("E_ANSWERS", b"navn;tal\nDines;4\n"),
        "tom.csv": ("E_ANSWERS", b""),
        "regneark.xlsx": ("E_RETURNED", b"PK\x03\x04\x14\0\0\0" + b"\0" * 80),
        "regneark.csv": ("E_RETURNED", b"PK\x03\x04\x14\0\0\0" + b"\0" * 80),
        "billede.png": ("E_RETURNED", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        "kæmpe.csv": ("E_SIZE", b"x" * (LIMIT + 1)),
        "svarside.html": ("E_ANSWER_PAGE", page.path.read_bytes()),
    }


def _of_nobody(content: PageContent) -> PageContent:
    """The page of somebody who is on no list."""
    return PageContent(
        content.about, content.package, content.sector, content.unit, content.title, "Ukendt", "0" * 32,
        content.public,
    )  # fmt: skip


def _no_form(writer: PdfWriter) -> None:
    del writer.root_object[NameObject("/AcroForm")]
