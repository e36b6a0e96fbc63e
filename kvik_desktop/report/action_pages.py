"""The plan's pages: a table of all actions, the priority matrix with its table, and a card an action."""

from __future__ import annotations

from kvik_desktop.foundation.text import say
from kvik_desktop.report import words
from kvik_desktop.report.content import Action, Content
from kvik_desktop.report.figures.matrix import MatrixWords, Placed, matrix
from kvik_desktop.report.writing import UNBROKEN, Data, Writer


def plan(content: Content, writer: Writer) -> Data:
    """Everything about the plan; empty lists where there is none."""
    return {
        "rows": [_row(action, writer) for action in content.actions],
        "matrix": _matrix(content.actions, writer),
        "cards": [_card(action, writer) for action in content.actions],
    }


def _row(action: Action, writer: Writer) -> Data:
    under = [action.theme, ", ".join(origin.subcriterion for origin in action.origins)]
    return {
        "number": str(action.number),
        "title": action.title,
        "under": " · ".join(part for part in under if part),
        "responsible": action.responsible,
        "deadline": writer.day(action.deadline),
        "status": action.status.value,
        "seen_by": _seen_by(action, writer),
    }


def _seen_by(action: Action, writer: Writer) -> str:
    """How one can see it: the figure from where to where, else the words."""
    ends = [writer.amount(action.baseline), writer.amount(action.target, action.unit)]
    way = f"{UNBROKEN}→ ".join(end for end in ends if end)
    figure = ": ".join(part for part in (action.indicator, way) if part)
    return figure or action.success


def _matrix(actions: tuple[Action, ...], writer: Writer) -> Data | None:
    placed = [
        (action, Placed(action.number, action.effect, action.ease))
        for action in actions
        if action.effect is not None and action.ease is not None
    ]
    if not placed:
        return None
    drawing = matrix([place for _, place in placed], _matrix_words(writer), writer.pen)
    return {
        "picture": writer.picture("matrix", drawing, writer.label("matrix"), writer.label("matrix_alt")),
        "rows": [
            [
                str(action.number),
                action.title,
                str(action.effect),
                str(action.ease),
                _quadrant(action, writer),
            ]
            for action, _ in placed
        ],
    }


def _matrix_words(writer: Writer) -> MatrixWords:
    return MatrixWords(
        {key: (writer.words(name), writer.words(about)) for key, (name, about) in words.QUADRANTS.items()},
        effect=writer.label("axis_effect"),
        hard=writer.label("axis_hard"),
        ease=writer.label("axis_ease"),
        easy=writer.label("axis_easy"),
    )


def _quadrant(action: Action, writer: Writer) -> str:
    return "" if action.quadrant is None else writer.words(words.QUADRANTS[action.quadrant][0])


def _card(action: Action, writer: Writer) -> Data:
    return {
        "number": str(action.number),
        "title": action.title,
        "status": action.status.value,
        "facts": [[writer.label(name), value] for name, value in _facts(action, writer) if value],
        "fields": _fields(action, writer),
    }


def _facts(action: Action, writer: Writer) -> list[tuple[str, str]]:
    """The short fields, in the order one asks: who, when, how much, how far."""
    return [
        ("responsible", action.responsible),
        ("start", writer.day(action.start)),
        ("deadline", writer.day(action.deadline)),
        ("follow_up", writer.day(action.follow_up)),
        ("hours", writer.amount(action.hours)),
        ("money", writer.money(action.money)),
        ("placed", _placed(action, writer)),
        ("baseline", writer.amount(action.baseline, action.unit)),
        ("target", writer.amount(action.target, action.unit)),
        ("theme", action.theme),
        ("phase", action.phase),
    ]


def _placed(action: Action, writer: Writer) -> str:
    """Effect and ease, where one of them is placed, and the field where both are."""
    numbers = [
        writer.words(text)
        for value, text in (
            (action.effect, say("effekt {n}", n=action.effect)),
            (action.ease, say("lethed {n}", n=action.ease)),
        )
        if value is not None
    ]
    placed = ", ".join(numbers)
    quadrant = _quadrant(action, writer)
    return f"{quadrant} ({placed})" if quadrant else placed


def _fields(action: Action, writer: Writer) -> list[Data]:
    """The fields of whole sentences, then the lists and the series."""
    texts = (
        ("description", action.description),
        ("success", action.success),
        ("indicator", action.indicator),
        ("taking_part", ", ".join(action.participants)),
        ("goal", action.goal),
        ("effect_served", action.effect_served),
        ("dropped_reason", action.dropped_reason),
        ("origins", _origins(action, writer)),
    )
    lists = (
        ("origin_areas", [[area, ""] for area in action.areas]),
        ("prerequisites", [[text, ""] for text in action.prerequisites]),
        ("log", [[line.text, writer.day(line.day)] for line in action.log]),
    )
    fields: list[Data] = [{"label": writer.label(name), "text": text} for name, text in texts if text]
    fields += [{"label": writer.label(name), "items": items} for name, items in lists if items]
    if action.measurements:
        fields.append({"label": writer.label("measurements"), **_series(action, writer)})
    return fields


def _series(action: Action, writer: Writer) -> Data:
    """The measurements as a table, with a column of notes where there are any."""
    rows = [
        [writer.day(each.day), writer.amount(each.value, action.unit), each.note]
        for each in action.measurements
    ]
    columns = 3 if any(each.note for each in action.measurements) else 2
    head = [writer.label(name) for name in ("day", "value", "note")[:columns]]
    return {"head": head, "rows": [row[:columns] for row in rows]}


def _origins(action: Action, writer: Writer) -> str:
    def origin(subcriterion: str, score: int | None) -> str:
        if score is None:
            return subcriterion
        return writer.words(say("{subcriterion} (fastlagt {score})", subcriterion=subcriterion, score=score))

    return ", ".join(origin(each.subcriterion, each.score_then) for each in action.origins)
