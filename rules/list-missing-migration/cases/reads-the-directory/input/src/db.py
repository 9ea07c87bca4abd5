for path in sorted(Path("migrations").glob("*.sql")):
    run(path)
