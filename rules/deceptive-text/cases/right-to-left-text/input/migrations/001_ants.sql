CREATE TABLE ants (name text DEFAULT 'שלום‏');
