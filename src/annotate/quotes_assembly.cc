#include "annotate/quotes_assembly.h"

#include <algorithm>

#include "annotate/quotes_clauses.h"
#include "annotate/quotes_direct.h"
#include "annotate/quotes_phrases.h"
#include "annotate/quotes_words.h"
#include "base/strings.h"

namespace dateline {
namespace {

constexpr uint32_t kFullQuote = 6;  // words; an uncredited quotation must be a sentence, not a title or a sneer

class Assembler {
 public:
  Assembler(const Document& doc, const CueTable& cues) : doc_(doc), cues_(cues), tree_(doc) {
    for (const QuotedStretch& q : find_quoted(doc)) {
      if (q.depth == 0) stretches_.push_back(q);
    }
    stretch_of_.assign(doc.tokens.size(), kNone);
    for (size_t i = 0; i < stretches_.size(); ++i) {
      const IndexRange in = doc.tokens_in(stretches_[i].inner);
      std::fill(stretch_of_.begin() + in.begin, stretch_of_.begin() + in.end, static_cast<int32_t>(i));
    }
  }

  std::vector<Told> run() {
    read_clauses();
    for (size_t i = 0; i < stretches_.size(); ++i) place_stretch(i);
    return finish();
  }

 private:
  void read_clauses();
  void take_over_speaker(Told& told, uint32_t from) const;
  void drop_nested();
  void place_stretch(size_t i);
  Told* with_cue(uint32_t token);
  Told* continued(size_t i);
  Told* introduced(Span line);
  Told* before_colon(uint32_t colon);
  const Told* spoke_before(Span line) const;
  void set_speaker(Told& told, Span words) const;
  Span led_up_to(const Told& told, const QuotedStretch& q) const;
  void keep_quoted(Told& told) const;
  void widen(Told& told) const;
  StatementKind kind_of(const Told& told) const;
  std::vector<Told> finish();

  Span line_of(Span span) const {
    const size_t begin = doc_.text.rfind('\n', span.begin);
    return {begin == std::string::npos ? 0 : static_cast<uint32_t>(begin + 1),
            static_cast<uint32_t>(std::min(doc_.text.find('\n', span.end), doc_.text.size()))};
  }
  uint32_t token_from(uint32_t byte) const {
    auto found = std::partition_point(doc_.tokens.begin(), doc_.tokens.end(),
                                      [&](const Token& t) { return t.span.begin < byte; });
    return static_cast<uint32_t>(found - doc_.tokens.begin());
  }

  const Document& doc_;
  const CueTable& cues_;
  TreeView tree_;
  std::vector<QuotedStretch> stretches_;  // outermost ones
  std::vector<int32_t> stretch_of_;       // per token
  std::vector<Told> told_;
  int32_t last_ = kNone;  // the utterance that the last stretch went to
  size_t last_stretch_ = 0;
};

void Assembler::read_clauses() {
  const ClauseReader reader(doc_, tree_, cues_, stretch_of_);
  for (uint32_t s = 0; s < doc_.sentences.size(); ++s) {
    const SectionKind kind = doc_.section_of(doc_.sentences[s]).kind;
    if (kind == SectionKind::comment || kind == SectionKind::boilerplate) continue;
    const IndexRange tokens = doc_.sentences[s].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (stretch_of_[t] != kNone) continue;
      std::optional<Reported> found = reader.read(s, t);
      if (!found) continue;
      Told told;
      told.pieces = std::move(found->pieces);
      told.cue_span = found->cue_span;
      told.speaker = found->speaker;
      told.speaker_head = found->speaker_head;
      told.cue_token = t;
      told.act = found->cue->act;
      take_over_speaker(told, tokens.begin);
      widen(told);
      told_.push_back(std::move(told));
    }
  }
  drop_nested();
}

// "X said …, adding that …": the participle's speaker is whoever spoke in the sentence before it, whatever the parser
// hung it on.
void Assembler::take_over_speaker(Told& told, uint32_t from) const {
  uint32_t t = told.cue_token;
  if (doc_.tokens[t].xpos != Xpos::VBG) return;
  while (t > from && doc_.tokens[t - 1].upos == Upos::ADV) --t;
  if (t == from || !is_comma(doc_.words(doc_.tokens[t - 1]))) return;
  for (size_t i = told_.size(); i-- > 0;) {
    const Told& before = told_[i];
    if (before.cue_token < from) return;
    if (before.speaker.empty() || before.pieces.empty() || doc_.tokens[before.cue_token].xpos == Xpos::VBG) continue;
    told.speaker = before.speaker;
    told.speaker_head = before.speaker_head;
    return;
  }
}

// A cue inside what another one tells ("said that Blinken urged …") tells at second hand: only the outer one stays.
void Assembler::drop_nested() {
  std::vector<uint8_t> inside(told_.size(), 0);
  for (size_t i = 0; i < told_.size(); ++i) {
    for (size_t j = i >= 12 ? i - 12 : 0; j < std::min(told_.size(), i + 12) && !inside[i]; ++j) {
      if (i == j || inside[j] || told_[j].pieces.empty()) continue;
      for (const Span piece : told_[j].pieces) inside[i] |= piece.contains(doc_.tokens[told_[i].cue_token].span);
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
    for (const QuotedStretch& q : stretches_) {
      if (q.outer.begin >= piece.end) break;
      if (q.inner.end <= piece.end || q.inner.begin < piece.begin) continue;
      piece.end = q.inner.end;
    }
    // A piece that is one quotation is shown without its marks.
    for (const QuotedStretch& q : stretches_) {
      if (q.outer.begin > piece.begin) break;
      if (q.outer.begin == piece.begin && piece.end >= q.inner.end && piece.end <= q.outer.end) piece = q.inner;
    }
  }
}

Told* Assembler::with_cue(uint32_t token) {
  for (Told& t : told_) {
    if (t.cue_token == token) return &t;
  }
  return nullptr;
}

// The utterance that an uncredited quotation goes on with: the one before it in its paragraph with nothing but a full
// stop between, or the one that left its paragraph open, or that ended the paragraph before.
Told* Assembler::continued(size_t i) {
  if (last_ == kNone || last_stretch_ + 1 != i) return nullptr;
  const QuotedStretch &q = stretches_[i], &before = stretches_[last_stretch_];
  if (q.continues) return &told_[last_];
  const Span line = line_of(q.outer);
  // Between two quotations of one speaker there is at most the rest of the sentence that credits the first.
  const std::string_view between =
      std::string_view(doc_.text).substr(before.outer.end, q.outer.begin - before.outer.end);
  const uint32_t at = token_from(q.outer.begin);
  const bool begins_sentence = at == 0 || q.outer.begin == line.begin || ends_sentence(doc_.words(doc_.tokens[at - 1]));
  if (!begins_sentence) return nullptr;
  if (before.outer.begin >= line.begin) {
    const int32_t a = doc_.sentence_at(before.inner.end - 1), b = doc_.sentence_at(q.inner.begin);
    return b - a <= 1 ? &told_[last_] : nullptr;
  }
  return q.outer.begin == line.begin && std::count(between.begin(), between.end(), '\n') <= 2 &&
                 line_of(before.outer).end - before.outer.end < 60 && line.end - q.outer.end < 3
             ? &told_[last_]
             : nullptr;
}

// A quotation in the middle of a told clause ("explains why the state is “weird”") is told from the clause's beginning.
Span Assembler::led_up_to(const Told& told, const QuotedStretch& q) const {
  if (told.cue_token == UINT32_MAX || told.cue_span.end > q.outer.begin || !told.pieces.empty()) return q.inner;
  const uint32_t open = token_from(q.outer.begin);
  uint32_t from = token_from(told.cue_span.end);
  if (from >= open || open - from > 30) return q.inner;
  const std::string_view before = doc_.words(doc_.tokens[open - 1]);
  if (is_comma(before) || before == ":" || is_dash(before)) return q.inner;
  for (uint32_t t = from; t < open; ++t) {
    if (ends_sentence(doc_.words(doc_.tokens[t])) || doc_.words(doc_.tokens[t]) == ":") return q.inner;
  }
  const Cue* cue = cue_at(doc_, cues_, told.cue_token);
  const bool hearer = cue && (cue->takes & kTakesHearer);
  const uint32_t begin = clause_after(doc_, stretch_of_, from, open, hearer);
  if (begin < open)
    from = begin;
  else if (hearer || (cue && (cue->takes & kTakesQuote) && doc_.tokens[from].upos == Upos::ADP))
    return q.inner;
  return {doc_.tokens[from].span.begin, q.inner.end};
}

// What word order gives as the speaker's words, narrowed to the noun phrase that the grammar sees in them.
void Assembler::set_speaker(Told& told, Span words) const {
  const IndexRange range = doc_.tokens_in(words);
  told.speaker = words;
  told.speaker_head = kNone;
  if (range.empty()) return;
  uint32_t head = range.end;
  for (uint32_t t = range.begin; t < range.end && head == range.end; ++t) {
    const Deprel r = doc_.tokens[t].deprel;
    if (is_nominal(doc_.tokens[t].upos) && (r == Deprel::nsubj || r == Deprel::nsubj_pass)) head = t;
  }
  for (uint32_t t = range.begin; t < range.end && head == range.end; ++t) {
    const Token& token = doc_.tokens[t];
    if (!is_nominal(token.upos) || token.deprel == Deprel::compound || token.deprel == Deprel::nmod_poss) continue;
    if (t > range.begin && doc_.tokens[t - 1].upos == Upos::ADP) continue;
    head = t;
  }
  if (head == range.end) {
    if (doc_.tokens[range.begin].upos != Upos::X) told.speaker = {};
    return;
  }
  told.speaker_head = static_cast<int32_t>(head);
  // Right of the cue appositions belong to it; left of it only what word order gave.
  IndexRange under = tree_.subtree(head);
  const bool inverted = told.cue_token != UINT32_MAX && range.begin > told.cue_token;
  under.begin = std::max(under.begin, range.begin);
  under.end = inverted ? std::max(under.end, range.end) : std::min(under.end, range.end);
  for (uint32_t t = head; t < under.end; ++t) {
    if (stretch_of_[t] != kNone) under.end = t;
  }
  while (!under.empty() && (doc_.tokens[under.end - 1].upos == Upos::PUNCT)) --under.end;
  while (!under.empty() && (doc_.tokens[under.begin].upos == Upos::PUNCT)) ++under.begin;
  if (!under.empty()) told.speaker = tree_.text_of(under);
}

// The utterance that the paragraph before announces: "The minister said in a statement:" with the quotation below.
Told* Assembler::introduced(Span line) {
  uint32_t end = line.begin;
  while (end > 0 && (is_space(doc_.text[end - 1]))) --end;
  if (end == 0 || (doc_.text[end - 1] != ':' && doc_.text[end - 1] != ',')) return nullptr;
  const Span above = line_of({end - 1, end});
  std::optional<Attribution> found = attribution_before(doc_, cues_, token_from(end), token_from(above.begin));
  if (!found) return doc_.text[end - 1] == ':' ? before_colon(token_from(end - 1)) : nullptr;
  Told* into = with_cue(found->token);
  if (into) return into;
  told_.push_back({});
  into = &told_.back();
  into->cue_token = found->token;
  into->cue_span = found->cue_span;
  into->act = found->cue->act;
  set_speaker(*into, found->speaker);
  return into;
}

// What a colon announces without a cue word: "SMITH: “…”", "Trump fired back on Twitter: “…”". The subject of the
// sentence speaks, its verb stands for the cue. `colon` is the token.
Told* Assembler::before_colon(uint32_t colon) {
  const int32_t s = doc_.sentence_at(doc_.tokens[colon].span.begin);
  if (s == kNone) return nullptr;
  const IndexRange tokens = {doc_.sentences[s].tokens.begin, colon};
  int32_t subject = kNone, verb = kNone;
  for (uint32_t t = tokens.begin; t < tokens.end && subject == kNone; ++t) {
    const Token& token = doc_.tokens[t];
    if (stretch_of_[t] != kNone || token.deprel != Deprel::nsubj || token.head == kNone ||
        !tokens.contains(static_cast<uint32_t>(token.head)))
      continue;
    if (token.xpos == Xpos::WDT || token.xpos == Xpos::WP) continue;
    subject = static_cast<int32_t>(t);
    verb = token.head;
  }
  Span words;
  if (subject != kNone) {
    IndexRange under = tree_.subtree(static_cast<uint32_t>(subject));
    under.end = std::min<uint32_t>(under.end,
                                   std::max<uint32_t>(static_cast<uint32_t>(subject) + 1, static_cast<uint32_t>(verb)));
    words = tree_.text_of(under);
  } else {
    // A name alone before the colon, at the beginning of its line.
    const bool alone = tokens.size() > 0 && tokens.size() <= 6 &&
                       line_of(doc_.tokens[tokens.begin].span).begin == doc_.tokens[tokens.begin].span.begin;
    if (!alone || doc_.tokens[colon - 1].upos != Upos::PROPN) return nullptr;
    words = tree_.text_of(tokens);
  }
  told_.push_back({});
  Told* told = &told_.back();
  told->speaker = words;
  told->speaker_head = subject;
  told->act = "states";
  if (verb != kNone && doc_.tokens[verb].upos == Upos::VERB) {
    told->cue_token = static_cast<uint32_t>(verb);
    told->cue_span = cue_span_at(doc_, Cue{}, static_cast<uint32_t>(verb));
  } else {
    told->cue_token = colon;
    told->cue_span = doc_.tokens[colon].span;
  }
  if (Told* same = with_cue(told->cue_token); same != told) {  // the verb is a cue already
    told_.pop_back();
    return same;
  }
  return told;
}

// Whoever spoke last in the paragraph right before this one: a quotation alone in its paragraph goes on with them.
const Told* Assembler::spoke_before(Span line) const {
  uint32_t end = line.begin;
  while (end > 0 && is_space(doc_.text[end - 1])) --end;
  if (end == 0) return nullptr;
  const Span above = line_of({end - 1, end});
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

void Assembler::place_stretch(size_t i) {
  const QuotedStretch& q = stretches_[i];
  for (size_t t = 0; t < told_.size(); ++t) {
    for (const Span piece : told_[t].pieces) {
      if (!piece.overlaps(q.inner)) continue;
      last_ = static_cast<int32_t>(t);
      last_stretch_ = i;
      return;
    }
  }
  const Span line = line_of(q.outer);
  const uint32_t next = i + 1 < stretches_.size() ? std::min(line.end, stretches_[i + 1].outer.begin) : line.end;
  const uint32_t before = i > 0 ? std::max(line.begin, stretches_[i - 1].outer.end) : line.begin;
  std::optional<Attribution> found = attribution_after(doc_, cues_, q, token_from(q.outer.end), token_from(next));
  if (!found) found = attribution_before(doc_, cues_, token_from(q.outer.begin), token_from(before));
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
    if (into->speaker.empty() || into->speaker.overlaps(q.outer)) set_speaker(*into, found->speaker);
  } else {
    into = continued(i);
  }
  if (!into && token_from(q.outer.begin) > 0 && doc_.words(doc_.tokens[token_from(q.outer.begin) - 1]) == ":") {
    into = before_colon(token_from(q.outer.begin) - 1);
  }
  if (!into) {
    const IndexRange words = doc_.tokens_in(q.inner);
    const char last = doc_.text[q.inner.end - 1];
    const bool sentence = last == '.' || last == '!' || last == '?' || last == ',' ||
                          (q.outer.begin == line.begin && q.outer.end == line.end);
    if (words.size() < kFullQuote || !sentence || q.outer.begin != line.begin) return;
    into = introduced(line);
    if (!into) {
      const Told* before_it = spoke_before(line);
      Told told;
      if (before_it) {
        told.speaker = before_it->speaker;
        told.speaker_head = before_it->speaker_head;
      }
      told_.push_back(std::move(told));
      into = &told_.back();
    }
  }
  into->pieces.push_back(led_up_to(*into, q));
  last_ = static_cast<int32_t>(into - told_.data());
  last_stretch_ = i;
}

StatementKind Assembler::kind_of(const Told& told) const {
  bool in = false, out = false;
  for (const Span piece : told.pieces) {
    const IndexRange tokens = doc_.tokens_in(piece);
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (doc_.tokens[t].upos == Upos::PUNCT || is_quote_mark(doc_.words(doc_.tokens[t]))) continue;
      (stretch_of_[t] != kNone ? in : out) = true;
    }
  }
  return in && out ? StatementKind::mixed : in ? StatementKind::direct : StatementKind::indirect;
}

// “…,” said Ortega, one of the stars: once a quotation stands before its cue, only quoted words go on with it.
void Assembler::keep_quoted(Told& told) const {
  if (told.pieces.size() < 2 || told.cue_span.empty()) return;
  auto quoted = [&](Span piece) {
    const IndexRange tokens = doc_.tokens_in(piece);
    return std::any_of(stretch_of_.begin() + tokens.begin, stretch_of_.begin() + tokens.end,
                       [](int32_t s) { return s != kNone; });
  };
  auto whole = [&](Span piece) {
    return std::any_of(stretches_.begin(), stretches_.end(), [&](const QuotedStretch& q) { return q.inner == piece; });
  };
  if (!whole(told.pieces.front()) || told.pieces.front().begin > told.cue_span.begin) return;
  std::erase_if(told.pieces, [&](Span piece) { return piece.begin > told.cue_span.begin && !quoted(piece); });
}

std::vector<Told> Assembler::finish() {
  std::erase_if(told_, [](const Told& t) { return t.pieces.empty(); });
  for (Told& t : told_) {
    std::sort(t.pieces.begin(), t.pieces.end());
    keep_quoted(t);
    t.kind = kind_of(t);
  }
  auto place = [](const Told& t) {
    return t.cue_span.empty() ? t.pieces.front().begin : std::min(t.pieces.front().begin, t.cue_span.begin);
  };
  std::stable_sort(told_.begin(), told_.end(), [&](const Told& a, const Told& b) { return place(a) < place(b); });
  return std::move(told_);
}

}  // namespace

std::vector<Told> find_told(const Document& doc, const CueTable& cues) { return Assembler(doc, cues).run(); }

}  // namespace dateline
