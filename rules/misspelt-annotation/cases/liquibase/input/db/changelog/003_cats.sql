--liquibase formatted sql
--changeset ann:5 runInTransaction:false labels:x
--validCheckSum: any
-- changes made by ann: 1
SELECT 1;
