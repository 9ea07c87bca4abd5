// A run that cannot go on: exit status 2, with the place and what to do.
#pragma once

#include <tl/expected.hpp>

#include <string>

namespace migcheck {

struct Error {
  // One line per problem, foreign parts already `printable`. Begins with
  // `path:line:column: ` where there is a place.
  std::string message;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string message) {
  return tl::unexpected<Error>(Error{std::move(message)});
}

} // namespace migcheck
