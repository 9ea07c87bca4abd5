--liquibase formatted sql
--changeset "ann b":3 runOnChange:true
--comment cats
--precondition-sql-check expectedResult:0 SELECT 1
CREATE TABLE cats (id bigint PRIMARY KEY);
--rollback DROP TABLE cats;
