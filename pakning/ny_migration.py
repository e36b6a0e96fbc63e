"""Writes the next step of a schema: what the tables say now that the steps so far do not.

For those who maintain the program: `python -m pakning.ny_migration fil "hvorfor"` (or `central`). Read what
it wrote, add what must be done to rows that are there, and raise the version in compose.py.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import click
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.operations.ops import DowngradeOps, UpgradeOps
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine

from kvik_desktop.compose import CENTRAL_SCHEMA, FILE_SCHEMA
from kvik_desktop.storage.migration import migrate
from kvik_desktop.storage.schema import Schema, create_version_table, revision_of

SCHEMAS = {"fil": FILE_SCHEMA, "central": CENTRAL_SCHEMA}

TEMPLATE = '''"""{why}"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version {number}."""
    {up}


def downgrade() -> None:
    """Back to version {before}."""
    {down}
'''


def folder_of(schema: Schema) -> Path:
    """Where the steps of a schema lie."""
    return Path(importlib.import_module(schema.steps).__path__[0])


def steps_of(schema: Schema) -> int:
    """How many steps there are."""
    return len(list(folder_of(schema).glob("v[0-9][0-9][0-9][0-9].py")))


def at_version(schema: Schema, version: int) -> Connection:
    """A database in memory to which the first steps have been done."""
    connection = create_engine("sqlite://", isolation_level="AUTOCOMMIT").connect()
    create_version_table(connection)
    migrate(connection, schema, version)
    return connection


def next_step(schema: Schema, why: str) -> str:
    """The source of the next step."""
    before = steps_of(schema)
    with at_version(schema, before) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        script = produce_migrations(context, schema.metadata)
    assert script.upgrade_ops is not None
    assert script.downgrade_ops is not None
    return TEMPLATE.format(
        why=why,
        number=before + 1,
        before=before,
        up=_code(script.upgrade_ops, has_rows=before > 0),
        down=_code(script.downgrade_ops, has_rows=before > 0),
    )


def _code(operations: UpgradeOps | DowngradeOps, *, has_rows: bool) -> str:
    """The operations as source; SQLite changes a table with rows by building it anew ("batch")."""
    lines = render_python_code(operations, render_as_batch=has_rows).splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith("#")).strip()


def main(branch: str, why: str) -> None:
    """Write the file, in the form of the house."""
    schema = SCHEMAS[branch]
    path = folder_of(schema) / f"v{revision_of(steps_of(schema) + 1)}.py"
    path.write_text(next_step(schema, why), encoding="utf-8")
    for order in (["format", "--quiet"], ["check", "--fix", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *order, str(path)], check=True)  # noqa: S603  (our own)
    click.echo(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
