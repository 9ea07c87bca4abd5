# migcheck: count(highest, app/db/migrations)
HORIZON = 5
