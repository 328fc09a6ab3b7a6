#include "annotate/quotes_clauses.h"

#include <algorithm>

#include "annotate/quotes_asides.h"
#include "annotate/quotes_complement.h"
#include "annotate/quotes_ends.h"
#include "annotate/quotes_nominal.h"
#include "annotate/quotes_phrases.h"
#include "annotate/quotes_source_extent.h"
#include "annotate/quotes_sources.h"

namespace dateline {
namespace {

Span cue_span(const QuoteContext& text, const Cue& cue, uint32_t token) {
  Span span = text.cue_span_at(cue, token);
  // "went on to say", "declined to say": the verb above is part of it where nothing stands between.
  const Token& t = text.token(token);
  if (t.head == kNone || t.head >= static_cast<int32_t>(token) || token - t.head > 4) return span;
  const auto above = static_cast<uint32_t>(t.head);
  const bool next = t.deprel == Deprel::advcl && text.token_past(span.begin) <= above + 2 &&
                    text.is(text.token_past(span.begin), kTo);  // "went on to explain"
  const bool verb = text.token(above).upos == Upos::VERB && (t.deprel == Deprel::xcomp || next);
  // "was able to tout", "has been slow to embrace"
  const int32_t copula = text.token(above).upos == Upos::ADJ ? text.tree.child(above, Deprel::cop) : kNone;
  const bool able = copula != kNone && copula < t.head && above - copula <= 3 &&
                    (t.deprel == Deprel::xcomp || t.deprel == Deprel::advcl) &&
                    text.is(text.token_past(span.begin), kTo);
  if (verb && text.tree.object(t.head) == kNone)
    span.begin = std::min(span.begin, text.cue_span_at(Cue{}, above).begin);
  if (able) span.begin = std::min(span.begin, text.cue_span_at(Cue{}, static_cast<uint32_t>(copula)).begin);
  return span;
}

// Verb forms that tell of no saying: "the violence reported", "is expected to", "efforts to press for".
bool is_unsaid(const QuoteContext& text, const Reported& out) {
  const Token& verb = text.token(out.token);
  if (out.speaker.empty() && is_passive(text, out.token))
    return verb.deprel == Deprel::acl || text.tree.child(out.token, Deprel::ccomp) == kNone;
  if (verb.deprel == Deprel::acl && verb.xpos == Xpos::VB && verb.head != kNone)
    return text.token(verb.head).upos == Upos::NOUN;
  if (!out.speaker.empty()) return false;
  if (verb.xpos == Xpos::VBN) return true;  // "a bar called …", "compared with …"
  if (verb.xpos != Xpos::VB) return false;
  // "Don't forget that …" asks the reader: nobody stands before the verb.
  for (uint32_t t = text.doc.sentences[out.sentence].tokens.begin; t < out.token; ++t) {
    if (is_nominal(text.token(t).upos) || text.token(t).upos == Upos::DET) return false;
  }
  return true;
}

// "was admitted to |hospital|", "the clashes claimed ten |lives|": what cue words say of other things.
bool tells_nothing(const QuoteContext& text, const Cue& cue, uint32_t verb) {
  if (!(cue.takes & kTakesObject) || text.tree.child(verb, Deprel::ccomp) != kNone) return false;
  const bool passive = is_passive(text, verb), claims = cue.act == Label("hedges");
  for (const uint32_t c : text.tree.children(verb)) {
    const Deprel d = text.token(c).deprel;
    if (text.is(c, kMute) && (passive ? d == Deprel::obl : claims && d == Deprel::obj)) return true;
  }
  return false;
}

// "Oakland |shares| fell": a plural noun that the tagger took for a verb. What takes an object has none before a verb.
bool is_plural_noun(const QuoteContext& text, const Cue& cue, uint32_t token) {
  if (cue.takes & (kTakesThat | kTakesQuote) || text.token(token).xpos != Xpos::VBZ || token + 1 >= text.size())
    return false;
  const Xpos next = text.token(token + 1).xpos;
  return next == Xpos::VBD || next == Xpos::VBZ || next == Xpos::VBP || next == Xpos::MD;
}

// The subject of a passive verb is what is told; false if it has none before it.
bool add_subject(const QuoteContext& text, Reported& out, int32_t subject) {
  if (subject == kNone || subject > static_cast<int32_t>(out.token)) return false;
  const Span words = source_span(text, static_cast<uint32_t>(subject), out.token);
  if (words.empty()) return false;
  out.pieces.push_back(words);
  return true;
}

// "The plan was endorsed by the union"
bool by_agent(const QuoteContext& text, Reported& out) {
  if (out.speaker.begin < out.cue_span.end || !(out.cue->takes & (kTakesObject | kTakesNamed)) ||
      !is_passive(text, out.token))
    return false;
  // "a transcript seen by the paper"
  if (text.token(out.token).deprel == Deprel::acl && !(out.cue->takes & kTakesObject)) return false;
  const int32_t subject = text.tree.subject(out.token);
  return subject != kNone && text.token(static_cast<uint32_t>(subject)).upos != Upos::VERB &&
         add_subject(text, out, subject);
}

// "The veto is expected to come", "The firm was accused of fraud": the subject and the rest, whether or not somebody is
// named by whom.
bool of_subject(const QuoteContext& text, Reported& out, IndexRange told) {
  if (told.empty() || text.token(out.token).deprel == Deprel::acl || !is_passive(text, out.token)) return false;
  const bool opens = text.is(told.begin, kTo) && (out.cue->takes & (kTakesTo | kTakesObjectTo | kTakesThat));
  const bool names = out.cue->takes & (kTakesObjectAs | kTakesObjectWith | kTakesNamed);
  if (!(opens && out.speaker.empty()) && !names) return false;
  if (!add_subject(text, out, text.tree.child(out.token, {Deprel::nsubj_pass, Deprel::nsubj}))) return false;
  add_piece(text, out, told);
  return true;
}

// "|sent an email| saying", "|responded by| saying", "|took to Twitter| to complain": the verb above, where its subject
// is who speaks and nothing parts it from the cue.
Span with_carrying_verb(const QuoteContext& text, const Reported& out) {
  constexpr uint32_t kLongest = 14;  // tokens
  const Token& verb = text.token(out.token);
  const uint32_t begin = text.token_past(out.cue_span.begin);
  const bool infinitive = text.is(begin, kTo) && verb.xpos == Xpos::VB;
  if ((verb.xpos != Xpos::VBG && !infinitive) || out.speaker_head == kNone) return out.cue_span;
  const auto speaker = static_cast<uint32_t>(out.speaker_head);
  int32_t up = verb.head;
  while (up != kNone && up > out.speaker_head && !is_finite(text.token(static_cast<uint32_t>(up)).xpos) &&
         text.tree.finite(static_cast<uint32_t>(up)) == kNone)
    up = text.token(static_cast<uint32_t>(up)).head;
  if (up == kNone || up <= out.speaker_head || up >= static_cast<int32_t>(begin)) return out.cue_span;
  const auto above = static_cast<uint32_t>(up);
  if (text.token(above).upos != Upos::VERB || text.tree.subject(above) != out.speaker_head || begin - above > kLongest)
    return out.cue_span;
  if (text.is(begin - 1, kWhen | kConcession)) return out.cue_span;  // "sang |before asking|"
  for (uint32_t t = above; t < begin; ++t) {
    if (text.token(t).upos == Upos::PUNCT || text.quoted(t)) return out.cue_span;
  }
  const Span carrying = text.cue_span_at(Cue{}, above);
  if (carrying.begin < text.token(speaker).span.end || carrying.begin < out.speaker.end) return out.cue_span;
  return {carrying.begin, out.cue_span.end};
}

// "When she said |it was safe|, …": the cue leads in.
bool in_lead(const QuoteContext& text, const Reported& out) {
  const uint32_t who = text.token_past(out.speaker.begin);
  const uint32_t first = text.doc.sentences[out.sentence].tokens.begin;
  return who == first + 1 && text.is(first, kWhen | kConcession);
}

// "Asked |whether it was safe|, Smith said …": what is asked ends before the main clause.
IndexRange before_main_clause(const QuoteContext& text, const Reported& out, IndexRange told) {
  const bool leads = in_lead(text, out) && !led_in(text, told);
  if (text.token(out.token).xpos == Xpos::VBG || (!out.speaker.empty() && !leads)) return told;
  bool complete = false;
  for (uint32_t t = told.begin + 1; t + 2 < told.end; ++t) {
    complete |= is_finite_verb(text.token(t));
    if (!text.is(t, kComma | kDash) || text.quoted(t)) continue;
    for (uint32_t v = t + 2; v < told.end && !text.is(v, kComma) && !text.quoted(v); ++v) {
      const Cue* cue = text.cue_at(v);
      const bool tells = cue && (cue->takes & kTakesQuote);
      if (!tells && !(leads && complete && is_finite_verb(text.token(v)))) continue;
      const uint32_t begin = text.token_past(text.cue_span_at(tells ? *cue : Cue{}, v).begin);
      if (subject_before(text, t + 1, begin).begin == t + 1) return {told.begin, t};
    }
  }
  return told;
}

// "said |Monday| he would go", "said |earlier on Wednesday| it was lost": the day tells when it was said, not what.
IndexRange past_day(const QuoteContext& text, IndexRange told) {
  while (told.size() > 3) {
    uint32_t day = told.begin;
    if (text.is(day, kTimeWord) && text.is(day + 1, kDayLead)) ++day;
    if (text.is(day, kDayLead)) ++day;
    if (day + 1 >= told.end || !text.is(day, kCalendar) || text.token(day).upos != Upos::PROPN) break;
    const Upos after = text.token(day + 1).upos;
    if (after == Upos::AUX || after == Upos::VERB) break;
    told.begin = day + 1;
  }
  return told;
}

// "expressed deep concern about the vote": the noun tells, the verb only carries it.
std::optional<Reported> carried(const QuoteContext& text, uint32_t sentence, uint32_t verb) {
  const LowerWord lemma(text.doc.lemma(text.token(verb)));
  if (!(text.lexicon.words.of(lemma.view()) & kCarrier)) return std::nullopt;
  const int32_t object = text.tree.child(verb, {Deprel::obj, Deprel::xcomp});
  if (object == kNone || object < static_cast<int32_t>(verb)) return std::nullopt;
  return read_nominal(text, sentence, static_cast<uint32_t>(object));
}

}  // namespace

void add_piece(const QuoteContext& text, Reported& out, IndexRange tokens) {
  tokens = text.trimmed(tokens);
  if (!tokens.empty()) out.pieces.push_back(text.span_of(tokens));
}

// "quoted Reza |as saying| the border would open": the participle of a cue behind "as", which tells for the verb above
// it.
int32_t as_saying(const QuoteContext& text, uint32_t verb) {
  for (const uint32_t c : text.tree.children(verb)) {
    if (c < verb || text.token(c).xpos != Xpos::VBG || !text.is(c - 1, kAs)) continue;
    const Cue* cue = text.cue_at(c);
    if (cue && (cue->takes & kTakesThat)) return static_cast<int32_t>(c);
  }
  return kNone;
}

// Who is quoted as saying it, and the words from "quoted" on if nobody stands between.
void read_quoted(const QuoteContext& text, Reported& out) {
  const int32_t up = text.token(out.token).head;
  if (up == kNone || as_saying(text, static_cast<uint32_t>(up)) != static_cast<int32_t>(out.token)) return;
  const auto above = static_cast<uint32_t>(up);
  int32_t object = text.tree.child(above, {Deprel::obj, Deprel::xcomp});
  if (object == kNone) object = text.tree.subject(above);
  if (object == kNone || object > static_cast<int32_t>(out.token)) return;
  out.speaker_head = object;
  out.speaker = source_span(text, static_cast<uint32_t>(object), out.token - 1);
  const Span cue = text.cue_span_at(Cue{}, above);
  out.cue_span.begin = above + 2 == out.token ? cue.begin : text.token(out.token - 1).span.begin;
}

std::optional<Reported> read_verb(const QuoteContext& text, uint32_t sentence, uint32_t token) {
  const Cue* cue = text.cue_at(token);
  if (!cue || is_plural_noun(text, *cue, token) || as_saying(text, token) != kNone || tells_nothing(text, *cue, token))
    return std::nullopt;
  if (std::optional<Reported> by_noun = carried(text, sentence, token)) return by_noun;
  Reported out;
  out.cue = cue;
  out.token = token;
  out.sentence = sentence;
  if (cue->takes & kTakesSource) return by_source(text, out) ? std::optional<Reported>(out) : std::nullopt;
  out.cue_span = cue_span(text, *cue, token);
  const Source source = source_of(text, token, out.cue_span, sentence);
  out.speaker = source.span;
  out.speaker_head = source.head;
  read_quoted(text, out);
  std::optional<IndexRange> told = read_complement(text, out);
  if (told && of_subject(text, out, *told)) return out;
  if (told && is_unsaid(text, out)) return std::nullopt;
  if (told) {
    // ", he said, that is …" reads as a complement too, so a comma right after the cue makes it an aside.
    *told = before_main_clause(text, out, text.trimmed(*told));
    if (told->begin == text.token_past(out.cue_span.end - 1) + 1) *told = past_day(text, *told);
    if (told->empty()) return out;
    const bool comma = told->begin > token + 1 && text.is(told->begin - 1, kComma) && !text.is(told->begin, kThat);
    if (comma && !text.quoted(told->begin) && aside(text, out)) return out;
    add_piece(text, out, *told);
    out.cue_span = with_carrying_verb(text, out);
    return out;
  }
  if (!by_agent(text, out)) aside(text, out);
  return out;
}

}  // namespace dateline
