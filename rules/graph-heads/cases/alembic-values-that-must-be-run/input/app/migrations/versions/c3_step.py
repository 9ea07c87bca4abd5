"""a step

Revision ID: c3
Revises: "a1"
"""
from alembic import op

revision = "c3"
down_revision = "a1"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("SELECT 1")
