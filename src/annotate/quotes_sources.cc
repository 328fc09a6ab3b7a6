#include "annotate/quotes_sources.h"

#include <algorithm>

#include "annotate/quotes_phrases.h"
#include "base/strings.h"

namespace dateline {
namespace {

// The noun that a run of words is about: before its first preposition or comma.
uint32_t head_in(const QuoteContext& text, IndexRange run) {
  uint32_t head = run.begin;
  for (uint32_t t = run.begin; t < run.end; ++t) {
    const Token& token = text.token(t);
    if (t > run.begin && (token.upos == Upos::ADP || text.is(t, kComma))) break;
    if (token.upos == Upos::PART) continue;
    if (is_nominal(token.upos)) head = t;
  }
  return head;
}

// Without the day or time at its end: "Sanders |on Tuesday", "the court |this month", "Trump |Friday".
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
    const bool day = text.is(last, kCalendar) && text.token(last).upos == Upos::PROPN;
    const bool span_of_time = before && text.is(last - 1, kTimeWord) && last + 1 == r.end && last > t;
    if ((day && (before || last == t)) || span_of_time) return {r.begin, t};
  }
  return r;
}

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
  const int32_t object = text.tree.child(v, Deprel::obj);
  if (verb.deprel != Deprel::acl && object > static_cast<int32_t>(v)) return true;
  const Token& next = text.token(v + 1);
  return next.upos == Upos::PROPN || next.upos == Upos::DET || next.upos == Upos::PRON || text.lower(v + 1) == "that";
}

// Where the clause that a subject stands in begins, if nothing but noun phrases stands between: "|A 2014 study by
// Loyola professor| Justin Levitt found" with the parser's subject at the end of it. `begin` if something else does.
uint32_t subject_start(const QuoteContext& text, uint32_t from, uint32_t begin, uint32_t head) {
  if (text.is(head, kPronoun) || text.token(head).xpos == Xpos::WDT || text.token(head).xpos == Xpos::WP) return begin;
  uint32_t t = begin;
  while (t > from) {
    const Token& before = text.token(t - 1);
    if (text.quoted(t - 1) || text.is(t - 1, kComma | kDash | kColon | kSentenceEnd | kQuoteMark | kPronoun)) break;
    if (before.upos == Upos::SCONJ || before.xpos == Xpos::WDT || before.xpos == Xpos::WP || before.xpos == Xpos::WRB)
      break;
    const bool finite = before.xpos == Xpos::VBD || before.xpos == Xpos::VBZ || before.xpos == Xpos::VBP ||
                        before.xpos == Xpos::MD || before.xpos == Xpos::VB || before.xpos == Xpos::VBG ||
                        before.upos == Upos::AUX || before.xpos == Xpos::TO;
    if (finite) return begin;
    --t;
  }
  while (t < begin && (text.token(t).upos == Upos::CCONJ || text.token(t).upos == Upos::PUNCT)) ++t;
  if (t >= begin) return begin;
  const Token& first = text.token(t);
  const bool counts = text.lower(t) == "nearly" || text.lower(t) == "only" || text.lower(t) == "about";
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
    if (text.is(t, kComma)) return text.is(t + 1, kSetting) ? t : r.end;
  }
  return r.end;
}

// The subject before its verb as a whole.
Span whole(const QuoteContext& text, uint32_t from, Span words, uint32_t head, uint32_t cue_begin) {
  IndexRange range = text.doc.tokens_in(words);
  if (range.empty()) return words;
  range.begin = subject_start(text, from, range.begin, head);
  range.end = past_aside(text, range.end, cue_begin);
  return text.span_of(range);
}

// "said Smith|, who leads the union|": a relative clause that the parser hung elsewhere, up to the next comma or the
// end.
Span with_relative(const QuoteContext& text, Span words) {
  const IndexRange range = text.doc.tokens_in(words);
  if (range.empty() || range.end + 2 >= text.size() || !text.is(range.end, kComma) || text.quoted(range.end + 1) ||
      !is_relative(text.token(range.end + 1)))
    return words;
  uint32_t end = range.end + 1;
  while (end < text.size() && !text.is(end, kComma | kDash | kColon | kSentenceEnd | kQuoteMark) && !text.quoted(end))
    ++end;
  return text.span_of({range.begin, end});
}

Source of_head(const QuoteContext& text, int32_t head, uint32_t verb) {
  const Span words = source_span(text, static_cast<uint32_t>(head), verb);
  return {head, head > static_cast<int32_t>(verb) ? with_relative(text, words) : words};
}

}  // namespace

bool is_passive(const QuoteContext& text, uint32_t v) {
  const Xpos form = text.token(v).xpos;
  if (form == Xpos::VBG || form == Xpos::VB || form == Xpos::VBZ || form == Xpos::VBP) return false;
  uint32_t before = v;
  while (before > 0 && before + 4 > v && (text.token(before - 1).upos == Upos::ADV || text.lower(before - 1) == "not"))
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
  return text.tree.is_passive(v) && !reads_active(text, v);
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

Source source_of(const QuoteContext& text, uint32_t v, Span cue, uint32_t sentence) {
  Source out;
  const Token& verb = text.token(v);
  const bool active = reads_active(text, v);
  if (is_passive(text, v)) {
    const int32_t agent = text.tree.agent(v);
    return agent == kNone ? out : of_head(text, agent, v);
  }
  const bool bare_past = active || (verb.xpos == Xpos::VBN && verb.deprel != Deprel::acl);
  const bool is_finite = verb.xpos == Xpos::VBD || verb.xpos == Xpos::VBZ || verb.xpos == Xpos::VBP || bare_past ||
                         text.tree.finite(v) != kNone || (verb.upos != Upos::VERB && verb.upos != Upos::AUX);
  int32_t own = kNone;  // the subject nearest to the verb: parsers may give it two
  for (const uint32_t c : text.tree.children(v)) {
    const Deprel r = text.token(c).deprel;
    if ((r == Deprel::nsubj || r == Deprel::nsubj_pass) && !text.quoted(c) && (own == kNone || c < v))
      own = static_cast<int32_t>(c);
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
    if (verb.xpos == Xpos::VBG && begin > from && text.is(begin - 1, kComma)) head = main_subject(text, v, from);
    if (head == kNone) head = text.tree.subject(v);
    if (head != kNone &&
        (text.token(static_cast<uint32_t>(head)).upos == Upos::VERB || text.quoted(static_cast<uint32_t>(head))))
      head = kNone;
    if (head != kNone && !is_finite) return of_head(text, head, v);
  }
  if (!is_finite && head == kNone) return out;
  if (head != kNone && head < static_cast<int32_t>(v)) {
    out = of_head(text, head, v);
    if (!out.span.empty()) {
      out.span = whole(text, from, out.span, static_cast<uint32_t>(head), begin);
      uint32_t gap = text.token_past(out.span.end - 1) + 1;
      while (gap < begin && (text.token(gap).upos == Upos::PUNCT || text.token(gap).upos == Upos::ADV) &&
             !text.quoted(gap))
        ++gap;
      if (gap == begin) return out;
    }
  }
  const IndexRange near = subject_before(text, from, begin);
  if (near.empty()) return out;
  if (head != kNone && near.contains(static_cast<uint32_t>(head))) {
    out.span = text.tree.text_of(without_time(text, near, static_cast<uint32_t>(head)));
    return out;
  }
  // A conjoined verb has its own subject only where a new clause begins before it.
  if (head != kNone && own == kNone && verb.deprel == Deprel::conj && !text.is(near.begin, kPronoun)) {
    const bool clause = near.begin > from && (text.token(near.begin - 1).upos == Upos::CCONJ ||
                                              text.token(near.begin - 1).upos == Upos::PUNCT);
    if (!clause) return out;
  }
  out.head = static_cast<int32_t>(head_in(text, near));
  out.span = text.tree.text_of(without_time(text, near, static_cast<uint32_t>(out.head)));
  return out;
}

}  // namespace dateline
