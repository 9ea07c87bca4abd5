--liquibase formatted sql
--changeset ann:2
INSERT INTO bees VALUES ('ab');
