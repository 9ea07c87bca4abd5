ALTER TABLE selfservice_forms DROP COLUMN form_1;
