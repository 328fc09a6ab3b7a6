#include "annotate/figures_lexicon.h"

#include <algorithm>

#include "annotate/figures_atoms.h"
#include "annotate/figures_lexicon_builder.h"
#include "base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kGrammarWords[] = {
    "",        "a",     "an",     "the",   "of",       "to",    "and",       "or",     "in",    "per",   "between",
    "from",    "out",   "point",  "minus", "negative", "half",  "one",       "old",    "aged",  "-",     "–",
    "—",       ",",     ".",      "(",     ")",        "/",     "%",         "square", "sq",    "cubic", "cu",
    "squared", "cubed", "+",      "zero",  "through",  "&",     "x",         "×",      "^",     "−",     "#",
    ":",       "them",  "these",  "those", "which",    "whom",  "including", "among",  "with",  "±",     "by",
    "as",      "\"",    "~",      "every", "each",     "their", "its",       "us",     "",      "for",   "at",
    "on",      "no",    "worth",  "than",  "dozen",    "years", "year",      "over",   "under", "above", "below",
    "ages",    "when",  "strong", "number"};
static_assert(std::size(kGrammarWords) == kW_grammar_end);

void longest_first(std::vector<std::vector<FigurePhrase>>& index, size_t size) {
  index.resize(size);
  for (auto& list : index) {
    std::stable_sort(list.begin(), list.end(),
                     [](const FigurePhrase& a, const FigurePhrase& b) { return a.words.size() > b.words.size(); });
  }
}
}  // namespace

FigureWordId FigureLexiconBuilder::intern(std::string_view word) {
  const auto [id, fresh] = lex.ids.emplace(word, static_cast<FigureWordId>(lex.words.size()));
  if (fresh) lex.words.emplace_back();
  return *id;
}

// A phrase as atoms, so that it meets the text in the same cut; every word of it becomes known.
std::vector<FigureWordId> FigureLexiconBuilder::phrase(std::string_view text) {
  std::vector<FigureAtom> atoms;
  cut_atoms(text, {0, static_cast<uint32_t>(text.size())}, lex, atoms);
  std::vector<FigureWordId> ids;
  for (const FigureAtom& atom : atoms) {
    std::string lower = ascii_lower(atom.span.of(text));
    std::erase(lower, '.');
    FigureWordId id = lower.empty() ? FigureWordId{kW_dot} : lex.id(lower);
    if (id == kNoFigureWord) id = intern(keep(std::move(lower)));
    ids.push_back(id);
  }
  return ids;
}

void FigureLexiconBuilder::add_phrase(std::vector<std::vector<FigurePhrase>>& index, std::string_view text,
                                      int16_t payload, bool by_last) {
  std::vector<FigureWordId> ids = phrase(text);
  if (ids.empty()) return;
  const FigureWordId key = by_last ? ids.back() : ids.front();
  if (index.size() <= key) index.resize(key + 1);
  index[key].push_back({std::move(ids), payload});
}

void FigureLexiconBuilder::finish() {
  const size_t n = lex.words.size();
  longest_first(lex.unit_words, n);
  longest_first(lex.bounds_before, n);
  longest_first(lex.bounds_after, n);
  const auto longer = [](const FigureSymbol& a, const FigureSymbol& b) {
    const auto x = static_cast<uint8_t>(a.text[0]), y = static_cast<uint8_t>(b.text[0]);
    return x != y ? x < y : a.text.size() > b.text.size();
  };
  std::stable_sort(lex.symbols.begin(), lex.symbols.end(), longer);
  std::stable_sort(lex.signs.begin(), lex.signs.end(),
                   [](const FigureSymbol& a, const FigureSymbol& b) { return a.text.size() > b.text.size(); });
  lex.symbols_at.assign(257, 0);
  for (const FigureSymbol& s : lex.symbols) ++lex.symbols_at[static_cast<uint8_t>(s.text[0]) + 1];
  for (size_t i = 1; i < lex.symbols_at.size(); ++i) lex.symbols_at[i] += lex.symbols_at[i - 1];
  const auto named = [&](std::string_view name) {
    for (size_t i = 0; i < lex.units.size(); ++i) {
      if (lex.units[i].name == name) return static_cast<int16_t>(i);
    }
    return int16_t{-1};
  };
  lex.percent = named("percent");
  lex.percentage_point = named("percentage point");
  lex.year = named("year");
  lex.magnitude = named("magnitude");
  lex.pound_mass = named("pound");
  lex.pound_sterling = named("GBP");
  lex.degree = named("degree");
  lex.dollar = named("USD");
}

Result<FigureLexicon> FigureLexicon::load(const Resources& resources) {
  FigureLexicon lex;
  lex.words.reserve(4096);
  FigureLexiconBuilder build{lex};
  lex.words.emplace_back();
  for (size_t i = 1; i < std::size(kGrammarWords); ++i) {
    // One slot has no word of its own; it only keeps the enum dense.
    lex.words.emplace_back();
    if (!kGrammarWords[i].empty()) lex.ids.emplace(kGrammarWords[i], static_cast<FigureWordId>(i));
  }
  CHECK_OK(build.numbers(resources));
  CHECK_OK(build.vague(resources));
  CHECK_OK(build.classes(resources));
  CHECK_OK(build.attributes(resources));
  CHECK_OK(build.dimensions(resources));
  CHECK_OK(build.bounds(resources));
  CHECK_OK(build.units(resources));
  CHECK_OK(build.currencies(resources));
  CHECK_OK(build.suffixes(resources));
  build.finish();
  return lex;
}

}  // namespace dateline
