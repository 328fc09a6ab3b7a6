#include "annotate/quotes_assembly.h"

#include <algorithm>

#include "annotate/quotes_clauses.h"
#include "annotate/quotes_closing.h"
#include "annotate/quotes_labels.h"
#include "annotate/quotes_nominal.h"
#include "annotate/quotes_phrases.h"
#include "annotate/quotes_shapes.h"
#include "annotate/quotes_stretches.h"

namespace dateline {
namespace {

class Assembler {
 public:
  explicit Assembler(const QuoteContext& text) : text_(text) {}

  std::vector<Told> run() {
    read_sentences();
    place_stretches(text_, told_);
    return finish();
  }

 private:
  void read_sentences();
  bool hides_a_name(const Reported& found) const;
  bool swallows_speaker(const Reported& found) const;
  Label act_of(const Told& told) const;
  void take_over_speaker(Told& told, uint32_t from) const;
  bool holds(const Told& outer, const Told& inner) const;
  bool passes_on(const Told& outer, const Told& inner) const;
  void end_before(const Told& outer, Told& inner) const;
  void drop_nested();
  void keep_quoted(Told& told) const;
  void widen(Told& told) const;
  StatementKind kind_of(const Told& told) const;
  std::vector<Told> finish();

  const QuoteContext& text_;
  std::vector<Told> told_;
};

void Assembler::read_sentences() {
  const Document& doc = text_.doc;
  for (uint32_t s = 0; s < doc.sentences.size(); ++s) {
    const SectionKind kind = doc.section_of(doc.sentences[s]).kind;
    if (kind == SectionKind::comment || kind == SectionKind::boilerplate) continue;
    const IndexRange tokens = doc.sentences[s].tokens;
    if (std::optional<Told> turn = read_turn(text_, s)) {
      told_.push_back(std::move(*turn));
      continue;
    }
    if (std::optional<Told> label = read_headline_label(text_, s)) {
      told_.push_back(std::move(*label));
      continue;
    }
    const size_t before = told_.size();
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (text_.quoted(t)) continue;
      std::optional<Reported> found = read_verb(text_, s, t);
      if (!found || found->pieces.empty()) {
        if (std::optional<Reported> nominal = read_nominal(text_, s, t)) found = std::move(nominal);
      }
      if (!found || found->pieces.empty()) {
        if (std::optional<Reported> closing = read_closing(text_, s, t)) found = std::move(closing);
      }
      if (found && (hides_a_name(*found) || swallows_speaker(*found))) continue;
      if (found && quoted_as_saying(text_, found->token, tokens.end)) continue;
      if (!found || (!told_.empty() && told_.back().cue_token == found->token)) continue;
      Told told;
      told.pieces = std::move(found->pieces);
      told.cue_span = found->cue_span;
      told.speaker = found->speaker;
      told.speaker_head = found->speaker_head;
      told.cue_token = found->token;
      told.act = found->cue->act;
      told.aside = found->aside;
      if (!(found->cue->takes & kTakesSource)) take_over_speaker(told, tokens.begin);
      widen(told);
      told_.push_back(std::move(told));
    }
    const bool nothing = std::all_of(told_.begin() + static_cast<std::ptrdiff_t>(before), told_.end(),
                                     [](const Told& t) { return t.pieces.empty(); });
    if (!nothing) continue;
    if (std::optional<Told> headline = read_headline(text_, s)) told_.push_back(std::move(*headline));
  }
  drop_nested();
}

// "who spoke on condition of anonymity", "asked not to be named": tells of the source, not of what it says.
bool Assembler::hides_a_name(const Reported& found) const {
  constexpr uint32_t kFormula = 8;  // tokens
  if (found.pieces.size() != 1) return false;
  const IndexRange tokens = text_.doc.tokens_in(found.pieces.front());
  for (uint32_t t = tokens.begin; t < std::min(tokens.end, tokens.begin + kFormula); ++t) {
    if (text_.quoted(t) || is_finite(text_.token(t).xpos)) return false;
    if (text_.is(t, kAnonymity)) return true;
  }
  return false;
}

// “The dam is safe,” |Ann Lee, head of the union,| told state media: the tree has her for a part of what was told. What
// stands between the quotation's last comma and the cue is for quotes_direct.h to read.
bool Assembler::swallows_speaker(const Reported& found) const {
  const Span first = found.pieces.empty() ? Span{} : found.pieces.front();
  if (found.pieces.size() != 1 || first.end > found.cue_span.begin) return false;
  const auto from = text_.stretches_from(first.begin);
  if (from.empty()) return false;
  const QuotedStretch& q = from.front();
  const bool whole = q.closed && (q.outer.begin == first.begin || q.inner.begin == first.begin);
  return whole && q.outer.end < first.end && text_.doc.words(q.inner).ends_with(',');
}

// "did not deny that …", "neither confirmed nor denied …", "refused to say whether …": who neither owns nor disowns.
Label Assembler::act_of(const Told& told) const {
  if (told.act != Label("denies") && told.act != Label("confirms")) return told.act;
  const uint32_t begin = text_.token_past(told.cue_span.begin);
  for (uint32_t t = begin; t < told.cue_token && t < text_.size(); ++t) {
    if (text_.is(t, kNegation) || text_.word(t) == "n't" || text_.word(t) == "n’t") return "hedges";
  }
  if (begin > 0 && text_.is(begin - 1, kNeither)) return "hedges";
  const IndexRange words = text_.doc.tokens_in(told.pieces.front());
  if (words.size() < 2 || !text_.is(words.begin, kTo)) return told.act;
  const Cue* second = text_.cue_at(words.begin + 1);
  return second && (second->takes & (kTakesQuote | kTakesThat)) ? Label("hedges") : told.act;
}

// "X said …, adding that …": the participle's speaker is whoever spoke in the sentence before it, whatever the parser
// hung it on; so is that of "… and asserted that …" if its subject stands in what was told.
void Assembler::take_over_speaker(Told& told, uint32_t from) const {
  uint32_t t = told.cue_token;
  const bool participle = text_.lower(t).view().ends_with("ing");
  while (t > from && text_.is(t - 1, kAdverb)) --t;
  const bool joined = t > from && !participle && text_.token(t - 1).upos == Upos::CCONJ;
  if (t == from || !(joined || (participle && text_.is(t - 1, kComma)))) return;
  for (size_t i = told_.size(); i-- > 0;) {
    const Told& before = told_[i];
    if (before.cue_token < from) return;
    if (before.speaker.empty() || before.pieces.empty() || text_.token(before.cue_token).xpos == Xpos::VBG) continue;
    if (i > 0 && holds(told_[i - 1], before)) continue;  // "said he |believed| A, adding B": "he" is at second hand
    if (joined && !before.pieces.back().overlaps(told.speaker)) continue;
    told.speaker = before.speaker;
    told.speaker_head = before.speaker_head;
    return;
  }
}

// Whether the cue of `inner` stands in what `outer` tells.
bool Assembler::holds(const Told& outer, const Told& inner) const {
  const Span cue = text_.token(inner.cue_token).span;
  return std::any_of(outer.pieces.begin(), outer.pieces.end(), [&](Span piece) { return piece.contains(cue); });
}

// "Police said A, according to the paper", "…, the paper reported": what the paper passes on is said by the police too.
bool Assembler::passes_on(const Told& outer, const Told& inner) const {
  const Cue* cue = text_.cue_at(outer.cue_token);
  return cue && (cue->takes & (kTakesSource | kTakesFinding)) && outer.aside && outer.cue_token > inner.cue_token &&
         !inner.aside && is_finite(text_.token(inner.cue_token).xpos) && !inner.speaker.empty();
}

// What `inner` tells ends before the aside that passes it on.
void Assembler::end_before(const Told& outer, Told& inner) const {
  const uint32_t aside =
      outer.speaker.empty() ? outer.cue_span.begin : std::min(outer.speaker.begin, outer.cue_span.begin);
  for (Span& piece : inner.pieces) {
    if (piece.begin >= aside || piece.end <= aside) continue;
    const IndexRange kept = text_.trimmed({text_.token_from(piece.begin), text_.token_from(aside)});
    if (!kept.empty()) piece = text_.span_of(kept);
  }
}

// A cue inside what another one tells ("said that Blinken urged …") tells at second hand: only the outer one stays. Of
// two inside each other the one beside the sentence is the outer one ("Trump Could Address Energy, Graham Says").
void Assembler::drop_nested() {
  constexpr size_t kNear = 12;
  std::vector<uint8_t> inside(told_.size(), 0);
  for (size_t i = 0; i < told_.size(); ++i) {
    for (size_t j = i >= kNear ? i - kNear : 0; j < std::min(told_.size(), i + kNear) && !inside[i]; ++j) {
      if (i == j || inside[j] || !holds(told_[j], told_[i])) continue;
      if (passes_on(told_[j], told_[i])) {
        end_before(told_[j], told_[i]);
        continue;
      }
      inside[i] = !(told_[i].aside && !told_[j].aside && holds(told_[i], told_[j]));
    }
  }
  size_t kept = 0;
  for (size_t i = 0; i < told_.size(); ++i) {
    if (inside[i]) continue;
    if (kept != i) told_[kept] = std::move(told_[i]);
    ++kept;
  }
  told_.resize(kept);
}

// What begins inside a quotation goes on to its end, over sentences.
void Assembler::widen(Told& told) const {
  for (Span& piece : told.pieces) {
    for (const QuotedStretch& q : text_.stretches_from(piece.begin)) {
      if (q.outer.begin >= piece.end) break;
      // Both marks are told, or neither.
      if (q.inner.begin < piece.begin && piece.begin < q.inner.end) piece.begin = q.inner.begin;
      if (q.outer.begin > piece.begin && q.outer.end > piece.end)
        piece.end = q.outer.end;
      else if (q.inner.end > piece.end && q.inner.begin >= piece.begin)
        piece.end = q.inner.end;
    }
    // A piece that is one quotation is shown without its marks.
    for (const QuotedStretch& q : text_.stretches_from(piece.begin)) {
      if (q.outer.begin > piece.begin) break;
      if (q.outer.begin == piece.begin && piece.end >= q.inner.end && piece.end <= q.outer.end) piece = q.inner;
    }
  }
}

StatementKind Assembler::kind_of(const Told& told) const {
  bool in = false, out = false;
  for (const Span piece : told.pieces) {
    const IndexRange tokens = text_.doc.tokens_in(piece);
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (text_.token(t).upos == Upos::PUNCT || text_.is(t, kQuoteMark)) continue;
      (text_.quoted(t) ? in : out) = true;
    }
  }
  return in && out ? StatementKind::mixed : in ? StatementKind::direct : StatementKind::indirect;
}

// “…,” said Ortega, one of the stars: once a quotation stands before its cue, only quoted words go on with it.
void Assembler::keep_quoted(Told& told) const {
  if (told.pieces.size() < 2 || told.cue_span.empty()) return;
  auto quoted = [&](Span piece) {
    const IndexRange tokens = text_.doc.tokens_in(piece);
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (text_.quoted(t)) return true;
    }
    return false;
  };
  auto whole = [&](Span piece) {
    const auto from = text_.stretches_from(piece.begin);
    return !from.empty() && from.front().inner == piece;
  };
  if (!whole(told.pieces.front()) || told.pieces.front().begin > told.cue_span.begin) return;
  std::erase_if(told.pieces, [&](Span piece) { return piece.begin > told.cue_span.begin && !quoted(piece); });
  // “…,” she said, |her voice breaking,| “…”
  for (Span& piece : told.pieces) {
    if (piece.begin < told.cue_span.end) continue;
    for (const QuotedStretch& q : text_.stretches_from(piece.begin)) {
      if (q.outer.begin >= piece.end) break;
      if (q.outer.begin > piece.begin && q.inner.begin < piece.end && q.outer.end >= piece.end) piece = q.inner;
    }
  }
}

std::vector<Told> Assembler::finish() {
  std::erase_if(told_, [](const Told& t) { return t.pieces.empty(); });
  for (Told& t : told_) {
    std::sort(t.pieces.begin(), t.pieces.end());
    keep_quoted(t);
    t.kind = kind_of(t);
    t.act = act_of(t);
    t.cue_span = with_manner(text_, t);
    t.cue_span = with_occasion(text_, t);
  }
  auto place = [](const Told& t) {
    return t.cue_span.empty() ? t.pieces.front().begin : std::min(t.pieces.front().begin, t.cue_span.begin);
  };
  std::stable_sort(told_.begin(), told_.end(), [&](const Told& a, const Told& b) { return place(a) < place(b); });
  return std::move(told_);
}

}  // namespace

std::vector<Told> find_told(const QuoteContext& text) { return Assembler(text).run(); }

}  // namespace dateline
