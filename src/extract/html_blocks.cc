#include "extract/html_blocks.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/line_rules.h"
#include "text/utf8.h"

namespace dateline {
namespace {

bool says_something(Tag tag) {
  switch (tag) {
    case Tag::p:
    case Tag::li:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::td:
    case Tag::th:
    case Tag::blockquote:
    case Tag::figcaption:
    case Tag::pre:
    case Tag::dt:
    case Tag::dd:
    case Tag::caption:
    case Tag::title:
    case Tag::address:
    case Tag::button:
    case Tag::option:
    case Tag::label:
    case Tag::summary:
    case Tag::textarea: return true;
    default: return false;
  }
}

// Elements that hold no prose, whatever they are called.
RegionHit by_tag(const HtmlTree& tree, uint32_t node) {
  switch (tree.nodes[node].tag) {
    case Tag::nav:
    case Tag::menu: return {Region::boilerplate, "navigation"};
    case Tag::footer: return {Region::boilerplate, "footer"};
    case Tag::aside: return {Region::boilerplate, "aside"};
    case Tag::button:
    case Tag::select:
    case Tag::option:
    case Tag::textarea:
    case Tag::label:
    case Tag::input: return {Region::boilerplate, "form control"};
    case Tag::fieldset: return {Region::boilerplate, "form"};
    case Tag::figcaption: return {Region::caption, "picture"};
    case Tag::video:
    case Tag::audio:
    case Tag::object:
    case Tag::iframe:
    case Tag::map: return {Region::boilerplate, "player"};
    case Tag::dialog: return {Region::boilerplate, "dialog"};
    case Tag::head: return {Region::boilerplate, "head"};
    default: break;
  }
  const std::string_view style = tree.attribute(node, Att::style);
  if (!style.empty()) {
    std::string bare;
    for (char c : style.substr(0, 300)) {
      if (!is_space(c)) bare += static_cast<char>(c | (is_upper(c) ? 0x20 : 0));
    }
    if (bare.find("display:none") != std::string::npos || bare.find("visibility:hidden") != std::string::npos)
      return {Region::boilerplate, "hidden"};
  }
  if (tree.has(node, Att::hidden)) return {Region::boilerplate, "hidden"};
  if (tree.attribute(node, Att::aria_hidden) == "true") return {Region::boilerplate, "hidden"};
  const std::string_view role = tree.attribute(node, Att::role);
  if (role == "navigation" || role == "complementary" || role == "contentinfo" || role == "banner" ||
      role == "search" || role == "dialog" || role == "alertdialog" || role == "menu") {
    return {Region::boilerplate, "role"};
  }
  return {};
}

double weight_of(const Block& block) {
  const auto n = static_cast<double>(block.text.size());
  const double links = n > 0 ? block.link_bytes / n : 0;
  if (is_heading(block.tag)) return links > 0.5 ? -8 : 0;
  if (block.tag == Tag::figcaption || block.tag == Tag::caption || block.tag == Tag::title) return 0;
  if (links > 0.55) return -5 - std::min(n, 60.0) / 2;
  const double text = n * (1 - links);
  const bool sentence = ends_like_sentence(block.text);
  if (n >= 60 && (sentence || n >= 140))
    return std::min(text, 700.0) * (block.tag == Tag::li || block.tag == Tag::td ? 0.7 : 1);
  if (n >= 60) return text * 0.2;
  if (sentence && n >= 20) return text * 0.5;
  if (block.tag == Tag::p) return 0;
  return -4;
}

class Cutter {
 public:
  Cutter(const HtmlTree& tree, const RegionRules& rules) : tree_(tree), rules_(rules) {
    out_.of_node.resize(tree.nodes.size());
    out_.hits.resize(tree.nodes.size());
  }

  PageBlocks run() {
    for (uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      close_until(i);
      const HtmlNode& node = tree_.nodes[i];
      if (node.tag == Tag::text) {
        add_text(i);
        continue;
      }
      if (node.tag == Tag::br) {
        if (breaks_ > 0)
          flush();
        else if (!block_.text.empty())
          ++breaks_, add_space();
        continue;
      }
      if (is_block(node.tag)) flush();
      out_.of_node[i].begin = static_cast<uint32_t>(out_.blocks.size());
      RegionHit hit = by_tag(tree_, i);
      if (hit.kind == Region::none) hit = rules_.by_words(tree_, i, seen_);
      out_.hits[i] = hit;
      open_.push_back(i);
      links_ += node.tag == Tag::a;
      bold_ += node.tag == Tag::strong || node.tag == Tag::b || node.tag == Tag::em || node.tag == Tag::i;
    }
    close_until(static_cast<uint32_t>(tree_.nodes.size()));
    flush();
    for (Block& block : out_.blocks) block.weight = weight_of(block);
    return std::move(out_);
  }

 private:
  void close_until(uint32_t at) {
    while (!open_.empty() && tree_.nodes[open_.back()].end <= at) {
      const uint32_t node = open_.back();
      const Tag tag = tree_.nodes[node].tag;
      if (is_block(tag)) flush();
      links_ -= tag == Tag::a;
      bold_ -= tag == Tag::strong || tag == Tag::b || tag == Tag::em || tag == Tag::i;
      // An inline element's blocks reach to the one that is being filled.
      out_.of_node[node].end = static_cast<uint32_t>(out_.blocks.size() + (block_.text.empty() ? 0 : 1));
      open_.pop_back();
    }
  }

  void add_space() {
    if (!block_.text.empty() && block_.text.back() != ' ') block_.text += ' ';
  }

  void add_text(uint32_t i) {
    const std::string_view words = tree_.words(tree_.nodes[i]);
    const bool was_empty = block_.text.empty();
    const size_t before = block_.text.size();
    for (size_t at = 0; at < words.size();) {
      const auto byte = static_cast<uint8_t>(words[at]);
      const size_t begin = at;
      if (byte > ' ' && byte < 0x80) {
        while (at < words.size() && static_cast<int8_t>(words[at]) > ' ') ++at;  // beyond ASCII: negative
        block_.text.append(words, begin, at - begin);
        continue;
      }
      if (byte == ' ') {
        add_space();
        ++at;
        continue;
      }
      const char32_t c = next_code_point(words, at);
      if (is_white_space(c))
        add_space();
      else if (c != 0xFEFF && c != 0x200B && c != 0xAD)
        block_.text.append(words.substr(begin, at - begin));
    }
    if (block_.text.size() == before) return;
    if (was_empty) {
      start_block(i);
      if (block_.text == " ") block_.text.clear();
    }
    if (block_.text.empty()) return;
    const auto added = static_cast<uint32_t>(block_.text.size() - std::min(before, block_.text.size()));
    if (added > 1 || block_.text.back() != ' ') breaks_ = 0;
    if (links_ > 0) block_.link_bytes += added;
    if (bold_ > 0) block_.bold_bytes += added;
  }

  void start_block(uint32_t i) {
    block_.first = i;
    block_.tag = Tag::div;
    block_.node = 0;
    for (size_t k = open_.size(); k-- > 0;) {
      const Tag tag = tree_.nodes[open_[k]].tag;
      if (!is_block(tag)) continue;
      if (block_.node == 0) block_.node = open_[k];
      if (says_something(tag)) {
        block_.tag = tag;
        break;
      }
      if (tag != Tag::div && tag != Tag::section && tag != Tag::custom) break;
    }
  }

  void flush() {
    while (block_.text.ends_with(' ')) block_.text.pop_back();
    breaks_ = 0;
    if (!block_.text.empty()) {
      block_.link_bytes = std::min(block_.link_bytes, static_cast<uint32_t>(block_.text.size()));
      out_.blocks.push_back(std::move(block_));
    }
    block_ = {};
  }

  const HtmlTree& tree_;
  const RegionRules& rules_;
  RegionRules::Seen seen_;
  PageBlocks out_;
  std::vector<uint32_t> open_;
  Block block_;
  int links_ = 0, bold_ = 0, breaks_ = 0;
};

}  // namespace

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

PageBlocks cut_blocks(const HtmlTree& tree, const RegionRules& rules) { return Cutter(tree, rules).run(); }

}  // namespace dateline
