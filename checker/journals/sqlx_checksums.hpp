// sqlx's checksums: SHA-384 of a migration, less the characters that sqlx.toml
// leaves out (`[migrate] ignored-chars`, sqlx 0.9).
#pragma once

#include "journals/sources.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

class SqlxChecksums {
 public:
  // Reads each sqlx.toml of the project: it stands in the package of the
  // program, which need not be above the migrations.
  explicit SqlxChecksums(const JournalSources& sources);

  // True where sqlx may take a migration with these bytes for the one that was
  // applied with this checksum, in small hexadecimal digits. Under which
  // sqlx.toml a migration runs is not known, nor whether under any: one that
  // fits is enough. Where one cannot be read, all do.
  bool accept(std::string_view bytes, std::string_view checksum) const;

 private:
  using Characters = std::vector<std::string>; // in UTF-8

  void add(const std::string& text);

  std::vector<Characters> ignored_ = {{}};
  bool unclear_ = false;
};

} // namespace migcheck
