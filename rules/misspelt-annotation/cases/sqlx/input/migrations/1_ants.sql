-- Ants.
-- no-transaction
CREATE TABLE ants (id bigint PRIMARY KEY);
