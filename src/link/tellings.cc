#include "link/tellings.h"

#include <algorithm>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr uint32_t kFewest = 3;  // words; less is a name or a label, and no utterance to list, but for “Never.”

int32_t mapped(const std::vector<std::vector<int32_t>>& of, uint32_t report, int32_t local) {
  if (local == kNone || report >= of.size() || static_cast<size_t>(local) >= of[report].size()) return kNone;
  return of[report][local];
}

// The content as it is listed: without the "that" that only joins it to its cue.
Span listed(const Document& doc, const Statement& s) {
  Span span = s.content;
  const std::string_view words = doc.words(span);
  if (s.kind != StatementKind::direct && words.size() > 5 && ascii_lower(words.substr(0, 5)) == "that ")
    span.begin += 5;
  return span;
}

IndexRange words_in(const Document& doc, const WordSequence& words, Span span) {
  auto from = std::partition_point(words.token.begin(), words.token.end(),
                                   [&](uint32_t t) { return doc.tokens[t].span.begin < span.begin; });
  auto to =
      std::partition_point(from, words.token.end(), [&](uint32_t t) { return doc.tokens[t].span.begin < span.end; });
  return {static_cast<uint32_t>(from - words.token.begin()), static_cast<uint32_t>(to - words.token.begin())};
}

// When it was said: the date in the words around the statement ("said on Monday"); else only that it was before the
// report appeared.
Edtf said_when(const Document& doc, const Telling& telling) {
  const Statement& first = doc.statements[telling.pieces.front()];
  if (!first.cue.empty()) {
    const int32_t s = doc.sentence_at(first.cue.begin);
    const Span sentence = s == kNone ? Span{} : doc.sentences[static_cast<size_t>(s)].span;
    auto at = std::partition_point(doc.times.begin(), doc.times.end(),
                                   [&](const Timex& t) { return t.span.end <= sentence.begin; });
    for (; at != doc.times.end() && at->span.begin < sentence.end; ++at) {
      const Timex& time = *at;
      if (!time.edtf.known()) continue;
      if (time.type != TimexType::DATE && time.type != TimexType::TIME) continue;
      const bool inside = std::any_of(doc.statements.begin(), doc.statements.end(),
                                      [&](const Statement& x) { return x.content.overlaps(time.span); });
      if (!inside) return time.edtf;
    }
  }
  const DayRange published = days_of(doc.published.value);
  return published.last == kOpenEnd ? Edtf{} : one_of({kOpenBegin, published.last});
}

// The one event of the record that is told inside the telling; none if there are several.
int32_t event_told(const Document& doc, const Telling& telling, const EventMap& events) {
  int32_t found = kNone;
  for (const uint32_t p : telling.pieces) {
    const Span content = doc.statements[p].content;
    const IndexRange words = doc.tokens_in(content);
    const auto first = std::partition_point(doc.events.begin(), doc.events.end(),
                                            [&](const EventMention& e) { return e.token < words.begin; });
    for (auto at = first; at != doc.events.end() && at->token < words.end; ++at) {
      const bool inside = content.contains(at->span);
      const int32_t event =
          inside ? mapped(events.of, telling.report, static_cast<int32_t>(at - doc.events.begin())) : kNone;
      if (event == kNone || event == found) continue;
      if (found != kNone) return kNone;
      found = event;
    }
  }
  return found;
}

// “Yes.”, “No comment,” he said: a sentence, however short.
bool is_sentence(const Document& doc, const Telling& telling) {
  const std::string_view words = doc.words(doc.statements[telling.pieces.front()].content);
  return telling.kind == StatementKind::direct && !telling.cue.empty() && !words.empty() && is_upper(words.front()) &&
         std::string_view(".,!?").find(words.back()) != std::string_view::npos;
}

}  // namespace

std::vector<Telling> tellings_of(const Document& doc, uint32_t report, const EntityMap& entities,
                                 const EventMap& events, const WordSequence& words) {
  std::vector<Telling> out;
  std::vector<int32_t> telling_of(doc.statements.size(), kNone);
  for (uint32_t i = 0; i < doc.statements.size(); ++i) {
    const Statement& s = doc.statements[i];
    const SectionKind section = doc.kind_at(s.content.begin);
    if (section == SectionKind::comment || section == SectionKind::boilerplate) continue;
    const int32_t root = s.same_utterance;
    if (root != kNone && telling_of[root] != kNone) {
      Telling& t = out[telling_of[root]];
      telling_of[i] = telling_of[root];
      t.pieces.push_back(i);
      if (s.kind != t.kind) t.kind = StatementKind::mixed;
      continue;
    }
    telling_of[i] = static_cast<int32_t>(out.size());
    Telling t;
    t.report = report;
    t.pieces = {i};
    t.kind = s.kind;
    t.speaker = mapped(entities.of, report, s.speaker_entity);
    t.on_behalf = mapped(entities.of, report, s.on_behalf_entity);
    t.shown_name = !s.speaker_name.empty() ? s.speaker_name : std::string(doc.words(s.speaker));
    t.speaker_name = fold(t.shown_name);
    t.cue = s.cue;
    t.act = s.act;
    out.push_back(std::move(t));
  }
  for (Telling& t : out) {
    for (uint32_t p : t.pieces) {
      const Span span = listed(doc, doc.statements[p]);
      // "The toll |was expected| to rise": words were left out, which only a quotation's reader takes for granted.
      // “The dam is weak,” she said. “We must act.” — the comma is the printer's, and a new sentence begins.
      const bool anew = t.content.ends_with(',') && !span.empty() && is_upper(doc.words(span)[0]);
      if (anew) t.content.pop_back();
      if (!t.content.empty()) t.content += t.kind == StatementKind::direct && !anew ? " " : " … ";
      t.content += doc.words(span);
      t.words.push_back(words_in(doc, words, span));
      t.length += t.words.back().size();
    }
    // The comma before ", she said" is the reporter's.
    while (!t.content.empty() && (t.content.back() == ',' || t.content.back() == ' ')) t.content.pop_back();
    t.said = said_when(doc, t);
    t.event = event_told(doc, t, events);
  }
  std::erase_if(out, [&](const Telling& t) { return t.length < kFewest && !is_sentence(doc, t); });
  return out;
}

}  // namespace dateline
