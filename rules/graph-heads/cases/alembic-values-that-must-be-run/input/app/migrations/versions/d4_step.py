"""a step

Revision ID: d4
Revises: previous()
"""
from alembic import op

revision = "d4"
down_revision = previous()
branch_labels = None
depends_on = None


def upgrade():
    op.execute("SELECT 1")
