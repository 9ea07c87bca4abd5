TEST(Db, All) {
  EXPECT_EQ(all_migrations.size(), 11);
}
