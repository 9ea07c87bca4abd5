export const migrations = [
  { version: 10, run: ten },
  { version: 11, run: eleven },
  { version: 12, run: twelve },
];
export const applied = ["010", "011"];
