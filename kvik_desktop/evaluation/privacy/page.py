"""One person's data as a page that any browser shows and prints, and as data for another program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

import msgspec

from kvik_desktop.evaluation.model import Answer, StatementKind
from kvik_desktop.evaluation.privacy import words
from kvik_desktop.evaluation.privacy.model import Extract
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.text import Text, Translator, say

FORMAT, VERSION = "kvik-uddrag", 1

_STYLE = (
    "body{font:1em/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em}"
    "body{overflow-wrap:anywhere;color:#111;background:#fff}dt{font-weight:600}dd{margin:0 0 .5em}"
    "h2,h3{margin-top:2em}h3{border-top:1px solid #767676;padding-top:.7em}"
)


def data_of(found: Extract) -> bytes:
    """Everything as JSON: the rows as the file keeps them."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "made": stamp(found.made),
        "unit": {"id": found.unit.id, "name": found.unit.name},
        "evaluation": {"id": found.evaluation.id, "title": found.evaluation.title},
        "participant": found.participant,
        "answer_set": found.own,
        "answers": found.answers,
        "statements": found.statements,
        "attachments": found.attachments,
        "events": found.events,
        "other": found.belongings,
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def page_of(found: Extract, translate: Translator, files: Mapping[str, str]) -> bytes:
    """The same for reading: one file, no script, nothing fetched.

    ``files`` are the addresses of the attachments, seen from the page, by id.
    """
    return _Page(found, translate, files).html().encode()


@dataclass(frozen=True)
class _Page:
    found: Extract
    translate: Translator
    files: Mapping[str, str]

    def html(self) -> str:
        title = self._tr(say("Det, filen gemmer om {name}", name=self.found.participant.name))
        return "".join(
            (
                f'<!doctype html>\n<html lang="{self.translate.language}"><head><meta charset="utf-8">',
                f'<meta name="viewport" content="width=device-width"><title>{title}</title>',
                f"<style>{_STYLE}</style></head>\n<body><main><h1>{title}</h1>\n",
                *self._facts(),
                f"<h2>{self._tr(words.ANSWERS)}</h2>\n",
                *self._answers(),
                *self._rest(),
                "</main></body></html>\n",
            )
        )

    def _tr(self, text: Text | str) -> str:
        return escape(self.translate(text))

    def _facts(self) -> Iterator[str]:
        found, person, own = self.found, self.found.participant, self.found.own
        yield self._pairs(
            (
                (say("Enhed"), found.unit.name),
                (say("Selvevaluering"), found.evaluation.title),
                (say("Navn"), person.name),
                (say("Rolle"), person.role),
                (say("Leder"), say("ja") if person.leader else say("nej")),
                (say("Begyndte at svare"), "" if own is None else words.WAYS[own.way]),
                (say("Afleveret"), own.submitted.astimezone() if own and own.submitted else say("nej")),
                (say("Uddraget er taget"), found.made.astimezone()),
            )
        )
        deleted = found.evaluation.answers_deleted
        if deleted is not None:
            yield self._paragraph(
                say("De enkelte svar er slettet den {day}.", day=deleted.astimezone().date())
            )

    def _pairs(self, pairs: Iterable[tuple[Text | str, object]]) -> str:
        rows = (
            f"<dt>{self._tr(label)}</dt><dd>{escape(self.translate.value(value))}</dd>"
            for label, value in pairs
            if value != ""
        )
        return f"<dl>{''.join(rows)}</dl>\n"

    def _paragraph(self, text: Text) -> str:
        return f"<p>{self._tr(text)}</p>\n"

    def _answers(self) -> Iterator[str]:
        """By subcriterion in the model's order; a text or file cannot be without an answer."""
        if not self.found.answers:
            yield self._paragraph(words.NO_ANSWERS)
        language = self.translate.language
        for sub in self.found.package.subcriteria():
            given = [each for each in self.found.answers if each.subcriterion == sub.id]
            if given:
                yield f"<h3>{escape(f'{sub.id} {sub.name.in_language(language)}')}</h3>\n"
            for answer in given:
                yield self._answer(answer)
                yield from self._texts(answer)
            yield from self._attached(sub.id)

    def _answer(self, answer: Answer) -> str:
        return self._pairs(
            (
                (say("Runde"), answer.round if answer.round > 1 else ""),
                (say("Vurdering"), self._figures(answer)),
                (say("Givet"), words.WAYS[answer.way]),
                (say("Sidst ændret"), answer.changed.astimezone()),
            )
        )

    def _figures(self, answer: Answer) -> object:
        if answer.rating.is_empty:
            return words.PUT_OFF if answer.later else words.CANNOT_JUDGE
        names = self.found.package.scale.phase
        phases = (
            f"{names(phase).name.in_language(self.translate.language)} {score}"
            for phase, score in answer.rating.phases.items()
        )
        return ", ".join(phases) if answer.score is None else answer.score

    def _texts(self, answer: Answer) -> Iterator[str]:
        for kind in StatementKind:
            place = (answer.subcriterion, answer.round, kind)
            lines = [
                f"<li>{escape(each.text)}</li>"
                for each in self.found.statements
                if (each.subcriterion, each.round, each.kind) == place
            ]
            if lines:
                yield f"<h4>{self._tr(words.KINDS[kind])}</h4><ul>{''.join(lines)}</ul>\n"

    def _attached(self, subcriterion: str) -> Iterator[str]:
        lines = [
            f'<li><a href="{escape(self.files[each.id])}">{escape(each.name)}</a></li>'
            for each in self.found.attachments
            if each.subcriterion == subcriterion
        ]
        if lines:
            yield f"<h4>{self._tr(say('Bilag'))}</h4><ul>{''.join(lines)}</ul>\n"

    def _rest(self) -> Iterator[str]:
        if self.found.events:
            yield f"<h2>{self._tr(words.NOTED)}</h2>\n"
            yield self._pairs(
                (self.translate.value(each.at.astimezone()), words.EVENTS.get(each.event, each.event))
                for each in self.found.events
            )
        yield f"<h2>{self._tr(words.ALSO)}</h2>\n"
        for name, rows in self.found.belongings.items():
            for row in rows:
                yield self._pairs(
                    (f"{name}: {column}", value) for column, value in row.items() if value is not None
                )
        yield self._paragraph(words.HISTORY) + self._paragraph(words.GROUPS_OWN)
