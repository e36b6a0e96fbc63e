"""One evaluation file, open: use cases and questions run on it, each in one transaction, with undo."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection

from kvik_desktop.foundation.change import Change
from kvik_desktop.foundation.files import already_there, cannot_write, is_there, put_in_place
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text
from kvik_desktop.storage import connections, faults, lock
from kvik_desktop.storage.backups import Backup, verify
from kvik_desktop.storage.cabinet import Cabinet
from kvik_desktop.storage.connections import transaction
from kvik_desktop.storage.inspection import (
    clear_left_over,
    journal_of,
    left_over,
    make_durable,
    temporary_copy,
    temporary_file,
)
from kvik_desktop.storage.journal import Journal
from kvik_desktop.storage.lock import Holder, Lock
from kvik_desktop.storage.meta import is_to_clear, note_to_clear, read_file_id, write_meta
from kvik_desktop.storage.migration import upgrade
from kvik_desktop.storage.opening import Access, check_header, connect, finish_what_was_left, take_lock
from kvik_desktop.storage.statements import StatementCache
from kvik_desktop.storage.work import Work

P = ParamSpec("P")
T = TypeVar("T")

FACILITATOR = "facilitator"
"""Who acts on a file as long as nobody else has taken over."""


class EvaluationFile:
    """An open evaluation file; it belongs to the thread that opened it.

    ``actor`` is whose turn it is, ``holder`` who has the file open for writing instead of us, and
    ``backup_problem`` why no backup could be made when it was opened.
    """

    def __init__(
        self, path: Path, connection: Connection, cabinet: Cabinet, held: Lock | None, holder: Holder | None
    ) -> None:
        self.path = path
        self.actor = FACILITATOR
        self.holder = holder
        self.backup_problem: Problem | None = None
        self._cabinet = cabinet
        self._connection = connection
        self._lock = held
        self._statements = StatementCache()
        self._journal = Journal(connection, cabinet.schema.metadata, self._statements)

    @classmethod
    def create(cls, path: Path, cabinet: Cabinet, first: Callable[[Work], Change[Any]] | None = None) -> Self:
        """Make a new file, run the ``first`` use case in it, and only then give it its name; open it.

        Raises Problem E_FILE_EXISTS, E_FILE_WRITE, or what ``first`` raises; then there is no file.
        """
        if is_there(path):
            raise already_there(path)
        try:
            held = lock.take(path, cabinet.clock)
            if isinstance(held, lock.Taken):
                raise faults.locked(path, held.holder)
            with contextlib.ExitStack() as release:
                release.callback(held.release)
                cls._build(path, cabinet, first)
                connection = connect(path, cabinet.schema, cabinet.backups, read_only=False)
                release.pop_all()
        except OSError as error:
            raise cannot_write(path, error) from error
        return cls(path, connection, cabinet, held, None)

    @classmethod
    def _build(cls, path: Path, cabinet: Cabinet, first: Callable[[Work], Change[Any]] | None) -> None:
        prefix = f".{path.name}."
        clear_left_over(path.parent, prefix, cabinet.clock)
        with temporary_file(path.parent, prefix) as temporary:
            with faults.named(path, lambda: cabinet.backups.damaged(path)):
                connection = connections.open_evaluation(temporary, read_only=False)
                with cls(temporary, connection, cabinet, None, None) as file:
                    file._fill(first)
            make_durable(temporary)
            # A journal whose file is gone would be played into the new one.
            journal_of(path).unlink(missing_ok=True)
            put_in_place(temporary, path, replace=False)

    def _fill(self, first: Callable[[Work], Change[Any]] | None) -> None:
        with transaction(self._connection):
            self._cabinet.schema.create(self._connection)
            write_meta(self._connection, self._cabinet.clock, self._cabinet.new_id)
        if first is not None:
            self._run(first)
            with transaction(self._connection):
                self._end_undo()  # a file without what it was made for is nothing one could want back

    @classmethod
    def open(cls, path: Path, cabinet: Cabinet, access: Access = Access.WRITE) -> Self:
        """Open a file after checking it; one with an older schema is backed up and brought up to date.

        Raises Problem E_FILE, E_NOT_OURS, E_FILE_NEWER, E_DAMAGED, E_LOCKED and E_READ_ONLY for writing,
        E_FILE_OLDER and E_UNFINISHED for reading. In all these cases nothing is written to the file.
        """
        version = check_header(path, cabinet.schema, cabinet.backups)
        held, holder = take_lock(path, cabinet.clock, access)
        is_older = version < cabinet.schema.version
        with contextlib.ExitStack() as undo:
            if held is not None:
                undo.callback(held.release)
            elif is_older:
                raise faults.older(path)
            else:
                finish_what_was_left(path, cabinet.clock, cabinet.backups)
            connection = connect(path, cabinet.schema, cabinet.backups, read_only=held is None)
            file = cls(path, connection, cabinet, held, holder)
            undo.pop_all()
        with contextlib.ExitStack() as undo:
            undo.callback(file.close)
            file._prepare(is_older=is_older)
            undo.pop_all()
        return file

    def _prepare(self, *, is_older: bool) -> None:
        if self._lock is None:
            return
        with contextlib.suppress(Problem):  # what cannot be removed now is tried for at each start
            self._delete_left_over()
        if is_older:
            self.backup()
            with self._named():
                upgrade(self._connection, self._cabinet.schema, self._end_undo)
        try:
            if is_to_clear(self._connection):
                self.clear()
            if not is_older:
                self._cabinet.backups.make_if_changed(self.path, self.file_id)
        except Problem as problem:
            self.backup_problem = problem

    def _end_undo(self) -> None:
        self._journal.end_undo(self._cabinet.clock.now())

    def close(self) -> None:
        """Close the file; it is alone again, with nothing beside it."""
        if not self._connection.closed:
            try:
                connections.close(self._connection, tidy=not self.read_only)
            finally:
                if self._lock is not None:
                    self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        """Whether the file can only be read."""
        return self._lock is None

    @property
    def file_id(self) -> str:
        """The id that follows the file through copies and backups."""
        return read_file_id(self._connection)

    @contextlib.contextmanager
    def acting_as(self, actor: str) -> Iterator[None]:
        """Somebody else's turn: what is done meanwhile is theirs, and only they can undo it."""
        before = self.actor
        self.actor = actor
        try:
            yield
        finally:
            self.actor = before

    def give_turn(self, actor: str, *, afresh: bool = False) -> None:
        """Let somebody act from now on; the undo stack is one person's, ending when another takes over.

        It ends for good, also when the one before comes back. The facilitator's turn in between ends nothing:
        that is what a page is left to. ``afresh`` ends also what the actor did before, where somebody else
        acts in their name now. Raises Problem E_FILE_WRITE or E_LOCKED; the turn is given anyhow.
        """
        self.actor = actor
        if actor != FACILITATOR and not self.read_only:
            with self._named(), transaction(self._connection):
                self._journal.begin_turn(actor, self._cabinet.clock.now(), afresh=afresh)

    def do(
        self, usecase: Callable[Concatenate[Work, P], Change[T]], *args: P.args, **kwargs: P.kwargs
    ) -> Change[T]:
        """Run a use case in one transaction; when this returns, what it did is on the medium.

        Raises what the use case raises, and Problem E_FILE_WRITE, E_LOCKED or E_READ_ONLY; then nothing of it
        has happened.
        """
        self._must_be_writable()
        return self._run(usecase, *args, **kwargs)

    def ask(self, query: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a query, which sees one state of the file from beginning to end."""
        with self._named(), transaction(self._connection, "BEGIN"):
            work = self._work()
            answer = query(work, *args, **kwargs)
            if work.has_written:
                raise RuntimeError(f"the query {query!r} writes")
        return answer

    @property
    def undo_label(self) -> Text | None:
        """What would be undone; None where nothing can."""
        with self._named(), transaction(self._connection, "BEGIN"):
            step = self._journal.to_undo(self.actor)
        return step.change().undo if step else None

    @property
    def redo_label(self) -> Text | None:
        """What would be done again; None where nothing can."""
        with self._named(), transaction(self._connection, "BEGIN"):
            step = self._journal.to_redo(self.actor)
        return step.change().undo if step else None

    def undo(self) -> Change[None] | None:
        """Undo the actor's newest step; None where nothing can be undone."""
        self._must_be_writable()
        with self._named(), transaction(self._connection):
            return self._journal.undo(self.actor)

    def redo(self) -> Change[None] | None:
        """Do the step again that was undone last; None where there is none."""
        self._must_be_writable()
        with self._named(), transaction(self._connection):
            return self._journal.redo(self.actor)

    def backup(self) -> Backup:
        """Make a verified backup now. Raises Problem E_FILE_WRITE or E_BACKUP."""
        return self._cabinet.backups.make(self.path, self.file_id)

    def delete_backups(self) -> None:
        """Delete this computer's backups, and what restoring left beside: they may hold what is forgotten."""
        self._cabinet.backups.delete(self.file_id)

    def vacuum(self) -> None:
        """Write the file anew without the room that deleted rows have left."""
        self._must_be_writable()
        with self._named():
            self._connection.exec_driver_sql("VACUUM")

    def clear(self) -> None:
        """Take what was deleted by a use case that leaves no trace out of everything that may still hold it.

        That is this computer's backups, what a crash has left beside the file, and the file's free pages.
        Raises Problem E_FILE_WRITE where something cannot be deleted or there is no room: then the rest is
        done by asking again, or when the file is next opened.
        """
        self._must_be_writable()
        self.delete_backups()
        self._delete_left_over()
        self.vacuum()
        with self._named(), transaction(self._connection):
            note_to_clear(self._connection, None)

    def _delete_left_over(self) -> None:
        """Half-made copies beside the file; whoever makes one here holds the lock that we have."""
        try:
            for path in left_over(self.path.parent, f".{self.path.name}."):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise cannot_write(self.path, error) from error

    def copy_to(self, path: Path) -> None:
        """Save a verified copy, on a stick say. Raises Problem E_FILE_EXISTS, E_FILE_WRITE or E_BACKUP."""
        try:
            with self._named(), temporary_copy(self.path, path.parent, f".{path.name}.") as copy:
                verify(copy, self.file_id)
                put_in_place(copy, path, replace=False)
        except OSError as error:
            raise cannot_write(path, error) from error

    def _run(
        self, usecase: Callable[Concatenate[Work, P], Change[T]], *args: P.args, **kwargs: P.kwargs
    ) -> Change[T]:
        with self._named(), transaction(self._connection):
            work = self._work()
            change = usecase(work, *args, **kwargs)
            self._journal.record(work, change)
            if work.leaves_no_trace:
                note_to_clear(self._connection, work.now())
        return change

    def _work(self) -> Work:
        cabinet = self._cabinet
        return Work(
            self._connection, cabinet.clock, self.actor, new_id=cabinet.new_id, statements=self._statements
        )

    def _named(self) -> contextlib.AbstractContextManager[None]:
        return faults.named(self.path, lambda: self._cabinet.backups.damaged(self.path))

    def _must_be_writable(self) -> None:
        if self.read_only:
            raise faults.locked(self.path, self.holder) if self.holder else faults.read_only_place(self.path)
