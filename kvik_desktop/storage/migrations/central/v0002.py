"""The municipality's own model packages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 2."""
    op.create_table(
        "own_model",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("received", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_own_model")),
        sa.UniqueConstraint("id", "version", name=op.f("uq_own_model_id_version")),
    )


def downgrade() -> None:
    """Back to version 1."""
    op.drop_table("own_model")
