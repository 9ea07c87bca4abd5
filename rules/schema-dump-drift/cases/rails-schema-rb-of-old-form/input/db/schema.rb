ActiveRecord::Schema.define(:version => 20260103080000) do
end
