#include "resolve/org_index.h"

#include <algorithm>

#include "base/strings.h"
#include "base/table.h"
#include "text/sorted_table.h"

namespace dateline {

Result<OrgIndex> OrgIndex::load(const Resources& resources) {
  OrgIndex index;
  TRY(index.known_, SortedTable::load(resources, "names/org_names.tsv"));
  TRY(Table heads, Table::load(resources, "names/org_words.tsv"));
  TRY(const size_t tail, heads.column("tail"));
  for (size_t r = 0; r < heads.rows(); ++r) {
    index.heads_.push_back(name_key(heads.cell(r, 0)));
    if (heads.cell(r, tail) == "yes") index.legal_.push_back(index.heads_.back());
  }
  std::sort(index.heads_.begin(), index.heads_.end());
  std::sort(index.legal_.begin(), index.legal_.end());
  return index;
}

std::string_view OrgIndex::canonical(std::string_view key, const Countries& spoken_of) const {
  std::string_view rows = known_.rows(key);
  if (rows.empty()) return {};
  const auto [_, kind, name, home] = next_row<4>(rows);
  return home.empty() || std::binary_search(spoken_of.begin(), spoken_of.end(), home) ? name : std::string_view();
}

bool OrgIndex::is_known(std::string_view key) const {
  std::string_view rows = known_.rows(key);
  return !rows.empty() && !next_row<3>(rows)[2].empty();
}

bool OrgIndex::is_head(std::string_view word) const { return std::binary_search(heads_.begin(), heads_.end(), word); }

// "Oakland Freight Co. Ltd." is Oakland Freight; "News Corp" keeps what it is known by.
void OrgIndex::drop_legal_form(std::string& key) const {
  constexpr size_t kShortest = 3;  // letters of what is left
  for (size_t space = key.rfind(' '); space != std::string::npos && space >= kShortest; space = key.rfind(' ')) {
    if (!std::binary_search(legal_.begin(), legal_.end(), key.substr(space + 1))) return;
    if (is_head(std::string_view(key).substr(0, space)) || is_known(key)) return;
    key.resize(space);
  }
}

std::string OrgIndex::join_key(std::string_view name, const PlaceIndex& places, const Countries& spoken_of) const {
  std::string key = name_key(name);
  drop_legal_form(key);
  if (std::string_view known = canonical(key, spoken_of); !known.empty()) return name_key(known);
  const std::vector<std::string_view> words = split(key, ' ');
  for (size_t n = std::min<size_t>(3, words.size() - 1); n > 0; --n) {
    const std::string head = key.substr(0, words[n - 1].data() + words[n - 1].size() - words[0].data());
    std::string_view front = canonical(head, spoken_of);
    if (front.empty()) {
      PlaceRow row = places.find(head, {}, true);
      if (row.id.empty()) row = places.find(head, {}, false);
      if (row.kind != "city") front = row.name;
    }
    if (front.empty()) continue;
    key = name_key(front) + key.substr(head.size());
    if (std::string_view known = canonical(key, spoken_of); !known.empty()) return name_key(known);
    break;
  }
  return key;
}

bool OrgIndex::short_form(std::string_view shorter, std::string_view longer) const {
  if (shorter.size() + 1 >= longer.size() || shorter.size() < 4) return false;
  const bool has_head = is_head(shorter.substr(shorter.rfind(' ') + 1));
  if (longer.ends_with(shorter) && longer[longer.size() - shorter.size() - 1] == ' ') {
    return shorter.find(' ') != std::string_view::npos || !has_head;
  }
  if (has_head || is_known(shorter)) return false;
  const std::string padded = " " + std::string(longer) + " ";
  const size_t at = padded.find(" " + std::string(shorter) + " ");
  if (at == std::string::npos) return false;
  // What follows must be an organisation's word; what stands before, anything.
  const std::string_view rest = trim(std::string_view(padded).substr(at + shorter.size() + 1));
  return !rest.empty() && is_head(rest.substr(0, rest.find(' ')));
}

std::string initials_of(std::string_view key) {
  std::string out;
  for (std::string_view word : split(key, ' ')) {
    if (!word.empty() && word != "of" && word != "the" && word != "and" && word != "for" && word != "in" &&
        word != "on")
      out += word[0];
  }
  return out;
}

}  // namespace dateline
