"""Reading an answer file: hostile until every check has passed, and one sentence for each that fails."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kvik_desktop.envelope.sealing import NotOpenedError, Sealed, SealingKey
from kvik_desktop.evaluation.collecting.answer_page.model import (
    FILE_LIMIT,
    FORMAT,
    SUFFIX,
    About,
    AboutRound,
    AnswerFile,
    Box,
    FilledSheet,
    Given,
    Ticket,
)
from kvik_desktop.evaluation.collecting.incoming import Incoming, is_blank
from kvik_desktop.evaluation.model import StatementKind, Way, check_rating
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.strict_json import NotStrictError, decode, encode
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.model_package.scoring import Rating

_MARK = b'{"format":"kvik-besvarelse/'
_DEPTH = 8
_NOT_A_LINE = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]")
"""Signs that a page makes blanks of before it saves."""
_NOTHING_TAKEN = say("Intet er hentet fra filen, og det, der var gemt, er der stadig.")


@dataclass(frozen=True)
class Expected:
    """What an evaluation knows about its own pages."""

    about: About
    package: ModelPackage
    key: SealingKey | None
    """None where no pages have been made."""
    tickets: Mapping[str, Ticket]
    """By token, of those who are on the list now."""
    rounds: frozenset[AboutRound] | None = None
    """The further rounds that are open; None while the individual assessment is collected."""


def is_answer_file(data: bytes, name: str) -> bool:
    """Whether a file is an answer file of any version, or means to be one by its name; or a web page.

    A page is likely the answer page itself, sent back in good faith: the reader says so.
    """
    return data.startswith(_MARK) or _is_page(data) or name.lower().endswith(SUFFIX)


def _is_page(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \r\n\t")[:14].lower() == b"<!doctype html"


def read_answer_file(data: bytes, name: str, expected: Expected) -> Incoming:
    """The questions that are touched in a file called ``name``, and when it was saved by the browser's clock.

    A file from before the model was changed is read too: :func:`conflicts.compare` tells what fits. Raises
    Problem E_ANSWER_PAGE, E_ANSWER_FILE (damaged), E_ANSWER_FILE_NEWER, E_ANSWER_OTHER, E_ANSWER_FORM,
    E_ANSWER_PERSON, E_ANSWER_EMPTY, E_ANSWER_LATE (the individual assessment, after the reveal) or
    E_ROUND_OVER.
    """
    if _is_page(data):
        raise _page_itself(name)
    file = _outer(data, name)
    _check_about(file.about, name, expected.about)
    _check_round(file.about.round, name, expected.rounds)
    sheet = file.open if file.sealed is None else _opened(file.sealed, file.about, name, expected.key)
    assert sheet is not None, "an answer file is sealed or open"
    ticket = expected.tickets.get(sheet.token)
    if ticket is None:
        raise _not_on_the_list(name)
    saved = _moment(sheet.saved, name)
    is_older = file.about.sha256 != expected.about.sha256
    if not is_older:
        _check_whole(sheet.answers, name, expected, file.about.round)
    given = tuple(each for each in _answers(sheet.answers, name) if not is_blank(each))
    if not given:
        raise _empty(name)
    if not any(expected.package.has(each.subcriterion) for each in given):
        raise _too_old(name)
    return Incoming(ticket.participant, given, Way.ANSWER_PAGE, name, saved, file.about.sha256)


def _outer(data: bytes, name: str) -> AnswerFile:
    if data.startswith(_MARK) and not data.startswith(b'{"format":"' + FORMAT.encode() + b'"'):
        raise Problem(
            "E_ANSWER_FILE_NEWER",
            say("{name} er gemt af en side fra en nyere udgave af programmet.", name=name),
            say("Opdatér programmet, og hent filen igen. {safe}", safe=_NOTHING_TAKEN),
        )
    try:
        return decode(data, AnswerFile, limit=FILE_LIMIT, depth=_DEPTH)
    except NotStrictError:
        raise damaged(name) from None


def _check_about(about: About, name: str, ours: About) -> None:
    if about.evaluation != ours.evaluation:
        raise Problem(
            "E_ANSWER_OTHER",
            say("{name} hører til en anden evaluering.", name=name),
            say("Hent den i den evaluering, hvor svarsiden blev lavet. {safe}", safe=_NOTHING_TAKEN),
        )
    if about.method is not ours.method:
        raise _too_old(name)


def _opened(sealed: Box, about: About, name: str, key: SealingKey | None) -> FilledSheet:
    if key is None:
        raise _not_on_the_list(name)
    try:
        box = Sealed(_bytes(sealed.key), _bytes(sealed.box))
        content = key.open(box, FORMAT.encode(), encode(about))
        return decode(content, FilledSheet, limit=FILE_LIMIT, depth=_DEPTH)
    except (NotOpenedError, NotStrictError):
        raise damaged(name) from None


def _bytes(text: str) -> bytes:
    """Base64 in its one form. Raises NotOpenedError."""
    try:
        found = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise NotOpenedError("not base64") from None
    if base64.b64encode(found).decode() != text:
        raise NotOpenedError("another form")
    return found


def _check_round(asked: AboutRound | None, name: str, rounds: frozenset[AboutRound] | None) -> None:
    if asked is None and rounds is not None:
        raise too_late_for_rounds(name)
    if asked is not None and asked not in (rounds or ()):
        raise Problem(
            "E_ROUND_OVER",
            say(
                "{name} hører til runde {number} for {subcriterion}, som ikke er åben længere.",
                name=name,
                number=asked.number,
                subcriterion=asked.subcriterion,
            ),
            say(
                "Lad den, der har svaret, sige det på mødet. Åbner I en ny runde, så lav nye svarsider. "
                "{safe}",
                safe=_NOTHING_TAKEN,
            ),
        )


def _check_whole(given: tuple[Given, ...], name: str, expected: Expected, asked: AboutRound | None) -> None:
    """Every question once, in the model's order, with figures of the method; in a round only its own."""
    wanted = [
        sub.id for sub in expected.package.subcriteria() if asked is None or sub.id == asked.subcriterion
    ]
    if [each.subcriterion for each in given] != wanted:
        raise damaged(name)
    for each in given:
        try:
            block = expected.package.block_of(each.subcriterion)
            check_rating(_rating(each), block, expected.about.method)
        except Problem:
            raise damaged(name) from None


def _answers(given: tuple[Given, ...], name: str) -> tuple[NewAnswer, ...]:
    """No question twice, and texts one can read."""
    if len({each.subcriterion for each in given}) < len(given):
        raise damaged(name)
    for each in given:
        lines = (*each.evidence, *each.strength, *each.area, *each.idea)
        if any(_NOT_A_LINE.search(line) or not line.strip() for line in lines):
            raise damaged(name)
    return tuple(_answer(each) for each in given)


def _answer(given: Given) -> NewAnswer:
    texts = {kind: getattr(given, kind.value) for kind in StatementKind}
    return NewAnswer(given.subcriterion, _rating(given), texts, given.later)


def _rating(given: Given) -> Rating:
    return Rating(given.score, given.plan, given.do, given.check, given.act, given.trend, given.target)


def _moment(saved: str, name: str) -> datetime:
    try:
        return datetime.fromisoformat(saved)
    except ValueError:  # the thirty-first of February
        raise damaged(name) from None


def damaged(name: str) -> Problem:
    """The problem that a file is not as a page saved it."""
    return Problem(
        "E_ANSWER_FILE",
        say("{name} er beskadiget eller ændret, siden den blev gemt.", name=name),
        say("Bed deltageren om at gemme svarene igen og sende den nye fil. {safe}", safe=_NOTHING_TAKEN),
    )


def too_late_for_rounds(name: str) -> Problem:
    """The problem that somebody's individual assessment comes while a further round is collected."""
    return Problem(
        "E_ANSWER_LATE",
        say("{name} er fra den individuelle vurdering, og de svar er åbnet.", name=name),
        say(
            "Lad den, der har svaret, svare i runden: på en ny svarside, med et kort eller på denne "
            "computer. {safe}",
            safe=_NOTHING_TAKEN,
        ),
    )


def _page_itself(name: str) -> Problem:
    return Problem(
        "E_ANSWER_PAGE",
        say("{name} er en side at svare på, ikke et svar.", name=name),
        say(
            "Åbn siden i en browser, svar, og vælg »Gem svarfil«. Hent så den fil. {safe}",
            safe=_NOTHING_TAKEN,
        ),
    )


def _too_old(name: str) -> Problem:
    return Problem(
        "E_ANSWER_FORM",
        say("{name} er fra en ældre svarside: modellen eller metoden er ændret siden da.", name=name),
        say("Giv deltageren en ny svarside. {safe}", safe=_NOTHING_TAKEN),
    )


def _empty(name: str) -> Problem:
    return Problem(
        "E_ANSWER_EMPTY",
        say("Der er ingen svar i {name}.", name=name),
        say("Bed deltageren om at svare og gemme igen. Intet er ændret."),
    )


def _not_on_the_list(name: str) -> Problem:
    return Problem(
        "E_ANSWER_PERSON",
        say("{name} er fra en svarside, som ingen på listen har.", name=name),
        say("Se, om deltageren er fjernet, eller giv en ny svarside. {safe}", safe=_NOTHING_TAKEN),
    )
