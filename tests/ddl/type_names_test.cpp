#include "ddl/type_names.hpp"

#include <gtest/gtest.h>

namespace migcheck::ddl {
namespace {

struct Case {
  std::string_view written;
  std::string_view text;
  std::string_view bare;
  std::string_view user_type = "";
};

class PostgresqlTypes : public testing::TestWithParam<Case> {};

TEST_P(PostgresqlTypes, AreCanonical) {
  const Case& c = GetParam();
  const std::string text = std::string(c.written) + " NOT NULL";
  Lexemes lexemes(text, Dialect::postgresql);
  lexemes.load({0, static_cast<std::uint32_t>(text.size())});
  Cursor cursor(lexemes);
  const TypeName type = read_type(cursor);
  EXPECT_EQ(type.text, c.text) << c.written;
  EXPECT_EQ(type.bare, c.bare.empty() ? c.text : c.bare) << c.written;
  EXPECT_EQ(type.user_type.name, c.user_type) << c.written;
  EXPECT_EQ(cursor.rest(), "NOT NULL") << c.written;
}

INSTANTIATE_TEST_SUITE_P(
    BuiltIn,
    PostgresqlTypes,
    testing::Values(
        Case{"int", "integer", ""},
        Case{"INT4", "integer", ""},
        Case{"integer", "integer", ""},
        Case{"int2", "smallint", ""},
        Case{"int8", "bigint", ""},
        Case{"bool", "boolean", ""},
        Case{"float", "double precision", ""},
        Case{"float(24)", "real", ""},
        Case{"float(25)", "double precision", ""},
        Case{"float4", "real", ""},
        Case{"float8", "double precision", ""},
        Case{"double precision", "double precision", ""},
        Case{"DOUBLE   PRECISION", "double precision", ""},
        Case{"decimal", "numeric", ""},
        Case{"dec(10)", "numeric(10,0)", "numeric"},
        Case{"decimal(10, 2)", "numeric(10,2)", "numeric"},
        Case{"numeric", "numeric", ""},
        Case{"varchar", "character varying", ""},
        Case{"varchar(20)", "character varying(20)", "character varying"},
        Case{"VARCHAR (20)", "character varying(20)", "character varying"},
        Case{"char varying(3)", "character varying(3)", "character varying"},
        Case{"character varying", "character varying", ""},
        Case{"char", "character(1)", "character"},
        Case{"char(5)", "character(5)", "character"},
        Case{"character(5)", "character(5)", "character"},
        Case{
            "national character varying(5)",
            "character varying(5)",
            "character varying"},
        Case{"nchar(2)", "character(2)", "character"},
        Case{"bpchar", "bpchar", "character"},
        Case{"bpchar(3)", "character(3)", "character"},
        Case{"\"char\"", "\"char\"", ""},
        Case{"text", "text", ""},
        Case{"bit", "bit(1)", "bit"},
        Case{"bit(4)", "bit(4)", "bit"},
        Case{"bit varying", "bit varying", ""},
        Case{"bit varying(4)", "bit varying(4)", "bit varying"},
        Case{"varbit(4)", "bit varying(4)", "bit varying"},
        Case{"timestamp", "timestamp without time zone", ""},
        Case{"timestamptz", "timestamp with time zone", ""},
        Case{"timestamp with time zone", "timestamp with time zone", ""},
        Case{"timestamp without time zone", "timestamp without time zone", ""},
        Case{
            "timestamp(3) with time zone",
            "timestamp(3) with time zone",
            "timestamp with time zone"},
        Case{
            "timestamptz(3)",
            "timestamp(3) with time zone",
            "timestamp with time zone"},
        Case{
            "timestamp(3)",
            "timestamp(3) without time zone",
            "timestamp without time zone"},
        Case{"time", "time without time zone", ""},
        Case{"timetz", "time with time zone", ""},
        Case{
            "time(0) with time zone",
            "time(0) with time zone",
            "time with time zone"},
        Case{"interval", "interval", ""},
        Case{"interval(3)", "interval(3)", "interval"},
        Case{"interval year to month", "interval year to month", "interval"},
        Case{
            "interval day to second(3)",
            "interval day to second(3)",
            "interval"},
        Case{"jsonb", "jsonb", ""},
        Case{"uuid", "uuid", ""},
        Case{"xml", "xml", ""},
        Case{"pg_catalog.int4", "integer", ""},
        Case{"pg_catalog.timestamptz", "timestamp with time zone", ""},
        Case{"pg_catalog.\"timestamp\"", "timestamp without time zone", ""},
        Case{"int[]", "integer[]", ""},
        Case{"int[3][4]", "integer[]", ""},
        Case{"text ARRAY", "text[]", ""},
        Case{"text ARRAY[4]", "text[]", ""},
        Case{"varchar(9)[]", "character varying(9)[]", "character varying[]"}));

INSTANTIATE_TEST_SUITE_P(
    UserTypes,
    PostgresqlTypes,
    testing::Values(
        Case{"mood", "mood", "", "mood"},
        Case{"Mood", "mood", "", "mood"},
        Case{"\"Mood\"", "\"Mood\"", "", "Mood"},
        Case{"\"Mood\"[]", "\"Mood\"[]", "", "Mood"},
        Case{"app.mood", "app.mood", "", "mood"},
        Case{"public.mood", "mood", "", "mood"},
        Case{"citext", "citext", "", "citext"},
        Case{
            "geometry(Point, 4326)",
            "geometry(Point,4326)",
            "geometry",
            "geometry"},
        Case{"vector(3)", "vector(3)", "vector", "vector"},
        Case{"t.c%TYPE", "", "", ""}));

TEST(TypeNames, SerialTypesGiveTheirKind) {
  for (const auto& [written, kind, type] :
       {std::tuple{"serial", Serial::normal, "integer"},
        std::tuple{"SERIAL4", Serial::normal, "integer"},
        std::tuple{"bigserial", Serial::big, "bigint"},
        std::tuple{"serial8", Serial::big, "bigint"},
        std::tuple{"smallserial", Serial::small, "smallint"},
        std::tuple{"\"serial\"", Serial::none, "serial"}}) {
    const std::string_view text = written;
    Lexemes lexemes(text, Dialect::postgresql);
    lexemes.load({0, static_cast<std::uint32_t>(text.size())});
    Cursor cursor(lexemes);
    Serial serial = Serial::none;
    EXPECT_EQ(read_type(cursor, &serial).text, type) << written;
    EXPECT_EQ(serial, kind) << written;
  }
}

TEST(TypeNames, OfOtherDialectsStandAsWritten) {
  for (const auto& [dialect, written, text] :
       {std::tuple{
            Dialect::mysql, "INT(11) UNSIGNED NOT NULL", "int(11) unsigned"},
        std::tuple{
            Dialect::mysql,
            "VARCHAR(5) CHARACTER SET utf8 DEFAULT 'a'",
            "varchar(5)"},
        std::tuple{Dialect::mysql, "ENUM('a', 'B')", "enum('a','B')"},
        std::tuple{Dialect::mysql, "BIGINT AUTO_INCREMENT", "bigint"},
        std::tuple{Dialect::sqlite, "INTEGER PRIMARY KEY", "integer"},
        std::tuple{Dialect::sqlite, "UNSIGNED BIG INT", "unsigned big int"},
        std::tuple{
            Dialect::clickhouse,
            "Array(Nullable(String)) CODEC(ZSTD)",
            "Array(Nullable(String))"},
        std::tuple{
            Dialect::clickhouse,
            "DateTime64(3,'UTC') DEFAULT now()",
            "DateTime64(3, 'UTC')"},
        std::tuple{Dialect::tsql, "[nvarchar](max) NOT NULL", "nvarchar(max)"},
        std::tuple{
            Dialect::tsql, "decimal(10, 2) IDENTITY(1,1)", "decimal(10,2)"}}) {
    const std::string_view view = written;
    Lexemes lexemes(view, dialect);
    lexemes.load({0, static_cast<std::uint32_t>(view.size())});
    Cursor cursor(lexemes);
    EXPECT_EQ(read_type(cursor).text, text) << written;
  }
}

} // namespace
} // namespace migcheck::ddl
