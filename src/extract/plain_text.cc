#include "extract/plain_text.h"

#include "base/strings.h"
#include "text/utf8.h"

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

// Zero-width signs that scraping leaves alone on a line are no line of any kind: they go with the section before them.
void cover_leftovers(Article& article) {
  for (size_t s = 0; s < article.sections.size(); ++s) {
    Span& span = article.sections[s].span;
    const size_t end = s + 1 < article.sections.size() ? article.sections[s + 1].span.begin : article.text.size();
    for (size_t at = span.end; at < end;) {
      if (!is_white_space(next_code_point(article.text, at))) span.end = static_cast<uint32_t>(at);
    }
  }
  if (article.sections.empty()) return;
  Span& first = article.sections.front().span;
  for (size_t at = 0; at < first.begin;) {
    const size_t begin = at;
    if (!is_white_space(next_code_point(article.text, at))) first.begin = static_cast<uint32_t>(begin);
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
  cut_tails(article, units, tools);
  mark_rules(article, units, tools);
  mark_headline(article, units);
  mark_captions(article, units);
  mark_shouted_links(article, units);
  mark_link_lists(article, units);
  to_sections(article, units);
  cover_leftovers(article);
}

}  // namespace dateline
