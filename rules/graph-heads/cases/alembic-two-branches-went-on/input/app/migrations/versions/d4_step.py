"""a step

Revision ID: d4
Revises: "b2"
"""
from alembic import op

revision = "d4"
down_revision = "b2"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("SELECT 1")
