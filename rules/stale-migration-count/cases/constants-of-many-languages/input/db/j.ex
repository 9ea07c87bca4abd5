defmodule Db do
  @schema_version 11
end
