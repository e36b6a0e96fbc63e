"""A page's way to everything outside it: the open file, the other pages, and the user's files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, Self, TypeVar

from PySide6.QtCore import QObject

from kvik_desktop.foundation.change import Change, Kind
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.shell.choosing import Chooser
from kvik_desktop.shell.tasks import Tasks

P = ParamSpec("P")
T = TypeVar("T")
W = TypeVar("W")
K = TypeVar("K")


class Keeper(Protocol):
    """An open file or database as the storage has it; it is used only in the thread of the tasks."""

    @property
    def path(self) -> Path:
        """Where it lies."""

    def do(self, usecase: Callable[..., Change[T]], /, *args: Any, **kwargs: Any) -> Change[T]:
        """Run a use case; what it did is on the medium."""

    def ask(self, query: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        """Run a query."""

    def close(self) -> None:
        """Close it."""


class Host(Protocol):
    """What the window does for its pages."""

    def go(self, stop: str, place: str = "") -> None:
        """Show the page of a stop in the rail, and a place in it."""

    def show_problem(self, problem: Problem) -> None:
        """Tell over the page what the world got wrong."""

    def changed(self, change: Change[Any]) -> None:
        """An operation is done and saved."""

    def refreshed(self, kinds: frozenset[Kind]) -> None:
        """Things were changed by other ways than a use case; no undo."""

    def crashed(self, error: Exception) -> None:
        """A fault of ours."""

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """A line at the bottom of the content for some seconds, with a way back where it is undoable."""

    def turn(self, actor: str, *, afresh: bool = False) -> None:
        """It is this person's turn: what is done from now on is theirs, and only they can undo it."""

    def erase(self) -> None:
        """Delete the open file with all that is kept of it; the start page comes instead."""

    def look_of(self, page: str) -> str:
        """How the user looked at a page the last time this file was open; empty where that is not known."""

    def keep_look(self, page: str, look: str) -> None:
        """How the user looks at a page of this file from now on."""


class Pending(Generic[T]):
    """A result that is on its way."""

    def __init__(self) -> None:
        self._result: T | None = None
        self._has_come = False
        self._then: list[Callable[[T], None]] = []

    def then(self, take: Callable[[T], None]) -> Pending[T]:
        """Call ``take`` with the result when it is there; at once where it already is."""
        if self._has_come:
            take(self._result)  # type: ignore[arg-type]  # it has come, so it is a T
        else:
            self._then.append(take)
        return self

    def come(self, result: T) -> None:
        """The result is there."""
        self._result, self._has_come = result, True
        for take in self._then:
            take(result)


class Desk(Generic[K]):
    """What a page works at. ``owner`` is asked before each answer whether the page still stands.

    ``do`` runs a use case and ``ask`` a query, both by name with their arguments, so that everything they
    need is bound before it leaves the thread of the window. A Problem is told over the page, or where
    ``telling`` says; anything else that is raised is our fault and goes the crash's way.
    """

    def __init__(
        self,
        keeper: Any,
        tasks: Tasks,
        host: Host,
        choose: Chooser,
        *,
        read_only: bool = False,
        stands: Callable[[], bool] = lambda: True,
        tell: Callable[[Problem], None] | None = None,
        shared: dict[type[Any], Any] | None = None,
    ) -> None:
        self._keeper = keeper
        self._tasks = tasks
        self._host = host
        self._stands = stands
        self._tell = tell or host.show_problem
        self._shared = {} if shared is None else shared
        self.choose = choose
        self.read_only = read_only

    @property
    def path(self) -> Path:
        """The open file."""
        path: Path = self._keeper.path
        return path

    def copy(
        self, *, stands: Callable[[], bool] | None = None, tell: Callable[[Problem], None] | None = None
    ) -> Self:
        """The same desk for another page."""
        return type(self)(
            self._keeper,
            self._tasks,
            self._host,
            self.choose,
            read_only=self.read_only,
            stands=stands or self._stands,
            tell=tell or self._tell,
            shared=self._shared,
        )

    def telling(self, tell: Callable[[Problem], None]) -> Self:
        """The same desk, telling problems another way: beside a field, say."""
        return self.copy(tell=tell)

    def kept(self, kind: type[T]) -> T:
        """What is not in the file yet, for as long as it is open: a page that is made anew gets it again."""
        found: T = self._shared.setdefault(kind, kind())
        return found

    def do(
        self, usecase: Callable[Concatenate[W, P], Change[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> Pending[T]:
        """Run a use case; when its value comes, it is saved, and the pages that asked anew show it."""
        pending: Pending[T] = Pending()

        def done(change: Change[T]) -> None:
            self._host.changed(change)
            self._come(pending, change.value)

        self._tasks.run(lambda: self._keeper.do(usecase, *args, **kwargs), done, self._failed)
        return pending

    def ask(self, query: Callable[Concatenate[W, P], T], /, *args: P.args, **kwargs: P.kwargs) -> Pending[T]:
        """Run a query."""
        return self.run(lambda keeper: keeper.ask(query, *args, **kwargs))  # type: ignore[attr-defined]  # a Keeper

    def run(self, job: Callable[[K], T], *kinds: Kind) -> Pending[T]:
        """Do something else with the open file in the thread that owns it; it changes these kinds of things.

        The job must not touch the page: bind what it needs before.
        """
        pending: Pending[T] = Pending()

        def done(result: T) -> None:
            if kinds:
                self._host.refreshed(frozenset(kinds))
                self._come(pending, result)
            elif self._stands():
                pending.come(result)

        self._tasks.run(lambda: job(self._keeper), done, self._failed)
        return pending

    def _come(self, pending: Pending[T], value: T) -> None:
        """Give the value when what pages have just asked for has come: it is in line before this."""

        def come(_: None) -> None:
            if self._stands():
                pending.come(value)

        self._tasks.run(lambda: None, come, self._failed)

    def soon(self, owner: QObject, act: Callable[[], object]) -> None:
        """Go on in another turn of the window's loop, if the page still stands then."""

        def go_on() -> None:
            if self._stands():
                act()

        self._tasks.soon(owner, go_on)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            self._host.crashed(error)
        elif self._stands():
            self._tell(error)
        else:
            self._host.show_problem(error)

    def go(self, stop: str, place: str = "") -> None:
        """Show another page."""
        self._host.go(stop, place)

    def tell(self, problem: Problem) -> None:
        """Tell a problem that was found without asking the file."""
        self._tell(problem)

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """A line at the bottom of the content for some seconds."""
        self._host.say(sentence, undoable=undoable)

    def erase(self) -> None:
        """Delete the open file with all that is kept of it; this page goes, too."""
        self._host.erase()

    def look_of(self, page: str) -> str:
        """How the user looked at a page the last time this file was open; empty where that is not known."""
        return self._host.look_of(page)

    def keep_look(self, page: str, look: str) -> None:
        """Remember beside the file, not in it, how this user looks at a page; no words of people."""
        self._host.keep_look(page, look)

    def turn(self, actor: str, *, afresh: bool = False) -> None:
        """From now on this person acts; the window gives the turn back when another page comes.

        ``afresh``: somebody else acts in their name, and what they did before is neither named nor undone.
        """
        self._host.turn(actor, afresh=afresh)
