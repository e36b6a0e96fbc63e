"""Whether the parts of a model package fit together: ids, methods, blocks, phases and the crosswalk."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.document import repeated
from kvik_desktop.model_package.json_tree import Node, shown
from kvik_desktop.model_package.model import STEPS, Block, ModelPackage, Phase, criterion_id


def rule_faults(root: Node, known: Sequence[ModelPackage]) -> Iterator[Detail]:
    """Every place where the parts do not fit; ``known`` are the packages this one may compare with.

    Works on the raw tree, so that a missing field elsewhere hides none of these faults.
    """
    criteria = root.items("criteria")
    subcriteria = [sub for criterion in criteria for sub in criterion.items("subcriteria")]
    yield from repeated(node for part in (*criteria, *subcriteria) for node in part.texts("id"))
    for criterion in criteria:
        yield from _belonging(criterion)
    yield from repeated(root.texts("methods"))
    yield from _recommended(root)
    yield from _blocks(root)
    yield from _phase_steps(root)
    yield from _compared(root, known)
    yield from repeated(goal_ids(root))
    for sub in subcriteria:
        yield from _covers(root, sub, known)
        yield from unknown_goals(sub, [node.value for node in goal_ids(root)])


def goal_ids(root: Node) -> tuple[Node, ...]:
    """The ids of a file's political goals."""
    return tuple(node for goal in root.items("goals") for node in goal.texts("id"))


def unknown_goals(sub: Node, goals: Collection[object]) -> Iterator[Detail]:
    """Every goal a subcriterion points to that is not among ``goals``, and those it points to twice."""
    yield from repeated(sub.texts("goals"))
    for node in sub.texts("goals"):
        if node.value not in goals:
            yield node.fault(say("Målet »{id}« kendes ikke.", id=shown(str(node.value))))


def _belonging(criterion: Node) -> Iterator[Detail]:
    for own in criterion.texts("id"):
        for sub in criterion.items("subcriteria"):
            for node in sub.texts("id"):
                if criterion_id(str(node.value)) != own.value:
                    yield node.fault(
                        say(
                            "Delkriteriet »{id}« skal have et id, der begynder med »{criterion}.«.",
                            id=shown(str(node.value)),
                            criterion=shown(str(own.value)),
                        )
                    )


def _recommended(root: Node) -> Iterator[Detail]:
    offered = [node.value for node in root.texts("methods")]
    for node in root.texts("recommended_method"):
        if offered and node.value not in offered:
            yield node.fault(
                say(
                    "Metoden {method} anbefales, men pakken tilbyder den ikke.", method=shown(str(node.value))
                )
            )


def _blocks(root: Node) -> Iterator[Detail]:
    found = {node.value for criterion in root.items("criteria") for node in criterion.texts("block")}
    missing = {
        Block.ENABLER: say("Pakken har ingen indsatser."),
        Block.RESULT: say("Pakken har ingen resultater."),
    }
    place = root.child("criteria")
    if place is not None:
        yield from (place.fault(message) for block, message in missing.items() if block.value not in found)


def _phase_steps(root: Node) -> Iterator[Detail]:
    scale = root.child("scale")
    phases = scale.child("phases") if scale else None
    for phase in Phase:
        text = phases.child(phase.value) if phases else None
        steps = text.items("steps") if text else ()
        if text and steps and len(steps) != STEPS:
            yield text.fault(
                say(
                    "En fase skal have {wanted} trin eller slet ingen, men har {found}.",
                    wanted=STEPS,
                    found=len(steps),
                )
            )


def _compared(root: Node, known: Sequence[ModelPackage]) -> Iterator[Detail]:
    own = [node.value for node in root.texts("id")]
    for node in root.texts("compared_with"):
        if node.value in own:
            yield node.fault(say("Pakken kan ikke sammenlignes med sig selv."))
        elif node.value not in {package.id for package in known}:
            yield node.fault(say("Modellen »{id}« kendes ikke.", id=shown(str(node.value))))


def _covers(root: Node, sub: Node, known: Sequence[ModelPackage]) -> Iterator[Detail]:
    covers = sub.texts("covers")
    yield from repeated(covers)
    if len({criterion_id(str(node.value)) for node in covers}) > 1:
        yield covers[0].fault(say("Et spørgsmål kan kun dække delkriterier under ét kriterium."))
    others = [node.value for node in root.texts("compared_with")]
    if covers and not others:
        yield covers[0].fault(say("Feltet covers kan kun bruges, når pakken også har feltet compared_with."))
    for package in known:
        if package.id in others:
            yield from (
                node.fault(
                    say(
                        "Delkriteriet »{id}« findes ikke i {model}.",
                        id=shown(str(node.value)),
                        model=package.id,
                    )
                )
                for node in covers
                if not package.has(str(node.value))
            )
