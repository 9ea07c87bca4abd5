<<<<<<< HEAD
ActiveRecord::Schema[7.0].define(version: 2026_01_01_000000) do
=======
ActiveRecord::Schema[7.0].define(version: 2026_01_02_000000) do
>>>>>>> feature
end
