"""A package of Python read as source: which module imports which, and what stands at the top of each."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGE = "kvik_desktop"


@dataclass(frozen=True)
class Import:
    """One name that a module takes from elsewhere; ``inside`` is true within a function.

    ``types`` is true for what only the type checker reads: nothing is loaded by it.
    """

    target: str
    line: int
    inside: bool
    types: bool


@dataclass(frozen=True)
class Module:
    """One file of the package; its name is without the package's own: ``evaluation.model``."""

    name: str
    path: Path

    @cached_property
    def source(self) -> str:
        """The file's text."""
        return self.path.read_text("utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """The file's syntax."""
        return ast.parse(self.source, str(self.path))

    @property
    def room(self) -> str:
        """The folder the module lies in, directly under the package; its own name where it lies in none."""
        return self.name.partition(".")[0]

    @property
    def parts(self) -> list[str]:
        """The name in its parts."""
        return self.name.split(".")

    @cached_property
    def imports(self) -> list[Import]:
        """Everything imported, also by ``importlib.import_module`` with a name written out."""
        return list(_imports(self.tree, self._package, inside=False, types=False))

    @property
    def _package(self) -> str:
        full = f"{PACKAGE}.{self.name}" if self.name else PACKAGE
        return full if self.path.name == "__init__.py" else full.rpartition(".")[0]

    def at(self, line: int) -> str:
        """A place in the file, as editors write it."""
        return f"{self.path.name if not self.name else self.name}:{line}"


class House:
    """All modules of the package under one folder."""

    def __init__(self, root: Path) -> None:
        self.modules = {module.name: module for module in _modules(root / PACKAGE)}

    def __iter__(self) -> Iterator[Module]:
        return iter(self.modules.values())

    def own(self, module: Module) -> Iterator[tuple[Module, Import]]:
        """The modules of the house that a module imports."""
        for found in module.imports:
            target = self._resolve(found.target)
            if target is not None and target is not module:
                yield target, found

    def reach(self, module: Module, room: str | None = None) -> set[str]:
        """Names of all own modules that one knows, also by way of others; only within ``room``, if given."""
        return self._follow(module, lambda target, _: room is None or target.room == room)

    def load(self, module: Module) -> set[str]:
        """Names of all own modules that come along when one is imported."""
        return self._follow(module, lambda _, found: not found.types)

    def _follow(self, module: Module, along: Callable[[Module, Import], bool]) -> set[str]:
        seen: set[str] = set()
        waiting = [module]
        while waiting:
            for target, found in self.own(waiting.pop()):
                if target.name not in seen and along(target, found):
                    seen.add(target.name)
                    waiting.append(target)
        return seen

    def _resolve(self, target: str) -> Module | None:
        """The module a dotted name means: ``kvik_desktop.a.b.name`` may be the module a.b or a.b.name."""
        if target != PACKAGE and not target.startswith(f"{PACKAGE}."):
            return None
        name = target.removeprefix(PACKAGE).removeprefix(".")
        while name and name not in self.modules:
            name = name.rpartition(".")[0]
        return self.modules.get(name)


def _modules(package: Path) -> Iterator[Module]:
    for path in sorted(package.rglob("*.py")):
        parts = list(path.relative_to(package).with_suffix("").parts)
        if parts[-1] == "__init__":
            parts.pop()
        yield Module(".".join(parts), path)


def _imports(node: ast.AST, package: str, *, inside: bool, types: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Import():
                for alias in child.names:
                    yield Import(alias.name, child.lineno, inside, types)
            case ast.ImportFrom():
                base = _absolute(child, package)
                for alias in child.names:
                    yield Import(f"{base}.{alias.name}", child.lineno, inside, types)
            case ast.Call(
                func=ast.Attribute(attr="import_module") | ast.Name(id="import_module" | "__import__"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield Import(name, child.lineno, inside, types)
        deeper = inside or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        only_types = types or (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING")
        yield from _imports(child, package, inside=deeper, types=only_types)


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    base = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*base, *([node.module] if node.module else [])])
