#include "annotate/quotes_lexicon.h"

#include <algorithm>
#include <array>

#include "base/sort_unique.h"
#include "base/strings.h"

namespace dateline {
namespace {

struct Named {
  std::string_view name;
  uint64_t bit;
};

constexpr std::array kTakesNames = {
    Named{"quote", kTakesQuote},        Named{"that", kTakesThat},          Named{"to", kTakesTo},
    Named{"np", kTakesObject},          Named{"np-to", kTakesObjectTo},     Named{"pred", kTakesNamed},
    Named{"pred-as", kTakesObjectAs},   Named{"np-of", kTakesObjectWith},   Named{"np-for", kTakesObjectWith},
    Named{"np-from", kTakesObjectWith}, Named{"np-finding", kTakesFinding}, Named{"addr", kTakesHearer},
    Named{"source", kTakesSource},      Named{"ing", kTakesGerund},         Named{"unnamed", kTakesUnnamed},
};

// What else may stand under "takes" is a preposition.
constexpr std::array<std::string_view, 18> kPrepositions = {"about", "against", "as",  "at",     "between", "by",
                                                            "for",   "from",    "in",  "into",   "of",      "on",
                                                            "over",  "through", "to:", "toward", "towards", "with"};

constexpr std::array kWordLists = {
    Named{"auxiliary", kAuxiliary},
    Named{"adverb", kAdverb},
    Named{"pronoun", kPronoun},
    Named{"preposition", kPreposition},
    Named{"calendar", kCalendar},
    Named{"joins", kJoins},
    Named{"paper", kPaper},
    Named{"body", kBody},
    Named{"spokesperson", kSpokesperson},
    Named{"carrier", kCarrier},
    Named{"survey", kSurvey},
    Named{"time", kTimeWord},
    Named{"concession", kConcession},
    Named{"copula", kCopula},
    Named{"interrogative", kInterrogative},
    Named{"headline-source", kHeadlineSource},
    Named{"occasion", kOccasion},
    Named{"part", kPart},
    Named{"person-pronoun", kPersonPronoun},
    Named{"woman", kWoman},
    Named{"man", kMan},
    Named{"somebody", kSomebody},
    Named{"when", kWhen},
    Named{"headline-label", kHeadlineLabel},
    Named{"setting", kSetting},
    Named{"anonymity", kAnonymity},
    Named{"as", kAs},
    Named{"that", kThat},
    Named{"to", kTo},
    Named{"with", kWith},
    Named{"by", kBy},
    Named{"author", kAuthor},
    Named{"whether", kWhether},
    Named{"example", kExample},
    Named{"roughly", kRoughly},
    Named{"for", kFor},
    Named{"beyond-name", kBeyondName},
    Named{"day-lead", kDayLead},
    Named{"clause-start", kClauseStart},
    Named{"definite", kDefinite},
    Named{"inside", kInside},
    Named{"goes-on", kGoesOn},
    Named{"and", kAnd},
    Named{"negation", kNegation},
    Named{"neither", kNeither},
    Named{"article", kArticle},
    Named{"issuer", kIssuer},
    Named{"sided", kSided},
    Named{"mute", kMute},
};

template <size_t N>
uint64_t bit_of(const std::array<Named, N>& names, std::string_view name) {
  for (const Named& n : names) {
    if (n.name == name) return n.bit;
  }
  return 0;
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
bool hisses(std::string_view b) {
  const char last = b.back(), before = b.size() > 1 ? b[b.size() - 2] : 'x';
  return last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 'c' || before == 's'));
}

Result<bool> read_takes(std::string_view cell, const std::string& where, Cue& cue) {
  for (std::string_view name : split(cell, ' ')) {
    if (name.empty()) continue;
    if (const uint64_t bit = bit_of(kTakesNames, name)) {
      cue.takes |= static_cast<uint32_t>(bit);
      if (bit & (kTakesObjectWith | kTakesObjectAs)) cue.object_prepositions.push_back(name.substr(name.find('-') + 1));
    } else if (std::find(kPrepositions.begin(), kPrepositions.end(), name) != kPrepositions.end()) {
      cue.takes |= kTakesPreposition;
      cue.prepositions.push_back(name == "to:" ? name.substr(0, 2) : name);
    } else {
      return Error{ErrorCode::invalid_input, "unknown 'takes' word '" + std::string(name) + "'", where};
    }
  }
  return true;
}

}  // namespace

bool Cue::asks_for(std::string_view preposition) const {
  return std::find(prepositions.begin(), prepositions.end(), preposition) != prepositions.end();
}

bool Cue::object_asks_for(std::string_view preposition) const {
  return std::find(object_prepositions.begin(), object_prepositions.end(), preposition) != object_prepositions.end();
}

std::vector<std::string> regular_forms(std::string_view base) {
  const std::string b(base);
  std::vector<std::string> forms = {b};
  const char last = b.back(), before = b.size() > 1 ? b[b.size() - 2] : 'x';
  if (last == 'e') {
    forms.insert(forms.end(), {b + "s", b + "d", b.substr(0, b.size() - 1) + "ing"});
  } else if (last == 'y' && !is_vowel(before)) {
    const std::string stem = b.substr(0, b.size() - 1);
    forms.insert(forms.end(), {stem + "ies", stem + "ied", b + "ing"});
  } else {
    forms.insert(forms.end(), {b + (hisses(b) || last == 'o' ? "es" : "s"), b + "ed", b + "ing"});
  }
  return forms;
}

std::vector<std::string> noun_forms(std::string_view base) {
  const std::string b(base);
  if (b.back() == 'y' && b.size() > 1 && !is_vowel(b[b.size() - 2])) return {b, b.substr(0, b.size() - 1) + "ies"};
  return {b, b + (hisses(b) ? "es" : "s")};
}

Result<CueTable> CueTable::load(const Resources& resources, std::string_view name, Forms rule) {
  CueTable out;
  out.keep_ = resources;
  TRY(Table table, Table::load(out.keep_, name));
  TRY(const size_t cue_column, table.column("cue"));
  TRY(const size_t forms_column, table.column("forms"));
  TRY(const size_t act_column, table.column("act"));
  TRY(const size_t takes_column, table.column("takes"));
  for (size_t row = 0; row < table.rows(); ++row) {
    const std::string where = std::string(name) + ":" + std::to_string(table.line(row));
    const std::string_view words = table.cell(row, cue_column);
    const size_t space = words.find(' ');
    Cue cue;
    cue.base = words.substr(0, space);
    if (space != std::string_view::npos) cue.second = words.substr(space + 1);
    const std::string_view act = table.cell(row, act_column);
    if (cue.base.empty() || act.empty() || act.size() > Label::kMaxSize)
      return Error{ErrorCode::invalid_input, "a row needs a cue and an act", where};
    cue.act = act;
    TRY([[maybe_unused]] const bool read, read_takes(table.cell(row, takes_column), where, cue));
    out.cues_.push_back(cue);
    std::vector<std::string> forms = {std::string(cue.base)};
    if (!(cue.takes & kTakesSource)) {
      if (rule == Forms::verb) forms = regular_forms(cue.base);
      if (rule == Forms::noun) forms = noun_forms(cue.base);
      for (std::string_view form : variants(table.cell(row, forms_column))) forms.emplace_back(form);
    }
    out.add(&out.cues_.back(), std::move(forms));
  }
  return out;
}

void CueTable::add(const Cue* cue, std::vector<std::string> forms) {
  sort_unique(forms);
  for (std::string& form : forms) {
    const bool known = by_form_.find(form) != nullptr;
    auto& list = by_form_[known ? form : forms_.emplace_back(std::move(form))];
    list.insert(cue->second.empty() ? list.end() : list.begin(), cue);
  }
}

const std::vector<const Cue*>* CueTable::find(std::string_view form) const { return by_form_.find(form); }

Result<WordKinds> WordKinds::load(const Resources& resources) {
  constexpr std::string_view kName = "quotes/words.tsv";
  WordKinds out;
  out.keep_ = resources;
  TRY(Table table, Table::load(out.keep_, kName));
  TRY(const size_t list_column, table.column("list"));
  TRY(const size_t words_column, table.column("words"));
  for (size_t row = 0; row < table.rows(); ++row) {
    const uint64_t bit = bit_of(kWordLists, table.cell(row, list_column));
    if (bit == 0) {
      return Error{ErrorCode::invalid_input, "unknown list '" + std::string(table.cell(row, list_column)) + "'",
                   std::string(kName) + ":" + std::to_string(table.line(row))};
    }
    for (std::string_view word : variants(table.cell(row, words_column))) {
      if (word.front() == '-')
        out.endings_.emplace_back(word.substr(1), bit);
      else
        out.kinds_[word] |= bit;
    }
  }
  return out;
}

uint64_t WordKinds::of(std::string_view lower) const {
  const uint64_t* found = kinds_.find(lower);
  uint64_t kinds = found == nullptr ? 0 : *found;
  for (const auto& [ending, bit] : endings_) {
    if (lower.size() > ending.size() + 2 && lower.ends_with(ending)) kinds |= bit;
  }
  return kinds;
}

Result<QuoteLexicon> QuoteLexicon::load(const Resources& resources) {
  TRY(CueTable verbs, CueTable::load(resources, "quotes/cues.tsv", CueTable::Forms::verb));
  TRY(CueTable nouns, CueTable::load(resources, "quotes/nouns.tsv", CueTable::Forms::noun));
  TRY(CueTable adjectives, CueTable::load(resources, "quotes/adjectives.tsv", CueTable::Forms::as_written));
  TRY(WordKinds words, WordKinds::load(resources));
  return QuoteLexicon{std::move(verbs), std::move(nouns), std::move(adjectives), std::move(words)};
}

}  // namespace dateline
