"""Areas merged on the wall, and votes with dots."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 8."""
    op.create_table(
        "area_part",
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_area_part_evaluation")),
        sa.PrimaryKeyConstraint("statement", name=op.f("pk_area_part")),
    )
    op.create_table(
        "dot_vote",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("dots", sa.Integer(), nullable=False),
        sa.Column("opened", sa.String(), nullable=False),
        sa.Column("shown", sa.String(), nullable=True),
        sa.Column("voters", sa.Integer(), nullable=False),
        sa.Column("sums", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_dot_vote_evaluation")),
        sa.PrimaryKeyConstraint("evaluation", "number", name=op.f("pk_dot_vote")),
    )
    op.create_table(
        "ballot",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("vote", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("participant", sa.String(), nullable=True),
        sa.Column("voters", sa.Integer(), nullable=False),
        sa.Column("dots", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_ballot_evaluation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot")),
    )


def downgrade() -> None:
    """Back to version 7."""
    op.drop_table("ballot")
    op.drop_table("dot_vote")
    op.drop_table("area_part")
