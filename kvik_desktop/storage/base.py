"""The two sets of tables: what an evaluation file holds, and what the coordinator's database holds.

Each feature declares its tables on one of them in its ``store.py``. Columns hold whole numbers, text and
bytes only (see :mod:`kvik_desktop.storage.records`), and no foreign key may delete or change rows by itself:
what the database does on its own is not in the journal and cannot be undone.
"""

from __future__ import annotations

from sqlalchemy import MetaData

NAMING = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}

FILE = MetaData(naming_convention=NAMING)
CENTRAL = MetaData(naming_convention=NAMING)

OWN_EYES = "own eyes"
"""Among what is noted of a table (``info``): what it says of a participant is for that person's eyes only."""
