#include "extract/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <mutex>

#include "base/strings.h"
#include "extract/html_names.h"
#include "extract/html_references.h"
#include "extract/html_tokens.h"
#include "extract/limits.h"
#include "text/utf8.h"

namespace dateline {
namespace {

struct Builder {
  HtmlTree tree;
  PageTokens tokens;
  std::vector<uint32_t> open;  // the path to where we are
  size_t skipped = 0;          // open elements past the depth limit
  bool full = false;
  htmlParserCtxtPtr parser = nullptr;

  uint32_t add(Tag tag) {
    HtmlNode node;
    node.tag = tag;
    node.parent = open.empty() ? 0 : open.back();
    node.depth = static_cast<uint16_t>(open.size());
    node.end = static_cast<uint32_t>(tree.nodes.size() + 1);
    tree.nodes.push_back(node);
    if (tree.nodes.size() > kMaxNodes && !full) {
      full = true;
      xmlStopParser(parser);
    }
    return static_cast<uint32_t>(tree.nodes.size() - 1);
  }

  void append(std::string_view number_or_space) {
    const size_t n = number(number_or_space);
    if (n < tokens.texts.size())
      append_resolved(tree.chars, tokens.texts[n]);
    else
      tree.chars += ' ';
  }

  static size_t number(std::string_view digits) {
    size_t n = SIZE_MAX;
    std::from_chars(digits.data(), digits.data() + digits.size(), n);
    return n;
  }
};

void start_element(void* user, const xmlChar* name, const xmlChar** attributes) {
  auto& b = *static_cast<Builder*>(user);
  if (b.full) return;
  if (b.skipped > 0 || b.open.size() >= kMaxDepth) {
    b.tree.too_deep = true;
    ++b.skipped;
    return;
  }
  const std::string_view word = reinterpret_cast<const char*>(name);
  const uint32_t node = b.add(tag_named(word));
  if (attributes != nullptr && attributes[0] != nullptr && attributes[1] != nullptr) {
    const size_t n = Builder::number(reinterpret_cast<const char*>(attributes[1]));
    if (n < b.tokens.attributes.size()) {
      b.tree.nodes[node].attr_begin = b.tokens.attributes[n].begin;
      b.tree.nodes[node].attr_end = b.tokens.attributes[n].end;
    }
  }
  b.open.push_back(node);
}

void end_element(void* user, const xmlChar*) {
  auto& b = *static_cast<Builder*>(user);
  if (b.skipped > 0) {
    --b.skipped;
    return;
  }
  if (b.open.size() <= 1) return;
  b.tree.nodes[b.open.back()].end = static_cast<uint32_t>(b.tree.nodes.size());
  b.open.pop_back();
}

void characters(void* user, const xmlChar* chars, int length) {
  auto& b = *static_cast<Builder*>(user);
  if (b.full || length <= 0) return;
  const std::string_view words(reinterpret_cast<const char*>(chars), static_cast<size_t>(length));
  HtmlNode& last = b.tree.nodes.back();
  if (last.tag == Tag::text && last.parent == b.open.back() && last.text.end == b.tree.chars.size()) {
    b.append(words);
    last.text.end = static_cast<uint32_t>(b.tree.chars.size());
    return;
  }
  const uint32_t node = b.add(Tag::text);
  const auto begin = static_cast<uint32_t>(b.tree.chars.size());
  b.append(words);
  b.tree.nodes[node].text = {begin, static_cast<uint32_t>(b.tree.chars.size())};
}

void silent(void*, const char*, ...) {}

}  // namespace

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::address:
    case Tag::article:
    case Tag::aside:
    case Tag::blockquote:
    case Tag::body:
    case Tag::caption:
    case Tag::center:
    case Tag::dd:
    case Tag::details:
    case Tag::dialog:
    case Tag::div:
    case Tag::dl:
    case Tag::dt:
    case Tag::fieldset:
    case Tag::figcaption:
    case Tag::figure:
    case Tag::footer:
    case Tag::form:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::head:
    case Tag::header:
    case Tag::hr:
    case Tag::html:
    case Tag::li:
    case Tag::main:
    case Tag::menu:
    case Tag::nav:
    case Tag::ol:
    case Tag::option:
    case Tag::p:
    case Tag::pre:
    case Tag::root:
    case Tag::section:
    case Tag::summary:
    case Tag::table:
    case Tag::tbody:
    case Tag::td:
    case Tag::tfoot:
    case Tag::th:
    case Tag::thead:
    case Tag::title:
    case Tag::tr:
    case Tag::ul:
    case Tag::custom:
    case Tag::video:
    case Tag::audio:
    case Tag::select:
    case Tag::textarea:
    case Tag::button: return true;
    default: return false;
  }
}

std::string_view HtmlTree::attribute(uint32_t node, Att name) const {
  for (uint32_t i = nodes[node].attr_begin; i < nodes[node].attr_end; ++i) {
    if (attributes[i].name == name) return attributes[i].value.of(chars);
  }
  return {};
}

bool HtmlTree::has(uint32_t node, Att name) const {
  for (uint32_t i = nodes[node].attr_begin; i < nodes[node].attr_end; ++i) {
    if (attributes[i].name == name) return true;
  }
  return false;
}

std::string HtmlTree::text_of(uint32_t node) const {
  std::string out;
  for (uint32_t i = node; i < nodes[node].end; ++i) {
    if (nodes[i].tag != Tag::text) {
      if ((is_block(nodes[i].tag) || nodes[i].tag == Tag::br) && !out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    const std::string_view text = words(nodes[i]);
    for (size_t at = 0; at < text.size();) {
      const size_t begin = at;
      if (is_white_space(next_code_point(text, at))) {
        if (!out.empty() && out.back() != ' ') out += ' ';
      } else {
        out.append(text.substr(begin, at - begin));
      }
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

Result<HtmlTree> parse_html(std::string_view markup) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  Builder builder;
  builder.tree.chars.reserve(markup.size() / 2);
  builder.tree.nodes.reserve(markup.size() / 60 + 16);
  builder.open.push_back(builder.add(Tag::root));
  builder.tokens = cut_tokens(markup, builder.tree);
  const std::string& tags = builder.tokens.tags;
  if (tags.empty()) return std::move(builder.tree);

  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(tags.data(), static_cast<int>(tags.size()));
  if (parser == nullptr) return Error{ErrorCode::internal, "no memory for the HTML parser", ""};
  builder.parser = parser;
  htmlSAXHandler handler;
  std::memset(&handler, 0, sizeof handler);
  handler.startElement = start_element;
  handler.endElement = end_element;
  handler.characters = characters;
  handler.cdataBlock = characters;
  handler.ignorableWhitespace = characters;
  handler.warning = silent;
  handler.error = silent;
  std::memcpy(parser->sax, &handler, sizeof handler);
  parser->userData = &builder;
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                 HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser);
  if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
  htmlFreeParserCtxt(parser);
  if (builder.full) return Error{ErrorCode::limit, "page of more than 4 million nodes", ""};
  for (uint32_t node : builder.open) builder.tree.nodes[node].end = static_cast<uint32_t>(builder.tree.nodes.size());
  return std::move(builder.tree);
}

char32_t entity_code(std::string_view name) {
  const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
  return entity == nullptr ? 0 : static_cast<char32_t>(entity->value);
}

}  // namespace dateline
