#include "annotate/name_lexicon.h"

#include <algorithm>
#include <array>

#include "base/table.h"

namespace dateline {
namespace {

OrgKind org_kind(std::string_view name) {
  constexpr std::array<std::string_view, 11> kNames = {"",        "body", "union", "state",  "party", "armed",
                                                       "company", "shop", "media", "school", "team"};
  const auto it = std::find(kNames.begin(), kNames.end(), name);
  return it == kNames.end() ? OrgKind::none : static_cast<OrgKind>(it - kNames.begin());
}

}  // namespace

Result<NameLexicon> NameLexicon::load(const Resources& resources) {
  NameLexicon lexicon;
  TRY(lexicon.titles, Titles::load(resources));
  TRY(lexicon.places, SortedTable::load(resources, "names/places.tsv"));
  TRY(lexicon.people, SortedTable::load(resources, "names/people.tsv"));
  TRY(lexicon.groups, SortedTable::load(resources, "names/groups.tsv"));
  TRY(lexicon.organisations, SortedTable::load(resources, "names/org_names.tsv"));
  TRY(Table heads, Table::load(resources, "names/org_words.tsv"));
  for (size_t r = 0; r < heads.rows(); ++r) {
    lexicon.org_words.push_back(
        {name_key(heads.cell(r, 0)), !heads.cell(r, 1).empty(), heads.cell(r, 2) == "yes", heads.cell(r, 3) == "yes"});
  }
  std::stable_sort(lexicon.org_words.begin(), lexicon.org_words.end(),
                   [](const OrgWord& a, const OrgWord& b) { return a.key < b.key; });
  TRY(Table fields, Table::load(resources, "names/fields.tsv"));
  for (size_t r = 0; r < fields.rows(); ++r) {
    for (std::string_view form : variants(fields.cell(r, 0))) lexicon.fields.push_back(name_key(form));
  }
  std::sort(lexicon.fields.begin(), lexicon.fields.end());
  TRY(Table namesakes, Table::load(resources, "names/namesakes.tsv"));
  for (size_t r = 0; r < namesakes.rows(); ++r) {
    for (std::string_view form : variants(namesakes.cell(r, 1))) {
      const std::string_view kind = namesakes.cell(r, 0);
      if (kind == "storm") lexicon.storms.push_back(name_key(form));
      if (kind == "file") lexicon.file_endings.push_back(form);
      if (kind == "holder") lexicon.holder_words.push_back(form);
      if (kind == "compound") lexicon.compound_words.push_back(form);
    }
  }
  std::sort(lexicon.storms.begin(), lexicon.storms.end());
  std::sort(lexicon.file_endings.begin(), lexicon.file_endings.end());
  std::sort(lexicon.holder_words.begin(), lexicon.holder_words.end());
  std::sort(lexicon.compound_words.begin(), lexicon.compound_words.end());
  TRY(Table stops, Table::load(resources, "names/stop_words.tsv"));
  for (size_t r = 0; r < stops.rows(); ++r) {
    auto& words = stops.cell(r, 1).empty() ? lexicon.stop_words : lexicon.weak_words;
    for (std::string_view word : variants(stops.cell(r, 0))) words.push_back(word);
  }
  TRY(Table particles, Table::load(resources, "names/particles.tsv"));
  for (size_t r = 0; r < particles.rows(); ++r) {
    for (std::string_view word : variants(particles.cell(r, 0))) lexicon.particles.push_back(word);
  }
  std::sort(lexicon.particles.begin(), lexicon.particles.end());
  std::sort(lexicon.stop_words.begin(), lexicon.stop_words.end());
  std::sort(lexicon.weak_words.begin(), lexicon.weak_words.end());
  return lexicon;
}

NameLexicon::Known NameLexicon::known(std::string_view key) const {
  Known known;
  for (std::string_view rows = places.rows(key); !rows.empty();) {
    const auto cells = next_row<7>(rows);
    if (cells[1] == "demonym")
      known.demonym = true;
    else {
      known.place = true;
      known.country |= cells[1] == "country";
      known.big_place |= cells[6].size() >= 6;  // weight of 100,000 or more
    }
  }
  if (std::string_view rows = organisations.rows(key); !rows.empty()) {
    const auto cells = next_row<3>(rows);
    known.org_kind = org_kind(cells[1]);
    known.organisation = !cells[2].empty();
  }
  if (known.org_kind == OrgKind::none && groups.contains(key)) {
    known.org_kind = OrgKind::armed;
    known.organisation = true;
  }
  return known;
}

bool NameLexicon::may_go_on(std::string_view key) const {
  const std::string_view word = key.substr(0, key.find(' '));
  return organisations.may_go_on(word) || places.may_go_on(word) || groups.may_go_on(word);
}

NameLexicon::Person NameLexicon::person(std::string_view key) const {
  std::string_view rows = people.rows(key);
  if (rows.empty()) return {};
  const std::string_view flags = next_row<2>(rows)[1];
  return {flags.find('n') != std::string_view::npos, flags.find('s') != std::string_view::npos};
}

bool NameLexicon::is_field(std::string_view key) const { return std::binary_search(fields.begin(), fields.end(), key); }

const NameLexicon::OrgWord* NameLexicon::org_word(std::string_view key) const {
  auto it = std::lower_bound(org_words.begin(), org_words.end(), key,
                             [](const OrgWord& w, std::string_view k) { return w.key < k; });
  return it != org_words.end() && it->key == key ? &*it : nullptr;
}

}  // namespace dateline
