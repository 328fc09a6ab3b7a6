#include "link/event_label.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline {
namespace {

constexpr size_t kLabel = 160;  // bytes, about two lines

// The subordinate clause that tells of the event and has a named subject of its own: "after the toll from a first
// quake rose" of a sentence about the second. Empty where there is none.
Span own_clause(const Document& doc, const EventMention& event) {
  const IndexRange sentence = doc.sentences[event.sentence].tokens;
  if (!sentence.contains(event.token)) return {};
  auto is_clause = [&](uint32_t t) {
    const Deprel d = doc.tokens[t].deprel;
    if (d != Deprel::ccomp && d != Deprel::advcl && d != Deprel::parataxis) return false;
    for (uint32_t c = sentence.begin; c < t; ++c) {
      const Token& child = doc.tokens[c];
      const bool subject = child.deprel == Deprel::nsubj || child.deprel == Deprel::nsubj_pass;
      if (subject && child.head == static_cast<int32_t>(t) && child.upos != Upos::PRON) return true;
    }
    return false;
  };
  int32_t node = static_cast<int32_t>(event.token);
  for (int depth = 0; node != kNone && !is_clause(static_cast<uint32_t>(node)); node = doc.tokens[node].head) {
    if (++depth > 8 || doc.tokens[node].deprel == Deprel::acl_relcl) return {};
  }
  if (node == kNone) return {};
  auto below = [&](uint32_t t) {
    int32_t at = static_cast<int32_t>(t);
    for (int depth = 0; at != kNone && depth < 20; ++depth, at = doc.tokens[at].head) {
      if (at == node) return true;
    }
    return false;
  };
  uint32_t begin = event.token, end = event.token + 1;
  while (begin > sentence.begin && below(begin - 1)) --begin;
  while (end < sentence.end && below(end)) ++end;
  auto leads = [&](uint32_t t) {  // what only ties the clause to the rest
    const Token& token = doc.tokens[t];
    return token.upos == Upos::PUNCT || token.upos == Upos::SCONJ || token.upos == Upos::CCONJ ||
           token.deprel == Deprel::mark || (token.deprel == Deprel::case_ && token.head == node);
  };
  while (begin < event.token && leads(begin)) ++begin;
  while (end > event.token + 1 && doc.tokens[end - 1].upos == Upos::PUNCT) --end;
  constexpr uint32_t kFewest = 4;  // words; less is a fragment
  return end - begin < kFewest ? Span{} : Span{doc.tokens[begin].span.begin, doc.tokens[end - 1].span.end};
}

// The sentence around the mention, or its own clause in it; a long one is cut at commas before and behind it.
Span clause_around(const Document& doc, const EventMention& event) {
  if (event.sentence >= doc.sentences.size()) return event.span;
  Span span = doc.sentences[event.sentence].span;
  if (const Span clause = own_clause(doc, event); !clause.empty()) span = clause;
  if (span.size() <= kLabel) return span;
  // From the sentence's begin, or from a comma before a mention that is far into it; up to a comma behind the mention,
  // else to the last word that fits.
  const std::string_view text = doc.text;
  auto ends_clause = [&](uint32_t i) {  // not the comma of "March 1, 2023" or "Gaza City, Gaza"
    return (text[i] == ',' || text[i] == ';') && i + 2 < text.size() && is_space(text[i + 1]) && is_lower(text[i + 2]);
  };
  Span best = span;
  if (event.span.end - span.begin > kLabel * 3 / 4) {
    for (uint32_t i = event.span.begin; i > span.begin && event.span.end - i <= kLabel * 3 / 4; --i) {
      if (ends_clause(i)) best.begin = i + 2;
    }
  }
  uint32_t last_word = event.span.end, last_clause = 0;
  for (uint32_t i = best.begin; i < span.end && i - best.begin <= kLabel; ++i) {
    if (ends_clause(i) && i >= event.span.end && i - best.begin > kLabel / 3) last_clause = i;
    if (is_space(text[i])) last_word = i;
  }
  best.end = span.end - best.begin <= kLabel ? span.end : last_clause ? last_clause : last_word;
  return best;
}

// The mentions from the clearest to the vaguest: what happened before what may, the report's own news before what it
// looks back on, named participants and a date before none.
std::vector<MentionRef> by_clarity(const MentionReading& r) {
  std::vector<std::pair<double, MentionRef>> ranked;
  for (const MentionRef& ref : r.mentions) {
    const EventMention& event = r.event(ref);
    double clear = event.salience + (r.is_main(ref) ? 2 : 0) + (event.when.known() ? 0.7 : 0) +
                   0.4 * std::min<uint32_t>(event.participants.size(), 3) - (event.background ? 0.5 : 0);
    if (r.doc(ref).kind_at(event.span.begin) == SectionKind::headline) clear -= 0.3;  // headlines leave words out
    ranked.emplace_back(-clear, ref);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<MentionRef> out;
  for (const auto& [clear, ref] : ranked) out.push_back(ref);
  return out;
}

}  // namespace

std::string squeeze(std::string_view words) {
  std::string out;
  for (char c : words) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Span headline_of(const Document& doc) {
  for (const Section& section : doc.sections) {
    if (section.kind == SectionKind::headline && !section.span.empty()) return section.span;
  }
  for (const Sentence& sentence : doc.sentences) {
    if (doc.section_of(sentence).kind == SectionKind::body) return sentence.span;
  }
  return {0, static_cast<uint32_t>(std::min<size_t>(doc.text.size(), 1))};
}

namespace {

// Of the headlines of those whose main event it is, the one that puts it first: "Ferry capsizes on lake" rather than
// "Night sailings suspended after ferry disaster". Empty where no headline tells of it.
std::string best_headline(const MentionReading& r, const std::vector<MentionRef>& clearest) {
  std::string best;
  float most = 0;
  for (const MentionRef& main : clearest) {
    if (!r.is_main(main)) continue;
    const Document& doc = r.doc(main);
    const Span headline = headline_of(doc);
    if (headline.size() > kLabel || doc.kind_at(headline.begin) != SectionKind::headline) continue;
    for (const MentionRef& ref : r.mentions) {
      if (ref.report != main.report || !headline.contains(r.event(ref).span)) continue;
      if (!best.empty() && r.event(ref).salience <= most) continue;
      best = squeeze(headline.of(doc.text));
      most = r.event(ref).salience;
    }
  }
  return best;
}

}  // namespace

std::string label_of(const MentionReading& r) {
  const std::vector<MentionRef> clearest = by_clarity(r);
  if (std::string headline = best_headline(r, clearest); !headline.empty()) return headline;
  const MentionRef& first = clearest.front();
  return squeeze(clause_around(r.doc(first), r.event(first)).of(r.doc(first).text));
}

}  // namespace dateline
