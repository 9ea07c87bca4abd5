CREATE TABLE audit (id INT);
