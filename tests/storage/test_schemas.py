"""The migrations lead to the very tables that the program declares, and back; everything has a name."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine, inspect, text

from kvik_desktop.compose import CENTRAL_SCHEMA, FILE_SCHEMA
from kvik_desktop.storage.migration import migrate
from kvik_desktop.storage.schema import Schema
from kvik_desktop.storage.statements import TableStatements
from pakning.ny_migration import at_version, steps_of

REPAIR = 'run: python -m pakning.ny_migration fil|central "why", and raise the version in compose.py'
SCHEMAS = pytest.mark.parametrize("schema", [FILE_SCHEMA, CENTRAL_SCHEMA], ids=["fil", "central"])


def as_created(schema: Schema) -> Connection:
    """A new database in memory."""
    connection = create_engine("sqlite://", isolation_level="AUTOCOMMIT").connect()
    schema.create(connection)
    return connection


def form(connection: Connection) -> dict[str, object]:
    """All that makes a table what it is: columns, keys, checks, indexes, and how SQLite keeps it."""
    look = inspect(connection)
    kept = connection.execute(text("SELECT name, wr, strict FROM pragma_table_list")).all()
    how = {name: (wr, strict) for name, wr, strict in kept}
    return {
        name: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in look.get_columns(name)],
            look.get_pk_constraint(name),
            sorted(look.get_foreign_keys(name), key=str),
            sorted(look.get_unique_constraints(name), key=str),
            sorted(look.get_check_constraints(name), key=str),
            sorted(look.get_indexes(name), key=str),
            how[name],
        )
        for name in look.get_table_names()
    }


@SCHEMAS
def test_there_is_a_step_to_each_version(schema: Schema) -> None:
    assert steps_of(schema) == schema.version


@SCHEMAS
def test_the_newest_step_leads_to_the_declared_tables(schema: Schema) -> None:
    with at_version(schema, schema.version) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == [], REPAIR
        with as_created(schema) as created:
            assert form(connection) == form(created), REPAIR


@SCHEMAS
def test_every_step_can_be_taken_back(schema: Schema) -> None:
    forms = []
    for version in range(schema.version + 1):
        with at_version(schema, version) as connection:
            forms.append(form(connection))
    with at_version(schema, schema.version) as connection:
        for version in reversed(range(schema.version)):
            migrate(connection, schema, version)
            assert form(connection) == forms[version]
        migrate(connection, schema, schema.version)
        assert form(connection) == forms[-1]


@SCHEMAS
def test_every_constraint_has_a_name(schema: Schema) -> None:
    """SQLite can only change what has a name."""
    with as_created(schema) as connection:
        look = inspect(connection)
        for table in schema.metadata.tables:
            found = [
                look.get_pk_constraint(table),
                *look.get_foreign_keys(table),
                *look.get_unique_constraints(table),
                *look.get_check_constraints(table),
            ]
            assert all(constraint["name"] for constraint in found), table


@SCHEMAS
def test_a_new_database_says_that_all_steps_are_done(schema: Schema) -> None:
    with as_created(schema) as created:
        assert MigrationContext.configure(created).get_current_revision() == f"{schema.version:04d}"
        assert created.execute(text("PRAGMA user_version")).scalar() == schema.version
        assert created.execute(text("PRAGMA application_id")).scalar() == schema.mark


def test_the_journal_misses_nothing_that_the_database_does_by_itself() -> None:
    """A cascade would delete rows that undo could not bring back."""
    for table in FILE_SCHEMA.metadata.tables.values():
        for key in table.foreign_key_constraints:
            assert key.ondelete is None, table.name
            assert key.onupdate is None, table.name


def test_every_table_of_a_file_can_be_kept_in_the_journal() -> None:
    for table in FILE_SCHEMA.metadata.tables.values():
        assert TableStatements(table).key_columns, table.name
