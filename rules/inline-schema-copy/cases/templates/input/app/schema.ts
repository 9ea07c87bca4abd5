export const orders = (schema: string) => `CREATE TABLE ${schema}.orders (
  id bigint, customer text, status varchar(20), placed_at timestamptz)`;
export const more = (extra: string) => `CREATE TABLE orders (
  id bigint, customer text, status varchar(20), placed_at timestamptz ${extra})`;
export const joined = "CREATE TABLE orders (id bigint, customer text," +
  " status varchar(20), placed_at timestamptz" + extra + ")";
// `CREATE TABLE orders (id bigint, customer text, status varchar(20), placed_at timestamptz)`
