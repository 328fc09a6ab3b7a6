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

namespace {
std::string_view flags_of(const SortedTable& people, std::string_view word) {
  std::string_view rows = people.rows(word);
  return rows.empty() ? std::string_view() : next_row<2>(rows)[1];
}
}  // namespace

bool is_first_name(const SortedTable& people, std::string_view word) {
  return flags_of(people, word).find('n') != std::string_view::npos;
}

char sex_of_first_name(const SortedTable& people, std::string_view first) {
  const std::string_view flags = flags_of(people, first);
  const bool m = flags.find('m') != std::string_view::npos, f = flags.find('f') != std::string_view::npos;
  return m == f ? char{0} : m ? 'm' : 'f';
}

}  // namespace dateline
