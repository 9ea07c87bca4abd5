-- Größe, 大きさ
CREATE TABLE ants (id bigint PRIMARY KEY);
