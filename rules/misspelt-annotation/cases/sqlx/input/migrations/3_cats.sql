-- No transaction is needed here.
CREATE TABLE cats (id bigint PRIMARY KEY);
