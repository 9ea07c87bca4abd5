TEST(Db, All) {
  EXPECT_EQ(migrations.size(), 11);
}
