#include "annotate/quotes_clauses.h"

#include <algorithm>
#include <array>

#include "annotate/quotes_direct.h"
#include "annotate/quotes_phrases.h"
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
      "alarm",      "anger",       "appreciation",   "belief",   "commitment",  "concern",
      "condolence", "confidence",  "disappointment", "dismay",   "displeasure", "doubt",
      "fear",       "frustration", "gratitude",      "hope",     "interest",    "issue",
      "joy",        "matter",      "objection",      "opinion",  "opposition",  "outrage",
      "point",      "possibility", "question",       "regret",   "reservation", "satisfaction",
      "shock",      "skepticism",  "support",        "sympathy", "view",        "willingness"};
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

uint32_t ClauseReader::sentence_end(IndexRange sentence) const {
  while (!sentence.empty() && doc_.tokens[sentence.end - 1].upos == Upos::PUNCT) --sentence.end;
  return sentence.end;
}

uint32_t ClauseReader::token_at(uint32_t byte) const {
  auto found =
      std::partition_point(doc_.tokens.begin(), doc_.tokens.end(), [&](const Token& t) { return t.span.end <= byte; });
  return static_cast<uint32_t>(found - doc_.tokens.begin());
}

// "Lerner, a spokesman, denied Israel was involved": taggers take such a verb for a participle. What follows it tells:
// a passive one has no object.
bool ClauseReader::reads_active(uint32_t v) const {
  const Token& verb = doc_.tokens[v];
  if (verb.xpos != Xpos::VBN || v + 1 >= doc_.tokens.size()) return false;
  for (uint32_t i = v; i > 0 && i + 4 > v; --i) {
    if (doc_.tokens[i - 1].upos == Upos::AUX) return false;
    if (doc_.tokens[i - 1].upos != Upos::ADV) break;
  }
  if (tree_.child(v, {Deprel::aux, Deprel::aux_pass}) != kNone) return false;
  // A sentence whose head is a noun with this participle has no other verb.
  if (verb.deprel == Deprel::acl && verb.head != kNone && doc_.tokens[verb.head].deprel == Deprel::root &&
      verb.head < static_cast<int32_t>(v))
    return true;
  const Token& next = doc_.tokens[v + 1];
  return next.upos == Upos::PROPN || next.upos == Upos::DET || next.upos == Upos::PRON ||
         LowerWord(doc_, v + 1).view() == "that";
}

// Sets who speaks: the grammatical subject where it stands next to its verb, else what word order gives.
void ClauseReader::find_speaker(Reported& out) const {
  const uint32_t v = out.token;
  const Token& verb = doc_.tokens[v];
  const bool active = reads_active(v);
  if (!active && tree_.is_passive(v)) {
    out.speaker_head = tree_.agent(v);
    if (out.speaker_head != kNone) out.speaker = speaker_span(static_cast<uint32_t>(out.speaker_head), v);
    return;
  }
  const bool bare_past = active || (verb.xpos == Xpos::VBN && verb.deprel != Deprel::acl);
  const bool finite = verb.xpos == Xpos::VBD || verb.xpos == Xpos::VBZ || verb.xpos == Xpos::VBP || bare_past ||
                      tree_.finite(v) != kNone;
  int32_t own = kNone;  // the subject nearest to the verb: parsers may give it two
  for (const uint32_t c : tree_.children(v)) {
    const Deprel r = doc_.tokens[c].deprel;
    if ((r == Deprel::nsubj || r == Deprel::nsubj_pass) && stretch_of_[c] == kNone && (own == kNone || c < v))
      own = static_cast<int32_t>(c);
  }
  const uint32_t begin = token_at(out.cue_span.begin);
  const uint32_t from = doc_.sentences[out.sentence].tokens.begin;
  if (own != kNone && own > static_cast<int32_t>(v)) {
    out.speaker_head = own;
    out.speaker = speaker_span(static_cast<uint32_t>(own), v);
    return;
  }
  int32_t head = own;
  if (head == kNone && (!finite || verb.deprel == Deprel::conj)) {
    head = tree_.subject(v);
    if (head != kNone && (doc_.tokens[head].upos == Upos::VERB || stretch_of_[head] != kNone)) head = kNone;
    if (head != kNone && !finite) {
      out.speaker_head = head;
      out.speaker = speaker_span(static_cast<uint32_t>(head), v);
      return;
    }
  }
  if (!finite && head == kNone) return;
  if (head != kNone && head < static_cast<int32_t>(v)) {
    out.speaker_head = head;
    out.speaker = speaker_span(static_cast<uint32_t>(head), v);
    const uint32_t last = token_at(out.speaker.end - 1) + 1;
    uint32_t gap = last;
    while (gap < begin && (doc_.tokens[gap].upos == Upos::PUNCT || doc_.tokens[gap].upos == Upos::ADV) &&
           stretch_of_[gap] == kNone)
      ++gap;
    if (gap == begin) return;
  }
  const IndexRange near = subject_before(doc_, stretch_of_, from, begin);
  if (near.empty()) return;
  if (head != kNone && near.contains(static_cast<uint32_t>(head))) {
    out.speaker = tree_.text_of(near);
    return;
  }
  // A conjoined verb has its own subject only where a new clause begins before it.
  if (head != kNone && own == kNone && verb.deprel == Deprel::conj &&
      !is_personal_pronoun(LowerWord(doc_, near.begin).view())) {
    const bool clause = near.begin > from && (doc_.tokens[near.begin - 1].upos == Upos::CCONJ ||
                                              doc_.tokens[near.begin - 1].upos == Upos::PUNCT);
    if (!clause) return;
  }
  out.speaker = tree_.text_of(near);
  out.speaker_head = static_cast<int32_t>(head_in(near));
}

// The noun that a run of words is about: before its first preposition or comma.
uint32_t ClauseReader::head_in(IndexRange run) const {
  uint32_t head = run.begin;
  for (uint32_t t = run.begin; t < run.end; ++t) {
    const Token& token = doc_.tokens[t];
    if (t > run.begin && (token.upos == Upos::ADP || is_comma(doc_.words(token)))) break;
    if (token.upos == Upos::PART) continue;
    if (is_nominal(token.upos)) head = t;
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
  if (head < cue_token)
    range.end = std::min(range.end, cue_token);
  else
    range.begin = std::max(range.begin, cue_token + 1);
  for (uint32_t i = head; i > range.begin; --i) {
    if (stretch_of_[i - 1] != kNone && stretch_of_[i - 1] != stretch_of_[head]) range.begin = i;
  }
  for (uint32_t i = head; i < range.end; ++i) {
    if (stretch_of_[i] != kNone && stretch_of_[i] != stretch_of_[head]) range.end = i;
  }
  auto leads = [&](uint32_t i) {
    const Deprel r = doc_.tokens[i].deprel;
    return i < head && (r == Deprel::cc || r == Deprel::mark || r == Deprel::punct || r == Deprel::case_ ||
                        (r == Deprel::advmod && doc_.tokens[i].head == static_cast<int32_t>(head) &&
                         !is_lower(doc_.words(doc_.tokens[i]).front())));
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
  const bool passive = tree_.is_passive(v) && !reads_active(v);
  uint32_t floor = v + 1;
  if (!out.cue->second.empty()) {
    while (floor < doc_.tokens.size() && floor <= v + 3 && LowerWord(doc_, floor - 1).view() != out.cue->second)
      ++floor;
  }
  for (const uint32_t c : tree_.children(v)) {
    if (c < floor) continue;
    const Token& t = doc_.tokens[c];
    IndexRange under = tree_.subtree(c);
    under.begin = std::max(under.begin, floor);
    if (out.speaker_head != kNone && under.contains(static_cast<uint32_t>(out.speaker_head))) continue;
    switch (t.deprel) {
      case Deprel::ccomp:
        if ((takes & (kTakesThat | kTakesTo | kTakesObjectTo)) || ((takes & kTakesQuote) && stretch_of_[c] != kNone))
          take(under);
        break;
      case Deprel::xcomp:
        if ((takes & kTakesTo) && object == kNone) take(under);
        if ((takes & (kTakesObjectTo | kTakesNamed | kTakesObjectAs)) && object != kNone && !passive) {
          take(tree_.subtree(object));
          take(under);
        } else if (takes & (kTakesNamed | kTakesObjectTo | kTakesThat)) {
          take(under);
        } else if (is_nominal(t.upos) &&
                   ((takes & kTakesObject) || ((takes & kTakesAbstract) && is_abstract(doc_.lemma(t))))) {
          take(under);  // "expressed concern", read as what somebody becomes
        }
        break;
      case Deprel::obj:
        if (passive) break;
        if (takes & (kTakesObject | kTakesNamed | kTakesObjectAs | kTakesObjectOf | kTakesObjectFor)) take(under);
        if ((takes & kTakesAbstract) && is_abstract(doc_.lemma(t))) take(under);
        break;
      case Deprel::obl:
      case Deprel::advcl: {
        // "urged all parties to stop": the infinitive right after the one who is urged.
        if ((takes & kTakesObjectTo) && best.end != 0 && under.begin == best.end &&
            LowerWord(doc_, under.begin).view() == "to") {
          take(under);
          break;
        }
        if ((takes & kTakesTo) && best.end == 0 && LowerWord(doc_, under.begin).view() == "to") {
          take(under);
          break;
        }
        const int32_t marked = tree_.child(c, {Deprel::case_, Deprel::mark});
        if (marked == kNone) break;
        const std::string_view preposition = doc_.lemma(doc_.tokens[marked]);
        if (!out.cue->second.empty() && preposition == out.cue->second) {
          take(under);
        } else if (asks_for(takes, preposition) && best.end == 0) {
          take({std::max(under.begin, static_cast<uint32_t>(marked) + 1), under.end});
          out.cue_span.end = doc_.tokens[marked].span.end;
        } else if (best.end != 0 && under.begin <= best.end &&
                   (takes & (kTakesObject | kTakesObjectOf | kTakesObjectFor | kTakesObjectAs)) &&
                   (preposition == "for" || preposition == "as" || preposition == "of")) {
          take(under);
        }
        break;
      }
      default: break;
    }
  }
  // "that", or a clause of its own, where the tree hangs it elsewhere.
  const IndexRange sentence = doc_.sentences[out.sentence].tokens;
  if ((takes & kTakesThat) && (best.end == 0 || !(takes & kTakesObject))) {
    const uint32_t end = sentence_end(sentence);
    const uint32_t from = clause_after(doc_, stretch_of_, floor, end, (takes & kTakesHearer) != 0);
    const bool spoken = (takes & kTakesQuote) || (from < end && doc_.tokens[from].upos == Upos::SCONJ);
    if (from < end && spoken && (best.end == 0 || from < best.begin)) take({from, best.end == 0 ? end : best.end});
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
    if (stretch_of_[t] != kNone || token.upos != Upos::VERB ||
        (token.deprel != Deprel::conj && token.deprel != Deprel::parataxis && token.xpos != Xpos::VBG))
      continue;
    const Cue* cue = cue_at(doc_, cues_, t);
    if (!cue || !(cue->takes & kTakesQuote) || !(cue->takes & kTakesThat)) continue;
    const IndexRange clause = tree_.subtree(t);
    uint32_t from = std::max(clause.begin, told.begin);
    if (from == told.begin || clause.contains(out.token)) continue;
    while (from > told.begin &&
           (doc_.tokens[from - 1].upos == Upos::CCONJ || doc_.tokens[from - 1].upos == Upos::PUNCT))
      --from;
    const bool parted = is_comma(doc_.words(doc_.tokens[from])) || is_dash(doc_.words(doc_.tokens[from])) ||
                        doc_.words(doc_.tokens[from]) == ";";
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
  while (end < sentence.end && !is_break(doc_.words(doc_.tokens[end])) &&
         !ends_sentence(doc_.words(doc_.tokens[end])) && stretch_of_[end] == kNone) {
    const Token& t = doc_.tokens[end];
    if (t.deprel == Deprel::ccomp ||
        (t.upos == Upos::VERB && t.head == static_cast<int32_t>(out.token) && t.deprel != Deprel::advcl))
      return false;
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
    const bool relative =
        next < sentence.end && (LowerWord(doc_, next).view() == "who" || doc_.tokens[next].xpos == Xpos::WDT);
    const bool clause_follows = std::any_of(doc_.tokens.begin() + next, doc_.tokens.begin() + sentence.end,
                                            [](const Token& t) { return t.upos == Upos::VERB || t.upos == Upos::AUX; });
    if (!participle && !relative && (clause_follows || is_comma(doc_.words(doc_.tokens[end]))))
      add_piece(out, {next, sentence.end});
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
      if (is_nominal(doc_.tokens[i].upos) && doc_.tokens[i].deprel != Deprel::compound &&
          doc_.tokens[i].deprel != Deprel::nmod_poss)
        head = static_cast<int32_t>(i);
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
  if (source.end < sentence.end && (out.pieces.empty() || is_comma(doc_.words(doc_.tokens[source.end]))))
    add_piece(out, {source.end, sentence.end});
  out.aside = true;
  return !out.pieces.empty();
}

// Verb forms that tell of no saying: "the violence reported", "is expected to", "efforts to press for".
bool ClauseReader::is_unsaid(const Reported& out) const {
  const Token& verb = doc_.tokens[out.token];
  if (!reads_active(out.token) && tree_.is_passive(out.token) && out.speaker.empty())
    return verb.deprel == Deprel::acl || tree_.child(out.token, Deprel::ccomp) == kNone;
  if (verb.deprel == Deprel::acl && verb.xpos == Xpos::VB && verb.head != kNone)
    return doc_.tokens[verb.head].upos == Upos::NOUN;
  return false;
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
  find_speaker(out);
  std::optional<IndexRange> told = complement(out);
  if (told && is_unsaid(out)) return std::nullopt;
  if (told) {
    // ", he said, that is …" reads as a complement too, so a comma right after the cue makes it an aside.
    *told = trimmed(*told);
    // "said Monday he would go": the day tells when it was said, not what.
    while (told->size() > 3 && told->begin == token_at(out.cue_span.end - 1) + 1 &&
           is_weekday_or_month(doc_.words(doc_.tokens[told->begin])) && doc_.tokens[told->begin].upos == Upos::PROPN &&
           doc_.tokens[told->begin + 1].upos != Upos::AUX && doc_.tokens[told->begin + 1].upos != Upos::VERB) {
      ++told->begin;
    }
    if (told->empty()) return out;
    const bool comma = told->begin > token + 1 && is_comma(doc_.words(doc_.tokens[told->begin - 1])) &&
                       LowerWord(doc_, told->begin).view() != "that";
    if (comma && stretch_of_[told->begin] == kNone && aside(out)) return out;
    add_piece(out, *told);
    return out;
  }
  aside(out);
  return out;
}

}  // namespace dateline
