"""The agenda by hand, headings over texts, the facilitator's notes, and what the group lets be seen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

CHOICES = ("few_dots", "speakers_named")
"""What a group chooses to see; nothing in evaluations begun before."""


def upgrade() -> None:
    """To version 7."""
    for name in CHOICES:
        op.add_column("evaluation", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    op.add_column("gathered_statement", sa.Column("heading", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "agenda_place",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("subcriterion", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_agenda_place_evaluation")),
        sa.PrimaryKeyConstraint("evaluation", "subcriterion", name=op.f("pk_agenda_place")),
    )
    op.create_table(
        "private_note",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_private_note_evaluation")),
        sa.PrimaryKeyConstraint("evaluation", "subject", name=op.f("pk_private_note")),
    )


def downgrade() -> None:
    """Back to version 6."""
    op.drop_table("private_note")
    op.drop_table("agenda_place")
    with op.batch_alter_table("gathered_statement", schema=None) as batch_op:
        batch_op.drop_column("heading")
    with op.batch_alter_table("evaluation", schema=None) as batch_op:
        for name in reversed(CHOICES):
            batch_op.drop_column(name)
