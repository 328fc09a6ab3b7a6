// The words that figures are read with: resources/figures/*.tsv, interned so that the passes compare small numbers.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/resources.h"
#include "base/string_table.h"
#include "dateline/model.h"
#include "dateline/result.h"

namespace dateline {

using FigureWordId = uint16_t;
inline constexpr FigureWordId kNoFigureWord = 0;  // a word that no table knows

// Words that the grammar itself is made of. The order is that of kGrammarWords in figures_lexicon.cc.
enum GrammarWord : FigureWordId {
  kW_none,
  kW_a,
  kW_an,
  kW_the,
  kW_of,
  kW_to,
  kW_and,
  kW_or,
  kW_in,
  kW_per,
  kW_between,
  kW_from,
  kW_out,
  kW_point,
  kW_minus,
  kW_negative,
  kW_half,
  kW_one,
  kW_old,
  kW_aged,
  kW_hyphen,
  kW_endash,
  kW_emdash,
  kW_comma,
  kW_dot,
  kW_lparen,
  kW_rparen,
  kW_slash,
  kW_percent_sign,
  kW_square,
  kW_sq,
  kW_cubic,
  kW_cu,
  kW_squared,
  kW_cubed,
  kW_plus,
  kW_zero,
  kW_through,
  kW_ampersand,
  kW_x,
  kW_times_sign,
  kW_caret,
  kW_minus_sign,
  kW_hash,
  kW_colon,
  kW_them,
  kW_these,
  kW_those,
  kW_which,
  kW_whom,
  kW_including,
  kW_among,
  kW_with,
  kW_plus_minus,
  kW_by,
  kW_as,
  kW_double_prime,
  kW_tilde,
  kW_every,
  kW_each,
  kW_their,
  kW_its,
  kW_us,
  kW_those_who,
  kW_for,
  kW_at,
  kW_on,
  kW_no,
  kW_worth,
  kW_than,
  kW_dozen,
  kW_years,
  kW_year,
  kW_over,
  kW_under,
  kW_above,
  kW_below,
  kW_ages,
  kW_when,
  kW_strong,
  kW_number,
  kW_grammar_end
};

enum class FigureNumberKind : uint8_t { none, unit, teen, ten, hundred, scale, dozen, half, denom, denoms, ordinal };

// Word classes of words.tsv and what the other tables say of a single word, as bits.
enum FigureWordClass : uint64_t {
  kDesignator = 1ull << 0,
  kMonth = 1ull << 1,
  kWeekday = 1ull << 2,
  kClock = 1ull << 3,
  kScore = 1ull << 4,
  kChange = 1ull << 5,
  kMoney = 1ull << 6,
  kMass = 1ull << 7,
  kIdiom = 1ull << 8,
  kStop = 1ull << 9,
  kFragment = 1ull << 10,
  kAgeVerb = 1ull << 11,
  kTimesNoun = 1ull << 12,
  kNegate = 1ull << 13,
  kVague = 1ull << 14,
  kMillions = 1ull << 15,
  kStreet = 1ull << 16,
  kOfAge = 1ull << 17,
  kPersonal = 1ull << 18,
  kBeing = 1ull << 19,
  kNoSubstance = 1ull << 20,
  kPriced = 1ull << 21,
  kTimeShift = 1ull << 22,
  kSize = 1ull << 23,
  kLasting = 1ull << 24,
  kTaking = 1ull << 25,
  kLives = 1ull << 26,
  kStatute = 1ull << 27,
  kStreetBlock = 1ull << 28,
  kOrdered = 1ull << 29,
  kOthers = 1ull << 30,
  kNeeded = 1ull << 31,
  kFormer = 1ull << 32,
  kCalling = 1ull << 33,
  kCalls = 1ull << 34,
};

struct FigureWord {
  uint64_t classes = 0;
  FigureNumberKind number = FigureNumberKind::none;
  double value = 0;
  int16_t vague = -1;      // into FigureLexicon::vague
  int16_t attribute = -1;  // into FigureLexicon::attributes
  // Into FigureLexicon::dimensions: as a noun before "of", behind the unit, as a verb before the number.
  int16_t dimension_before = -1, dimension_behind = -1, dimension_verb = -1;
};

struct FigureAttribute {
  std::string_view name;
  FigureChange change = FigureChange::plain;
};

// What a measure measures: "height" by the word before "of", behind the unit, or by the verb.
struct FigureDimension {
  std::string_view name;
};

struct FigureVague {
  double min, max;
};

struct FigureUnit {
  std::string name, ucum, kind;  // kind "money" for currencies; two units can be compared only if names are equal
};

enum class FigureBound : uint8_t { none, min, max, about, exact };

struct FigurePhrase {
  std::vector<FigureWordId> words;
  int16_t payload = -1;  // a unit, or a FigureBound
};

// A symbol as written, case and all ("km/h", "°C", "$").
struct FigureSymbol {
  std::string text;
  int16_t unit = -1;
  bool glued_only = false;
};

struct FigureSuffix {
  std::string_view text;
  double value = 1;
  enum Where : uint8_t { any, money, count } where = any;
};

struct FigureExample {
  std::string_view text, expected;
  size_t line;
};

struct FigureLexicon {
  static Result<FigureLexicon> load(const Resources& resources);

  // The id of a lower-case word without dots, or of a symbol; kNoFigureWord if no table knows it.
  FigureWordId id(std::string_view lower) const {
    const FigureWordId* found = ids.find(lower);
    return found == nullptr ? kNoFigureWord : *found;
  }
  const FigureWord& facts(FigureWordId word) const { return words[word]; }
  bool is(FigureWordId word, uint64_t classes) const { return (words[word].classes & classes) != 0; }

  StringTable<FigureWordId> ids;
  std::vector<FigureWord> words;
  std::vector<FigureVague> vague;
  std::vector<FigureAttribute> attributes;
  std::vector<FigureDimension> dimensions;
  int16_t people = -1, cases = -1;  // the attributes that tell nothing by themselves
  std::vector<FigureUnit> units;
  std::vector<std::vector<FigurePhrase>> unit_words;     // by first word, longest first
  std::vector<std::vector<FigurePhrase>> bounds_before;  // by last word, longest first
  std::vector<std::vector<FigurePhrase>> bounds_after;   // by first word, longest first
  std::vector<FigureSymbol> symbols;                     // behind a number; by first byte, longest first
  std::vector<uint32_t> symbols_at;                      // 257 offsets into symbols by first byte
  std::vector<FigureSymbol> signs;                       // before a number, longest first
  std::vector<FigureSuffix> suffixes;                    // longest first
  std::vector<FigureExample> bound_examples, dimension_examples;
  int16_t percent = -1, percentage_point = -1, year = -1, magnitude = -1, pound_mass = -1, pound_sterling = -1,
          degree = -1, dollar = -1;

 private:
  friend struct FigureLexiconBuilder;
  std::deque<std::string> kept_;  // words made here (prefixed units); views in `ids` point into it
};

}  // namespace dateline
