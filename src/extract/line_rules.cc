#include "extract/line_rules.h"

#include <algorithm>
#include <cstring>

#include "base/strings.h"
#include "base/table.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kBytesPerWord = 16;  // generous; keeps long paragraphs from being folded at all

bool is_edge_mark(char32_t c) {
  constexpr std::u32string_view kMarks = U"[](){}<>*•·●■▪►▶→«»›‹|…:;.,-–—_#=+~\\\uFEFF\u200B\u200E\u200F";
  return kMarks.find(c) != std::u32string_view::npos || is_white_space(c);
}

// Takes edge marks off folded text; `keep` are wildcards of a pattern.
std::string_view strip_marks(std::string_view text, std::string_view keep) {
  size_t begin = 0, end = text.size();
  while (begin < end) {
    size_t next = begin;
    const char32_t c = next_code_point(text, next);
    if (!is_edge_mark(c) || (c < 128 && keep.find(static_cast<char>(c)) != std::string_view::npos)) break;
    begin = next;
  }
  while (end > begin) {
    size_t last = end - 1;
    while (last > begin && (static_cast<uint8_t>(text[last]) & 0xC0) == 0x80) --last;
    size_t at = last;
    const char32_t c = next_code_point(text, at);
    if (!is_edge_mark(c) || (c < 128 && keep.find(static_cast<char>(c)) != std::string_view::npos)) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

std::string single_spaced(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    if (static_cast<uint8_t>(text[at]) < 0x80 && !is_space(text[at])) {
      out += text[at++];
    } else if (is_white_space(next_code_point(text, at))) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out.append(text.substr(begin, at - begin));
    }
  }
  return out;
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

// The longest stretch without wildcards.
std::string anchor_of(std::string_view glob) {
  std::string_view best;
  while (!glob.empty()) {
    const std::string_view piece = glob.substr(0, glob.find_first_of("*#"));
    if (piece.size() > best.size()) best = piece;
    glob.remove_prefix(std::min(glob.size(), piece.size() + 1));
  }
  return std::string(best);
}

// memmem is many times faster here than string_view::find, which stops at every first letter.
bool contains(std::string_view text, const std::string& piece) {
  return memmem(text.data(), text.size(), piece.data(), piece.size()) != nullptr;
}

bool is_literal(std::string_view word) { return word.find_first_of("*#") == std::string_view::npos; }

}  // namespace

std::string bare_line(std::string_view line) {
  // Most lines that are asked for are short and ASCII: small letters and single spaces in one pass.
  if (std::all_of(line.begin(), line.end(), [](char c) { return static_cast<uint8_t>(c) < 0x80; })) {
    std::string plain;
    plain.reserve(line.size());
    for (char c : line) {
      if (is_space(c))
        c = ' ';
      else if (is_upper(c))
        c = static_cast<char>(c + 32);
      if (c != ' ' || (!plain.empty() && plain.back() != ' ')) plain += c;
    }
    if (plain.ends_with(' ')) plain.pop_back();
    return std::string(strip_marks(plain, ""));
  }
  const std::string folded = single_spaced(fold(line));
  return std::string(strip_marks(folded, ""));
}

size_t words_in_line(std::string_view text) {
  size_t n = !text.empty() && !is_space(text[0]);
  for (size_t i = 1; i < text.size(); ++i) n += is_space(text[i - 1]) & !is_space(text[i]);
  return n;
}

bool same_words(std::string_view a, std::string_view b) {
  const size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
  if (longer > shorter * 2 + 40) return false;
  const auto plain = [](std::string_view line) { return !line.empty() && (is_lower(line[0]) || is_upper(line[0])); };
  if (plain(a) && plain(b) && (a[0] | 32) != (b[0] | 32)) return false;  // small letters differ by that bit
  return bare_line(a) == bare_line(b);
}

bool ends_like_sentence(std::string_view line) {
  while (true) {
    if (line.ends_with("”") || line.ends_with("’") || line.ends_with("»")) {
      line.remove_suffix(line.ends_with("»") ? 2 : 3);
    } else if (line.ends_with('"') || line.ends_with('\'') || line.ends_with(')') || line.ends_with(']') ||
               line.ends_with(' ')) {
      line.remove_suffix(1);
    } else {
      break;
    }
  }
  if (line.ends_with("…") || line.ends_with("。")) return true;
  if (line.ends_with('?') || line.ends_with('!')) return true;
  if (!line.ends_with('.')) return false;
  // "U.S.", "Jr." end a headline as well as a sentence; a single capital before the stop is an initial.
  const size_t n = line.size();
  if (n >= 2 && is_upper(line[n - 2]) && (n == 2 || line[n - 3] == '.' || line[n - 3] == ' ')) return false;
  for (std::string_view abbreviation : {" Jr.", " Sr.", " Inc.", " Co.", " Ltd.", " Corp.", " No.", " St."}) {
    if (line.ends_with(abbreviation)) return false;
  }
  return true;
}

bool fits_glob(std::string_view glob, std::string_view text) {
  size_t g = 0, t = 0, star = std::string_view::npos, from = 0;
  while (t < text.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      from = t;
    } else if (g < glob.size() && glob[g] == '#' && is_digit(text[t])) {
      while (t < text.size() && (is_digit(text[t]) ||
                                 ((text[t] == '.' || text[t] == ',') && t + 1 < text.size() && is_digit(text[t + 1]))))
        ++t;
      ++g;
    } else if (g < glob.size() && glob[g] != '#' && glob[g] == text[t]) {
      ++g, ++t;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      t = ++from;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

Result<LineRules> LineRules::load(const Resources& resources) {
  TRY(Table table, Table::load(resources, "extract/lines.tsv"));
  TRY(size_t kind, table.column("kind"));
  TRY(size_t why, table.column("why"));
  TRY(size_t words, table.column("words"));
  TRY(size_t prose, table.column("prose"));
  TRY(size_t pattern, table.column("pattern"));
  LineRules out;
  for (size_t row = 0; row < table.rows(); ++row) {
    const std::string_view name = table.cell(row, kind);
    if (name != "boilerplate" && name != "caption" && name != "comments" && name != "heads") {
      return Error{ErrorCode::invalid_input, "kind is neither boilerplate, caption, comments nor heads",
                   "extract/lines.tsv:" + std::to_string(table.line(row))};
    }
    const auto most = static_cast<size_t>(std::atoi(std::string(table.cell(row, words)).c_str()));
    out.rules_.push_back({name == "caption" ? SectionKind::caption : SectionKind::boilerplate, table.cell(row, why),
                          most, table.cell(row, prose) != "no", table.cell(row, prose) == "tail"});
    out.longest_ = std::max(out.longest_, most);
    for (std::string_view variant : variants(table.cell(row, pattern))) {
      const std::string folded = single_spaced(fold(variant));
      Pattern p{std::string(strip_marks(folded, "*#")), static_cast<uint32_t>(row), {}, {}};
      if (p.glob.empty()) continue;
      if (name == "comments" || name == "heads") {
        (name == "heads" ? out.other_headings_ : out.comment_headings_).push_back(std::move(p.glob));
        continue;
      }
      p.anchor = anchor_of(p.glob);
      p.pairs = pairs_of(p.anchor);
      (is_literal(first_word(p.glob)) ? out.by_word_ : out.open_).push_back(std::move(p));
    }
  }
  std::stable_sort(out.by_word_.begin(), out.by_word_.end(),
                   [](const Pattern& a, const Pattern& b) { return first_word(a.glob) < first_word(b.glob); });
  return out;
}

LineRules::LetterPairs LineRules::pairs_of(std::string_view text) {
  LetterPairs out{};
  for (size_t i = 1; i < text.size(); ++i) {
    const auto hash = static_cast<uint8_t>(static_cast<uint8_t>(text[i - 1]) * 7 + static_cast<uint8_t>(text[i]) * 29);
    out[hash / 64] |= uint64_t{1} << (hash % 64);
  }
  return out;
}

std::optional<LineRules::Hit> LineRules::match(std::string_view line) const {
  if (line.size() > longest_ * kBytesPerWord) return std::nullopt;
  const size_t words = words_in_line(line);
  if (words > longest_) return std::nullopt;
  const std::string bare = bare_line(line);
  if (bare.empty()) return Hit{SectionKind::boilerplate, "rule"};
  const bool sentence = ends_like_sentence(line);
  uint32_t best = UINT32_MAX;
  const LetterPairs pairs = pairs_of(bare);
  auto consider = [&](const Pattern& p) {
    if (p.row < best && fits(p, bare, pairs, words, sentence)) best = p.row;
  };
  const std::string_view head = first_word(bare);
  const auto range = beginning_with(head);
  for (auto it = range.first; it != range.second; ++it) consider(*it);
  for (const Pattern& p : open_) consider(p);
  if (best == UINT32_MAX) return std::nullopt;
  return Hit{rules_[best].kind, rules_[best].why};
}

bool LineRules::fits(const Pattern& p, const std::string& bare, const LetterPairs& pairs, size_t words,
                     bool sentence) const {
  uint64_t lacking = 0;
  for (size_t i = 0; i < pairs.size(); ++i) lacking |= p.pairs[i] & ~pairs[i];
  return lacking == 0 && words <= rules_[p.row].words && (rules_[p.row].prose || !sentence) &&
         contains(bare, p.anchor) && fits_glob(p.glob, bare);
}

// "more:" and "more" are one first word to the index; a glob such as "read*" is found under its literal prefix too.
std::pair<const LineRules::Pattern*, const LineRules::Pattern*> LineRules::beginning_with(std::string_view head) const {
  const auto range =
      std::equal_range(by_word_.begin(), by_word_.end(), Pattern{std::string(head), 0, {}, {}},
                       [](const Pattern& a, const Pattern& b) { return first_word(a.glob) < first_word(b.glob); });
  return {by_word_.data() + (range.first - by_word_.begin()), by_word_.data() + (range.second - by_word_.begin())};
}

bool LineRules::ends_paragraph(std::string_view tail) const {
  constexpr size_t kFewest = 3;  // words: "Help." may be the last word of a quotation
  const std::string head = bare_line(tail.substr(0, tail.find(' ')));
  const auto range = beginning_with(head);
  if (std::none_of(range.first, range.second, [&](const Pattern& p) { return rules_[p.row].tail; })) return false;
  const size_t words = words_in_line(tail);
  if (words < kFewest || words > longest_) return false;
  const std::string bare = bare_line(tail);
  const LetterPairs pairs = pairs_of(bare);
  return std::any_of(range.first, range.second,
                     [&](const Pattern& p) { return rules_[p.row].tail && fits(p, bare, pairs, words, true); });
}

namespace {

bool is_heading_of(std::string_view line, const std::vector<std::string>& globs) {
  constexpr size_t kLongestHeading = 120;
  if (line.size() > kLongestHeading) return false;
  const std::string bare = bare_line(line);
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) { return fits_glob(glob, bare); });
}

}  // namespace

bool LineRules::heads_comments(std::string_view line) const { return is_heading_of(line, comment_headings_); }
bool LineRules::heads_others(std::string_view line) const { return is_heading_of(line, other_headings_); }

}  // namespace dateline
