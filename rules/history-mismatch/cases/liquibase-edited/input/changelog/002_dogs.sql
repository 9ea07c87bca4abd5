--liquibase formatted sql
--changeset ann:4
CREATE TABLE dogs (id bigint PRIMARY KEY);
