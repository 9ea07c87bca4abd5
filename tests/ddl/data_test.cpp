#include "ddl/cases.hpp"

namespace migcheck::ddl {
namespace {

constexpr Dialect pg = Dialect::postgresql;

class Data : public Statements {};

TEST_P(Data, SayWhatIsExpected) {
  check();
}

TEST_P(Data, SayTheSameWithBlanksAndComments) {
  check_spaced();
}

TEST_P(Data, MayBeCutAnywhere) {
  check_prefixes();
}

INSTANTIATE_TEST_SUITE_P(
    PostgreSql,
    Data,
    testing::Values(
        Case{
            pg,
            R"(INSERT INTO s.t (a, "B") SELECT x FROM u ON CONFLICT (a) DO UPDATE SET b = 1;)",
            R"(insert writes s.t reads u (a,B))"},
        Case{
            pg,
            R"(INSERT INTO t AS x VALUES (1, f('y'));)",
            R"(insert writes t calls f'y')"},
        Case{
            pg,
            R"(UPDATE ONLY t SET a = 1, (b, c) = (SELECT d, e FROM u), s.f = 2 FROM v WHERE t.id = v.id;)",
            R"(update writes t reads u,v (a,b,c,f) where)"},
        Case{
            pg,
            R"(UPDATE t SET a = (SELECT 1 FROM u WHERE b);)",
            R"(update writes t reads u (a))"},
        Case{
            pg,
            R"(DELETE FROM t USING u, v WHERE t.a = u.a;)",
            R"(delete writes t reads u,v where)"},
        Case{pg, R"(DELETE FROM t;)", R"(delete writes t)"},
        Case{
            pg,
            R"(WITH d AS (DELETE FROM t RETURNING *) INSERT INTO u SELECT * FROM d;)",
            R"(insert writes t,u)"},
        Case{
            pg,
            R"(MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN UPDATE SET b = 1;)",
            R"(merge writes t reads u)"},
        Case{
            pg,
            R"(TRUNCATE TABLE ONLY a, s.b RESTART IDENTITY CASCADE;)",
            R"(truncate writes a,s.b cascade)"},
        Case{pg, R"(COPY s.t (a, b) FROM '/x';)", R"(copy writes s.t (a,b))"},
        Case{pg, R"(COPY t TO '/x';)", R"(copy reads t)"},
        Case{pg, R"(COPY (SELECT * FROM t) TO '/x';)", R"(copy reads t)"},
        Case{pg, R"(CALL p('a', 1);)", R"(call calls p'a')"},
        Case{
            pg,
            R"(SELECT create_hypertable('t', 'c'), setval('q', 3) FROM u FOR UPDATE OF u;)",
            R"(select reads u calls create_hypertable't'; setval'q')"},
        Case{
            pg,
            R"(SELECT pg_catalog.set_config('search_path', '', false);)",
            R"(set search_path = )"},
        Case{pg, R"(LOCK TABLE a, b IN EXCLUSIVE MODE;)", R"(lock reads a,b)"},
        Case{
            pg,
            R"(SET search_path TO s, "$user", public;)",
            R"(set search_path = s,$user,public)"},
        Case{
            pg,
            R"(SET LOCAL search_path = 'a';)",
            R"(set search_path = a local)"},
        Case{
            pg,
            R"(SET SESSION AUTHORIZATION r;)",
            R"(set session authorization = r)"},
        Case{pg, R"(SET ROLE r;)", R"(set role = r)"},
        Case{pg, R"(SET ROLE NONE;)", R"(set role = )"},
        Case{pg, R"(RESET search_path;)", R"(set search_path = )"},
        Case{pg, R"(SET TRANSACTION READ ONLY;)", R"(transaction)"},
        Case{
            pg,
            R"(COMMENT ON COLUMN s.t.c IS 'x';)",
            R"(comment column s.t column c)"},
        Case{
            pg,
            R"(COMMENT ON TRIGGER a ON t IS 'x';)",
            R"(comment trigger a on t)"},
        Case{pg, R"(COMMENT ON TABLE s.t IS NULL;)", R"(comment table s.t)"},
        Case{
            pg,
            R"(GRANT SELECT, INSERT ON TABLE a, s.b TO r, PUBLIC, GROUP q;)",
            R"(grant table a,s.b to r,q)"},
        Case{
            pg,
            R"(GRANT ALL ON ALL TABLES IN SCHEMA s TO r;)",
            R"(grant table s all-in-schema to r)"},
        Case{
            pg,
            R"(GRANT EXECUTE ON FUNCTION f(int) TO r;)",
            R"(grant function f to r)"},
        Case{pg, R"(GRANT a, b TO c;)", R"(grant role a,b membership to c)"},
        Case{
            pg,
            R"(REVOKE ALL ON SCHEMA s FROM r CASCADE;)",
            R"(revoke schema s to r)"},
        Case{
            pg,
            R"(ALTER DEFAULT PRIVILEGES FOR ROLE a, b IN SCHEMA s, t GRANT SELECT, INSERT ON TABLES TO c, PUBLIC WITH GRANT OPTION;)",
            R"(grant privileges to c for a,b)"},
        Case{
            pg,
            R"(ALTER DEFAULT PRIVILEGES IN SCHEMA s REVOKE GRANT OPTION FOR ALL ON FUNCTIONS FROM r;)",
            R"(revoke privileges to r)"},
        Case{
            pg,
            R"(ALTER DEFAULT PRIVILEGES FOR USER CURRENT_USER GRANT;)",
            R"(grant privileges)"},
        Case{
            pg,
            R"(BEGIN; COMMIT; ROLLBACK TO SAVEPOINT a; SAVEPOINT b; RELEASE b; START TRANSACTION; END;)",
            R"(begin | commit | rollback-to a | savepoint b | release b | begin | commit)"},
        Case{pg, R"(VACUUM FULL t;)", R"(none vacuum full t)"},
        Case{
            pg,
            R"(REFRESH MATERIALIZED VIEW v;)",
            R"(none refresh materialized view)"}));

} // namespace
} // namespace migcheck::ddl
