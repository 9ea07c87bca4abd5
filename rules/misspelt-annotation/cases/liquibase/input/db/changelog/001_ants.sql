--liquibase formatted sql
--changeset ann:1 runInTransaction : false
CREATE TABLE ants (id bigint PRIMARY KEY);
--changset ann:2
CREATE TABLE bees (id bigint PRIMARY KEY);
