#include "annotate/quotes.h"

#include <algorithm>

#include "annotate/quotes_direct.h"
#include "annotate/quotes_lexicon.h"
#include "text/quoted.h"
#include "annotate/quotes_words.h"

namespace dateline {

struct QuoteAnnotator::Lexicon {
  CueTable cues;
};

Result<QuoteAnnotator> QuoteAnnotator::load(const Resources& resources) {
  TRY(CueTable cues, CueTable::load(resources));
  QuoteAnnotator out;
  out.lexicon_ = std::make_shared<const Lexicon>(Lexicon{std::move(cues)});
  return out;
}

namespace {

uint32_t first_token_from(const Document& doc, uint32_t byte) {
  auto found = std::partition_point(doc.tokens.begin(), doc.tokens.end(), [&](const Token& t) { return t.span.begin < byte; });
  return static_cast<uint32_t>(found - doc.tokens.begin());
}

}  // namespace

void QuoteAnnotator::annotate(Document& doc) const {
  const std::vector<QuotedStretch> stretches = find_quoted(doc);
  int32_t previous = kNone;
  uint32_t previous_paragraph_end = 0;
  for (size_t i = 0; i < stretches.size(); ++i) {
    const QuotedStretch& q = stretches[i];
    if (q.depth != 0) continue;
    const uint32_t line_begin = static_cast<uint32_t>(doc.text.rfind('\n', q.outer.begin) + 1);
    const uint32_t line_end = static_cast<uint32_t>(std::min(doc.text.find('\n', q.outer.end), doc.text.size()));
    uint32_t next = line_end, before = line_begin;
    for (size_t j = i + 1; j < stretches.size(); ++j) {
      if (stretches[j].depth == 0) {
        next = std::min(next, stretches[j].outer.begin);
        break;
      }
    }
    for (size_t j = i; j-- > 0;) {
      if (stretches[j].depth == 0) {
        before = std::max(before, stretches[j].outer.end);
        break;
      }
    }
    const uint32_t open = first_token_from(doc, q.outer.begin), shut = first_token_from(doc, q.outer.end);
    auto found = attribution_after(doc, lexicon_->cues, q, shut, first_token_from(doc, next));
    if (!found) found = attribution_before(doc, lexicon_->cues, open, first_token_from(doc, before));
    Statement s;
    s.content = q.inner;
    if (found) {
      s.cue = found->cue_span;
      s.speaker = found->speaker;
      s.act = found->cue->act;
    } else if (previous != kNone && (previous_paragraph_end == line_end || q.continues)) {
      const Statement& p = doc.statements[previous];
      s.cue = p.cue;
      s.speaker = p.speaker;
      s.act = p.act;
      s.same_utterance = p.same_utterance == kNone ? previous : p.same_utterance;
    } else {
      continue;
    }
    s.speaker_name = std::string(doc.words(s.speaker));
    previous = static_cast<int32_t>(doc.statements.size());
    previous_paragraph_end = line_end;
    doc.statements.push_back(std::move(s));
  }
}

}  // namespace dateline
