"""What is written in a form is what is read from it; what is no form of ours is refused with a sentence."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.collecting.pdf_form import guarding
from kvik_desktop.evaluation.collecting.pdf_form.identity import FIELD
from kvik_desktop.evaluation.collecting.pdf_form.reading import read_form
from kvik_desktop.evaluation.collecting.sheets.content import CANNOT_JUDGE, field_name, number_keys
from kvik_desktop.evaluation.model import Evaluation, StatementKind, Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from tests.evaluation.collecting.pdf_form.filling import (
    PERSON,
    Break,
    all_fields,
    broken,
    dictionary,
    evaluation,
    fields_in,
    filled,
    form,
    package,
    values,
)

KORT = evaluation("kvik-kort", Method.SCALE5)
LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=40
).filter(lambda line: line == line.strip() and line != "")
LINES = st.lists(LINE, max_size=3).map(tuple)


def read(folder: Path, data: bytes, begun: Evaluation = KORT, *people: str) -> Incoming:
    return read_form(data, "skema.pdf", begun, package(model_of(begun)), people or [PERSON.id])


def model_of(begun: Evaluation) -> str:
    return next(name for name in ("kvik", "kvik-kort") if package(name).sha256 == begun.model)


def refusal(folder: Path, data: bytes, begun: Evaluation = KORT, *people: str) -> Problem:
    with pytest.raises(Problem) as caught:
        read(folder, data, begun, *people)
    for text in (caught.value.message, caught.value.action):
        assert Translator("da")(text).rstrip().endswith(".")
    return caught.value


@st.composite
def answers(draw: st.DrawFn, model: str, method: Method) -> tuple[NewAnswer, ...]:
    """Some questions answered, in the model's order."""
    given_answers = []
    for sub in package(model).subcriteria():
        if not draw(st.booleans()):
            continue
        keys = number_keys(package(model).block_of(sub.id), method)
        some = {key: draw(st.none() | st.integers(0, method.top)) for key in keys}
        rating = Rating(**some)
        texts = {kind: draw(LINES) for kind in StatementKind}
        cannot = draw(st.booleans()) if rating.is_empty else False
        if cannot or not rating.is_empty or any(texts.values()):
            given_answers.append(NewAnswer(sub.id, rating, texts, later=rating.is_empty and not cannot))
    return tuple(given_answers)


@pytest.mark.parametrize("method", list(Method))
@given(data=st.data())
@settings(max_examples=6, suppress_health_check=list(HealthCheck))
def test_what_is_written_is_what_is_read(
    method: Method, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    given_answers = data.draw(answers("kvik-kort", method).filter(bool))
    folder = tmp_path_factory.mktemp("skemaer")
    made = filled(form("kvik-kort", method), values(given_answers))
    found = read(folder, made, evaluation("kvik-kort", method))
    assert (found.participant, found.given, found.way) == (PERSON.id, given_answers, Way.PDF_FORM)


def test_letters_that_no_standard_type_has_are_read_exactly(tmp_path: Path) -> None:
    said = {field_name("k1.1", "evidence"): "Årsplan fra Łódź 👨‍👩‍👧 ﷽\nNæste punkt – »citat«"}
    (found,) = read(tmp_path, filled(form("kvik-kort", Method.SCALE5), said)).given
    assert found.texts[StatementKind.EVIDENCE] == ("Årsplan fra Łódź 👨‍👩‍👧 ﷽", "Næste punkt – »citat«")
    assert found.later


def test_signs_that_are_no_text_fall_out_and_blanks_around_a_number_are_nothing(tmp_path: Path) -> None:
    said = {field_name("k1.1", "strength"): "A\x00\x07B\x0b\tC\n\n  \n", field_name("k1.1", "score"): " 3 "}
    (found,) = read(tmp_path, filled(form("kvik-kort", Method.SCALE5), said)).given
    assert found.rating == Rating(3)
    assert found.texts[StatementKind.STRENGTH] == ("AB C",)


def test_a_form_in_english_is_read_the_same(tmp_path: Path) -> None:
    said = {field_name("k1.1", "score"): "4"}
    assert read(tmp_path, filled(form("kvik-kort", Method.SCALE5, "en"), said)).given[0].rating == Rating(4)


def test_every_wrong_value_is_named(tmp_path: Path) -> None:
    wrong: dict[str, str | bool] = {
        field_name("k1.1", "score"): "6",
        field_name("k1.2", "score"): "3,5",
        field_name("k2.1", "score"): "2",
        field_name("k2.1", CANNOT_JUDGE): True,
    }
    problem = refusal(tmp_path, filled(form("kvik-kort", Method.SCALE5), wrong))
    assert problem.code == "E_FORM_VALUES"
    assert [detail.column for detail in problem.details] == ["k1.1", "k1.2", "k2.1"]


def test_an_empty_form_is_told_apart(tmp_path: Path) -> None:
    assert refusal(tmp_path, form("kvik-kort", Method.SCALE5)).code == "E_FORM_EMPTY"


ONE = filled(form("kvik-kort", Method.SCALE5), {field_name("k1.1", "score"): "3"})


@pytest.mark.parametrize(
    ("code", "begun", "people"),
    [
        ("E_FORM_OTHER", dataclasses.replace(KORT, id="00000000000000ff"), [PERSON.id]),
        ("E_FORM_STALE", dataclasses.replace(KORT, method=Method.CLASSICAL), [PERSON.id]),
        ("E_FORM_STALE", evaluation("kvik", Method.SCALE5), [PERSON.id]),
        ("E_FORM_PERSON", KORT, ["00000000000000bb"]),
    ],
)
def test_a_form_that_was_made_for_something_else(
    code: str, begun: Evaluation, people: list[str], tmp_path: Path
) -> None:
    assert refusal(tmp_path, ONE, begun, *people).code == code


def _field(writer: PdfWriter, name: str) -> DictionaryObject:
    return fields_in(writer)[name]


def _drop_form(writer: PdfWriter) -> None:
    del writer.root_object[NameObject("/AcroForm")]


def _drop_field(writer: PdfWriter) -> None:
    all_fields(writer).pop()


def _add_field(writer: PdfWriter) -> None:
    extra = DictionaryObject({NameObject("/FT"): NameObject("/Tx"), NameObject("/T"): TextStringObject("ny")})
    all_fields(writer).append(writer._add_object(extra))


def _double_field(writer: PdfWriter) -> None:
    copied = DictionaryObject(_field(writer, field_name("k1.1", "score")))
    copied[NameObject("/V")] = TextStringObject("5")
    all_fields(writer).append(writer._add_object(copied))


def _change_identity(writer: PdfWriter) -> None:
    held = _field(writer, FIELD)
    held[NameObject("/V")] = TextStringObject(str(held["/V"]).replace(PERSON.id, "00000000000000bb"))


def _forget_identity(writer: PdfWriter) -> None:
    del all_fields(writer)[0]


def _number_for_text(writer: PdfWriter) -> None:
    _field(writer, field_name("k1.1", "score"))[NameObject("/V")] = NumberObject(3)


def _text_for_tick(writer: PdfWriter) -> None:
    _field(writer, field_name("k1.1", CANNOT_JUDGE))[NameObject("/V")] = TextStringObject("Ja")


def _fields_in_fields(writer: PdfWriter) -> None:
    """A field that is its own child."""
    field = _field(writer, field_name("k1.1", "score"))
    field[NameObject("/Kids")] = ArrayObject([all_fields(writer)[1]])


def _script(writer: PdfWriter) -> None:
    act = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")}
    )
    names = DictionaryObject({NameObject("/Names"): ArrayObject([TextStringObject("a"), act])})
    writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/JavaScript"): names})


def _script_in_field(writer: PdfWriter) -> None:
    act = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")}
    )
    keys = DictionaryObject({NameObject("/K"): writer._add_object(act)})
    _field(writer, field_name("k1.1", "score"))[NameObject("/AA")] = keys


def _sends(writer: PdfWriter) -> None:
    act = DictionaryObject({NameObject("/S"): NameObject("/SubmitForm")})
    writer.root_object[NameObject("/OpenAction")] = act


def _attachment(writer: PdfWriter) -> None:
    writer.add_attachment("virus.exe", b"MZ")


def _xfa(writer: PdfWriter) -> None:
    dictionary(writer.root_object["/AcroForm"])[NameObject("/XFA")] = ArrayObject()


def _locked(writer: PdfWriter) -> None:
    writer.encrypt("hemmelig", algorithm="RC4-128")


def _many_pages(writer: PdfWriter) -> None:
    for _ in range(guarding.PAGES + 1):
        writer.add_blank_page(10, 10)


def _many_fields(writer: PdfWriter) -> None:
    for number in range(guarding.FIELDS + 1):
        extra = {NameObject("/FT"): NameObject("/Tx"), NameObject("/T"): TextStringObject(f"f{number}")}
        all_fields(writer).append(DictionaryObject(extra))


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("E_FORM_FOREIGN", _drop_form),
        ("E_FORM_FOREIGN", _forget_identity),
        ("E_FORM", _drop_field),
        ("E_FORM", _add_field),
        ("E_FORM_DOUBLED", _double_field),
        ("E_FORM", _change_identity),
        ("E_FORM", _number_for_text),
        ("E_FORM", _text_for_tick),
        ("E_FORM_SIZE", _fields_in_fields),
        ("E_FORM_ACTIVE", _script),
        ("E_FORM_ACTIVE", _script_in_field),
        ("E_FORM_ACTIVE", _sends),
        ("E_FORM_ACTIVE", _attachment),
        ("E_FORM_ACTIVE", _xfa),
        ("E_FORM_ENCRYPTED", _locked),
        ("E_FORM_SIZE", _many_pages),
        ("E_FORM_SIZE", _many_fields),
    ],
)
def test_a_form_that_somebody_has_changed(code: str, change: Break, tmp_path: Path) -> None:
    assert refusal(tmp_path, broken(ONE, change)).code == code


def test_anything_else_is_no_form(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"").code == "E_FORM_FOREIGN"
    assert refusal(tmp_path, b"PK\x03\x04").code == "E_FORM_FOREIGN"
    assert refusal(tmp_path, b"%PDF-1.7\n" + b"0" * 3000).code == "E_FORM"
    assert refusal(tmp_path, b"%PDF-1.7" + b" " * guarding.SIZE).code == "E_FORM_SIZE"
    blank = PdfWriter()
    blank.add_blank_page(100, 100)
    out = io.BytesIO()
    blank.write(out)
    assert refusal(tmp_path, out.getvalue()).code == "E_FORM_FOREIGN"


@given(cut=st.floats(0.01, 0.99))
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
def test_half_a_file_is_refused_or_says_the_same(
    cut: float, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _refused_or_the_same(tmp_path_factory.mktemp("halv"), ONE[: int(len(ONE) * cut)])


@given(at=st.floats(0, 0.999), sign=st.integers(0, 255))
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
def test_a_damaged_byte_never_crashes(at: float, sign: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    damaged = bytearray(ONE)
    damaged[int(len(ONE) * at)] = sign
    try:
        read(tmp_path_factory.mktemp("bid"), bytes(damaged))
    except Problem as problem:
        assert problem.code.startswith("E_FORM")


def _refused_or_the_same(folder: Path, data: bytes) -> None:
    try:
        found = read(folder, data)
    except Problem as problem:
        assert problem.code.startswith("E_FORM")
    else:
        assert found == read(folder, ONE)


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    ticks = iter(range(1000))
    with pytest.raises(guarding.TooMuchError), guarding.deadline(5, lambda: float(next(ticks))):
        while True:
            PdfReader.__name__.lower()
            _step()


def _step() -> None:
    """Something that a library calls."""
