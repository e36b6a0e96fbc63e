"""What the sender decides about texts and parts of a package, and the name a package was saved under."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 3."""
    op.create_table(
        "package_part",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_package_part_evaluation")),
        sa.PrimaryKeyConstraint("evaluation", "part", name=op.f("pk_package_part")),
    )
    op.create_table(
        "package_text",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("left_out", sa.Integer(), nullable=False),
        sa.Column("kept", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_package_text_evaluation")),
        sa.PrimaryKeyConstraint("evaluation", "place", name=op.f("pk_package_text")),
    )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.add_column(sa.Column("file", sa.String(), nullable=True))


def downgrade() -> None:
    """Back to version 2."""
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_column("file")

    op.drop_table("package_text")
    op.drop_table("package_part")
