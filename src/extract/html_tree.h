// A page as a flat tree: nodes in document order, so that a subtree is a range of indices and no walk recurses.
// Parsed by libxml2's HTML parser through its SAX interface. This is the only file that sees libxml2.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/result.h"
#include "dateline/span.h"

namespace dateline {

// Elements that extraction tells apart; everything else is `other` (inline) or `block` (unknown with a dash: custom).
enum class Tag : uint8_t {
  text,
  other,
  root,
  a,
  abbr,
  address,
  article,
  aside,
  b,
  blockquote,
  body,
  br,
  button,
  caption,
  center,
  cite,
  code,
  dd,
  del,
  details,
  dialog,
  div,
  dl,
  dt,
  em,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  form,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hr,
  html,
  i,
  iframe,
  img,
  input,
  ins,
  label,
  li,
  link,
  main,
  map,
  mark,
  menu,
  meta,
  nav,
  object,
  ol,
  option,
  p,
  picture,
  pre,
  q,
  s,
  section,
  select,
  small,
  source,
  span,
  strong,
  sub,
  summary,
  sup,
  table,
  tbody,
  td,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  u,
  ul,
  video,
  audio,
  custom
};

enum class Att : uint8_t {
  none,
  aria_hidden,
  aria_label,
  charset,
  cls,
  content,
  data_component,
  data_testid,
  datetime,
  hidden,
  href,
  http_equiv,
  id,
  itemprop,
  itemscope,
  itemtype,
  lang,
  name,
  property,
  pubdate,
  rel,
  role,
  style,
  title,
  type,
  data_date,
  value
};

struct HtmlNode {
  Tag tag = Tag::other;
  uint16_t depth = 0;
  uint32_t parent = 0;
  uint32_t end = 0;  // one past the last node of the subtree
  uint32_t attr_begin = 0, attr_end = 0;
  Span text;  // of a text node, in HtmlTree::chars
};

struct HtmlAttribute {
  Att name;
  Span value;
};

struct HtmlTree {
  std::vector<HtmlNode> nodes;  // nodes[0] is the root
  std::vector<HtmlAttribute> attributes;
  std::string chars;      // text and attribute values
  bool too_deep = false;  // elements past kMaxDepth were left out

  std::string_view attribute(uint32_t node, Att name) const;  // empty if absent
  bool has(uint32_t node, Att name) const;
  std::string_view words(const HtmlNode& node) const { return node.text.of(chars); }
  // All text below the node, white space made single.
  std::string text_of(uint32_t node) const;
};

bool is_block(Tag tag);  // begins a line of its own

// `markup` is valid UTF-8, as strip_page leaves it. Fails with `limit` past kMaxNodes.
Result<HtmlTree> parse_html(std::string_view markup);

// The code point of an HTML 4 entity by its name ("eacute"); 0 if there is none.
char32_t entity_code(std::string_view name);

}  // namespace dateline
