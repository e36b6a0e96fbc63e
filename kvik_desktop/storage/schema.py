"""What a database of ours holds: its tables, its version, and the marks by which it is known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, MetaData, create_mock_engine

FILE_MARK = int.from_bytes(b"KVIK", "big")
"""SQLite's application id of an evaluation file."""

CENTRAL_MARK = int.from_bytes(b"KVIC", "big")
"""SQLite's application id of the coordinator's database."""


@dataclass(frozen=True)
class Schema:
    """The tables as they are now. ``version`` counts from 1 and is the number of the newest migration.

    ``steps`` is the package that holds its migrations, ``mark`` SQLite's application id.
    """

    metadata: MetaData
    version: int
    steps: str
    mark: int

    def create(self, connection: Connection) -> None:
        """Make every table in an empty database, as if all migrations had been run."""
        for statement in self._statements:
            connection.exec_driver_sql(statement)
        create_version_table(connection)
        write_version(connection, self.version)
        self.write_header(connection)

    @cached_property
    def _statements(self) -> tuple[str, ...]:
        """What makes the tables and their indexes; to word it takes longer than to run it, so it is kept."""
        found: list[str] = []

        def note(element: Any, *_: Any, **__: Any) -> None:
            found.append(str(element.compile(dialect=engine.dialect)))

        engine = create_mock_engine("sqlite://", note)
        self.metadata.create_all(engine, checkfirst=False)
        return tuple(found)

    def write_header(self, connection: Connection) -> None:
        """Write our mark and the version where they can be read before the database is opened."""
        connection.exec_driver_sql(f"PRAGMA application_id={self.mark}")
        connection.exec_driver_sql(f"PRAGMA user_version={self.version}")


def revision_of(version: int) -> str:
    """The name of the migration that leads to this version: four digits."""
    return f"{version:04d}"


def create_version_table(connection: Connection) -> None:
    """Alembic's own table, as it would make it, without loading alembic."""
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )


def write_version(connection: Connection, version: int) -> None:
    """Say which migrations have been run; 0 is none."""
    connection.exec_driver_sql("DELETE FROM alembic_version")
    if version:
        connection.exec_driver_sql(
            f"INSERT INTO alembic_version (version_num) VALUES ('{revision_of(version)}')"  # noqa: S608  (digits)
        )
