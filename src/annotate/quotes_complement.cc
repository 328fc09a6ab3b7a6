#include "annotate/quotes_complement.h"

#include <algorithm>

#include "annotate/quotes_by_order.h"
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
  bool lacks_as() const;
  IndexRange inside_relative(IndexRange told) const;
  void take(IndexRange r) { best_ = {std::min(best_.begin, r.begin), std::max(best_.end, r.end)}; }
  void take(const std::optional<IndexRange>& r) {
    if (r) take(*r);
  }
  void read_by_order(uint32_t floor, IndexRange sentence, bool inverted);
  bool has(uint32_t takes) const { return (takes_ & takes) != 0; }
  bool found() const { return best_.end != 0; }
  bool finding() const;

  const QuoteContext& text_;
  Reported& out_;
  const uint32_t takes_, verb_;
  int32_t object_ = kNone;
  bool passive_ = false, clause_ = false;
  IndexRange best_{UINT32_MAX, 0};
};

// "A 2014 study by Levitt found 31 cases": what speaks is a study, whomever the parser took for the subject.
bool Complement::finding() const {
  if (!has(kTakesFinding) || out_.speaker_head == kNone) return false;
  if (text_.is(static_cast<uint32_t>(out_.speaker_head), kSurvey | kPaper)) return true;
  if (!is_finite(text_.token(verb_).xpos)) return false;
  const IndexRange words = text_.doc.tokens_in(out_.speaker);
  uint32_t t = words.begin;
  while (t + 1 < words.end && text_.token(t + 1).upos != Upos::ADP && !text_.is(t + 1, kComma)) ++t;
  return t + 1 < words.end && text_.is(t, kSurvey);
}

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
      if (has(kTakesThat | kTakesObjectTo) || (has(kTakesTo) && text_.is(under.begin, kTo)) ||
          (has(kTakesQuote) && text_.quoted(c)) || finding() || (found() && under.begin == best_.end)) {
        take(under);
        clause_ = true;
      }
      break;
    case Deprel::acl:
      if (text_.token(verb_).upos != Upos::NOUN) break;  // a noun to the tagger
      [[fallthrough]];
    case Deprel::xcomp: read_open(c, under); break;
    case Deprel::iobj:
      if (object_ != kNone) break;  // "blasted him for lying", read as a hearer
      [[fallthrough]];
    case Deprel::obj:
      if (passive_) break;
      if (has(kTakesObject | kTakesNamed | kTakesObjectAs | kTakesObjectWith) || finding()) take(under);
      if (has(kTakesObjectTo) && told_to(c)) take(under);
      break;
    case Deprel::nmod:
      if (text_.token(verb_).upos != Upos::NOUN) break;
      [[fallthrough]];
    case Deprel::obl:
    case Deprel::advcl: read_oblique(c, under); break;
    default: break;
  }
}

// "cast a ballot": tells only with what it is cast as.
bool Complement::lacks_as() const {
  if (!has(kTakesObjectAs) || has(kTakesObject | kTakesNamed) || clause_) return false;
  for (uint32_t t = best_.begin; t < best_.end; ++t) {
    if (text_.is(t, kAs)) return false;
  }
  return true;
}

// "ordered the city |to pay|", with the infinitive hung on the one who is told to.
bool Complement::told_to(uint32_t object) const {
  const int32_t verb = text_.tree.child(object, {Deprel::acl, Deprel::advcl, Deprel::xcomp});
  return verb > static_cast<int32_t>(object) &&
         text_.lower(text_.tree.subtree(static_cast<uint32_t>(verb)).begin) == "to";
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

// Where the tree gives nothing, the words behind the verb alone.
void Complement::read_by_order(uint32_t floor, IndexRange sentence, bool inverted) {
  if (!inverted && !passive_) {
    if (has(kTakesThat) && !has(kTakesQuote | kTakesObjectAs)) take(clause_by_order(text_, out_, floor, sentence));
    clause_ |= found();
    if (!found() && has(kTakesObjectTo)) take(hearer_by_order(text_, floor, sentence));
  }
  if (!found() && text_.token(verb_).upos != Upos::VERB && has(kTakesObject))
    take(object_by_order(text_, floor, sentence));
  if (!found() && !inverted && !passive_ && !out_.speaker.empty()) take(next_by_order(text_, out_, floor, sentence));
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
  if (!found()) read_by_order(floor, sentence, inverted);
  if (!found() || lacks_as()) return std::nullopt;
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
