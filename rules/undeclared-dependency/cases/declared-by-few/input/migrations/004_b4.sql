ALTER TABLE users ADD b4 text;
