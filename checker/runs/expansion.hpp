// Variables of a shell script, and words with their values filled in.
#pragma once

#include "runs/commands.hpp"
#include "runs/shell.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace migcheck::runs {

class Variables {
 public:
  void set(const std::string& name, Word value) {
    values_[name] = std::move(value);
  }

  void drop(const std::string& name) { values_.erase(name); }

  // Null for a variable that nothing in the script sets.
  const Word* find(std::string_view name) const;

  // What is not set here is looked for there, too; it must outlive this.
  void look_in(const Variables& outer) { outer_ = &outer; }

 private:
  const Variables* outer_ = nullptr;
  std::map<std::string, Word, std::less<>> values_;
};

// No name is as long. Values that are become an unknown part, so that variables
// that hold each other do not grow without end.
inline constexpr std::size_t longest_value = 4096;

// The words that `$(…)` stands for.
using Substitute = std::function<Word(const Script& command)>;

// What words are filled in with.
struct Values {
  const Variables& variables;
  const Substitute& substitute;
  Allowance& allowance;
};

// One word. Variables that are not set become an unknown part, or their
// default where `${x:-default}` gives one; `$PWD` is `.`.
Word expand_word(
    const Script& script, const RawWord& raw, const Values& values);

} // namespace migcheck::runs
