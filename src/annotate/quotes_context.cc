#include "annotate/quotes_context.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline {
namespace {

uint32_t mark_kind(std::string_view word) {
  if (word == ",") return kComma;
  if (word == "—" || word == "–" || word == "-" || word == "--" || word == "―") return kDash;
  if (word == "." || word == "!" || word == "?") return kSentenceEnd;
  if (word == ":" || word == ";") return kColon;
  if (word == "\"" || word == "“" || word == "”" || word == "``" || word == "''" || word == "«" || word == "»" ||
      word == "„")
    return kQuoteMark;
  return 0;
}

bool may_be_verb(const Token& token) {
  return token.upos == Upos::X || token.upos == Upos::VERB || token.upos == Upos::AUX;
}

}  // namespace

QuoteContext::QuoteContext(const Document& document, const QuoteLexicon& words)
    : doc(document), lexicon(words), tree(document) {
  for (const QuotedStretch& q : find_quoted(doc)) {
    if (q.depth == 0) stretches_.push_back(q);
  }
  stretch_of_.assign(doc.tokens.size(), kNone);
  for (size_t i = 0; i < stretches_.size(); ++i) {
    const IndexRange in = doc.tokens_in(stretches_[i].inner);
    std::fill(stretch_of_.begin() + in.begin, stretch_of_.begin() + in.end, static_cast<int32_t>(i));
  }
  kinds_.reserve(doc.tokens.size());
  for (uint32_t t = 0; t < size(); ++t) {
    const uint32_t mark = mark_kind(word(t));
    kinds_.push_back(mark != 0 ? mark : lexicon.words.of(lower(t).view()));
  }
}

const Cue* QuoteContext::cue_at(uint32_t t) const {
  const Token& token = doc.tokens[t];
  if (token.span.size() < 3 || !may_be_verb(token)) {
    if (token.span.size() != 9) return nullptr;  // "according" may be tagged as anything
  }
  const auto* found = lexicon.verbs.find(lower(t).view());
  if (!found) return nullptr;
  for (const Cue* cue : *found) {
    if (cue->takes & kTakesSource) {
      if (t + 1 < size() && lower(t + 1) == cue->second) return cue;
      continue;
    }
    if (!may_be_verb(token)) continue;
    if (cue->second.empty()) return cue;
    for (uint32_t i = t + 1; i < size() && i <= t + 2; ++i) {
      if (lower(i) == cue->second) return cue;
      if (!is(i, kAdverb)) break;
    }
  }
  return nullptr;
}

Span QuoteContext::cue_span_at(const Cue& cue, uint32_t t) const {
  uint32_t first = t, last = t + 1;
  while (first > 0 && is(first - 1, kAuxiliary | kAdverb) && !ends_line(first - 1)) --first;
  if (!cue.second.empty()) {
    while (last < size() && last <= t + 2 && !(lower(last) == cue.second)) ++last;
    ++last;
  }
  return span_of({first, std::min(last, size())});
}

Span QuoteContext::line_of(Span span) const {
  const size_t begin = span.begin == 0 ? std::string::npos : doc.text.rfind('\n', span.begin);
  return {begin == std::string::npos ? 0 : static_cast<uint32_t>(begin + 1),
          static_cast<uint32_t>(std::min(doc.text.find('\n', span.end), doc.text.size()))};
}

uint32_t QuoteContext::token_from(uint32_t byte) const {
  const auto found =
      std::partition_point(doc.tokens.begin(), doc.tokens.end(), [&](const Token& t) { return t.span.begin < byte; });
  return static_cast<uint32_t>(found - doc.tokens.begin());
}

uint32_t QuoteContext::token_past(uint32_t byte) const {
  const auto found =
      std::partition_point(doc.tokens.begin(), doc.tokens.end(), [&](const Token& t) { return t.span.end <= byte; });
  return static_cast<uint32_t>(found - doc.tokens.begin());
}

bool QuoteContext::ends_line(uint32_t t) const {
  return t + 1 >= size() || doc.tokens[t].span.end + 1 < doc.tokens[t + 1].span.begin;
}

IndexRange QuoteContext::trimmed(IndexRange r) const {
  auto edge = [&](uint32_t i) { return token(i).upos == Upos::PUNCT || is(i, kComma | kDash | kColon); };
  while (!r.empty() && edge(r.begin)) ++r.begin;
  while (!r.empty() && edge(r.end - 1)) --r.end;
  return r;
}

}  // namespace dateline
