#include "extract/html_meta.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace dateline {
namespace {

struct Field {
  std::string_view name;
  int rank;
};
// Names of meta elements, most trustworthy first.
constexpr Field kPublished[] = {{"article:published_time", 0},
                                {"og:article:published_time", 0},
                                {"bt:pubdate", 1},
                                {"parsely-pub-date", 1},
                                {"datepublished", 1},
                                {"og:published_time", 1},
                                {"og:pubdate", 1},
                                {"rnews:datepublished", 1},
                                {"sailthru.date", 2},
                                {"article.published", 2},
                                {"published-date", 2},
                                {"publish-date", 2},
                                {"publish_date", 2},
                                {"published_date", 2},
                                {"published_time_telegram", 3},
                                {"publication_date", 2},
                                {"publicationdate", 2},
                                {"pubdate", 2},
                                {"ptime", 3},
                                {"dc.date.issued", 2},
                                {"dcterms.issued", 2},
                                {"dcterms.date", 3},
                                {"dcterms.created", 3},
                                {"dc.date.created", 3},
                                {"dc.created", 3},
                                {"dc.date", 3},
                                {"cxenseparse:recs:publishtime", 3},
                                {"cxenseparse:publishtime", 3},
                                {"article_date_original", 3},
                                {"originalpublicationdate", 3},
                                {"creation_date", 4},
                                {"article:post_time", 3},
                                {"date", 4},
                                {"article:date", 3},
                                {"timestamp", 5},
                                {"created", 5},
                                {"citation_date", 4},
                                {"citation_publication_date", 4},
                                {"prism.publicationdate", 4},
                                {"last-published", 5},
                                {"revision_date", 6}};
constexpr Field kModified[] = {{"article:modified_time", 0},
                               {"og:updated_time", 1},
                               {"og:article:modified_time", 0},
                               {"article:updated_time", 1},
                               {"datemodified", 1},
                               {"lastmod", 2},
                               {"last-modified", 3},
                               {"dcterms.modified", 2},
                               {"dc.date.modified", 2},
                               {"modified_time", 2},
                               {"utime", 3}};
constexpr Field kAuthors[] = {{"author", 0},
                              {"article:author", 1},
                              {"parsely-author", 0},
                              {"sailthru.author", 0},
                              {"dc.creator", 1},
                              {"dcterms.creator", 1},
                              {"article.author", 1},
                              {"byl", 0},
                              {"og:author", 1},
                              {"dcsext.author", 1},
                              {"citation_author", 1},
                              {"rbauthors", 1},
                              {"article:author_name", 0},
                              {"book:author", 2},
                              {"creator", 2},
                              {"authors", 1},
                              {"twitter:data1:author", 3}};

template <size_t N>
const Field* field(const Field (&fields)[N], std::string_view name) {
  for (const Field& f : fields) {
    if (f.name == name) return &f;
  }
  return nullptr;
}

}  // namespace

PageMeta collect_meta(const HtmlTree& tree, const std::vector<std::string>& json_ld) {
  PageMeta meta;
  read_json_ld(json_ld, meta);
  std::array<std::vector<std::pair<int, std::pair<std::string, std::string>>>, 3> found;
  auto put = [](std::string& field_, std::string_view value) {
    if (field_.empty()) field_ = std::string(trim(value));
  };
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const Tag tag = tree.nodes[i].tag;
    if (tag == Tag::html) put(meta.html_lang, tree.attribute(i, Att::lang));
    if (tag == Tag::title && meta.title_tag.empty()) meta.title_tag = tree.text_of(i);
    if (tag == Tag::link && ascii_lower(tree.attribute(i, Att::rel)) == "canonical")
      put(meta.canonical, tree.attribute(i, Att::href));
    if (tag != Tag::meta) continue;
    const std::string_view value = trim(tree.attribute(i, Att::content));
    if (value.empty()) continue;
    std::array<std::string, 4> names = {
        ascii_lower(trim(tree.attribute(i, Att::property))), ascii_lower(trim(tree.attribute(i, Att::name))),
        ascii_lower(trim(tree.attribute(i, Att::itemprop))), ascii_lower(trim(tree.attribute(i, Att::http_equiv)))};
    for (const std::string& name : names) {
      if (name.empty()) continue;
      if (name == "og:title" || name == "twitter:title" || name == "dc.title" || name == "sailthru.title")
        put(meta.og_title, value);
      else if (name == "og:site_name")
        put(meta.og_site, value);
      else if (name == "application-name" || name == "publisher" || name == "dc.publisher")
        put(meta.app_name, value);
      else if (name == "og:url")
        put(meta.og_url, value);
      else if (name == "og:type")
        put(meta.og_type, value);
      else if (name == "og:locale")
        put(meta.og_locale, value);
      else if (name == "content-language" || name == "language" || name == "dc.language")
        put(meta.content_language, value);
      if (const Field* f = field(kPublished, name)) found[0].push_back({f->rank, {name, std::string(value)}});
      if (const Field* f = field(kModified, name)) found[1].push_back({f->rank, {name, std::string(value)}});
      if (const Field* f = field(kAuthors, name)) found[2].push_back({f->rank, {name, std::string(value)}});
    }
  }
  for (auto& list : found) {
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  for (auto& [rank, pair] : found[0]) meta.published.push_back(std::move(pair));
  for (auto& [rank, pair] : found[1]) meta.modified.push_back(std::move(pair));
  for (auto& [rank, pair] : found[2]) meta.authors.push_back(std::move(pair));
  return meta;
}

}  // namespace dateline
