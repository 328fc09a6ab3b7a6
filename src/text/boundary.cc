#include "text/boundary.h"

#include <algorithm>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

bool starts_lower(std::string_view s) {
  if (s.empty()) return false;
  size_t at = 0;
  const char32_t c = next_code_point(s, at);
  return is_letter(c) && !is_uppercase(c);
}

bool is_closing(std::string_view word) {
  return word == "\"" || word == "'" || word == "''" || word == "”" || word == "’" || word == ")" || word == "]" ||
         word == "»" || word == "}";
}

bool is_opening(std::string_view word) {
  return word == "\"" || word == "“" || word == "‘" || word == "(" || word == "[" || word == "'" || word == "``";
}

bool is_terminal(std::string_view word) {
  if (word.empty()) return false;
  if (word == "…") return true;
  return std::all_of(word.begin(), word.end(), [](char c) { return c == '.' || c == '!' || c == '?'; });
}

uint64_t bucket(size_t n) { return n < 6 ? n : n < 11 ? 6 : n < 21 ? 7 : n < 41 ? 8 : 9; }

}  // namespace

Stretch::Stretch(std::string_view text, const std::vector<Span>& words, const SegmenterWords& lists,
                 const WordClusters& clusters)
    : text_(text), words_(words), lists_(lists), clusters_(clusters) {
  int letters = 0, upper = 0;
  for (const Span w : words) {
    const char c = text[w.begin];
    letters += is_lower(c) || is_upper(c);
    upper += is_upper(c);
  }
  if (letters > 1) capitals_ = std::min(3, upper * 4 / letters);
  size_t last = words.size();
  while (last > 1 && is_closing(word(last - 1))) --last;
  closed_ = last > 0 && is_terminal(word(last - 1));
}

bool Stretch::closes(size_t i) const {
  return i > 0 && i < words_.size() && is_closing(word(i)) && words_[i].begin == words_[i - 1].end;
}

// Whether a sentence could begin with word i: no lower-case letter, no comma.
bool Stretch::begins(size_t i) const {
  while (i < words_.size() && is_opening(word(i))) ++i;
  if (i >= words_.size()) return true;
  const std::string_view w = word(i);
  if (starts_lower(w)) return false;
  return !(w.size() == 1 && std::string_view(",;:.!?)%").find(w[0]) != std::string_view::npos);
}

bool Stretch::rules_end(size_t i) const {
  size_t next = i + 1;
  while (next < words_.size() && closes(next)) ++next;
  if (next >= words_.size()) return false;  // the stretch's end ends it anyway
  const std::string_view here = word(i), after = word(next);
  const bool spaced = words_[next].begin > words_[next - 1].end;
  if (is_terminal(here)) return (spaced || is_opening(after)) && begins(next);
  if (here.back() != '.' || here.size() < 2 || !spaced) return false;
  const std::string_view bare = here.substr(0, here.size() - 1);
  if (lists_.titles.contains(ascii_lower(bare)) || !begins(next)) return false;
  if (bare.size() == 1) return false;  // an initial
  return lists_.starters.contains(ascii_lower(after)) || is_opening(after);
}

bool Stretch::is_candidate(size_t i) const {
  if (i + 1 >= words_.size()) return false;
  size_t next = i + 1;
  while (next < words_.size() && closes(next)) ++next;
  if (next >= words_.size()) return false;
  const std::string_view here = word(i), after = word(next);
  if (is_terminal(here)) return true;
  if (words_[next].begin == words_[next - 1].end) return false;
  if (here.back() == '.') return true;
  return !starts_lower(after) && std::string_view(",;.!?)%&'").find(after[0]) == std::string_view::npos;
}

bool Stretch::goes_on(size_t i) const {
  const std::string here = ascii_lower(word(i)), after = ascii_lower(word(i + 1));
  const bool day = lists_.calendar.contains(after);
  if (is_terminal(here) || is_closing(here) || closes(i + 1)) return false;
  if (!here.ends_with("a.m.") && !here.ends_with("p.m.")) return day && here.back() != '.';
  return day || lists_.zones.contains(after) || word(i + 2) == "time";
}

int Stretch::features(size_t i, size_t begin, uint32_t* keys) const {
  size_t past = i + 1;
  while (past < words_.size() && closes(past)) ++past;
  const WordForm before = i > begin ? form(i - 1) : WordForm{}, here = form(i), next = form(past),
                 after = form(past + 1);
  const uint64_t rule = rules_end(i), closing = past > i + 1, spaced = words_[past].begin > words_[past - 1].end;
  const uint64_t terminal = is_terminal(word(i)) ? 1 + (word(i)[0] == '.' ? 0 : 1) : word(i).back() == '.' ? 3 : 0;
  const uint64_t kind = rule | (closing << 1) | (spaced << 2) | (terminal << 3);
  const auto shape0 = static_cast<uint64_t>(here.shape), shape1 = static_cast<uint64_t>(next.shape),
             shape2 = static_cast<uint64_t>(after.shape), shape_1 = static_cast<uint64_t>(before.shape);
  int quotes = 0;
  for (size_t k = begin; k < past; ++k) {
    const std::string_view w = word(k);
    quotes += w == "\"" ? (quotes > 0 ? -1 : 1) : w == "“" || w == "(" ? 1 : w == "”" || w == ")" ? -1 : 0;
  }
  int n = 0;
  uint64_t id = 100;
  auto add = [&](uint64_t a, uint64_t b = 0, uint64_t c = 0) { keys[n++] = feature_key(mix(mix(mix(++id, a), b), c)); };
  add(kind), add(kind, shape0, shape1), add(kind, shape1, shape2), add(kind, shape_1, shape1);
  add(here.lower, rule), add(next.lower, rule), add(next.lower, terminal), add(here.lower, next.lower);
  add(before.lower, here.lower), add(next.lower, after.lower), add(next.lower, shape1, kind), add(before.lower, kind);
  add(here.fine, terminal), add(next.fine, shape1, terminal), add(here.fine, next.fine), add(after.fine, terminal);
  add(here.coarse, next.coarse, kind), add(next.coarse, after.coarse, terminal), add(here.coarse, shape1, terminal);
  add(here.suffix[2], terminal), add(next.suffix[2], shape1, terminal);
  add(kind, static_cast<uint64_t>(capitals_), shape1), add(kind, closed_), add(terminal, closed_, shape1);
  add(kind, bucket(i - begin)), add(kind, bucket(words_.size() - past)), add(kind, quotes > 0, shape1);
  add(closed_, bucket(i - begin), shape1 + 16 * terminal);
  return n;
}

Result<BoundaryModel> BoundaryModel::load(const Resources& resources) {
  TRY(std::string_view bytes, resources.get(kFile));
  return open(bytes);
}

Result<BoundaryModel> BoundaryModel::open(std::string_view bytes) {
  BoundaryModel model;
  TRY(ModelFile file, ModelFile::open(kFile, bytes));
  TRY(model.model_, SparseLinear::open(file, "end", 2));
  return model;
}

bool BoundaryModel::ends(const Stretch& stretch, size_t i, size_t begin) const {
  static_assert(Stretch::kFeatures <= SparseLinear::kMostKeys);
  SparseLinear::LookUp x;
  x.count = stretch.features(i, begin, x.keys);
  SparseLinear::Scores scores = {};
  model_.add(x, scores);
  return scores[1] > scores[0];
}

}  // namespace dateline
