"""Papers: documents of the register, texts of reports, saved drafts, in every revision."""

import sqlalchemy as sa
from alembic import op

from store.guards import put_up

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The table, which nobody may change or delete from."""
    op.create_table(
        "paper",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("content", "by", "at", "reason")),
        sa.PrimaryKeyConstraint("kind", "subject", "revision", name=op.f("pk_paper")),
    )
    put_up(op.get_bind(), ["paper"])
