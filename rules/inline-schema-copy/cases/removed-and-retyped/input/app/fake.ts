export async function setup(db: Db) {
  await db.query(`CREATE TABLE orders (
    id bigint PRIMARY KEY,
    customer text NOT NULL,
    status varchar(20) NOT NULL,
    placed_at timestamptz NOT NULL,
    status_reason text NOT NULL DEFAULT ''
  )`);
}
