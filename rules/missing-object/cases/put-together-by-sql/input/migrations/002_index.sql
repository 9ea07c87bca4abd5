CREATE INDEX days_2026_day ON days_2026 (day);
