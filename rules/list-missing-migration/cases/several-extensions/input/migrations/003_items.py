def up(db):
    db.move_items()
