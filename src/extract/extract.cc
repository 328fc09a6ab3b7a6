#include "extract/extract.h"

#include <fmt/format.h>

#include "base/strings.h"
#include "extract/dates.h"
#include "extract/decode.h"
#include "extract/html_page.h"
#include "extract/language.h"
#include "extract/limits.h"
#include "extract/line_rules.h"
#include "extract/plain_text.h"
#include "extract/rollovers.h"
#include "text/utf8.h"

namespace dateline {

struct Extractor::Lexicon {
  LineRules rules;
  DateReader dates;
  LanguageGuesser languages;
  RegionRules regions;
  BylineWords bylines;
  DateLabels labels;
};

namespace {

// The text that this is the start of holds the headline already, as its first words.
bool begins_with_headline(std::string_view text, std::string_view headline) {
  size_t begin = 0;
  for (int line = 0; line < 4 && begin < text.size(); ++line) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view words = trim(text.substr(begin, end - begin));
    if (!words.empty() && words.size() < headline.size() * 2 + 40 && bare_line(words) == bare_line(headline))
      return line == 0 || begin < 400;
    if (!words.empty()) break;
    begin = end + 1;
  }
  return false;
}

void take_given(Article& article, const Capture& capture) {
  const GivenFacts& given = capture.given;
  if (!given.headline.empty()) article.headline = one_line(given.headline);
  if (article.uri.empty() || !given.url.empty()) article.uri = given.url.empty() ? capture.target_uri : given.url;
  if (!given.outlet.empty()) article.outlet = given.outlet;
  if (!given.byline.empty()) article.byline = given.byline;
  if (given.language.size() >= 2) article.language = ascii_lower(given.language.substr(0, 2));
  if (auto published = parse_edtf(given.published)) {
    article.published = *published;
    article.published_basis = "given";
    article.published_why = "given with the report";
    article.published_evidence = {};
  } else if (!given.published.empty()) {
    article.notes.push_back("given date '" + given.published + "' is not a date");
  }
}

// Puts the article's headline in front of the text, and moves what pointed into it.
void prepend_headline(Article& article) {
  const auto shift = static_cast<uint32_t>(article.headline.size() + 1);
  article.text = article.headline + "\n" + article.text;
  for (Section& s : article.sections) {
    s.span = {s.span.begin + shift, s.span.end + shift};
    if (s.kind == SectionKind::headline) s.kind = SectionKind::boilerplate, s.reason = "headline of the page";
  }
  article.sections.insert(article.sections.begin(), {{0, shift - 1}, SectionKind::headline, "", {}, "given"});
  if (!article.published_evidence.empty()) {
    article.published_evidence = {article.published_evidence.begin + shift, article.published_evidence.end + shift};
  }
}

Status within_text_limits(std::string_view text) {
  if (text.size() > kMaxTextBytes) return Error{ErrorCode::limit, "text longer than 2 MiB", ""};
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (end - begin > kMaxLineBytes) return Error{ErrorCode::limit, "a line longer than 1 MiB", ""};
    begin = end + 1;
  }
  return kDone;
}

}  // namespace

Result<Extractor> Extractor::load(const Resources& resources) {
  TRY(LineRules rules, LineRules::load(resources));
  TRY(DateReader dates, DateReader::load(resources));
  TRY(LanguageGuesser languages, LanguageGuesser::load(resources));
  TRY(RegionRules regions, RegionRules::load(resources));
  TRY(BylineWords bylines, BylineWords::load(resources));
  TRY(DateLabels labels, DateLabels::load(resources));
  Extractor out;
  out.lexicon_ = std::make_shared<const Lexicon>(Lexicon{std::move(rules), std::move(dates), std::move(languages),
                                                         std::move(regions), std::move(bylines), std::move(labels)});
  return out;
}

namespace {

// Charsets in which a byte that looks like '<' may be part of another character.
bool hides_ascii(std::string_view bytes, std::string_view charset) {
  return charset.starts_with("utf-16") || charset.starts_with("utf-32") || charset.starts_with("iso-2022") ||
         bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF" ||
         bytes.substr(0, 256).find('\0') != std::string_view::npos;
}

// The page's markup and JSON-LD in UTF-8. Most bytes are cut out before anything is decoded.
Result<PageSource> page_source(const Capture& capture, bool keep_templates, std::vector<std::string>& notes) {
  std::string charset = ascii_lower(capture.charset);
  if (charset.empty()) charset = declared_charset(capture.payload);
  if (hides_ascii(capture.payload, charset)) {
    TRY(Decoded decoded, decode(capture.payload, charset));
    notes = std::move(decoded.notes);
    return strip_page(decoded.text, keep_templates);
  }
  PageSource source = strip_page(capture.payload, keep_templates);
  TRY(Decoded decoded, decode(source.markup, charset));
  notes = std::move(decoded.notes);
  source.markup = std::move(decoded.text);
  for (std::string& block : source.json_ld) {
    Result<Decoded> text = decode(block, charset);
    block = text.ok() ? std::move(text->text) : std::string();
  }
  return source;
}

size_t body_bytes(const Result<Article>& article) {
  size_t n = 0;
  if (!article.ok()) return n;
  for (const Section& s : article->sections) n += s.kind == SectionKind::body ? s.span.end - s.span.begin : 0;
  return n;
}

// Some pages keep their text in templates that a script unpacks: asked where the page shows next to nothing.
Result<Article> read_source(const Capture& capture, const PageTools& tools) {
  constexpr size_t kScant = 250;
  std::vector<std::string> notes;
  TRY(PageSource source, page_source(capture, /*keep_templates=*/false, notes));
  Result<Article> article = read_page(source, capture, tools);
  if (const size_t shown = body_bytes(article); shown < kScant) {
    TRY(PageSource full, page_source(capture, /*keep_templates=*/true, notes));
    Result<Article> second = read_page(full, capture, tools);
    if (body_bytes(second) > std::max(shown * 2, kScant)) {
      article = std::move(second);
      article->notes.push_back("the text stands in templates of the page");
    }
  }
  if (article.ok()) article->notes.insert(article->notes.begin(), notes.begin(), notes.end());
  return article;
}

Result<Article> extract_html(const Capture& capture, const PageTools& tools, const LanguageGuesser& languages) {
  if (capture.payload.size() > kMaxHtmlBytes) return Error{ErrorCode::limit, "page larger than 64 MiB", ""};
  Result<Article> read = read_source(capture, tools);
  if (!read.ok() && read.error().code == ErrorCode::invalid_input && !capture.given.headline.empty()) {
    // An entry of a feed whose body is a picture: its headline is what it says.
    Article bare;
    bare.text = one_line(capture.given.headline);
    bare.sections.push_back({{0, static_cast<uint32_t>(bare.text.size())}, SectionKind::headline, "", {}, "given"});
    bare.notes.push_back("no text but the headline");
    take_given(bare, capture);
    return bare;
  }
  if (!read.ok()) return read.error();
  Article article = std::move(read).value();
  CHECK_OK(within_text_limits(article.text));
  const std::string declared = article.language, told = languages.guess(article.text);
  if (!told.empty() && told != declared) {
    if (!declared.empty())
      article.notes.push_back("the page declares language " + declared + ", its words are " + told);
    article.language = told;
  }
  const std::string shown = article.headline;
  take_given(article, capture);
  if (!capture.given.headline.empty() && bare_line(shown) != bare_line(article.headline)) {
    article.notes.push_back("given headline over “" + shown + "”");
    prepend_headline(article);
  }
  return article;
}

Result<Article> extract_text(const Capture& capture, const PlainTools& tools, const LanguageGuesser& languages) {
  CHECK_OK(within_text_limits(capture.payload));
  TRY(Decoded decoded, decode(capture.payload, capture.charset));
  Article article;
  article.notes = std::move(decoded.notes);
  article.text = std::move(decoded.text);
  if (trim(article.text).empty()) return Error{ErrorCode::invalid_input, "empty", ""};
  if (const size_t boxes = drop_rollovers(article.text); boxes > 0)
    article.notes.push_back(fmt::format("{} boxes over names, run into the lines, left out", boxes));
  take_given(article, capture);
  size_t given_headline = 0;
  if (!article.headline.empty()) {
    // The stated headline is part of what the outlet published: it becomes the text's first line.
    if (!begins_with_headline(article.text, article.headline)) article.text = article.headline + "\n\n" + article.text;
    given_headline = article.headline.size();
  }
  divide_plain_text(article, given_headline, tools);
  if (article.language.empty()) article.language = languages.guess(article.text);
  return article;
}

// Where an archive keeps the report, for those who want to see it there: "record <urn:uuid:…>, captured …, digest …".
std::string provenance(const Capture& capture) {
  if (capture.captured.empty() && capture.digest.empty()) return {};
  std::string out = capture.place.empty() ? "fetched" : capture.place;
  if (!capture.captured.empty()) out += ", captured " + capture.captured;
  if (!capture.digest.empty()) out += ", digest " + capture.digest;
  return out;
}

}  // namespace

Result<Article> Extractor::extract(const Capture& capture) const {
  const Lexicon& lex = *lexicon_;
  Result<Article> article = Error{ErrorCode::invalid_input, "empty", ""};
  if (!trim(std::string_view(capture.payload).substr(0, 1 << 20)).empty()) {
    article = capture.type == ContentType::html
                  ? extract_html(capture, {lex.rules, lex.dates, lex.regions, lex.bylines, lex.labels}, lex.languages)
                  : extract_text(capture, {lex.rules, lex.dates}, lex.languages);
  }
  if (article.ok()) {
    if (std::string from = provenance(capture); !from.empty()) article->notes.push_back(std::move(from));
    return article;
  }
  Error error = article.error();
  error.where = capture.place.empty() ? capture.path : capture.path + ", " + capture.place;
  return error;
}

}  // namespace dateline
