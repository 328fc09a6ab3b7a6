// The words of resources/quotes: cue verbs, nouns and adjectives, each found by any of its inflected forms, and lists
// of small words that the grammar of reported speech turns on.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/resources.h"
#include "base/string_table.h"
#include "base/table.h"
#include "dateline/label.h"

namespace dateline {

// What may carry the words said; docs/quotes.md tells each.
enum CueTakes : uint32_t {
  kTakesQuote = 1u << 0,
  kTakesThat = 1u << 1,
  kTakesTo = 1u << 2,
  kTakesObject = 1u << 3,
  kTakesObjectTo = 1u << 4,
  kTakesNamed = 1u << 5,         // "pred"
  kTakesObjectAs = 1u << 6,      // "pred-as"
  kTakesObjectWith = 1u << 7,    // "np-of": an object and one of Cue::object_prepositions
  kTakesFinding = 1u << 9,       // "np-finding": an object, if what speaks is a study, a poll, a paper
  kTakesHearer = 1u << 10,       // "addr"
  kTakesSource = 1u << 11,       // "according to": the object is the speaker
  kTakesPreposition = 1u << 12,  // one of Cue::prepositions
  kTakesGerund = 1u << 13,       // "ing"
  kTakesUnnamed = 1u << 15,      // a noun that tells though nobody says who: "concerns that"
};

struct Cue {
  std::string_view base;    // "point" of "point out"
  std::string_view second;  // "out"; empty if none
  Label act;
  uint32_t takes = 0;                          // CueTakes
  std::vector<std::string_view> prepositions;  // "on", "about": what follows them is told, they belong to the cue
  std::vector<std::string_view> object_prepositions;  // "of", "as": what follows them goes on behind the object

  bool asks_for(std::string_view preposition) const;
  bool object_asks_for(std::string_view preposition) const;
};

// Verbs, nouns or adjectives of one table.
class CueTable {
 public:
  enum class Forms { verb, noun, as_written };

  static Result<CueTable> load(const Resources& resources, std::string_view name, Forms forms);

  // All cues one of whose forms is this lower-case word; those with a second word first. nullptr if there are none.
  const std::vector<const Cue*>* find(std::string_view form) const;

 private:
  void add(const Cue* cue, std::vector<std::string> forms);

  Resources keep_;  // the views point into its bytes
  std::deque<Cue> cues_;
  std::deque<std::string> forms_;
  StringTable<std::vector<const Cue*>> by_form_;
};

// Kinds of words, as bits: the lists of resources/quotes/words.tsv, marks, which are typography, and names.
enum WordKind : uint64_t {
  kAuxiliary = 1ull << 0,    // be, have, do, modals and "to", also negated
  kAdverb = 1ull << 1,       // such as stand beside cues
  kPronoun = 1ull << 2,      // personal, as a subject
  kPreposition = 1ull << 3,  // prepositions and conjunctions that no name of a speaker begins with
  kCalendar = 1ull << 4,     // days and months
  kJoins = 1ull << 5,        // prepositions that go on with a noun phrase
  kPaper = 1ull << 6,        // statement, letter: speaks for whoever put it out
  kBody = 1ull << 7,         // committee, report: known by whose it is
  kSpokesperson = 1ull << 8,
  kCarrier = 1ull << 9,          // make, have, express: verbs that only carry the noun that tells
  kSurvey = 1ull << 10,          // poll, study, data: what "shows" something by telling it
  kTimeWord = 1ull << 11,        // last, this, earlier: begin a time where no preposition does
  kConcession = 1ull << 12,      // although, but, while: after a comma the reporter speaks again
  kCopula = 1ull << 13,          // seem, remain: stand between a speaker and an adjective
  kInterrogative = 1ull << 14,   // why, how, whether: begin a clause that is told
  kHeadlineSource = 1ull << 15,  // poll, report: may stand alone before a colon
  kOccasion = 1ull << 16,        // interview, speech: "said in an interview"
  kPart = 1ull << 17,            // part, excerpt: of a paper
  kWhen = 1ull << 18,            // during, after, before: begin a time
  kHeadlineLabel = 1ull << 19,   // update, watch: before a colon, but nobody who speaks
  kPersonPronoun = 1ull << 20,   // he, she
  kSetting = 1ull << 21,         // at, during, speaking: between commas tells where or when the speaker spoke
  kAnonymity = 1ull << 22,       // anonymity, named: what is asked for or spoken on by who is not named
  kExample = 1ull << 23,         // including, such: go on with a noun phrase behind a comma
  kRoughly = 1ull << 24,         // nearly, only: may begin a noun phrase that counts
  kBeyondName = 1ull << 25,      // in, on, to: behind a speaker's name tell where and to whom
  kDayLead = 1ull << 26,         // late, early, on: before the day it was said
  kClauseStart = 1ull << 27,     // that, while, as, when: no part of a subject
  kGoesOn = 1ull << 28,          // of, for, as: may go on with any object
  kThat = 1ull << 29,            // that: the conjunction
  kTo = 1ull << 30,              // to: of infinitives
  kAs = 1ull << 31,              // as: "quoted |as| saying"
  kWith = 1ull << 32,            // with: "|with| the gangs demanding that …"
  kBy = 1ull << 33,              // by: of an agent
  kFor = 1ull << 34,             // for
  kAnd = 1ull << 35,             // and, &
  kInside = 1ull << 36,          // in: "said |in| a statement"
  kDefinite = 1ull << 37,        // the
  kArticle = 1ull << 38,         // a, an, the
  kNegation = 1ull << 39,        // not, never
  kWhether = 1ull << 40,         // whether, if
  kAuthor = 1ull << 41,          // by, from: between a noun that tells and its speaker
  kComma = 1ull << 42,
  kDash = 1ull << 43,
  kSentenceEnd = 1ull << 44,  // . ! ?
  kColon = 1ull << 45,        // : and ;
  kQuoteMark = 1ull << 46,
  kNeither = 1ull << 48,   // neither, nor
  kIssuer = 1ull << 49,    // send, write, issue: verbs of who puts out a paper
  kWoman = 1ull << 50,     // she, Mrs, spokeswoman
  kMan = 1ull << 51,       // he, Mr, spokesman
  kSomebody = 1ull << 52,  // witness, officer: one person, man or woman
  kSided = 1ull << 53,     // favor, hopes: "in |favor| of", what a subject stands for
  kMute = 1ull << 54,      // hospital, lives: "admitted to hospital", "claimed ten lives" tell nothing
  kNamed = 1ull << 47,     // part of a name that the names layer found, whatever the tagger made of it
};

class WordKinds {
 public:
  static Result<WordKinds> load(const Resources& resources);
  uint64_t of(std::string_view lower) const;  // WordKinds

 private:
  Resources keep_;
  StringTable<uint64_t> kinds_;
  std::vector<std::pair<std::string_view, uint64_t>> endings_;  // "-ly"
};

struct QuoteLexicon {
  CueTable verbs, nouns, adjectives;
  WordKinds words;

  static Result<QuoteLexicon> load(const Resources& resources);
};

// The forms of an English verb by the spelling rules: base, -s, -ed, -ing; of a noun: base and plural.
std::vector<std::string> regular_forms(std::string_view base);
std::vector<std::string> noun_forms(std::string_view base);

}  // namespace dateline
