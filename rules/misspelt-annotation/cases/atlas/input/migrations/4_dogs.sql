-- atlas:nolint destructive
DROP TABLE cats;
