"""Days the team has set, originals of merged texts, placed areas for improvement, and status in the log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 2."""
    op.create_table(
        "area_priority",
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("effect", sa.Integer(), nullable=True),
        sa.Column("ease", sa.Integer(), nullable=True),
        sa.Column("theme", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_area_priority_evaluation")),
        sa.PrimaryKeyConstraint("statement", name=op.f("pk_area_priority")),
    )
    op.create_table(
        "planned_day",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("milestone", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_planned_day_evaluation")),
        sa.PrimaryKeyConstraint("evaluation", "milestone", name=op.f("pk_planned_day")),
    )
    op.create_table(
        "gathered_original",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation"], ["evaluation.id"], name=op.f("fk_gathered_original_evaluation")
        ),
        sa.ForeignKeyConstraint(
            ["statement"], ["gathered_statement.id"], name=op.f("fk_gathered_original_statement")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gathered_original")),
    )
    with op.batch_alter_table("gathered_original", schema=None) as batch_op:
        batch_op.create_index("ix_gathered_original_statement", ["statement"], unique=False)

    with op.batch_alter_table("action_note", schema=None) as batch_op:
        batch_op.add_column(sa.Column("status", sa.String(), nullable=True))


def downgrade() -> None:
    """Back to version 1."""
    with op.batch_alter_table("action_note", schema=None) as batch_op:
        batch_op.drop_column("status")

    with op.batch_alter_table("gathered_original", schema=None) as batch_op:
        batch_op.drop_index("ix_gathered_original_statement")

    op.drop_table("gathered_original")
    op.drop_table("planned_day")
    op.drop_table("area_priority")
