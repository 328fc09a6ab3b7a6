#include "annotate/quotes_asides.h"

#include <algorithm>

#include "annotate/quotes_sources.h"

namespace dateline {
namespace {

// A quotation may begin in an earlier sentence, with words of its own before it.
IndexRange told_around(const QuoteContext& text, uint32_t sentence) {
  IndexRange range = text.doc.sentences[sentence].tokens;
  while (sentence > 0 && !range.empty() && text.quoted(range.begin)) {
    const IndexRange before = text.doc.sentences[sentence - 1].tokens;
    if (before.empty() || text.stretch_of(before.end - 1) != text.stretch_of(range.begin)) break;
    range.begin = before.begin;
    --sentence;
  }
  return range;
}

// Where what stands before ", X said" begins: a quotation that is a sentence of its own leaves out what precedes it.
uint32_t told_from(const QuoteContext& text, uint32_t begin, uint32_t clause) {
  uint32_t last = clause;
  while (last > begin && !text.quoted(last - 1) && text.token(last - 1).upos == Upos::PUNCT) --last;
  if (last == begin || !text.quoted(last - 1)) return begin;
  uint32_t first = last - 1;
  while (first > begin && text.stretch_of(first - 1) == text.stretch_of(last - 1)) --first;
  uint32_t before = first;
  while (before > begin && text.is(before - 1, kQuoteMark)) --before;
  return before > begin && text.is(before - 1, kSentenceEnd | kColon) ? first : begin;
}

}  // namespace

// ", X said" and ", X said, ": the rest of the sentence is what is told.
bool aside(const QuoteContext& text, Reported& out) {
  if (!(out.cue->takes & (kTakesQuote | kTakesThat)) || out.speaker_head == kNone) return false;
  const IndexRange sentence = text.doc.sentences[out.sentence].tokens;
  IndexRange speaker = text.doc.tokens_in(out.speaker);
  const IndexRange cue = text.doc.tokens_in(out.cue_span);
  if (speaker.empty() || cue.empty() || !sentence.contains(speaker.begin)) return false;
  const IndexRange clause{std::min(speaker.begin, cue.begin), std::max(speaker.end, cue.end)};
  if (clause.begin < sentence.begin + 2) return false;
  if (!text.is(clause.begin - 1, kComma | kDash | kQuoteMark)) return false;
  // Nothing but the clause's own adverbs and places up to the next comma or the end.
  uint32_t end = clause.end;
  while (end < sentence.end && !text.is(end, kComma | kDash | kColon) && !text.is(end, kSentenceEnd) &&
         !text.quoted(end)) {
    const Token& t = text.token(end);
    if (t.deprel == Deprel::ccomp ||
        (t.upos == Upos::VERB && t.head == static_cast<int32_t>(out.token) && t.deprel != Deprel::advcl))
      return false;
    if (t.upos == Upos::SCONJ && text.lower(end).view() == "that") return false;
    ++end;
  }
  if (end < sentence.end && text.word(end) == ":") return false;  // announces what follows
  const bool at_end = end >= sentence.end || text.is(end, kSentenceEnd);
  out.pieces.clear();
  const IndexRange around = told_around(text, out.sentence);
  add_piece(text, out, {told_from(text, around.begin, clause.begin), clause.begin});
  if (out.pieces.empty()) return false;
  if (!at_end && text.is(end, kComma | kDash | kColon)) {
    // What follows a participle ("…, she said, adding that") is not part of it.
    const uint32_t next = end + 1;
    const bool participle = next < sentence.end && text.token(next).xpos == Xpos::VBG;
    const bool relative =
        next < sentence.end && (text.lower(next).view() == "who" || text.token(next).xpos == Xpos::WDT);
    const bool clause_follows = std::any_of(text.doc.tokens.begin() + next, text.doc.tokens.begin() + sentence.end,
                                            [](const Token& t) { return t.upos == Upos::VERB || t.upos == Upos::AUX; });
    if (!participle && !relative && (clause_follows || text.is(end, kComma)))
      add_piece(text, out, {next, sentence.end});
  }
  out.aside = true;
  return true;
}

// "According to X, …" and "…, according to X": the speaker follows the cue, the rest of the sentence is told.
bool by_source(const QuoteContext& text, Reported& out) {
  const IndexRange sentence = text.doc.sentences[out.sentence].tokens;
  const uint32_t from = out.token + 2;
  if (from >= sentence.end) return false;
  out.cue_span = {text.token(out.token).span.begin, text.token(out.token + 1).span.end};
  // The noun that the cue hangs on, if the parser found it to the right.
  int32_t head = text.token(out.token).head;
  if (head == kNone || head < static_cast<int32_t>(from) || !sentence.contains(static_cast<uint32_t>(head))) {
    head = kNone;
    for (uint32_t i = from; i < sentence.end && head == kNone; ++i) {
      if (is_nominal(text.token(i).upos) && text.token(i).deprel != Deprel::compound &&
          text.token(i).deprel != Deprel::nmod_poss)
        head = static_cast<int32_t>(i);
    }
    if (head == kNone) return false;
  }
  IndexRange source = text.tree.subtree(static_cast<uint32_t>(head));
  source.begin = from;
  source.end = std::max(source.end, static_cast<uint32_t>(head) + 1);
  for (uint32_t i = from; i < source.end; ++i) {
    if (text.quoted(i)) source.end = i;
  }
  source = text.trimmed(source);
  if (source.empty()) return false;
  out.speaker_head = head;
  out.speaker = text.tree.text_of(source);
  const IndexRange around = told_around(text, out.sentence);
  add_piece(text, out, {around.begin, out.token});
  if (source.end < sentence.end && (out.pieces.empty() || text.is(source.end, kComma)))
    add_piece(text, out, {source.end, sentence.end});
  out.aside = true;
  return !out.pieces.empty();
}

}  // namespace dateline
