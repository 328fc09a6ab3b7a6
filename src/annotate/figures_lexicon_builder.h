// Fills a FigureLexicon from the tables of resources/figures; keeps the helpers out of the lexicon's own header.
#pragma once

#include "annotate/figures_lexicon.h"
#include "base/table.h"

namespace dateline {

struct FigureLexiconBuilder {
  FigureLexicon& lex;

  // One table each. They fail with FILE:LINE where a row does not say what it should.
  Status numbers(const Resources& resources);
  Status vague(const Resources& resources);
  Status attributes(const Resources& resources);
  Status dimensions(const Resources& resources);
  Status classes(const Resources& resources);
  Status bounds(const Resources& resources);
  Status suffixes(const Resources& resources);
  Status units(const Resources& resources);
  Status currencies(const Resources& resources);
  // Sorts what the readers search, and finds the units that rules name.
  void finish();

  FigureWordId intern(std::string_view word);
  std::string_view keep(std::string text) { return lex.kept_.emplace_back(std::move(text)); }
  // Adds a phrase under its first word, or its last.
  void add_phrase(std::vector<std::vector<FigurePhrase>>& index, std::string_view text, int16_t payload,
                  bool by_last = false);
  void add_symbol(std::string_view text, int16_t unit_index, bool glued);
  // The index of the unit of that name, which is made if there is none yet.
  int16_t unit(std::string name, std::string ucum, std::string kind);

  // Calls row(table, r) for each row of a table; a message that it returns is said with file and line.
  template <typename Row>
  static Status rows(const Resources& resources, std::string_view file, Row row) {
    TRY(Table table, Table::load(resources, file));
    for (size_t r = 0; r < table.rows(); ++r) {
      if (const std::string_view wrong = row(table, r); !wrong.empty()) {
        return Error{ErrorCode::invalid_input, std::string(wrong),
                     std::string(file) + ":" + std::to_string(table.line(r))};
      }
    }
    return kDone;
  }

 private:
  std::vector<FigureWordId> phrase(std::string_view text);
};

}  // namespace dateline
