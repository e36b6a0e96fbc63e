"""The clock of the meeting: marks of what happened when, and the minutes that were planned by hand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 9."""
    op.create_table(
        "time_mark",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_time_mark_evaluation")),
        sa.PrimaryKeyConstraint("evaluation", "number", name=op.f("pk_time_mark")),
    )
    op.create_table(
        "own_minutes",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_own_minutes_evaluation")),
        sa.PrimaryKeyConstraint("evaluation", "item", name=op.f("pk_own_minutes")),
    )


def downgrade() -> None:
    """Back to version 8."""
    op.drop_table("own_minutes")
    op.drop_table("time_mark")
