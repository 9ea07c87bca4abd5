-- DropTable
DROP TABLE d;
