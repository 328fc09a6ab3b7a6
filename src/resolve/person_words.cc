#include "resolve/person_words.h"

#include <algorithm>

#include "base/table.h"

namespace dateline {

Result<PersonWords> PersonWords::load(const Resources& resources) {
  constexpr std::array<std::string_view, 5> kNames = {"person", "suspect", "attacker", "accuse", "say"};
  PersonWords out;
  TRY(Table table, Table::load(resources, "names/person_words.tsv"));
  for (size_t r = 0; r < table.rows(); ++r) {
    const auto kind = std::find(kNames.begin(), kNames.end(), table.cell(r, 0));
    if (kind == kNames.end())
      return Error{ErrorCode::invalid_input, "unknown kind " + std::string(table.cell(r, 0)), "names/person_words.tsv"};
    auto& words = out.words_[kind - kNames.begin()];
    for (std::string_view word : variants(table.cell(r, 1))) words.push_back(word);
    std::sort(words.begin(), words.end());
  }
  return out;
}

bool PersonWords::is(Kind kind, std::string_view lemma) const {
  return std::binary_search(words_[kind].begin(), words_[kind].end(), lemma);
}

}  // namespace dateline
