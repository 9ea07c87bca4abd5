// Words in names and comments, and what they say about a list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

// The words of a name or of prose in lower case: "REQUIRED_forV2Only" gives
// required, for, v2, only. In prose a hyphenated word ("label-only") is one
// word without its hyphen.
std::vector<std::string> split_words(std::string_view text);
std::vector<std::string> split_prose(std::string_view text);

// Prose by sentences, each split into words.
std::vector<std::vector<std::string>> split_sentences(std::string_view text);

// The first word of a name that says so; "" when none does.
std::string says_exclusion(const std::vector<std::string>& words);
std::string says_subset(const std::vector<std::string>& words);
// The same for a sentence, where "known", "only" and the like say nothing.
std::string sentence_says_exclusion(const std::vector<std::string>& words);
std::string sentence_says_subset(const std::vector<std::string>& words);
// That a file was taken out: "removed", "no longer".
std::string says_removed(const std::vector<std::string>& words);
std::string says_complete(const std::vector<std::string>& words);

} // namespace migcheck::lists
