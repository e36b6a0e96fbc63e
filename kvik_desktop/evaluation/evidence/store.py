"""How evidence files are kept: what is known of each, and the bytes once under their hash."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, select

from kvik_desktop.evaluation.evidence.model import Attachment
from kvik_desktop.storage.base import FILE
from kvik_desktop.storage.records import Records
from kvik_desktop.storage.work import Transaction, Work

CONTENT = Table(
    "attachment_content",
    FILE,
    Column("sha256", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

ATTACHMENT = Table(
    "attachment",
    FILE,
    Column("id", String, primary_key=True),
    Column("answer_set", ForeignKey("answer_set.id"), nullable=False),
    Column("subcriterion", String, nullable=False),
    Column("name", String, nullable=False),
    Column("type", String, nullable=False),
    Column("sha256", ForeignKey("attachment_content.sha256"), nullable=False),
    Column("size", Integer, nullable=False),
    Column("added", String, nullable=False),
    Index("ix_attachment_answer_set", "answer_set"),
    Index("ix_attachment_sha256", "sha256"),
)

attachments = Records(ATTACHMENT, Attachment)


def attachments_in(work: Transaction, sets: list[str]) -> tuple[Attachment, ...]:
    """What lies beside the answers in the given sets, without the bytes, in the order it was added."""
    order = [ATTACHMENT.c.subcriterion, ATTACHMENT.c.added, ATTACHMENT.c.name, ATTACHMENT.c.id]
    return attachments.all(work, ATTACHMENT.c.answer_set.in_(sets), order_by=order)


def keep_content(work: Work, sha256: str, content: bytes) -> None:
    """Keep the bytes under their hash, once however often they are attached, and outside the journal."""
    work.keep(CONTENT, {"sha256": sha256, "content": content})


def content(work: Transaction, sha256: str) -> bytes:
    """The bytes that lie under a hash."""
    found: bytes = work.execute(select(CONTENT.c.content).where(CONTENT.c.sha256 == sha256)).scalar_one()
    return found


def remove_of(work: Work, own: str) -> None:
    """Take away what lies beside one set of answers; the bytes stay until undo cannot ask for them."""
    for each in attachments_in(work, [own]):
        attachments.remove(work, each.id)


def forget_of(work: Work, own: str) -> None:
    """Delete for ever what lies beside one set of answers; :func:`sweep` then takes the bytes."""
    work.forget(ATTACHMENT, answer_set=own)


def sweep(work: Work) -> None:
    """Delete the bytes that nothing points to; only behind a border."""
    unused = select(CONTENT.c.sha256).where(CONTENT.c.sha256.not_in(select(ATTACHMENT.c.sha256)))
    for sha256 in work.execute(unused).scalars().all():
        work.discard(CONTENT, sha256)
