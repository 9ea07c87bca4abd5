// A shell text cut into simple commands, each with its words and with what it
// reads from. Nothing is expanded here.
#pragma once

#include "runs/script.hpp"

#include <cstdint>
#include <vector>

namespace migcheck::runs {

enum class PieceKind : std::uint8_t {
  bare,         // unquoted
  single,       // 'between single quotes'
  wide,         // "between double quotes"
  assign,       // `=` behind a name
  substitution, // the text between `$(` or a backtick and its end
  group         // the text between `(` and `)` of an array
};

struct Piece {
  PieceKind kind = PieceKind::bare;
  Span content;
};

// Pieces that touch.
struct RawWord {
  Span span;
  std::vector<Piece> pieces;
};

struct RawCommand {
  std::vector<RawWord> words;
  std::vector<RawWord> inputs;   // behind `<`
  std::vector<RawWord> included; // files of `\i file` in its here documents
  std::vector<Span> processes;   // the texts between `<(` and `)`
  Span span;                     // from the first word to the last
  bool piped = false;            // reads what the command before writes
  bool opens = false;            // a subshell begins here, …
  bool closes = false; // … or ends here; such a command has no words
};

// In the order of the text. Linear; what is unfinished ends with the text.
std::vector<RawCommand> split_commands(const std::string& text);

} // namespace migcheck::runs
