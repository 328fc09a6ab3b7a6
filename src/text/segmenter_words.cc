#include "text/segmenter_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/strings.h"
#include "base/table.h"

namespace dateline {

Result<SegmenterWords> load_segmenter_words(const Resources& resources) {
  constexpr std::string_view kName = "text/segmenter.tsv";
  TRY(Table table, Table::load(resources, kName));
  TRY(const size_t kind, table.column("kind"));
  TRY(const size_t words, table.column("words"));
  SegmenterWords out;
  const std::pair<std::string_view, SegmenterWords::Words*> lists[] = {{"title", &out.titles},
                                                                       {"abbreviation", &out.abbreviations},
                                                                       {"small", &out.small},
                                                                       {"prefix", &out.prefixes},
                                                                       {"hyphenated", &out.hyphenated},
                                                                       {"slashed", &out.slashed},
                                                                       {"unit", &out.units},
                                                                       {"ending", &out.endings},
                                                                       {"unmarked-before", &out.unmarked_before},
                                                                       {"starter", &out.starters},
                                                                       {"calendar", &out.calendar},
                                                                       {"zone", &out.zones}};
  for (size_t row = 0; row < table.rows(); ++row) {
    const std::string_view name = table.cell(row, kind);
    const auto list = std::find_if(std::begin(lists), std::end(lists), [&](auto& l) { return l.first == name; });
    if (list != std::end(lists)) {
      for (const std::string_view w : variants(table.cell(row, words))) list->second->emplace(w, true);
    } else if (name == "glued" || name == "unmarked") {
      for (const std::string_view w : variants(table.cell(row, words)))
        out.add_glued(w, name == "glued" ? out.glued : out.unmarked);
    } else {
      return Error{ErrorCode::invalid_input, "unknown kind of words: " + std::string(name),
                   std::string(kName) + ":" + std::to_string(table.line(row))};
    }
  }
  return out;
}

void SegmenterWords::add_glued(std::string_view pattern, Cuts& to) {
  const size_t cut = pattern.find('+');
  glued_words.push_back(std::string(pattern.substr(0, cut)) + std::string(pattern.substr(cut + 1)));
  to.emplace(glued_words.back(), cut);
}

}  // namespace dateline
