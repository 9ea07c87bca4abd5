-- migcheck: allow(version-gap) moved
-- use migcheck: allow(anything) to allow it
CREATE TABLE users (id bigint PRIMARY KEY);
