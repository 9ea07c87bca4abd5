--liquibase formatted sql
--comment: ants
--changeset ann:1
--comments: six legs
CREATE TABLE ants (id bigint PRIMARY KEY);
-rollback DROP TABLE ants;
