"""How old and new are told beside each other: a difference, an honest word about it, and the actions."""

from __future__ import annotations

from collections.abc import Sequence

from kvik_desktop.action_plan.looking_back import Before, LookingBack, OldScore
from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.action_plan.movement import MOVEMENTS, Movement, movement, near
from kvik_desktop.action_plan.pages import Following
from kvik_desktop.action_plan.screens.action_words import NO_BREAK, STATUS_MARKS, status_word
from kvik_desktop.action_plan.trend import Course, Point
from kvik_desktop.foundation.rounding import half_up
from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.model_package.comparing import Difference, Level
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Figure
from kvik_desktop.shell.widgets.cells import Cell, TableRow

HEADERS = (say("Delkriterium"), say("Sidst"), say("Nu"), say("Forskel"), say("Tiltag fra sidst"))
ACTION_HEADERS = (
    say("Tiltag fra sidst"),
    say("Status"),
    say("Delkriterium"),
    say("Har det flyttet sig?"),
)
CRITERION_HEADERS = (say("Kriterium"), say("Sidst"), say("Nu"), say("Forskel"))
AWAY = (Movement.UP, Movement.DOWN)
"""What the eye is to find among all that is about the same."""


def near_words(method: Method, tolerance: int) -> Text:
    """What counts as about the same; ``tolerance`` is in points of 100."""
    n = near(method, tolerance)
    if method is Method.SCALE5:
        return say_n(
            "En forskel på op til {n} trin regnes for omtrent som før.",
            "En forskel på op til {n} trin regnes for omtrent som før.",
            n,
        )
    return say("En forskel på op til {n} point regnes for omtrent som før.", n=n)


def rows(found: Following, back: LookingBack, tr: Translator) -> Sequence[TableRow]:
    """Today's subcriteria, each with its old score and actions."""
    return [_row(found, back, sub, before, tr) for sub, before in back.before.items()]


def _row(found: Following, back: LookingBack, sub: str, before: Before, tr: Translator) -> TableRow:
    now = (found.scores or {}).get(sub)
    told = ", ".join(_whole(each.figure) for each in before.scores) or "–"
    cells = (
        Cell(f"{sub} {found.package.subcriterion(sub).name.in_language(tr.language)}", strong=True),
        Cell(told, right=True),
        Cell(_whole(now), right=True),
        _difference(back, before, now, tr),
        Cell("\n".join(_action(each, tr) for each in before.actions) or "–"),
    )
    return TableRow(sub, cells)


def _whole(figure: Figure | None) -> str:
    return "–" if figure is None or figure.rounded is None else str(figure.rounded)


def _difference(back: LookingBack, before: Before, now: Figure | None, tr: Translator) -> Cell:
    gone = back.moved(before, now)
    old = before.scores[0].figure.rounded if before.scores else None
    if gone is Movement.UNKNOWN or now is None or now.rounded is None or old is None:
        return Cell("–", ink="text-2", right=True)
    by = now.rounded - old
    return Cell(_signed(by), tr(MOVEMENTS[gone]), strong=gone in AWAY, right=True, order=by)


def _signed(by: int) -> str:
    return f"{by:+d}".replace("-", "−") if by else "0"


def _action(planned: PlannedAction, tr: Translator) -> str:
    status = tr(status_word(planned.action.status)).lower()
    return f"{planned.action.title} ({status.replace(' ', NO_BREAK)})"


def movement_rows(found: Following, back: LookingBack, tr: Translator) -> Sequence[tuple[str, str]]:
    """By name from what to what, and the honest word about it; only what can be compared."""
    told = []
    for sub, before in back.before.items():
        now = (found.scores or {}).get(sub)
        gone = back.moved(before, now)
        if gone is not Movement.UNKNOWN:
            name = f"{sub} {found.package.subcriterion(sub).name.in_language(tr.language)}"
            way = f"{_whole(before.scores[0].figure)}{NO_BREAK}→{NO_BREAK}{_whole(now)}"
            told.append((name, f"{way} · {tr(MOVEMENTS[gone])}"))
    return told


# By action


def action_rows(found: Following, back: LookingBack, tr: Translator) -> Sequence[TableRow]:
    """Each action of the last time: what became of it, and whether its subcriteria have moved."""
    actions: dict[str, PlannedAction] = {}
    for before in back.before.values():
        for each in before.actions:
            actions[each.action.id] = each
    ordered = sorted(actions.values(), key=lambda each: each.action.number)
    return [_action_row(each, found, back, tr) for each in ordered]


def _action_row(planned: PlannedAction, found: Following, back: LookingBack, tr: Translator) -> TableRow:
    action = planned.action
    where, moved = [], []
    for sub, before in back.before.items():
        if planned in before.actions:
            now = (found.scores or {}).get(sub)
            where.append(_way(found, sub, before.scores, now, tr))
            moved.append(tr(MOVEMENTS[back.moved(before, now)]) if now is not None else tr(_NOT_YET))
    cells = (
        Cell(f"{action.number}. {action.title}", strong=True),
        Cell(tr(status_word(action.status)), mark=STATUS_MARKS[action.status]),
        Cell("\n".join(where)),
        Cell("\n".join(moved if len(set(moved)) > 1 else moved[:1])),
    )
    return TableRow(action.id, cells)


_NOT_YET = say("ikke godkendt endnu")


def _way(found: Following, sub: str, old: Sequence[OldScore], now: Figure | None, tr: Translator) -> str:
    name = found.package.subcriterion(sub).name.in_language(tr.language)
    was = ", ".join(_whole(each.figure) for each in old) or "–"
    return f"{sub} {name}: {was}{NO_BREAK}→{NO_BREAK}{_whole(now)}"


# By criterion, where the models differ


def criterion_rows(back: LookingBack, tr: Translator) -> Sequence[TableRow]:
    """The criteria that both models can be read by."""
    both = back.both
    return [] if both is None else [_criterion_row(course, back, tr) for course in both.courses]


def _criterion_row(course: Course, back: LookingBack, tr: Translator) -> TableRow:
    block = say("Indsatser") if course.block.value == "enabler" else say("Resultater")
    named = course.name.in_language(tr.language) if course.name is not None else ""
    name = tr(block) if course.is_block else f"{course.key} {named}".strip()
    old, now = course.points
    cells = (
        Cell(name, strong=True),
        _point(old, tr, bands=not back.comparison.joins),
        _point(now, tr, bands=not back.comparison.joins),
        _moved(old, now, back, tr),
    )
    return TableRow(course.key, cells)


def _point(point: Point | None, tr: Translator, *, bands: bool) -> Cell:
    if point is None or point.figure.value is None:
        return Cell("–", ink="text-2", right=not bands)
    if not bands:
        return Cell(tr.number(half_up(point.figure.value, 1)), tr(_of(point)), right=True)
    return Cell(_shares(point, tr), tr(_of(point)))


def _of(point: Point) -> Text:
    return say("{n} af {of} vurderet", n=point.scored, of=point.of)


def _shares(point: Point, tr: Translator) -> str:
    """As "trin 2: 67 %, trin 3: 33 %"."""
    total = sum(point.bands)
    shares = (
        tr(say("trin {step}: {share} %", step=step, share=round(100 * count / total)))
        for step, count in enumerate(point.bands)
        if count
    )
    return ", ".join(shares)


def _moved(old: Point | None, now: Point | None, back: LookingBack, tr: Translator) -> Cell:
    if old is None or now is None or not back.comparison.joins:
        return Cell("–", ink="text-2", right=True)
    gone = movement(old.figure, now.figure, back.method, back.tolerance)
    if old.figure.value is None or now.figure.value is None:
        return Cell("–", ink="text-2", right=True)
    by = half_up(now.figure.value - old.figure.value, 1)
    signed = f"+{tr.number(by)}" if by > 0 else tr.number(by).replace("-", "−")
    return Cell(signed, tr(MOVEMENTS[gone]), strong=gone in AWAY, right=True, order=float(by))


def caution(back: LookingBack) -> Text | None:
    """Why old and new figures are not the same measure; None where they are."""
    found, title = back.comparison, back.evaluation.title
    if found.level is Level.NOTHING:
        return say(
            "»{title}« brugte en model, der ikke har noget tilfælles med den her. Tallene kan ikke "
            "sammenlignes.",
            title=title,
        )
    if Difference.MODEL in found.differences:
        return (
            say(
                "»{title}« brugte en anden model. Sammenlign kun kriterierne, og gør det med forbehold.",
                title=title,
            )
            if found.joins
            else say(
                "»{title}« brugte en anden model og en anden skala. Kun andelen på hvert trin kan "
                "sammenlignes, kriterium for kriterium.",
                title=title,
            )
        )
    if Difference.METHOD in found.differences:
        return say(
            "I »{title}« gav I point på en anden måde. Se på, om det går den rigtige vej, men regn ikke med "
            "forskellen.",
            title=title,
        )
    if Difference.VERSION in found.differences:
        return say("»{title}« brugte en tidligere udgave af modellen. Sammenlign med forbehold.", title=title)
    return None
