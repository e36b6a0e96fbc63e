"""Bringing a database up to the present schema, step by step; alembic is loaded only when there is a step."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from types import ModuleType

from sqlalchemy import Connection

from kvik_desktop.storage.connections import transaction
from kvik_desktop.storage.schema import Schema, revision_of, write_version


def upgrade(connection: Connection, schema: Schema, finish: Callable[[], None] = lambda: None) -> None:
    """Run the steps that are missing and then ``finish``, all in one transaction or not at all."""
    # A step rebuilds tables that others point to, and SQLite must not miss them meanwhile.
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    with transaction(connection):
        migrate(connection, schema, schema.version)
        _check_references(connection)
        schema.write_header(connection)
        finish()
    connection.exec_driver_sql("PRAGMA foreign_keys=ON")


def migrate(connection: Connection, schema: Schema, version: int) -> None:
    """Run the steps up or down to ``version`` (0: an empty database) inside the open transaction."""
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    context = MigrationContext.configure(connection)
    current = int(context.get_current_revision() or 0)
    with Operations.context(context):
        for number in range(current + 1, version + 1):
            step(schema, number).upgrade()
        for number in range(current, version, -1):
            step(schema, number).downgrade()
    write_version(connection, version)


def step(schema: Schema, number: int) -> ModuleType:
    """The module with the ``upgrade`` and ``downgrade`` of one step."""
    return importlib.import_module(f"{schema.steps}.v{revision_of(number)}")


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise RuntimeError(f"the step leaves rows in {broken[0]} that point to nothing")
