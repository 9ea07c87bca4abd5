CREATE TABLE orders (id int);
CREATE TABLE order_lines (id int);
