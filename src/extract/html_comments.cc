#include "extract/html_comments.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline {
namespace {

constexpr size_t kMostComments = 5000;

bool has_number(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

// <li id="comment-17">, <article class="comment">, <div class="comment-item">, …
bool is_item(const HtmlTree& tree, uint32_t node) {
  const Tag tag = tree.nodes[node].tag;
  if (tag != Tag::li && tag != Tag::article && tag != Tag::div && tag != Tag::section && tag != Tag::tr &&
      tag != Tag::dd)
    return false;
  const std::string_view prop = tree.attribute(node, Att::itemprop);
  if (prop == "comment" || tree.attribute(node, Att::itemtype).find("schema.org/Comment") != std::string_view::npos)
    return true;
  const std::string_view id = tree.attribute(node, Att::id);
  const std::string lower = ascii_lower(id);
  if (has_number(id) &&
      (lower.starts_with("comment") || lower.starts_with("li-comment") || lower.starts_with("kommentar") ||
       lower.starts_with("post-") || lower.starts_with("div-comment")))
    return true;
  for (std::string_view name : split(tree.attribute(node, Att::cls), ' ')) {
    const std::string n = ascii_lower(name);
    if (n == "comment" || n == "comment-item" || n == "commentitem" || n == "single-comment" || n == "kommentar" ||
        n == "comment-container" || n == "user-comment" || n == "comment-wrap" || n == "commentbox" ||
        n == "comment__item" || n == "comment-block" || n == "reader-comment" || n == "post-comment" ||
        n == "d-comment") {
      return true;
    }
  }
  return false;
}

bool named(const HtmlTree& tree, uint32_t node, std::initializer_list<std::string_view> wanted) {
  for (Att att : {Att::cls, Att::itemprop, Att::rel}) {
    for (const std::string& word : words_of_names(tree.attribute(node, att))) {
      if (std::find(wanted.begin(), wanted.end(), word) != wanted.end()) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<PageComment> find_comments(const HtmlTree& tree, const PageBlocks& page, const Content& content,
                                       const DateReader& dates, const LineRules& rules) {
  std::vector<PageComment> out;
  for (uint32_t area : content.comment_areas) {
    std::vector<uint32_t> items;
    for (uint32_t i = area; i < tree.nodes[area].end; ++i) {
      if (i != area && is_item(tree, i)) {
        // <li id="li-comment-1"><article id="div-comment-1">: the same comment, framed twice
        const bool framed = !items.empty() && i < tree.nodes[items.back()].end &&
                            page.of_node[i].begin == page.of_node[items.back()].begin;
        if (!framed) items.push_back(i);
      }
    }
    for (size_t k = 0; k < items.size() && out.size() < kMostComments; ++k) {
      const uint32_t item = items[k];
      // Answers inside it are comments of their own.
      uint32_t end = tree.nodes[item].end;
      if (k + 1 < items.size() && items[k + 1] < end) end = items[k + 1];
      PageComment comment;
      for (uint32_t i = item; i < end; ++i) {
        const Tag tag = tree.nodes[i].tag;
        if (tag == Tag::text) continue;
        if (comment.author.empty() &&
            named(tree, i, {"author", "fn", "username", "name", "commenter", "user", "poster", "autor"})) {
          std::string text = tree.text_of(i);
          if (auto found = dates.find(text)) text = text.substr(0, found->span.begin);
          for (std::string_view tail :
               {" says:", " says", " sagt:", " said:", " schrieb:", " schreibt:", " wrote:", " dit :", " on"}) {
            if (text.ends_with(tail)) text.resize(text.size() - tail.size());
          }
          text = std::string(trim(text));
          if (!text.empty() && words_in_line(text) <= 8) comment.author = text;
        }
        if (!comment.posted.known() &&
            (tag == Tag::time ||
             named(tree, i, {"date", "time", "datetime", "published", "metadata", "created", "meta", "timestamp"}))) {
          std::string_view value = tree.attribute(i, Att::datetime);
          if (auto edtf = parse_edtf(value))
            comment.posted = *edtf;
          else if (auto found = dates.find(tree.text_of(i)); found && !found->order_open)
            comment.posted = single(found->date);
        }
      }
      const BlockRange range{page.of_node[item].begin,
                             end < tree.nodes[item].end ? page.of_node[end].begin : page.of_node[item].end};
      for (uint32_t b = range.begin; b < range.end; ++b) {
        const std::string& text = page.blocks[b].text;
        if (text.size() < 200) {
          if (rules.match(text)) continue;
          if (!comment.author.empty() && text.size() < comment.author.size() + 16 &&
              text.find(comment.author) != std::string::npos)
            continue;
          if (dates.is_only_date(text)) continue;
          if (!comment.author.empty() && text.find(comment.author) != std::string::npos && dates.find(text)) continue;
        }
        if (!comment.text.empty()) comment.text += '\n';
        comment.text += text;
      }
      if (!comment.text.empty()) out.push_back(std::move(comment));
    }
  }
  return out;
}

}  // namespace dateline
