# frozen_string_literal: true

module Jobs
  module Migrations
    # Add the up and down files to the migrations directory, and bump the
    # version here.
    CURRENT_VERSION = 5
  end
end
