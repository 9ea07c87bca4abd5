const modules = import.meta.glob("../db/migrations/*.sql", { query: "?raw" });
