-- DEPENDS: 00002_orders.sql
-- +goose Up
CREATE TABLE items (id bigint);
