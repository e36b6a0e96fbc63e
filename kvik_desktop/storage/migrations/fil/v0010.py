"""Status meetings, and the log of what an approved plan says otherwise."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 10."""
    op.create_table(
        "status_meeting",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("begun", sa.String(), nullable=False),
        sa.Column("finished", sa.String(), nullable=True),
        sa.Column("present", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("next_day", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_status_meeting_evaluation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_meeting")),
    )
    op.create_table(
        "talked_about",
        sa.Column("meeting", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting"], ["status_meeting.id"], name=op.f("fk_talked_about_meeting")),
        sa.PrimaryKeyConstraint("meeting", "action", name=op.f("pk_talked_about")),
    )
    with op.batch_alter_table("action_note", schema=None) as batch_op:
        batch_op.add_column(sa.Column("changed", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("was", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("became", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("meeting", sa.String(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_action_note_meeting"), "status_meeting", ["meeting"], ["id"]
        )


def downgrade() -> None:
    """Back to version 9."""
    with op.batch_alter_table("action_note", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_action_note_meeting"), type_="foreignkey")
        batch_op.drop_column("meeting")
        batch_op.drop_column("became")
        batch_op.drop_column("was")
        batch_op.drop_column("changed")

    op.drop_table("talked_about")
    op.drop_table("status_meeting")
