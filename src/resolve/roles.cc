#include "resolve/roles.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/table.h"
#include "text/sorted_table.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 31> kBeforeTitles = {
    "acting",   "assistant", "associate",  "chief",    "deputy",  "ex",       "executive", "federal",
    "foreign",  "former",    "government", "incoming", "interim", "joint",    "late",      "longtime",
    "military", "national",  "opposition", "outgoing", "police",  "regional", "retired",   "senior",
    "state",    "then",      "top",        "union",    "veteran", "vice",     "visiting"};

uint32_t sentence_begin(const Document& doc, const Mention& m) {
  const int32_t s = doc.sentence_at(m.span.begin);
  return s == kNone ? m.tokens.begin : doc.sentences[s].tokens.begin;
}
uint32_t sentence_end(const Document& doc, const Mention& m) {
  const int32_t s = doc.sentence_at(m.span.begin);
  return s == kNone ? m.tokens.end : std::max(doc.sentences[s].tokens.end, m.tokens.end);
}

bool capital(std::string_view word) {
  return !word.empty() && (is_upper(word[0]) || static_cast<uint8_t>(word[0]) >= 0xC3);
}

}  // namespace

Result<RoleFinder> RoleFinder::load(const Resources& resources) {
  RoleFinder finder;
  TRY(finder.titles_, Titles::load(resources));
  TRY(Table fields, Table::load(resources, "names/fields.tsv"));
  for (size_t r = 0; r < fields.rows(); ++r) {
    for (std::string_view form : variants(fields.cell(r, 0))) finder.fields_.push_back(name_key(form));
  }
  std::sort(finder.fields_.begin(), finder.fields_.end());
  return finder;
}

bool RoleFinder::is_field(std::string_view key) const {
  return std::binary_search(fields_.begin(), fields_.end(), key);
}

bool RoleFinder::widens(const Document& doc, uint32_t token) const {
  const std::string_view word = doc.words(doc.tokens[token]);
  if (word == "The" || word == "A" || word == "An" || word == "In" || word == "And" || word == "But") return false;
  const std::string key = name_key(word);
  if (std::binary_search(kBeforeTitles.begin(), kBeforeTitles.end(), key) || is_field(key)) return true;
  if (word == "-" || word == "'s" || word == "’s") return true;
  return capital(word) && token > 0;
}

std::optional<FoundRole> RoleFinder::before(const Document& doc, const Mention& m) const {
  const uint32_t first = sentence_begin(doc, m);
  uint32_t end = m.tokens.begin;
  const Title* title = nullptr;
  uint32_t n = titles_.match_before(doc, end, first, true, &title);
  uint32_t title_end = end;
  if (n == 0) {
    // "Inspector General of Police Douglas Kanja", "Minister of Foreign Affairs of Ukraine Dmytro Kuleba"
    uint32_t t = end;
    while (t > first && end - t < 9) {
      const std::string_view word = doc.words(doc.tokens[t - 1]);
      if (word == "of" || word == "for") {
        const Title* candidate = nullptr;
        const uint32_t k = titles_.match_before(doc, t - 1, first, true, &candidate);
        if (k > 0 && candidate->of) {
          // What follows "of" must be what an office is in charge of, not the man's own organisation's product.
          uint32_t word_end = t;
          while (word_end < end && doc.words(doc.tokens[word_end]) != "of") ++word_end;
          if (word_end == t) return std::nullopt;
          if (!is_field(name_key(doc.words(Span{doc.tokens[t].span.begin, doc.tokens[word_end - 1].span.end}))))
            return std::nullopt;
          n = end - (t - 1) + k;
          title = candidate;
          break;
        }
      } else if (!capital(word) && word != "the" && word != "and") {
        break;
      }
      --t;
    }
  }
  if (n == 0) return std::nullopt;
  const std::string_view first_word = doc.words(doc.tokens[end - n]);
  if (!capital(first_word) && (first_word.size() <= 2 || !title || title->kind == TitleKind::honorific))
    return std::nullopt;
  FoundRole role;
  role.what = title;
  role.title = {doc.tokens[end - n].span.begin, doc.tokens[title_end - 1].span.end};
  uint32_t begin = end - n;
  if (title->kind != TitleKind::honorific) {
    while (begin > first && end - begin < 9 && widens(doc, begin - 1)) --begin;
    while (begin < end - n && (doc.words(doc.tokens[begin]) == "'s" || doc.words(doc.tokens[begin]) == "’s" ||
                               doc.words(doc.tokens[begin]) == "-"))
      ++begin;
  }
  role.words = {doc.tokens[begin].span.begin, role.title.end};
  return role;
}

std::optional<FoundRole> RoleFinder::after(const Document& doc, const Mention& m) const {
  const uint32_t last = sentence_end(doc, m);
  uint32_t t = m.tokens.end;
  if (t + 1 >= last || doc.words(doc.tokens[t]) != ",") return std::nullopt;
  ++t;
  const std::string_view lead = doc.words(doc.tokens[t]);
  bool article = lead == "a" || lead == "an" || lead == "the" || lead == "who";
  if (lead == "who") {
    ++t;
    if (t + 1 < last && (doc.words(doc.tokens[t]) == "is" || doc.words(doc.tokens[t]) == "was"))
      ++t;
    else
      return std::nullopt;
    if (t < last && (doc.words(doc.tokens[t]) == "a" || doc.words(doc.tokens[t]) == "the")) ++t;
  } else if (article) {
    ++t;
  }
  // Up to the next comma; a title word must be among the first eight.
  uint32_t end = t;
  while (end < last && end - t < 14) {
    const std::string_view word = doc.words(doc.tokens[end]);
    if (word == "," || word == "." || word == ";" || word == "-" || word == "–" || word == "—" || word == "who" ||
        word == "said" || word == ")" || word == "\"" || word == "”")
      break;
    ++end;
  }
  if (end >= last || end == t) return std::nullopt;
  for (uint32_t k = t; k < std::min(end, t + 8); ++k) {
    const Title* title = nullptr;
    const uint32_t n = titles_.match_at(doc, k, end, true, &title);
    if (n == 0 || title->kind == TitleKind::honorific) continue;
    if (doc.words(doc.tokens[k]).size() <= 2 && !capital(doc.words(doc.tokens[k]))) continue;
    // "told Smith, President Jones said": a name after the title is somebody else's.
    const bool of = k + n < end && (doc.words(doc.tokens[k + n]) == "of" || doc.words(doc.tokens[k + n]) == "for" ||
                                    doc.words(doc.tokens[k + n]) == "to" || doc.words(doc.tokens[k + n]) == "at");
    if (!of && k + n < end) {
      if (capital(doc.words(doc.tokens[k + n]))) return std::nullopt;
      if (!article) continue;
    }
    FoundRole role;
    role.what = title;
    const uint32_t stop = of ? end : k + n;
    role.words = {doc.tokens[t].span.begin, doc.tokens[stop - 1].span.end};
    role.title = {doc.tokens[k].span.begin, doc.tokens[k + n - 1].span.end};
    return role;
  }
  return std::nullopt;
}

}  // namespace dateline
