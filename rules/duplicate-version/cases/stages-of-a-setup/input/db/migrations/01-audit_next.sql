CREATE TABLE audit_next (id INT);
