-- migcheck: allow(duplicate-version) both were released
CREATE TABLE users (id bigint PRIMARY KEY);
