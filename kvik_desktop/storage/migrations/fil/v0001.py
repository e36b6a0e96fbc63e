"""The tables of an evaluation file as they are first published."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """To version 1."""
    op.create_table(
        "effect",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("horizon", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("target_group", sa.String(), nullable=False),
        sa.Column("vision", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_effect")),
    )
    op.create_table(
        "frozen_model",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_frozen_model")),
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
        "meta",
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("program_version", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("file_id", name=op.f("pk_meta")),
    )
    op.create_table(
        "operation",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("merge_key", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.CheckConstraint("state IN ('done', 'undone', 'final')", name=op.f("ck_operation_state")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_operation")),
    )
    op.create_table(
        "trust_seen",
        sa.Column("recovery", sa.String(), nullable=False),
        sa.Column("pin", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("recovery", name=op.f("pk_trust_seen")),
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.Column("municipality", sa.String(), nullable=True),
        sa.Column("size", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["parent"], ["unit.id"], name=op.f("fk_unit_parent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
    )
    op.create_table(
        "change_log",
        sa.Column("operation", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_key", sa.String(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["operation"], ["operation.number"], name=op.f("fk_change_log_operation")),
        sa.PrimaryKeyConstraint("operation", "table_name", "row_key", name=op.f("pk_change_log")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "evaluation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("smallest_group", sa.Integer(), nullable=False),
        sa.Column("red_points", sa.Integer(), nullable=False),
        sa.Column("red_bands", sa.Integer(), nullable=False),
        sa.Column("amber_points", sa.Integer(), nullable=False),
        sa.Column("amber_bands", sa.Integer(), nullable=False),
        sa.Column("tolerance", sa.Integer(), nullable=False),
        sa.Column("campaign", sa.String(), nullable=True),
        sa.Column("previous", sa.String(), nullable=True),
        sa.Column("revealed", sa.String(), nullable=True),
        sa.Column("accepted", sa.String(), nullable=True),
        sa.Column("accepted_by", sa.String(), nullable=False),
        sa.Column("plan_approved", sa.String(), nullable=True),
        sa.Column("plan_approved_by", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("delivered", sa.String(), nullable=True),
        sa.Column("follow_up", sa.String(), nullable=True),
        sa.Column("answers_deleted", sa.String(), nullable=True),
        sa.Column("retention", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["model"], ["frozen_model.sha256"], name=op.f("fk_evaluation_model")),
        sa.ForeignKeyConstraint(["previous"], ["evaluation.id"], name=op.f("fk_evaluation_previous")),
        sa.ForeignKeyConstraint(["unit"], ["unit.id"], name=op.f("fk_evaluation_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation")),
    )
    op.create_table(
        "action",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("responsible", sa.String(), nullable=False),
        sa.Column("start", sa.String(), nullable=True),
        sa.Column("deadline", sa.String(), nullable=True),
        sa.Column("follow_up", sa.String(), nullable=True),
        sa.Column("success", sa.String(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("baseline", sa.String(), nullable=True),
        sa.Column("target", sa.String(), nullable=True),
        sa.Column("hours", sa.String(), nullable=True),
        sa.Column("money", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("dropped_reason", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("effect", sa.Integer(), nullable=True),
        sa.Column("ease", sa.Integer(), nullable=True),
        sa.Column("goal", sa.String(), nullable=True),
        sa.Column("serves_effect", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_action_evaluation")),
        sa.ForeignKeyConstraint(["serves_effect"], ["effect.id"], name=op.f("fk_action_serves_effect")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint("evaluation", "number", name=op.f("uq_action_evaluation_number")),
    )
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
    op.create_table(
        "checklist_answer",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("guide", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("done", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation"], ["evaluation.id"], name=op.f("fk_checklist_answer_evaluation")
        ),
        sa.PrimaryKeyConstraint("evaluation", "guide", "item", name=op.f("pk_checklist_answer")),
    )
    op.create_table(
        "consensus",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("subcriterion", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("settled", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("plan", sa.Integer(), nullable=True),
        sa.Column("do", sa.Integer(), nullable=True),
        sa.Column("check", sa.Integer(), nullable=True),
        sa.Column("act", sa.Integer(), nullable=True),
        sa.Column("trend", sa.Integer(), nullable=True),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_consensus_evaluation")),
        sa.PrimaryKeyConstraint("evaluation", "subcriterion", name=op.f("pk_consensus")),
    )
    op.create_table(
        "delivery",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("institution", sa.String(), nullable=False),
        sa.Column("campaign", sa.String(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("package_id", sa.String(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("package", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_delivery_evaluation")),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_delivery")),
        sa.UniqueConstraint(
            "institution", "campaign", "edition", name=op.f("uq_delivery_institution_campaign_edition")
        ),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_event_evaluation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_table(
        "frozen_distribution",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("subcriterion", sa.String(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("cannot_judge", sa.Integer(), nullable=False),
        sa.Column("bands", sa.String(), nullable=False),
        sa.Column("flag", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation"], ["evaluation.id"], name=op.f("fk_frozen_distribution_evaluation")
        ),
        sa.PrimaryKeyConstraint("evaluation", "subcriterion", "round", name=op.f("pk_frozen_distribution")),
    )
    op.create_table(
        "gathered_statement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("subcriterion", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation"], ["evaluation.id"], name=op.f("fk_gathered_statement_evaluation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gathered_statement")),
    )
    op.create_index(
        "ix_gathered_statement_evaluation_subcriterion",
        "gathered_statement",
        ["evaluation", "subcriterion"],
        unique=False,
    )
    op.create_table(
        "participant",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("leader", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_participant_evaluation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint("evaluation", "position", name=op.f("uq_participant_evaluation_position")),
    )
    op.create_table(
        "round",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("subcriterion", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("opened", sa.String(), nullable=False),
        sa.Column("closed", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_round_evaluation")),
        sa.PrimaryKeyConstraint("evaluation", "subcriterion", "number", name=op.f("pk_round")),
    )
    op.create_table(
        "standard_evidence",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("crosswalk", sa.String(), nullable=False),
        sa.Column("standard", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation"], ["evaluation.id"], name=op.f("fk_standard_evidence_evaluation")
        ),
        sa.PrimaryKeyConstraint("evaluation", "crosswalk", "standard", name=op.f("pk_standard_evidence")),
    )
    op.create_table(
        "action_area",
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("statement", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["action"], ["action.id"], name=op.f("fk_action_area_action")),
        sa.PrimaryKeyConstraint("action", "position", name=op.f("pk_action_area")),
    )
    op.create_table(
        "action_note",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["action"], ["action.id"], name=op.f("fk_action_note_action")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_note")),
    )
    op.create_table(
        "action_participant",
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["action"], ["action.id"], name=op.f("fk_action_participant_action")),
        sa.PrimaryKeyConstraint("action", "position", name=op.f("pk_action_participant")),
    )
    op.create_table(
        "action_subcriterion",
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subcriterion", sa.String(), nullable=False),
        sa.Column("score_then", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["action"], ["action.id"], name=op.f("fk_action_subcriterion_action")),
        sa.PrimaryKeyConstraint("action", "subcriterion", name=op.f("pk_action_subcriterion")),
    )
    op.create_table(
        "answer_set",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("participant", sa.String(), nullable=True),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("submitted", sa.String(), nullable=True),
        sa.Column("respondent_group", sa.String(), nullable=False),
        sa.Column("perspective", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["evaluation"], ["evaluation.id"], name=op.f("fk_answer_set_evaluation")),
        sa.ForeignKeyConstraint(["participant"], ["participant.id"], name=op.f("fk_answer_set_participant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_set")),
    )
    op.create_index(
        "ix_answer_set_evaluation_participant", "answer_set", ["evaluation", "participant"], unique=False
    )
    op.create_table(
        "measurement",
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["action"], ["action.id"], name=op.f("fk_measurement_action")),
        sa.PrimaryKeyConstraint("action", "day", name=op.f("pk_measurement")),
    )
    op.create_table(
        "prerequisite",
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("other", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["action"], ["action.id"], name=op.f("fk_prerequisite_action")),
        sa.ForeignKeyConstraint(["other"], ["action.id"], name=op.f("fk_prerequisite_other")),
        sa.PrimaryKeyConstraint("action", "position", name=op.f("pk_prerequisite")),
    )
    op.create_table(
        "answer",
        sa.Column("answer_set", sa.String(), nullable=False),
        sa.Column("subcriterion", sa.String(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("changed", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("plan", sa.Integer(), nullable=True),
        sa.Column("do", sa.Integer(), nullable=True),
        sa.Column("check", sa.Integer(), nullable=True),
        sa.Column("act", sa.Integer(), nullable=True),
        sa.Column("trend", sa.Integer(), nullable=True),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("later", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["answer_set"], ["answer_set.id"], name=op.f("fk_answer_answer_set")),
        sa.PrimaryKeyConstraint("answer_set", "subcriterion", "round", name=op.f("pk_answer")),
    )
    op.create_table(
        "statement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("answer_set", sa.String(), nullable=False),
        sa.Column("subcriterion", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["answer_set"], ["answer_set.id"], name=op.f("fk_statement_answer_set")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
    )
    op.create_index(
        "ix_statement_answer_set_subcriterion", "statement", ["answer_set", "subcriterion"], unique=False
    )


def downgrade() -> None:
    """Back to version 0."""
    op.drop_index("ix_statement_answer_set_subcriterion", table_name="statement")
    op.drop_table("statement")
    op.drop_table("answer")
    op.drop_table("prerequisite")
    op.drop_table("measurement")
    op.drop_index("ix_answer_set_evaluation_participant", table_name="answer_set")
    op.drop_table("answer_set")
    op.drop_table("action_subcriterion")
    op.drop_table("action_participant")
    op.drop_table("action_note")
    op.drop_table("action_area")
    op.drop_table("standard_evidence")
    op.drop_table("round")
    op.drop_table("participant")
    op.drop_index("ix_gathered_statement_evaluation_subcriterion", table_name="gathered_statement")
    op.drop_table("gathered_statement")
    op.drop_table("frozen_distribution")
    op.drop_table("event")
    op.drop_table("delivery")
    op.drop_table("consensus")
    op.drop_table("checklist_answer")
    op.drop_table("attachment")
    op.drop_table("action")
    op.drop_table("evaluation")
    op.drop_table("change_log")
    op.drop_table("unit")
    op.drop_table("trust_seen")
    op.drop_table("operation")
    op.drop_table("meta")
    op.drop_table("goal")
    op.drop_table("frozen_model")
    op.drop_table("effect")
