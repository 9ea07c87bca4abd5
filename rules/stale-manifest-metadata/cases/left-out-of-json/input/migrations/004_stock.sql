CREATE TABLE stock (id int);
CREATE TABLE stock_moves (id int);
