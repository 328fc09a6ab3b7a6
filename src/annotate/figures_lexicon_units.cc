// The tables of units and currencies, and the prefixes of the SI.
#include <algorithm>

#include "annotate/figures_lexicon_builder.h"

namespace dateline {
namespace {

struct Prefix {
  std::string_view word, symbol;
  char group;  // k: kilo and above, m: milli and below, c: centi, deci
};
constexpr Prefix kPrefixes[] = {{"kilo", "k", 'k'},  {"mega", "M", 'k'},  {"giga", "G", 'k'},  {"tera", "T", 'k'},
                                {"peta", "P", 'k'},  {"exa", "E", 'k'},   {"deci", "d", 'm'},  {"centi", "c", 'm'},
                                {"milli", "m", 'm'}, {"micro", "μ", 'm'}, {"micro", "µ", 'm'}, {"nano", "n", 'm'},
                                {"pico", "p", 'm'},  {"femto", "f", 'm'}, {"atto", "a", 'm'}};

}  // namespace

int16_t FigureLexiconBuilder::unit(std::string name, std::string ucum, std::string kind) {
  for (size_t i = 0; i < lex.units.size(); ++i) {
    if (lex.units[i].name == name) return static_cast<int16_t>(i);
  }
  lex.units.push_back({std::move(name), std::move(ucum), std::move(kind)});
  return static_cast<int16_t>(lex.units.size() - 1);
}

void FigureLexiconBuilder::add_symbol(std::string_view text, int16_t unit_index, bool glued) {
  lex.symbols.push_back({std::string(text), unit_index, glued});
}

Status FigureLexiconBuilder::units(const Resources& resources) {
  return rows(resources, "figures/units.tsv", [&](const Table& table, size_t r) -> std::string_view {
    const std::string name(table.cell(r, 0)), ucum(table.cell(r, 1)), kind(table.cell(r, 2));
    const int16_t plain = unit(name, ucum, kind);
    for (std::string_view word : variants(table.cell(r, 3))) add_phrase(lex.unit_words, word, plain);
    for (std::string_view symbol : variants(table.cell(r, 4))) add_symbol(symbol, plain, false);
    for (std::string_view symbol : variants(table.cell(r, 5))) add_symbol(symbol, plain, true);
    const std::string_view si = table.cell(r, 6);
    if (si.empty()) return {};
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
    if (name != "bit") return {};
    for (const Prefix& prefix : kPrefixes) {  // "Mb" beside "Mbit"
      if (prefix.group == 'k')
        add_symbol(std::string(prefix.symbol) + "b",
                   unit(std::string(prefix.word) + name, std::string(prefix.symbol) + ucum, kind), false);
    }
    return {};
  });
}

Status FigureLexiconBuilder::currencies(const Resources& resources) {
  std::vector<std::string_view> defaulted, bare;
  CHECK_OK(rows(resources, "figures/currencies.tsv", [&](const Table& table, size_t r) -> std::string_view {
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
    return {};
  }));
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

}  // namespace dateline
