#include "text/titles.h"

#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "base/table.h"
#include "text/sorted_table.h"

namespace dateline {
namespace {

constexpr uint32_t kLongest = 5;  // tokens in a title, hyphens and full stops counted

// name_key() drops an article; a title has none.
bool begins_with_article(std::string_view words) { return words.starts_with("the ") || words.starts_with("The "); }

// A number for the first three letters; nullopt where they are not three ASCII letters.
std::optional<size_t> opening_of(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  size_t out = 0;
  for (const char c : word.substr(0, 3)) {
    if (!is_lower(c) && !is_upper(c)) return std::nullopt;
    out = out << 5 | static_cast<size_t>(c & 31);
  }
  return out;
}

}  // namespace

Result<Titles> Titles::load(const Resources& resources) {
  TRY(Table table, Table::load(resources, "names/titles.tsv"));
  TRY(const size_t words, table.column("words"));
  TRY(const size_t office, table.column("office"));
  TRY(const size_t kind, table.column("kind"));
  TRY(const size_t sex, table.column("sex"));
  TRY(const size_t of, table.column("of"));
  Titles titles;
  for (size_t r = 0; r < table.rows(); ++r) {
    Title title;
    title.office = table.cell(r, office);
    const std::string_view k = table.cell(r, kind);
    title.kind = k == "honorific" ? TitleKind::honorific
                 : k == "rank"    ? TitleKind::rank
                 : k == "trade"   ? TitleKind::trade
                 : k == "throne"  ? TitleKind::throne
                                  : TitleKind::office;
    title.sex = table.cell(r, sex).empty() ? char{0} : table.cell(r, sex)[0];
    title.of = !table.cell(r, of).empty();
    for (std::string_view form : variants(table.cell(r, words))) titles.entries_.push_back({name_key(form), title});
  }
  std::stable_sort(titles.entries_.begin(), titles.entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.key < b.key; });
  for (const Entry& e : titles.entries_) {
    if (const auto opening = opening_of(e.key)) titles.openings_.set(*opening);
  }
  return titles;
}

const Title* Titles::find(std::string_view key) const {
  auto it = std::lower_bound(entries_.begin(), entries_.end(), key,
                             [](const Entry& e, std::string_view k) { return e.key < k; });
  return it != entries_.end() && it->key == key ? &it->title : nullptr;
}

// Whether a title begins like this word.
bool Titles::may_begin(std::string_view word) const {
  if (const auto opening = opening_of(word); opening && !openings_[*opening]) return false;
  const std::string key = name_key(word);
  auto it = std::lower_bound(entries_.begin(), entries_.end(), key,
                             [](const Entry& e, const std::string& k) { return e.key < k; });
  return it != entries_.end() && it->key.starts_with(key);
}

uint32_t Titles::match_at(const Document& doc, uint32_t token, uint32_t last, bool lower, const Title** found) const {
  if (token >= last) return 0;
  const std::string_view first = doc.words(doc.tokens[token]);
  if ((!lower && !is_upper(first[0])) || !may_begin(first)) return 0;
  for (uint32_t n = std::min(kLongest, last - token); n > 0; --n) {
    const std::string_view words = doc.words(Span{doc.tokens[token].span.begin, doc.tokens[token + n - 1].span.end});
    if (words.size() > 40 || (!lower && !is_upper(words[0])) || begins_with_article(words)) continue;
    if (n > 1 && doc.tokens[token + n - 1].span.size() == 1 && !is_upper(words.back()) && words.back() != '.') continue;
    if (const Title* title = find(name_key(words))) {
      if (found) *found = title;
      return n;
    }
  }
  return 0;
}

uint32_t Titles::match_before(const Document& doc, uint32_t token, uint32_t first, bool lower,
                              const Title** found) const {
  for (uint32_t n = std::min(kLongest, token - first); n > 0; --n) {
    const Span span{doc.tokens[token - n].span.begin, doc.tokens[token - 1].span.end};
    const std::string_view words = doc.words(span);
    if (words.size() > 40 || (!lower && !is_upper(words[0])) || begins_with_article(words)) continue;
    if (const Title* title = find(name_key(words))) {
      if (found) *found = title;
      return n;
    }
  }
  return 0;
}

}  // namespace dateline
