#include "extract/extract.h"

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {

struct Extractor::Lexicon {};

Result<Extractor> Extractor::load(const Resources&) { return Extractor{}; }

// A first cut: plain text only, its first line the headline.
Result<Article> Extractor::extract(const Capture& capture) const {
  Article article;
  article.text = capture.payload;
  const GivenFacts& given = capture.given;
  article.headline = given.headline;
  article.uri = given.url;
  article.outlet = given.outlet;
  article.byline = given.byline;
  article.language = given.language.empty() ? "en" : given.language;
  if (auto published = parse_edtf(given.published)) {
    article.published = *published;
    article.published_basis = "given";
    article.published_why = "given with the report";
  }
  uint32_t begin = 0;
  const uint32_t end = static_cast<uint32_t>(article.text.size());
  if (given.headline.empty()) {
    begin = static_cast<uint32_t>(std::min(article.text.find('\n'), article.text.size()));
    article.headline = std::string(trim(std::string_view(article.text).substr(0, begin)));
    article.sections.push_back({{0, begin}, SectionKind::headline, "", {}, "first line"});
  } else {
    // The stated headline is part of what the outlet published: it becomes the text's first line.
    article.text = given.headline + "\n\n" + article.text;
    begin = static_cast<uint32_t>(given.headline.size());
    article.sections.push_back({{0, begin}, SectionKind::headline, "", {}, "given"});
  }
  article.sections.push_back({{begin, static_cast<uint32_t>(article.text.size())}, SectionKind::body, "", {}, ""});
  (void)end;
  return article;
}

}  // namespace dateline
