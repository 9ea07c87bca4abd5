from .run import sql

up = sql("003_items.sql")
