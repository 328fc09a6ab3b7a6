// What stands behind the last sentence of a paragraph and is no part of the report: links, who may print it, whom to
// follow.
#include <algorithm>

#include "base/strings.h"
#include "extract/plain_text.h"

namespace dateline {
namespace {

constexpr size_t kTail = 700;  // bytes of a paragraph's end that are looked through

// Cuts the unit in two at a byte of its text.
void cut(std::vector<TextUnit>& units, size_t unit, size_t at) {
  TextUnit rest = units[unit];
  rest.span.begin += static_cast<uint32_t>(at);
  units[unit].span.end = rest.span.begin - 1;  // without the space
  units.insert(units.begin() + static_cast<std::ptrdiff_t>(unit) + 1, std::move(rest));
}

// "ALSO: Ferry sinks off Corfu": a heading in capitals, and titles.
bool is_link(std::string_view tail, const LineRules& rules) {
  constexpr size_t kHeading = 24;
  if (tail.size() < 2 || !is_upper(tail[0]) || !is_upper(tail[1])) return false;
  const size_t colon = tail.find(':');
  if (colon > kHeading) return false;
  if (!std::all_of(tail.begin(), tail.begin() + static_cast<std::ptrdiff_t>(colon),
                   [](char c) { return c == ' ' || is_upper(c); }))
    return false;
  const auto hit = rules.match(tail);
  return hit && hit->kind == SectionKind::boilerplate;
}

// The end of a sentence, or of the writer's address behind the last one.
bool ends_prose(std::string_view text) {
  return ends_like_sentence(text) || text.substr(text.rfind(' ') + 1).find('@') != std::string_view::npos;
}

// Where the first tail begins; npos if the line has none.
size_t tail_begin(std::string_view line, bool last, const LineRules& rules) {
  for (size_t at = line.size() > kTail ? line.size() - kTail : 0; at + 2 < line.size(); ++at) {
    // What is asked first is true of few places.
    if (line[at] != ' ' || is_space(line[at + 1]) || !ends_prose(line.substr(0, at))) continue;
    const std::string_view tail = line.substr(at + 1);
    if ((last && is_link(tail, rules)) || rules.ends_paragraph(tail)) return at + 1;
  }
  return std::string_view::npos;
}

}  // namespace

void cut_tails(const Article& article, std::vector<TextUnit>& units, const PlainTools& tools) {
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].settled) continue;
    const bool last = i + 1 == units.size();
    size_t tails = 0;  // "ALSO: Ferry sinks off Corfu jane@example.com Follow Jane Roe on Twitter."
    size_t at = 0;
    while ((at = tail_begin(units[i].span.of(article.text), last, tools.rules)) != std::string_view::npos) {
      cut(units, i, at);
      ++tails;
    }
    i += tails;
  }
}

}  // namespace dateline
