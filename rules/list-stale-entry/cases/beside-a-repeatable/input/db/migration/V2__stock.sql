CREATE TABLE stock (product bigint NOT NULL);
