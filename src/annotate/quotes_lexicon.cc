#include "annotate/quotes_lexicon.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

struct TakesName {
  std::string_view name;
  uint32_t bit;
};

constexpr std::array kTakesNames = {
    TakesName{"quote", kTakesQuote},
    TakesName{"that", kTakesThat},
    TakesName{"to", kTakesTo},
    TakesName{"np", kTakesObject},
    TakesName{"np-to", kTakesObjectTo},
    TakesName{"pred", kTakesNamed},
    TakesName{"pred-as", kTakesObjectAs},
    TakesName{"np-of", kTakesObjectOf},
    TakesName{"np-for", kTakesObjectFor},
    TakesName{"np-about", kTakesAbstract},
    TakesName{"addr", kTakesHearer},
    TakesName{"source", kTakesSource},
    TakesName{"of", kTakesOf},
    TakesName{"for", kTakesFor},
    TakesName{"about", kTakesAbout},
    TakesName{"against", kTakesAgainst},
    TakesName{"on", kTakesOn},
    TakesName{"at", kTakesAt},
    TakesName{"with", kTakesWith},
};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

Result<uint32_t> takes_of(std::string_view cell, const std::string& where) {
  uint32_t takes = 0;
  while (!cell.empty()) {
    const size_t end = std::min(cell.find(' '), cell.size());
    const std::string_view name = cell.substr(0, end);
    cell.remove_prefix(std::min(end + 1, cell.size()));
    if (name.empty()) continue;
    auto found =
        std::find_if(kTakesNames.begin(), kTakesNames.end(), [&](const TakesName& t) { return t.name == name; });
    if (found == kTakesNames.end())
      return Error{ErrorCode::invalid_input, "unknown 'takes' word '" + std::string(name) + "'", where};
    takes |= found->bit;
  }
  return takes;
}

}  // namespace

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
    const bool hissing =
        last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 'c' || before == 's')) || last == 'o';
    forms.insert(forms.end(), {b + (hissing ? "es" : "s"), b + "ed", b + "ing"});
  }
  return forms;
}

Result<CueTable> CueTable::load(const Resources& resources) {
  constexpr std::string_view kName = "quotes/cues.tsv";
  CueTable out;
  out.keep_ = resources;
  TRY(Table table, Table::load(out.keep_, kName));
  TRY(const size_t cue_column, table.column("cue"));
  TRY(const size_t forms_column, table.column("forms"));
  TRY(const size_t act_column, table.column("act"));
  TRY(const size_t takes_column, table.column("takes"));
  for (size_t row = 0; row < table.rows(); ++row) {
    const std::string where = std::string(kName) + ":" + std::to_string(table.line(row));
    const std::string_view name = table.cell(row, cue_column);
    const size_t space = name.find(' ');
    Cue cue;
    cue.base = name.substr(0, space);
    if (space != std::string_view::npos) cue.second = name.substr(space + 1);
    const std::string_view act = table.cell(row, act_column);
    if (cue.base.empty() || act.empty() || act.size() > Label::kMaxSize)
      return Error{ErrorCode::invalid_input, "a row needs a cue and an act", where};
    cue.act = act;
    TRY(cue.takes, takes_of(table.cell(row, takes_column), where));
    out.cues_.push_back(cue);
    std::vector<std::string> forms;
    if (cue.takes & kTakesSource) {
      forms = {std::string(cue.base)};
    } else {
      forms = regular_forms(cue.base);
      for (std::string_view form : variants(table.cell(row, forms_column))) forms.emplace_back(form);
    }
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    for (std::string& form : forms) {
      auto found = out.by_form_.find(form);
      if (found == out.by_form_.end()) {
        out.forms_.push_back(std::move(form));
        found = out.by_form_.emplace(out.forms_.back(), std::vector<const Cue*>{}).first;
      }
      auto& list = found->second;
      list.insert(cue.second.empty() ? list.end() : list.begin(), &out.cues_.back());
    }
  }
  return out;
}

const std::vector<const Cue*>* CueTable::find(std::string_view form) const {
  auto found = by_form_.find(form);
  return found == by_form_.end() ? nullptr : &found->second;
}

}  // namespace dateline
