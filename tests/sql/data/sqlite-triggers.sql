-- it's a comment; with a quote
CREATE TABLE [ants;1] (`name;` text DEFAULT 'a;b''c\', "odd""; name" text);
CREATE TRIGGER t1 AFTER INSERT ON ants BEGIN
  UPDATE ants SET name = CASE WHEN 1 THEN ';' ELSE 'end;' END;
  SELECT 1;
END;
CREATE TEMP TRIGGER t2 AFTER DELETE ON ants BEGIN SELECT 1; SELECT 2; END;
create temporary trigger t3 before update on ants begin
  select 1; -- END;
  /* END; */ select 2; end
;
EXPLAIN CREATE TRIGGER t4 AFTER INSERT ON ants BEGIN SELECT ';END;'; END;
CREATE TABLE trigger_log (a, b);
CREATE VIEW trigger AS SELECT 1;
BEGIN; INSERT INTO ants VALUES (x'00', 1.5e3, :a, @b, $c, ?1); END;
SELECT (1; 2);
;;
/* never nested /* */ SELECT 3;
CREATE TRIGGER t5 AFTER INSERT ON ants BEGIN SELECT 1; SELECT 'end' AS "END"; END;
PRAGMA foreign_keys = ON
