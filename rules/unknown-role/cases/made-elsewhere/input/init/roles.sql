CREATE ROLE app_read;
