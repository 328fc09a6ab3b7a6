#include "text/quoted.h"

#include "base/strings.h"

namespace dateline {
namespace {

enum class Mark : uint8_t { none, open, close, either };

// A quotation mark at one place of the text.
struct Found {
  Mark way = Mark::none;
  uint32_t size = 0;    // bytes
  bool single = false;  // ‘…’
};

bool is_word_byte(char c) { return is_digit(c) || is_upper(c) || is_lower(c) || (static_cast<uint8_t>(c) & 0x80) != 0; }

// Whether text[at] begins white space, also the no-break space.
bool space_at(std::string_view text, size_t at) { return is_space(text[at]) || text.substr(at, 2) == "\xC2\xA0"; }

// What stands before `at` lets a quotation open: nothing, white space, a bracket or a dash.
bool may_open(std::string_view line, size_t at) {
  if (at == 0) return true;
  const char c = line[at - 1];
  if (is_space(c) || c == '(' || c == '[' || c == '-' || c == '/' || c == '\'' || c == '"' || c == '`') return true;
  if (at >= 2 && line.substr(at - 2, 2) == "\xC2\xA0") return true;
  if (at < 3) return false;
  const std::string_view before = line.substr(at - 3, 3);
  return before == "—" || before == "–" || before == "“" || before == "‘" || before == "…";
}

// What stands from `at` on lets a quotation end: nothing, white space or punctuation.
bool may_close(std::string_view line, size_t at) {
  return at >= line.size() || !is_word_byte(line[at]) || line.compare(at, 3, "—") == 0 ||
         line.compare(at, 3, "–") == 0 || line.compare(at, 3, "”") == 0 || line.compare(at, 3, "’") == 0 ||
         line.compare(at, 3, "…") == 0 || space_at(line, at);
}

// Straight marks have no direction; what stands around them gives it.
Mark direction(std::string_view line, size_t at, size_t size) {
  const bool open = may_open(line, at) && at + size < line.size() && !space_at(line, at + size);
  const bool close = at > 0 && !space_at(line, at - 1) && may_close(line, at + size);
  if (open == close) return Mark::either;
  return open ? Mark::open : Mark::close;
}

// An apostrophe is far more common than a single quotation mark, so a single one opens only before a word at a
// place where a quotation can open, and only if a closing one follows in the same line. Asked from left to right, so
// that a line is searched once.
class ClosingMark {
 public:
  explicit ClosingMark(std::string_view mark) : mark_(mark) {}

  // Whether one stands at `at` or later. REQUIRES: at > 0, and no smaller than before.
  bool follows(std::string_view line, size_t at) {
    if (next_ == kUnknown || next_ < at) next_ = find(line, at);
    return next_ != std::string_view::npos;
  }

 private:
  static constexpr size_t kUnknown = 0;

  size_t find(std::string_view line, size_t at) const {
    while ((at = line.find(mark_, at)) != std::string_view::npos) {
      if (!is_space(line[at - 1]) && may_close(line, at + mark_.size())) return at;
      at += mark_.size();
    }
    return at;
  }

  std::string_view mark_;
  size_t next_ = kUnknown;
};

struct ClosingMarks {
  ClosingMark straight{"'"}, curly{"’"};
};

Found mark_at(std::string_view line, size_t at, bool in_single, bool in_double, ClosingMarks& closing) {
  const char c = line[at];
  if (c == '"') return {direction(line, at, 1), 1, false};
  if (c == '`' && line.substr(at, 2) == "``") return {Mark::open, 2, false};
  if (c == '\'' && line.substr(at, 2) == "''") return {direction(line, at, 2), 2, false};
  if (c == '\'') {
    if (in_single && at > 0 && !is_space(line[at - 1]) && may_close(line, at + 1)) return {Mark::close, 1, true};
    const bool opens = may_open(line, at) && at + 1 < line.size() && (is_upper(line[at + 1]) || is_lower(line[at + 1]));
    // 'em, '90s and 'til stand alone; a pair of marks is needed.
    if (!in_single && opens && closing.straight.follows(line, at + 1)) return {Mark::open, 1, true};
    return {};
  }
  if (static_cast<uint8_t>(c) == 0xC2) {
    if (line.compare(at, 2, "«") == 0) return {Mark::open, 2, false};
    if (line.compare(at, 2, "»") == 0) return {Mark::close, 2, false};
    return {};
  }
  if (static_cast<uint8_t>(c) != 0xE2 || at + 3 > line.size()) return {};
  const std::string_view three = line.substr(at, 3);
  // A mark typed the wrong way round is common; its surroundings decide where nothing is open or all is closed.
  if (three == "“") return {in_double && direction(line, at, 3) == Mark::close ? Mark::close : Mark::open, 3, false};
  if (three == "”") return {!in_double && direction(line, at, 3) == Mark::open ? Mark::open : Mark::close, 3, false};
  if (three == "„") return {Mark::open, 3, false};
  if (three == "‘" && may_open(line, at) && closing.curly.follows(line, at + 3)) return {Mark::open, 3, true};
  if (three == "’" && in_single && at > 0 && !is_space(line[at - 1]) && may_close(line, at + 3))
    return {Mark::close, 3, true};
  return {};
}

// Reads one paragraph; the stack of open stretches starts empty in each.
class Reader {
 public:
  Reader(std::string_view text, std::vector<QuotedStretch>& out) : text_(text), out_(out) {}

  void read(Span line, bool carried) {
    const std::string_view words = line.of(text_);
    open_.clear();
    ClosingMarks closing;
    uint32_t at = 0;
    while (at < words.size()) {
      const Found mark = mark_at(words, at, innermost_single(), innermost_double(), closing);
      if (mark.way == Mark::none) {
        ++at;
        continue;
      }
      const bool close = mark.way == Mark::close ||
                         (mark.way == Mark::either && !open_.empty() && single_[open_.size() - 1] == mark.single);
      const uint32_t here = line.begin + at;
      if (close) {
        shut(here, here + mark.size, mark.single, true);
      } else if (!(innermost_double() && !mark.single && !open_.empty() && words.substr(at, mark.size) == "\"")) {
        begin(here, mark.size, mark.single, carried && at == 0);
      }
      at += mark.size;
    }
    while (!open_.empty()) {
      left_open_ = true;
      shut(line.end, line.end, single_[open_.size() - 1], false);
    }
  }

  // Whether the last paragraph read left a quotation open, to be reopened by the next.
  bool left_open() const { return left_open_; }
  void reset() { left_open_ = false; }

 private:
  bool innermost_single() const { return !open_.empty() && single_[open_.size() - 1]; }
  bool innermost_double() const { return !open_.empty() && !single_[open_.size() - 1]; }

  void begin(uint32_t at, uint32_t size, bool single, bool continues) {
    if (open_.size() == kMaxDepth) return;
    QuotedStretch stretch;
    stretch.outer = {at, at};
    stretch.inner = {at + size, at + size};
    stretch.depth = static_cast<uint8_t>(open_.size());
    stretch.continues = continues;
    single_[open_.size()] = single;
    open_.push_back(static_cast<uint32_t>(out_.size()));
    out_.push_back(stretch);
  }

  // Closes the innermost stretch of that kind of mark; those opened inside it and never closed were none.
  void shut(uint32_t inner_end, uint32_t outer_end, bool single, bool closed) {
    size_t level = open_.size();
    while (level > 0 && single_[level - 1] != single) --level;
    if (level == 0) return;
    QuotedStretch& stretch = out_[open_[level - 1]];
    const bool unclosed_single = single && !closed;
    stretch.inner.end = unclosed_single ? stretch.inner.begin : inner_end;
    stretch.outer.end = outer_end;
    stretch.closed = closed;
    for (size_t i = level; i < open_.size(); ++i)
      out_[open_[i]].inner.end = out_[open_[i]].inner.begin;  // dropped later
    open_.resize(level - 1);
  }

  static constexpr size_t kMaxDepth = 4;
  std::string_view text_;
  std::vector<QuotedStretch>& out_;
  std::vector<uint32_t> open_;
  bool single_[kMaxDepth] = {};
  bool left_open_ = false;
};

bool has_letter(std::string_view words) {
  for (char c : words) {
    if (is_word_byte(c)) return true;
  }
  return false;
}

void trim_edges(std::string_view text, Span& span) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_space(text[span.end - 1])) --span.end;
}

}  // namespace

std::vector<QuotedStretch> find_quoted(const Document& doc) {
  std::vector<QuotedStretch> out;
  Reader reader(doc.text, out);
  for (const Section& section : doc.sections) {
    if (section.kind == SectionKind::comment || section.kind == SectionKind::boilerplate) continue;
    uint32_t at = section.span.begin;
    bool carried = false;
    while (at < section.span.end) {
      size_t end = doc.text.find('\n', at);
      if (end == std::string::npos || end > section.span.end) end = section.span.end;
      Span line{at, static_cast<uint32_t>(end)};
      at = static_cast<uint32_t>(end) + 1;
      trim_edges(doc.text, line);
      if (line.empty()) continue;
      reader.reset();
      reader.read(line, carried);
      carried = reader.left_open();
    }
  }
  for (QuotedStretch& stretch : out) trim_edges(doc.text, stretch.inner);
  std::erase_if(out, [&](const QuotedStretch& q) { return q.inner.empty() || !has_letter(doc.words(q.inner)); });
  return out;
}

}  // namespace dateline
