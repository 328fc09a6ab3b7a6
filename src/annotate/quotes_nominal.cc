#include "annotate/quotes_nominal.h"

#include <algorithm>

#include "annotate/quotes_extent.h"
#include "annotate/quotes_phrases.h"
#include "annotate/quotes_source_extent.h"
#include "annotate/quotes_sources.h"

namespace dateline {
namespace {

// The words that follow a noun or adjective cue and what part of them belongs to the cue.
struct Following {
  IndexRange told;
  uint32_t cue_end = 0;  // token; past the preposition
  bool clause = false;
};

std::optional<Following> following(const QuoteContext& text, const Cue& cue, uint32_t at, uint32_t next,
                                   IndexRange sentence) {
  const uint32_t limit = sentence_end(text, sentence);
  if (next + 1 >= limit || text.quoted(next) || text.ends_line(at)) return std::nullopt;
  const LowerWord lower = text.lower(next);
  const Token& token = text.token(next);
  Following out;
  out.cue_end = next;
  out.told.begin = next;
  const bool that = (cue.takes & kTakesThat) && text.is(next, kThat | kInterrogative);
  const bool to = (cue.takes & kTakesTo) && text.is(next, kTo) && token.upos != Upos::ADP;
  if (that || to) {
    // "the fact that he saw" is told, "the promise that broke him" is not: there "that" is the clause's subject.
    if (that && (token.xpos == Xpos::WDT || token.deprel == Deprel::nsubj) && text.is(next, kThat)) return std::nullopt;
    out.clause = true;
  } else if (const int32_t told = text.tree.child(at, Deprel::ccomp);
             (cue.takes & kTakesThat) && told != kNone && (is_nominal(token.upos) || token.upos == Upos::DET) &&
             text.tree.subtree(static_cast<uint32_t>(told)).begin == next) {
    // "is sure |Trump would win|"
    out.clause = true;
    out.told.end = std::min(text.tree.subtree(static_cast<uint32_t>(told)).end, limit);
    return out;
  } else if (cue.asks_for(lower.view()) && (token.upos == Upos::ADP || token.upos == Upos::SCONJ)) {
    out.cue_end = out.told.begin = next + 1;
  } else {
    return std::nullopt;
  }
  if (token.head == kNone || token.head < static_cast<int32_t>(next)) return std::nullopt;
  const auto head = static_cast<uint32_t>(token.head);
  if (!sentence.contains(head)) return std::nullopt;
  out.told.end = std::min(text.tree.subtree(head).end, limit);
  return out.told.empty() ? std::nullopt : std::optional<Following>(out);
}

// What stands before a noun and possesses it: "Obama's", "his".
int32_t possessor(const QuoteContext& text, uint32_t noun) {
  const int32_t p = text.tree.child(noun, Deprel::nmod_poss);
  return p != kNone && p < static_cast<int32_t>(noun) && !text.quoted(static_cast<uint32_t>(p)) ? p : kNone;
}

// The verb that carries a noun: "made a promise", "is under pressure" not.
int32_t carrier(const QuoteContext& text, uint32_t noun) {
  const Token& t = text.token(noun);
  if (t.head == kNone || t.head >= static_cast<int32_t>(noun)) return kNone;
  if (t.deprel != Deprel::obj && t.deprel != Deprel::xcomp) return kNone;
  const auto verb = static_cast<uint32_t>(t.head);
  if (text.token(verb).upos != Upos::VERB || text.quoted(verb) || noun - verb > 7) return kNone;
  for (uint32_t i = verb + 1; i < noun; ++i) {
    if (text.token(i).upos == Upos::PUNCT || text.token(i).upos == Upos::ADP) return kNone;
  }
  const LowerWord lemma(text.doc.lemma(text.token(verb)));
  return (text.lexicon.words.of(lemma.view()) & kCarrier) ? t.head : kNone;
}

// "spoke |in favor of| the ban", "left |with plans to| return": the subject of the verb that such a phrase goes with.
bool read_manner(const QuoteContext& text, Reported& out, uint32_t cue_end) {
  const uint32_t noun = out.token;
  const Token& t = text.token(noun);
  const int32_t lead = text.tree.child(noun, Deprel::case_);
  if (lead == kNone || lead >= static_cast<int32_t>(noun) || t.head == kNone || t.head > lead ||
      text.token(static_cast<uint32_t>(t.head)).upos != Upos::VERB)
    return false;
  const auto preposition = static_cast<uint32_t>(lead), verb = static_cast<uint32_t>(t.head);
  const bool sides = text.is(preposition, kInside) && lead + 1 == static_cast<int32_t>(noun) && text.is(noun, kSided);
  const Cue* above = text.cue_at(verb);
  if (!sides && (!text.is(preposition, kWith) || (above && (above->takes & kTakesThat)))) return false;
  const Source source = source_of(text, verb, text.cue_span_at(Cue{}, verb), out.sentence);
  out.speaker = source.span;
  out.speaker_head = source.head;
  out.cue_span = {text.cue_span_at(Cue{}, verb).begin, text.token(cue_end - 1).span.end};
  // Things side with nothing: "his call coincided |with reports of| a fire".
  const bool somebody =
      source.head != kNone &&
      (text.token(static_cast<uint32_t>(source.head)).upos != Upos::NOUN ||
       text.is(static_cast<uint32_t>(source.head), kNamed | kSomebody | kBody | kSpokesperson | kHeadlineSource) ||
       text.token(static_cast<uint32_t>(source.head)).xpos == Xpos::NNS);
  return somebody && !out.speaker.empty() && out.speaker.end <= text.token(verb).span.begin;
}

bool read_noun(const QuoteContext& text, Reported& out, uint32_t cue_end) {
  const uint32_t noun = out.token;
  const int32_t verb = carrier(text, noun);
  const Span last = text.token(cue_end - 1).span;
  if (verb != kNone) {
    const auto v = static_cast<uint32_t>(verb);
    out.cue_span = text.cue_span_at(Cue{}, v);
    const Source source = source_of(text, v, out.cue_span, out.sentence);
    out.speaker = source.span;
    out.speaker_head = source.head;
    out.cue_span.end = last.end;
    if (!out.speaker.empty() && !out.speaker.overlaps(out.cue_span)) return true;
  }
  // "has been a supporter of the law"
  const int32_t copula = text.tree.child(noun, Deprel::cop);
  const int32_t subject = text.tree.child(noun, Deprel::nsubj);
  if (possessor(text, noun) == kNone && copula != kNone && subject != kNone && subject < copula &&
      copula < static_cast<int32_t>(noun)) {
    out.speaker_head = subject;
    out.speaker = source_span(text, static_cast<uint32_t>(subject), static_cast<uint32_t>(copula));
    out.cue_span = {text.cue_span_at(Cue{}, static_cast<uint32_t>(copula)).begin, last.end};
    const bool person = text.token(noun).upos == Upos::NOUN && !(text.lower(static_cast<uint32_t>(subject)) == "it");
    if (person && !out.speaker.empty() && !out.speaker.overlaps(out.cue_span)) return true;
  }
  int32_t owner = possessor(text, noun);
  uint32_t from = noun;
  if (owner != kNone) {
    IndexRange whose = text.tree.subtree(static_cast<uint32_t>(owner));
    from = std::min(whose.end, noun);
    while (!whose.empty() && text.token(whose.end - 1).xpos == Xpos::POS) --whose.end;
    if (whose.empty()) return false;
    out.speaker = text.span_of(whose);
  } else {
    if (read_manner(text, out, cue_end)) return true;
    // "FBI criticism of": a name right before the noun.
    if (noun == 0 || text.token(noun - 1).upos != Upos::PROPN ||
        text.token(noun - 1).head != static_cast<int32_t>(noun))
      return false;
    owner = static_cast<int32_t>(noun) - 1;
    out.speaker = text.tree.text_of(text.tree.subtree(static_cast<uint32_t>(owner)));
    from = noun;
  }
  out.speaker_head = owner;
  out.cue_span = {text.token(from).span.begin, last.end};
  return !out.speaker.overlaps(out.cue_span);
}

// "a call |by the opposition| to strike", "warnings |from the agency| that": the noun phrase behind the preposition.
IndexRange author_after(const QuoteContext& text, uint32_t noun, IndexRange sentence) {
  const uint32_t from = noun + 2;
  if (from >= sentence.end || !text.is(noun + 1, kAuthor)) return {noun, noun};
  uint32_t end = from;
  for (; end < sentence.end && !text.quoted(end); ++end) {
    const Token& t = text.token(end);
    const bool phrase = is_nominal(t.upos) || t.upos == Upos::DET || t.upos == Upos::ADJ || t.xpos == Xpos::POS ||
                        (t.upos == Upos::CCONJ && end > from);
    if (!phrase || text.is(end, kCalendar | kTimeWord) || is_relative(t.xpos)) break;
  }
  if (end == from || !is_nominal(text.token(end - 1).upos)) return {noun, noun};
  return {from, end};
}

// "Obama's bet |is| that": the token behind the copula; `noun` if there is none.
uint32_t past_copula(const QuoteContext& text, uint32_t noun) {
  if (noun + 2 >= text.size() || text.token(noun + 1).upos != Upos::AUX) return noun;
  return text.doc.lemma(text.token(noun + 1)) == "be" ? noun + 2 : noun;
}

bool read_adjective(const QuoteContext& text, Reported& out, uint32_t cue_end) {
  const uint32_t adjective = out.token;
  int32_t copula = text.tree.child(adjective, Deprel::cop);
  int32_t subject = text.tree.child(adjective, {Deprel::nsubj, Deprel::nsubj_pass});
  if (copula == kNone) copula = text.tree.child(adjective, {Deprel::aux_pass, Deprel::aux});
  const Token& t = text.token(adjective);
  if (copula == kNone && t.head != kNone && t.head < static_cast<int32_t>(adjective) &&
      (t.deprel == Deprel::xcomp || t.deprel == Deprel::acl)) {
    const auto verb = static_cast<uint32_t>(t.head);
    const LowerWord lemma(text.doc.lemma(text.token(verb)));
    if (!(text.lexicon.words.of(lemma.view()) & kCopula)) return false;
    copula = t.head;
    subject = text.tree.subject(verb);
  }
  if (copula == kNone || copula > static_cast<int32_t>(adjective) || adjective - copula > 5) return false;
  if (subject == kNone) subject = text.tree.subject(adjective);
  if (subject == kNone || subject >= copula || text.quoted(static_cast<uint32_t>(subject))) return false;
  const Token& who = text.token(static_cast<uint32_t>(subject));
  if (who.upos == Upos::VERB || text.lower(static_cast<uint32_t>(subject)) == "it" ||
      text.lower(static_cast<uint32_t>(subject)) == "there")
    return false;
  out.speaker_head = subject;
  out.speaker = source_span(text, static_cast<uint32_t>(subject), static_cast<uint32_t>(copula));
  const Span verb = text.cue_span_at(Cue{}, static_cast<uint32_t>(copula));
  out.cue_span = {verb.begin, text.token(cue_end - 1).span.end};
  return !out.speaker.empty() && !out.speaker.overlaps(out.cue_span);
}

}  // namespace

std::optional<Reported> read_nominal(const QuoteContext& text, uint32_t sentence, uint32_t token) {
  const Token& t = text.token(token);
  const bool noun = t.upos == Upos::NOUN;
  const bool adjective = t.upos == Upos::ADJ || t.xpos == Xpos::VBN || t.upos == Upos::ADV;
  if (!noun && !adjective) return std::nullopt;
  const LowerWord lower = text.lower(token);
  const auto* found = (noun ? text.lexicon.nouns : text.lexicon.adjectives).find(lower.view());
  if (!found) return std::nullopt;
  const IndexRange tokens = text.doc.sentences[sentence].tokens;
  const IndexRange author = noun ? author_after(text, token, tokens) : IndexRange{token, token};
  const uint32_t equated = noun && possessor(text, token) != kNone ? past_copula(text, token) : token;
  for (const Cue* cue : *found) {
    Reported out;
    out.cue = cue;
    out.token = token;
    out.sentence = sentence;
    std::optional<Following> after = following(text, *cue, token, token + 1, tokens);
    bool said = after && (noun ? read_noun(text, out, after->cue_end) : read_adjective(text, out, after->cue_end));
    if (!said && !author.empty()) {
      after = following(text, *cue, token, author.end, tokens);
      out.speaker = text.span_of(author);
      out.speaker_head = static_cast<int32_t>(author.end) - 1;
      out.cue_span = t.span;
      said = after.has_value();
    }
    if (!said && equated > token) {
      after = following(text, *cue, token, equated, tokens);
      said = after && after->clause && read_noun(text, out, after->cue_end);
    }
    if (!said && noun && (cue->takes & kTakesUnnamed)) {
      after = following(text, *cue, token, token + 1, tokens);
      out.speaker = {};
      out.speaker_head = kNone;
      out.cue_span = t.span;
      said = after && after->clause && possessor(text, token) == kNone;
    }
    if (!said) continue;
    add_piece(text, out, put_right(text, *cue, token, after->cue_end, after->told, after->clause, tokens));
    if (!out.pieces.empty()) return out;
  }
  return std::nullopt;
}

}  // namespace dateline
