"""Things get a colour, and their texts a mark."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, String


def upgrade() -> None:
    """Rebuild the table that parts point to."""
    with op.batch_alter_table("thing") as table:
        table.add_column(Column("colour", String))
    op.execute("UPDATE thing SET text = text || '!'")


def downgrade() -> None:
    """Take both away again."""
    op.execute("UPDATE thing SET text = rtrim(text, '!')")
    with op.batch_alter_table("thing") as table:
        table.drop_column("colour")
