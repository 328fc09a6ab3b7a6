#include "extract/html_content.h"

#include <algorithm>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr double kScantWeight = 250;  // an article that weighs less is looked for again
constexpr double kBelieved = 0.45;    // a named region with more of the page's prose than this is not believed

double sum_of(const std::vector<double>& sums, BlockRange range) { return sums[range.end] - sums[range.begin]; }

void mark(PageBlocks& page, BlockRange range, RegionHit hit) {
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (page.blocks[i].region != Region::none) continue;
    page.blocks[i].region = hit.kind;
    page.blocks[i].why = hit.why;
  }
}

std::vector<double> running_sums(const PageBlocks& page, bool positive_only) {
  std::vector<double> sums(page.blocks.size() + 1, 0);
  for (size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& b = page.blocks[i];
    double w = b.weight;
    if (b.region != Region::none && b.region != Region::body) w = 0;
    if (positive_only) w = std::max(w, 0.0);
    sums[i + 1] = sums[i] + w;
  }
  return sums;
}

bool is_frame(Tag tag) { return tag == Tag::root || tag == Tag::html || tag == Tag::body || tag == Tag::main; }

// Takes the named regions out. A region inside one that is out already goes with it.
void mark_regions(const HtmlTree& tree, PageBlocks& page, Content& content) {
  const std::vector<double> prose = running_sums(page, true);
  const double all = std::max(1.0, prose.back());
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const RegionHit hit = page.hits[i];
    if (hit.kind == Region::none || hit.kind == Region::body || is_frame(tree.nodes[i].tag)) continue;
    const BlockRange range = page.of_node[i];
    if (range.begin == range.end) continue;
    const double share = sum_of(prose, range) / all;
    // A span inside a paragraph names itself, not the paragraph, unless it is nearly all of it.
    if (!is_block(tree.nodes[i].tag) && range.end - range.begin == 1 &&
        tree.text_of(i).size() * 10 < page.blocks[range.begin].text.size() * 6) {
      continue;
    }
    const Tag tag = tree.nodes[i].tag;
    bool believed = share <= (tag == Tag::nav || tag == Tag::aside || tag == Tag::footer ? 0.65 : kBelieved);
    if (hit.kind == Region::comment) {
      bool holds_title = false;
      for (uint32_t b = range.begin; b < range.end; ++b) holds_title |= page.blocks[b].tag == Tag::h1;
      believed = share <= 0.97 && !holds_title && (share <= kBelieved || sum_of(prose, {0, range.begin}) > 150);
    }
    // A byline or a caption is short; a paragraph-holding "meta" is something else.
    if (hit.kind == Region::byline) believed = share <= 0.1 && sum_of(prose, range) < 250;
    if (hit.kind == Region::caption) believed = share <= 0.3 && range.end - range.begin <= 8;
    if (!believed) continue;
    mark(page, range, hit);
    if (hit.kind == Region::comment) content.comment_areas.push_back(i);
    i = tree.nodes[i].end - 1;
  }
}

// Comments that no name tells, below a heading that does: "Readers' comments". What follows it in the same element is
// theirs, if the article stands above.
void mark_under_heading(const HtmlTree& tree, PageBlocks& page, const LineRules& rules) {
  constexpr double kArticle = 800;  // prose that stands above
  double above = 0;
  for (uint32_t i = 0; i < page.blocks.size(); ++i) {
    const Block& b = page.blocks[i];
    if (b.region == Region::none) above += std::max(b.weight, 0.0);
    const bool line = is_heading(b.tag) ? b.tag > Tag::h1 : b.text.size() < 40 && b.tag != Tag::li && b.tag != Tag::td;
    if (above < kArticle || !line || !rules.heads_comments(b.text)) continue;
    uint32_t area = b.node;
    while (area != 0 && page.of_node[area].end <= i + 2) area = tree.nodes[area].parent;
    if (area == 0 || page.of_node[area].begin + 12 < i) continue;  // the article stands in it too
    mark(page, {i, page.of_node[area].end}, {Region::comment, "comments"});
    page.hits[area] = {Region::comment, "comments"};
    return;
  }
}

struct Best {
  uint32_t node = 0;
  double sum = -1e18;
};

Best best_element(const HtmlTree& tree, const PageBlocks& page, const std::vector<double>& sums, uint32_t from,
                  uint32_t to) {
  Best best;
  for (uint32_t i = from; i < to; ++i) {
    if (!is_block(tree.nodes[i].tag)) continue;
    const double sum = sum_of(sums, page.of_node[i]);
    if (sum >= best.sum) best = {i, sum};  // later and equal: deeper
  }
  return best;
}

// The element around all those that the page calls the body, where a page names its paragraphs one by one; 0 if one of
// them has most of the words.
uint32_t around_named(const HtmlTree& tree, const PageBlocks& page, const std::vector<double>& sums, double largest) {
  double total = 0;
  uint32_t first = 0, last = 0;
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (page.hits[i].kind != Region::body || !is_block(tree.nodes[i].tag) || is_frame(tree.nodes[i].tag)) continue;
    const double sum = sum_of(sums, page.of_node[i]);
    if (sum >= 100) {
      total += sum;
      if (first == 0) first = i;
      last = i;
    }
    i = tree.nodes[i].end - 1;
  }
  if (first == last || largest > total * 0.7) return 0;
  uint32_t around = tree.nodes[first].parent;
  while (around != 0 && last >= tree.nodes[around].end) around = tree.nodes[around].parent;
  if (around == 0 || (is_frame(tree.nodes[around].tag) && tree.nodes[around].tag != Tag::main)) return 0;
  return sum_of(sums, page.of_node[around]) >= total * 0.9 ? around : 0;
}

// Elements that the page calls the article's body, together; 0 if there are none with enough of it.
uint32_t named_body(const HtmlTree& tree, const PageBlocks& page, const std::vector<double>& sums, double needed) {
  Best best;
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (page.hits[i].kind != Region::body || !is_block(tree.nodes[i].tag) || is_frame(tree.nodes[i].tag)) continue;
    const double sum = sum_of(sums, page.of_node[i]);
    if (sum > best.sum) best = {i, sum};
  }
  if (best.sum < needed) return 0;
  if (const uint32_t all = around_named(tree, page, sums, best.sum); all != 0) return all;
  // The tightest element that still has nearly all of it.
  for (uint32_t i = best.node + 1; i < tree.nodes[best.node].end; ++i) {
    if (page.hits[i].kind == Region::body && is_block(tree.nodes[i].tag) &&
        sum_of(sums, page.of_node[i]) >= best.sum * 0.98)
      best.node = i;
  }
  return best.node;
}

// The heading that repeats the title of the metadata; an h1 if none does; blocks.size() if there is neither.
uint32_t title_block(const PageBlocks& page, const std::vector<std::string>& titles) {
  const auto size = static_cast<uint32_t>(page.blocks.size());
  uint32_t first_h1 = size;
  for (uint32_t i = 0; i < size; ++i) {
    const Block& b = page.blocks[i];
    if (!is_heading(b.tag) || b.region == Region::comment || b.text.size() > 400) continue;
    if (b.tag == Tag::h1 && first_h1 == size && b.region == Region::none) first_h1 = i;
    const std::string bare = bare_line(b.text);
    if (bare.size() < 8) continue;
    for (const std::string& title : titles) {
      if (title == bare || (bare.size() > 20 && title.starts_with(bare))) return i;
    }
  }
  return first_h1;
}

// Of several articles inside the container, the one that holds the page's title.
uint32_t article_with_title(const HtmlTree& tree, const PageBlocks& page, const std::vector<double>& sums,
                            uint32_t container, uint32_t title) {
  std::vector<uint32_t> articles;
  for (uint32_t i = container + 1; i < tree.nodes[container].end; ++i) {
    if (tree.nodes[i].tag != Tag::article || sum_of(sums, page.of_node[i]) < 150) continue;
    articles.push_back(i);
    i = tree.nodes[i].end - 1;
  }
  if (articles.size() < 2) return container;
  for (uint32_t a : articles) {
    if (page.of_node[a].begin <= title && title < page.of_node[a].end && sum_of(sums, page.of_node[a]) > 200) return a;
  }
  uint32_t longest = articles.front();
  double all = 0;
  for (uint32_t a : articles) {
    all += sum_of(sums, page.of_node[a]);
    if (sum_of(sums, page.of_node[a]) > sum_of(sums, page.of_node[longest])) longest = a;
  }
  return sum_of(sums, page.of_node[longest]) > all * 0.6 ? longest : container;
}

// Where the heaviest element stands apart from the page's title (the next article of an endless page, a long box), the
// heaviest of those that hold the title or begin right under it.
uint32_t element_at_title(const HtmlTree& tree, const PageBlocks& page, const std::vector<double>& sums,
                          uint32_t container, uint32_t title) {
  constexpr uint32_t kUnder = 30;
  const BlockRange now = page.of_node[container];
  if (title >= page.blocks.size() || (now.begin <= title + kUnder && title < now.end)) return container;
  const double needed = std::max(200.0, sum_of(sums, now) * 0.06);
  Best best;
  for (uint32_t i = 1; i < tree.nodes.size(); ++i) {
    if (!is_block(tree.nodes[i].tag) || (i <= container && container < tree.nodes[i].end)) continue;
    const BlockRange range = page.of_node[i];
    if (range.begin > title + kUnder || range.end <= title || range.begin >= range.end) continue;
    const double sum = sum_of(sums, range);
    if (sum >= needed && sum >= best.sum) best = {i, sum};
  }
  return best.node != 0 ? best.node : container;
}

Content choose(const HtmlTree& tree, PageBlocks& page, const std::vector<std::string>& titles, bool keep_all_articles) {
  Content content;
  mark_regions(tree, page, content);
  const std::vector<double> sums = running_sums(page, false);
  const Best best = best_element(tree, page, sums, 0, static_cast<uint32_t>(tree.nodes.size()));
  content.container = best.node;
  if (const uint32_t named = named_body(tree, page, sums, best.sum * 0.6); named != 0) {
    content.container = named;
  } else if (const uint32_t part = named_body(tree, page, sums, std::max(500.0, best.sum * 0.3)); part != 0) {
    // The named body holds less than its surroundings do, but it begins under the title: they are other stories.
    const uint32_t title = title_block(page, titles);
    const BlockRange range = page.of_node[part];
    if (title < page.blocks.size() && range.begin > title && range.begin < title + 25) content.container = part;
  }
  if (!keep_all_articles) {
    const uint32_t title = title_block(page, titles);
    content.container = element_at_title(tree, page, sums, content.container, title);
    content.container = article_with_title(tree, page, sums, content.container, title);
  }
  content.weight = sum_of(sums, page.of_node[content.container]);
  return content;
}

}  // namespace

Content find_content(const HtmlTree& tree, PageBlocks& page, const LineRules& rules,
                     const std::vector<std::string>& titles, bool keep_all_articles) {
  mark_under_heading(tree, page, rules);
  Content content = choose(tree, page, titles, keep_all_articles);
  if (content.weight >= kScantWeight) return content;
  // The names mislead: without those of boxes, only what every page uses alike is taken out.
  PageBlocks plain = page;
  for (Block& b : plain.blocks) b.region = Region::none, b.why = {};
  for (RegionHit& hit : plain.hits) {
    const bool sure = hit.kind == Region::comment || hit.kind == Region::caption || hit.why == "navigation" ||
                      hit.why == "footer" || hit.why == "cookies" || hit.why == "screen readers" || hit.why == "head" ||
                      hit.why == "form control" || hit.why == "comment form" || hit.why == "hidden";
    if (hit.kind != Region::body && !sure) hit = {};
  }
  Content second = choose(tree, plain, titles, keep_all_articles);
  if (second.weight < content.weight * 2 || second.weight < kScantWeight / 2) return content;
  page = std::move(plain);
  return second;
}

}  // namespace dateline
