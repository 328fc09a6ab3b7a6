#include "annotate/quotes.h"

#include <algorithm>

#include "annotate/quotes_assembly.h"
#include "annotate/quotes_lexicon.h"
#include "annotate/quotes_speakers.h"

namespace dateline {

struct QuoteAnnotator::Lexicon {
  QuoteLexicon words;
};

Result<QuoteAnnotator> QuoteAnnotator::load(const Resources& resources) {
  TRY(QuoteLexicon words, QuoteLexicon::load(resources));
  QuoteAnnotator out;
  out.lexicon_ = std::make_shared<const Lexicon>(Lexicon{std::move(words)});
  return out;
}

void QuoteAnnotator::annotate(Document& doc) const {
  const QuoteContext text(doc, lexicon_->words);
  std::vector<Told> told = find_told(text);
  SpeakerReader speakers(text);
  std::vector<std::pair<Statement, size_t>> found;  // with the utterance that it is a piece of
  for (size_t u = 0; u < told.size(); ++u) {
    const Speaker speaker = speakers.read(told[u].speaker, told[u].speaker_head, told[u].cue_span, told[u].pieces);
    for (const Span piece : told[u].pieces) {
      Statement s;
      s.kind = told[u].kind;
      s.content = piece;
      s.cue = told[u].cue_span;
      if (!speaker.name.empty() || !told[u].cue_span.empty()) s.speaker = told[u].speaker;
      s.speaker_entity = speaker.entity;
      s.on_behalf_entity = speaker.on_behalf;
      s.speaker_name = speaker.name;
      s.act = told[u].act;
      found.emplace_back(std::move(s), u);
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first.content < b.first.content; });
  std::vector<int32_t> first_of(told.size(), kNone);
  for (auto& [statement, u] : found) {
    statement.same_utterance = first_of[u];
    if (first_of[u] == kNone) first_of[u] = static_cast<int32_t>(doc.statements.size());
    doc.statements.push_back(std::move(statement));
  }
}

}  // namespace dateline
