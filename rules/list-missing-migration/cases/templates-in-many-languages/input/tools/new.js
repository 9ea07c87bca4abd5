const template = (n, title) => `export const steps = [
  "001_users.sql",
  "002_orders.sql",
  "${n}_${title}.sql",
];
`;
