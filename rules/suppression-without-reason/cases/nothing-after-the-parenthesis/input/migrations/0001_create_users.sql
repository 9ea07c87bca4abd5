-- migcheck: allow(version-gap)
CREATE TABLE users (id bigint PRIMARY KEY);
