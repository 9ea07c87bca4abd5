"""a step

Revision ID: x2
Revises: "x1"
"""
from alembic import op

revision = "x2"
down_revision = "x1"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("SELECT 1")
