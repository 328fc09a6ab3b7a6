#include "extract/html_meta.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "base/strings.h"

namespace dateline {
namespace {

using Json = nlohmann::json;

// schema.org types that an article comes as.
bool is_article_type(const Json& type) {
  static constexpr std::string_view kTypes[] = {"NewsArticle",
                                                "Article",
                                                "BlogPosting",
                                                "ReportageNewsArticle",
                                                "AnalysisNewsArticle",
                                                "OpinionNewsArticle",
                                                "BackgroundNewsArticle",
                                                "ReviewNewsArticle",
                                                "LiveBlogPosting",
                                                "SocialMediaPosting",
                                                "DiscussionForumPosting",
                                                "Report",
                                                "ScholarlyArticle",
                                                "TechArticle",
                                                "AdvertiserContentArticle",
                                                "SatiricalArticle",
                                                "AskPublicNewsArticle",
                                                "MedicalScholarlyArticle",
                                                "Review",
                                                "Recipe",
                                                "HowTo"};
  if (type.is_string()) {
    std::string name = type.get<std::string>();
    name = name.substr(name.find_last_of("/:") + 1);
    return std::find(std::begin(kTypes), std::end(kTypes), name) != std::end(kTypes);
  }
  if (type.is_array()) return std::any_of(type.begin(), type.end(), is_article_type);
  return false;
}

bool is_type(const Json& object, std::string_view name) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  if (type->is_string()) return type->get_ref<const std::string&>() == name;
  return type->is_array() && std::any_of(type->begin(), type->end(), [&](const Json& t) {
           return t.is_string() && t.get_ref<const std::string&>() == name;
         });
}

std::string text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  if (found->is_object()) {
    for (const char* inner : {"@value", "name", "@id", "url"}) {
      const auto value = found->find(inner);
      if (value != found->end() && value->is_string()) return value->get<std::string>();
    }
  }
  if (found->is_array() && !found->empty() && (*found)[0].is_string()) return (*found)[0].get<std::string>();
  return {};
}

void names_of(const Json& value, const Json& all, std::vector<std::string>& out, int depth = 0);

void names_by_id(const std::string& id, const Json& all, std::vector<std::string>& out, int depth) {
  for (const Json& other : all) {
    const auto other_id = other.find("@id");
    if (other_id != other.end() && *other_id == id && other.contains("name"))
      return names_of(other["name"], all, out, depth + 1);
  }
}

void names_of(const Json& value, const Json& all, std::vector<std::string>& out, int depth) {
  if (depth > 4) return;
  if (value.is_string()) {
    const std::string name(trim(value.get_ref<const std::string&>()));
    if (!name.empty() && !name.starts_with("http") && std::find(out.begin(), out.end(), name) == out.end())
      out.push_back(name);
  } else if (value.is_array()) {
    for (const Json& one : value) names_of(one, all, out, depth + 1);
  } else if (value.is_object()) {
    if (value.contains("name"))
      names_of(value["name"], all, out, depth + 1);
    else if (value.contains("@id") && value["@id"].is_string())
      names_by_id(value["@id"].get<std::string>(), all, out, depth);
  }
}

// Objects at the top, in @graph and in arrays, a few levels down.
void gather(const Json& value, std::vector<const Json*>& out, int depth = 0) {
  if (depth > 5 || out.size() > 500) return;
  if (value.is_array()) {
    for (const Json& one : value) gather(one, out, depth + 1);
  } else if (value.is_object()) {
    out.push_back(&value);
    for (const char* key : {"@graph", "mainEntity", "itemListElement", "mainEntityOfPage", "subjectOf", "hasPart"}) {
      const auto found = value.find(key);
      if (found != value.end() && (found->is_object() || found->is_array())) gather(*found, out, depth + 1);
    }
  }
}

// Pages write line breaks and stray HTML comments into their JSON.
Json lenient_json(std::string body) {
  const size_t begin = body.find_first_of("[{");
  const size_t end = body.find_last_of("]}");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return Json(Json::value_t::discarded);
  body = body.substr(begin, end - begin + 1);
  // A JSON parser that recurses is kept from depths that no page has.
  int depth = 0, deepest = 0;
  for (char c : body) {
    depth += (c == '{' || c == '[') - (c == '}' || c == ']');
    deepest = std::max(deepest, depth);
  }
  if (deepest > 200) return Json(Json::value_t::discarded);
  Json parsed = Json::parse(body, nullptr, false, true);
  if (!parsed.is_discarded()) return parsed;
  for (char& c : body) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  for (size_t at; (at = body.find(",}")) != std::string::npos;) body.erase(at, 1);
  for (size_t at; (at = body.find(",]")) != std::string::npos;) body.erase(at, 1);
  return Json::parse(body, nullptr, false, true);
}

void read_ld(const std::vector<std::string>& blocks, PageMeta& meta) {
  for (const std::string& body : blocks) {
    const Json parsed = lenient_json(body);
    if (parsed.is_discarded()) continue;
    std::vector<const Json*> objects;
    gather(parsed, objects);
    Json all = Json::array();
    for (const Json* o : objects) {
      if (o->contains("@id") && o->contains("name")) all.push_back({{"@id", (*o)["@id"]}, {"name", (*o)["name"]}});
      if (is_type(*o, "WebPage") && meta.ld_page_published.empty())
        meta.ld_page_published = text_at(*o, "datePublished");
      if (is_type(*o, "WebSite") || is_type(*o, "NewsMediaOrganization")) {
        if (meta.app_name.empty()) meta.app_name = text_at(*o, "name");
      }
    }
    for (const Json* o : objects) {
      const auto type = o->find("@type");
      if (type == o->end() || !is_article_type(*type)) continue;
      const bool better = !meta.ld_found || (meta.ld_published.empty() && o->contains("datePublished"));
      if (!better) continue;
      meta.ld_found = true;
      meta.ld_live |= is_type(*o, "LiveBlogPosting");
      auto take = [&](std::string& field, const char* key) {
        if (std::string value = text_at(*o, key); !value.empty()) field = std::move(value);
      };
      take(meta.ld_headline, "headline");
      if (meta.ld_headline.empty()) take(meta.ld_headline, "name");
      take(meta.ld_published, "datePublished");
      if (meta.ld_published.empty()) take(meta.ld_published, "dateCreated");
      take(meta.ld_modified, "dateModified");
      take(meta.ld_language, "inLanguage");
      take(meta.ld_url, "url");
      take(meta.ld_body, "articleBody");
      if (o->contains("publisher")) {
        std::vector<std::string> names;
        names_of((*o)["publisher"], all, names);
        if (!names.empty()) meta.ld_outlet = names.front();
      }
      if (o->contains("author")) names_of((*o)["author"], all, meta.ld_authors);
      if (meta.ld_authors.empty() && o->contains("creator")) names_of((*o)["creator"], all, meta.ld_authors);
    }
  }
}

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
  read_ld(json_ld, meta);
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
