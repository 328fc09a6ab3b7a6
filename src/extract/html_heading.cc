#include "extract/html_heading.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "extract/line_rules.h"

namespace dateline {
namespace {

bool word_edge(std::string_view text, size_t at) {
  if (at >= text.size()) return true;
  const auto c = static_cast<uint8_t>(text[at]);
  return !(is_lower(text[at]) || is_digit(text[at])) && (c < 0x80 || c == 0xE2);  // 0xE2: dashes, quotes, dots
}

// The element of a heading that the block stands in; 0 if there is none.
uint32_t heading_of(const HtmlTree& tree, const Block& b) {
  uint32_t node = tree.nodes[b.first].parent;
  while (node != 0 && !is_heading(tree.nodes[node].tag)) node = tree.nodes[node].parent;
  return node;
}

// The words below a node, those of elements that the page sets apart left out: a kicker, a date, what only screen
// readers read out. A separator of that last kind (": ") ends a kicker that has no name.
std::string shown_words(const PageView& view, uint32_t from, uint32_t to) {
  const HtmlTree& tree = view.tree;
  std::string words, kicker;
  for (uint32_t i = from; i < to; ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (node.tag == Tag::text) {
      words += tree.words(node);
      continue;
    }
    const Region region = view.page.hits[i].kind;
    if (node.tag == Tag::time || region == Region::boilerplate || region == Region::byline) {
      const std::string apart = tree.text_of(i);
      if (!apart.empty() && bare_line(apart).empty()) kicker = std::exchange(words, {});
      i = node.end - 1;
      words += ' ';
    }
    if (node.tag == Tag::br || is_block(node.tag)) words += ' ';
  }
  words = plain_value(words);
  return words.empty() ? plain_value(kicker) : words;
}

// "<span>In the city</span> Bridge closed": the span is a kicker where no title of the page runs on from it.
std::string after_leading_span(const PageView& view, uint32_t heading) {
  const HtmlTree& tree = view.tree;
  if (tree.attribute(heading, Att::itemprop) == "headline") return {};  // all of it, says the page
  uint32_t span = heading + 1;
  while (span < tree.nodes[heading].end && tree.nodes[span].tag == Tag::text &&
         trim(tree.words(tree.nodes[span])).empty())
    ++span;
  if (span >= tree.nodes[heading].end || tree.nodes[span].tag != Tag::span) return {};
  const uint32_t rest = tree.nodes[span].end;
  if (rest >= tree.nodes[heading].end || tree.nodes[rest].tag != Tag::text) return {};
  std::string core = shown_words(view, rest, tree.nodes[heading].end);
  const std::string bare = bare_line(core), kicker = bare_line(tree.text_of(span));
  if (words_in_line(core) < 3 || bare.size() < 12 || kicker.empty()) return {};
  bool known = false;
  for (const std::string* title : {&view.meta.title_tag, &view.meta.og_title, &view.meta.ld_headline}) {
    const std::string whole = bare_line(plain_value(*title));
    if (whole.find(kicker + " " + bare) != std::string::npos) return {};
    known |= holds(whole, bare);
  }
  return known ? core : std::string();
}

// Schema.org's word, as a property or among the words of the class.
bool called_headline(const HtmlTree& tree, uint32_t node) {
  if (tree.attribute(node, Att::itemprop) == "headline") return true;
  const std::vector<std::string> words = words_of_names(tree.attribute(node, Att::cls));
  return std::find(words.begin(), words.end(), "headline") != words.end();
}

}  // namespace

std::string named_headline(const PageView& view, const Block& b) {
  const HtmlTree& tree = view.tree;
  const uint32_t heading = heading_of(tree, b);
  if (heading == 0) return {};
  for (uint32_t i = heading + 1; i < tree.nodes[heading].end; ++i) {
    const bool apart = view.page.hits[i].kind == Region::boilerplate;  // "headline topline": a kicker
    if (tree.nodes[i].tag != Tag::span || apart || !called_headline(tree, i)) continue;
    std::string words = plain_value(tree.text_of(i));
    return words.size() >= 8 && words.size() < b.text.size() ? words : std::string();
  }
  return {};
}

bool is_plain_heading(const PageView& view, const Block& b) {
  const uint32_t heading = heading_of(view.tree, b);
  return heading != 0 && view.tree.nodes[heading].end == heading + 2;
}

bool holds(std::string_view longer, std::string_view shorter) {
  const size_t at = shorter.empty() ? std::string_view::npos : longer.find(shorter);
  if (at == std::string_view::npos) return false;
  return (at == 0 || word_edge(longer, at - 1)) && word_edge(longer, at + shorter.size());
}

bool usable_heading(const Block& b) { return b.region != Region::comment && b.text.size() >= 4 && b.text.size() < 400; }

std::string core_of(const PageView& view, const Block& b) {
  const uint32_t heading = heading_of(view.tree, b);
  if (heading == 0) return b.text;
  std::string core = shown_words(view, heading + 1, view.tree.nodes[heading].end);
  if (core == b.text) {
    if (std::string rest = after_leading_span(view, heading); !rest.empty()) return rest;
  }
  return core.size() >= 8 && words_in_line(core) >= 2 ? core : b.text;
}

bool leads_home(const PageView& view, const Block& b) {
  if (b.link_bytes + 2 < b.text.size()) return false;
  const uint32_t heading = heading_of(view.tree, b);
  if (heading == 0) return false;
  for (uint32_t i = view.tree.nodes[heading].parent; i < view.tree.nodes[heading].end; ++i) {
    if (view.tree.nodes[i].tag != Tag::a) continue;
    std::string_view href = view.tree.attribute(i, Att::href);
    // An archive's address ends with the address of the page it keeps.
    if (const size_t inner = href.rfind("://"); inner != std::string_view::npos) {
      const size_t path = href.find('/', inner + 3);
      href = path == std::string_view::npos ? "/" : href.substr(path);
    }
    return href == "/" || href.starts_with("/index.") || href.starts_with("index.") || href == "./";
  }
  return false;
}

uint32_t first_prose(const PageView& view) {
  const BlockRange body = view.page.of_node[view.content.container];
  uint32_t at = body.begin;
  while (at < body.end && (view.page.blocks[at].region != Region::none || view.page.blocks[at].weight < 60)) ++at;
  return at;
}

}  // namespace dateline
