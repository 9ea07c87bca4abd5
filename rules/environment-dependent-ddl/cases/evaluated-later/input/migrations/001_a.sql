CREATE TABLE a (b timestamptz DEFAULT now(), c text DEFAULT current_user);
CREATE VIEW v AS SELECT now();
INSERT INTO a VALUES (now());
