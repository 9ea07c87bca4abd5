from .run import sql

up = sql("005_prices.sql")
