--liquibase formatted sql
--changeset ann: 2
CREATE TABLE bees (id bigint PRIMARY KEY);
--changeset ann
--changeset ann:3
--precondition-sql-check
SELECT 1;
