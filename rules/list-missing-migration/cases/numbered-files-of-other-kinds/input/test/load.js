for (const name of ["001_people.sql", "002_sales.sql", "003_visits.sql"]) run("dummy/" + name);
