PLACES = [
    "migrations/001_users.sql",
    "../migrations/001_users.sql",
    "/usr/share/store/001_users.sql",
]
