class X < ActiveRecord::Migration[7.1]
end
