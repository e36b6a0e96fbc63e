"""The tables of the coordinator's database as they are first published."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 1."""
    op.create_table(
        "campaign",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("model_version", sa.String(), nullable=False),
        sa.Column("model_sha256", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=True),
        sa.Column("smallest_group", sa.Integer(), nullable=False),
        sa.Column("opens", sa.String(), nullable=False),
        sa.Column("closes", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
    )
    op.create_table(
        "goal",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
    )
    op.create_table(
        "institution",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_institution")),
    )
    op.create_table(
        "receipt",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("received", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("signer", sa.String(), nullable=True),
        sa.Column("package", sa.String(), nullable=True),
        sa.Column("institution", sa.String(), nullable=True),
        sa.Column("institution_name", sa.String(), nullable=False),
        sa.Column("campaign", sa.String(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("decided", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_receipt")),
    )
    op.create_index("ix_receipt_outcome_code", "receipt", ["outcome", "code"], unique=False)
    op.create_index("ix_receipt_package", "receipt", ["package"], unique=False)
    op.create_table(
        "snapshot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign", sa.String(), nullable=False),
        sa.Column("taken", sa.String(), nullable=False),
        sa.Column("breakdown", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
    )
    op.create_index("ix_snapshot_campaign", "snapshot", ["campaign"], unique=False)
    op.create_table(
        "trust_seen",
        sa.Column("recovery", sa.String(), nullable=False),
        sa.Column("pin", sa.LargeBinary(), nullable=False),
        sa.Column("package", sa.LargeBinary(), nullable=False),
        sa.Column("seen", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("recovery", name=op.f("pk_trust_seen")),
    )
    op.create_table(
        "original",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["receipt.sha256"], name=op.f("fk_original_sha256")),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_original")),
    )
    op.create_table(
        "package",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("institution", sa.String(), nullable=False),
        sa.Column("campaign", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        sa.Column("received", sa.String(), nullable=False),
        sa.Column("signer", sa.String(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("counts", sa.Integer(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("model_version", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("validation", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["file"], ["receipt.sha256"], name=op.f("fk_package_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_package")),
        sa.UniqueConstraint("sha256", name=op.f("uq_package_sha256")),
    )
    op.create_index("ix_package_campaign_counts", "package", ["campaign", "counts"], unique=False)
    op.create_index("ix_package_institution_campaign", "package", ["institution", "campaign"], unique=False)
    op.create_table(
        "snapshot_package",
        sa.Column("snapshot", sa.Integer(), nullable=False),
        sa.Column("package", sa.String(), nullable=False),
        sa.Column("stratum", sa.String(), nullable=False),
        sa.Column("group_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["snapshot"], ["snapshot.id"], name=op.f("fk_snapshot_package_snapshot")),
        sa.PrimaryKeyConstraint("snapshot", "package", name=op.f("pk_snapshot_package")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "criterion_mean",
        sa.Column("package", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("scored", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["package"], ["package.id"], name=op.f("fk_criterion_mean_package")),
        sa.PrimaryKeyConstraint("package", "criterion", name=op.f("pk_criterion_mean")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "good_example",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("package", sa.Integer(), nullable=False),
        sa.Column("subcriterion", sa.String(), nullable=False),
        sa.Column("goal", sa.String(), nullable=True),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("size", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("approved", sa.String(), nullable=True),
        sa.Column("withdrawn", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["goal"], ["goal.id"], name=op.f("fk_good_example_goal")),
        sa.ForeignKeyConstraint(["package"], ["package.id"], name=op.f("fk_good_example_package")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_good_example")),
    )
    op.create_table(
        "score",
        sa.Column("package", sa.Integer(), nullable=False),
        sa.Column("subcriterion", sa.String(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["package"], ["package.id"], name=op.f("fk_score_package")),
        sa.PrimaryKeyConstraint("package", "subcriterion", name=op.f("pk_score")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Back to version 0."""
    op.drop_table("score")
    op.drop_table("good_example")
    op.drop_table("criterion_mean")
    op.drop_table("snapshot_package")
    op.drop_index("ix_package_institution_campaign", table_name="package")
    op.drop_index("ix_package_campaign_counts", table_name="package")
    op.drop_table("package")
    op.drop_table("original")
    op.drop_table("trust_seen")
    op.drop_index("ix_snapshot_campaign", table_name="snapshot")
    op.drop_table("snapshot")
    op.drop_index("ix_receipt_package", table_name="receipt")
    op.drop_index("ix_receipt_outcome_code", table_name="receipt")
    op.drop_table("receipt")
    op.drop_table("institution")
    op.drop_table("goal")
    op.drop_table("campaign")
