-- DEPENDS: 002
CREATE VIEW spenders AS SELECT u.name FROM users u JOIN orders o ON o.user_id = u.id;
