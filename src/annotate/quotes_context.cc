#include "annotate/quotes_context.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline {
namespace {

uint64_t mark_kind(std::string_view word) {
  if (word == ",") return kComma;
  if (word == "—" || word == "–" || word == "-" || word == "--" || word == "―") return kDash;
  if (word == "." || word == "!" || word == "?") return kSentenceEnd;
  if (word == ":" || word == ";") return kColon;
  if (word == "\"" || word == "“" || word == "”" || word == "``" || word == "''" || word == "«" || word == "»" ||
      word == "„")
    return kQuoteMark;
  return 0;
}

constexpr uint64_t kNounLists = kPaper | kBody | kSpokesperson | kSurvey | kHeadlineSource | kOccasion;

}  // namespace

QuoteContext::QuoteContext(const Document& document, const QuoteLexicon& words)
    : doc(document), lexicon(words), tree(document) {
  for (size_t at = 0; (at = doc.text.find('\n', at)) != std::string::npos; ++at)
    line_ends_.push_back(static_cast<uint32_t>(at));
  for (const QuotedStretch& q : find_quoted(doc)) {
    if (q.depth == 0) stretches_.push_back(q);
  }
  stretch_of_.assign(doc.tokens.size(), kNone);
  for (size_t i = 0; i < stretches_.size(); ++i) {
    const IndexRange in = doc.tokens_in(stretches_[i].inner);
    std::fill(stretch_of_.begin() + in.begin, stretch_of_.begin() + in.end, static_cast<int32_t>(i));
  }
  kinds_.reserve(doc.tokens.size());
  cues_.reserve(doc.tokens.size());
  for (uint32_t t = 0; t < size(); ++t) {
    const LowerWord small = lower(t);
    cues_.push_back(small.view().size() < 3 ? nullptr : lexicon.verbs.find(small.view()));
    uint64_t kinds = mark_kind(word(t));
    // "AFL-CIO", "conservative-leaning": a hyphen inside a word parts nothing.
    if (word(t) == "-" && t > 0 && t + 1 < size() && token(t - 1).span.end == token(t).span.begin &&
        token(t).span.end == token(t + 1).span.begin)
      kinds = 0;
    else if (kinds == 0)
      kinds = lexicon.words.of(small.view());
    if (token(t).upos == Upos::NOUN) kinds |= lexicon.words.of(LowerWord(doc.lemma(token(t))).view()) & kNounLists;
    // "Obama's", "Theresa May said": a possessive or a surname is no small word.
    const bool surname = token(t).deprel == Deprel::flat && token(t).upos == Upos::PROPN;
    if (token(t).xpos == Xpos::POS || surname) kinds &= ~uint64_t{kAuxiliary | kAdverb | kCalendar};
    // "the family said", "Kelly said"
    const bool noun = token(t).upos == Upos::PROPN || token(t).upos == Upos::NOUN;
    if (noun && small.view().ends_with("ly")) kinds &= ~uint64_t{kAdverb};
    kinds_.push_back(kinds);
  }
  for (const Mention& m : doc.mentions) {
    if (m.form != MentionForm::name) continue;
    for (uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) kinds_[t] |= kNamed;
    if (m.type == EntityType::place || m.tokens.empty()) continue;
    uint32_t& last = last_named_[word(m.tokens.end - 1)];
    last = std::max(last, m.tokens.begin);
  }
}

// Taggers miss verbs that are nouns or adjectives more often. An auxiliary before one tells ("has detailed", "would
// back"), and so does a name before and "that" behind it ("Trump charges that").
bool QuoteContext::may_be_verb(uint32_t t) const {
  const Upos upos = token(t).upos;
  if (t > 0 && token(t - 1).xpos == Xpos::POS) return false;  // "Trump's |repeated| claims"
  // "in a |written| statement"
  if (token(t).xpos == Xpos::VBN && token(t).deprel == Deprel::amod && t + 1 < size() &&
      token(t + 1).upos == Upos::NOUN)
    return false;
  if (upos == Upos::X || upos == Upos::VERB || upos == Upos::AUX || upos == Upos::INTJ) return true;
  if (t == 0 || upos == Upos::PRON || upos == Upos::ADP || upos == Upos::SCONJ || upos == Upos::DET) return false;
  const bool name_before = token(t - 1).upos == Upos::PROPN || (is(t - 1, kNamed) && token(t - 1).xpos != Xpos::POS);
  if (t + 1 < size() && upos == Upos::NOUN && name_before && is(t + 1, kThat)) return true;
  // "…, The Wall Street Journal |reports|.", "But, Reuters |reports|: “…”", "As the paper |notes|, “…”"
  if (upos == Upos::NOUN && token(t - 1).upos == Upos::PROPN && t + 1 < size() && lower(t).view().ends_with("s")) {
    const bool leads = word(t + 1) == ":" || (is(t + 1, kComma) && t + 2 < size() && is(t + 2, kQuoteMark));
    if (leads || (is(t + 1, kSentenceEnd) && t > 2)) return true;
  }
  // “…,” the statement |read|.
  if (t + 1 < size() && is(t + 1, kSentenceEnd | kComma) && is_nominal(token(t - 1).upos)) {
    uint32_t from = t - 1;
    while (from > 0 && t - from < 6 && (is_nominal(token(from).upos) || token(from).upos == Upos::DET)) --from;
    if (is(from, kQuoteMark) && quoted(from - 1)) return true;
  }
  // "…, warning that …"
  if (t + 1 < size() && is(t - 1, kComma) && lower(t).view().ends_with("ing") && is(t + 1, kThat)) return true;
  uint32_t before = t - 1;
  while (before > 0 && token(before).upos == Upos::ADV && is(before, kAdverb)) --before;
  const Token& aux = token(before);
  if (aux.upos != Upos::AUX || t + 1 >= size()) return false;
  const bool has = doc.lemma(aux) == "have";
  if (!has && aux.xpos != Xpos::MD) return false;
  // "has detailed |plans": what follows is an object; "has detailed." or "has support for" is not read so.
  const Token& next = token(t + 1);
  return next.upos == Upos::PROPN || next.upos == Upos::DET || next.upos == Upos::PRON || next.upos == Upos::SCONJ ||
         (has && lower(t).view().ends_with("ed") && is_nominal(next.upos)) || (!has && is_nominal(next.upos));
}

// "House panel |votes| to hold him in contempt", "The governor, a Democrat, |plans| to run": a plural noun to the
// tagger, in a sentence that has no other verb.
bool QuoteContext::stands_for_verb(const Cue& cue, uint32_t t) const {
  const Token& noun = token(t);
  if (t == 0 || t + 2 >= size() || noun.upos != Upos::NOUN || !(is_nominal(token(t - 1).upos) || is(t - 1, kComma)))
    return false;
  if (tree.child(t, Deprel::obj) > static_cast<int32_t>(t))
    return true;  // "as Russia and China |support| the government"
  if (noun.xpos == Xpos::NN) return false;
  const bool to = is(t + 1, kTo) && token(t + 1).upos != Upos::ADP && (cue.takes & kTakesTo);
  if (!to && !cue.asks_for(lower(t + 1).view())) return false;
  if (tree.child(t, Deprel::nsubj) != kNone && tree.child(t, Deprel::cop) == kNone) return true;
  for (uint32_t at = t;; at = static_cast<uint32_t>(token(at).head)) {
    if (!is_nominal(token(at).upos) || tree.child(at, {Deprel::cop, Deprel::nsubj, Deprel::det}) != kNone) return false;
    if (token(at).head == kNone) return true;
  }
}

const Cue* QuoteContext::cue_at(uint32_t t) const {
  const auto* found = cues_[t];
  if (!found) return nullptr;
  const bool verb = may_be_verb(t);
  for (const Cue* cue : *found) {
    if (cue->takes & kTakesSource) {
      if (t + 1 < size() && lower(t + 1) == cue->second) return cue;
      continue;
    }
    // "a statement |calling for| a truce", tagged as a noun
    const bool gerund =
        !cue->second.empty() && t + 1 < size() && lower(t).view().ends_with("ing") && lower(t + 1) == cue->second;
    // "Ann Lee, head of the union, |told| state media", with "told" for which media
    const bool addresses = (cue->takes & kTakesHearer) && t > 0 && is(t - 1, kComma) && token(t).upos == Upos::VERB;
    if (!verb && !gerund && !addresses && !stands_for_verb(*cue, t)) continue;  // "according" may be tagged as anything
    if (cue->second.empty()) return cue;
    for (uint32_t i = t + 1; i < size() && i <= t + 2; ++i) {
      if (lower(i) == cue->second) return cue;
      if (!is(i, kAdverb | kCalendar | kTimeWord)) break;
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

std::span<const QuotedStretch> QuoteContext::stretches_from(uint32_t byte) const {
  const auto first = std::partition_point(stretches_.begin(), stretches_.end(),
                                          [&](const QuotedStretch& q) { return q.outer.end <= byte; });
  return {first, stretches_.end()};
}

Span QuoteContext::line_of(Span span) const {
  const auto before = std::upper_bound(line_ends_.begin(), line_ends_.end(), span.begin);
  const auto behind = std::lower_bound(line_ends_.begin(), line_ends_.end(), span.end);
  return {before == line_ends_.begin() || span.begin == 0 ? 0 : *std::prev(before) + 1,
          behind == line_ends_.end() ? static_cast<uint32_t>(doc.text.size()) : *behind};
}

bool QuoteContext::named_behind(uint32_t t, std::string_view word) const {
  const auto found = last_named_.find(word);
  return found != last_named_.end() && found->second > t;
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
