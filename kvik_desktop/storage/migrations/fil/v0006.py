"""What has been handed out to answer on: to whom, which way, when, and which questions it asks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 6."""
    op.create_table(
        "handed_out",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("participant", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_handed_out_evaluation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handed_out")),
    )


def downgrade() -> None:
    """Back to version 5."""
    op.drop_table("handed_out")
