"""Where the coordinator's own trust list and key lie."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 3."""
    op.create_table(
        "own_files",
        sa.Column("trust_list", sa.String(), nullable=False),
        sa.Column("signing_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("trust_list", name=op.f("pk_own_files")),
    )


def downgrade() -> None:
    """Back to version 2."""
    op.drop_table("own_files")
