const candidates = [
  path.join(__dirname, "../migrations/001_users.sql"),
  path.join(process.cwd(), "migrations/001_users.sql"),
];
