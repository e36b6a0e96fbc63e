"""A visit by somebody from outside: questions to verify, observations, and that it is finished."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 11."""
    op.create_table(
        "visit",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("begun", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=True),
        sa.Column("finished", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_visit_evaluation")),
        sa.PrimaryKeyConstraint("evaluation", name=op.f("pk_visit")),
    )
    op.create_table(
        "visit_observation",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation"], ["evaluation.id"], name=op.f("fk_visit_observation_evaluation")
        ),
        sa.PrimaryKeyConstraint("evaluation", "subject", name=op.f("pk_visit_observation")),
    )
    op.create_table(
        "visit_question",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("wanted", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("seen", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_visit_question_evaluation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_question")),
    )
    with op.batch_alter_table("visit_question", schema=None) as batch_op:
        batch_op.create_index(
            "ix_visit_question_evaluation_criterion", ["evaluation", "criterion"], unique=False
        )


def downgrade() -> None:
    """Back to version 10."""
    with op.batch_alter_table("visit_question", schema=None) as batch_op:
        batch_op.drop_index("ix_visit_question_evaluation_criterion")

    op.drop_table("visit_question")
    op.drop_table("visit_observation")
    op.drop_table("visit")
