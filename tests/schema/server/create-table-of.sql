CREATE TYPE pair AS (a int, b text);
CREATE TABLE t OF pair (PRIMARY KEY (a));
CREATE TABLE u OF pair (b NOT NULL DEFAULT 'x');
