"""What a database of ours holds: its tables, its version, and the marks by which it is known."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, MetaData

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
        self.metadata.create_all(connection, checkfirst=False)
        create_version_table(connection)
        write_version(connection, self.version)
        self.write_header(connection)

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
