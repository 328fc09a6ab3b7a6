#include "extract/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>

#include "base/strings.h"
#include "extract/limits.h"
#include "text/utf8.h"

namespace dateline {
namespace {

struct TagName {
  std::string_view name;
  Tag tag;
};
// Sorted by name.
constexpr TagName kTags[] = {{"a", Tag::a},
                             {"abbr", Tag::abbr},
                             {"address", Tag::address},
                             {"article", Tag::article},
                             {"aside", Tag::aside},
                             {"audio", Tag::audio},
                             {"b", Tag::b},
                             {"blockquote", Tag::blockquote},
                             {"body", Tag::body},
                             {"br", Tag::br},
                             {"button", Tag::button},
                             {"caption", Tag::caption},
                             {"center", Tag::center},
                             {"cite", Tag::cite},
                             {"code", Tag::code},
                             {"dd", Tag::dd},
                             {"del", Tag::del},
                             {"details", Tag::details},
                             {"dialog", Tag::dialog},
                             {"div", Tag::div},
                             {"dl", Tag::dl},
                             {"dt", Tag::dt},
                             {"em", Tag::em},
                             {"fieldset", Tag::fieldset},
                             {"figcaption", Tag::figcaption},
                             {"figure", Tag::figure},
                             {"font", Tag::font},
                             {"footer", Tag::footer},
                             {"form", Tag::form},
                             {"h1", Tag::h1},
                             {"h2", Tag::h2},
                             {"h3", Tag::h3},
                             {"h4", Tag::h4},
                             {"h5", Tag::h5},
                             {"h6", Tag::h6},
                             {"head", Tag::head},
                             {"header", Tag::header},
                             {"hr", Tag::hr},
                             {"html", Tag::html},
                             {"i", Tag::i},
                             {"iframe", Tag::iframe},
                             {"img", Tag::img},
                             {"input", Tag::input},
                             {"ins", Tag::ins},
                             {"label", Tag::label},
                             {"li", Tag::li},
                             {"link", Tag::link},
                             {"main", Tag::main},
                             {"map", Tag::map},
                             {"mark", Tag::mark},
                             {"menu", Tag::menu},
                             {"meta", Tag::meta},
                             {"nav", Tag::nav},
                             {"object", Tag::object},
                             {"ol", Tag::ol},
                             {"option", Tag::option},
                             {"p", Tag::p},
                             {"picture", Tag::picture},
                             {"pre", Tag::pre},
                             {"q", Tag::q},
                             {"s", Tag::s},
                             {"section", Tag::section},
                             {"select", Tag::select},
                             {"small", Tag::small},
                             {"source", Tag::source},
                             {"span", Tag::span},
                             {"strong", Tag::strong},
                             {"sub", Tag::sub},
                             {"summary", Tag::summary},
                             {"sup", Tag::sup},
                             {"table", Tag::table},
                             {"tbody", Tag::tbody},
                             {"td", Tag::td},
                             {"textarea", Tag::textarea},
                             {"tfoot", Tag::tfoot},
                             {"th", Tag::th},
                             {"thead", Tag::thead},
                             {"time", Tag::time},
                             {"title", Tag::title},
                             {"tr", Tag::tr},
                             {"u", Tag::u},
                             {"ul", Tag::ul},
                             {"video", Tag::video}};

struct AttName {
  std::string_view name;
  Att att;
};
constexpr AttName kAtts[] = {{"aria-hidden", Att::aria_hidden},
                             {"aria-label", Att::aria_label},
                             {"charset", Att::charset},
                             {"class", Att::cls},
                             {"content", Att::content},
                             {"data-component", Att::data_component},
                             {"data-date", Att::data_date},
                             {"data-datetime", Att::data_date},
                             {"data-testid", Att::data_testid},
                             {"datetime", Att::datetime},
                             {"hidden", Att::hidden},
                             {"href", Att::href},
                             {"http-equiv", Att::http_equiv},
                             {"id", Att::id},
                             {"itemprop", Att::itemprop},
                             {"itemscope", Att::itemscope},
                             {"itemtype", Att::itemtype},
                             {"lang", Att::lang},
                             {"name", Att::name},
                             {"property", Att::property},
                             {"pubdate", Att::pubdate},
                             {"rel", Att::rel},
                             {"role", Att::role},
                             {"style", Att::style},
                             {"title", Att::title},
                             {"type", Att::type},
                             {"value", Att::value},
                             {"xml:lang", Att::lang}};

template <typename Row, size_t N>
const Row* row_of(const Row (&rows)[N], std::string_view name) {
  const Row* found = std::lower_bound(std::begin(rows), std::end(rows), name,
                                      [](const Row& r, std::string_view n) { return r.name < n; });
  return found != std::end(rows) && found->name == name ? found : nullptr;
}

bool same_letters(std::string_view html, size_t at, std::string_view lower) {
  if (html.size() - at < lower.size()) return false;
  for (size_t i = 0; i < lower.size(); ++i) {
    if ((html[at + i] | 0x20) != lower[i]) return false;
  }
  return true;
}

// Where "</name" begins at or after `from`; npos if nowhere.
size_t find_end_tag(std::string_view html, size_t from, std::string_view name) {
  for (size_t at = html.find("</", from); at != std::string_view::npos; at = html.find("</", at + 2)) {
    if (same_letters(html, at + 2, name)) return at;
  }
  return std::string_view::npos;
}

// The page without what holds no prose. Bodies of JSON-LD scripts are kept aside.
std::string without_scripts(std::string_view html, std::vector<std::string>& json_ld) {
  static constexpr std::string_view kCut[] = {"script", "style", "svg", "noscript", "template", "iframe", "math"};
  std::string out;
  out.reserve(html.size() / 2);
  size_t kept = 0;
  // What is not found once is not looked for again: a page of a million "<script" must not cost a million searches.
  bool no_comment_end = false, no_tag_end = false;
  std::array<bool, std::size(kCut)> no_close{};
  for (size_t at = html.find('<'); at != std::string_view::npos && at + 3 < html.size(); at = html.find('<', at)) {
    if (html.compare(at, 4, "<!--") == 0) {
      size_t end = no_comment_end ? std::string_view::npos : html.find("-->", at + 4);
      no_comment_end |= end == std::string_view::npos;
      if (html.compare(at, 5, "<!-->") == 0) end = at + 2;
      out.append(html, kept, at - kept);
      at = kept = end == std::string_view::npos ? at + 4 : end + 3;
      continue;
    }
    if (html.compare(at, 9, "<![CDATA[") == 0) {
      out.append(html, kept, at - kept);
      at = kept = at + 9;
      continue;
    }
    bool cut = false;
    for (size_t n = 0; n < std::size(kCut); ++n) {
      const std::string_view name = kCut[n];
      if (no_close[n] || !same_letters(html, at + 1, name)) continue;
      const char after = at + 1 + name.size() < html.size() ? html[at + 1 + name.size()] : '>';
      if (after != '>' && after != '/' && !is_space(after)) continue;
      const size_t open_end = html.find('>', at);
      if (open_end == std::string_view::npos) break;
      if (html[open_end - 1] == '/' && name != "script" && name != "style" && name != "iframe") break;  // <svg/>
      const size_t close = find_end_tag(html, open_end, name);
      no_close[n] = close == std::string_view::npos;
      if (no_close[n]) break;
      const std::string_view open = html.substr(at, open_end - at);
      if (name == "script" && open.find("ld+json") != std::string_view::npos && close - open_end < kMaxEmbeddedJson) {
        json_ld.emplace_back(html.substr(open_end + 1, close - open_end - 1));
      }
      const size_t close_end = html.find('>', close);
      out.append(html, kept, at - kept);
      at = kept = close_end == std::string_view::npos ? html.size() : close_end + 1;
      cut = true;
      break;
    }
    if (!cut && !no_tag_end && is_lower(static_cast<char>(html[at + 1] | 0x20))) {
      // An element with thousands of attributes takes the parser quadratic time; it keeps its name alone.
      const size_t end = html.find('>', at);
      no_tag_end = end == std::string_view::npos;
      if (!no_tag_end && end - at > kMaxTagBytes) {
        size_t name_end = at + 1;
        while (is_lower(static_cast<char>(html[name_end] | 0x20)) || is_digit(html[name_end])) ++name_end;
        out.append(html, kept, name_end - kept);
        at = kept = end;
      }
    }
    if (!cut) ++at;
    if (at >= html.size()) break;
  }
  if (kept < html.size()) out.append(html, kept, html.size() - kept);
  return out;
}

struct Builder {
  HtmlTree tree;
  std::vector<uint32_t> open;  // the path to where we are
  size_t skipped = 0;          // open elements past the depth limit
  bool full = false;
  htmlParserCtxtPtr parser = nullptr;

  uint32_t add(Tag tag) {
    HtmlNode node;
    node.tag = tag;
    node.parent = open.empty() ? 0 : open.back();
    node.depth = static_cast<uint16_t>(open.size());
    node.attr_begin = node.attr_end = static_cast<uint32_t>(tree.attributes.size());
    node.end = static_cast<uint32_t>(tree.nodes.size() + 1);
    tree.nodes.push_back(node);
    if (tree.nodes.size() > kMaxNodes && !full) {
      full = true;
      xmlStopParser(parser);
    }
    return static_cast<uint32_t>(tree.nodes.size() - 1);
  }

  Span keep(std::string_view words) {
    const auto begin = static_cast<uint32_t>(tree.chars.size());
    tree.chars.append(words);
    return {begin, static_cast<uint32_t>(tree.chars.size())};
  }
};

bool is_void(Tag tag) {
  return tag == Tag::br || tag == Tag::hr || tag == Tag::img || tag == Tag::input || tag == Tag::link ||
         tag == Tag::meta || tag == Tag::source;
}

void start_element(void* user, const xmlChar* name, const xmlChar** attributes) {
  auto& b = *static_cast<Builder*>(user);
  if (b.full) return;
  if (b.skipped > 0 || b.open.size() >= kMaxDepth) {
    b.tree.too_deep = true;
    ++b.skipped;
    return;
  }
  const std::string_view word = reinterpret_cast<const char*>(name);
  const TagName* row = row_of(kTags, word);
  const Tag tag = row ? row->tag : word.find('-') != std::string_view::npos ? Tag::custom : Tag::other;
  const uint32_t node = b.add(tag);
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    const AttName* att = row_of(kAtts, reinterpret_cast<const char*>(attributes[0]));
    if (att == nullptr) continue;
    const std::string_view value = attributes[1] ? reinterpret_cast<const char*>(attributes[1]) : "";
    b.tree.attributes.push_back({att->att, b.keep(value)});
  }
  b.tree.nodes[node].attr_end = static_cast<uint32_t>(b.tree.attributes.size());
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
    b.tree.chars.append(words);
    last.text.end = static_cast<uint32_t>(b.tree.chars.size());
    return;
  }
  const uint32_t node = b.add(Tag::text);
  b.tree.nodes[node].text = b.keep(words);
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

Result<HtmlTree> parse_html(std::string_view html) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  Builder builder;
  const std::string clean = without_scripts(html, builder.tree.json_ld);
  builder.tree.chars.reserve(clean.size() / 2);
  builder.tree.nodes.reserve(clean.size() / 60 + 16);
  builder.open.push_back(builder.add(Tag::root));
  if (clean.empty()) return std::move(builder.tree);

  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(clean.data(), static_cast<int>(clean.size()));
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
  // Void elements that the parser left open hold nothing.
  for (HtmlNode& node : builder.tree.nodes) {
    if (is_void(node.tag)) node.attr_end = std::max(node.attr_end, node.attr_begin);
  }
  return std::move(builder.tree);
}

char32_t entity_code(std::string_view name) {
  if (name == "apos") return '\'';
  const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
  return entity == nullptr ? 0 : static_cast<char32_t>(entity->value);
}

std::string declared_charset(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, 4096));
  for (size_t at = head.find("charset"); at != std::string::npos; at = head.find("charset", at + 7)) {
    size_t i = at + 7;
    while (i < head.size() && is_space(head[i])) ++i;
    if (i >= head.size() || head[i] != '=') continue;
    ++i;
    while (i < head.size() && (is_space(head[i]) || head[i] == '"' || head[i] == '\'')) ++i;
    const size_t begin = i;
    while (i < head.size() &&
           (is_lower(head[i]) || is_digit(head[i]) || head[i] == '-' || head[i] == '_' || head[i] == ':'))
      ++i;
    if (i > begin) return head.substr(begin, i - begin);
  }
  if (head.starts_with("<?xml")) {
    const size_t at = head.find("encoding=");
    if (at != std::string::npos && at < 100) {
      const size_t begin = at + 10, end = head.find_first_of("\"'", begin);
      if (end != std::string::npos) return head.substr(begin, end - begin);
    }
  }
  return {};
}

}  // namespace dateline
