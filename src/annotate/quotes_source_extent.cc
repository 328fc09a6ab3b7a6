#include "annotate/quotes_source_extent.h"

#include <algorithm>

#include "annotate/quotes_phrases.h"
#include "base/strings.h"

namespace dateline {
namespace {

// "In Ohio, |Democrats| argued": the parser may hang a lead-in on the subject.
uint32_t past_lead_in(const QuoteContext& text, IndexRange r, uint32_t head) {
  const Upos first = text.token(r.begin).upos;
  if (first != Upos::ADV && first != Upos::SCONJ && first != Upos::ADP) return r.begin;
  uint32_t from = r.begin;
  for (uint32_t t = r.begin; t < head; ++t) {
    if (text.is(t, kComma)) from = t + 1;
  }
  return from;
}

// Where the clause that a subject stands in begins, if nothing but noun phrases stands between: "|A 2014 study by
// Loyola professor| Justin Levitt found" with the parser's subject at the end of it. `begin` if something else does.
uint32_t subject_start(const QuoteContext& text, uint32_t from, uint32_t begin, uint32_t head) {
  if (text.is(head, kPronoun) || is_relative(text.token(head).xpos)) return begin;
  uint32_t t = begin;
  while (t > from) {
    const Token& before = text.token(t - 1);
    if (text.quoted(t - 1) || text.is(t - 1, kComma | kDash | kColon | kSentenceEnd | kQuoteMark | kPronoun)) break;
    if (before.upos == Upos::SCONJ || is_relative(before.xpos) || before.xpos == Xpos::WRB) break;
    const bool finite = is_finite(before.xpos) || before.xpos == Xpos::VB || before.xpos == Xpos::VBG ||
                        before.upos == Upos::AUX || before.xpos == Xpos::TO;
    if (finite) return begin;
    --t;
  }
  while (t < begin && (text.token(t).upos == Upos::CCONJ || text.token(t).upos == Upos::PUNCT)) ++t;
  if (t >= begin) return begin;
  const Token& first = text.token(t);
  const bool counts = text.is(t, kRoughly);
  const bool starts =
      first.upos == Upos::DET || first.upos == Upos::ADJ || is_nominal(first.upos) || first.xpos == Xpos::VBN || counts;
  return starts && !text.is(t, kCalendar | kTimeWord) ? t : begin;
}

// "Luis Rubio|, who heads the centre,| said", "X|, a lawyer, who …,| said": asides between subject and cue.
uint32_t past_aside(const QuoteContext& text, uint32_t end, uint32_t cue_begin) {
  if (end + 3 >= cue_begin || !text.is(end, kComma | kDash) || !text.is(cue_begin - 1, kComma | kDash)) return end;
  const Token& first = text.token(end + 1);
  const bool tells = first.xpos == Xpos::WP || first.xpos == Xpos::WPS || first.xpos == Xpos::WDT ||
                     first.upos == Upos::DET || first.upos == Upos::NOUN;
  if (!tells || text.is(end + 1, kTimeWord) || cue_begin - end > 45) return end;
  for (uint32_t t = end; t < cue_begin; ++t) {
    if (text.quoted(t) || text.is(t, kSentenceEnd | kColon)) return end;
  }
  return cue_begin - 1;
}

// "Smith|, at a rally in Ohio,| said": the end of the speaker's own words.
uint32_t before_setting(const QuoteContext& text, IndexRange r, uint32_t head) {
  for (uint32_t t = head + 1; t + 1 < r.end; ++t) {
    // "Kanja |while appearing in court| defended"
    if (text.is(t, kConcession) && text.token(t + 1).xpos == Xpos::VBG) return t;
    if (!text.is(t, kComma)) continue;
    const bool does = text.token(t + 1).xpos == Xpos::VBG && text.token(t + 1).deprel != Deprel::case_;
    return does || text.is(t + 1, kSetting) ? t : r.end;
  }
  return r.end;
}

// "said Smith|, who leads the union|": a relative clause that the parser hung elsewhere, up to the next comma or the
// end.
Span with_relative(const QuoteContext& text, Span words) {
  const IndexRange range = text.doc.tokens_in(words);
  if (range.empty() || range.end + 2 >= text.size() || !text.is(range.end, kComma) || text.quoted(range.end + 1) ||
      !is_relative(text.token(range.end + 1).xpos))
    return words;
  uint32_t end = range.end + 1;
  while (end < text.size() && !text.is(end, kComma | kDash | kColon | kSentenceEnd | kQuoteMark) && !text.quoted(end))
    ++end;
  return text.span_of({range.begin, end});
}

// "said Alan Cole, an economist |at the Tax Foundation|": an apposition that goes on where the parser hung the rest on
// the verb. As it is if a time or an occasion follows.
Span with_office(const QuoteContext& text, Span words, uint32_t head) {
  const IndexRange range = text.doc.tokens_in(words);
  bool apposition = false;
  for (uint32_t t = head; t < range.end; ++t) apposition |= text.is(t, kComma);
  if (!apposition || range.end + 1 >= text.size() || !text.is(range.end, kJoins) ||
      text.token(range.end).upos != Upos::ADP)
    return words;
  uint32_t end = range.end;
  for (; end < text.size() && !text.quoted(end); ++end) {
    if (text.is(end, kComma | kDash | kColon | kSentenceEnd | kQuoteMark)) break;
    const Upos upos = text.token(end).upos;
    if (text.is(end, kCalendar | kTimeWord | kOccasion | kPaper) || upos == Upos::NUM || upos == Upos::VERB ||
        upos == Upos::SCONJ)
      return words;
  }
  return text.span_of({range.begin, end});
}

// "A report |released last year| found", "A study |that appeared in the Journal| found": what tells more of the subject
// and that parsers take for the sentence's first verb. `words` grows up to the cue.
Span with_participle(const QuoteContext& text, uint32_t from, Span words, uint32_t head, uint32_t cue_begin) {
  IndexRange range = text.doc.tokens_in(words);
  if (range.empty() || range.end > cue_begin) return words;
  uint32_t at = range.end;
  if (is_relative(text.token(head).xpos) && range.size() == 1) {
    const IndexRange run = subject_before(text, from, head);
    if (run.empty() || text.token(head + 1).upos == Upos::PUNCT) return words;
    range.begin = run.begin;
    at = head + 1;
    if (!(text.token(at).upos == Upos::VERB || text.token(at).upos == Upos::AUX) || at + 1 >= cue_begin) return words;
    while (at + 1 < cue_begin && text.token(at).upos == Upos::AUX) ++at;
  } else if (at + 1 >= cue_begin || text.token(at).xpos != Xpos::VBN) {
    return words;
  }
  for (uint32_t t = at + 1; t < cue_begin; ++t) {
    const Token& token = text.token(t);
    const bool phrase = is_nominal(token.upos) || token.upos == Upos::ADP || token.upos == Upos::DET ||
                        token.upos == Upos::ADJ || token.upos == Upos::ADV || token.xpos == Xpos::POS;
    if (!phrase || text.quoted(t) || text.is(t, kPronoun)) return words;
  }
  return text.span_of({range.begin, cue_begin});
}

}  // namespace

IndexRange without_time(const QuoteContext& text, IndexRange r, uint32_t head) {
  for (uint32_t t = head + 1; t < r.end; ++t) {
    if (text.is(t, kComma)) break;
    const bool before = text.token(t).upos == Upos::ADP || text.token(t).upos == Upos::DET || text.is(t, kTimeWord);
    uint32_t last = t;
    while (last < r.end && (text.token(last).upos == Upos::ADP || text.token(last).upos == Upos::DET ||
                            text.is(last, kTimeWord) || text.token(last).upos == Upos::ADJ))
      ++last;
    if (last >= r.end) {
      if (text.is(t, kTimeWord)) return {r.begin, t};
      continue;
    }
    const std::string_view word = text.word(last);
    const bool year = word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && last + 1 == r.end;
    const bool day = year || (text.is(last, kCalendar) && text.token(last).upos == Upos::PROPN);
    const bool span_of_time = before && text.is(last - 1, kTimeWord) && last + 1 == r.end && last > t;
    const bool goes_on = last + 1 < r.end && text.is(last + 1, kBy);  // "a study released on Tuesday |by the union|"
    if ((day && !goes_on && (before || last == t)) || span_of_time) return {r.begin, t};
  }
  return r;
}

Span source_span(const QuoteContext& text, uint32_t head, uint32_t cue_token) {
  IndexRange range = text.tree.subtree(head);
  const int32_t sentence = text.doc.sentence_at(text.token(head).span.begin);
  if (head < cue_token) {
    range.end = std::min(range.end, cue_token);
    // What the parser cut off the front of the noun phrase: "|Republican nominee| Gov. Mike Pence".
    const uint32_t from = sentence == kNone ? range.begin : text.doc.sentences[sentence].tokens.begin;
    const IndexRange run = subject_before(text, from, head + 1);
    if (!run.empty() && run.contains(head) && run.begin < range.begin &&
        !(range.begin > 0 && text.is(range.begin - 1, kComma)))
      range.begin = run.begin;
    while (range.begin > from && text.token(range.begin - 1).upos == Upos::DET && !text.quoted(range.begin - 1))
      --range.begin;
    range.end = before_setting(text, range, head);
  } else {
    range.begin = std::max(range.begin, cue_token + 1);
  }
  for (uint32_t i = head; i > range.begin; --i) {
    if (text.quoted(i - 1) && text.stretch_of(i - 1) != text.stretch_of(head)) range.begin = i;
  }
  for (uint32_t i = head; i < range.end; ++i) {
    if (text.quoted(i) && text.stretch_of(i) != text.stretch_of(head)) range.end = i;
  }
  auto leads = [&](uint32_t i) {
    const Deprel r = text.token(i).deprel;
    return i < head && (r == Deprel::cc || r == Deprel::mark || r == Deprel::punct || r == Deprel::case_ ||
                        (r == Deprel::advmod && text.token(i).head == static_cast<int32_t>(head) &&
                         (!is_lower(text.word(i).front()) || text.is(i, kComma))));
  };
  range.begin = past_lead_in(text, range, head);
  while (!range.empty() && leads(range.begin)) ++range.begin;
  return text.tree.text_of(text.trimmed(without_time(text, text.trimmed(range), head)));
}

Span whole_subject(const QuoteContext& text, uint32_t from, Span words, uint32_t head, uint32_t cue_begin) {
  IndexRange range = text.doc.tokens_in(words);
  if (range.empty()) return words;
  range.begin = subject_start(text, from, range.begin, head);
  range.end = past_aside(text, range.end, cue_begin);
  return with_participle(text, from, text.span_of(range), head, cue_begin);
}

Span behind_cue(const QuoteContext& text, Span words, uint32_t head) {
  return with_relative(text, with_office(text, words, head));
}

}  // namespace dateline
