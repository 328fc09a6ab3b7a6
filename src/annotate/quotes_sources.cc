#include "annotate/quotes_sources.h"

#include <algorithm>

#include "annotate/quotes_phrases.h"
#include "annotate/quotes_source_extent.h"

namespace dateline {
namespace {

// The noun that a run of words is about: before its first preposition, comma or relative clause.
uint32_t head_in(const QuoteContext& text, IndexRange run) {
  uint32_t head = run.begin;
  for (uint32_t t = run.begin; t < run.end; ++t) {
    const Token& token = text.token(t);
    if (t > run.begin && (token.upos == Upos::ADP || text.is(t, kComma) || is_relative(token.xpos))) break;
    if (token.upos == Upos::PART) continue;
    if (is_nominal(token.upos)) head = t;
  }
  return head;
}

// The subject of the clause that a participle after a comma hangs on ("X filed a motion, |arguing …"), whatever noun
// the parser hung it on.
int32_t main_subject(const QuoteContext& text, uint32_t participle, uint32_t from) {
  int32_t up = text.token(participle).head;
  while (up != kNone && up >= static_cast<int32_t>(from)) {
    const Token& t = text.token(static_cast<uint32_t>(up));
    if (t.upos == Upos::VERB || t.upos == Upos::AUX ||
        text.tree.child(static_cast<uint32_t>(up), Deprel::cop) != kNone) {
      const int32_t subject = text.tree.child(static_cast<uint32_t>(up), {Deprel::nsubj, Deprel::nsubj_pass});
      if (subject != kNone && subject < static_cast<int32_t>(participle) &&
          !text.quoted(static_cast<uint32_t>(subject)))
        return subject;
    }
    up = t.head;
  }
  return kNone;
}

// "He left, with |the gangs| demanding that he stay away": the noun of the absolute clause.
int32_t absolute_subject(const QuoteContext& text, uint32_t from, uint32_t participle) {
  uint32_t b = participle;
  while (b > from && !text.quoted(b - 1) && !text.is(b - 1, kCalendar) &&
         (is_nominal(text.token(b - 1).upos) || text.token(b - 1).upos == Upos::DET ||
          text.token(b - 1).upos == Upos::ADJ || text.token(b - 1).xpos == Xpos::POS))
    --b;
  const bool with = b > from && b < participle && text.is(b - 1, kWith) && is_nominal(text.token(participle - 1).upos);
  return with ? static_cast<int32_t>(participle) - 1 : kNone;
}

// "|She| sent an email saying it was safe": what an email says is said by who puts it out.
int32_t issuer_above(const QuoteContext& text, uint32_t participle) {
  const Token& verb = text.token(participle);
  if (verb.xpos != Xpos::VBG || verb.deprel != Deprel::acl || verb.head == kNone) return kNone;
  const auto paper = static_cast<uint32_t>(verb.head);
  const Token& noun = text.token(paper);
  if (paper > participle || !text.is(paper, kPaper) || noun.deprel != Deprel::obj || noun.head == kNone) return kNone;
  const LowerWord lemma(text.doc.lemma(text.token(static_cast<uint32_t>(noun.head))));
  if (!(text.lexicon.words.of(lemma.view()) & kIssuer)) return kNone;
  const int32_t subject = text.tree.subject(static_cast<uint32_t>(noun.head));
  return subject < noun.head ? subject : kNone;
}

// "Claiming fraud, |Smith| asked for a recount": the subject behind the clause that a sentence begins with.
int32_t subject_behind(const QuoteContext& text, uint32_t sentence, uint32_t participle) {
  const IndexRange tokens = text.doc.sentences[sentence].tokens;
  for (uint32_t t = participle + 1; t + 1 < tokens.end; ++t) {
    if (!text.is(t, kComma) || text.quoted(t)) continue;
    for (uint32_t s = t + 1; s < tokens.end && s < t + 8; ++s) {
      const Deprel r = text.token(s).deprel;
      if (r == Deprel::nsubj || r == Deprel::nsubj_pass) return static_cast<int32_t>(s);
      if (text.token(s).upos == Upos::VERB || text.token(s).upos == Upos::PUNCT) break;
    }
  }
  return kNone;
}

// "|She| describes it as a duty and has said that …": the subject of the finite verb before a conjoined one that the
// parser hung elsewhere.
int32_t joined_subject(const QuoteContext& text, uint32_t from, uint32_t begin) {
  if (begin == from || text.token(begin - 1).upos != Upos::CCONJ) return kNone;
  for (uint32_t t = begin - 1; t > from; --t) {
    const Token& token = text.token(t - 1);
    if (token.upos != Upos::VERB || text.quoted(t - 1)) continue;
    const int32_t subject = text.tree.child(t - 1, {Deprel::nsubj, Deprel::nsubj_pass});
    if (subject != kNone && subject < static_cast<int32_t>(t) - 1 && !text.quoted(static_cast<uint32_t>(subject)))
      return subject;
  }
  return kNone;
}

// "Lerner, a spokesman, denied Israel was involved": taggers take such a verb for a participle. What follows it tells:
// a passive one has no object.
bool reads_active(const QuoteContext& text, uint32_t v) {
  const Token& verb = text.token(v);
  if (verb.xpos != Xpos::VBN || v + 1 >= text.size()) return false;
  for (uint32_t i = v; i > 0 && i + 4 > v; --i) {
    if (text.token(i - 1).upos == Upos::AUX) return false;
    if (text.token(i - 1).upos != Upos::ADV) break;
  }
  if (text.tree.child(v, {Deprel::aux, Deprel::aux_pass}) != kNone) return false;
  // A sentence whose head is a noun with this participle has no other verb.
  if (verb.deprel == Deprel::acl && verb.head != kNone && text.token(verb.head).deprel == Deprel::root &&
      verb.head < static_cast<int32_t>(v))
    return true;
  // Nor has one whose subject hangs on an infinitive or a quoted verb: "The observer |called| on all “to remain
  // vigilant”".
  const int32_t over = verb.deprel == Deprel::acl && verb.head != kNone ? text.token(verb.head).head : kNone;
  if (over > static_cast<int32_t>(v) &&
      (text.quoted(static_cast<uint32_t>(over)) || text.tree.finite(static_cast<uint32_t>(over)) == kNone))
    return true;
  const int32_t object = text.tree.child(v, Deprel::obj);
  if (verb.deprel != Deprel::acl && object > static_cast<int32_t>(v)) return true;
  const Token& next = text.token(v + 1);
  return next.upos == Upos::PROPN || next.upos == Upos::DET || next.upos == Upos::PRON || text.is(v + 1, kThat);
}

// "|an official who asked not to be named| said": a subject with its relative clause, by word order alone.
IndexRange with_relative_before(const QuoteContext& text, uint32_t from, uint32_t at) {
  constexpr uint32_t kLongest = 10;  // tokens
  for (uint32_t t = at; t > from + 1 && at - t < kLongest; --t) {
    const uint32_t who = t - 1;
    if (text.quoted(who) || text.token(who).upos == Upos::PUNCT || text.token(who).upos == Upos::CCONJ) break;
    if (!is_relative(text.token(who).xpos) || who + 2 >= at) continue;
    const IndexRange run = subject_before(text, from, who);
    return run.empty() ? run : IndexRange{run.begin, at};
  }
  return {at, at};
}

Source of_head(const QuoteContext& text, int32_t head, uint32_t verb) {
  const Span words = source_span(text, static_cast<uint32_t>(head), verb);
  if (head < static_cast<int32_t>(verb)) return {head, words};
  return {head, behind_cue(text, words, static_cast<uint32_t>(head))};
}

}  // namespace

bool is_passive(const QuoteContext& text, uint32_t v) {
  const Xpos form = text.token(v).xpos;
  if (form == Xpos::VBG || form == Xpos::VB || form == Xpos::VBZ || form == Xpos::VBP) return false;
  uint32_t before = v;
  while (before > 0 && before + 4 > v && (text.token(before - 1).upos == Upos::ADV || text.is(before - 1, kNegation)))
    --before;
  if (before > 0 && text.token(before - 1).upos == Upos::AUX) {
    const std::string_view lemma = text.doc.lemma(text.token(before - 1));
    if (lemma == "have") return false;
    // "who's called for a vote": a clipped "has", unless somebody is named by whom.
    const char clipped = text.word(before - 1).front();
    if ((clipped == '\'' || clipped == '\xE2') && text.tree.object(v) == kNone && text.tree.agent(v) == kNone)
      return false;
    if (lemma == "be" || lemma == "get") return true;
  }
  // "The shops were alerted and |told| to check": the second verb does without its auxiliary.
  const Token& verb = text.token(v);
  if (form == Xpos::VBN && verb.deprel == Deprel::conj && verb.head != kNone && verb.head < static_cast<int32_t>(v) &&
      text.tree.child(v, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::aux}) == kNone &&
      is_passive(text, static_cast<uint32_t>(verb.head)))
    return !reads_active(text, v);
  // "the agreement |announced| Wednesday by the secretary was …", whatever its form to the tagger
  if (text.tree.child(v, Deprel::obl_agent) > static_cast<int32_t>(v) && v + 1 < text.size() &&
      text.tree.child(v, Deprel::nsubj) != kNone &&
      (text.is(v + 1, kBy) || (text.is(v + 1, kCalendar | kTimeWord) && v + 2 < text.size() && text.is(v + 2, kBy))))
    return true;
  return text.tree.is_passive(v) && !reads_active(text, v);
}

// "is supported |by far fewer papers|", whatever the parser made of what stands behind "by".
int32_t agent_of(const QuoteContext& text, uint32_t v) {
  const int32_t agent = text.tree.agent(v);
  if (agent != kNone || v + 2 >= text.size() || !text.is(v + 1, kBy)) return agent;
  uint32_t head = v + 2;
  while (text.token(head).head > static_cast<int32_t>(v) + 1) head = static_cast<uint32_t>(text.token(head).head);
  return is_nominal(text.token(head).upos) ? static_cast<int32_t>(head) : kNone;
}

Source source_of(const QuoteContext& text, uint32_t v, Span cue, uint32_t sentence) {
  Source out;
  const Token& verb = text.token(v);
  const bool active = reads_active(text, v);
  if (is_passive(text, v)) {
    const int32_t agent = agent_of(text, v);
    return agent == kNone ? out : of_head(text, agent, v);
  }
  const bool bare_past = active || (verb.xpos == Xpos::VBN && verb.deprel != Deprel::acl);
  const bool is_finite =
      bare_past || text.tree.finite(v) != kNone || (verb.upos != Upos::VERB && verb.upos != Upos::AUX);
  int32_t own = kNone;  // the subject nearest to the verb: parsers may give it two
  for (const uint32_t c : text.tree.children(v)) {
    const Deprel r = text.token(c).deprel;
    if ((r != Deprel::nsubj && r != Deprel::nsubj_pass) || text.quoted(c) || (own != kNone && c > v)) continue;
    if (own == kNone || !(c > 0 && text.is(c - 1, kTimeWord)))
      own = static_cast<int32_t>(c);  // "the court |this month|"
  }
  const uint32_t begin = text.token_past(cue.begin);
  const uint32_t from = text.doc.sentences[sentence].tokens.begin;
  if (own > static_cast<int32_t>(v)) {
    // Inverted only where nothing but a quotation or a comma stands before the verb: "said |the union| expected" is
    // not.
    const IndexRange before = subject_before(text, from, begin);
    if (before.empty()) return of_head(text, own, v);
    own = kNone;
  }
  int32_t head = own;
  if (head == kNone && (!is_finite || verb.deprel == Deprel::conj)) {
    if (verb.xpos == Xpos::VBG && begin > from && text.is(begin - 1, kComma | kDash))
      head = main_subject(text, v, from);
    if (head == kNone && verb.xpos == Xpos::VBG) head = absolute_subject(text, from, begin);
    if (head == kNone) head = issuer_above(text, v);
    if (head == kNone) head = text.tree.subject(v);
    if (head == kNone && verb.xpos == Xpos::VBG && begin == from) head = subject_behind(text, sentence, v);
    if (head != kNone &&
        (text.token(static_cast<uint32_t>(head)).upos == Upos::VERB || text.quoted(static_cast<uint32_t>(head))))
      head = kNone;
    if (head != kNone && !is_finite) return of_head(text, head, v);
  }
  if (!is_finite && head == kNone) {
    // "|The New York Times|, citing an official, reported …", whatever the parser made of the paper.
    if (verb.xpos != Xpos::VBG || begin <= from + 1 || !text.is(begin - 1, kComma)) return out;
    const IndexRange first = subject_before(text, from, begin - 1);
    if (first.empty() || first.begin != from) return out;
    return {static_cast<int32_t>(head_in(text, first)), text.span_of(first)};
  }
  if (head != kNone && head < static_cast<int32_t>(v)) {
    out = of_head(text, head, v);
    if (!out.span.empty()) {
      out.span = whole_subject(text, from, out.span, static_cast<uint32_t>(head), begin);
      uint32_t gap = text.token_past(out.span.end - 1) + 1;
      while (gap < begin && (text.token(gap).upos == Upos::PUNCT || text.token(gap).upos == Upos::ADV) &&
             !text.quoted(gap))
        ++gap;
      if (gap == begin) return out;
    }
  }
  IndexRange near = subject_before(text, from, begin);
  if (near.empty()) near = with_relative_before(text, from, begin);
  if (near.empty() && head == kNone && (verb.xpos == Xpos::VBD || verb.xpos == Xpos::VBZ || begin < v))
    head = joined_subject(text, from, begin);
  if (near.empty()) return head == kNone || out.head != kNone ? out : of_head(text, head, v);
  if (head != kNone && near.contains(static_cast<uint32_t>(head))) {
    out.span = text.tree.text_of(without_time(text, near, static_cast<uint32_t>(head)));
    return out;
  }
  // A conjoined verb has its own subject only where a new clause begins before it.
  if (head != kNone && own == kNone && verb.deprel == Deprel::conj && !text.is(near.begin, kPronoun)) {
    const bool clause =
        near.begin > from && (text.token(near.begin - 1).upos == Upos::CCONJ ||
                              text.token(near.begin - 1).upos == Upos::PUNCT || text.is(near.begin - 1, kClauseStart));
    if (!clause) return out;
  }
  out.head = static_cast<int32_t>(head_in(text, near));
  out.span = text.tree.text_of(without_time(text, near, static_cast<uint32_t>(out.head)));
  return out;
}

}  // namespace dateline
