ALL_MIGRATIONS = [
    "001_ants.sql",
    "002_bees.sql",
    "003_cows.sql",
]
