-- migcheck: allow(version-gap) moved
/* migcheck: allow(duplicate-version) both released */
CREATE TABLE users (id bigint PRIMARY KEY);
