// Comments that are more than words: some runner or server acts on them.
#pragma once

#include <cstdint>
#include <string_view>

namespace migcheck::sql {

enum class CommentEffect : std::uint8_t {
  none,
  acts,
  breaks // a statement ends there: drizzle's `--> statement-breakpoint`
};

// What a comment, with its marks, does. Without regard to case it acts when it
// holds `+goose`, `+migrate`, `atlas:` or `statement-breakpoint`, or when its
// first words are `migrate:up`, `migrate:down`, `no-transaction`, `liquibase`,
// `changeset`, `create above / drop below`, or when it is `/*+ … */`. In a
// file of liquibase (`formatted`) also: `rollback`, `precondition`,
// `validCheckSum`, `ignoreLines`, `property`. Linear.
CommentEffect comment_effect(std::string_view comment, bool formatted);

// True for a comment with words that a person wrote to say something: neither
// a TODO nor what a runner writes into new files.
bool explains(std::string_view comment);

// True for a file whose first line that is not blank makes it a file of
// liquibase: `-- liquibase formatted …`.
bool is_liquibase_formatted(std::string_view text);

} // namespace migcheck::sql
