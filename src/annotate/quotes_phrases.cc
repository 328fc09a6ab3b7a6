#include "annotate/quotes_phrases.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline {
namespace {

constexpr uint32_t kLongestAside = 30;   // tokens of an apposition
constexpr uint32_t kLongestHearer = 12;  // tokens between a cue and its "that"

IndexRange noun_run(const QuoteContext& text, uint32_t from, uint32_t at) {
  uint32_t b = at;
  while (b > from && !text.quoted(b - 1)) {
    const Token& t = text.token(b - 1);
    const LowerWord lower = text.lower(b - 1);
    const std::string_view w = lower.view();
    if (is_relative(t.xpos)) break;
    if (t.upos == Upos::PRON && text.is(b - 1, kPronoun)) {
      if (b == at) --b;
      break;
    }
    if (text.is(b - 1, kCalendar) && t.upos == Upos::PROPN && b < at) break;
    const bool nominal = is_nominal(t.upos) || text.is(b - 1, kNamed) || t.upos == Upos::DET || t.upos == Upos::ADJ ||
                         t.upos == Upos::SYM || t.xpos == Xpos::POS || t.xpos == Xpos::PRPS;
    const bool joint = b < at && b - 1 > from &&
                       (is_nominal(text.token(b - 2).upos) || text.token(b - 2).upos == Upos::PUNCT ||
                        (text.token(b - 2).upos == Upos::ADJ && b - 2 > from && is_nominal(text.token(b - 3).upos))) &&
                       ((t.upos == Upos::ADP && text.is(b - 1, kJoins)) ||
                        (t.upos == Upos::CCONJ && text.is(b - 1, kAnd)) || w == "-" || w == "/");
    const bool stop = w == "." && b < at && b - 1 > from && text.token(b - 2).span.end == t.span.begin &&
                      text.token(b - 2).span.size() <= 4;
    if (!nominal && !joint && !stop) break;
    --b;
  }
  // "in the past |said", "on Sunday |defended": what a preposition governs is no subject.
  if (b < at && text.token(b).upos == Upos::ADP) return {at, at};
  if (b > from && b < at && text.token(b - 1).upos == Upos::ADP && text.is(b - 1, kJoins)) return {at, at};
  while (b < at &&
         (text.token(b).upos == Upos::ADP || text.token(b).upos == Upos::CCONJ || text.token(b).upos == Upos::PUNCT))
    ++b;
  // "the chief", "the accused": an adjective may stand for a noun.
  const bool noun = is_nominal(text.token(at - 1).upos) || text.is(at - 1, kNamed) ||
                    (text.token(at - 1).upos == Upos::ADJ && b + 1 < at &&
                     (text.token(b).upos == Upos::DET || text.token(b).upos == Upos::NUM));
  if (b == at || !noun) return {at, at};
  return {b, at};
}

}  // namespace

IndexRange subject_before(const QuoteContext& text, uint32_t from, uint32_t at) {
  const IndexRange none{at, at};
  if (at <= from) return none;
  if (!text.is(at - 1, kComma)) {
    const IndexRange run = noun_run(text, from, at);
    // "on November |7| defended": a day is no subject.
    const bool day =
        run.size() == 1 && (text.is(run.begin, kCalendar) || (run.begin > 0 && text.is(run.begin - 1, kCalendar)));
    return run.empty() || day ? none : run;
  }
  for (uint32_t j = at - 1; j > from && at - j < kLongestAside; --j) {
    if (text.quoted(j - 1)) return none;
    if (!text.is(j - 1, kComma)) continue;
    const IndexRange run = noun_run(text, from, j - 1);
    if (run.empty()) continue;
    const Token& first = text.token(j);
    const bool apposition = first.upos == Upos::DET || is_nominal(first.upos) || first.upos == Upos::ADJ ||
                            is_relative(first.xpos) || first.upos == Upos::NUM || text.is(j, kExample);
    // "Clinton|, at Monday's debate,| cited": where it was said, no part of the speaker.
    if ((text.is(j, kSetting) || first.xpos == Xpos::VBG || first.xpos == Xpos::VBN) &&
        (run.begin == from || text.is(run.begin - 1, kComma)))
      return run;
    if (!apposition || first.upos == Upos::PRON) return is_relative(first.xpos) ? IndexRange{run.begin, at - 1} : none;
    // "by a large margin, |the race will be tight|, said": a clause is no apposition.
    for (uint32_t t = j; t + 1 < at && !is_relative(first.xpos) && !is_relative(text.token(t).xpos); ++t) {
      if (is_finite(text.token(t).xpos)) return none;
    }
    return {run.begin, at - 1};
  }
  return none;
}

uint32_t clause_after(const QuoteContext& text, uint32_t at, uint32_t end, bool has_hearer, bool only_tells) {
  // "cautioned|, as did others,| that"
  if (at < end && text.is(at, kComma)) {
    for (uint32_t i = at + 1; i + 1 < end && i - at < kLongestHearer && !text.quoted(i); ++i) {
      if (text.is(i, kComma)) return text.is(i + 1, kThat) ? i + 1 : end;
    }
  }
  for (uint32_t i = at; i < end && i - at < kLongestHearer; ++i) {
    if (text.quoted(i) && i > at) break;
    const Token& t = text.token(i);
    if (text.is(i, kThat) && (t.upos == Upos::SCONJ || t.deprel == Deprel::mark || (has_hearer && i > at))) return i;
    // "said in a telephone interview |that| Smith had …": no relative clause, which would lack its subject.
    if (i > at && i + 1 < end && only_tells && text.is(i, kThat) && text.is(i - 1, kOccasion | kPaper | kCalendar) &&
        !is_finite(text.token(i + 1).xpos) && text.token(i + 1).upos != Upos::AUX)
      return i;
    if (text.is(i, kWhether) && t.upos == Upos::SCONJ) return i;
    const bool asks =
        text.is(i, kInterrogative) && (t.upos == Upos::ADV || t.upos == Upos::PRON || t.upos == Upos::DET);
    if (asks && (i == at || has_hearer) && t.deprel != Deprel::nsubj) return i;
    if (t.deprel == Deprel::amod) continue;  // "in a |written| statement"
    if (t.upos == Upos::VERB || t.upos == Upos::AUX || (t.upos == Upos::PUNCT && !text.is(i, kComma)) ||
        is_finite(t.xpos))
      break;
  }
  // No "that": a subject must follow at once, or after the day ("said Monday the talks had failed").
  uint32_t i = at;
  while (i < end && (text.is(i, kCalendar | kDayLead) || (text.token(i).upos == Upos::NUM && i > at))) {
    ++i;
  }
  if (has_hearer || i >= end) return end;
  const Token& first = text.token(i);
  // "admitted |under questioning| he had not"
  for (uint32_t j = i + 1; first.upos == Upos::ADP && j + 1 < end && j - i < kLongestHearer; ++j) {
    const Token& t = text.token(j);
    if (text.is(j, kPronoun) && (text.token(j + 1).upos == Upos::AUX || is_finite(text.token(j + 1).xpos))) return j;
    if (t.upos == Upos::VERB || t.upos == Upos::AUX || t.upos == Upos::PUNCT || text.quoted(j)) break;
  }
  if (!(is_nominal(first.upos) || first.upos == Upos::DET || first.upos == Upos::ADJ)) return end;
  bool comma = false;
  for (uint32_t j = i + 1; j < end; ++j) {
    const Token& t = text.token(j);
    comma |= text.is(j, kComma);
    const Cue* other = comma ? text.cue_at(j) : nullptr;
    if (other && (other->takes & kTakesQuote)) return end;  // "wrote his book, Smith |said|"
    if (is_finite(t.xpos) || (t.upos == Upos::VERB && only_tells) || t.upos == Upos::AUX) return i;
    const bool hyphen = text.word(j) == "-" && !text.is(j, kDash);  // inside a word
    if (hyphen || (only_tells && (t.upos == Upos::ADP || text.is(j, kDash | kComma)))) continue;
    if (t.upos == Upos::SCONJ || is_relative(t.xpos) || t.upos == Upos::PUNCT) return end;
  }
  return end;
}

}  // namespace dateline
