"""What a team has said of itself before it begins, and the programme of its days."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 5."""
    op.create_table(
        "intention",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("time", sa.String(), nullable=True),
        sa.Column("experienced", sa.Integer(), nullable=True),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("shift", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_intention_evaluation")),
        sa.PrimaryKeyConstraint("evaluation", name=op.f("pk_intention")),
    )


def downgrade() -> None:
    """Back to version 4."""
    op.drop_table("intention")
