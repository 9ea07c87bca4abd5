ActiveRecord::Schema[7.1].define(version: 1) do
  create_table "ants" do |t|
  end
end
