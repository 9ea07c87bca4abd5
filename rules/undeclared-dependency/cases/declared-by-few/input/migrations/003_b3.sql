ALTER TABLE users ADD b3 text;
