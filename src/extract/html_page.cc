#include "extract/html_page.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/html_comments.h"
#include "extract/html_facts.h"
#include "extract/html_front.h"

namespace dateline {
namespace {

constexpr size_t kScant = 250;  // bytes of body below which JSON-LD's articleBody is asked

SectionKind kind_of(Region region) {
  if (region == Region::body) return SectionKind::body;
  return region == Region::caption ? SectionKind::caption : SectionKind::boilerplate;
}

// Appends a line to the text as a section of its own, or to the section before if they are alike.
void append(Article& article, std::string_view line, SectionKind kind, std::string_view why) {
  if (!article.text.empty()) article.text += '\n';
  const auto begin = static_cast<uint32_t>(article.text.size());
  article.text += line;
  const auto end = static_cast<uint32_t>(article.text.size());
  if (!article.sections.empty() && article.sections.back().kind == kind && article.sections.back().reason == why &&
      kind != SectionKind::comment && kind != SectionKind::headline) {
    article.sections.back().span.end = end;
    return;
  }
  article.sections.push_back({{begin, end}, kind, "", {}, std::string(why)});
}

size_t body_size(const std::vector<Piece>& pieces) {
  size_t n = 0;
  for (const Piece& p : pieces) n += p.region == Region::body ? p.text.size() : 0;
  return n;
}

std::vector<Piece> pieces_of_text(const std::string& body) {
  std::vector<Piece> out;
  const std::string spaced = body;
  for (std::string_view line : split(spaced, '\n')) {
    std::string text = plain_value(line);
    if (!text.empty()) out.push_back({std::move(text), Region::body, "", Tag::p});
  }
  return out;
}

std::string declared_language(const PageMeta& meta) {
  for (const std::string* value : {&meta.html_lang, &meta.ld_language, &meta.content_language, &meta.og_locale}) {
    if (value->size() < 2) continue;
    const std::string code = ascii_lower(std::string_view(*value).substr(0, 2));
    if (is_lower(code[0]) && is_lower(code[1]) && (value->size() == 2 || (*value)[2] == '-' || (*value)[2] == '_'))
      return code;
  }
  return {};
}

}  // namespace

Result<Article> read_page(const PageSource& source, const Capture& capture, const PageTools& tools) {
  TRY(HtmlTree tree, parse_html(source.markup));
  const PageMeta meta = collect_meta(tree, source.json_ld);
  PageBlocks page = cut_blocks(tree, tools.regions);
  if (page.blocks.empty()) return Error{ErrorCode::invalid_input, "a page without text", ""};
  std::vector<std::string> titles;
  for (const std::string* title : {&meta.og_title, &meta.ld_headline, &meta.title_tag}) {
    if (!title->empty()) titles.push_back(bare_line(plain_value(*title)));
  }
  const Content content = find_content(tree, page, tools.rules, titles, meta.ld_live);

  Article article;
  if (tree.too_deep) article.notes.push_back("elements nested more than 2000 deep left out");
  const PageView view{tree,
                      page,
                      content,
                      meta,
                      tools.dates,
                      tools.rules,
                      tools.bylines,
                      tools.labels,
                      capture.given.url.empty() ? capture.target_uri : capture.given.url,
                      capture.captured};
  find_outlet(view, article);
  find_headline(view, article);
  find_address(view, article);
  find_dates(view, article);
  find_byline(view, article);
  article.language = declared_language(meta);

  std::vector<Piece> pieces = content_pieces(tree, page, content, tools.rules, headline_forms(view, article));
  set_facts_apart(pieces, article.byline, tools.bylines, tools.dates);
  if (body_size(pieces) < kScant && meta.ld_body.size() > body_size(pieces) * 2 && meta.ld_body.size() > 100) {
    pieces = pieces_of_text(meta.ld_body);
    article.notes.push_back("the text is articleBody of JSON-LD: the page shows less");
  }
  if (!article.headline.empty()) append(article, article.headline, SectionKind::headline, "headline");
  for (const Piece& piece : pieces)
    append(article, piece.text, kind_of(piece.region), piece.region == Region::body ? "" : piece.why);
  for (const PageComment& comment : find_comments(tree, page, content, tools.dates, tools.rules)) {
    append(article, comment.text, SectionKind::comment, "reader comment");
    article.sections.back().author = comment.author;
    article.sections.back().posted = comment.posted;
  }
  if (article.text.empty()) return Error{ErrorCode::invalid_input, "no article text on the page", ""};
  return article;
}

}  // namespace dateline
