--liquibase formatted sql
--changeset ann:1
CREATE TABLE bees (id bigint PRIMARY KEY);
