--liquibase formatted sql

--changeset ann:1
CREATE TABLE ants (id bigint PRIMARY KEY);
--rollback DROP TABLE ants;

--changeset ann:2
CREATE TABLE bees (id bigint PRIMARY KEY);

--changeset bob:3 runOnChange:true
CREATE TABLE cats (id bigint PRIMARY KEY);
