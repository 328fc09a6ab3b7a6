// The article that a page describes in JSON-LD (schema.org).
#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

#include "base/strings.h"
#include "extract/html_meta.h"

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

}  // namespace

void read_json_ld(const std::vector<std::string>& blocks, PageMeta& meta) {
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

}  // namespace dateline
