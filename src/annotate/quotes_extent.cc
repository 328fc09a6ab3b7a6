#include "annotate/quotes_extent.h"

#include <algorithm>

#include "annotate/quotes_ends.h"
#include "annotate/quotes_phrases.h"

namespace dateline {
namespace {

// The highest word above `t` whose subtree leaves out both the cue and where the telling begins: the root of what
// follows as one piece.
uint32_t root_beside(const QuoteContext& text, uint32_t t, uint32_t cue_token, uint32_t begin) {
  uint32_t root = t;
  while (text.token(root).head != kNone) {
    const auto up = static_cast<uint32_t>(text.token(root).head);
    const IndexRange under = text.tree.subtree(up);
    if (under.contains(cue_token) || under.contains(begin)) break;
    root = up;
  }
  return root;
}

bool has_finite(const QuoteContext& text, IndexRange told) {
  for (uint32_t t = told.begin; t < told.end; ++t) {
    if (is_finite_verb(text.token(t))) return true;
  }
  return false;
}

// Words between a cue and what the tree says is told belong to it ("said |McConnell| is correct"), unless they name the
// hearer, a day or a place.
uint32_t filled(const QuoteContext& text, const Cue& cue, uint32_t cue_end, IndexRange told) {
  if (told.begin <= cue_end || (cue.takes & kTakesHearer) || told.begin - cue_end > 25) return told.begin;
  uint32_t from = cue_end;
  while (from < told.begin && (text.is(from, kCalendar | kTimeWord) || text.token(from).upos == Upos::ADV)) ++from;
  if (from == told.begin) return told.begin;
  const Token& first = text.token(from);
  if (!is_nominal(first.upos) && first.upos != Upos::DET && first.upos != Upos::ADJ && first.upos != Upos::SCONJ)
    return told.begin;
  if (first.upos == Upos::SCONJ && !text.is(from, kThat)) return told.begin;
  for (uint32_t t = from; t < told.begin; ++t) {
    if (text.is(t, kDash | kColon) || (text.quoted(t) && !text.quoted(told.begin))) return told.begin;
  }
  // The told clause lacks its subject: it begins with a verb, or with what can only go on with a noun.
  const Token& torn = text.token(told.begin);
  const bool marked = torn.upos == Upos::SCONJ || torn.upos == Upos::PART || torn.xpos == Xpos::TO;
  return is_finite_verb(torn) ||
                 (!marked && torn.upos != Upos::PRON && torn.upos != Upos::DET && torn.upos != Upos::ADP)
             ? from
             : told.begin;
}

// "said |via email| that …", "told |the forum| he was …": what stands before the clause tells how or to whom.
uint32_t past_occasion(const QuoteContext& text, const Cue& cue, IndexRange told) {
  if (!(cue.takes & kTakesThat) || told.size() < 4) return told.begin;
  const bool hearer = (cue.takes & kTakesHearer) != 0;
  if (text.token(told.begin).upos != Upos::ADP && !hearer) return told.begin;
  for (uint32_t t = told.begin; t < std::min(told.end - 2, told.begin + 10); ++t) {
    if (text.quoted(t) || text.is(t, kDash | kColon)) break;
    if (t > told.begin && text.is(t, kThat) && text.token(t).upos == Upos::SCONJ) return t;
    if (hearer && t > told.begin && text.is(t, kPronoun) && is_nominal(text.token(t - 1).upos) &&
        (text.token(t + 1).upos == Upos::AUX || text.token(t + 1).upos == Upos::VERB))
      return t;
    if (text.token(t).upos == Upos::VERB || text.token(t).upos == Upos::AUX) break;
  }
  return told.begin;
}

// "told Reuters |both Smith| and an aide were held", with the first for a second hearer: a clause begins with no "and".
uint32_t from_first_of_pair(const QuoteContext& text, uint32_t cue_end, IndexRange told) {
  if (!text.is(told.begin, kAnd) || text.token(told.begin).upos != Upos::CCONJ) return told.begin;
  for (uint32_t t = told.begin; t > cue_end; --t) {
    if (text.token(t - 1).deprel == Deprel::cc_preconj) return t - 1;
  }
  return told.begin;
}

constexpr uint32_t kEnds = UINT32_MAX;

// "on Monday", "in July", "at this week's …": a time behind a preposition.
bool time_after(const QuoteContext& text, uint32_t at, uint32_t limit) {
  return at + 1 < limit && text.is(at + 1, kCalendar | kTimeWord);
}

// Past a closing mark: “disgusting” |and “a con”|, “nasty guy,” |an “anchor baby”|.
uint32_t next_quoted(const QuoteContext& text, uint32_t mark, uint32_t limit) {
  uint32_t t = mark + 1;
  while (t < limit && t < mark + 5 &&
         (text.token(t).upos == Upos::CCONJ || text.token(t).upos == Upos::DET || text.token(t).upos == Upos::ADP ||
          text.token(t).upos == Upos::PART || text.is(t, kComma)))
    ++t;
  if (t == mark + 1 || t + 1 >= limit || !text.is(t, kQuoteMark) || !text.quoted(t + 1)) return kEnds;
  while (t + 1 < limit && text.quoted(t + 1)) ++t;
  return t + 1;
}

// "to triple the corps|, grow another and create a third|", "fairness|, and a need to raise wages|".
uint32_t listed(const QuoteContext& text, uint32_t cue_token, IndexRange told, uint32_t comma, uint32_t limit) {
  uint32_t t = comma + 1;
  const bool joined = t < limit && text.token(t).upos == Upos::CCONJ;
  if (joined) ++t;
  if (t >= limit || text.quoted(t)) return kEnds;
  const uint32_t root = root_beside(text, comma + 1, cue_token, told.begin);
  const uint32_t end = std::clamp(text.tree.subtree(root).end, t + 1, limit);
  if (text.tree.child(root, {Deprel::nsubj, Deprel::cop, Deprel::aux}) != kNone) return kEnds;
  const Xpos form = text.token(t).xpos;
  if (text.is(told.begin, kTo) && (form == Xpos::VB || form == Xpos::VBP)) return end;
  const bool noun = text.token(root).upos == Upos::NOUN || text.token(root).upos == Upos::PROPN;
  return joined && noun && text.token(root).deprel == Deprel::conj ? end : kEnds;
}

uint32_t first_comma(const QuoteContext& text, IndexRange told) {
  uint32_t t = told.begin;
  while (t < told.end && !text.is(t, kComma)) ++t;
  return t;
}

uint32_t clause_end(const QuoteContext& text, uint32_t cue_token, IndexRange told, uint32_t at, uint32_t limit) {
  return std::clamp(text.tree.subtree(root_beside(text, at, cue_token, told.begin)).end, at + 1, limit);
}

// Where the piece that begins with `at`, right after what is told, ends if it still belongs to it, else kEnds.
uint32_t goes_on(const QuoteContext& text, const Cue& cue, uint32_t cue_token, IndexRange told, bool clause,
                 uint32_t at, uint32_t limit) {
  const Token& next = text.token(at);
  if (text.quoted(at) && text.quoted(told.end - 1) && text.stretch_of(at) == text.stretch_of(told.end - 1))
    return at + 1;
  if (text.is(at, kQuoteMark) && text.quoted(told.end - 1)) return next_quoted(text, at, limit);
  if (text.is(at, kComma)) {
    // "that if he goes|, she stays|", "that states, led by this one|, will pay|": the clause itself is still to come.
    const bool open = clause && text.is(told.begin, kThat) &&
                      (led_in(text, told) ? first_comma(text, told) == told.end : !has_finite(text, told));
    if (open) return at + 1 < limit ? std::max(at + 2, clause_end(text, cue_token, told, at + 1, limit)) : kEnds;
    if (text.is(at + 1, kExample))
      return std::clamp(text.tree.subtree(root_beside(text, at + 1, cue_token, told.begin)).end, at + 2, limit);
    return listed(text, cue_token, told, at, limit);
  }
  if (text.is(at, kDash | kColon | kSentenceEnd)) return kEnds;
  if (text.is(at, kQuoteMark)) return at + 1 < limit && text.quoted(at + 1) ? at + 2 : kEnds;
  if (next.upos == Upos::PUNCT) return kEnds;
  const uint32_t root = root_beside(text, at, cue_token, told.begin);
  const uint32_t end = std::clamp(text.tree.subtree(root).end, at + 1, limit);
  const Token& head = text.token(root);
  // "her plan to close it |failed|": the cue noun is the subject of what follows.
  const Upos cue_upos = text.token(cue_token).upos;
  if (is_finite_verb(next) && cue_upos == Upos::NOUN && !(text.is(told.begin, kThat) && !has_finite(text, told)))
    return kEnds;
  switch (next.upos) {
    case Upos::CCONJ: {
      // "himself |and his record"; but not "said A |and left".
      const bool noun = is_nominal(head.upos) && text.tree.child(root, {Deprel::nsubj, Deprel::cop}) == kNone;
      if (clause && at + 1 < limit && text.is(at + 1, kThat) && text.is(told.begin, kThat)) return end;
      return noun && at + 1 < limit && !text.is(at + 1, kPronoun) ? end : kEnds;
    }
    case Upos::AUX: return clause || (cue.takes & kTakesThat) ? end : kEnds;
    case Upos::VERB:
      if (next.xpos == Xpos::VBG || (next.xpos == Xpos::VBN && cue_upos == Upos::VERB)) return end;
      return clause ? end : kEnds;
    case Upos::ADP: return clause || !text.is(at, kWhen) ? time_after(text, at, limit) && !clause ? kEnds : end : kEnds;
    case Upos::SCONJ:
      if (text.is(at, kFor)) return clause || cue.object_asks_for(text.lower(at).view()) ? end : kEnds;
      return (clause && !text.is(at, kWhen)) || (text.is(at, kBy) && has_finite(text, told)) ? end : kEnds;
    case Upos::ADV:
    case Upos::ADJ: return clause ? end : kEnds;
    case Upos::PART: return clause || text.is(at, kTo) ? end : kEnds;
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::NUM:
      if (text.is(at, kCalendar) || text.is(at, kTimeWord)) return kEnds;
      return clause || head.upos == Upos::VERB ? end : kEnds;
    case Upos::PRON:
    case Upos::DET: return clause || head.upos == Upos::VERB ? end : kEnds;
    default: return kEnds;
  }
}

}  // namespace

uint32_t sentence_end(const QuoteContext& text, IndexRange sentence) {
  while (!sentence.empty() && text.token(sentence.end - 1).upos == Upos::PUNCT) --sentence.end;
  return sentence.end;
}

IndexRange put_right(const QuoteContext& text, const Cue& cue, uint32_t cue_token, uint32_t cue_end, IndexRange told,
                     bool clause, IndexRange sentence) {
  const uint32_t limit = sentence_end(text, sentence);
  if (clause) told.begin = filled(text, cue, cue_end, told);
  told.begin = from_first_of_pair(text, cue_end, {past_occasion(text, cue, told), told.end});
  if (told.begin > cue_end && text.is(told.begin - 1, kNegation)) --told.begin;  // "vowed |never| to sign"
  IndexRange cut = before_next_cue(text, cue_token, told, clause);
  if (cut.end == told.end) {
    while (told.end < limit) {
      const uint32_t end = goes_on(text, cue, cue_token, told, clause, told.end, limit);
      if (end == kEnds || end <= told.end) break;
      told.end = end;
    }
    cut = before_next_cue(text, cue_token, told, clause);
  }
  return before_reporter(text, cut, clause, limit);
}

}  // namespace dateline
