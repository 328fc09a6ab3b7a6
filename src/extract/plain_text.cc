#include "extract/plain_text.h"

#include "base/strings.h"

namespace dateline {
namespace {

// Units to sections: neighbours of one kind and reason become one, but each comment stays its own.
void to_sections(Article& article, const std::vector<TextUnit>& units) {
  uint32_t block = 0;
  for (const TextUnit& unit : units) {
    Section* last = article.sections.empty() ? nullptr : &article.sections.back();
    const bool one_picture = unit.kind == SectionKind::caption && unit.block == block;
    const bool joins = last != nullptr && last->kind == unit.kind && (last->reason == unit.why || one_picture) &&
                       !unit.opens && unit.kind != SectionKind::headline;
    block = unit.block;
    if (joins) {
      last->span.end = unit.span.end;
      continue;
    }
    article.sections.push_back({unit.span, unit.kind, unit.author, unit.posted, unit.why});
  }
}

}  // namespace

void divide_plain_text(Article& article, size_t given_headline, const PlainTools& tools) {
  std::vector<TextUnit> units = cut_units(article.text);
  if (given_headline > 0) {
    for (TextUnit& unit : units) {
      if (unit.span.begin >= given_headline) break;
      unit.kind = SectionKind::headline;
      unit.why = "given";
      unit.settled = true;
    }
  }
  mark_comments(article, units, tools);
  mark_dates_and_bylines(article, units, tools);
  mark_rules(article, units, tools);
  mark_headline(article, units);
  mark_captions(article, units);
  mark_link_lists(article, units);
  to_sections(article, units);
}

}  // namespace dateline
