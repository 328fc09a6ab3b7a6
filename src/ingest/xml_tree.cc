#include <libxml/parser.h>
#include <libxml/xmlmemory.h>

#include "base/strings.h"
#include "ingest/xml.h"

namespace dateline {
namespace {

// RECOVER: ill-formed feeds are the rule. NONET and no entity substitution: nothing is fetched, nothing explodes.
constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET |
                         XML_PARSE_NOCDATA | XML_PARSE_COMPACT;

std::string from_xml(xmlChar* raw) {
  std::string out = raw == nullptr ? "" : reinterpret_cast<const char*>(raw);
  xmlFree(raw);
  return out;
}

}  // namespace

XmlDocument parse_xml(std::string_view bytes) {
  bytes = bytes.substr(0, INT32_MAX);
  while (!bytes.empty() && is_space(bytes.front())) bytes.remove_prefix(1);
  XmlDocument doc(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), "", nullptr, kOptions), xmlFreeDoc);
  if (doc && xmlDocGetRootElement(doc.get()) == nullptr) doc.reset();
  return doc;
}

std::string_view local_name(const xmlNode* node) {
  std::string_view name = reinterpret_cast<const char*>(node->name);
  const size_t colon = name.find(':');  // left in place where the prefix is not declared
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string text_of(const xmlNode* node) { return std::string(trim(from_xml(xmlNodeGetContent(node)))); }

std::string attribute(const xmlNode* node, const char* name) {
  for (const xmlAttr* a = node->properties; a != nullptr; a = a->next) {
    if (std::string_view(reinterpret_cast<const char*>(a->name)) == name) {
      return from_xml(xmlNodeListGetString(node->doc, a->children, 1));
    }
  }
  return {};
}

std::string markup_of(const xmlNode* node) {
  std::unique_ptr<xmlBuffer, void (*)(xmlBuffer*)> buffer(xmlBufferCreate(), xmlBufferFree);
  for (xmlNode* c = node->children; c != nullptr; c = c->next) xmlNodeDump(buffer.get(), node->doc, c, 0, 0);
  const xmlChar* content = xmlBufferContent(buffer.get());
  return content == nullptr ? "" : reinterpret_cast<const char*>(content);
}

const xmlNode* child(const xmlNode* node, std::string_view name) {
  for (const xmlNode* c = node == nullptr ? nullptr : node->children; c != nullptr; c = c->next) {
    if (c->type == XML_ELEMENT_NODE && local_name(c) == name) return c;
  }
  return nullptr;
}

std::string child_text(const xmlNode* node, std::string_view name) {
  const xmlNode* found = child(node, name);
  return found == nullptr ? "" : text_of(found);
}

}  // namespace dateline
