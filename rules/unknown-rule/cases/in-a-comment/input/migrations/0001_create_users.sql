-- migcheck: allow(verison-gap, no-such-thing-at-all) moved
CREATE TABLE users (id bigint PRIMARY KEY);
