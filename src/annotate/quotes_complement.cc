#include "annotate/quotes_complement.h"

#include <algorithm>

#include "annotate/quotes_extent.h"
#include "annotate/quotes_phrases.h"
#include "annotate/quotes_sources.h"

namespace dateline {
namespace {

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
  IndexRange inside_relative(IndexRange told) const;
  IndexRange object_by_order(uint32_t from, IndexRange sentence) const;
  IndexRange hearer_by_order(uint32_t from, IndexRange sentence) const;
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
    if (text_.is(c, kCalendar | kTimeWord)) return;  // "spoke on Friday"
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

// "called on |the council “to remain vigilant”|": the hearers and an infinitive that the parser hung elsewhere.
IndexRange Complement::hearer_by_order(uint32_t from, IndexRange sentence) const {
  constexpr uint32_t kLongest = 15;  // tokens of who is called on
  const uint32_t limit = sentence_end(text_, sentence);
  for (uint32_t t = from; t + 1 < limit && t - from < kLongest; ++t) {
    const Token& token = text_.token(t);
    if (t > from && text_.is(t, kTo) && token.upos != Upos::ADP) return {from, limit};
    const bool phrase = is_nominal(token.upos) || token.upos == Upos::DET || token.upos == Upos::ADJ ||
                        token.upos == Upos::CCONJ || token.upos == Upos::ADP || text_.is(t, kQuoteMark);
    if (!phrase) break;
  }
  return {UINT32_MAX, 0};
}

// "Smith, who asked |whether it was safe|, said on Friday that …": what a relative clause tells ends with it, before
// the verb that governs it.
IndexRange Complement::inside_relative(IndexRange told) const {
  if (out_.speaker_head == kNone || !is_relative(text_.token(static_cast<uint32_t>(out_.speaker_head)).xpos))
    return told;
  for (uint32_t t = told.begin + 1; t + 1 < told.end; ++t) {
    if (!text_.is(t, kComma | kDash) || text_.quoted(t)) continue;
    uint32_t verb = t + 1;
    while (verb + 1 < told.end && text_.token(verb).upos == Upos::ADV) ++verb;
    if ((is_finite(text_.token(verb).xpos) || text_.token(verb).upos == Upos::AUX) && !text_.quoted(verb) &&
        text_.tree.subtree(verb).contains(verb_))
      return {told.begin, t};
  }
  return told;
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
  if (!found() && has(kTakesObjectTo) && !inverted && !passive_) take(hearer_by_order(floor, sentence));
  if (!found() && text_.token(verb_).upos != Upos::VERB && has(kTakesObject)) take(object_by_order(floor, sentence));
  if (!found()) return std::nullopt;
  // "went on |strike|": no words of anybody's.
  if (takes_ == kTakesQuote && !text_.quoted(best_.begin) && !text_.quoted(best_.end - 1)) return std::nullopt;
  // "…, said Smith, |who leads the union|": what follows the speaker without a colon tells of the speaker.
  const uint32_t first = text_.trimmed(best_).begin;
  if (inverted && first > static_cast<uint32_t>(out_.speaker_head) && is_relative(text_.token(first).xpos))
    return std::nullopt;
  best_.begin = std::max(best_.begin, floor);
  if (best_.begin >= best_.end) return std::nullopt;
  const uint32_t cue_end = text_.token_past(out_.cue_span.end - 1) + 1;
  IndexRange told = put_right(text_, *out_.cue, verb_, cue_end, best_, clause_, sentence);
  told = inside_relative(told);
  // “A,” said Smith, a baker, |“and B”|
  if (inverted) told.begin = std::max(told.begin, text_.token_past(out_.speaker.end - 1) + 1);
  return told.empty() ? std::nullopt : std::optional<IndexRange>(told);
}

}  // namespace

std::optional<IndexRange> read_complement(const QuoteContext& text, Reported& out) {
  return Complement(text, out).read();
}

}  // namespace dateline
