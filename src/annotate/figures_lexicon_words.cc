// The tables of words: numbers, vague amounts, classes, attributes, bounds, suffixes.
#include <algorithm>
#include <charconv>

#include "annotate/figures_lexicon_builder.h"

namespace dateline {
namespace {

struct ClassName {
  std::string_view name;
  uint64_t bit;
};
constexpr ClassName kClasses[] = {
    {"designator", kDesignator}, {"month", kMonth},         {"weekday", kWeekday},   {"clock", kClock},
    {"score", kScore},           {"change", kChange},       {"money", kMoney},       {"mass", kMass},
    {"idiom", kIdiom},           {"stop", kStop},           {"fragment", kFragment}, {"ageverb", kAgeVerb},
    {"times", kTimesNoun},       {"negate", kNegate},       {"millions", kMillions}, {"street", kStreet},
    {"ofage", kOfAge},           {"personal", kPersonal},   {"being", kBeing},       {"nosubstance", kNoSubstance},
    {"priced", kPriced},         {"timeshift", kTimeShift}, {"size", kSize},         {"lasting", kLasting},
    {"taking", kTaking},         {"lives", kLives},         {"statute", kStatute},   {"streetblock", kStreetBlock},
    {"ordered", kOrdered},       {"others", kOthers},       {"needed", kNeeded},     {"former", kFormer},
    {"calling", kCalling},       {"calls", kCalls}};

struct KindName {
  std::string_view name;
  FigureNumberKind kind;
};
constexpr KindName kNumberKinds[] = {{"unit", FigureNumberKind::unit},     {"teen", FigureNumberKind::teen},
                                     {"ten", FigureNumberKind::ten},       {"hundred", FigureNumberKind::hundred},
                                     {"scale", FigureNumberKind::scale},   {"dozen", FigureNumberKind::dozen},
                                     {"half", FigureNumberKind::half},     {"denom", FigureNumberKind::denom},
                                     {"denoms", FigureNumberKind::denoms}, {"ordinal", FigureNumberKind::ordinal}};

bool to_number(std::string_view text, double& out) {
  return std::from_chars(text.data(), text.data() + text.size(), out).ec == std::errc();
}

}  // namespace

Status FigureLexiconBuilder::numbers(const Resources& resources) {
  return rows(resources, "figures/numbers.tsv", [&](const Table& table, size_t r) -> std::string_view {
    auto kind = std::find_if(std::begin(kNumberKinds), std::end(kNumberKinds),
                             [&](const KindName& k) { return k.name == table.cell(r, 1); });
    double value = 0;
    if (kind == std::end(kNumberKinds) || !to_number(table.cell(r, 2), value)) return "no such kind or no number";
    for (std::string_view word : variants(table.cell(r, 0))) {
      FigureWord& facts = lex.words[intern(word)];
      facts.number = kind->kind;
      facts.value = value;
    }
    return {};
  });
}

Status FigureLexiconBuilder::vague(const Resources& resources) {
  return rows(resources, "figures/vague.tsv", [&](const Table& table, size_t r) -> std::string_view {
    FigureVague v{};
    if (!to_number(table.cell(r, 1), v.min) || !to_number(table.cell(r, 2), v.max)) return "min or max is no number";
    for (std::string_view word : variants(table.cell(r, 0))) {
      FigureWord& facts = lex.words[intern(word)];
      facts.vague = static_cast<int16_t>(lex.vague.size());
      facts.classes |= kVague;
    }
    lex.vague.push_back(v);
    return {};
  });
}

Status FigureLexiconBuilder::attributes(const Resources& resources) {
  return rows(resources, "figures/attributes.tsv", [&](const Table& table, size_t r) -> std::string_view {
    const std::string_view change = table.cell(r, 1);
    if (change != "grows" && change != "fixed" && change != "plain") return "no such change";
    const auto index = static_cast<int16_t>(lex.attributes.size());
    lex.attributes.push_back({table.cell(r, 0), change == "grows"   ? FigureChange::grows
                                                : change == "fixed" ? FigureChange::fixed
                                                                    : FigureChange::plain});
    if (table.cell(r, 0) == "people") lex.people = index;
    if (table.cell(r, 0) == "cases") lex.cases = index;
    for (std::string_view word : variants(table.cell(r, 2))) lex.words[intern(word)].attribute = index;
    return {};
  });
}

Status FigureLexiconBuilder::dimensions(const Resources& resources) {
  return rows(resources, "figures/dimensions.tsv", [&](const Table& table, size_t r) -> std::string_view {
    const auto index = static_cast<int16_t>(lex.dimensions.size());
    lex.dimensions.push_back({table.cell(r, 0)});
    for (std::string_view word : variants(table.cell(r, 1))) lex.words[intern(word)].dimension_before = index;
    for (std::string_view word : variants(table.cell(r, 2))) lex.words[intern(word)].dimension_behind = index;
    for (std::string_view word : variants(table.cell(r, 3))) lex.words[intern(word)].dimension_verb = index;
    const std::string_view example = table.cell(r, 4);
    const size_t eq = example.find(" = ");
    if (eq == std::string_view::npos) return "no example";
    lex.dimension_examples.push_back({example.substr(0, eq), example.substr(eq + 3), table.line(r)});
    return {};
  });
}

Status FigureLexiconBuilder::classes(const Resources& resources) {
  return rows(resources, "figures/words.tsv", [&](const Table& table, size_t r) -> std::string_view {
    auto found = std::find_if(std::begin(kClasses), std::end(kClasses),
                              [&](const ClassName& c) { return c.name == table.cell(r, 0); });
    if (found == std::end(kClasses)) return "no such class";
    for (std::string_view word : variants(table.cell(r, 1))) {
      std::string plain(word);
      std::erase(plain, '.');
      FigureWordId id = lex.id(plain);
      if (id == kNoFigureWord) id = intern(keep(std::move(plain)));
      lex.words[id].classes |= found->bit;
    }
    return {};
  });
}

Status FigureLexiconBuilder::bounds(const Resources& resources) {
  return rows(resources, "figures/bounds.tsv", [&](const Table& table, size_t r) -> std::string_view {
    const std::string_view name = table.cell(r, 2);
    const FigureBound effect = name == "min"     ? FigureBound::min
                               : name == "max"   ? FigureBound::max
                               : name == "about" ? FigureBound::about
                               : name == "exact" ? FigureBound::exact
                                                 : FigureBound::none;
    const bool before = table.cell(r, 1) == "before";
    if (effect == FigureBound::none || (!before && table.cell(r, 1) != "after")) return "no such place or effect";
    for (std::string_view text : variants(table.cell(r, 0))) {
      add_phrase(before ? lex.bounds_before : lex.bounds_after, text, static_cast<int16_t>(effect), before);
    }
    const std::string_view example = table.cell(r, 3);
    if (const size_t eq = example.find(" = "); eq != std::string_view::npos) {
      lex.bound_examples.push_back({example.substr(0, eq), example.substr(eq + 3), table.line(r)});
    }
    return {};
  });
}

Status FigureLexiconBuilder::suffixes(const Resources& resources) {
  CHECK_OK(rows(resources, "figures/suffixes.tsv", [&](const Table& table, size_t r) -> std::string_view {
    double value = 0;
    if (!to_number(table.cell(r, 2), value)) return "no number";
    const std::string_view where = table.cell(r, 1);
    for (std::string_view text : variants(table.cell(r, 0))) {
      lex.suffixes.push_back({text, value,
                              where == "any"     ? FigureSuffix::any
                              : where == "money" ? FigureSuffix::money
                                                 : FigureSuffix::count});
    }
    return {};
  }));
  std::stable_sort(lex.suffixes.begin(), lex.suffixes.end(),
                   [](const FigureSuffix& a, const FigureSuffix& b) { return a.text.size() > b.text.size(); });
  return kDone;
}

}  // namespace dateline
