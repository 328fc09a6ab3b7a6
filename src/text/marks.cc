#include "text/marks.h"

#include <algorithm>

namespace dateline {

void WordsAndMarks::start() {
  marks_.clear();
  words_.clear();
  gaps_.assign(1, 0);
  in_quotes_[0] = in_quotes_[1] = false;
}

WordsAndMarks::Mark WordsAndMarks::read(std::string_view token) {
  const auto is = [&](std::string_view other) { return token == other; };
  switch (token[0]) {
    case ',': return {kComma};
    case '.': return {token.size() == 1 ? kStop : kDash};
    case '?':
    case '!': return {kStop};
    case ':':
    case ';': return {kColon};
    case '-': return {token.size() == 1 ? kHyphen : kDash};
    case '(': return {kBracketOpens, '('};
    case '[': return {kBracketOpens, '['};
    case '<': return {kBracketOpens, '<'};
    case '>': return {kBracketCloses, '<'};
    case '{': return {kBracketOpens, '{'};
    case ')': return {kBracketCloses, '('};
    case ']': return {kBracketCloses, '['};
    case '}': return {kBracketCloses, '{'};
    case '"':
    case '\'':
    case '`': {
      const bool single = token[0] != '"' && token.size() == 1;
      bool& inside = in_quotes_[single];
      inside = !inside;
      return {inside ? kQuoteOpens : kQuoteCloses, single ? '\'' : '"'};
    }
    default: break;
  }
  if (is("“") || is("„") || is("«")) return {kQuoteOpens, '"'};
  if (is("”") || is("»")) return {kQuoteCloses, '"'};
  if (is("‘")) return {kQuoteOpens, '\''};
  if (is("’")) return {kQuoteCloses, '\''};
  if (is("–") || is("—") || is("…")) return {kDash};
  return {kOtherMark};
}

void WordsAndMarks::add(std::string_view token, bool is_mark) {
  if (is_mark) {
    marks_.push_back(read(token));
    gaps_.back() |= marks_.back().kind;
  } else {
    words_.push_back(static_cast<int>(marks_.size()));
    marks_.emplace_back();
    gaps_.push_back(0);
  }
}

void WordsAndMarks::finish() {
  if (!words_.empty()) return;
  gaps_.assign(marks_.size() + 1, 0);
  for (size_t i = 0; i < marks_.size(); ++i) {
    marks_[i] = {};
    words_.push_back(static_cast<int>(i));
  }
}

// The edges of what hangs on each word, itself with it.
void WordsAndMarks::find_edges(const std::vector<int>& head) {
  const int n = static_cast<int>(marks_.size());
  low_.resize(marks_.size());
  high_.resize(marks_.size());
  for (int i = 0; i < n; ++i) low_[i] = high_[i] = i;
  for (const int word : words_) {
    for (int up = head[word]; up != n && (word < low_[up] || word > high_[up]); up = head[up]) {
      low_[up] = std::min(low_[up], word);
      high_[up] = std::max(high_[up], word);
    }
  }
}

// Marks that belong together, around words of which one alone hangs on something outside.
void WordsAndMarks::hang_pairs(std::vector<int>& head) {
  open_.clear();
  const int n = static_cast<int>(marks_.size());
  for (int close = 0; close < n; ++close) {
    Mark& mark = marks_[close];
    mark.partner = -1;
    if (mark.kind & (kQuoteOpens | kBracketOpens)) open_.push_back(close);
    if (!(mark.kind & (kQuoteCloses | kBracketCloses))) continue;
    const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](int i) { return marks_[i].pair == mark.pair; });
    if (found == open_.rend()) continue;
    const int open = *found;
    open_.erase(found.base() - 1, open_.end());
    int inner = -1, heads = 0;
    for (int i = open + 1; i < close; ++i) {
      if (marks_[i].kind == 0 && (head[i] <= open || head[i] >= close)) inner = i, ++heads;
    }
    if (heads != 1) continue;
    mark.partner = open;
    marks_[open].partner = close;
    head[open] = head[close] = inner;
  }
}

// Where a mark without a partner hangs: as high as no arc is crossed, on the lower of the units at its sides.
int WordsAndMarks::place(int mark, const std::vector<int>& head) const {
  const int n = static_cast<int>(marks_.size());
  int left = mark - 1, right = marks_[mark].kind == kStop ? n : mark + 1;
  while (left >= 0 && marks_[left].kind != 0) left = marks_[left].partner > left ? -1 : left - 1;
  while (right < n && marks_[right].kind != 0)
    right = marks_[right].partner >= 0 && marks_[right].partner < right ? n : right + 1;
  const bool before = left >= 0, after = right < n;
  if (!before && !after) return words_[0];
  while (before && head[left] < mark && high_[left] < mark) left = head[left];
  if (!after) return left;
  while (head[right] != n && head[right] > mark && low_[right] > mark) right = head[right];
  return !before || high_[left] > mark ? right : left;
}

void WordsAndMarks::hang(std::vector<int>& head) {
  if (words_.size() == marks_.size()) return;
  find_edges(head);
  hang_pairs(head);
  for (int i = 0; i < static_cast<int>(marks_.size()); ++i) {
    if (marks_[i].kind != 0 && marks_[i].partner < 0) head[i] = place(i, head);
  }
}

}  // namespace dateline
