"""Tasks say which plan they belong to, how far they are, what proves it, and where they came from."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Four more columns of the register of tasks; what stands in it already is a person's and belongs to no plan."""
    for name in ("plan", "progress", "evidence"):
        op.add_column("task", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.add_column("task", sa.Column("origin", sa.String(8), nullable=False, server_default="user"))
