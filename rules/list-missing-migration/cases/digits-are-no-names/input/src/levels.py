ALL_MIGRATIONS = ["1", "2", "3"]
STEPS = [1, 2, 3]
for level in ALL_MIGRATIONS:
    run(level)
