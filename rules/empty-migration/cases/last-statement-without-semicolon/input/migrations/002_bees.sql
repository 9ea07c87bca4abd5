-- bees
SELECT 1