--liquibase formatted sql
--changeset ann:3 runInTransaction:flase
SELECT 1;
--changeset ann:4 validCheckSum:any
SELECT 2;
