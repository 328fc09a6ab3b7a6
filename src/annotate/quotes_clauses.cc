#include "annotate/quotes_clauses.h"

#include <algorithm>

#include "annotate/quotes_asides.h"
#include "annotate/quotes_extent.h"
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

// What the right-hand dependents of one cue verb tell.
class Complement {
 public:
  Complement(const QuoteContext& text, Reported& out)
      : text_(text), out_(out), takes_(out.cue->takes), verb_(out.token) {}

  std::optional<IndexRange> read();

 private:
  void read_child(uint32_t c, IndexRange under);
  void read_open(uint32_t c, IndexRange under);
  void read_oblique(uint32_t c, IndexRange under);
  bool told_to(uint32_t object) const;
  IndexRange object_by_order(uint32_t from, IndexRange sentence) const;
  void take(IndexRange r) { best_ = {std::min(best_.begin, r.begin), std::max(best_.end, r.end)}; }
  bool has(uint32_t takes) const { return (takes_ & takes) != 0; }
  bool found() const { return best_.end != 0; }
  bool finding() const {
    return has(kTakesFinding) && out_.speaker_head != kNone &&
           text_.is(static_cast<uint32_t>(out_.speaker_head), kSurvey | kPaper);
  }

  const QuoteContext& text_;
  Reported& out_;
  const uint32_t takes_, verb_;
  int32_t object_ = kNone;
  bool passive_ = false, clause_ = false;
  IndexRange best_{UINT32_MAX, 0};
};

void Complement::read_open(uint32_t c, IndexRange under) {
  if (has(kTakesTo) && object_ == kNone) take(under);
  if (has(kTakesObjectTo | kTakesNamed | kTakesObjectAs) && object_ != kNone && !passive_) {
    take(text_.tree.subtree(object_));
    take(under);
  } else if (has(kTakesNamed | kTakesObjectTo) || (has(kTakesThat) && (passive_ || !text_.is(under.begin, kTo)))) {
    take(under);
  } else if (is_nominal(text_.token(c).upos) && (has(kTakesObject) || finding())) {
    take(under);  // "expressed concern", read as what somebody becomes
  } else if (has(kTakesGerund) && text_.token(c).xpos == Xpos::VBG) {
    take(under);
  }
}

void Complement::read_oblique(uint32_t c, IndexRange under) {
  // "urged all parties to stop": the infinitive right after the one who is urged.
  const bool infinitive = text_.is(under.begin, kTo) && text_.token(under.begin).upos != Upos::ADP;
  if (infinitive && has(kTakesObjectTo) && !found() && object_ != kNone && !passive_ &&
      text_.tree.subtree(static_cast<uint32_t>(object_)).end == under.begin)
    take(text_.tree.subtree(static_cast<uint32_t>(object_)));
  if (infinitive && ((has(kTakesObjectTo) && found() && under.begin == best_.end) || (has(kTakesTo) && !found()))) {
    take(under);
    return;
  }
  const int32_t marked = text_.tree.child(c, {Deprel::case_, Deprel::mark});
  if (marked == kNone) {
    if (has(kTakesGerund) && text_.token(c).xpos == Xpos::VBG && under.begin == verb_ + 1) take(under);
    return;
  }
  const LowerWord lower = text_.lower(static_cast<uint32_t>(marked));
  const std::string_view preposition = lower.view();
  if (!out_.cue->second.empty() && preposition == out_.cue->second) {
    take(under);
  } else if (out_.cue->asks_for(preposition) && !found()) {
    take({std::max(under.begin, static_cast<uint32_t>(marked) + 1), under.end});
    out_.cue_span.end = text_.token(static_cast<uint32_t>(marked)).span.end;
  } else if (passive_ && !found() && out_.cue->object_asks_for(preposition)) {
    // "was accused |of| taking bribes": the preposition belongs to the cue.
    take({std::max(under.begin, static_cast<uint32_t>(marked) + 1), under.end});
    if (static_cast<uint32_t>(marked) == text_.token_past(out_.cue_span.end - 1) + 1)
      out_.cue_span.end = text_.token(static_cast<uint32_t>(marked)).span.end;
  } else if (found() && under.begin <= best_.end &&
             (out_.cue->object_asks_for(preposition) ||
              (has(kTakesObject) &&
               (out_.cue->asks_for(preposition) || text_.is(static_cast<uint32_t>(marked), kGoesOn))))) {
    take(under);
  }
}

void Complement::read_child(uint32_t c, IndexRange under) {
  switch (text_.token(c).deprel) {
    case Deprel::ccomp:
      if (has(kTakesThat | kTakesTo | kTakesObjectTo) || (has(kTakesQuote) && text_.quoted(c)) || finding()) {
        take(under);
        clause_ = true;
      }
      break;
    case Deprel::xcomp: read_open(c, under); break;
    case Deprel::iobj:
      if (object_ != kNone) break;  // "blasted him for lying", read as a hearer
      [[fallthrough]];
    case Deprel::obj:
      if (passive_) break;
      if (has(kTakesObject | kTakesNamed | kTakesObjectAs | kTakesObjectWith) || finding()) take(under);
      if (has(kTakesObjectTo) && told_to(c)) take(under);
      break;
    case Deprel::obl:
    case Deprel::advcl: read_oblique(c, under); break;
    default: break;
  }
}

// "ordered the city |to pay|", with the infinitive hung on the one who is told to.
bool Complement::told_to(uint32_t object) const {
  const int32_t verb = text_.tree.child(object, {Deprel::acl, Deprel::advcl, Deprel::xcomp});
  return verb > static_cast<int32_t>(object) &&
         text_.lower(text_.tree.subtree(static_cast<uint32_t>(verb)).begin) == "to";
}

// The object of a verb that the tagger did not know for one: up to the next mark, conjunction or verb.
IndexRange Complement::object_by_order(uint32_t from, IndexRange sentence) const {
  uint32_t to = from;
  const uint32_t limit = sentence_end(text_, sentence);
  while (to < limit && text_.token(to).upos != Upos::PUNCT && text_.token(to).upos != Upos::AUX &&
         (to == from || (text_.token(to).upos != Upos::CCONJ && text_.token(to).upos != Upos::SCONJ)))
    ++to;
  return to > from ? IndexRange{from, to} : IndexRange{UINT32_MAX, 0};
}

std::optional<IndexRange> Complement::read() {
  object_ = text_.tree.object(verb_);
  passive_ = is_passive(text_, verb_);
  uint32_t floor = verb_ + 1;
  if (!out_.cue->second.empty()) {
    while (floor < text_.size() && floor <= verb_ + 3 && !(text_.lower(floor - 1) == out_.cue->second)) ++floor;
  }
  for (const uint32_t c : text_.tree.children(verb_)) {
    if (c < floor) continue;
    IndexRange under = text_.tree.subtree(c);
    under.begin = std::max(under.begin, floor);
    if (out_.speaker_head != kNone && under.contains(static_cast<uint32_t>(out_.speaker_head))) continue;
    read_child(c, under);
  }
  // "that", or a clause of its own, where the tree hangs it elsewhere.
  const IndexRange sentence = text_.doc.sentences[out_.sentence].tokens;
  // "…, said Smith, who leads the union"
  const bool inverted = out_.speaker_head > static_cast<int32_t>(verb_) &&
                        text_.token_past(out_.speaker.begin) <= text_.token_past(out_.cue_span.end - 1) + 1;
  if (has(kTakesThat) && !inverted && (!found() || !has(kTakesObject))) {
    const uint32_t end = sentence_end(text_, sentence);
    const bool only_tells = has(kTakesQuote) && !has(kTakesObject | kTakesObjectTo | kTakesTo);
    const uint32_t from = clause_after(text_, floor, end, has(kTakesHearer), only_tells);
    const bool spoken =
        has(kTakesQuote) || (from < end && (text_.token(from).upos == Upos::SCONJ || text_.is(from, kInterrogative)));
    if (from < end && spoken && (!found() || from < best_.begin)) {
      take({from, found() ? best_.end : end});
      clause_ = true;
    }
  }
  // "said |as much|", "said |nothing|"
  if (!found() && !inverted && !passive_ && has(kTakesQuote) && has(kTakesThat) && !has(kTakesHearer) &&
      object_ >= static_cast<int32_t>(floor))
    take(text_.tree.subtree(static_cast<uint32_t>(object_)));
  if (!found() && text_.token(verb_).upos != Upos::VERB && has(kTakesObject)) take(object_by_order(floor, sentence));
  if (!found()) return std::nullopt;
  // "…, said Smith, |who leads the union|": what follows the speaker without a colon tells of the speaker.
  const uint32_t first = text_.trimmed(best_).begin;
  if (inverted && first > static_cast<uint32_t>(out_.speaker_head) && is_relative(text_.token(first)))
    return std::nullopt;
  best_.begin = std::max(best_.begin, floor);
  if (best_.begin >= best_.end) return std::nullopt;
  const uint32_t cue_end = text_.token_past(out_.cue_span.end - 1) + 1;
  IndexRange told = put_right(text_, *out_.cue, verb_, cue_end, best_, clause_, sentence);
  // “A,” said Smith, a baker, |“and B”|
  if (inverted) told.begin = std::max(told.begin, text_.token_past(out_.speaker.end - 1) + 1);
  return told.empty() ? std::nullopt : std::optional<IndexRange>(told);
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
  if (out.speaker.begin < out.cue_span.end || !(out.cue->takes & (kTakesObject | kTakesNamed | kTakesObjectAs)) ||
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
  if (!cue || as_saying(text, token) != kNone) return std::nullopt;
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
  std::optional<IndexRange> told = Complement(text, out).read();
  if (told && of_subject(text, out, *told)) return out;
  if (told && is_unsaid(text, out)) return std::nullopt;
  if (told) {
    // ", he said, that is …" reads as a complement too, so a comma right after the cue makes it an aside.
    *told = text.trimmed(*told);
    // "said Monday he would go": the day tells when it was said, not what.
    while (told->size() > 3 && told->begin == text.token_past(out.cue_span.end - 1) + 1 &&
           text.is(told->begin, kCalendar) && text.token(told->begin).upos == Upos::PROPN &&
           text.token(told->begin + 1).upos != Upos::AUX && text.token(told->begin + 1).upos != Upos::VERB) {
      ++told->begin;
    }
    if (told->empty()) return out;
    const bool comma = told->begin > token + 1 && text.is(told->begin - 1, kComma) && !text.is(told->begin, kThat);
    if (comma && !text.quoted(told->begin) && aside(text, out)) return out;
    add_piece(text, out, *told);
    return out;
  }
  if (!by_agent(text, out)) aside(text, out);
  return out;
}

}  // namespace dateline
