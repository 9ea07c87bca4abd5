cohorts <- c("1001.sql", "1002.sql", "1003.sql", "1005.sql")
