"""The lists of the workbook, one row each: subcriteria, statements and the actions of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kvik_desktop.action_plan.trend import Trend
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Block
from kvik_desktop.report import words
from kvik_desktop.report.content import Action, Content, Criterion, Subcriterion
from kvik_desktop.report.form_words import FORM_LABELS
from kvik_desktop.report.subcriterion_pages import unbulleted
from kvik_desktop.report.workbook import Column, Kind, Value
from kvik_desktop.report.writing import Writer
from kvik_desktop.workshop.model import Outcome

Row = tuple[Value, ...]

ACTION_COLUMNS: Sequence[tuple[str, float, Kind]] = (
    ("number", 6, "whole"), ("action", 40, "strong"), ("status", 14, "text"), ("theme", 24, "text"),
    ("description", 50, "text"), ("responsible", 24, "text"), ("taking_part", 28, "text"),
    ("start", 12, "date"), ("deadline", 12, "date"), ("follow_up", 12, "date"),
    ("prerequisites", 30, "text"), ("hours", 9, "amount"), ("money", 13, "money"),
    ("success", 40, "text"), ("indicator", 30, "text"), ("unit_of_measure", 12, "text"),
    ("baseline", 14, "amount"), ("target", 10, "amount"), ("latest_day", 16, "date"),
    ("latest_value", 15, "amount"), ("measurements", 36, "text"), ("phase", 16, "text"),
    ("goal", 26, "text"), ("effect_served", 30, "text"), ("dropped_reason", 30, "text"),
    ("effect", 9, "whole"), ("ease", 9, "whole"), ("field", 20, "text"), ("origins", 20, "text"),
    ("origin_areas", 50, "text"), ("log", 50, "text"),
)  # fmt: skip
"""The plan's columns: name of the label, width in characters and what they hold."""


@dataclass(frozen=True)
class Lists:
    """Makes rows of one report's content."""

    content: Content
    writer: Writer

    def word(self, name: str) -> str:
        """A label of the report or of the workbook."""
        found = words.LABELS.get(name) or FORM_LABELS[name]
        return self.said(found)

    def said(self, text: Text) -> str:
        """A text in the reader's language."""
        return self.writer.words(text)

    def subcriteria(self) -> tuple[tuple[Column, ...], Iterator[Row]]:
        """Every subcriterion: what was agreed, what people answered and why."""
        word = self.word
        columns = (
            Column(word("id"), 7),
            Column(word("subcriterion"), 38, "strong"),
            Column(word("criterion"), 30),
            Column(word("block"), 11),
            Column(word("agreed"), 9, "amount"),
            *(Column(name, 11, "whole") for name in self._phases),
            Column(word("step_number"), 9, "whole"),
            Column(word("step_name"), 16),
            Column(word("answers"), 8, "whole"),
            Column(word("cannot_judge"), 10, "whole"),
            Column(word("lowest"), 9, "amount"),
            Column(word("median"), 9, "amount"),
            Column(word("highest"), 9, "amount"),
            *(Column(self.said(_answers_on(step)), 8, "whole") for step in self._steps),
            Column(word("disagreement"), 19),
            Column(word("rounds"), 8, "whole"),
            Column(word("outcome"), 16),
            Column(word("reason"), 60),
            Column(word("note"), 40),
        )
        return columns, self._subcriterion_rows()

    def statements(self) -> tuple[tuple[Column, ...], Iterator[Row]]:
        """Every strength, area for improvement, idea and piece of evidence."""
        columns = (
            Column(self.word("id"), 7),
            Column(self.word("subcriterion"), 38, "strong"),
            Column(self.word("criterion"), 30),
            Column(self.word("kind"), 19),
            Column(self.word("text"), 82),
            Column(self.word("sources"), 10, "whole"),
        )
        return columns, self._statement_rows()

    def plan(self) -> tuple[tuple[Column, ...], Iterator[Row]]:
        """Every action with all its fields, empty ones too."""
        columns = tuple(Column(self.word(name), width, kind) for name, width, kind in ACTION_COLUMNS)
        return columns, (self._action(action) for action in self.content.actions)

    def standards(self) -> tuple[tuple[Column, ...], Iterator[Row]]:
        """Every subcriterion that touches a standard, with its score and what the unit can show."""
        word = self.word
        columns = (
            Column(word("standard"), 38, "strong"),
            Column(word("group"), 30),
            Column(word("id"), 7),
            Column(word("subcriterion"), 38),
            Column(word("agreed"), 9, "amount"),
            Column(word("evidence"), 24),
            Column(word("note"), 60),
        )
        return columns, self._standard_rows()

    def trend(self, told: Trend) -> tuple[tuple[Column, ...], Iterator[Row]]:
        """Every mean of every evaluation, with all that a comparison must say of it."""
        word = self.word
        columns = (
            Column(word("id"), 7),
            Column(word("criterion"), 34, "strong"),
            Column(word("evaluation"), 28),
            Column(word("accepted_day"), 13, "date"),
            Column(word("mean"), 12, "mean"),
            Column(word("scale_top"), 10, "whole"),
            Column(word("scored"), 10, "whole"),
            Column(word("of"), 8, "whole"),
            Column(word("model"), 18),
            Column(word("method"), 24),
            Column(word("have_answered"), 11, "whole"),
        )
        return columns, self._trend_rows(told)

    @property
    def _phases(self) -> tuple[str, ...]:
        """The names of the phases that were scored, in the model's order; none outside the fine method."""
        phases = (phase.name for sub in self.content.subcriteria for phase in sub.phases)
        return tuple(dict.fromkeys(phases))

    @property
    def _steps(self) -> range:
        """The six steps, where answers may be counted on them at all."""
        shown = any(sub.latest is not None and sub.latest.bands for sub in self.content.subcriteria)
        return range(len(self.content.enabler_steps) if shown else 0)

    def _subcriterion_rows(self) -> Iterator[Row]:
        for criterion in self.content.criteria:
            for sub in criterion.subcriteria:
                yield (*self._place(criterion, sub), *self._agreed(criterion, sub), *self._answers(sub))

    def _place(self, criterion: Criterion, sub: Subcriterion) -> Row:
        return sub.id, sub.name, f"{criterion.id} {criterion.name}"

    def _agreed(self, criterion: Criterion, sub: Subcriterion) -> Row:
        band = sub.agreed.band
        phases: dict[str, int] = {phase.name: phase.score for phase in sub.phases}
        return (
            self.said(words.BLOCKS[criterion.block]),
            sub.agreed.value,
            *(phases.get(name) for name in self._phases),
            band,
            "" if band is None else self.content.steps(criterion.block)[band].name,
        )

    def _answers(self, sub: Subcriterion) -> Row:
        latest = sub.latest
        spread = latest and latest.spread
        bands = (latest and latest.bands) or (None,) * len(self._steps)
        return (
            latest and latest.n,
            latest and latest.cannot_judge,
            spread and spread.lowest,
            spread and spread.median,
            spread and spread.highest,
            *bands[: len(self._steps)],
            latest and self.said(words.FLAGS[latest.flag]),
            len(sub.rounds),
            self._outcome(sub),
            sub.reason,
            sub.note,
        )

    def _outcome(self, sub: Subcriterion) -> str:
        if sub.outcome is None:
            return self.word("not_settled")
        if sub.outcome is Outcome.PARKED:
            return self.word("parked")
        return self.word("cannot_judge" if sub.agreed.value is None else "settled")

    def _statement_rows(self) -> Iterator[Row]:
        for criterion in self.content.criteria:
            for sub in criterion.subcriteria:
                kinds = (
                    ("strength", sub.strengths),
                    ("area", sub.areas),
                    ("idea", sub.ideas),
                    ("evidence", sub.evidence),
                )
                for kind, statements in kinds:
                    for each in statements:
                        text = unbulleted(each.text)
                        yield (*self._place(criterion, sub), self.word(kind), text, each.sources)

    def _trend_rows(self, told: Trend) -> Iterator[Row]:
        for course in told.courses:
            for occasion, point in zip(told.occasions, course.points, strict=True):
                if point is not None:
                    name = course.name.in_language(self.content.language) if course.name else ""
                    block = self.word("enablers" if course.block is Block.ENABLER else "results")
                    edition = occasion.edition
                    yield (
                        "" if course.is_block else course.key, block if course.is_block else name,
                        occasion.title, occasion.day, point.figure.value, edition.method.top,
                        point.scored, point.of, f"{edition.model} {edition.version}",
                        self.said(words.METHODS[edition.method]), occasion.answered,
                    )  # fmt: skip

    def _standard_rows(self) -> Iterator[Row]:
        for standard in (each for told in self.content.standards for each in told.standards):
            noted = "" if standard.status is None else self.said(words.EVIDENCE[standard.status])
            for sub in self.content.subcriteria:
                if sub.id in standard.touched_by:
                    score = (sub.id, sub.name, sub.agreed.value)
                    yield (standard.name, standard.group, *score, noted, standard.note)

    def _action(self, action: Action) -> Row:
        latest = max(action.measurements, key=lambda each: each.day, default=None)
        return (
            action.number, action.title, self.said(words.STATUSES[action.status]), action.theme,
            action.description, action.responsible, "\n".join(action.participants),
            action.start, action.deadline, action.follow_up,
            "\n".join(action.prerequisites), action.hours, action.money,
            action.success, action.indicator, action.unit,
            action.baseline, action.target, None if latest is None else latest.day,
            None if latest is None else latest.value, self._measurements(action), action.phase,
            action.goal, action.effect_served, action.dropped_reason,
            action.effect, action.ease, self._quadrant(action), self._origins(action),
            "\n".join(action.areas), self._log(action),
        )  # fmt: skip

    def _measurements(self, action: Action) -> str:
        writer = self.writer
        lines = (
            (writer.day(each.day), writer.amount(each.value, action.unit), each.note)
            for each in action.measurements
        )
        return "\n".join(" · ".join(part for part in line if part) for line in lines)

    def _log(self, action: Action) -> str:
        return "\n".join(f"{self.writer.day(line.day)} · {line.text}" for line in action.log)

    def _quadrant(self, action: Action) -> str:
        return "" if action.quadrant is None else self.said(words.QUADRANTS[action.quadrant][0])

    def _origins(self, action: Action) -> str:
        return "\n".join(
            each.subcriterion
            if each.score_then is None
            else self.said(
                say(
                    "{subcriterion} (fastlagt {score})", subcriterion=each.subcriterion, score=each.score_then
                )
            )
            for each in action.origins
        )


def _answers_on(step: int) -> Text:
    return say("Svar på trin {step}", step=step)
