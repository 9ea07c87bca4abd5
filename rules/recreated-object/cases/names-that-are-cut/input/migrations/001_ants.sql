CREATE TABLE ants (id bigint PRIMARY KEY, legs integer);
CREATE INDEX index_on_the_legs_of_ants_that_live_in_the_nests_of_the_forest_1 ON ants (legs);
CREATE INDEX index_on_the_legs_of_ants_that_live_in_the_nests_of_the_forest_2 ON ants (legs);
