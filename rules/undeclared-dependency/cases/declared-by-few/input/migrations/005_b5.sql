ALTER TABLE users ADD b5 text;
