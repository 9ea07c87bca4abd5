CREATE TABLE stock (id int);
CREATE INDEX idx_stock ON stock (id);
