"""Evidence under its hash, own codes, the way each answer came, and the key and tokens of answer pages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 4; no program before it has written to ``attachment``."""
    op.create_table(
        "attachment_content",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_attachment_content")),
    )
    op.drop_table("attachment")
    op.create_table(
        "attachment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("answer_set", sa.String(), nullable=False),
        sa.Column("subcriterion", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["answer_set"], ["answer_set.id"], name=op.f("fk_attachment_answer_set")),
        sa.ForeignKeyConstraint(["sha256"], ["attachment_content.sha256"], name=op.f("fk_attachment_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.create_index("ix_attachment_answer_set", ["answer_set"], unique=False)
        batch_op.create_index("ix_attachment_sha256", ["sha256"], unique=False)

    op.create_table(
        "own_code",
        sa.Column("participant", sa.String(), nullable=False),
        sa.Column("changed", sa.String(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["participant"], ["participant.id"], name=op.f("fk_own_code_participant")),
        sa.PrimaryKeyConstraint("participant", name=op.f("pk_own_code")),
    )
    with op.batch_alter_table("answer", schema=None, recreate="always") as batch_op:
        batch_op.add_column(sa.Column("way", sa.String(), nullable=True), insert_after="changed")
    op.execute("UPDATE answer_set SET way = 'table' WHERE way = 'csv'")
    op.execute("UPDATE answer SET way = (SELECT way FROM answer_set WHERE answer_set.id = answer.answer_set)")
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.alter_column("way", nullable=False)

    op.create_table(
        "answer_ticket",
        sa.Column("participant", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
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
    op.execute("UPDATE answer_set SET way = 'csv' WHERE way = 'table'")
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.drop_column("way")

    op.drop_table("own_code")
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.drop_index("ix_attachment_sha256")
        batch_op.drop_index("ix_attachment_answer_set")

    op.drop_table("attachment")
    op.create_table(
        "attachment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("subcriterion", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_attachment_evaluation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.drop_table("attachment_content")
