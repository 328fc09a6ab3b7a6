#include "annotate/quotes_words.h"

#include <algorithm>

namespace dateline {
namespace {

template <size_t N>
bool among(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

constexpr std::array<std::string_view, 43> kAuxiliaries = {
    "'d",  "'ll",    "'re",   "'s",   "'ve",   "am",   "are",   "be",    "been",  "being",  "ca",
    "can", "cannot", "could", "did",  "do",    "does", "going", "had",   "has",   "have",   "having",
    "is",  "may",    "might", "must", "n't",   "not",  "n’t",   "ought", "shall", "should", "to",
    "was", "were",   "will",  "wo",   "would", "’d",   "’ll",   "’re",   "’s",    "’ve"};

constexpr std::array<std::string_view, 29> kAdverbs = {
    "again",       "ahead",   "all",     "already", "also",  "always", "even",      "ever",     "first", "further",
    "furthermore", "however", "instead", "just",    "later", "long",   "meanwhile", "moreover", "never", "now",
    "often",       "once",    "only",    "still",   "then",  "though", "thus",      "too",      "twice"};

constexpr std::array<std::string_view, 8> kPronouns = {"he", "i", "it", "she", "they", "we", "who", "you"};

constexpr std::array<std::string_view, 40> kPrepositions = {
    "about",  "after",   "against", "alongside", "amid",    "among", "as",   "at",    "because", "before",
    "behind", "by",      "during",  "following", "for",     "from",  "if",   "in",    "inside",  "into",
    "near",   "of",      "on",      "onto",      "outside", "over",  "per",  "since", "through", "to",
    "toward", "towards", "under",   "until",     "upon",    "via",   "when", "while", "with",    "within"};

constexpr std::array<std::string_view, 20> kCalendar = {
    "april",  "august",   "december", "february", "friday",    "january", "july",     "june",  "march",   "may",
    "monday", "november", "october",  "saturday", "september", "sunday",  "thursday", "today", "tuesday", "wednesday"};

}  // namespace

bool is_comma(std::string_view word) { return word == ","; }
bool is_dash(std::string_view word) { return word == "—" || word == "–" || word == "-" || word == "--"; }
bool ends_sentence(std::string_view word) { return word == "." || word == "!" || word == "?"; }
bool is_quote_mark(std::string_view word) {
  return word == "\"" || word == "“" || word == "”" || word == "``" || word == "''" || word == "«" || word == "»" ||
         word == "„";
}
bool is_auxiliary(std::string_view lower) { return among(kAuxiliaries, lower); }
bool is_adverb(std::string_view lower) { return among(kAdverbs, lower) || (lower.size() > 4 && lower.ends_with("ly")); }
bool is_personal_pronoun(std::string_view lower) { return among(kPronouns, lower); }
bool is_preposition(std::string_view lower) { return among(kPrepositions, lower); }
bool is_weekday_or_month(std::string_view word) { return among(kCalendar, LowerWord(word).view()); }

}  // namespace dateline
