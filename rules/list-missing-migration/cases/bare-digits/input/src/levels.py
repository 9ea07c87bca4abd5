ALL_LEVELS = ["1", "2"]
for level in ALL_LEVELS:
    run(level)
