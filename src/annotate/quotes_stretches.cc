#include "annotate/quotes_stretches.h"

#include <algorithm>
#include <unordered_map>

#include "annotate/quotes_labels.h"
#include "annotate/quotes_phrases.h"
#include "annotate/quotes_shapes.h"
#include "base/strings.h"

namespace dateline {
namespace {

constexpr uint32_t kFullQuote = 6;  // words; an uncredited quotation must be a sentence, not a title or a sneer

class StretchPlacer {
 public:
  StretchPlacer(const QuoteContext& text, std::vector<Told>& told) : text_(text), told_(told) {
    for (size_t t = 0; t < told.size(); ++t) {
      for (const Span piece : told[t].pieces) hold(t, piece);
    }
  }
  void place(size_t i);

 private:
  void hold(size_t t, Span piece);
  bool goes_on_at(size_t i) const;
  std::optional<Attribution> behind(size_t i) const;
  std::optional<Attribution> further_on(size_t i);
  bool passes_on(uint32_t token) const;  // as "according" does
  Told* with_cue(uint32_t token);
  Told* continued(size_t i);
  Told* introduced(Span line);
  Told* before_colon(uint32_t colon);
  Told* alone(const QuotedStretch& q, Span line);
  const Told* spoke_before(Span line) const;
  const Told* spoke_just_before(const QuotedStretch& q, Span line) const;

  const QuoteContext& text_;
  std::vector<Told>& told_;
  std::unordered_map<size_t, std::vector<size_t>> holders_;  // of a stretch: what the clauses gave that it is in
  int32_t last_ = kNone;                                     // the utterance that the last stretch went to
  size_t last_stretch_ = 0;
  std::optional<Attribution> credited_;  // what further_on() found for those before asked_until_
  size_t asked_until_ = 0;
};

void StretchPlacer::hold(size_t t, Span piece) {
  for (const QuotedStretch& q : text_.stretches_from(piece.begin)) {
    if (q.outer.begin >= piece.end) break;
    std::vector<size_t>& holders = holders_[static_cast<size_t>(&q - text_.stretches().data())];
    if (piece.overlaps(q.inner) && (holders.empty() || holders.back() != t)) holders.push_back(t);
  }
}

Told* StretchPlacer::with_cue(uint32_t token) {
  for (Told& t : told_) {
    if (t.cue_token == token) return &t;
  }
  return nullptr;
}

// The utterance that an uncredited quotation goes on with: the one before it in its paragraph with nothing but a full
// stop between, or the one that left its paragraph open, or that ended the paragraph before.
Told* StretchPlacer::continued(size_t i) {
  if (last_ == kNone || last_stretch_ + 1 != i) return nullptr;
  const QuotedStretch &q = text_.stretches()[i], &before = text_.stretches()[last_stretch_];
  if (q.continues) return &told_[last_];
  const Span line = text_.line_of(q.outer);
  // Between two quotations of one speaker there is at most the rest of the sentence that credits the first.
  const std::string_view between =
      std::string_view(text_.doc.text).substr(before.outer.end, q.outer.begin - before.outer.end);
  const uint32_t at = text_.token_from(q.outer.begin);
  const bool begins_sentence = at == 0 || q.outer.begin == line.begin || text_.is(at - 1, kSentenceEnd);
  if (!begins_sentence) return nullptr;
  if (before.outer.begin >= line.begin) {
    uint32_t stops = 0;  // the one that ends the crediting sentence is allowed
    for (uint32_t t = text_.token_from(before.outer.end); t + 1 < at; ++t) stops += text_.is(t, kSentenceEnd);
    return stops == 0 ? &told_[last_] : nullptr;
  }
  const bool announced = between.find(":\n") != std::string_view::npos;  // "Reuters reports:", a line of its own
  return q.outer.begin == line.begin && !announced && std::count(between.begin(), between.end(), '\n') <= 2 &&
                 text_.line_of(before.outer).end - before.outer.end < 60 && line.end - q.outer.end < 3
             ? &told_[last_]
             : nullptr;
}

// The utterance that the paragraph before announces: "The minister said in a statement:" with the quotation below.
Told* StretchPlacer::introduced(Span line) {
  uint32_t end = line.begin;
  while (end > 0 && (is_space(text_.doc.text[end - 1]))) --end;
  if (end == 0 || (text_.doc.text[end - 1] != ':' && text_.doc.text[end - 1] != ',')) return nullptr;
  const Span above = text_.line_of({end - 1, end});
  std::optional<Attribution> found = attribution_before(text_, text_.token_from(end), text_.token_from(above.begin));
  if (!found) return text_.doc.text[end - 1] == ':' ? before_colon(text_.token_from(end - 1)) : nullptr;
  Told* into = with_cue(found->token);
  if (into) return into;
  told_.push_back({});
  into = &told_.back();
  into->cue_token = found->token;
  into->cue_span = found->cue_span;
  into->act = found->cue->act;
  set_speaker(text_, *into, found->speaker);
  return into;
}

// What a colon announces without a cue word: "SMITH: “…”", "Trump fired back on Twitter: “…”". The subject of the
// sentence speaks, its verb stands for the cue. `colon` is the token.
Told* StretchPlacer::before_colon(uint32_t colon) {
  const int32_t s = text_.doc.sentence_at(text_.token(colon).span.begin);
  if (s == kNone) return nullptr;
  const IndexRange tokens = {text_.doc.sentences[s].tokens.begin, colon};
  int32_t subject = kNone, verb = kNone;
  for (uint32_t t = tokens.begin; t < tokens.end && subject == kNone; ++t) {
    const Token& token = text_.token(t);
    if (text_.quoted(t) || token.deprel != Deprel::nsubj || token.head == kNone ||
        !tokens.contains(static_cast<uint32_t>(token.head)))
      continue;
    if (is_relative(token.xpos) || token.xpos == Xpos::WRB) continue;  // "Here is |how| the paper put it: …"
    subject = static_cast<int32_t>(t);
    verb = token.head;
  }
  Span words;
  if (subject != kNone) {
    IndexRange under = text_.tree.subtree(static_cast<uint32_t>(subject));
    under.end = std::min<uint32_t>(under.end,
                                   std::max<uint32_t>(static_cast<uint32_t>(subject) + 1, static_cast<uint32_t>(verb)));
    words = text_.tree.text_of(under);
  } else {
    // A name alone before the colon, at the beginning of its line.
    const bool alone = !tokens.empty() && tokens.size() <= 6 &&
                       text_.line_of(text_.token(tokens.begin).span).begin == text_.token(tokens.begin).span.begin;
    if (!alone || text_.token(colon - 1).upos != Upos::PROPN) return nullptr;
    words = text_.tree.text_of(tokens);
  }
  told_.push_back({});
  Told* told = &told_.back();
  told->speaker = words;
  told->speaker_head = subject;
  told->act = "states";
  if (verb != kNone && text_.token(verb).upos == Upos::VERB) {
    told->cue_token = static_cast<uint32_t>(verb);
    told->cue_span = text_.cue_span_at(Cue{}, static_cast<uint32_t>(verb));
  } else {
    told->cue_token = colon;
    told->cue_span = text_.token(colon).span;
  }
  if (Told* same = with_cue(told->cue_token); same != told) {  // the verb is a cue already
    told_.pop_back();
    return same;
  }
  return told;
}

// Whoever spoke last in the paragraph right before this one: a quotation alone in its paragraph goes on with them.
const Told* StretchPlacer::spoke_before(Span line) const {
  uint32_t end = line.begin;
  while (end > 0 && is_space(text_.doc.text[end - 1])) --end;
  if (end == 0) return nullptr;
  const Span above = text_.line_of({end - 1, end});
  const Told* last = nullptr;
  for (const Told& t : told_) {
    if (t.speaker.empty() || !above.overlaps(t.speaker)) continue;
    if (!last || last->speaker.begin <= t.speaker.begin) last = &t;
  }
  // The paragraph before may be a quotation that only went on with an earlier speaker.
  if (!last && last_ != kNone && !told_[last_].speaker.empty() && above.overlaps(told_[last_].pieces.back()))
    last = &told_[last_];
  return last;
}

// Who speaks, or says what they think, in the sentence right before a quotation in one paragraph: "The mayor celebrated
// the ruling in a statement. “…”"
const Told* StretchPlacer::spoke_just_before(const QuotedStretch& q, Span line) const {
  const uint32_t open = text_.token_from(q.outer.begin);
  if (open == 0 || !text_.is(open - 1, kSentenceEnd)) return nullptr;
  const int32_t s = text_.doc.sentence_at(text_.token(open - 1).span.begin);
  if (s == kNone) return nullptr;
  const Span sentence = text_.doc.sentences[static_cast<size_t>(s)].span;
  if (sentence.begin < line.begin) return nullptr;
  const Told* first = nullptr;
  for (const Told& t : told_) {
    if (t.speaker.empty() || !sentence.contains(t.speaker) || text_.quoted(text_.token_from(t.speaker.begin))) continue;
    if (!first || t.speaker.begin < first->speaker.begin) first = &t;
  }
  return first;
}

// The utterance of a quotation that nobody is credited with beside it: a sentence at the beginning of its paragraph.
Told* StretchPlacer::alone(const QuotedStretch& q, Span line) {
  const IndexRange words = text_.doc.tokens_in(q.inner);
  const char last = text_.doc.text[q.inner.end - 1];
  const bool sentence = last == '.' || last == '!' || last == '?' || last == ',' ||
                        (q.outer.begin == line.begin && q.outer.end == line.end);
  if (words.size() < kFullQuote || !sentence) return nullptr;
  const bool opens = q.outer.begin == line.begin;
  const Told* before = opens ? spoke_before(line) : spoke_just_before(q, line);
  if (!opens && before == nullptr) return nullptr;
  if (Told* announced = opens ? introduced(line) : nullptr) return announced;
  Told told;
  if (before != nullptr) {
    told.speaker = before->speaker;
    told.speaker_head = before->speaker_head;
  }
  told_.push_back(std::move(told));
  return &told_.back();
}

bool StretchPlacer::goes_on_at(size_t i) const {
  return i < text_.stretches().size() && text_.stretches()[i].continues;
}

// Who is credited in the words between this quotation and the next, or the end of the paragraph.
std::optional<Attribution> StretchPlacer::behind(size_t i) const {
  const QuotedStretch& q = text_.stretches()[i];
  uint32_t end = text_.line_of(q.outer).end;
  if (i + 1 < text_.stretches().size()) end = std::min(end, text_.stretches()[i + 1].outer.begin);
  return attribution_after(text_, q, text_.token_from(q.outer.end), text_.token_from(end));
}

// A quotation that its paragraph leaves open is credited where it goes on.
std::optional<Attribution> StretchPlacer::further_on(size_t i) {
  if (i >= asked_until_) {
    credited_.reset();
    for (asked_until_ = i; !credited_ && !text_.stretches()[asked_until_].closed && goes_on_at(asked_until_ + 1);)
      credited_ = behind(++asked_until_);
  }
  return credited_;
}

bool StretchPlacer::passes_on(uint32_t token) const {
  const Cue* cue = text_.cue_at(token);
  return cue != nullptr && (cue->takes & kTakesSource);
}

void StretchPlacer::place(size_t i) {
  const QuotedStretch& q = text_.stretches()[i];
  std::optional<Attribution> found = behind(i);
  for (const size_t t : holders_[i]) {
    // “…,” the spokeswoman told reporters, |according to the agency|: the agency passes on what she said.
    if (found && !found->speaker.empty() && told_[t].cue_token != UINT32_MAX && found->token < told_[t].cue_token &&
        found->speaker.end <= told_[t].cue_span.begin && passes_on(told_[t].cue_token)) {
      std::erase_if(told_[t].pieces, [&](Span piece) { return piece.overlaps(q.inner); });
      continue;
    }
    for (const Span piece : told_[t].pieces) {
      if (!piece.overlaps(q.inner)) continue;
      last_ = static_cast<int32_t>(t);
      last_stretch_ = i;
      return;
    }
  }
  const Span line = text_.line_of(q.outer);
  const uint32_t before = i > 0 ? std::max(line.begin, text_.stretches()[i - 1].outer.end) : line.begin;
  if (!found) found = attribution_before(text_, text_.token_from(q.outer.begin), text_.token_from(before));
  if (!found) found = further_on(i);
  Told* into = nullptr;
  if (found) {
    into = with_cue(found->token);
    if (!into) {
      told_.push_back({});
      into = &told_.back();
      into->cue_token = found->token;
      into->cue_span = found->cue_span;
      into->act = found->cue->act;
    }
    if (into->speaker.empty() || into->speaker.overlaps(q.outer)) set_speaker(text_, *into, found->speaker);
  } else if (std::optional<Told> by = signed_by(text_, q)) {
    told_.push_back(std::move(*by));
    into = &told_.back();
  } else {
    into = continued(i);
  }
  if (!into && text_.token_from(q.outer.begin) > 0 && text_.word(text_.token_from(q.outer.begin) - 1) == ":") {
    into = before_colon(text_.token_from(q.outer.begin) - 1);
  }
  if (!into) into = alone(q, line);
  if (!into) return;
  if (!into->pieces.empty() && is_title(text_, q)) return;
  into->pieces.push_back(led_up_to(text_, *into, q));
  last_ = static_cast<int32_t>(into - told_.data());
  last_stretch_ = i;
}

}  // namespace

void place_stretches(const QuoteContext& text, std::vector<Told>& told) {
  StretchPlacer placer(text, told);
  for (size_t i = 0; i < text.stretches().size(); ++i) placer.place(i);
}

}  // namespace dateline
