CREATE TABLE databases (id INT);
