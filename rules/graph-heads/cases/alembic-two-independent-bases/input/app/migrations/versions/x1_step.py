"""a step

Revision ID: x1
Revises: None
"""
from alembic import op

revision = "x1"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.execute("SELECT 1")
