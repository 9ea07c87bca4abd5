CREATE TABLE ibises (id bigint PRIMARY KEY);
