#include "text/tense.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 9> kAhead = {"will", "'ll", "’ll", "shall", "would", "wo", "ll", "may", "might"};
// Verbs and adjectives after which a date lies ahead, whatever their own tense.
constexpr std::array<std::string_view, 21> kPlans = {
    "plan",     "plans",    "planned", "planning", "scheduled", "slated",   "due",
    "expected", "expects",  "expect",  "intends",  "upcoming",  "deadline", "effective",
    "matures",  "maturing", "expires", "payable",  "coming",    "promised", "going"};
// Right before a date: it lies ahead of what is told, mostly of the report, too.
constexpr std::array<std::string_view, 3> kUntil = {"until", "till", "til"};
constexpr std::array<std::string_view, 2> kEarly = {"early", "soon"};  // "as early as Friday"
// After these "to" and a verb lie ahead even where they are past themselves.
constexpr std::array<std::string_view, 20> kIntents = {
    "agree",  "plan",  "expect", "schedule", "want",  "decide",  "promise", "vow",    "hope", "due",
    "intend", "order", "ask",    "set",      "offer", "prepare", "ready",   "pledge", "go",   "need"};
constexpr std::array<std::string_view, 34> kBack = {
    "was", "were", "had", "said", "did",  "has",  "have", "been", "told",  "ago",  "since", "after",
    "met", "held", "won", "came", "went", "made", "took", "left", "began", "fell", "rose",  "sent",
    "got", "gave", "set", "led",  "saw",  "lost", "hit",  "put",  "cut",   "spoke"};

template <size_t N>
bool is_one(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_verb(const Token& token) { return token.upos == Upos::VERB || token.upos == Upos::AUX; }

// One verb's own tense: its form and the two tokens before it.
int tense_of(const Document& doc, const Sentence& sentence, uint32_t verb) {
  const Token& token = doc.tokens[verb];
  for (uint32_t i = verb, steps = 0; i-- > sentence.tokens.begin && steps < 4; ++steps) {
    const std::string word = ascii_lower(doc.words(doc.tokens[i]));
    if (is_one(kAhead, word)) return 1;
    if (token.xpos == Xpos::VB && word == "to") {  // "agreed to meet Friday"; but "met to mark it Friday"
      int32_t head = token.head;  // the verb above, past nouns: "an attempt to take it on March 3 failed"
      for (int up = 0; head != kNone && up < 4 && doc.tokens[head].upos == Upos::NOUN; ++up)
        head = doc.tokens[head].head;
      if (head == kNone || doc.tokens[head].upos != Upos::VERB || is_one(kIntents, doc.lemma(doc.tokens[head])))
        return 1;
      const Xpos x = doc.tokens[head].xpos;
      return x == Xpos::VBD || x == Xpos::VBN ? -1 : 1;
    }
    if (is_verb(doc.tokens[i]) && doc.tokens[i].upos == Upos::VERB) break;
  }
  if (is_one(kPlans, ascii_lower(doc.words(token)))) return 1;
  switch (token.xpos) {
    case Xpos::VBD:
    case Xpos::VBN: return -1;
    case Xpos::MD: return is_one(kAhead, ascii_lower(doc.words(token))) ? 1 : 0;
    default: return 0;
  }
}

// Without tags: the nearest telling word before, then after.
int by_words(const Document& doc, const Sentence& sentence, IndexRange inside) {
  const auto tell = [&](uint32_t i) {
    const std::string word = ascii_lower(doc.words(doc.tokens[i]));
    if (is_one(kAhead, word) || is_one(kPlans, word)) return 1;
    if (is_one(kBack, word) || (word.size() > 4 && word.ends_with("ed"))) return -1;
    return 0;
  };
  for (uint32_t i = inside.begin, steps = 0; i-- > sentence.tokens.begin && steps < 12; ++steps) {
    if (int t = tell(i); t != 0) return t;
  }
  for (uint32_t i = inside.end, steps = 0; i < sentence.tokens.end && steps < 12; ++i, ++steps) {
    if (int t = tell(i); t != 0) return t;
  }
  return 0;
}

}  // namespace

int tense_at(const Document& doc, Span span) {
  const int32_t at = doc.sentence_at(span.begin);
  if (at == kNone) return 0;
  const Sentence& sentence = doc.sentences[at];
  IndexRange inside = doc.tokens_in(span);
  if (inside.empty()) return 0;
  const bool tagged = std::any_of(doc.tokens.begin() + sentence.tokens.begin, doc.tokens.begin() + sentence.tokens.end,
                                  [](const Token& t) { return t.xpos != Xpos::NIL; });
  if (!tagged) return by_words(doc, sentence, inside);
  // "the meeting scheduled for Friday", "by Friday", "due Friday": the word right before decides.
  for (uint32_t i = inside.begin, steps = 0; i-- > sentence.tokens.begin && steps < 2; ++steps) {
    const std::string word = ascii_lower(doc.words(doc.tokens[i]));
    const bool a_plan = word.starts_with("plan") && doc.tokens[i].upos == Upos::NOUN;  // "announced the plan Aug. 21"
    if (is_one(kPlans, word) && !a_plan) return 1;
    if (is_one(kUntil, doc.words(doc.tokens[i]))) return 1;  // but "Until Friday they had not …"
    if (word == "as" && i > sentence.tokens.begin && is_one(kEarly, doc.words(doc.tokens[i - 1]))) return 1;
    if (word == "since") return -1;
  }
  // "Friday's ruling": mostly over.
  if (inside.end < sentence.tokens.end && doc.tokens[inside.end].xpos == Xpos::POS) return 0;
  // "said Friday", "announced on Friday": the verb right before, whatever the tree says.
  for (uint32_t i = inside.begin, steps = 0; i-- > sentence.tokens.begin && steps < 2; ++steps) {
    if (doc.tokens[i].upos == Upos::VERB) return tense_of(doc, sentence, i);
    if (doc.tokens[i].upos != Upos::ADP) break;
  }
  // Up the tree to the governing verb.
  int32_t t = static_cast<int32_t>(inside.end - 1);
  for (int steps = 0; t != kNone && steps < 12; ++steps) {
    if (is_verb(doc.tokens[t]) && !inside.contains(static_cast<uint32_t>(t)))
      return tense_of(doc, sentence, static_cast<uint32_t>(t));
    t = doc.tokens[t].head;
  }
  for (uint32_t i = inside.begin, steps = 0; i-- > sentence.tokens.begin && steps < 15; ++steps) {
    if (is_verb(doc.tokens[i])) return tense_of(doc, sentence, i);
  }
  for (uint32_t i = inside.end; i < sentence.tokens.end; ++i) {
    if (is_verb(doc.tokens[i])) return tense_of(doc, sentence, i);
  }
  return 0;
}

}  // namespace dateline
