// Reading an XML tree with libxml2: forgiving, without network, external entities or unbounded depth.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <libxml/tree.h>

namespace dateline {

using XmlDocument = std::unique_ptr<xmlDoc, void (*)(xmlDoc*)>;

// Null where not even a root element could be made out.
XmlDocument parse_xml(std::string_view bytes);

// The name without its prefix.
std::string_view local_name(const xmlNode* node);
std::string text_of(const xmlNode* node);                          // all text below it, trimmed
std::string attribute(const xmlNode* node, const char* name);      // by local name; "" if absent
std::string markup_of(const xmlNode* node);                        // what stands inside it, as markup
const xmlNode* child(const xmlNode* node, std::string_view name);  // the first of that local name, or null
std::string child_text(const xmlNode* node, std::string_view name);

}  // namespace dateline
