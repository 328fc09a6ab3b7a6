#include "text/tense.h"

#include <algorithm>
#include <array>

#include "base/load_shared.h"
#include "base/strings.h"
#include "base/table.h"

namespace dateline {
namespace {

// The classes of text/tense.tsv, which says what they mean.
enum Group : uint8_t {
  kAhead,
  kPlan,
  kUndone,
  kUntil,
  kEarly,
  kIntent,
  kSince,
  kWas,
  kIs,
  kBack,
  kEnding,
  kTo,
  kAs,
  kThing,
  kAgenda,
  kOver,
  kGroups
};
constexpr std::array<std::string_view, kGroups> kGroupNames = {"ahead", "plan",  "undone", "until", "early",  "intent",
                                                               "since", "was",   "is",     "back",  "ending", "to",
                                                               "as",    "thing", "agenda", "done"};

bool is_verb(const Token& token) { return token.upos == Upos::VERB || token.upos == Upos::AUX; }

}  // namespace

struct TenseReader::Lexicon {
  std::array<std::vector<std::string_view>, kGroups> words;  // sorted

  bool is(Group group, std::string_view word) const {
    return std::binary_search(words[group].begin(), words[group].end(), word);
  }
  bool ends_past(std::string_view word) const {
    constexpr size_t kStem = 3;  // "used" and "need" tell nothing
    return std::any_of(words[kEnding].begin(), words[kEnding].end(), [&](std::string_view ending) {
      return word.size() >= ending.size() + kStem && word.ends_with(ending);
    });
  }
  int tense_of(const Document& doc, const Sentence& sentence, uint32_t verb) const;
  int tense_of_plan(const Document& doc, const Sentence& sentence, uint32_t plan) const;
  int tense_of_participle(const Document& doc, const Sentence& sentence, uint32_t verb) const;
  int by_words(const Document& doc, const Sentence& sentence, IndexRange inside) const;
  int at(const Document& doc, Span span) const;
};

// One verb's own tense: its form and the tokens before it.
int TenseReader::Lexicon::tense_of(const Document& doc, const Sentence& sentence, uint32_t verb) const {
  const Token& token = doc.tokens[verb];
  for (uint32_t i = verb, steps = 0; i-- > sentence.tokens.begin && steps < 4; ++steps) {
    const std::string word = ascii_lower(doc.words(doc.tokens[i]));
    if (is(kAhead, word)) return 1;
    if (token.xpos == Xpos::VB && is(kTo, word)) {  // "agreed to meet Friday"; but "met to mark it Friday"
      int32_t head = token.head;  // the verb above, past nouns: "an attempt to take it on March 3 failed"
      for (int up = 0; head != kNone && up < 4 && doc.tokens[head].upos == Upos::NOUN; ++up)
        head = doc.tokens[head].head;
      if (head != kNone && is(kPlan, ascii_lower(doc.words(doc.tokens[head]))))  // "had been due to expire Friday"
        return tense_of_plan(doc, sentence, static_cast<uint32_t>(head));
      if (head == kNone || doc.tokens[head].upos != Upos::VERB || is(kIntent, doc.lemma(doc.tokens[head]))) return 1;
      const Xpos x = doc.tokens[head].xpos;
      return x == Xpos::VBD || x == Xpos::VBN ? -1 : 1;
    }
    if (is_verb(doc.tokens[i]) && doc.tokens[i].upos == Upos::VERB) break;
  }
  if (is(kPlan, ascii_lower(doc.words(token)))) return tense_of_plan(doc, sentence, verb);
  switch (token.xpos) {
    case Xpos::VBD:
    case Xpos::VBN: return -1;
    case Xpos::VBG: return tense_of_participle(doc, sentence, verb);
    case Xpos::MD: return is(kAhead, ascii_lower(doc.words(token))) ? 1 : 0;
    // "The truce takes effect Thursday": such a verb in the present has a day to come; headlines tell the past in it.
    case Xpos::VBZ: return doc.section_of(sentence).kind == SectionKind::body && is(kAgenda, doc.lemma(token)) ? 1 : 0;
    default: return 0;
  }
}

// "due Friday"; but "had been due Friday".
int TenseReader::Lexicon::tense_of_plan(const Document& doc, const Sentence& sentence, uint32_t plan) const {
  for (uint32_t i = plan, steps = 0; i-- > sentence.tokens.begin && steps < 3; ++steps) {
    if (is(kUndone, ascii_lower(doc.words(doc.tokens[i])))) return -1;
  }
  return 1;
}

// "was meeting", "is meeting Friday"; "after meeting Friday".
int TenseReader::Lexicon::tense_of_participle(const Document& doc, const Sentence& sentence, uint32_t verb) const {
  for (uint32_t i = verb, steps = 0; i-- > sentence.tokens.begin && steps < 2; ++steps) {
    const std::string word = ascii_lower(doc.words(doc.tokens[i]));
    if (is(kWas, word) || is(kOver, word)) return -1;
    if (is(kIs, word)) return 1;
  }
  return 0;
}

// Without tags: the nearest telling word before, then after.
int TenseReader::Lexicon::by_words(const Document& doc, const Sentence& sentence, IndexRange inside) const {
  const auto tell = [&](uint32_t i) {
    const std::string word = ascii_lower(doc.words(doc.tokens[i]));
    if (is(kAhead, word) || is(kPlan, word)) return 1;
    if (is(kBack, word) || ends_past(word)) return -1;
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

int TenseReader::Lexicon::at(const Document& doc, Span span) const {
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
    const bool a_plan = is(kThing, word) && doc.tokens[i].upos == Upos::NOUN;  // "announced the plan Aug. 21"
    if (is(kPlan, word) && !a_plan) return tense_of_plan(doc, sentence, i);
    if (is(kUntil, doc.words(doc.tokens[i]))) return 1;  // but "Until Friday they had not …"
    if (is(kAs, word) && i > sentence.tokens.begin && is(kEarly, doc.words(doc.tokens[i - 1]))) return 1;
    if (is(kSince, word)) return -1;
  }
  // "Friday's ruling": mostly over.
  if (inside.end < sentence.tokens.end && doc.tokens[inside.end].xpos == Xpos::POS) return 0;
  // "said Friday", "announced on Friday": the verb right before, whatever the tree says.
  for (uint32_t i = inside.begin, steps = 0; i-- > sentence.tokens.begin && steps < 2; ++steps) {
    if (doc.tokens[i].upos == Upos::VERB) return tense_of(doc, sentence, i);
    if (doc.tokens[i].upos != Upos::ADP) break;
  }
  // Up the tree to the governing verb; "is to resume trading Friday" says it higher up.
  int32_t t = static_cast<int32_t>(inside.end - 1);
  for (int steps = 0; t != kNone && steps < 12; ++steps) {
    if (is_verb(doc.tokens[t]) && !inside.contains(static_cast<uint32_t>(t))) {
      const int tense = tense_of(doc, sentence, static_cast<uint32_t>(t));
      if (tense != 0 || doc.tokens[t].xpos != Xpos::VBG) return tense;
    }
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

Result<TenseReader> TenseReader::load(const Resources& resources) {
  return load_shared(TenseReader(), &TenseReader::lexicon_, [&](Lexicon& x) -> Status {
    TRY(Table table, Table::load(resources, "text/tense.tsv"));
    TRY(const size_t group, table.column("class"));
    TRY(const size_t words, table.column("words"));
    for (size_t row = 0; row < table.rows(); ++row) {
      const auto found = std::find(kGroupNames.begin(), kGroupNames.end(), table.cell(row, group));
      if (found == kGroupNames.end()) {
        return Error{ErrorCode::invalid_input, "no such class", "text/tense.tsv:" + std::to_string(table.line(row))};
      }
      auto& list = x.words[static_cast<size_t>(found - kGroupNames.begin())];
      for (std::string_view word : variants(table.cell(row, words))) list.push_back(word);
      std::sort(list.begin(), list.end());
    }
    return kDone;
  });
}

int TenseReader::at(const Document& doc, Span span) const { return lexicon_->at(doc, span); }

}  // namespace dateline
