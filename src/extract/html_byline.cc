// Who wrote it, as the page says: metadata first, then what stands at the headline. An organisation that the metadata
// name as author gives way to a person whom the page shows; one name gives way to a list that holds it.
#include <algorithm>

#include "base/strings.h"
#include "extract/html_site.h"
#include "extract/plain_text.h"

namespace dateline {
namespace {

using Names = std::vector<std::string>;

bool possible_name(const PageView& view, std::string_view name, const Article& article) {
  if (name.size() < 2 || name.size() > 120 || words_in_line(name) > 14) return false;
  for (std::string_view sign : {"://", "www.", "@", "{", "undefined"}) {
    if (name.find(sign) != std::string_view::npos) return false;
  }
  if (name.starts_with("null") || std::count_if(name.begin(), name.end(), is_digit) > 3) return false;
  const std::string bare = bare_line(name);
  if (bare.empty() || bare == bare_line(article.headline) || view.bylines.names_nobody(bare)) return false;
  return !ends_like_sentence(name) || words_in_line(name) <= 4;
}

void add(Names& names, std::string name) {
  const std::string bare = bare_line(name);
  for (const std::string& other : names) {
    if (bare_line(other) == bare) return;
  }
  names.push_back(std::move(name));
}

std::string joined(const Names& names) {
  std::string out;
  for (const std::string& n : names) out += (out.empty() ? "" : "; ") + n;
  return out;
}

// The names that the metadata give, the site's own left out.
Names names_in_metadata(const PageView& view, const Article& article) {
  const std::string host = page_host(view);
  const auto accept = [&](std::string_view raw, Names& names) {
    std::string name = view.bylines.cleaned(raw, view.dates);
    if (possible_name(view, name, article) && !same_site(name, article.outlet, host)) add(names, std::move(name));
  };
  Names ld, meta;
  for (const std::string& name : view.meta.ld_authors) accept(name, ld);
  std::string field;  // all names come from one field
  for (const auto& [name, value] : view.meta.authors) {
    if (!field.empty() && name != field) continue;
    const size_t before = meta.size();
    accept(value, meta);
    if (meta.size() > before) field = name;
  }
  if (meta.size() > 12) meta.clear();
  // A field with more names than JSON-LD's one, among them that one, is the fuller list.
  const std::string all = joined(meta);
  const bool fuller = ld.size() == 1 && all.size() > ld[0].size() + 3 && all.find(ld[0]) != std::string::npos;
  return ld.empty() || fuller ? meta : ld;
}

// How little an element's markup says that it holds the author; negative if nothing.
double penalty_of(const PageView& view, uint32_t node) {
  const HtmlTree& tree = view.tree;
  const Tag tag = tree.nodes[node].tag;
  if (tag == Tag::text || tag == Tag::meta || tag == Tag::body || tag == Tag::html) return -1;
  const std::string_view prop = tree.attribute(node, Att::itemprop);
  if (prop.find("author") != std::string_view::npos || prop == "creator") return 0;
  if (tree.attribute(node, Att::rel).find("author") != std::string_view::npos) return 2;
  if (tag == Tag::a && tree.attribute(node, Att::href).find("/author") != std::string_view::npos) return 4;
  if (view.bylines.is_class(tree.attribute(node, Att::cls)) || view.bylines.is_class(tree.attribute(node, Att::id)))
    return 5;
  return -1;
}

// The name inside an element, if the markup tells it apart; else all of its words.
std::string name_inside(const PageView& view, uint32_t node, BlockRange range) {
  const HtmlTree& tree = view.tree;
  for (uint32_t k = node + 1; k < tree.nodes[node].end; ++k) {
    if (tree.nodes[k].tag == Tag::text) continue;
    const bool told = tree.attribute(k, Att::itemprop) == "name" || tree.nodes[k].tag == Tag::a ||
                      tree.attribute(k, Att::rel).find("author") != std::string_view::npos;
    if (!told) continue;
    std::string inner = tree.text_of(k);
    if (words_in_line(inner) >= 1 && words_in_line(inner) <= 6) return inner;
  }
  return range.end - range.begin > 1 ? view.page.blocks[range.begin].text : tree.text_of(node);
}

struct Shown {
  std::string name;
  std::string line;  // the block that shows it
};

// Microdata, rel=author and elements called author or byline; the nearest to the headline.
Shown shown_in_elements(const PageView& view, const Article& article, uint32_t from) {
  constexpr double kFarthest = 80;
  const BlockRange body = view.page.of_node[view.content.container];
  double best = kFarthest;
  Shown out;
  for (uint32_t i = 0; i < view.tree.nodes.size(); ++i) {
    const double penalty = penalty_of(view, i);
    if (penalty < 0) continue;
    const BlockRange range = view.page.of_node[i];
    if (range.begin >= view.page.blocks.size() || range.end - range.begin > 12) continue;
    const Block& block = view.page.blocks[range.begin];
    if (block.region == Region::comment || block.why == "related" || block.why == "sidebar" ||
        block.why == "navigation" || block.why == "comment form")
      continue;
    const std::string text = name_inside(view, i, range);
    if (text.size() > 200) continue;
    std::string name = view.bylines.cleaned(view.bylines.after_by(text), view.dates);
    if (!possible_name(view, name, article) || words_in_line(name) > 8) continue;
    const uint32_t at = range.begin;
    const bool inside = body.begin <= at && at < body.end;
    const double distance =
        (at >= from ? at - from : (from - at) * 1.5) * (inside ? 0.4 : 1) + penalty + (at > body.end ? 10 : 0);
    if (distance < best) {
      best = distance;
      out = {std::move(name), block.text};
    }
  }
  return out;
}

// "Von Jane Roe" in a line of its own, "Posted by jroe on August 3" in a dated line, near the headline.
Shown shown_in_lines(const PageView& view, const Article& article, uint32_t from) {
  const auto size = static_cast<uint32_t>(view.page.blocks.size());
  for (uint32_t i = from > 3 ? from - 3 : 0; i < std::min(size, from + 12); ++i) {
    const Block& b = view.page.blocks[i];
    if (b.region == Region::comment || b.text.size() > 160) continue;
    const bool begins = view.bylines.begins(b.text);
    const std::string_view inner = view.bylines.after_by(b.text);
    const bool dated = inner.size() < b.text.size() && (b.region == Region::byline || view.dates.find(b.text));
    if (!begins && !dated) continue;
    std::string name = view.bylines.cleaned(begins ? std::string_view(b.text) : inner, view.dates);
    if (possible_name(view, name, article) && (looks_like_names(name) || (dated && words_in_line(name) <= 3)))
      return {std::move(name), b.text};
  }
  return {};
}

// The one name of the metadata as the page shows it more fully: with its surname, or among others.
std::string fuller_than(const PageView& view, const std::string& name, uint32_t from) {
  const auto size = static_cast<uint32_t>(view.page.blocks.size());
  for (uint32_t i = from > 3 ? from - 3 : 0; i < std::min(size, from + 12); ++i) {
    const Block& b = view.page.blocks[i];
    if (b.region == Region::comment || b.text.size() > 200 || b.text.find(name) == std::string::npos) continue;
    std::string shown = view.bylines.cleaned(b.text, view.dates);
    const size_t at = shown.find(name);
    if (at == std::string::npos || shown.size() < name.size() + 4 || !looks_like_names(shown)) continue;
    const bool surname = at == 0 && name.find(' ') == std::string::npos && words_in_line(shown) <= 3;
    const bool list = words_in_line(name) >= 2 && shown.find_first_of(",&") != std::string::npos;
    if (surname || list) return shown;
  }
  return name;
}

}  // namespace

void find_byline(const PageView& view, Article& article) {
  const uint32_t headline = headline_block(view, article.headline);
  const uint32_t from = headline < view.page.blocks.size() ? headline : view.page.of_node[view.content.container].begin;
  Names names = names_in_metadata(view, article);
  if (names.size() == 1) names[0] = fuller_than(view, names[0], from);
  if (!names.empty()) {
    article.byline = joined(names);
    return;
  }
  Shown shown = shown_in_elements(view, article, from);
  if (shown.name.empty()) shown = shown_in_lines(view, article, from);
  if (!shown.name.empty()) {
    article.byline = shown.name;
    return;
  }
  // Nobody is named: the outlet, where the page calls it the author.
  for (const std::string& name : view.meta.ld_authors) add(names, plain_value(name));
  for (const auto& [field, value] : view.meta.authors) {
    if (names.empty()) add(names, plain_value(value));
  }
  const auto first =
      std::find_if(names.begin(), names.end(), [&](const auto& n) { return possible_name(view, n, article); });
  if (first != names.end()) article.byline = *first;
}

}  // namespace dateline
