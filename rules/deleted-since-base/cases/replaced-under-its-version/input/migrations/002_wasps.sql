CREATE TABLE wasps (id bigint);
