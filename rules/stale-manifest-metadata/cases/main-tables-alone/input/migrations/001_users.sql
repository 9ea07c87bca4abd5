CREATE TABLE users (id int);
CREATE TABLE user_emails (id int);
