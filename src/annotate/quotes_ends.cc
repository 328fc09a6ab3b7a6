#include "annotate/quotes_ends.h"

#include "annotate/quotes_phrases.h"

namespace dateline {
namespace {

// "said A|, adding that B|", "defended his men |saying that B|": the participle of a cue tells of the same speaker
// anew.
bool adds(const QuoteContext& text, const Cue& cue, uint32_t t, bool clause) {
  if (!(cue.takes & kTakesQuote) || !(cue.takes & (kTakesThat | kTakesObject)) ||
      !text.lower(t).view().ends_with("ing"))
    return false;
  uint32_t before = t - 1;
  while (before > 0 && text.is(before, kAdverb)) --before;
  return text.is(before, kComma) || (!clause && (cue.takes & kTakesThat) && is_nominal(text.token(before).upos) &&
                                     text.token(t).deprel == Deprel::advcl);
}

// "rejected both objections|, ruled him eligible and …", "supported Kasich|, but now plans to …": a second finite verb
// behind an object or infinitive goes on with the speaker, wherever the parser hung it.
IndexRange before_second_verb(const QuoteContext& text, IndexRange told) {
  for (uint32_t t = told.begin + 1; t + 1 < told.end; ++t) {
    if (text.quoted(t)) continue;
    const Token& token = text.token(t);
    const bool joins = token.upos == Upos::CCONJ || text.is(t, kComma);
    if (!joins) {
      if (is_relative(token.xpos) || is_finite_verb(token) || token.upos == Upos::SCONJ ||
          text.is(t, kInterrogative | kThat))
        return told;
      continue;
    }
    uint32_t verb = t + 1;
    while (verb < told.end && (text.token(verb).upos == Upos::CCONJ || text.token(verb).upos == Upos::ADV)) ++verb;
    if (verb < told.end && !text.quoted(verb) && is_finite_verb(text.token(verb)) && text.token(verb).xpos != Xpos::VBP)
      return {told.begin, t};
  }
  return told;
}

// "warned it could fall; her aide said …": what is told ends where another one begins to tell.
IndexRange before_semicolon(const QuoteContext& text, IndexRange told, uint32_t limit) {
  for (uint32_t t = told.begin + 1; t + 1 < told.end; ++t) {
    if (text.word(t) != ";" || text.quoted(t)) continue;
    const Token& next = text.token(t + 1);
    if (text.is(t + 1, kThat) || next.upos == Upos::CCONJ || next.upos == Upos::SCONJ) continue;
    for (uint32_t c = t + 2; c < limit && text.word(c) != ";"; ++c) {
      const Cue* cue = text.quoted(c) ? nullptr : text.cue_at(c);
      if (cue && (cue->takes & kTakesQuote) && is_finite(text.token(c).xpos)) return {told.begin, t};
    }
  }
  return told;
}

// "praised the plan|, which was put forth in May|": what a relative clause behind a comma says of the last words is
// the report's.
IndexRange before_aside(const QuoteContext& text, IndexRange told) {
  for (uint32_t t = told.begin + 1; t + 2 < told.end; ++t) {
    if (!text.is(t, kComma | kDash) || text.quoted(t) || text.quoted(told.begin)) continue;
    const Token& pronoun = text.token(t + 1);
    if (!is_relative(pronoun.xpos) || pronoun.head == kNone) continue;
    const auto verb = static_cast<uint32_t>(pronoun.head);
    if (verb > t && text.tree.subtree(verb).end + 1 >= told.end) return {told.begin, t};
  }
  return told;
}

}  // namespace

bool is_finite_verb(const Token& t) { return t.upos == Upos::AUX || is_finite(t.xpos); }

bool led_in(const QuoteContext& text, IndexRange told) {
  const uint32_t first = told.begin + (text.is(told.begin, kThat) ? 1 : 0);
  if (first + 1 >= told.end) return false;
  return text.token(first).upos == Upos::SCONJ || text.token(first).upos == Upos::ADP || text.is(first, kWhen);
}

IndexRange before_next_cue(const QuoteContext& text, uint32_t cue_token, IndexRange told, bool clause) {
  for (uint32_t t = told.begin + 2; t < told.end; ++t) {
    const Token& token = text.token(t);
    const Cue* cue = text.quoted(t) ? nullptr : text.cue_at(t);
    if (!cue) continue;
    // "said A, according to the union": who is named told all of it.
    if ((cue->takes & kTakesSource) && text.is(t - 1, kComma)) return {told.begin, t - 1};
    const bool says = (cue->takes & kTakesQuote) && (cue->takes & kTakesThat);
    if (adds(text, *cue, t, clause)) {
      uint32_t end = t;
      while (end > told.begin + 2 && text.is(end - 1, kAdverb | kComma)) --end;
      return {told.begin, end};
    }
    if (token.upos != Upos::VERB) continue;
    // ", though she noted …": the reporter speaks again.
    const bool conceded = token.deprel == Deprel::advcl;
    if (told.begin + 3 < t) {
      // "…, Ham also noted …", "…, though she noted …", "…, but he refuses …"
      const IndexRange who = subject_before(text, told.begin, text.token_past(text.cue_span_at(*cue, t).begin));
      uint32_t from = who.begin;
      const bool turned = from > told.begin && text.is(from - 1, kConcession);
      if (turned) --from;
      // "claimed “A|,” Ham said B"
      const bool closed = from > told.begin + 4 && text.is(from - 1, kQuoteMark) && text.is(from - 2, kComma);
      const bool new_sentence = !who.empty() && from > told.begin + 3 &&
                                (closed || text.is(from - 1, kComma | kDash)) && !text.quoted(from) &&
                                t + 2 < told.end && !text.is(t + 1, kComma);
      if (new_sentence && (says || turned) && !led_in(text, told)) return {told.begin, from - 1};
    }
    if (!conceded && token.deprel != Deprel::conj && token.deprel != Deprel::parataxis && token.xpos != Xpos::VBG)
      continue;
    const IndexRange under = text.tree.subtree(t);
    uint32_t from = std::max(under.begin, told.begin);
    if (from == told.begin || under.contains(cue_token)) continue;
    const bool turns = text.is(from, kConcession) || (from > told.begin && text.is(from - 1, kConcession));
    if (!says && !(turns && text.tree.child(t, Deprel::nsubj) != kNone)) continue;
    if (conceded && !turns) continue;
    while (from > told.begin && (text.token(from - 1).upos == Upos::CCONJ || text.token(from - 1).upos == Upos::PUNCT))
      --from;
    const bool parted = text.is(from, kComma | kDash) || text.word(from) == ";";
    if (!parted && token.deprel != Deprel::conj) continue;
    if (from > told.begin + 2) return {told.begin, from};
  }
  return told;
}

IndexRange before_reporter(const QuoteContext& text, IndexRange told, bool clause, uint32_t limit) {
  if (!clause) told = before_second_verb(text, before_aside(text, told));
  return before_semicolon(text, told, limit);
}

}  // namespace dateline
