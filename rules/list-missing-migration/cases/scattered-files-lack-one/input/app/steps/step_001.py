from .run import sql

up = sql("001_users.sql")
