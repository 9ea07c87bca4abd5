from .run import sql

up = sql("002_orders.sql")
