import { readdirSync } from "node:fs";

for (const name of readdirSync("db/changes").sort()) {
  apply(name);
}
