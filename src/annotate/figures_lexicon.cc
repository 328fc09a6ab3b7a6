#include "annotate/figures_lexicon.h"

#include <algorithm>
#include <charconv>

#include "annotate/figures_atoms.h"
#include "base/strings.h"
#include "base/table.h"

namespace dateline {
namespace {

constexpr std::string_view kGrammarWords[] = {
    "",        "a",     "an",    "the",   "of",       "to",    "and",       "or",     "in",   "per",   "between",
    "from",    "out",   "point", "minus", "negative", "half",  "one",       "old",    "aged", "-",     "–",
    "—",       ",",     ".",     "(",     ")",        "/",     "%",         "square", "sq",   "cubic", "cu",
    "squared", "cubed", "+",     "zero",  "through",  "&",     "x",         "×",      "^",    "−",     "#",
    ":",       "them",  "these", "those", "which",    "whom",  "including", "among",  "with", "±",     "by",
    "as",      "\"",    "~",     "every", "each",     "their", "its",       "us",     "",     "for",   "at",
    "on",      "no",    "worth", "than",  "dozen",    "years", "year"};
static_assert(std::size(kGrammarWords) == kW_grammar_end);

struct ClassName {
  std::string_view name;
  uint32_t bit;
};
constexpr ClassName kClasses[] = {
    {"designator", kDesignator}, {"month", kMonth},     {"weekday", kWeekday}, {"clock", kClock},  {"score", kScore},
    {"change", kChange},         {"money", kMoney},     {"mass", kMass},       {"idiom", kIdiom},  {"stop", kStop},
    {"fragment", kFragment},     {"ageverb", kAgeVerb}, {"times", kTimesNoun}, {"negate", kNegate}};

struct KindName {
  std::string_view name;
  FigureNumberKind kind;
};
constexpr KindName kNumberKinds[] = {{"unit", FigureNumberKind::unit},     {"teen", FigureNumberKind::teen},
                                     {"ten", FigureNumberKind::ten},       {"hundred", FigureNumberKind::hundred},
                                     {"scale", FigureNumberKind::scale},   {"dozen", FigureNumberKind::dozen},
                                     {"half", FigureNumberKind::half},     {"denom", FigureNumberKind::denom},
                                     {"denoms", FigureNumberKind::denoms}, {"ordinal", FigureNumberKind::ordinal}};

struct Prefix {
  std::string_view word, symbol;
  char group;  // k: kilo and above, m: milli and below, c: centi, deci
};
constexpr Prefix kPrefixes[] = {{"kilo", "k", 'k'},  {"mega", "M", 'k'},  {"giga", "G", 'k'},  {"tera", "T", 'k'},
                                {"peta", "P", 'k'},  {"exa", "E", 'k'},   {"deci", "d", 'm'},  {"centi", "c", 'm'},
                                {"milli", "m", 'm'}, {"micro", "μ", 'm'}, {"micro", "µ", 'm'}, {"nano", "n", 'm'},
                                {"pico", "p", 'm'},  {"femto", "f", 'm'}, {"atto", "a", 'm'}};

Error bad(std::string_view file, const Table& table, size_t row, std::string what) {
  return Error{ErrorCode::invalid_input, std::move(what), std::string(file) + ":" + std::to_string(table.line(row))};
}

bool to_number(std::string_view text, double& out) {
  return std::from_chars(text.data(), text.data() + text.size(), out).ec == std::errc();
}

}  // namespace

// Fills a FigureLexicon; keeps the helpers out of its header.
struct FigureLexiconBuilder {
  FigureLexicon& lex;

  FigureWordId intern(std::string_view word) {
    auto [at, fresh] = lex.ids.try_emplace(word, static_cast<FigureWordId>(lex.words.size()));
    if (fresh) lex.words.emplace_back();
    return at->second;
  }
  std::string_view keep(std::string text) { return lex.kept_.emplace_back(std::move(text)); }

  // A phrase as atoms, so that it meets the text in the same cut; every word of it becomes known.
  std::vector<FigureWordId> phrase(std::string_view text) {
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
  void add_phrase(std::vector<std::vector<FigurePhrase>>& index, std::string_view text, int16_t payload,
                  bool by_last = false) {
    std::vector<FigureWordId> ids = phrase(text);
    if (ids.empty()) return;
    const FigureWordId key = by_last ? ids.back() : ids.front();
    if (index.size() <= key) index.resize(key + 1);
    index[key].push_back({std::move(ids), payload});
  }
  static void longest_first(std::vector<std::vector<FigurePhrase>>& index, size_t size) {
    index.resize(size);
    for (auto& list : index) {
      std::stable_sort(list.begin(), list.end(),
                       [](const FigurePhrase& a, const FigurePhrase& b) { return a.words.size() > b.words.size(); });
    }
  }
  int16_t unit(std::string name, std::string ucum, std::string kind) {
    for (size_t i = 0; i < lex.units.size(); ++i) {
      if (lex.units[i].name == name) return static_cast<int16_t>(i);
    }
    lex.units.push_back({std::move(name), std::move(ucum), std::move(kind)});
    return static_cast<int16_t>(lex.units.size() - 1);
  }

  Status numbers(const Resources& resources) {
    constexpr std::string_view kFile = "figures/numbers.tsv";
    TRY(Table table, Table::load(resources, kFile));
    for (size_t r = 0; r < table.rows(); ++r) {
      auto kind = std::find_if(std::begin(kNumberKinds), std::end(kNumberKinds),
                               [&](const KindName& k) { return k.name == table.cell(r, 1); });
      double value = 0;
      if (kind == std::end(kNumberKinds) || !to_number(table.cell(r, 2), value))
        return bad(kFile, table, r, "no such kind or no number");
      for (std::string_view word : variants(table.cell(r, 0))) {
        FigureWord& facts = lex.words[intern(word)];
        facts.number = kind->kind;
        facts.value = value;
      }
    }
    return kDone;
  }

  Status vague(const Resources& resources) {
    constexpr std::string_view kFile = "figures/vague.tsv";
    TRY(Table table, Table::load(resources, kFile));
    for (size_t r = 0; r < table.rows(); ++r) {
      FigureVague v{};
      if (!to_number(table.cell(r, 1), v.min) || !to_number(table.cell(r, 2), v.max))
        return bad(kFile, table, r, "min or max is no number");
      for (std::string_view word : variants(table.cell(r, 0))) {
        FigureWord& facts = lex.words[intern(word)];
        facts.vague = static_cast<int16_t>(lex.vague.size());
        facts.classes |= kVague;
      }
      lex.vague.push_back(v);
    }
    return kDone;
  }

  Status attributes(const Resources& resources) {
    constexpr std::string_view kFile = "figures/attributes.tsv";
    TRY(Table table, Table::load(resources, kFile));
    for (size_t r = 0; r < table.rows(); ++r) {
      const std::string_view change = table.cell(r, 1);
      if (change != "grows" && change != "fixed" && change != "plain") return bad(kFile, table, r, "no such change");
      const auto index = static_cast<int16_t>(lex.attributes.size());
      lex.attributes.push_back({table.cell(r, 0), change == "grows"   ? FigureChange::grows
                                                  : change == "fixed" ? FigureChange::fixed
                                                                      : FigureChange::plain});
      if (table.cell(r, 0) == "people") lex.people = index;
      if (table.cell(r, 0) == "cases") lex.cases = index;
      for (std::string_view word : variants(table.cell(r, 2))) lex.words[intern(word)].attribute = index;
    }
    return kDone;
  }

  Status classes(const Resources& resources) {
    constexpr std::string_view kFile = "figures/words.tsv";
    TRY(Table table, Table::load(resources, kFile));
    for (size_t r = 0; r < table.rows(); ++r) {
      auto found = std::find_if(std::begin(kClasses), std::end(kClasses),
                                [&](const ClassName& c) { return c.name == table.cell(r, 0); });
      if (found == std::end(kClasses)) return bad(kFile, table, r, "no such class");
      for (std::string_view word : variants(table.cell(r, 1))) {
        std::string plain(word);
        std::erase(plain, '.');
        FigureWordId id = lex.id(plain);
        if (id == kNoFigureWord) id = intern(keep(std::move(plain)));
        lex.words[id].classes |= found->bit;
      }
    }
    return kDone;
  }

  Status bounds(const Resources& resources) {
    constexpr std::string_view kFile = "figures/bounds.tsv";
    TRY(Table table, Table::load(resources, kFile));
    for (size_t r = 0; r < table.rows(); ++r) {
      const std::string_view name = table.cell(r, 2);
      const FigureBound effect = name == "min"     ? FigureBound::min
                                 : name == "max"   ? FigureBound::max
                                 : name == "about" ? FigureBound::about
                                 : name == "exact" ? FigureBound::exact
                                                   : FigureBound::none;
      const bool before = table.cell(r, 1) == "before";
      if (effect == FigureBound::none || (!before && table.cell(r, 1) != "after"))
        return bad(kFile, table, r, "no such place or effect");
      for (std::string_view text : variants(table.cell(r, 0))) {
        add_phrase(before ? lex.bounds_before : lex.bounds_after, text, static_cast<int16_t>(effect), before);
      }
      const std::string_view example = table.cell(r, 3);
      if (const size_t eq = example.find(" = "); eq != std::string_view::npos) {
        lex.bound_examples.push_back({example.substr(0, eq), example.substr(eq + 3), table.line(r)});
      }
    }
    return kDone;
  }

  void add_symbol(std::string_view text, int16_t unit_index, bool glued) {
    lex.symbols.push_back({std::string(text), unit_index, glued});
  }

  Status units(const Resources& resources) {
    TRY(Table table, Table::load(resources, "figures/units.tsv"));
    for (size_t r = 0; r < table.rows(); ++r) {
      const std::string name(table.cell(r, 0)), ucum(table.cell(r, 1)), kind(table.cell(r, 2));
      const int16_t plain = unit(name, ucum, kind);
      for (std::string_view word : variants(table.cell(r, 3))) add_phrase(lex.unit_words, word, plain);
      for (std::string_view symbol : variants(table.cell(r, 4))) add_symbol(symbol, plain, false);
      for (std::string_view symbol : variants(table.cell(r, 5))) add_symbol(symbol, plain, true);
      const std::string_view si = table.cell(r, 6);
      if (si.empty()) continue;
      for (const Prefix& prefix : kPrefixes) {
        if (si != "a" && !(prefix.group == 'k' && (si == "k" || si == "b")) && !(prefix.group == 'm' && si == "m"))
          continue;
        const int16_t prefixed = unit(std::string(prefix.word) + name, std::string(prefix.symbol) + ucum, kind);
        for (std::string_view word : variants(table.cell(r, 3))) {
          if (word.find(' ') == std::string_view::npos || word.starts_with(table.cell(r, 0).substr(0, 4))) {
            add_phrase(lex.unit_words, keep(std::string(prefix.word) + std::string(word)), prefixed);
          }
        }
        std::vector<std::string_view> symbols = variants(table.cell(r, 4));
        for (std::string_view symbol : variants(table.cell(r, 5))) symbols.push_back(symbol);
        for (std::string_view symbol : symbols)
          add_symbol(std::string(prefix.symbol) + std::string(symbol), prefixed, false);
      }
      if (si == "b") {
        for (std::string_view k : {"k", "M", "G", "T"}) {
          const Prefix* p =
              std::find_if(std::begin(kPrefixes), std::end(kPrefixes), [&](const Prefix& x) { return x.symbol == k; });
          if (name == "bit")
            add_symbol(std::string(k) + "b", unit(std::string(p->word) + name, std::string(k) + ucum, kind), false);
        }
      }
    }
    return kDone;
  }

  Status currencies(const Resources& resources) {
    TRY(Table table, Table::load(resources, "figures/currencies.tsv"));
    std::vector<std::string_view> defaulted, bare;
    for (size_t r = 0; r < table.rows(); ++r) {
      const std::string code(table.cell(r, 0));
      const int16_t plain = unit(code, code, "money");
      const auto nouns = variants(table.cell(r, 1));
      for (std::string_view noun : nouns) {
        if (table.cell(r, 2) == "yes") {
          // "pound" is also a weight: its own rule decides (figures_units.cc).
          if (noun != "pound" && noun != "pounds") add_phrase(lex.unit_words, noun, plain);
          defaulted.push_back(noun);
        } else {
          bare.push_back(noun);
        }
        for (std::string_view adjective : variants(table.cell(r, 3))) {
          add_phrase(lex.unit_words, keep(std::string(adjective) + " " + std::string(noun)), plain);
        }
      }
      for (std::string_view sign : variants(table.cell(r, 4))) {
        lex.signs.push_back({std::string(sign), plain, false});
        add_symbol(sign, plain, false);
      }
      for (std::string_view letters : variants(table.cell(r, 5))) {
        if (letters != "Sh") add_symbol(letters, plain, letters == "US" || letters == "Rs");
        lex.signs.push_back({std::string(letters), plain, false});
      }
    }
    for (std::string_view noun : bare) {
      if (std::find(defaulted.begin(), defaulted.end(), noun) != defaulted.end()) continue;
      // Nouns that are common words otherwise mean money only with their country.
      if (noun == "real" || noun == "mark" || noun == "marks" || noun == "sol" || noun == "reals" ||
          noun.starts_with("crown"))
        continue;
      std::string name(noun);
      if (name.size() > 4 && name.ends_with('s')) name.pop_back();
      add_phrase(lex.unit_words, noun, unit(name, "{" + name + "}", "money"));
    }
    return kDone;
  }

  Status suffixes(const Resources& resources) {
    constexpr std::string_view kFile = "figures/suffixes.tsv";
    TRY(Table table, Table::load(resources, kFile));
    for (size_t r = 0; r < table.rows(); ++r) {
      double value = 0;
      if (!to_number(table.cell(r, 2), value)) return bad(kFile, table, r, "no number");
      const std::string_view where = table.cell(r, 1);
      for (std::string_view text : variants(table.cell(r, 0))) {
        lex.suffixes.push_back({text, value,
                                where == "any"     ? FigureSuffix::any
                                : where == "money" ? FigureSuffix::money
                                                   : FigureSuffix::count});
      }
    }
    std::stable_sort(lex.suffixes.begin(), lex.suffixes.end(),
                     [](const FigureSuffix& a, const FigureSuffix& b) { return a.text.size() > b.text.size(); });
    return kDone;
  }

  void finish() {
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
};

Result<FigureLexicon> FigureLexicon::load(const Resources& resources) {
  FigureLexicon lex;
  lex.ids.reserve(4096);
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
  CHECK_OK(build.bounds(resources));
  CHECK_OK(build.units(resources));
  CHECK_OK(build.currencies(resources));
  CHECK_OK(build.suffixes(resources));
  build.finish();
  return lex;
}

}  // namespace dateline
