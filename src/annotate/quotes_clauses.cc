#include "annotate/quotes_clauses.h"

#include <algorithm>
#include <array>

#include "annotate/quotes_direct.h"
#include "annotate/quotes_words.h"
#include "base/strings.h"

namespace dateline {
namespace {

bool is_break(std::string_view word) { return is_comma(word) || is_dash(word) || word == ";" || word == ":"; }

// The preposition that a cue's frame asks for.
bool asks_for(uint32_t takes, std::string_view preposition) {
  if (preposition == "of") return takes & (kTakesOf | kTakesObjectOf);
  if (preposition == "for") return takes & (kTakesFor | kTakesObjectFor);
  if (preposition == "about") return takes & kTakesAbout;
  if (preposition == "against") return takes & kTakesAgainst;
  if (preposition == "on") return takes & kTakesOn;
  if (preposition == "at") return takes & kTakesAt;
  if (preposition == "with") return takes & kTakesWith;
  return false;
}

// Things that can be voiced or raised: "concern", "support", but not "a hand".
bool is_abstract(std::string_view lemma) {
  static constexpr std::array<std::string_view, 36> kWords = {
      "alarm",    "anger",     "appreciation", "belief",   "commitment", "concern",   "condolence", "confidence", "disappointment",
      "dismay",   "displeasure", "doubt",      "fear",     "frustration", "gratitude", "hope",      "interest",   "issue",
      "joy",      "matter",    "objection",    "opinion",  "opposition", "outrage",   "point",      "possibility", "question",
      "regret",   "reservation", "satisfaction", "shock",  "skepticism", "support",   "sympathy",   "view",       "willingness"};
  return std::binary_search(kWords.begin(), kWords.end(), lemma);
}

}  // namespace

Span ClauseReader::cue_span(const Cue& cue, uint32_t token) const {
  Span span = cue_span_at(doc_, cue, token);
  // "went on to say", "declined to say": the verb above is part of it where nothing stands between.
  const Token& t = doc_.tokens[token];
  if (t.deprel == Deprel::xcomp && t.head != kNone && t.head < static_cast<int32_t>(token) && token - t.head <= 4 &&
      doc_.tokens[t.head].upos == Upos::VERB && tree_.object(t.head) == kNone) {
    span.begin = std::min(span.begin, cue_span_at(doc_, Cue{}, static_cast<uint32_t>(t.head)).begin);
  }
  return span;
}

// The noun phrase right before the cue where nothing but a comma, a quotation or the sentence's start stands before it:
// what parsers miss around quotations and asides. Its last noun, or kNone.
int32_t ClauseReader::phrase_before(uint32_t sentence, uint32_t token) const {
  const IndexRange range = doc_.sentences[sentence].tokens;
  const uint32_t end = token_at(cue_span(Cue{}, token).begin);
  uint32_t i = end;
  while (i > range.begin && stretch_of_[i - 1] == kNone) {
    const Token& t = doc_.tokens[i - 1];
    const bool inside = is_nominal(t.upos) || t.upos == Upos::DET || t.upos == Upos::ADJ || (t.upos == Upos::PART && t.xpos == Xpos::POS) ||
                        (t.upos == Upos::ADP && LowerWord(doc_, i - 1).view() == "of");
    if (!inside) break;
    --i;
  }
  if (i == end || !is_nominal(doc_.tokens[end - 1].upos)) return kNone;
  if (i > range.begin) {
    const Token& t = doc_.tokens[i - 1];
    if (stretch_of_[i - 1] == kNone && t.upos != Upos::PUNCT && t.upos != Upos::SCONJ && t.upos != Upos::CCONJ) return kNone;
  }
  const Token& last = doc_.tokens[end - 1];
  if (last.upos == Upos::PRON && (last.xpos == Xpos::WDT || last.xpos == Xpos::WP) && i + 1 == end) return kNone;
  if (is_weekday_or_month(doc_.words(last))) return kNone;
  return static_cast<int32_t>(tree_.head_of({i, end}));
}

uint32_t ClauseReader::token_at(uint32_t byte) const {
  auto found = std::partition_point(doc_.tokens.begin(), doc_.tokens.end(), [&](const Token& t) { return t.span.end <= byte; });
  return static_cast<uint32_t>(found - doc_.tokens.begin());
}

int32_t ClauseReader::speaker_head(const Cue& cue, uint32_t sentence, uint32_t token) const {
  if (tree_.is_passive(token) && !(cue.takes & kTakesSource)) return tree_.agent(token);
  int32_t head = tree_.subject(token);
  if (head != kNone && doc_.tokens[head].upos == Upos::VERB) head = kNone;
  if (doc_.tokens[token].xpos == Xpos::VBG || doc_.tokens[token].xpos == Xpos::VB) return head;
  if (head == kNone || head < static_cast<int32_t>(token)) {
    const int32_t near = phrase_before(sentence, token);
    if (near != kNone && (head == kNone || !tree_.subtree(head).contains(static_cast<uint32_t>(near)))) return near;
  }
  return head;
}

IndexRange ClauseReader::trimmed(IndexRange r) const {
  auto edge = [&](uint32_t i) { return doc_.tokens[i].upos == Upos::PUNCT || is_break(doc_.words(doc_.tokens[i])); };
  while (!r.empty() && edge(r.begin)) ++r.begin;
  while (!r.empty() && edge(r.end - 1)) --r.end;
  return r;
}

// The whole subject with titles, appositions and relative clauses, but without what the parser may have hung on it
// beyond the cue or a quotation.
Span ClauseReader::speaker_span(uint32_t head, uint32_t cue_token) const {
  IndexRange range = tree_.subtree(head);
  if (head < cue_token) range.end = std::min(range.end, cue_token);
  else range.begin = std::max(range.begin, cue_token + 1);
  for (uint32_t i = head; i > range.begin; --i) {
    if (stretch_of_[i - 1] != kNone && stretch_of_[i - 1] != stretch_of_[head]) range.begin = i;
  }
  for (uint32_t i = head; i < range.end; ++i) {
    if (stretch_of_[i] != kNone && stretch_of_[i] != stretch_of_[head]) range.end = i;
  }
  auto leads = [&](uint32_t i) {
    const Deprel r = doc_.tokens[i].deprel;
    return i < head && (r == Deprel::cc || r == Deprel::mark || r == Deprel::punct || r == Deprel::case_ ||
                        (r == Deprel::advmod && doc_.tokens[i].head == static_cast<int32_t>(head) && !is_lower(doc_.words(doc_.tokens[i]).front())));
  };
  while (!range.empty() && leads(range.begin)) ++range.begin;
  range = trimmed(range);
  return tree_.text_of(range);
}

// The tokens right of the cue that its frame takes as content.
std::optional<IndexRange> ClauseReader::complement(Reported& out) const {
  const uint32_t takes = out.cue->takes, v = out.token;
  IndexRange best{UINT32_MAX, 0};
  auto take = [&](IndexRange r) { best = {std::min(best.begin, r.begin), std::max(best.end, r.end)}; };
  const int32_t object = tree_.object(v);
  const bool passive = tree_.is_passive(v);
  uint32_t floor = v + 1;
  if (!out.cue->second.empty()) {
    while (floor < doc_.tokens.size() && floor <= v + 3 && LowerWord(doc_, floor - 1).view() != out.cue->second) ++floor;
  }
  for (const uint32_t c : tree_.children(v)) {
    if (c < floor) continue;
    const Token& t = doc_.tokens[c];
    IndexRange under = tree_.subtree(c);
    under.begin = std::max(under.begin, floor);
    if (out.speaker_head != kNone && under.contains(static_cast<uint32_t>(out.speaker_head))) continue;
    switch (t.deprel) {
      case Deprel::ccomp:
        if (takes & (kTakesThat | kTakesQuote | kTakesTo | kTakesObjectTo)) take(under);
        break;
      case Deprel::xcomp:
        if ((takes & kTakesTo) && object == kNone) take(under);
        if ((takes & (kTakesObjectTo | kTakesNamed | kTakesObjectAs)) && object != kNone && !passive) {
          take(tree_.subtree(object));
          take(under);
        } else if (takes & (kTakesNamed | kTakesObjectTo | kTakesThat)) {
          take(under);
        }
        break;
      case Deprel::obj:
        if (passive) break;
        if (takes & (kTakesObject | kTakesNamed | kTakesObjectAs | kTakesObjectOf | kTakesObjectFor)) take(under);
        if ((takes & kTakesAbstract) && is_abstract(doc_.lemma(t))) take(under);
        break;
      case Deprel::obl:
      case Deprel::advcl: {
        const int32_t marked = tree_.child(c, {Deprel::case_, Deprel::mark});
        if (marked == kNone) break;
        const std::string_view preposition = doc_.lemma(doc_.tokens[marked]);
        if (!out.cue->second.empty() && preposition == out.cue->second) {
          take(under);
        } else if (asks_for(takes, preposition) && best.end == 0) {
          take({std::max(under.begin, static_cast<uint32_t>(marked) + 1), under.end});
          out.cue_span.end = doc_.tokens[marked].span.end;
        } else if (best.end != 0 && under.begin <= best.end && (takes & (kTakesObject | kTakesObjectOf | kTakesObjectFor | kTakesObjectAs)) &&
                   (preposition == "for" || preposition == "as" || preposition == "of")) {
          take(under);
        }
        break;
      }
      default: break;
    }
  }
  if (best.end == 0) return std::nullopt;
  best.begin = std::max(best.begin, floor);
  return before_next_cue(out, best);
}

// "said A, but he also said B": the parser may hang the second clause under the first. What is told ends before a
// conjoined or appended clause with a cue of its own.
IndexRange ClauseReader::before_next_cue(const Reported& out, IndexRange told) const {
  for (uint32_t t = told.begin + 2; t < told.end; ++t) {
    const Token& token = doc_.tokens[t];
    if (stretch_of_[t] != kNone || token.upos != Upos::VERB || (token.deprel != Deprel::conj && token.deprel != Deprel::parataxis && token.xpos != Xpos::VBG)) continue;
    const Cue* cue = cue_at(doc_, cues_, t);
    if (!cue || !(cue->takes & kTakesQuote) || !(cue->takes & kTakesThat)) continue;
    const IndexRange clause = tree_.subtree(t);
    uint32_t from = std::max(clause.begin, told.begin);
    if (from == told.begin || clause.contains(out.token)) continue;
    while (from > told.begin && (doc_.tokens[from - 1].upos == Upos::CCONJ || doc_.tokens[from - 1].upos == Upos::PUNCT)) --from;
    const bool parted = is_comma(doc_.words(doc_.tokens[from])) || is_dash(doc_.words(doc_.tokens[from])) || doc_.words(doc_.tokens[from]) == ";";
    if (!parted && token.deprel != Deprel::conj) continue;
    if (from > told.begin + 2) return {told.begin, from};
  }
  return told;
}

// A quotation may begin in an earlier sentence, with words of its own before it.
IndexRange ClauseReader::told_around(uint32_t sentence) const {
  IndexRange range = doc_.sentences[sentence].tokens;
  while (sentence > 0 && !range.empty() && stretch_of_[range.begin] != kNone) {
    const IndexRange before = doc_.sentences[sentence - 1].tokens;
    if (before.empty() || stretch_of_[before.end - 1] != stretch_of_[range.begin]) break;
    range.begin = before.begin;
    --sentence;
  }
  return range;
}

void ClauseReader::add_piece(Reported& out, IndexRange tokens) const {
  tokens = trimmed(tokens);
  if (tokens.empty()) return;
  out.pieces.push_back(tree_.text_of(tokens));
}

// ", X said" and ", X said, ": the rest of the sentence is what is told.
bool ClauseReader::aside(Reported& out) const {
  if (!(out.cue->takes & (kTakesQuote | kTakesThat)) || out.speaker_head == kNone) return false;
  const IndexRange sentence = doc_.sentences[out.sentence].tokens;
  IndexRange speaker = doc_.tokens_in(out.speaker);
  const IndexRange cue = doc_.tokens_in(out.cue_span);
  if (speaker.empty() || cue.empty() || !sentence.contains(speaker.begin)) return false;
  const IndexRange clause{std::min(speaker.begin, cue.begin), std::max(speaker.end, cue.end)};
  if (clause.begin < sentence.begin + 2) return false;
  const std::string_view before = doc_.words(doc_.tokens[clause.begin - 1]);
  if (!is_comma(before) && !is_dash(before) && !is_quote_mark(before)) return false;
  // Nothing but the clause's own adverbs and places up to the next comma or the end.
  uint32_t end = clause.end;
  while (end < sentence.end && !is_break(doc_.words(doc_.tokens[end])) && !ends_sentence(doc_.words(doc_.tokens[end])) && stretch_of_[end] == kNone) {
    const Token& t = doc_.tokens[end];
    if (t.deprel == Deprel::ccomp || (t.upos == Upos::VERB && t.head == static_cast<int32_t>(out.token) && t.deprel != Deprel::advcl)) return false;
    if (t.upos == Upos::SCONJ && LowerWord(doc_, end).view() == "that") return false;
    ++end;
  }
  const bool at_end = end >= sentence.end || ends_sentence(doc_.words(doc_.tokens[end]));
  out.pieces.clear();
  const IndexRange around = told_around(out.sentence);
  add_piece(out, {around.begin, clause.begin});
  if (out.pieces.empty()) return false;
  if (!at_end && is_break(doc_.words(doc_.tokens[end]))) {
    // What follows a participle ("…, she said, adding that") is not part of it.
    const uint32_t next = end + 1;
    const bool participle = next < sentence.end && doc_.tokens[next].xpos == Xpos::VBG;
    const bool relative = next < sentence.end && (LowerWord(doc_, next).view() == "who" || doc_.tokens[next].xpos == Xpos::WDT);
    const bool clause_follows = std::any_of(doc_.tokens.begin() + next, doc_.tokens.begin() + sentence.end, [](const Token& t) { return t.upos == Upos::VERB || t.upos == Upos::AUX; });
    if (!participle && !relative && (clause_follows || is_comma(doc_.words(doc_.tokens[end])))) add_piece(out, {next, sentence.end});
  }
  out.aside = true;
  return true;
}

// "According to X, …" and "…, according to X": the speaker follows the cue, the rest of the sentence is told.
bool ClauseReader::by_source(Reported& out) const {
  const IndexRange sentence = doc_.sentences[out.sentence].tokens;
  const uint32_t from = out.token + 2;
  if (from >= sentence.end) return false;
  out.cue_span = {doc_.tokens[out.token].span.begin, doc_.tokens[out.token + 1].span.end};
  // The noun that the cue hangs on, if the parser found it to the right.
  int32_t head = doc_.tokens[out.token].head;
  if (head == kNone || head < static_cast<int32_t>(from) || !sentence.contains(static_cast<uint32_t>(head))) {
    head = kNone;
    for (uint32_t i = from; i < sentence.end && head == kNone; ++i) {
      if (is_nominal(doc_.tokens[i].upos) && doc_.tokens[i].deprel != Deprel::compound && doc_.tokens[i].deprel != Deprel::nmod_poss) head = static_cast<int32_t>(i);
    }
    if (head == kNone) return false;
  }
  IndexRange source = tree_.subtree(static_cast<uint32_t>(head));
  source.begin = from;
  source.end = std::max(source.end, static_cast<uint32_t>(head) + 1);
  for (uint32_t i = from; i < source.end; ++i) {
    if (stretch_of_[i] != kNone) source.end = i;
  }
  source = trimmed(source);
  if (source.empty()) return false;
  out.speaker_head = head;
  out.speaker = tree_.text_of(source);
  const IndexRange around = told_around(out.sentence);
  add_piece(out, {around.begin, out.token});
  if (source.end < sentence.end && (out.pieces.empty() || is_comma(doc_.words(doc_.tokens[source.end])))) add_piece(out, {source.end, sentence.end});
  out.aside = true;
  return !out.pieces.empty();
}

std::optional<Reported> ClauseReader::read(uint32_t sentence, uint32_t token) const {
  const Cue* cue = cue_at(doc_, cues_, token);
  if (!cue) return std::nullopt;
  Reported out;
  out.cue = cue;
  out.token = token;
  out.sentence = sentence;
  if (cue->takes & kTakesSource) return by_source(out) ? std::optional<Reported>(out) : std::nullopt;
  out.cue_span = cue_span(*cue, token);
  out.speaker_head = speaker_head(*cue, sentence, token);
  if (out.speaker_head != kNone) out.speaker = speaker_span(static_cast<uint32_t>(out.speaker_head), token);
  std::optional<IndexRange> told = complement(out);
  if (told) {
    // ", he said, that is …" reads as a complement too, so a comma right after the cue makes it an aside.
    const bool comma = told->begin > token + 1 && is_comma(doc_.words(doc_.tokens[told->begin - 1])) && LowerWord(doc_, told->begin).view() != "that";
    if (comma && stretch_of_[told->begin] == kNone && aside(out)) return out;
    add_piece(out, *told);
    return out;
  }
  aside(out);
  return out;
}

}  // namespace dateline
