def test_sorts_by_number():
    assert sort(["003_c.sql", "001_a.sql", "002_b.sql"]) == ["001_a.sql", "002_b.sql", "003_c.sql"]
