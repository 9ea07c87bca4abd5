"""a step

Revision ID: b2
Revises: "a0"
"""
from alembic import op

revision = "b2"
down_revision = "a0"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("SELECT 1")
