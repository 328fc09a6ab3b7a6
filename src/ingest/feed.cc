// RSS 0.9x, 1.0, 2.0 and Atom, ill-formed ones too: each entry becomes a report, marked where only a summary is there.
#include "ingest/feed.h"

#include "ingest/limits.h"
#include "ingest/markup.h"
#include "ingest/newsml.h"

namespace dateline {
namespace {

std::string first_child_text(const xmlNode* node, std::initializer_list<std::string_view> names) {
  for (std::string_view name : names) {
    if (std::string text = child_text(node, name); !text.empty()) return text;
  }
  return {};
}

// RSS: the text of <link>. Atom: href of the alternate link (which needs no rel), or of the first.
std::string link_of(const xmlNode* entry) {
  std::string best;
  for (const xmlNode* c = entry->children; c != nullptr; c = c->next) {
    if (c->type != XML_ELEMENT_NODE || local_name(c) != "link") continue;
    std::string href = attribute(c, "href");
    const std::string rel = attribute(c, "rel");
    if (href.empty()) href = text_of(c);
    if (!href.empty() && (best.empty() || rel.empty() || rel == "alternate")) best = href;
  }
  const std::string id = first_child_text(entry, {"guid", "id"});
  return best.empty() && id.starts_with("http") ? id : best;
}

std::string author_of(const xmlNode* entry) {
  const xmlNode* author = child(entry, "author");
  if (author == nullptr) return first_child_text(entry, {"creator", "byline"});
  const std::string name = child_text(author, "name");
  return name.empty() ? text_of(author) : name;
}

// The body of an entry as markup: Atom's xhtml stands in the tree, everything else is escaped text.
std::string body_of(const xmlNode* node) {
  if (node == nullptr) return {};
  const std::string type = attribute(node, "type"), mode = attribute(node, "mode");
  if (type == "xhtml" || (mode == "xml" && type.find("html") != std::string::npos)) return markup_of(node);
  return text_of(node);
}

Result<Capture> read_entry(const xmlNode* entry, const xmlNode* channel, const Input& input) {
  Capture capture = input.capture();
  GivenFacts& g = capture.given;
  g.headline = plain_text(child_text(entry, "title"));
  g.url = link_of(entry);
  g.byline = plain_text(author_of(entry));
  g.published =
      iso_date(first_child_text(entry, {"pubDate", "published", "issued", "date", "created", "updated", "modified"}));
  g.outlet = plain_text(child_text(channel, "title"));
  g.language = child_text(channel, "language").substr(0, 2);
  if (g.language.empty()) g.language = attribute(channel, "lang").substr(0, 2);
  capture.payload = body_of(child(entry, "encoded"));
  if (capture.payload.empty()) capture.payload = body_of(child(entry, "content"));
  if (capture.payload.empty()) capture.payload = body_of(child(entry, "body"));
  if (capture.payload.empty()) {
    capture.summary_only = true;
    capture.payload = body_of(child(entry, "description"));
    if (capture.payload.empty()) capture.payload = body_of(child(entry, "summary"));
  }
  capture.type = has_markup(capture.payload) ? ContentType::html : ContentType::plain_text;
  if (capture.payload.empty()) capture.payload = g.headline;
  fill_given(g, input.given);
  if (capture.payload.empty()) return Error{ErrorCode::invalid_input, "a feed entry without words", input.where()};
  return capture;
}

// Entries stand in the channel, beside it (RSS 1.0), or deeper where tags were left open.
void collect_entries(const xmlNode* node, int depth, std::vector<const xmlNode*>& out) {
  for (const xmlNode* c = node->children; c != nullptr; c = c->next) {
    if (c->type != XML_ELEMENT_NODE) continue;
    const std::string_view name = local_name(c);
    if (name == "item" || name == "entry")
      out.push_back(c);
    else if (depth < 8 && out.size() < kMaxEntries)
      collect_entries(c, depth + 1, out);
  }
}

}  // namespace

bool is_feed(const xmlNode* root) {
  const std::string_view name = local_name(root);
  return name == "rss" || name == "feed" || name == "RDF" || name == "channel";
}

bool read_feed(const xmlNode* root, const Input& input, const CaptureSink& sink) {
  const xmlNode* channel = child(root, "channel");
  if (channel == nullptr) channel = root;
  std::vector<const xmlNode*> entries;
  collect_entries(root, 0, entries);
  size_t number = 0;
  for (const xmlNode* entry : entries) {
    if (!sink(read_entry(entry, channel, input.inside("entry " + std::to_string(++number))))) return false;
  }
  // A feed without entries is a feed: nothing to read, nothing to complain of.
  return true;
}

bool read_xml(const Input& input, std::string_view bytes, const CaptureSink& sink) {
  if (bytes.size() > kMaxReportBytes)
    return sink(Error{ErrorCode::limit, "one XML document past 64 MiB", input.where()});
  XmlDocument doc = parse_xml(bytes);
  if (!doc) return sink(Error{ErrorCode::invalid_input, "not XML that can be made out", input.where()});
  const xmlNode* root = xmlDocGetRootElement(doc.get());
  if (is_feed(root)) return read_feed(root, input, sink);
  if (is_newsml(root)) return read_newsml(root, input, sink);
  if (local_name(root) == "html") {
    Capture capture = input.capture();
    capture.type = ContentType::html;
    capture.payload = bytes;
    return sink(std::move(capture));
  }
  return sink(Error{ErrorCode::unsupported,
                    "XML with the root <" + std::string(local_name(root)) + ">, neither feed nor NewsML-G2",
                    input.where()});
}

}  // namespace dateline
