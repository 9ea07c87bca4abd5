def test_all():
    applied = migrations()
    assert len(applied) == 11, "all migrations"
