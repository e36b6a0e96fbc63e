"""The evaluation's own key for answer files, and the one-time tokens of the participants' pages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 4."""
    op.create_table(
        "answer_ticket",
        sa.Column("participant", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("saved", sa.String(), nullable=True),
        sa.Column("taken", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_answer_ticket_evaluation")),
        sa.PrimaryKeyConstraint("participant", name=op.f("pk_answer_ticket")),
    )
    op.create_table(
        "collecting_key",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_collecting_key_evaluation")),
        sa.PrimaryKeyConstraint("evaluation", name=op.f("pk_collecting_key")),
    )


def downgrade() -> None:
    """Back to version 3."""
    op.drop_table("collecting_key")
    op.drop_table("answer_ticket")
