"""What the group has come to at the board and not yet settled."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 12."""
    op.create_table(
        "board_draft",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("subcriterion", sa.String(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("draft", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_board_draft_evaluation")),
        sa.PrimaryKeyConstraint("evaluation", "subcriterion", "round", name=op.f("pk_board_draft")),
    )


def downgrade() -> None:
    """Back to version 11."""
    op.drop_table("board_draft")
