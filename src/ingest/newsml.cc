#include "ingest/newsml.h"

#include "ingest/limits.h"
#include "ingest/markup.h"

namespace dateline {
namespace {

bool is_item(std::string_view name) {
  return name == "newsItem" || name == "packageItem" || name == "knowledgeItem" || name == "conceptItem" ||
         name == "planningItem" || name == "catalogItem" || name == "hopItem";
}

void collect(const xmlNode* node, int depth, bool (*wanted)(std::string_view), std::vector<const xmlNode*>& out) {
  for (const xmlNode* c = node->children; c != nullptr; c = c->next) {
    if (c->type != XML_ELEMENT_NODE) continue;
    if (wanted(local_name(c)))
      out.push_back(c);
    else if (depth < 12 && out.size() < kMaxEntries)
      collect(c, depth + 1, wanted, out);
  }
}

// <inlineXML> holds XHTML or NITF; both name paragraphs <p>. <inlineData> holds text.
std::string content_of(const xmlNode* item, bool& html) {
  const xmlNode* set = child(item, "contentSet");
  for (const xmlNode* c = set == nullptr ? nullptr : set->children; c != nullptr; c = c->next) {
    if (c->type != XML_ELEMENT_NODE) continue;
    if (local_name(c) == "inlineXML") {
      html = true;
      return "<html><body>" + markup_of(c) + "</body></html>";
    }
    if (local_name(c) == "inlineData") {
      html = attribute(c, "contenttype").find("html") != std::string::npos;
      return text_of(c);
    }
  }
  return {};
}

// What the items without content say in words: names, definitions, descriptions.
std::string words_of(const xmlNode* item) {
  std::vector<const xmlNode*> nodes;
  collect(
      item, 0,
      [](std::string_view n) {
        return n == "headline" || n == "description" || n == "definition" || n == "name" || n == "title" ||
               n == "edNote" || n == "slugline";
      },
      nodes);
  std::string out;
  for (const xmlNode* node : nodes) {
    const std::string text = text_of(node);
    if (!text.empty() && out.find(text) == std::string::npos) out += (out.empty() ? "" : "\n") + text;
  }
  return out;
}

std::string name_or_literal(const xmlNode* node) {
  if (node == nullptr) return {};
  const std::string name = child_text(node, "name");
  if (!name.empty()) return name;
  const std::string literal = attribute(node, "literal");
  return literal.empty() ? attribute(node, "qcode") : literal;
}

Result<Capture> read_item(const xmlNode* item, const Input& input) {
  Capture capture = input.capture();
  GivenFacts& g = capture.given;
  const xmlNode *meta = child(item, "itemMeta"), *content = child(item, "contentMeta");
  g.id = attribute(item, "guid");
  if (g.id.starts_with("http")) g.url = g.id;
  g.headline = child_text(content, "headline");
  if (g.headline.empty()) g.headline = child_text(meta, "title");
  g.byline = child_text(content, "by");
  g.outlet = name_or_literal(child(meta, "provider"));
  g.published = iso_date(child_text(meta, "firstCreated"));
  if (g.published.empty()) g.published = iso_date(child_text(content, "contentCreated"));
  if (g.published.empty()) g.published = iso_date(child_text(meta, "versionCreated"));
  if (const xmlNode* language = child(content, "language")) g.language = attribute(language, "tag").substr(0, 2);
  bool html = false;
  capture.payload = content_of(item, html);
  if (capture.payload.empty()) {
    capture.summary_only = true;
    capture.payload = words_of(item);
  }
  capture.type = html ? ContentType::html : ContentType::plain_text;
  fill_given(g, input.given);
  if (capture.payload.empty()) return Error{ErrorCode::invalid_input, "a NewsML-G2 item without words", input.where()};
  return capture;
}

}  // namespace

bool is_newsml(const xmlNode* root) { return local_name(root) == "newsMessage" || is_item(local_name(root)); }

bool read_newsml(const xmlNode* root, const Input& input, const CaptureSink& sink) {
  if (is_item(local_name(root))) return sink(read_item(root, input));
  std::vector<const xmlNode*> items;
  collect(root, 0, is_item, items);
  size_t number = 0;
  for (const xmlNode* item : items) {
    if (!sink(read_item(item, input.inside("item " + std::to_string(++number))))) return false;
  }
  return true;
}

}  // namespace dateline
