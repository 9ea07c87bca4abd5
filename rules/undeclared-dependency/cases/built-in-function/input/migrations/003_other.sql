CREATE TABLE other (id uuid DEFAULT gen_random_uuid(), made timestamptz DEFAULT now());
