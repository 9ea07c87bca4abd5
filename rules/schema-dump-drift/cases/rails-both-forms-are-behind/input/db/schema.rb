ActiveRecord::Schema[7.1].define(version: 2026_01_02_080000) do
end
